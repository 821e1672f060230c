/* What each template is told beside its data: axes, labels and their places, as lines of meta.gp.
 */
#ifndef REPORT_PAGES_H
#define REPORT_PAGES_H

#include "analysis/summary.h"
#include "report/captions.h"
#include "report/meta.h"

/* The axis of revenue: a long tail is cut off, lest it press everything else to the floor. */
struct pages_axis {
    double top, step;
    int steps;
    bool clipped;
};
struct pages_axis pages_revenue_axis(const struct summary *summary);

void pages_chart(const struct summary *summary, enum chart chart, FILE *meta);

#endif
