/* The line along which a quantity on a square grid is zero, by marching squares. */
#ifndef ANALYSIS_CONTOUR_H
#define ANALYSIS_CONTOUR_H

/* Points of the line in units of the grid: (0, 0) is the first value, (n - 1, n - 1) the last. */
struct contour_segment {
    double x[2], y[2];
};

/* Replaces every value by the mean of itself and its neighbours, each counting with its weight (>= 0):
 * noise of single cells makes no islands. `smooth` has room for n * n. */
void contour_smooth(const double *value, const double *weight, int n, double *smooth);

/* Segments of the zero line of value[y * n + x]; at most 2 (n - 1)^2. Returns how many. A value of
 * exactly zero counts as above. */
int contour_trace(const double *value, int n, struct contour_segment *segments);

#endif
