/* The values that one uncertain number takes in one or more strategies: a distribution, cut to the
 * legal range of its field and made ready to be drawn for many paths at once. */
#ifndef MONTECARLO_MARGIN_H
#define MONTECARLO_MARGIN_H

#include "scenario/distribution.h"

#include <stdbool.h>

struct margin; /* immutable */

/* `low` and `high` are the legal range of the field. NULL when memory runs out. */
struct margin *margin_create(const struct distribution *distribution, double low, double high);
void margin_destroy(struct margin *margin); /* takes NULL */

/* Whether margin_fill reads the normal scores z, and not the uniform numbers u. */
bool margin_reads_scores(const struct margin *margin);

/* The quantiles of n <= LANES paths. Path i stands at u[i] = Phi(z[i]); only the array that
 * margin_reads_scores names is read. */
void margin_fill(const struct margin *margin, const double *u, const double *z, int n,
                 double *value);

#endif
