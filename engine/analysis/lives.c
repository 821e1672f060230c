#include "analysis/lives.h"

#include <stdlib.h>
#include <string.h>

_Static_assert(OBSERVABLES <= 64, "one bit for each observable");

/* Addresses of luck: every kind of company and start has worlds of its own. */
enum { CELL_BITS = 32 };

bool lives_create(struct lives *lives, int64_t count, int horizon, int every)
{
    const size_t n = (size_t)count;
    *lives = (struct lives){.count = count, .horizon = horizon, .every = every, .times = horizon / every};
    lives->result = calloc(n, sizeof *lives->result);
    lives->closing = calloc(n * ROUNDS_MAX, sizeof *lives->closing);
    lives->member = calloc(n, 1);
    if (lives->result && lives->closing && lives->member)
        return true;
    lives_destroy(lives);
    return false;
}

bool lives_observe(struct lives *lives, enum observable observable)
{
    lives->observed[observable] = calloc((size_t)lives->count * (size_t)lives->times, sizeof(double));
    return lives->observed[observable] != NULL;
}

void lives_destroy(struct lives *lives)
{
    free(lives->result);
    free(lives->closing);
    free(lives->member);
    for (int o = 0; o < OBSERVABLES; o++)
        free(lives->observed[o]);
    *lives = (struct lives){.count = 0};
}

double lives_at(const struct lives *lives, enum observable observable, int64_t life, int month)
{
    return lives->observed[observable][life * lives->times + month / lives->every - 1];
}

double lives_last(const struct lives *lives, enum observable observable, int64_t life)
{
    return lives_at(lives, observable, life, lives->times * lives->every);
}

bool lives_closed(const struct lives *lives, int64_t life, int month)
{
    const struct result *result = &lives->result[life];
    return batch_is_closed(result) && result->month <= month;
}

bool lives_open(const struct lives *lives, int64_t life, int month)
{
    const struct result *result = &lives->result[life];
    return result->outcome == OUTCOME_PRIVATE || result->month > month;
}

int lives_watches(const struct fact_population *population, uint64_t observables)
{
    return __builtin_popcountll(observables) * (population->horizon / population->every);
}

/* --- Playing -------------------------------------------------------------------------------- */

/* One kind of company with one start. */
struct cell {
    int member, start;
    int64_t first, count;
};

static void watch(struct batch *batch, const struct lives *lives, uint64_t observables)
{
    for (int o = 0; o < OBSERVABLES; o++)
        for (int t = 0; observables >> o & 1 && t < lives->times; t++)
            batch_watch(batch, (enum observable)o, (t + 1) * lives->every);
}

static void take(const struct batch *batch, int strategy, const struct cell *cell, uint64_t observables,
                 struct lives *lives)
{
    const size_t n = (size_t)cell->count;
    memcpy(lives->result + cell->first, batch->result[strategy], n * sizeof *lives->result);
    memcpy(lives->closing + cell->first * ROUNDS_MAX, batch->closing, n * ROUNDS_MAX * sizeof *lives->closing);
    memset(lives->member + cell->first, cell->member, n);
    int w = 0;
    for (int o = 0; o < OBSERVABLES; o++)
        for (int t = 0; observables >> o & 1 && t < lives->times; t++, w++)
            for (int64_t i = 0; i < cell->count; i++)
                lives->observed[o][(cell->first + i) * lives->times + t] = batch->watched[strategy][w][i];
}

static enum batch_end play_cell(const struct fact_population *population, const struct candidate *candidate,
                                const struct cell *cell, uint64_t observables, uint64_t seed,
                                const struct batch_options *options, struct lives *lives,
                                struct complaints *complaints)
{
    struct batch *batch = batch_create(candidate->scenario, seed, cell->count, complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    const int64_t number = cell->member * FACTS_STARTS_MAX + cell->start;
    const int64_t address = number << CELL_BITS;
    struct batch_place place = {.apart = true,
                                .company = address,
                                .market = address,
                                .climate = address,
                                .elapsed = population->start[cell->start],
                                .horizon = population->horizon};
    struct batch_options own = *options;
    own.strategies = 1u << candidate->strategy;
    batch_place(batch, &place);
    batch_keep_closings(batch, candidate->strategy);
    watch(batch, lives, observables);
    enum batch_end end = batch_play(batch, cell->count, &own);
    if (end == BATCH_DONE)
        take(batch, candidate->strategy, cell, observables, lives);
    batch_destroy(batch);
    return end;
}

/* Companies up to the end of a cell: weights are kept to the nearest company. */
static int64_t up_to(const struct fact_population *population, int member, int start)
{
    double all = 0.0, before = 0.0;
    for (int m = 0; m < population->members; m++) {
        all += population->member[m].weight;
        before += m < member ? population->member[m].weight : 0.0;
    }
    before += population->member[member].weight * (start + 1) / population->starts;
    return (int64_t)((double)population->paths * before / all + 0.5);
}

/* Companies that never closed a first round are left out, the others keep their order. */
static void keep_raised(struct lives *lives)
{
    int64_t kept = 0;
    for (int64_t i = 0; i < lives->count; i++) {
        if (lives->result[i].rounds == 0)
            continue;
        lives->result[kept] = lives->result[i];
        lives->member[kept] = lives->member[i];
        memmove(lives->closing + kept * ROUNDS_MAX, lives->closing + i * ROUNDS_MAX,
                ROUNDS_MAX * sizeof *lives->closing);
        for (int o = 0; o < OBSERVABLES; o++)
            if (lives->observed[o])
                memmove(lives->observed[o] + kept * lives->times, lives->observed[o] + i * lives->times,
                        (size_t)lives->times * sizeof(double));
        kept++;
    }
    lives->count = kept;
}

struct telling {
    const struct batch_options *options;
    int64_t before, all;
};

static void tell(int64_t done, int64_t all, void *data)
{
    const struct telling *telling = data;
    (void)all;
    telling->options->progress(telling->before + done, telling->all, telling->options->data);
}

enum batch_end lives_play(const struct fact_population *population, const struct candidate *candidate,
                          uint64_t observables, uint64_t seed, const struct batch_options *options,
                          struct lives *lives, struct complaints *complaints)
{
    if (!lives_create(lives, population->paths, population->horizon, population->every))
        return BATCH_NO_MEMORY;
    enum batch_end end = BATCH_DONE;
    for (int o = 0; o < OBSERVABLES; o++)
        if (observables >> o & 1 && !lives_observe(lives, (enum observable)o))
            end = BATCH_NO_MEMORY;
    struct telling telling = {options, 0, population->paths};
    struct batch_options own = *options;
    own.progress = options->progress ? tell : NULL;
    own.data = &telling;
    for (int m = 0; m < population->members; m++)
        for (int s = 0; s < population->starts && end == BATCH_DONE; s++) {
            const int64_t first = telling.before, last = up_to(population, m, s);
            const struct cell cell = {m, s, first, last - first};
            if (cell.count > 0)
                end = play_cell(population, &candidate[m], &cell, observables, seed, &own, lives, complaints);
            telling.before = last;
        }
    if (end != BATCH_DONE)
        lives_destroy(lives);
    else if (population->raised)
        keep_raised(lives);
    return end;
}
