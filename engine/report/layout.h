/* Where things stand so that a picture can be read: round axes, labels that do not overlap. */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

/* An axis from 0 in at most `most_steps` round steps that reach at least `most`. */
struct layout_axis {
    double step;
    int steps;
};
struct layout_axis layout_axis(double most, int most_steps);

/* Moves label centres apart, as little as may be, so that neighbours, `height` tall each, do not
 * overlap and all stay between low and high. Keeps their order; of equal ones the first stands
 * highest. When there is too little room they are spread evenly. */
void layout_spread(double *centre, const double *height, int count, double low, double high);

enum { LAYOUT_LABELS_MAX = 24 };

#endif
