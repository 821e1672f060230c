#include "analysis/prim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Patience: the share that a step peels off, or pastes back; no box below the least mass, nor one that holds nearly
 * everything and says nothing. */
static const double PEEL = 0.05, PASTE = 0.02, LEAST_MASS = 0.03, SIGNIFICANT = 0.01;

enum { LEAST_CASES = 20 };

struct rectangle {
    double *low, *high; /* [inputs] */
};

struct search {
    const double *const *value;
    const bool *failed;
    int64_t n; /* cases that are searched */
    int inputs;
    const bool *allowed; /* [inputs] that may be restricted */
    bool *inside;        /* [n] */
    int32_t **order;     /* [inputs][n]: cases by rising value */
    int64_t all_failed;
    int64_t in, in_failed;
};

/* What is maximised: the harmonic mean of coverage and density. */
static double merit(const struct search *search, int64_t in, int64_t failed)
{
    return 2.0 * (double)failed / (double)(search->all_failed + in);
}

static bool is_telling(const struct search *search, int64_t in) { return (double)in <= PRIM_MASS_MOST * (double)search->n; }

/* --- Steps ---------------------------------------------------------------------------------- */

struct step {
    int input;
    bool upper;
    double bound; /* the new end of the side, inclusive */
    int64_t in, failed;
};

/* Peels about a share PEEL off one end; ties go together. False when nothing would be left, or go. */
static bool try_peel(const struct search *search, int input, bool upper, struct step *step)
{
    const double *value = search->value[input];
    const int64_t want = (int64_t)ceil(PEEL * (double)search->in);
    int64_t gone = 0, gone_failed = 0;
    double last = 0.0;
    for (int64_t k = 0; k < search->n; k++) {
        const int32_t i = search->order[input][upper ? search->n - 1 - k : k];
        if (!search->inside[i])
            continue;
        if (gone >= want && value[i] != last) {
            *step = (struct step){input, upper, value[i], search->in - gone, search->in_failed - gone_failed};
            return true;
        }
        last = value[i];
        gone++;
        gone_failed += search->failed[i];
    }
    return false;
}

static bool is_in(const struct search *search, const struct rectangle *box, int64_t i)
{
    for (int d = 0; d < search->inputs; d++)
        if (search->value[d][i] < box->low[d] || search->value[d][i] > box->high[d])
            return false;
    return true;
}

static void enter(struct search *search, const struct rectangle *box)
{
    search->in = search->in_failed = 0;
    for (int64_t i = 0; i < search->n; i++) {
        search->inside[i] = is_in(search, box, i);
        search->in += search->inside[i];
        search->in_failed += search->inside[i] && search->failed[i];
    }
}

static void take(struct rectangle *box, const struct step *step)
{
    if (step->upper)
        box->high[step->input] = step->bound;
    else
        box->low[step->input] = step->bound;
}

static void copy(const struct search *search, struct rectangle *to, const struct rectangle *from)
{
    memcpy(to->low, from->low, (size_t)search->inputs * sizeof *to->low);
    memcpy(to->high, from->high, (size_t)search->inputs * sizeof *to->high);
}

static void open(const struct search *search, struct rectangle *box)
{
    for (int d = 0; d < search->inputs; d++) {
        box->low[d] = -INFINITY;
        box->high[d] = INFINITY;
    }
}

static bool is_restricted(const struct rectangle *box, int input)
{
    return isfinite(box->low[input]) || isfinite(box->high[input]);
}

/* What a peel adds to the density, for each case that it takes: where many share one value it takes them all, and a
 * little luck must not buy so impatient a step (Kwakkel and Jaxa-Rozen 2016). Of exact whole numbers, so that
 * ties fall to the first. */
static double gain(const struct search *search, const struct step *step)
{
    const double more = (double)(step->failed * search->in - search->in_failed * step->in);
    return more / ((double)step->in * (double)(search->in - step->in));
}

static void find_peel(const struct search *search, struct step *best)
{
    best->input = -1;
    for (int d = 0; d < search->inputs; d++)
        for (int end = 0; end < 2; end++) {
            struct step step;
            if (!search->allowed[d] || !try_peel(search, d, end, &step))
                continue;
            if (best->input < 0 || gain(search, &step) > gain(search, best))
                *best = step;
        }
}

/* Peels to the least mass and keeps the box of greatest merit on the way. */
static void peel(struct search *search, struct rectangle *box, struct rectangle *work)
{
    const double least = fmax(LEAST_MASS * (double)search->n, LEAST_CASES);
    open(search, work);
    enter(search, work);
    copy(search, box, work);
    double best = merit(search, search->in, search->in_failed);
    for (;;) {
        struct step step;
        find_peel(search, &step);
        if (step.input < 0 || (double)step.in < least)
            break;
        take(work, &step);
        enter(search, work);
        if (is_telling(search, search->in) && merit(search, search->in, search->in_failed) > best) {
            best = merit(search, search->in, search->in_failed);
            copy(search, box, work);
        }
    }
    enter(search, box);
}

/* Moves one end outwards by about a share PASTE of the box: what lies beyond it, and inside by all
 * other sides. False when the end is open. */
static bool try_paste(const struct search *search, const struct rectangle *box, int input, bool upper, struct step *step)
{
    const double end = upper ? box->high[input] : box->low[input], *value = search->value[input];
    const int64_t want = (int64_t)ceil(PASTE * (double)search->in);
    int64_t more = 0, more_failed = 0;
    if (!isfinite(end))
        return false;
    struct rectangle wide = *box;
    double low = box->low[input], high = box->high[input];
    if (upper)
        wide.high[input] = INFINITY;
    else
        wide.low[input] = -INFINITY;
    double bound = upper ? INFINITY : -INFINITY, last = end;
    for (int64_t k = 0; k < search->n; k++) {
        const int32_t i = search->order[input][upper ? k : search->n - 1 - k];
        if ((upper ? value[i] <= end : value[i] >= end) || !is_in(search, &wide, i))
            continue;
        if (more >= want && value[i] != last) {
            bound = last;
            break;
        }
        last = value[i];
        more++;
        more_failed += search->failed[i];
    }
    wide.low[input] = low;
    wide.high[input] = high;
    *step = (struct step){input, upper, bound, search->in + more, search->in_failed + more_failed};
    return true;
}

static void paste(struct search *search, struct rectangle *box)
{
    for (;;) {
        struct step best = {.input = -1};
        double most = merit(search, search->in, search->in_failed);
        for (int d = 0; d < search->inputs; d++)
            for (int end = 0; end < 2; end++) {
                struct step step;
                if (!try_paste(search, box, d, end, &step) || !is_telling(search, step.in) ||
                    !(merit(search, step.in, step.failed) > most))
                    continue;
                most = merit(search, step.in, step.failed);
                best = step;
            }
        if (best.input < 0)
            return;
        take(box, &best);
        enter(search, box);
    }
}

/* --- Which sides matter --------------------------------------------------------------------- */

/* Chance of `least` or more successes in n trials. */
static double binomial_tail(int64_t n, int64_t least, double p)
{
    if (least <= 0 || p >= 1.0)
        return 1.0;
    if (p <= 0.0)
        return 0.0;
    double sum = 0.0, whole = lgamma((double)n + 1.0), log_odds[2] = {log(p), log1p(-p)};
    for (int64_t k = least; k <= n; k++) {
        double term = exp(whole - lgamma((double)k + 1.0) - lgamma((double)(n - k) + 1.0) + (double)k * log_odds[0] +
                          (double)(n - k) * log_odds[1]);
        sum += term;
        if (k > (int64_t)(p * (double)n) && term < 1e-18)
            break;
    }
    return fmin(sum, 1.0);
}

/* Against the box without this side. */
static double significance(const struct search *search, const struct rectangle *box, int input)
{
    int64_t wide = 0, wide_failed = 0;
    double low = box->low[input], high = box->high[input];
    box->low[input] = -INFINITY;
    box->high[input] = INFINITY;
    for (int64_t i = 0; i < search->n; i++)
        if (is_in(search, box, i)) {
            wide++;
            wide_failed += search->failed[i];
        }
    box->low[input] = low;
    box->high[input] = high;
    return wide > 0 ? binomial_tail(search->in, search->in_failed, (double)wide_failed / (double)wide) : 1.0;
}

/* Forbids the side that matters least, if there are too many or it may be chance. False: all may stay. */
static bool drop(const struct search *search, const struct rectangle *box, bool *allowed)
{
    int sides = 0, weakest = -1;
    double worst = -1.0;
    for (int d = 0; d < search->inputs; d++) {
        if (!is_restricted(box, d))
            continue;
        double chance = significance(search, box, d);
        sides++;
        if (chance > worst) {
            worst = chance;
            weakest = d;
        }
    }
    for (int d = 0; d < search->inputs; d++)
        allowed[d] = is_restricted(box, d);
    if (sides == 0 || (sides <= PRIM_SIDES && worst <= SIGNIFICANT))
        return false;
    allowed[weakest] = false;
    return true;
}

static void hold_out(const double *const *value, const bool *failed, int64_t first, int64_t n, const struct prim_box *box,
                     struct prim_count *count)
{
    *count = (struct prim_count){.cases = n - first};
    for (int64_t i = first; i < n; i++) {
        bool inside = true;
        for (int s = 0; s < box->sides; s++) {
            const struct prim_side *side = &box->side[s];
            inside = inside && value[side->input][i] >= side->low && value[side->input][i] <= side->high;
        }
        count->failures += failed[i];
        count->inside += inside;
        count->inside_failed += inside && failed[i];
    }
}

static void report(struct search *search, const struct rectangle *box, struct prim_box *found)
{
    for (int d = 0; d < search->inputs; d++)
        if (is_restricted(box, d) && found->sides < PRIM_SIDES)
            found->side[found->sides++] =
                (struct prim_side){d, box->low[d], box->high[d], significance(search, box, d)};
    for (int a = 1; a < found->sides; a++) /* the most telling first */
        for (int b = a; b > 0 && found->side[b].significance < found->side[b - 1].significance; b--) {
            struct prim_side side = found->side[b];
            found->side[b] = found->side[b - 1];
            found->side[b - 1] = side;
        }
}

/* --- Searching ------------------------------------------------------------------------------ */

struct keyed {
    double value;
    int32_t number;
};

static int by_value(const void *left, const void *right)
{
    const struct keyed *a = left, *b = right;
    return a->value != b->value ? (a->value > b->value) - (a->value < b->value)
                                : (a->number > b->number) - (a->number < b->number);
}

static bool sort(struct search *search)
{
    struct keyed *keyed = malloc((size_t)search->n * sizeof *keyed);
    bool good = keyed != NULL;
    for (int d = 0; good && d < search->inputs; d++) {
        search->order[d] = malloc((size_t)search->n * sizeof **search->order);
        good = search->order[d] != NULL;
        for (int64_t i = 0; good && i < search->n; i++)
            keyed[i] = (struct keyed){search->value[d][i], (int32_t)i};
        if (good)
            qsort(keyed, (size_t)search->n, sizeof *keyed, by_value);
        for (int64_t i = 0; good && i < search->n; i++)
            search->order[d][i] = keyed[i].number;
    }
    free(keyed);
    return good;
}

static void find(struct search *search, bool *allowed, struct rectangle *box, struct rectangle *work)
{
    for (int d = 0; d < search->inputs; d++)
        allowed[d] = true;
    do {
        peel(search, box, work);
        paste(search, box);
    } while (drop(search, box, allowed));
}

bool prim_find(const double *const *value, int inputs, const bool *failed, int64_t n, int64_t searched,
               struct prim_box *box)
{
    *box = (struct prim_box){.sides = 0, .excess = 1.0};
    const size_t room = (size_t)inputs + 1;
    double *ends = malloc(4 * room * sizeof *ends);
    bool *allowed = calloc(room, sizeof *allowed), *inside = calloc((size_t)searched + 1, sizeof *inside);
    struct search search = {.value = value, .failed = failed, .n = searched, .inputs = inputs, .allowed = allowed,
                            .inside = inside, .order = calloc(room, sizeof *search.order)};
    for (int64_t i = 0; i < searched; i++)
        search.all_failed += failed[i];
    bool good = ends && allowed && inside && search.order && sort(&search);
    if (good && search.all_failed > 0 && search.all_failed < searched) {
        struct rectangle found = {ends, ends + room}, work = {ends + 2 * room, ends + 3 * room};
        find(&search, allowed, &found, &work);
        report(&search, &found, box);
    }
    if (good) {
        hold_out(value, failed, 0, searched, box, &box->search);
        hold_out(value, failed, searched, n, box, &box->held_out);
        const struct prim_count *out = &box->held_out;
        int64_t outside = out->cases - out->inside;
        if (box->sides > 0 && outside > 0)
            box->excess = binomial_tail(out->inside, out->inside_failed,
                                        (double)(out->failures - out->inside_failed) / (double)outside);
    }
    for (int d = 0; search.order && d < inputs; d++)
        free(search.order[d]);
    free(search.order);
    free(ends);
    free(allowed);
    free(inside);
    return good;
}

static double ratio(int64_t over, int64_t under) { return under > 0 ? (double)over / (double)under : NAN; }

double prim_coverage(const struct prim_count *count) { return ratio(count->inside_failed, count->failures); }
double prim_density(const struct prim_count *count) { return ratio(count->inside_failed, count->inside); }
double prim_mass(const struct prim_count *count) { return ratio(count->inside, count->cases); }

bool prim_survives(const struct prim_box *box) { return box->sides > 0 && box->excess < 0.025; }
