#include "analysis/crossing.h"

#include "numerics/normal.h"

#include <math.h>
#include <stddef.h>

/* A step of bisection halves what is left; the nearest values of the scan are far nearer than the
 * whole range, so this is a thousandth and less of their distance. */
enum { HALVINGS_ROOT = 12, HALVINGS_END = 9 };

/* One search under way; y counts standard errors of the other's lead. */
struct seeking {
    const struct crossing_search *search;
    crossing_at *at;
    void *context;
    double y[CROSSING_SCAN_MAX];
    int looks;
    bool failed;
};

static double lead_at(struct seeking *seeking, double x)
{
    const double z = seeking->at(x, seeking->context);
    seeking->looks++;
    if (isnan(z))
        seeking->failed = true;
    return seeking->search->first_leads ? -z : z;
}

static double middle(const struct crossing_search *search, double a, double b)
{
    if (!search->scale)
        return a + 0.5 * (b - a);
    const double between = 0.5 * (search->scale(a, search->of) + search->scale(b, search->of));
    const double x = search->unscale(between, search->of);
    return fmin(fmax(x, fmin(a, b)), fmax(a, b));
}

static double distance(const struct crossing_search *search, double a, double b)
{
    return search->scale ? fabs(search->scale(a, search->of) - search->scale(b, search->of)) : fabs(a - b);
}

/* Between the scan's value `from`, where the other does not lead, and the next in that direction, where it
 * is level or ahead. Where they are level over a stretch, the middle of it. */
static double find_root(struct seeking *seeking, int from, int direction)
{
    const struct crossing_search *search = seeking->search;
    int ahead_at = from + direction;
    double below = search->x[from], beyond = search->x[ahead_at], last = seeking->y[ahead_at];
    while (ahead_at + direction >= 0 && ahead_at + direction < search->count && !(seeking->y[ahead_at] > 0.0))
        ahead_at += direction;
    for (int i = 0; i < HALVINGS_ROOT && !seeking->failed; i++) {
        const double x = middle(seeking->search, below, beyond), lead = lead_at(seeking, x);
        if (lead < 0.0) {
            below = x;
        } else {
            beyond = x;
            last = lead;
        }
    }
    const double begins = middle(seeking->search, below, beyond);
    if (last > 0.0)
        return begins;
    double level = beyond, ahead = search->x[ahead_at];
    for (int i = 0; i < HALVINGS_ROOT && !seeking->failed; i++) {
        const double x = middle(seeking->search, level, ahead);
        if (lead_at(seeking, x) > 0.0)
            ahead = x;
        else
            level = x;
    }
    return middle(seeking->search, begins, level);
}

/* Whether whoever leads at the value `from` does so beyond chance, there or further on in that direction
 * before the tables turn. */
static bool leads_beyond_chance(const struct seeking *seeking, int from, int direction, double sign)
{
    for (int i = from; i >= 0 && i < seeking->search->count; i += direction) {
        if (sign * seeking->y[i] > seeking->search->width)
            return true;
        if (sign * seeking->y[i] < -NORMAL_95)
            return false;
    }
    return false;
}

/* The step of the scan nearest to the base at which the lead changes hands beyond chance, as the number
 * of the value on the base's side; *outward is the direction from there. -1: none. */
static int find_step(const struct seeking *seeking, int *outward)
{
    const struct crossing_search *search = seeking->search;
    int found = -1;
    double nearest = INFINITY;
    for (int i = 0; i + 1 < search->count; i++) {
        const int direction = i >= search->base ? 1 : -1, inner = direction > 0 ? i : i + 1;
        const double sign = seeking->y[inner] < 0.0 ? -1.0 : 1.0;
        const double away = distance(search, search->x[inner], search->x[search->base]);
        if ((seeking->y[i] < 0.0) == (seeking->y[i + 1] < 0.0) || away >= nearest ||
            !leads_beyond_chance(seeking, inner, -direction, sign) ||
            !leads_beyond_chance(seeking, inner + direction, direction, -sign))
            continue;
        nearest = away;
        found = inner;
        *outward = direction;
    }
    return found;
}

/* The end of the interval on one side of the root: the first value of the scan, going in that direction,
 * where the difference is beyond chance, and back from it. */
static double find_end(struct seeking *seeking, double root, int from, int direction, double sign)
{
    const struct crossing_search *search = seeking->search;
    double inside = root;
    for (int i = from; i >= 0 && i < search->count; i += direction) {
        if (sign * seeking->y[i] < NORMAL_95) {
            inside = search->x[i];
            continue;
        }
        double outside = search->x[i];
        for (int h = 0; h < HALVINGS_END && !seeking->failed; h++) {
            const double x = middle(search, inside, outside);
            if (sign * lead_at(seeking, x) < NORMAL_95)
                inside = x;
            else
                outside = x;
        }
        return outside;
    }
    return direction > 0 ? INFINITY : -INFINITY;
}

/* The ends and the base first: where these are the same to the last bit, nothing depends on x. False
 * then, or when a measurement failed. */
static bool scan(struct seeking *seeking)
{
    const struct crossing_search *search = seeking->search;
    const int last = search->count - 1;
    const int first[] = {0, search->base, last};
    bool known[CROSSING_SCAN_MAX] = {false};
    for (int i = 0; i < 3 && !seeking->failed; i++)
        if (!known[first[i]]) {
            seeking->y[first[i]] = lead_at(seeking, search->x[first[i]]);
            known[first[i]] = true;
        }
    if (seeking->y[0] == seeking->y[last] && seeking->y[0] == seeking->y[search->base])
        return false;
    for (int i = 0; i <= last && !seeking->failed; i++)
        if (!known[i])
            seeking->y[i] = lead_at(seeking, search->x[i]);
    return !seeking->failed;
}

static struct crossing locate(struct seeking *seeking, int inner, int outward)
{
    const int outer = inner + outward;
    const double sign = seeking->y[outer] >= 0.0 ? 1.0 : -1.0; /* of the lead on the far side */
    struct crossing crossing = {.end = CROSSING_FOUND, .above = (outward > 0) == (sign > 0.0)};
    crossing.x = sign > 0.0 ? find_root(seeking, inner, outward) : find_root(seeking, outer, -outward);
    const int up = outward > 0 ? outer : inner, down = outward > 0 ? inner : outer;
    const double sign_up = crossing.above ? 1.0 : -1.0;
    crossing.high = find_end(seeking, crossing.x, up, 1, sign_up);
    crossing.low = find_end(seeking, crossing.x, down, -1, -sign_up);
    return crossing;
}

struct crossing crossing_find(const struct crossing_search *search, crossing_at *at, void *context)
{
    struct seeking seeking = {.search = search, .at = at, .context = context};
    struct crossing crossing = {.end = CROSSING_NOTHING, .x = NAN, .low = NAN, .high = NAN, .lead = NAN};
    if (scan(&seeking)) {
        double most = -INFINITY;
        int outward = 1;
        const int inner = find_step(&seeking, &outward);
        for (int i = 0; i < search->count; i++)
            most = fmax(most, seeking.y[i]);
        if (inner >= 0)
            crossing = locate(&seeking, inner, outward);
        else
            crossing.end = most <= 0.0 ? CROSSING_NEVER : CROSSING_UNCLEAR;
        crossing.lead = most;
    }
    crossing.looks = seeking.looks;
    if (seeking.failed)
        crossing.end = CROSSING_FAILED;
    return crossing;
}
