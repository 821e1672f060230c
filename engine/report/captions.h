/* What stands on a page of charts: a title that states the finding with its number, a subtitle
 * that says what is drawn, a note on what is left out. Made from the same numbers as the data
 * files. */
#ifndef REPORT_CAPTIONS_H
#define REPORT_CAPTIONS_H

#include "analysis/summary.h"

#include <stdbool.h>
#include <stddef.h>

enum chart {
    CHART_TABLE,
    CHART_REVENUE,
    CHART_SURVIVAL,
    CHART_OUTCOMES,
    CHART_TAKE_HOME,
    CHART_AT_LEAST,
    CHART_DIFFERENCE,
    CHART_MIX,
    CHART_CAP_TABLE,
    CHART_OWNERSHIP,
    CHART_WATERFALL,
    CHART_BREAKPOINTS,
    CHART_CASH,
    CHART_MULTIPLE,
    CHART_PARTIES,
    CHART_ASSUMPTIONS,
    CHARTS
};

enum { CAPTION_SIZE = 768 };

/* Widths of the lines of a page over the sizes of their letters, as in plots/theme.gp; those of
 * regular type are for its being narrower. */
#define CAPTIONS_TITLE_EMS (864 / 24.0)
#define CAPTIONS_SUBTITLE_EMS (905 / 14.0)
#define CAPTIONS_NOTE_EMS (905 / 9.5)

struct caption {
    char title[CAPTION_SIZE], subtitle[CAPTION_SIZE], note[CAPTION_SIZE];
    int strategy; /* whose colour the page bears */
};

extern const char *const captions_key[CHARTS]; /* of files and of names in meta.gp: take_home */

/* False for a chart that makes no sense here: a comparison of one strategy. */
bool captions_make(const struct summary *summary, enum chart chart, struct caption *caption);

/* The name of a strategy, no wider on a slide than so many times the type size; names that begin
 * alike are cut at the beginning rather than at the end. */
void captions_name(char *name, size_t size, const struct summary *summary, int strategy,
                   double ems);

/* The year in which a month of the scenario falls. */
int captions_year(const struct scenario *scenario, int month);

#endif
