/* Alternatives that somebody has to choose from, and scenarios in which each is to be judged. Read from
 * YAML:
 *
 *     choices:
 *       - {name: Raise now, set: {funding: funding/venture}}
 *       - {name: Stay on services}
 *     scenarios:                  # besides the one that is named on the command line
 *       - {name: A winter, set: {climate.regime: shut}}
 *       - {name: Elsewhere, scenario: innovation-market.yaml, strategy: 2} */
#ifndef SCENARIO_CHOICES_H
#define SCENARIO_CHOICES_H

#include "scenario/complaint.h"
#include "scenario/sheet.h"

enum { CHOICES_MAX = 8, CHOICES_SCENARIOS_MAX = 8 };

struct choices {
    const char *file;
    int count, scenarios;                           /* scenarios: at least 1, the first is the given one */
    const char *name[CHOICES_MAX];
    const char *scenario_name[CHOICES_SCENARIOS_MAX]; /* the first: as the file is named */
    struct sheet_company company[CHOICES_MAX][CHOICES_SCENARIOS_MAX];
    void *memory;                                   /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. `scenario` must outlive it. */
struct choices *choices_load(const char *file, const char *scenario, struct complaints *complaints);
void choices_destroy(struct choices *choices); /* takes NULL */

#endif
