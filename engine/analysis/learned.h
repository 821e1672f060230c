/* A scenario with what was learnt of it: its numbers have the distributions of a posterior, and their rank
 * correlations. */
#ifndef ANALYSIS_LEARNED_H
#define ANALYSIS_LEARNED_H

#include "analysis/posterior.h"
#include "scenario/scenario.h"

struct learned {
    struct scenario scenario; /* shares with the original all that is not new; it must not outlive it */
    void *memory;             /* owner of what is new */
    double damping;           /* of the correlations: 1, or less where no joint distribution has them all */
};

/* What was learnt in one strategy holds for every other that says the same of that number. False when memory
 * ran out. */
bool learned_make(const struct posterior *posterior, const struct prior *prior, const struct scenario *scenario,
                  int strategy, struct learned *learned);
void learned_free(struct learned *learned);

/* Spearman's rank correlation of two numbers of a posterior from their weighted ranks. */
double learned_rank(const double *rank_a, const double *rank_b, const double *weight, int64_t count);

#endif
