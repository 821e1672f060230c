/* What worlds that were played anyway say of an outcome's sources: indices by neighbours in the order of
 * each assumption (ranks.h), of the outcome, of the highest tenth and of closing, and over the years. */
#ifndef ANALYSIS_NEIGHBOURS_H
#define ANALYSIS_NEIGHBOURS_H

#include "analysis/sensitivity.h"

/* Of a played batch whose last watches are those of the years, and of its outcomes by world. False when
 * memory ran out. */
bool neighbours_explain(struct sensitivity *sensitivity, const struct batch *batch, const double *outcome);

#endif
