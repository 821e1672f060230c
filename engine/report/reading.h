/* What a summary is about, decided once: which strategy is the subject, whom it is held against,
 * which one raises money. The verdict, the tables and the charts all ask here. */
#ifndef REPORT_READING_H
#define REPORT_READING_H

#include "analysis/summary.h"

/* One strategy against another in the same worlds, seen from the first. */
struct comparison {
    int a, b;
    struct figure wins, losses, ties, median_difference, mean_difference;
    bool clear;
    const struct pair_summary *pair;
    bool mirrored; /* the pair's own order is b, a */
};

struct reading {
    int subject; /* wins most against all others, for the founders */
    int rival;   /* the first-named of the others; -1 when there is one strategy */
    int raiser;  /* the strategy that raises most often; -1 when none does */
};

struct reading reading_of(const struct summary *summary);
struct comparison reading_compare(const struct summary *summary, int a, int b);

/* The median of the founders' proceeds. */
const struct figure *reading_median(const struct strategy_summary *strategy);

/* Yearly revenue and mix at the horizon. */
const struct quarter *reading_last_quarter(const struct strategy_summary *strategy);

/* Share of companies neither shut down nor acqui-hired at the horizon. */
struct figure reading_open(const struct summary *summary, int strategy);

/* Whether two estimates differ by more than chance. Paired estimates correlate, mostly
 * positively, so this asks for too much rather than too little. */
bool reading_differ(struct figure a, struct figure b);

/* The rounds worth drawing: those that at least 1 in 100 companies close, and the first. */
int reading_rounds(const struct strategy_summary *strategy);

/* The strategy worth most to one founder, and that which returns most of investors' money; -1 when
 * nobody raises any. */
int reading_best_for_founder(const struct summary *summary);
int reading_best_for_investors(const struct summary *summary);

/* What a founder has and wants beside the company: a column of the section. */
double reading_founder(const struct summary *summary, int column);

bool reading_raises(const struct strategy_summary *strategy);

#endif
