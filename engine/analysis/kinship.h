/* How alike the fates of companies are that share a world, and of those that do not. */
#ifndef ANALYSIS_KINSHIP_H
#define ANALYSIS_KINSHIP_H

#include "analysis/fund_figures.h"

/* Correlations of value[f * seats + j], of fund f's company in seat j, NaN for one without a cheque;
 * market[j] is its market. Each seat is first put on a scale of mean 0 and deviation 1, so that
 * kinds of company that differ do not count as alike. False when memory is short. */
bool kinship_make(double *value, int64_t funds, int seats, const int *market,
                  struct fund_correlation *correlation);

#endif
