/* What a company may choose, and between which ends: 'playbook.marketing=0..10%', or a word alone. */
#ifndef ANALYSIS_LEVER_H
#define ANALYSIS_LEVER_H

#include "scenario/scenario.h"
#include "scenario/span.h"

#include <stddef.h>

enum { LEVERS_MAX = 12, LEVER_PLAN_MAX = LEVERS_MAX * 6, LEVER_SETTING_SIZE = 200 };

struct lever {
    char name[SPAN_NAME_SIZE]; /* as written */
    struct key key;
    double low, high;          /* in the engine's unit; of a word, its first and last index */
};

/* Reads one for a strategy of a scenario: a number needs both ends, a word none. Refuses what the world
 * decides, what the strategy does not have, and what no month reads. In complaints it is the first line
 * of a file called `option`. */
bool lever_parse(const char *option, const char *text, const struct scenario *scenario, int strategy,
                 struct complaints *complaints, struct lever *lever);

/* The value at x in [0,1] of the way from low to high, rounded to three digits. */
double lever_value(const struct lever *lever, double x);

/* What the levers set; of a stage's people the rest gives way in proportion, to 100% in all. */
struct lever_plan {
    int count;
    struct {
        int column;
        double value;
    } set[LEVER_PLAN_MAX];
};

void lever_plan(const struct lever *levers, int count, const struct scenario *scenario, int strategy,
                const double *value, struct lever_plan *plan);

/* The i-th of a plan as --set takes it: 'strategies.2.playbook.openness=40%'. */
void lever_setting(const struct lever_plan *plan, int i, int strategy, char text[LEVER_SETTING_SIZE]);

#endif
