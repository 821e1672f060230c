#include "analysis/pairing.h"

#include <math.h>
#include <stdlib.h>

static const double Z = 1.959963984540054;

/* Thresholds of one number, from those that warn of few to those that warn of many. */
struct ladder {
    int steps;
    double threshold[PAIRING_STEPS];
};

/* Cases by the first step of either ladder that warns of them: none is the last. */
struct grid {
    double share[2][PAIRING_STEPS + 1][PAIRING_STEPS + 1]; /* of the others, of the events */
};

int pairing_candidates(const struct screening *screening, const struct screening_row *rows[PAIRING_CANDIDATES])
{
    int count = 0;
    for (int r = 0; r < screening->rows; r++) {
        const struct screening_row *row = &screening->row[r];
        if (!row->claimed)
            continue;
        int place = count < PAIRING_CANDIDATES ? count++ : PAIRING_CANDIDATES;
        for (; place > 0 && screening_sure(row) > screening_sure(rows[place - 1]); place--)
            if (place < PAIRING_CANDIDATES)
                rows[place] = rows[place - 1];
        if (place < PAIRING_CANDIDATES)
            rows[place] = row;
    }
    return count;
}

/* Two digits are enough to say it. */
static double rounded(double value)
{
    if (value == 0.0)
        return 0.0;
    const int power = (int)floor(log10(fabs(value))) - 1;
    const double scale = pow(10.0, abs(power));
    return power < 0 ? rint(value * scale) / scale : rint(value / scale) * scale;
}

/* Quantiles of the cases that are learned from, in round numbers, and the row's own threshold among them. */
static struct ladder climb(const struct screening *screening, const struct screening_row *row, const double *values,
                           double *work)
{
    struct ladder ladder = {0};
    double steps[PAIRING_STEPS];
    int64_t n = 0;
    for (int64_t i = 0; i < screening->all; i++)
        if (!screening->held[i])
            work[n++] = values[i];
    statistics_sort(work, n);
    for (int s = 0; s < PAIRING_STEPS - 1; s++)
        steps[s] = rounded(work[(s + 1) * n / (PAIRING_STEPS + 1)]);
    steps[PAIRING_STEPS - 1] = row->threshold;
    statistics_sort(steps, PAIRING_STEPS);
    for (int s = 0; s < PAIRING_STEPS; s++) {
        const double step = steps[row->low_warns ? s : PAIRING_STEPS - 1 - s];
        if (ladder.steps == 0 || step != ladder.threshold[ladder.steps - 1])
            ladder.threshold[ladder.steps++] = step;
    }
    return ladder;
}

static struct screening_row sign_at(const struct screening_row *row, double threshold)
{
    /* To have less than nothing is to have nothing. */
    return (struct screening_row){.number = row->number,
                                  .low_warns = row->low_warns,
                                  .nothing = row->nothing && threshold == 0.0,
                                  .threshold = threshold};
}

static int first_step(const struct screening_row *row, const struct ladder *ladder, double value)
{
    int low = 0, high = ladder->steps;
    while (low < high) {
        const int middle = (low + high) / 2;
        const struct screening_row sign = sign_at(row, ladder->threshold[middle]);
        if (screening_warns(&sign, value))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void fill(const struct screening *screening, const struct screening_row *const rows[2],
                 const double *const values[2], const struct ladder *const ladder[2], struct grid *grid)
{
    const double events = (double)screening->events[0], others = (double)screening->cases[0] - events;
    *grid = (struct grid){0};
    for (int64_t i = 0; i < screening->all; i++)
        if (!screening->held[i])
            grid->share[screening->event[i]][first_step(rows[0], ladder[0], values[0][i])]
                       [first_step(rows[1], ladder[1], values[1][i])] += 1.0 / (screening->event[i] ? events : others);
    for (int e = 0; e < 2; e++)
        for (int a = 0; a <= PAIRING_STEPS; a++)
            for (int b = 0; b <= PAIRING_STEPS; b++)
                grid->share[e][a][b] += (a ? grid->share[e][a - 1][b] : 0.0) + (b ? grid->share[e][a][b - 1] : 0.0) -
                                        (a && b ? grid->share[e][a - 1][b - 1] : 0.0);
}

/* Learns the thresholds of two numbers; keeps them if they are the best so far. */
static void learn(const struct grid *grid, const struct screening_row *const rows[2],
                  const struct ladder *const ladder[2], struct pairing *best)
{
    enum { ALL = PAIRING_STEPS };
    for (int both = 0; both < 2; both++)
        for (int a = 0; a < ladder[0]->steps; a++)
            for (int b = 0; b < ladder[1]->steps; b++) {
                double warned[2];
                for (int e = 0; e < 2; e++)
                    warned[e] = both ? grid->share[e][a][b]
                                     : grid->share[e][a][ALL] + grid->share[e][ALL][b] - grid->share[e][a][b];
                if (best->tried && warned[1] - warned[0] <= best->youden_learned)
                    continue;
                *best = (struct pairing){.tried = true, .both = both, .youden_learned = warned[1] - warned[0]};
                best->sign[0] = sign_at(rows[0], ladder[0]->threshold[a]);
                best->sign[1] = sign_at(rows[1], ladder[1]->threshold[b]);
            }
}

/* A sum of -1, 0 and 1 over cases: its mean and the square of that mean's error. */
static double mean_of(int64_t plus, int64_t minus, int64_t all, double *square)
{
    const double n = (double)all, mean = (double)(plus - minus) / n;
    *square = ((double)(plus + minus) / n - mean * mean) / (n - 1.0);
    return mean;
}

static bool warns(const struct pairing *pairing, const double *const values[2], int64_t i)
{
    const bool first = screening_warns(&pairing->sign[0], values[0][i]);
    const bool second = screening_warns(&pairing->sign[1], values[1][i]);
    return pairing->both ? first && second : first || second;
}

static void count(const struct screening *screening, const double *const values[2], struct pairing *pairing)
{
    int64_t warned[2] = {0, 0};
    const int64_t events = screening->events[1], others = screening->cases[1] - events;
    for (int64_t i = 0; i < screening->all; i++)
        if (screening->held[i])
            warned[screening->event[i]] += warns(pairing, values, i);
    pairing->caught = proportion_of(warned[1], events);
    pairing->alarmed = proportion_of(warned[0], others);
    pairing->struck = proportion_of(warned[1], warned[0] + warned[1]);
    pairing->youden = (struct figure){
        pairing->caught.value - pairing->alarmed.value,
        hypot(statistics_share(warned[1], events).error, statistics_share(warned[0], others).error)};
}

/* What the two add to one sign, and whether that is clear. */
static struct figure gain_over(const struct screening *screening, const struct pairing *pairing,
                               const double *const values[2], const struct screening_row *single,
                               const double *single_values, bool *clear)
{
    int64_t plus[2] = {0, 0}, minus[2] = {0, 0};
    const int64_t events = screening->events[1], others = screening->cases[1] - events;
    double square[2];
    for (int64_t i = 0; i < screening->all; i++) {
        if (!screening->held[i])
            continue;
        const bool together = warns(pairing, values, i), alone = screening_warns(single, single_values[i]);
        plus[screening->event[i]] += together && !alone;
        minus[screening->event[i]] += alone && !together;
    }
    const double caught = mean_of(plus[1], minus[1], events, &square[1]);
    const double alarmed = mean_of(plus[0], minus[0], others, &square[0]);
    const struct figure gain = {caught - alarmed, sqrt(square[0] + square[1])};
    /* As in analysis/paired.h: where few differ, they may all agree by chance. */
    *clear = plus[0] + plus[1] + minus[0] + minus[1] >= SCREENING_LEAST && gain.value > Z * gain.error;
    return gain;
}

static void judge(const struct screening *screening, const struct screening_row *best, const double *const values[2],
                  const double *best_values, struct pairing *pairing)
{
    bool clear[2];
    struct screening_row exact = sign_at(best, best->exact);
    exact.nothing = false;
    count(screening, values, pairing);
    const struct figure over_round = gain_over(screening, pairing, values, best, best_values, &clear[0]);
    const struct figure over_exact = gain_over(screening, pairing, values, &exact, best_values, &clear[1]);
    pairing->gain = over_round.value < over_exact.value ? over_round : over_exact;
    pairing->better = clear[0] && clear[1];
}

struct pairing pairing_find(const struct screening *screening, const struct screening_row *const *rows,
                            const double *const *values, int candidates)
{
    struct pairing best = {.tried = false};
    struct ladder ladder[PAIRING_CANDIDATES];
    int pair[2] = {0, 0};
    double *work = malloc(((size_t)screening->all + 1) * sizeof *work);
    struct grid *grid = malloc(sizeof *grid);
    for (int c = 0; work && grid && c < candidates; c++)
        ladder[c] = climb(screening, rows[c], values[c], work);
    for (int a = 0; work && grid && a < candidates; a++)
        for (int b = a + 1; b < candidates; b++) {
            const double before = best.youden_learned;
            const struct screening_row *const two[2] = {rows[a], rows[b]};
            const struct ladder *const steps[2] = {&ladder[a], &ladder[b]};
            fill(screening, two, (const double *const[2]){values[a], values[b]}, steps, grid);
            learn(grid, two, steps, &best);
            if (best.youden_learned > before) {
                pair[0] = a;
                pair[1] = b;
            }
        }
    if (best.tried)
        judge(screening, rows[0], (const double *const[2]){values[pair[0]], values[pair[1]]}, values[0], &best);
    free(work);
    free(grid);
    return best;
}
