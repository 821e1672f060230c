/* Scenarios and distributions made without the loader. */
#ifndef BY_HAND_H
#define BY_HAND_H

#include "montecarlo/sampler.h"

/* Every column of every strategy is a constant inside its legal range. */
struct scenario *by_hand_create(int strategies, enum sampling sampling);
void by_hand_destroy(struct scenario *scenario);

/* Sets one column in one strategy, or in all of them when strategy is -1. */
void by_hand_set(struct scenario *scenario, int strategy, int column, struct distribution value);

/* Adds a rank correlation; at most 16. */
void by_hand_couple(struct scenario *scenario, int a, int b, double rank);

/* The distributions, with the parameters of scenario/distribution.h. */
struct distribution by_hand_constant(double a);
struct distribution by_hand_shape(enum shape shape, double a, double b, double c, double d);
struct distribution by_hand_table(enum shape shape, double *points, double *weights, int count);
struct distribution by_hand_truncated(struct distribution value, double low, double high);

/* A sampler that must come without a complaint. */
struct sampler *by_hand_sampler(const struct scenario *scenario, uint64_t seed, int64_t paths);

/* The values of one column for the paths 0 .. paths - 1, drawn in blocks of `block` lanes. */
double *by_hand_values(const struct sampler *sampler, int strategy, int column, int paths,
                       int block);

/* Lane i of a column. */
double by_hand_lane(const struct parameters *parameters, int column, int i);

#endif
