/* What a finished batch stands on: every assumption that matters in it, who set it, how well it is
 * supported, and how much of the spread of the founders' result it explains by itself. */
#ifndef ANALYSIS_FOOTING_H
#define ANALYSIS_FOOTING_H

#include "montecarlo/batch.h"
#include "montecarlo/statistics.h"
#include "scenario/provenance.h"

enum { FOOTING_WORLDS_MAX = 10000 };

/* One key; strategies that have it from the same place share a row. */
struct footing_row {
    enum section section;
    int repeat, column;
    const struct field *field;
    const struct assumption *assumption;
    unsigned strategies;         /* bit s */
    bool uncertain;              /* drawn once for each world */
    struct provenance provenance;
    struct figure first;         /* its index in the subject (analysis/ranks.h); NaN: none there */
};

struct footing {
    int subject;                 /* the strategy whose result is explained */
    int64_t worlds;              /* that the indices come from: the first FOOTING_WORLDS_MAX at most */
    bool spread;                 /* the result does differ between worlds, in ranks */
    int count;
    struct footing_row *row;
    int uncertain;               /* columns that differ between worlds in the subject */
    int judged;                  /* rows of judgement grade that are constants in the subject: they explain
                                    nothing because nobody said how far they could be off */
    struct figure sum;           /* of all indices */
    struct figure grade_sum[PROVENANCE_GRADES];   /* of the indices by grade */
    struct figure grade_share[PROVENANCE_GRADES]; /* of the sum; meaningless unless that is clearly above 0 */
};

/* The result is the rank of the founders' take-home: its mean square would be that of a few best
 * worlds. The batch must outlive the footing. NULL when memory ran out. */
struct footing *footing_create(const struct batch *batch, int subject);
void footing_destroy(struct footing *footing); /* takes NULL */

#endif
