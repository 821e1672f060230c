#include "analysis/evolve.h"

#include "numerics/draws.h"

#include <math.h>
#include <string.h>

enum { CROWD_MAX = 24 };

static const double STRETCH = 0.5, STRETCH_MORE = 0.4; /* of a difference: between 0.5 and 0.9 */
static const double CROSS = 0.9;                       /* chance that a coordinate is taken from the mutant */
static const double GLOBAL_SHARE = 0.65;               /* of the tries, before steps along the axes */
static const double FIRST_STEP = 0.12, LAST_STEP = 0.002;

struct search {
    const struct evolve *evolve;
    int tried;
    uint64_t drawn;
    int crowd;
    double x[CROWD_MAX][EVOLVE_DIMENSIONS_MAX];
    struct evolve_value value[CROWD_MAX];
};

bool evolve_better(struct evolve_value a, struct evolve_value b)
{
    if (a.excess > 0.0 || b.excess > 0.0)
        return a.excess < b.excess;
    return a.aim > b.aim;
}

static double draw(struct search *search)
{
    return draws_uniform(draws_threefry(search->evolve->seed, draws_place(DRAWS_SEARCHING, 0), search->drawn++).first);
}

static int pick(struct search *search, int count) { return (int)(draw(search) * count); }

static bool judge(struct search *search, const double *x, struct evolve_value *value)
{
    search->tried++;
    return search->evolve->judge(x, value, search->evolve->context);
}

static int best_of(const struct search *search)
{
    int best = 0;
    for (int i = 1; i < search->crowd; i++)
        if (evolve_better(search->value[i], search->value[best]))
            best = i;
    return best;
}

/* --- Points that fill the cube --------------------------------------------------------------- */

/* In every coordinate one point in each of as many equal parts. */
static void fill(struct search *search, int first)
{
    const int count = search->crowd - first;
    for (int d = 0; d < search->evolve->dimensions; d++) {
        int order[CROWD_MAX];
        for (int i = 0; i < count; i++) {
            const int place = pick(search, i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        for (int i = 0; i < count; i++)
            search->x[first + i][d] = (order[i] + draw(search)) / count;
    }
}

static bool begin(struct search *search)
{
    const struct evolve *evolve = search->evolve;
    const int wanted = 6 + 3 * evolve->dimensions, most = evolve->tries / 2;
    search->crowd = wanted < most ? wanted : most;
    search->crowd = search->crowd < CROWD_MAX ? search->crowd : CROWD_MAX;
    if (evolve->start)
        memcpy(search->x[0], evolve->start, (size_t)evolve->dimensions * sizeof *evolve->start);
    fill(search, evolve->start ? 1 : 0);
    for (int i = 0; i < search->crowd; i++)
        if (!judge(search, search->x[i], &search->value[i]))
            return false;
    return true;
}

/* --- Evolution ------------------------------------------------------------------------------ */

/* A point of the crowd, drawn towards the best and by the difference of two others. */
static void mutate(struct search *search, int i, int best, double *x)
{
    const int dimensions = search->evolve->dimensions, kept = pick(search, dimensions);
    const double stretch = STRETCH + STRETCH_MORE * draw(search);
    int one, other;
    do
        one = pick(search, search->crowd);
    while (one == i);
    do
        other = pick(search, search->crowd);
    while (other == i || other == one);
    for (int d = 0; d < dimensions; d++) {
        const double here = search->x[i][d];
        double there = here + stretch * (search->x[best][d] - here) + stretch * (search->x[one][d] - search->x[other][d]);
        if (draw(search) > CROSS && d != kept)
            there = here;
        x[d] = fmin(fmax(there, 0.0), 1.0); /* the best often lies at an end */
    }
}

static bool evolve_crowd(struct search *search)
{
    const int until = (int)(GLOBAL_SHARE * search->evolve->tries);
    while (search->tried < until) {
        const int best = best_of(search);
        for (int i = 0; i < search->crowd && search->tried < until; i++) {
            double x[EVOLVE_DIMENSIONS_MAX];
            struct evolve_value value;
            mutate(search, i, best, x);
            if (!judge(search, x, &value))
                return false;
            if (!evolve_better(search->value[i], value)) {
                memcpy(search->x[i], x, sizeof x);
                search->value[i] = value;
            }
        }
    }
    return true;
}

/* --- Steps along the axes ------------------------------------------------------------------- */

/* One step in one direction; 1 when it was better, -1 when the judge ended it. */
static int step(struct search *search, double *x, struct evolve_value *value, int d, double by)
{
    double there[EVOLVE_DIMENSIONS_MAX];
    struct evolve_value found;
    memcpy(there, x, sizeof there);
    there[d] = fmin(fmax(x[d] + by, 0.0), 1.0);
    if (there[d] == x[d])
        return 0;
    if (!judge(search, there, &found))
        return -1;
    if (!evolve_better(found, *value))
        return 0;
    memcpy(x, there, sizeof there);
    *value = found;
    return 1;
}

static bool climb(struct search *search, double *x, struct evolve_value *value)
{
    for (double size = FIRST_STEP; size > LAST_STEP;) {
        bool moved = false;
        for (int d = 0; d < search->evolve->dimensions; d++)
            for (int sign = 1; sign >= -1; sign -= 2) {
                if (search->tried >= search->evolve->tries)
                    return true;
                const int end = step(search, x, value, d, sign * size);
                if (end < 0)
                    return false;
                moved = moved || end > 0;
                if (end > 0)
                    break;
            }
        if (!moved)
            size /= 2.0;
    }
    return true;
}

bool evolve_run(const struct evolve *evolve, double *best, struct evolve_value *value)
{
    struct search search = {.evolve = evolve};
    if (!begin(&search) || !evolve_crowd(&search))
        return false;
    const int first = best_of(&search);
    double x[EVOLVE_DIMENSIONS_MAX];
    memcpy(x, search.x[first], sizeof x);
    *value = search.value[first];
    const bool done = climb(&search, x, value);
    memcpy(best, x, (size_t)evolve->dimensions * sizeof *best);
    return done;
}
