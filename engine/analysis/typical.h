/* The cash of one typical company, month by month, with the money that came: of the companies that
 * raised (of all, when none did), the one nearest to their medians of lifetime, money raised and
 * take-home. A year of life, a doubling of the money, and a doubling of the take-home with $100,000
 * count alike. */
#ifndef ANALYSIS_TYPICAL_H
#define ANALYSIS_TYPICAL_H

#include "model/kernel.h"
#include "montecarlo/batch.h"

enum typical_kind {
    TYPICAL_ROUND,
    TYPICAL_BRIDGE,  /* insiders put in more */
    TYPICAL_ADVANCE, /* on revenue */
};

enum { TYPICAL_MARKS = 24 };

struct typical_mark {
    int month;      /* after so many months: a row of `cash` */
    enum typical_kind kind;
    int round;      /* closed, or bridged after */
    double amount;  /* dollars of the round, bridge or advance */
    double lent;    /* dollars that came beside a round as debt */
    double runway;  /* months that the cash before the money would have lasted at what was spent */
};

struct typical {
    int64_t path, among; /* the company; how many it was chosen from */
    bool raised;         /* chosen among those that raised */
    struct result result;
    int months;          /* of its life */
    double cash[HORIZON_MAX + 1]; /* dollars after so many months */
    double raised_in_all, lent_in_all; /* dollars */
    int marks;
    struct typical_mark mark[TYPICAL_MARKS]; /* in order of month; later ones are not kept */
};

/* NULL when memory is short. */
struct typical *typical_create(const struct batch *batch, const struct kernel *kernel, int strategy);

#endif
