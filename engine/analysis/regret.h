/* Alternatives held against each other in several scenarios: what each is worth, and what whoever took it
 * would wish to have taken. */
#ifndef ANALYSIS_REGRET_H
#define ANALYSIS_REGRET_H

#include "analysis/objective.h"
#include "analysis/paired.h"
#include "scenario/choices.h"

/* One choice in one scenario. */
struct regret_cell {
    struct figure outcome;
    struct paired behind;  /* what it lacks to the leader of this scenario; 0 for that one */
    double most;           /* with 95% it lacks no more than this to any choice; NaN where that is not known */
    struct figure regret;  /* mean over the worlds of what it lacks to the best choice of each world */
    double best;           /* share of worlds in which no choice has more */
};

struct regret {
    const struct choices *choices;
    struct objective objective;
    uint64_t seed;
    int64_t paths;
    char given[120]; /* the name of the scenario that is not the choices' own */
    struct regret_cell cell[CHOICES_MAX][CHOICES_SCENARIOS_MAX];
    int comparisons;                   /* pairs of choices in all scenarios: intervals are of 95% for all together */
    int leader[CHOICES_SCENARIOS_MAX]; /* the choice with the highest outcome of a scenario */
    bool clear[CHOICES_SCENARIOS_MAX]; /* every other is clearly behind it */
    double worst[CHOICES_MAX];         /* the most that a choice is behind in any scenario, as estimated */
    double most[CHOICES_MAX];          /* with 95% it is nowhere behind by more; NaN where that is not known */
    int least;                         /* the choice with the least of `worst` */
};

/* Plays every choice in every scenario, over the same worlds. What is asked at a month must lie within
 * every scenario; choices whose worlds would not be the same are complained of. The same bits for any
 * number of threads. */
enum batch_end regret_run(struct regret *regret, const struct choices *choices, const struct objective *objective,
                          const uint64_t *seed, int64_t paths, const struct batch_options *options,
                          struct complaints *complaints);

#endif
