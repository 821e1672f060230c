/* What each template is told beside its data: axes, labels and their places, as lines of meta.gp. */
#ifndef REPORT_PAGES_H
#define REPORT_PAGES_H

#include "analysis/summary.h"
#include "report/captions.h"
#include "report/meta.h"

void pages_chart(const struct summary *summary, enum chart chart, struct meta *meta);

#endif
