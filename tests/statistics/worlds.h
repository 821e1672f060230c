/* Scenarios that no file describes: every field drawn at random around its standard value, wide
 * enough that every mechanism is met at its bounds. What agrees here agrees on more than the
 * scenarios that happen to be shipped. */
#ifndef STATISTICS_WORLDS_H
#define STATISTICS_WORLDS_H

#include "model/parameters.h"
#include "scenario/scenario.h"

#include <gsl/gsl_rng.h>

struct worlds {
    struct scenario scenario;
    struct strategy strategy; /* its only one */
};

/* Draws how many stages, rounds and dated changes there are, and the horizon. */
void worlds_draw_plan(struct worlds *worlds, gsl_rng *rng);

/* Draws every field of lanes 0 .. n - 1, within its legal range. */
void worlds_draw_parameters(gsl_rng *rng, int n, struct parameters *parameters);

#endif
