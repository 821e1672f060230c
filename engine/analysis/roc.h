/* How well one number tells cases that will meet with an event from the others: the area under the
 * receiver operating characteristic (AUC), and the threshold that tells them apart best. */
#ifndef ANALYSIS_ROC_H
#define ANALYSIS_ROC_H

#include <stdbool.h>
#include <stdint.h>

struct roc_case {
    double value; /* not NaN */
    bool event;
};

/* The area is the chance that of two cases the one with the event has the larger value, equal values
 * counting half. */
struct roc {
    int64_t cases, events;
    double area;      /* NaN unless there are two cases of either kind */
    double error;     /* DeLong, DeLong and Clarke-Pearson 1988; where all pairs agree, what one case more
                         or less would change */
    double indifferent; /* the error that an area has if the value has nothing to do with the event, ties
                           considered (Mann and Whitney 1947) */
    bool constant;    /* all values are equal */
};

void roc_sort(struct roc_case *cases, int64_t n); /* by value, ascending */

struct roc roc_area(const struct roc_case *sorted, int64_t n);

/* Two-sided chance of an area at least so far from one half, the larger of both errors taken. */
double roc_chance(const struct roc *roc);

/* A rule between two neighbouring values: who has `below` or less, or else `above` or more, is warned. */
struct roc_cut {
    double below, above;
    double youden; /* share of events warned less share of others warned: the largest there is */
};

/* The first of the best. Needs an event, a case without, and two different values. */
struct roc_cut roc_youden(const struct roc_case *sorted, int64_t n, bool low_warns);

/* The roundest number that makes nearly as good a rule of the same cases, as 'less than it' (low) or 'more
 * than it' (high): no worse than half of what luck may move a youden of so many cases. It may warn others,
 * so that what is said of it must be counted with it. */
double roc_threshold(const struct roc_cut *cut, const struct roc_case *sorted, int64_t n, bool low_warns);

#endif
