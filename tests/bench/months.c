#include "bench/months.h"

#include "bench/stopwatch.h"

#include <gsl/gsl_rng.h>
#include <stdlib.h>
#include <string.h>

/* As in montecarlo/batch.c. */
enum { COMPACT_MONTHS = 6 };

static int count_live(const struct block *block)
{
    int live = 0;
    for (int i = 0; i < block->n; i++)
        live += block->company.live[i] != 0.0;
    return live;
}

static void prepare_block(struct trial *trial, struct block *block, int strategy, int64_t first,
                          int n)
{
    batch_prepare(trial->scenario, strategy, trial->seed, block);
    trial_fill(trial, strategy, first, n);
    memcpy(&block->given, trial->parameters, sizeof block->given);
    block->n = n;
    for (int i = 0; i < n; i++)
        block->path[i] = (uint64_t)(first + i);
}

static void play_block(const struct kernel *kernel, struct block *block, struct months *months)
{
    int n = block->n;
    kernel->start(block);
    while (block->month < block->horizon) {
        months->lanes += block->n;
        kernel->month(block);
        if (block->month % COMPACT_MONTHS == 0) {
            int live = count_live(block);
            if (live == 0)
                break;
            if (live < block->n - block->n / 4)
                kernel->compact(block);
        }
    }
    for (int i = 0; i < n; i++)
        months->live += block->result[i].month;
}

struct months months_in_lanes(struct trial *trial, const struct kernel *kernel, int64_t paths)
{
    struct months months = {0};
    struct block *block = trial_block();
    for (int64_t first = 0; first < paths; first += LANES)
        for (int s = 0; s < trial->scenario->strategies; s++) {
            int n = paths - first < LANES ? (int)(paths - first) : LANES;
            double begun = stopwatch_thread();
            prepare_block(trial, block, s, first, n);
            double prepared = stopwatch_thread();
            play_block(kernel, block, &months);
            months.seconds += stopwatch_thread() - prepared;
            months.sampling += prepared - begun;
        }
    free(block);
    return months;
}

struct months months_in_plain(struct trial *trial, int64_t paths)
{
    struct months months = {0};
    struct plain_life *life = calloc(1, sizeof *life);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_taus2);
    for (int64_t first = 0; first < paths; first += LANES)
        for (int s = 0; s < trial->scenario->strategies; s++) {
            int n = paths - first < LANES ? (int)(paths - first) : LANES;
            double begun = stopwatch_thread();
            trial_fill(trial, s, first, n);
            double prepared = stopwatch_thread();
            for (int i = 0; i < n; i++) {
                *life = (struct plain_life){
                    .scenario = trial->scenario, .strategy = s, .luck = {.rng = rng}};
                plain_read(trial->parameters, i, &life->given);
                plain_start(life);
                while (!life->over)
                    plain_month(life);
                months.live += life->result.month;
            }
            months.seconds += stopwatch_thread() - prepared;
            months.sampling += prepared - begun;
        }
    months.lanes = months.live;
    gsl_rng_free(rng);
    free(life);
    return months;
}

/* How often a month of engine/model does each thing, per lane; counted in its step files. */
static const struct light_cost counts = {
    .uniforms = DRAWS / 4, /* calls of Threefry */
    /* demand, headlines, valuations; breakthrough size, visits, engagement value, licence price */
    .normals = 7,
    /* demand, mood, valuations; breakthrough size, completeness, fit; visits, attention; engagement
     * value, win; licence price */
    .exps = 11,
    .logs = 2,      /* attention */
    .poissons = 4,  /* breakthroughs, engagements, evaluations, losses */
    .binomials = 1, /* wins */
    /* market 6, capability 6, community 5, sales 10, delivery 4, people 8, cash 1, exit 4; and two
     * square roots, which cost much the same */
    .divisions = 46,
};

enum { SAMPLES = 24, REPEATS = 200 };

/* Columns to time the loops on, as a block of the third year has them. */
struct sample {
    double u[4][STRIDE], mean[4][STRIDE], trials[STRIDE], chance[STRIDE], x[STRIDE], y[STRIDE];
    uint64_t path[STRIDE];
};

/* The means of counts are hidden in the steps; the counts that came of them serve. */
static void take_sample(const struct block *block, struct sample *sample)
{
    const struct company *company = &block->company;
    for (int i = 0; i < LANES; i++) {
        int lane = i % block->n;
        sample->path[i] = (uint64_t)i;
        sample->mean[0][i] =
            block->given.capability.breakthrough_rate[lane] * company->engineers[lane];
        sample->mean[1][i] = company->engagements[lane];
        sample->mean[2][i] = company->started[lane];
        sample->mean[3][i] = company->churned[lane];
        sample->trials[i] = company->decided[lane];
        sample->chance[i] = 0.3 * company->value[lane];
        sample->x[i] = 0.001 + company->value[lane];
    }
}

static void time_sample(struct sample *s, const struct light *light, const struct kernel *kernel,
                        struct light_cost *cost)
{
    double at[8];
    at[0] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        light->uniforms(1, (uint64_t)r, s->path, LANES, s->u[0], s->u[1], s->u[2], s->u[3]);
    at[1] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        kernel->exps(s->y, LANES); /* in place; what they hold does not change the time */
    at[2] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        kernel->normals(s->y, LANES);
    at[3] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        light->log(s->x, s->y, LANES);
    at[4] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        light->poisson(s->u[0], s->mean[r % 4], LANES, s->y);
    at[5] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        light->binomial(s->u[1], s->trials, s->chance, LANES, s->y);
    at[6] = stopwatch_thread();
    for (int r = 0; r < REPEATS; r++)
        light->divide(s->x, s->y, LANES);
    at[7] = stopwatch_thread();

    const double unit = 1e9 / ((double)REPEATS * LANES * SAMPLES);
    cost->uniforms += (at[1] - at[0]) * unit * counts.uniforms;
    cost->exps += (at[2] - at[1]) * unit * counts.exps;
    cost->normals += (at[3] - at[2]) * unit * counts.normals;
    cost->logs += (at[4] - at[3]) * unit * counts.logs;
    cost->poissons += (at[5] - at[4]) * unit * counts.poissons;
    cost->binomials += (at[6] - at[5]) * unit * counts.binomials;
    cost->divisions += (at[7] - at[6]) * unit * counts.divisions;
}

struct light_cost months_of_light(struct trial *trial, const struct light *light,
                                  const struct kernel *kernel)
{
    struct light_cost cost = {0};
    struct block *block = trial_block();
    static struct sample sample;
    for (int k = 0; k < SAMPLES; k++) {
        prepare_block(trial, block, k % trial->scenario->strategies, (int64_t)k * LANES, LANES);
        kernel->start(block);
        for (int month = 0; month < 36 && month < block->horizon; month++)
            kernel->month(block);
        if (count_live(block) > 0)
            kernel->compact(block);
        take_sample(block, &sample);
        time_sample(&sample, light, kernel, &cost);
    }
    cost.sum = cost.uniforms + cost.normals + cost.exps + cost.logs + cost.poissons +
               cost.binomials + cost.divisions;
    free(block);
    return cost;
}
