#include "life.h"

#include <check.h>
#include <stdlib.h>

struct lives life_some(int count, int horizon, int every)
{
    struct lives lives;
    ck_assert(lives_create(&lives, count, horizon, every));
    for (int i = 0; i < count; i++)
        life_end(&lives, i, OUTCOME_PRIVATE, horizon, 0.0);
    return lives;
}

void life_round(struct lives *lives, int life, struct closing closing)
{
    struct result *result = &lives->result[life];
    lives->closing[life * ROUNDS_MAX + result->rounds++] = closing;
    result->invested += closing.amount;
}

void life_end(struct lives *lives, int life, enum outcome outcome, int month, double proceeds)
{
    lives->result[life].outcome = (uint8_t)outcome;
    lives->result[life].month = (uint16_t)month;
    lives->result[life].proceeds = proceeds;
}

void life_set(struct lives *lives, enum observable observable, int life, int month, double value)
{
    if (!lives->observed[observable])
        ck_assert(lives_observe(lives, observable));
    for (int t = month / lives->every; t <= lives->times; t++)
        lives->observed[observable][life * lives->times + t - 1] = value;
}

struct sample life_take(struct sample (*take)(const struct sample_of *), const struct lives *of,
                        const struct lives *against, const double argument[ARGUMENTS])
{
    int64_t most = against && against->count > of->count ? against->count : of->count;
    double *a = malloc((size_t)most * sizeof *a), *b = malloc((size_t)most * sizeof *b);
    ck_assert(a && b);
    struct sample sample = take(&(struct sample_of){of, against, argument, a, b});
    free(a);
    free(b);
    return sample;
}

void life_expect(struct sample sample, double value, int64_t count)
{
    ck_assert_double_eq_tol(sample.figure.value, value, 1e-12);
    ck_assert_int_eq(sample.count, count);
}
