/* Small pictures side by side, one for each of several strategies, all on one scale. */
#ifndef REPORT_PANELS_H
#define REPORT_PANELS_H

#include "analysis/summary.h"

#include <stdio.h>

struct panels {
    int count, columns, rows;
    int strategy[STRATEGIES_MAX];
    double width; /* points of a slide, of one */
};

enum { PANELS_GAP = 26 }; /* points between neighbours, as in plots/panels.gp */

/* Adds one; then lays out all in so many points from left to right. */
void panels_add(struct panels *panels, int strategy);
void panels_arrange(struct panels *panels, double points);

/* Counts, strategies and names, for the chart `key`. */
void panels_write(const struct panels *panels, const struct summary *summary, FILE *meta, const char *key);

#endif
