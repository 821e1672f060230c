#include "analysis/cycles.h"

static struct sample spell_length(const struct sample_of *of, double climate)
{
    const struct lives *lives = of->lives;
    double ends = 0.0;
    int64_t n = 0;
    for (int64_t i = 0; i < lives->count; i++) {
        if (lives->result[i].outcome != OUTCOME_PRIVATE)
            continue;
        of->a[n] = of->b[n] = 0.0;
        for (int month = 1; month < lives->horizon; month++) {
            if (lives_at(lives, OBSERVABLE_climate, i, month) != climate)
                continue;
            of->a[n] += 1.0;
            of->b[n] += lives_at(lives, OBSERVABLE_climate, i, month + 1) != climate;
        }
        ends += of->b[n++];
    }
    return (struct sample){sample_ratio(of->a, of->b, n).figure, (int64_t)ends};
}

struct sample cycles_open_length(const struct sample_of *of) { return spell_length(of, 1.0); }

struct sample cycles_shut_length(const struct sample_of *of) { return spell_length(of, 0.0); }

struct sample cycles_reproduction_lasts(const struct sample_of *of)
{
    const struct lives *lives = of->lives;
    for (int64_t i = 0; i < lives->count; i++) {
        int run = 0, longest = 0;
        /* What a company had at its end is not a run that goes on. */
        for (int month = 1; month <= lives->horizon && month <= lives->result[i].month; month++) {
            run = lives_at(lives, OBSERVABLE_reproduction, i, month) > 1.0 ? run + 1 : 0;
            longest = run > longest ? run : longest;
        }
        of->a[i] = longest > of->argument[ARGUMENT_LENGTH];
        of->b[i] = 1.0;
    }
    return sample_ratio(of->a, of->b, lives->count);
}
