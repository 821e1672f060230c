/* Labels beside the ends of the marks of a chart, in their colours: what they say and, moved apart
 * where they would overlap, how high they stand. */
#ifndef REPORT_ENDS_H
#define REPORT_ENDS_H

#include "report/layout.h"
#include "report/meta.h"

#include <stdbool.h>

enum { ENDS_LINES = 3, ENDS_LINE_SIZE = 256 };

#define ENDS_EMS 14.0 /* the width of the margin they stand in, over the size of the letters */

struct end {
    char line[ENDS_LINES][ENDS_LINE_SIZE];
    int lines;
    int colour;  /* 1, 2, …: of a strategy, stream or round, as the chart means it; 0: grey */
    bool strong; /* bold, for what the chart is about */
    double y;    /* 0 at the foot of the plot, 1 at its top */
};

struct ends {
    struct end end[LAYOUT_LABELS_MAX];
    int count;
};

/* Adds a label that begins with a name of at most `name_lines` lines. `name` may be NULL. */
struct end *ends_add(struct ends *ends, const char *name, int name_lines, int colour, double y);
__attribute__((format(printf, 2, 3))) void ends_line(struct end *end, const char *format, ...);

/* Moves the labels apart and writes them for the chart `key`. */
void ends_write(struct ends *ends, FILE *meta, const char *key);

#endif
