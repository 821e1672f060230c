/* The charts of an output folder: their scripts, and what the scripts are told. */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include "analysis/summary.h"
#include "report/output.h"

/* Theme, templates, and meta.gp with this summary's titles, names and axes; the charts are to be drawn. */
void figures_write(const struct summary *summary, struct output *output);

#endif
