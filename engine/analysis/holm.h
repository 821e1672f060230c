/* Many questions at once: chances that are corrected for how many were asked (Holm 1979). Of
 * families in which nothing is true at most a share `level` has any corrected chance below `level`,
 * however the questions hang together. */
#ifndef ANALYSIS_HOLM_H
#define ANALYSIS_HOLM_H

#include <stdbool.h>

/* Replaces each of n chances by its corrected one, at most 1. False when memory ran out. */
bool holm_adjust(double *chance, int n);

#endif
