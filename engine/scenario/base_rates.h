/* What becomes of young companies at large, by age: the forecast of somebody who knows nothing about
 * this one. Read from YAML. */
#ifndef SCENARIO_BASE_RATES_H
#define SCENARIO_BASE_RATES_H

#include "scenario/complaint.h"

/* The ends that are told apart: who is acqui-hired has closed. */
enum fate { FATE_CLOSED, FATE_PRIVATE, FATE_ACQUIRED, FATE_LISTED, FATES };

enum { BASE_RATES_MAX = 24 };

struct base_rates {
    const char *file, *name, *source;
    int rows;
    struct {
        double month, share[FATES];
    } row[BASE_RATES_MAX]; /* by month, rising; the first is month 0, when all are private */
    void *memory;
};

extern const char *const base_rates_fate[FATES]; /* closed, private, acquired, listed */

/* The shipped file when `file` is NULL. NULL after a complaint, or when memory ran out. */
struct base_rates *base_rates_load(const char *file, struct complaints *complaints);
void base_rates_destroy(struct base_rates *rates); /* takes NULL */

/* Linear between the rows; after the last as in the last. */
void base_rates_at(const struct base_rates *rates, double month, double share[FATES]);

#endif
