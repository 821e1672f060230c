/* How well numbers fit a distribution. */
#ifndef FIT_H
#define FIT_H

/* Kolmogorov's distance between n values and a distribution, times sqrt(n). For independent draws
 * it exceeds x with probability 2 exp(-2 x^2). Sorts the values. */
double fit_distance(double *value, int n, double (*share)(double x, const void *law),
                    const void *law);

/* One draw in ten thousand is farther away than this. */
#define FIT_FAR 2.23

/* The probability that independent draws fit these expected counts as badly as the counts do, by
 * the chi-square test. Every expected count should be at least 5. */
double fit_chance(const double *count, const double *expected, int cells);

/* Spearman's rank correlation of pairs without ties. */
double fit_rank_correlation(const double *a, const double *b, int n);

#endif
