/* A precedent: a company whose story is known. What could be known when it began is a scenario; what
 * became of it, and what a credible forecast should say of it, stand beside. Read from YAML. */
#ifndef SCENARIO_PRECEDENT_H
#define SCENARIO_PRECEDENT_H

#include "model/outcome.h"
#include "scenario/complaint.h"
#include "scenario/sheet.h"

#include <stdbool.h>
#include <stdint.h>

enum { PRECEDENT_POINTS_MAX = 24, PRECEDENT_BANDS_MAX = 6 };

/* How far a figure can be trusted. */
enum precedent_grade { PRECEDENT_VERIFIED, PRECEDENT_RECALLED, PRECEDENT_ASSUMED };

/* What can be asked of a company's life. */
enum quantity_kind {
    QUANTITY_VALUE,          /* what all owners got, dollars; at the horizon the mark of who is private */
    QUANTITY_RAISED,         /* from investors, up to a month or in all, dollars */
    QUANTITY_MARK,           /* the highest valuation after a round, up to a month or ever, dollars */
    QUANTITY_LIFETIME,       /* months until it closed, was sold or listed; the horizon if it did not */
    QUANTITY_REVENUE,        /* yearly, dollars, at a month, had it gone on by itself */
    QUANTITY_SERVICES_SHARE, /* of services and training in that, while there is any */
    QUANTITIES
};

struct precedent_point {
    enum quantity_kind kind; /* REVENUE or SERVICES_SHARE */
    int month;               /* 1 is the end of the first month */
    double value;
    enum precedent_grade grade;
    struct place place;
};

/* What a world must be like to count; what is 0 or infinite asks for nothing. */
struct precedent_condition {
    unsigned outcomes;       /* bit per enum outcome; 0: any */
    int by;                  /* judged at the end of this month; 0: at the horizon */
    bool asks[QUANTITY_LIFETIME];
    double least[QUANTITY_LIFETIME], most[QUANTITY_LIFETIME]; /* VALUE, RAISED, MARK */
    int below;               /* the value is below this quantity; -1: not asked */
};

/* A number that a credible forecast should put between two others. */
struct precedent_band {
    const char *says;
    bool median;             /* of a quantity over all worlds; else the chance of a condition */
    enum quantity_kind of;
    int month;               /* of a quantity that changes */
    struct precedent_condition chance, given; /* the share of worlds that are `given` */
    double low, high;        /* -INFINITY, INFINITY where open */
    struct place place;
};

struct precedent {
    const char *file, *name;
    const char *says;        /* what was knowable */
    const char *source;
    enum precedent_grade grade;
    int start_year, start_month;
    struct sheet_company company;
    int64_t paths;           /* 0: as many as all others */
    int guesses;
    const char *const *guess; /* inputs that nothing is known about */
    /* What became of it. NaN: not known. */
    bool has_outcome;
    enum outcome outcome;
    int month;               /* in which it ended, or until which it is known to have been private */
    double value, raised;
    enum precedent_grade outcome_grade, value_grade, raised_grade;
    int points;
    struct precedent_point point[PRECEDENT_POINTS_MAX];
    int bands;
    struct precedent_band band[PRECEDENT_BANDS_MAX];
    void *memory;            /* owner of everything above */
};

extern const char *const precedent_outcome[OUTCOMES + 1]; /* as written: acquired; NULL at the end */
extern const char *const precedent_grade[4];

/* NULL after at least one complaint, or without one when memory ran out. */
struct precedent *precedent_load(const char *file, struct complaints *complaints);
void precedent_destroy(struct precedent *precedent); /* takes NULL */

#endif
