/* Alternatives held against each other in several scenarios: what each is worth, and what whoever took it
 * would wish to have taken. */
#ifndef ANALYSIS_REGRET_H
#define ANALYSIS_REGRET_H

#include "analysis/objective.h"
#include "scenario/choices.h"

/* One choice in one scenario. */
struct regret_cell {
    struct figure outcome;
    struct figure behind;  /* what it lacks to the best choice of this scenario, paired; 0 for that one */
    struct figure regret;  /* mean over the worlds of what it lacks to the best choice of each world */
    double best;           /* share of worlds in which no choice has more */
};

struct regret {
    const struct choices *choices;
    struct objective objective;
    uint64_t seed;
    int64_t paths;
    struct regret_cell cell[CHOICES_MAX][CHOICES_SCENARIOS_MAX];
    int leader[CHOICES_SCENARIOS_MAX]; /* the best choice of a scenario */
    bool clear[CHOICES_SCENARIOS_MAX]; /* every other is behind it with 95% */
    double worst[CHOICES_MAX];         /* the most that a choice is behind in any scenario */
    int least;                         /* the choice with the least of that */
};

/* Plays every choice in every scenario, over the same worlds. What is asked at a month must lie within
 * every scenario; choices whose worlds would not be the same are complained of. The same bits for any
 * number of threads. */
enum batch_end regret_run(struct regret *regret, const struct choices *choices, const struct objective *objective,
                          const uint64_t *seed, int64_t paths, const struct batch_options *options,
                          struct complaints *complaints);

#endif
