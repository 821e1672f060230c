/* A scenario, read from YAML, checked, and complete: every field of every strategy has a value. */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include "model/block.h"
#include "model/parameters.h"
#include "scenario/complaint.h"
#include "scenario/distribution.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { STRATEGIES_MAX = 10, EVENTS_MAX = 16, HORIZON_MAX = 360 };

/* The value of one column in one strategy. */
struct assumption {
    struct distribution value;
    struct place place; /* where it was set; file NULL: the standard value of the field */
    bool set;           /* false: nobody set it, the standard value holds */
};

struct strategy {
    const char *name; /* as written, UTF-8, unique in the scenario */
    const char *playbook, *funding, *board; /* references as written, or NULL */
    int stages;       /* 1..STAGES_MAX, the board's own stage not counted */
    int rounds;       /* 0..ROUNDS_MAX */
    bool has_board;   /* the board may impose stage[STAGES_MAX] */
    const char *stage_name[STAGES_MAX + 1];
    const char *round_name[ROUNDS_MAX];
    struct assumption assumptions[PARAMETER_COLUMNS]; /* by column; unused stages and rounds hold
                                                         standard values */
};

/* A dated change of one field, for all strategies or for one. While it lasts, the value is
 * set to `value`, or multiplied by it. Windows on the same column never overlap. An event that
 * enters a stage has column -1 and lasts one month. */
struct event {
    int first_month, last_month; /* inclusive, 0 is the start */
    int strategy;                /* index, or -1 for all */
    int column;                  /* or -1 */
    int stage;                   /* the stage to enter when column is -1 */
    bool multiply;
    double value;                /* constant, in the engine's unit */
    const char *label;           /* for charts and stories; never NULL */
};

/* Two uncertain columns coupled by Spearman's rank correlation. */
struct correlation {
    int column[2];
    double rank;
};

enum sampling { SAMPLING_MONTE_CARLO, SAMPLING_LATIN_HYPERCUBE, SAMPLING_SOBOL };

struct scenario {
    const char *file;        /* as named by the user */
    const char *name;
    const char *description; /* or "" */
    int start_year, start_month; /* month 1..12 */
    int horizon;             /* months, 1..HORIZON_MAX */
    int64_t paths;           /* 1..100,000,000 */
    uint64_t seed;
    enum sampling sampling;
    int strategies;          /* 1..STRATEGIES_MAX */
    struct strategy *strategy;
    int events;
    struct event event[CHANGES_MAX]; /* a file has at most EVENTS_MAX; shocks (scenario/shock.h) add theirs */
    int correlations;
    struct correlation *correlation;
    uint64_t hash;           /* of the resolved content (not of file names, comments or order of keys);
                                paths and seed are left out */
    void *memory;            /* owner of everything above */
};

/* Reads `file` with everything it extends, applies `settings` ("key=value" of --set, may be NULL
 * when count is 0), checks all. Returns NULL after adding at least one complaint; NULL without a
 * complaint only when memory ran out. The caller destroys the scenario. */
struct scenario *scenario_load(const char *file, const char *const *settings, int count,
                               struct complaints *complaints);
/* The same from a text that pretends to be `file`; for tests and the fuzzer. */
struct scenario *scenario_load_text(const char *file, const char *text, size_t length,
                                    const char *const *settings, int count,
                                    struct complaints *complaints);
void scenario_destroy(struct scenario *scenario); /* takes NULL */

/* Writes the resolved scenario as one YAML file that needs no other file and loads to the same
 * hash. With `origins`, each line ends in a comment that says where its value came from. */
void scenario_write(const struct scenario *scenario, FILE *out, bool origins);

#endif
