/* The statistics that facts may ask for, by name. What they mean is computed in engine/analysis. */
#ifndef SCENARIO_STATISTIC_H
#define SCENARIO_STATISTIC_H

#include "model/field.h"

#include <stdbool.h>

#define STATISTIC(name, ...) STATISTIC_##name,
enum statistic {
#include "scenario/statistic.def"
    STATISTICS
};
#undef STATISTIC

/* Months count from the company's start unless the statistic says otherwise. */
enum argument {
    ARGUMENT_MULTIPLE,
    ARGUMENT_ROUND,           /* 1 is the first */
    ARGUMENT_WITHIN,          /* months */
    ARGUMENT_AT,              /* a month; 1 is the end of the first */
    ARGUMENT_UNTIL,           /* a later one */
    ARGUMENT_LENGTH,          /* months */
    ARGUMENT_VALUE,           /* dollars */
    ARGUMENT_REVENUE,         /* dollars a year; who has less does not count */
    ARGUMENT_USERS,           /* who has fewer does not count */
    ARGUMENT_FLAT,            /* prices that differ by no more are the same */
    ARGUMENT_LOW,             /* share of services up to which they are few */
    ARGUMENT_HIGH,            /* and from which they are many */
    ARGUMENT_SERVICES_MARGIN, /* gross, as a share of revenue */
    ARGUMENT_PRODUCT_MARGIN,
    ARGUMENTS
};

struct argument_row {
    const char *key;
    enum unit unit;
};

extern const struct argument_row statistic_argument[ARGUMENTS];

struct statistic_row {
    const char *key;
    enum unit unit;
    unsigned arguments; /* bit a: argument a is needed */
    bool against;       /* a second population is needed */
    const char *meaning;
};

extern const struct statistic_row statistic_table[STATISTICS];

#endif
