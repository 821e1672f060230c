/* Who wins where: a map over two numbers, whose cells are all played in the same worlds, with more of them where
 * it is close. */
#ifndef ANALYSIS_PHASE_H
#define ANALYSIS_PHASE_H

#include "analysis/contest.h"
#include "montecarlo/batch.h"
#include "scenario/roster.h"
#include "scenario/span.h"

enum { PHASE_CELLS_LEAST = 4, PHASE_CELLS_MOST = 100, PHASE_PATHS_LEAST = 32, PHASE_PATHS_MOST = 20000 };

struct phase_axis {
    struct key key;
    const char *name;    /* the key as written; lent */
    double low, high;
    bool logarithmic;    /* cells are equally wide in the logarithm */
    double here;         /* the scenario's own median, where all strategies that use it agree; else NaN */
    unsigned strategies; /* bit i: the roster's strategy i uses it */
};

/* One cell; its pairs stand in phase.sums. */
struct phase_cell {
    int64_t worlds, target; /* played; decided to be played */
};

struct phase {
    const struct scenario *scenario;
    struct roster roster;
    struct contest contest;
    struct phase_axis axis[2]; /* x, y */
    int cells;                 /* a side */
    uint64_t seed;
    int64_t paths;             /* worlds a cell on average, at most */
    int64_t most;              /* worlds of one cell, at most */
    int pairs;                 /* of strategies: 0-1, 0-2, 1-2, … in places of the roster */
    struct phase_cell *cell;   /* [cells * cells], row by row from the lowest y */
    struct contest_sums *sums; /* [cells * cells][pairs] */
};

/* What a cell says. Differences are of `best` less `second`. */
struct phase_verdict {
    int best, second; /* places in the roster */
    struct figure lead;
    bool resolved;    /* at 95% beyond chance, and against all others if there are more than two */
    bool level;       /* best and second end level in every world */
};

/* Makes an axis of what was asked. Complains, at the first line of a file called `option`, about keys that no
 * strategy of the roster uses, that cannot be moved alone, constants without a range, and ranges that
 * contradict the scenario. GSL's error handler must be off, as after batch_create. */
bool phase_axis_make(const char *option, const struct span *span, const struct scenario *scenario,
                     const struct roster *roster, struct complaints *complaints, struct phase_axis *axis);

/* An empty map. NULL when memory ran out. The scenario must outlive it. */
struct phase *phase_create(const struct scenario *scenario, const struct roster *roster, const struct contest *contest,
                           const struct phase_axis axis[2], int cells, uint64_t seed, int64_t paths);
void phase_destroy(struct phase *phase); /* takes NULL */

/* Called between two portions of the work, from the calling thread, and at the end, whatever that is: what the cells
 * then hold can be kept and played on from, to the same bits. */
struct phase_keeper {
    void (*keep)(const struct phase *phase, void *data); /* may be NULL */
    void *data;
};

/* Whether a lead of so many standard errors is so clear that no more worlds are played: looking again and
 * again finds a winner by chance, unless it takes more to stop than to conclude (Haybittle 1971, Peto
 * 1976). */
bool phase_is_beyond_doubt(double z, int pairs);

/* Plays what is not yet played. Cells whose winner is beyond doubt after a round get no more worlds; all others get as many again, as long as the worlds last, in equal parts. */
enum batch_end phase_run(struct phase *phase, const struct batch_options *options, const struct phase_keeper *keeper,
                         struct complaints *complaints);

/* The middle of cell i on an axis, or its lower end at i - 0.5. */
double phase_value(const struct phase *phase, int axis, double i);

/* Where a value stands, in cells: the inverse. */
double phase_place(const struct phase *phase, int axis, double value);

struct phase_verdict phase_verdict(const struct phase *phase, int x, int y);

/* Sums of a pair of places a < b in one cell. */
const struct contest_sums *phase_sums(const struct phase *phase, int x, int y, int a, int b);

/* Worlds played in all cells. */
int64_t phase_worlds(const struct phase *phase);

/* The cell in which the scenario's own values lie; false when they are not on the map. */
bool phase_here(const struct phase *phase, int *x, int *y);

#endif
