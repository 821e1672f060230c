#include "analysis/phase.h"

#include "analysis/simultaneous.h"
#include "analysis/use.h"
#include "analysis/variants.h"
#include "model/field.h"
#include "scenario/key_name.h"
#include "scenario/quantity.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A portion of work, after which the cells may be kept, in worlds. */
enum { WORLDS_FIRST = 256, WORLDS_PORTION = 65536, TIMES_AT_MOST = 16 };

static const double BEYOND_DOUBT = 3.5;

/* From this ratio of its ends on an axis is logarithmic. */
static const double WIDE = 20.0;

struct phase *phase_create(const struct scenario *scenario, const struct roster *roster, const struct contest *contest,
                           const struct phase_axis axis[2], int cells, uint64_t seed, int64_t paths)
{
    struct phase *phase = calloc(1, sizeof *phase);
    if (!phase)
        return NULL;
    *phase = (struct phase){.scenario = scenario, .roster = *roster, .contest = *contest, .axis = {axis[0], axis[1]},
                            .cells = cells, .seed = seed, .paths = paths};
    phase->pairs = roster->count * (roster->count - 1) / 2;
    phase->most = TIMES_AT_MOST * (paths + LANES - 1) / LANES * LANES;
    const size_t all = (size_t)cells * (size_t)cells;
    phase->cell = calloc(all, sizeof *phase->cell);
    phase->sums = calloc(all * (size_t)phase->pairs, sizeof *phase->sums);
    if (!phase->cell || !phase->sums) {
        phase_destroy(phase);
        return NULL;
    }
    for (size_t c = 0; c < all; c++)
        phase->cell[c].target = paths < WORLDS_FIRST ? paths : WORLDS_FIRST;
    return phase;
}

void phase_destroy(struct phase *phase)
{
    if (!phase)
        return;
    free(phase->cell);
    free(phase->sums);
    free(phase);
}

/* --- Places and values ---------------------------------------------------------------------- */

double phase_value(const struct phase *phase, int axis, double i)
{
    const struct phase_axis *a = &phase->axis[axis];
    const double share = (i + 0.5) / phase->cells;
    if (!a->logarithmic)
        return a->low + share * (a->high - a->low);
    return a->low * pow(a->high / a->low, share);
}

double phase_place(const struct phase *phase, int axis, double value)
{
    const struct phase_axis *a = &phase->axis[axis];
    const double share = a->logarithmic ? log(value / a->low) / log(a->high / a->low)
                                        : (value - a->low) / (a->high - a->low);
    return share * phase->cells - 0.5;
}

bool phase_here(const struct phase *phase, int *x, int *y)
{
    int *const place[] = {x, y};
    for (int a = 0; a < 2; a++) {
        const struct phase_axis *axis = &phase->axis[a];
        if (!(axis->here >= axis->low && axis->here <= axis->high))
            return false;
        const int cell = (int)floor(phase_place(phase, a, axis->here) + 0.5);
        *place[a] = cell < 0 ? 0 : cell >= phase->cells ? phase->cells - 1 : cell;
    }
    return true;
}

/* --- What cells say ------------------------------------------------------------------------- */

static int pair_of(const struct phase *phase, int a, int b)
{
    int pair = 0;
    for (int i = 0; i < a; i++)
        pair += phase->roster.count - 1 - i;
    return pair + b - a - 1;
}

const struct contest_sums *phase_sums(const struct phase *phase, int x, int y, int a, int b)
{
    return &phase->sums[(y * phase->cells + x) * phase->pairs + pair_of(phase, a, b)];
}

/* The lead of place a over place b, whichever stands first. */
static struct figure lead_of(const struct contest_sums *sums, bool turned)
{
    struct figure lead = contest_figure(sums);
    if (turned)
        lead.value = -lead.value;
    return lead;
}

static const struct contest_sums *between(const struct phase *phase, int cell, int a, int b, bool *turned)
{
    *turned = a > b;
    return &phase->sums[cell * phase->pairs + (a < b ? pair_of(phase, a, b) : pair_of(phase, b, a))];
}

/* All leads of a strategy together: who has most is the best, as in the verdict of a run. */
static double standing(const struct phase *phase, int cell, int a)
{
    double all = 0.0;
    for (int b = 0; b < phase->roster.count; b++) {
        bool turned;
        if (b == a)
            continue;
        const struct contest_sums *sums = between(phase, cell, a, b, &turned);
        all += lead_of(sums, turned).value;
    }
    return all;
}

/* The least number of standard errors by which the best leads any other. */
static double least_lead(const struct phase *phase, int cell, int best)
{
    double least = INFINITY;
    for (int b = 0; b < phase->roster.count; b++) {
        bool turned;
        if (b == best)
            continue;
        const double z = contest_z(between(phase, cell, best, b, &turned));
        least = fmin(least, turned ? -z : z);
    }
    return least;
}

static int best_of(const struct phase *phase, int cell, int but)
{
    int best = -1;
    double most = 0.0;
    for (int a = 0; a < phase->roster.count; a++) {
        const double stands = a == but ? -INFINITY : standing(phase, cell, a);
        if (a != but && (best < 0 || stands > most)) {
            best = a;
            most = stands;
        }
    }
    return best;
}

struct phase_verdict phase_verdict(const struct phase *phase, int x, int y)
{
    const int cell = y * phase->cells + x;
    struct phase_verdict verdict = {.best = best_of(phase, cell, -1)};
    bool turned;
    verdict.second = best_of(phase, cell, verdict.best);
    const struct contest_sums *sums = between(phase, cell, verdict.best, verdict.second, &turned);
    verdict.lead = lead_of(sums, turned);
    verdict.level = sums->differ == 0;
    verdict.resolved = least_lead(phase, cell, verdict.best) > simultaneous_width(phase->pairs);
    return verdict;
}

int64_t phase_worlds(const struct phase *phase)
{
    int64_t worlds = 0;
    for (int c = 0; c < phase->cells * phase->cells; c++)
        worlds += phase->cell[c].worlds;
    return worlds;
}

/* --- Playing -------------------------------------------------------------------------------- */

/* The cells of one portion. */
struct portion {
    struct phase *phase;
    const struct batch_options *options;
    int count;
    int *cell;
    int64_t before, worlds; /* played before it; in it */
};

static enum batch_end play_cell(int number, struct variants_bench *bench, void *context)
{
    const struct portion *portion = context;
    struct phase *phase = portion->phase;
    const int c = portion->cell[number];
    struct phase_cell *cell = &phase->cell[c];
    const int place[2] = {c % phase->cells, c / phase->cells};
    batch_restart(bench->batch, cell->worlds);
    for (int a = 0; a < 2; a++)
        for (int i = 0; i < phase->roster.count; i++)
            if (phase->axis[a].strategies & 1u << i)
                batch_fix(bench->batch, phase->roster.strategy[i], phase->axis[a].key.column,
                          phase_value(phase, a, place[a]));
    const enum batch_end end = variants_play(bench, cell->target);
    if (end != BATCH_DONE)
        return end;
    struct contest_sums *sums = &phase->sums[c * phase->pairs];
    for (int a = 0; a < phase->roster.count; a++)
        for (int b = a + 1; b < phase->roster.count; b++, sums++) {
            const struct contest_sums more = variants_compare(bench, phase->roster.strategy[a],
                                                              phase->roster.strategy[b], cell->worlds);
            sums->worlds += more.worlds;
            sums->differ += more.differ;
            sums->sum += more.sum;
            sums->squares += more.squares;
        }
    cell->worlds = cell->target;
    return BATCH_DONE;
}

bool phase_is_beyond_doubt(double z, int pairs) { return z > fmax(BEYOND_DOUBT, simultaneous_width(pairs) + 1.5); }

static bool is_open(const struct phase *phase, int cell)
{
    return phase->cell[cell].worlds < phase->most &&
           !phase_is_beyond_doubt(least_lead(phase, cell, best_of(phase, cell, -1)), phase->pairs);
}

/* Gives all open cells the same number of worlds more: as many as they have, or what is left. False
 * when that is nothing. */
static bool decide_round(struct phase *phase)
{
    const int all = phase->cells * phase->cells;
    const int64_t left = (int64_t)all * phase->paths - phase_worlds(phase);
    int64_t open = 0, played = 0;
    for (int c = 0; c < all; c++)
        if (is_open(phase, c)) {
            open++;
            played = phase->cell[c].worlds; /* the same in all that are open */
        }
    if (open == 0)
        return false;
    int64_t more = left / open < played ? left / open : played;
    more = more < phase->most - played ? more : phase->most - played;
    if (more < played)
        more = more / LANES * LANES;
    for (int c = 0; c < all && more > 0; c++)
        if (is_open(phase, c))
            phase->cell[c].target = phase->cell[c].worlds + more;
    return more > 0;
}

/* Unplayed cells from `from` on, up to a portion. */
static void fill_portion(struct portion *portion, int *from)
{
    const struct phase *phase = portion->phase;
    portion->before = phase_worlds(phase);
    portion->worlds = 0;
    portion->count = 0;
    for (; *from < phase->cells * phase->cells && portion->worlds < WORLDS_PORTION; ++*from) {
        const struct phase_cell *cell = &phase->cell[*from];
        if (cell->worlds >= cell->target)
            continue;
        portion->worlds += cell->target - cell->worlds;
        portion->cell[portion->count++] = *from;
    }
}

/* Worlds spent of those that may be; the last of them are often not needed. */
static void tell(int64_t done, int64_t all, void *data)
{
    const struct portion *portion = data;
    const struct phase *phase = portion->phase;
    portion->options->progress(portion->before + portion->worlds * done / (all > 0 ? all : 1),
                               (int64_t)phase->cells * phase->cells * phase->paths, portion->options->data);
}

static enum batch_end play_round(const struct variants *variants, struct portion *portion,
                                 const struct phase_keeper *keeper, struct complaints *complaints)
{
    int from = 0;
    for (;;) {
        fill_portion(portion, &from);
        if (portion->count == 0)
            return BATCH_DONE;
        const enum batch_end end = variants_run(variants, portion->count, play_cell, portion, complaints);
        if (keeper->keep)
            keeper->keep(portion->phase, keeper->data);
        if (end != BATCH_DONE)
            return end;
    }
}

enum batch_end phase_run(struct phase *phase, const struct batch_options *options, const struct phase_keeper *keeper,
                         struct complaints *complaints)
{
    struct portion portion = {
        .phase = phase, .options = options, .cell = calloc((size_t)(phase->cells * phase->cells), sizeof(int))};
    struct batch_options of_variants = *options;
    of_variants.progress = options->progress ? tell : NULL;
    of_variants.data = &portion;
    of_variants.strategies = 0;
    for (int i = 0; i < phase->roster.count; i++)
        of_variants.strategies |= 1u << phase->roster.strategy[i];
    const struct variants variants = {phase->scenario, phase->seed, phase->most, &phase->contest, &of_variants};
    enum batch_end end = portion.cell ? BATCH_DONE : BATCH_NO_MEMORY;
    while (end == BATCH_DONE) {
        end = play_round(&variants, &portion, keeper, complaints);
        if (end != BATCH_DONE || !decide_round(phase))
            break;
    }
    free(portion.cell);
    return end;
}

/* --- Axes ----------------------------------------------------------------------------------- */

static bool check_use(struct place place, const struct span *span, const struct scenario *scenario,
                      const struct roster *roster, struct complaints *complaints, struct phase_axis *axis)
{
    const char *objection = use_bound_to_others(span->key.column);
    if (objection) {
        complaints_add(complaints, place, "'%s' cannot be moved alone: %s", span->name, objection);
        return false;
    }
    for (int i = 0; i < roster->count; i++)
        if (!use_objection(scenario, roster->strategy[i], span->key.column))
            axis->strategies |= 1u << i;
        else
            objection = use_objection(scenario, roster->strategy[i], span->key.column);
    if (axis->strategies == 0)
        complaints_add(complaints, place, "none of the strategies uses '%s': %s", span->name, objection);
    return axis->strategies != 0;
}

static void find_here(const struct scenario *scenario, const struct roster *roster, struct phase_axis *axis)
{
    bool known = false;
    for (int i = 0; i < roster->count; i++) {
        if (!(axis->strategies & 1u << i))
            continue;
        const double median = use_median(scenario, roster->strategy[i], axis->key.column);
        axis->here = !known || median == axis->here ? median : NAN;
        known = true;
    }
}

/* From 5% to 95% of the worlds, over the strategies that are uncertain of it. */
static bool find_range(struct place place, const struct span *span, const struct scenario *scenario,
                       const struct roster *roster, struct complaints *complaints, struct phase_axis *axis)
{
    axis->low = span->ranged ? span->low : INFINITY;
    axis->high = span->ranged ? span->high : -INFINITY;
    for (int i = 0; i < roster->count && !span->ranged; i++) {
        const int strategy = roster->strategy[i];
        if (!(axis->strategies & 1u << i) || !use_is_uncertain(scenario, strategy, axis->key.column))
            continue;
        axis->low = fmin(axis->low, use_quantile(scenario, strategy, axis->key.column, 0.05));
        axis->high = fmax(axis->high, use_quantile(scenario, strategy, axis->key.column, 0.95));
    }
    if (axis->low < axis->high)
        return true;
    complaints_add(complaints, place, "'%s' is a constant here; say from where to where, as in %s=LOW..HIGH", span->name,
                   span->name);
    return false;
}

static bool check_range(struct place place, const struct span *span, const struct scenario *scenario,
                        const struct roster *roster, struct complaints *complaints, const struct phase_axis *axis)
{
    struct use_limits limits = {-INFINITY, INFINITY, -1, -1};
    char value[80], digits[32];
    for (int i = 0; i < roster->count; i++)
        if (axis->strategies & 1u << i)
            use_narrow(scenario, roster->strategy[i], axis->key.column, &limits);
    if (!span->ranged || (axis->low >= limits.low && axis->high <= limits.high))
        return true;
    const bool below = axis->low < limits.low;
    snprintf(digits, sizeof digits, "%.3g", below ? limits.low : limits.high);
    quantity_write(strtod(digits, NULL), axis->key.field->unit, value, sizeof value);
    complaints_add(complaints, place, "'%s' must not be %s %s, which may be %s here", span->name, below ? "below" : "above",
                   key_name(below ? limits.low_by : limits.high_by).text, value);
    return false;
}

bool phase_axis_make(const char *option, const struct span *span, const struct scenario *scenario,
                     const struct roster *roster, struct complaints *complaints, struct phase_axis *axis)
{
    const struct place place = {.file = option, .line = 1, .column = 1};
    *axis = (struct phase_axis){.key = span->key, .name = span->name, .here = NAN};
    if (!check_use(place, span, scenario, roster, complaints, axis))
        return false;
    find_here(scenario, roster, axis);
    if (!find_range(place, span, scenario, roster, complaints, axis) ||
        !check_range(place, span, scenario, roster, complaints, axis))
        return false;
    axis->logarithmic = axis->low > 0.0 && axis->high / axis->low >= WIDE;
    return true;
}
