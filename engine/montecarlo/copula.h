/* Couples uncertain parameters by rank correlation without touching their distributions: a Gaussian
 * copula. The normal scores of the coupled dimensions become correlated; each stays standard
 * normal. */
#ifndef MONTECARLO_COPULA_H
#define MONTECARLO_COPULA_H

#include "model/parameters.h"
#include "scenario/complaint.h"
#include "scenario/scenario.h"

struct copula; /* immutable */

/* Dimension i is `column[i]`. Correlations with a column that is not among them couple nothing and
 * are passed over. Complains, and answers NULL, when no joint distribution has these correlations;
 * NULL without a complaint when memory runs out. */
struct copula *copula_create(const struct scenario *scenario, const int *column, int dimensions,
                             struct complaints *complaints);
void copula_destroy(struct copula *copula); /* takes NULL */

/* How many dimensions are coupled, and the place of one among them, or -1. */
int copula_size(const struct copula *copula);
int copula_place(const struct copula *copula, int dimension);

/* Independent normal scores of the coupled dimensions become correlated ones, in place. */
void copula_couple(const struct copula *copula, int n, double (*z)[LANES]);

/* u = Phi(z), strictly between 0 and 1. */
void copula_uniforms(const double *z, int n, double *u);

#endif
