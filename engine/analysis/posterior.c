#include "analysis/posterior.h"

#include "analysis/weighted.h"
#include "montecarlo/regression.h"
#include "numerics/draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Paths that count less than this, against the nearest, are left out: together they are nothing. */
static const double LEAST = 1e-5;

/* Too few rows for so many slopes say more of chance than of the model. */
static const double ROWS_PER_SLOPE = 10.0;

static bool make_room(struct posterior *posterior, int64_t count, int numbers)
{
    posterior->count = count;
    posterior->numbers = numbers;
    posterior->path = calloc((size_t)count + 1, sizeof *posterior->path);
    posterior->weight = calloc((size_t)count + 1, sizeof *posterior->weight);
    posterior->score = calloc((size_t)numbers + 1, sizeof *posterior->score);
    bool room = posterior->path && posterior->weight && posterior->score;
    for (int n = 0; n < numbers && room; n++)
        room = (posterior->score[n] = malloc(((size_t)count + 1) * sizeof(double))) != NULL;
    return room;
}

static void choose(struct posterior *posterior, const struct weighing *weighing, int64_t paths)
{
    int64_t kept = 0;
    for (int64_t p = 0; p < paths; p++)
        if (weighing->weight[p] > LEAST) {
            posterior->path[kept] = p;
            posterior->weight[kept++] = weighing->weight[p];
        }
    posterior->effective = weighted_effective(posterior->weight, kept);
}

/* What each path misses of the observation, its error of observation included. A weight of a normal
 * kernel widened by k stands for two things: a path observed with the stated error, and a tolerance with
 * the rest of the kernel's variance. Given the path, what its noisy observation misses is then normal
 * with mean (1 - 1/k^2) times what the path itself misses and variance (1 - 1/k^2) times the error's. */
static void fill_missed(const struct posterior *posterior, const struct evidence *evidence, double widening,
                        uint64_t seed, double *missed)
{
    const double part = 1.0 - 1.0 / (widening * widening);
    for (int64_t i = 0; i < posterior->count; i++)
        for (int o = 0; o < evidence->count; o++) {
            const int64_t path = posterior->path[i];
            double noise = draws_uniform(draws_threefry(seed, draws_place(DRAWS_OBSERVING, o), (uint64_t)path).first);
            draws_normals(&noise, 1);
            missed[i * evidence->count + o] = part * (evidence->simulated[o][path] - evidence->given[o]) +
                                              sqrt(part) * evidence->error[o] * noise;
        }
}

static void adjust(struct posterior *posterior, const struct evidence *evidence, const struct prior *prior,
                   const double *missed)
{
    struct regression *regression =
        regression_create(missed, posterior->weight, posterior->count, evidence->count);
    double slopes[OBSERVATIONS_MAX];
    for (int n = 0; regression && n < prior->count; n++) {
        if (!prior->number[n].smooth || !regression_slopes(regression, posterior->score[n], slopes))
            continue;
        for (int64_t i = 0; i < posterior->count; i++)
            for (int o = 0; o < evidence->count; o++)
                posterior->score[n][i] -= slopes[o] * missed[i * evidence->count + o];
    }
    posterior->adjusted = regression != NULL;
    regression_destroy(regression);
}

struct posterior *posterior_create(const struct evidence *evidence, const struct weighing *weighing,
                                   const struct prior *prior, uint64_t seed)
{
    int64_t count = 0;
    for (int64_t p = 0; p < evidence->paths; p++)
        count += weighing->weight[p] > LEAST;
    struct posterior *posterior = calloc(1, sizeof *posterior);
    double *missed = malloc(((size_t)count * (size_t)evidence->count + 1) * sizeof *missed);
    if (!posterior || !missed || !make_room(posterior, count, prior->count)) {
        posterior_destroy(posterior);
        free(missed);
        return NULL;
    }
    choose(posterior, weighing, evidence->paths);
    for (int n = 0; n < prior->count; n++)
        for (int64_t i = 0; i < count; i++)
            posterior->score[n][i] = prior_score(prior, n, prior->number[n].value[posterior->path[i]]);
    if (weighing->widening > 1.0 && posterior->effective > ROWS_PER_SLOPE * (evidence->count + 1)) {
        fill_missed(posterior, evidence, weighing->widening, seed, missed);
        adjust(posterior, evidence, prior, missed);
    }
    free(missed);
    return posterior;
}

void posterior_destroy(struct posterior *posterior)
{
    if (!posterior)
        return;
    for (int n = 0; posterior->score && n < posterior->numbers; n++)
        free(posterior->score[n]);
    free(posterior->score);
    free(posterior->path);
    free(posterior->weight);
    free(posterior);
}
