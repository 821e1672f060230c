#include "analysis/screening.h"

#include "analysis/holm.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

const double screening_level = 0.05;

static const double Z = 1.959963984540054;

void screening_begin(struct screening *screening, const bool *event, const bool *held, int64_t n)
{
    *screening = (struct screening){.event = event, .held = held, .all = n};
    for (int64_t i = 0; i < n; i++) {
        screening->cases[held[i]]++;
        screening->events[held[i]] += event[i];
    }
    screening->base = proportion_of(screening->events[1], screening->cases[1]);
    screening->enough = true;
    for (int h = 0; h < 2; h++)
        screening->enough = screening->enough && screening->events[h] >= SCREENING_LEAST &&
                            screening->cases[h] - screening->events[h] >= SCREENING_LEAST;
}

bool screening_warns(const struct screening_row *row, double value)
{
    if (row->nothing)
        return (value <= 0.0) == row->low_warns;
    return row->low_warns ? value < row->threshold : value > row->threshold;
}

/* One half of the cases, sorted. */
static int64_t gather(const struct screening *screening, bool held, const double *values, struct roc_case *cases)
{
    int64_t n = 0;
    for (int64_t i = 0; i < screening->all; i++)
        if (screening->held[i] == held)
            cases[n++] = (struct roc_case){values[i], screening->event[i]};
    roc_sort(cases, n);
    return n;
}

static bool is_known(const double *values, int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        if (isnan(values[i]))
            return false;
    return true;
}

static void learn(struct screening_row *row, const struct roc_case *sorted, int64_t n)
{
    row->learned = roc_area(sorted, n);
    if (row->learned.constant)
        return;
    row->low_warns = row->learned.area < 0.5;
    row->area_learned = row->low_warns ? 1.0 - row->learned.area : row->learned.area;
    const struct roc_cut cut = roc_youden(sorted, n, row->low_warns);
    row->youden_learned = cut.youden;
    row->exact = row->low_warns ? cut.above : cut.below;
    row->threshold = row->low_warns && cut.below == 0.0 ? 0.0 : roc_threshold(&cut, sorted, n, row->low_warns);
    row->nothing = cut.below == 0.0 && row->threshold == 0.0;
}

static void count(struct screening_row *row, const struct roc_case *sorted, int64_t n)
{
    int64_t warned[2] = {0, 0};
    for (int64_t i = 0; i < n; i++)
        warned[sorted[i].event] += screening_warns(row, sorted[i].value);
    const int64_t events = row->held.events;
    row->caught = proportion_of(warned[1], events);
    row->alarmed = proportion_of(warned[0], n - events);
    row->struck = proportion_of(warned[1], warned[0] + warned[1]);
    row->youden = (struct figure){row->caught.value - row->alarmed.value,
                                  hypot(statistics_share(warned[1], events).error,
                                        statistics_share(warned[0], n - events).error)};
}

static void hold_against(struct screening_row *row, const struct roc_case *sorted, int64_t n)
{
    row->held = roc_area(sorted, n);
    if (row->held.constant)
        return;
    row->area = row->low_warns ? 1.0 - row->held.area : row->held.area;
    row->low = fmax(row->area - Z * row->held.error, 0.0);
    row->high = fmin(row->area + Z * row->held.error, 1.0);
    row->chance = roc_chance(&row->held);
    row->clear = row->low > 0.5;
    count(row, sorted, n);
}

void screening_try(struct screening *screening, int number, const double *values, struct roc_case *work)
{
    if (!screening->enough)
        return;
    assert(screening->rows < SCREENING_ROWS_MAX);
    struct screening_row *row = &screening->row[screening->rows++];
    *row = (struct screening_row){.number = number, .state = SCREENING_UNKNOWN};
    if (!is_known(values, screening->all))
        return;
    learn(row, work, gather(screening, false, values, work));
    if (!row->learned.constant)
        hold_against(row, work, gather(screening, true, values, work));
    row->state = row->learned.constant || row->held.constant ? SCREENING_CONSTANT : SCREENING_TRIED;
}

double screening_sure(const struct screening_row *row) { return row->area_learned - Z * row->learned.error; }

const struct screening_row *screening_best(const struct screening *screening)
{
    const struct screening_row *best = NULL;
    for (int r = 0; r < screening->rows; r++) {
        const struct screening_row *row = &screening->row[r];
        if (row->claimed && (!best || screening_sure(row) > screening_sure(best)))
            best = row;
    }
    return best;
}

static int by_area(const void *a, const void *b)
{
    const struct screening_row *x = a, *y = b;
    if (x->state != y->state)
        return (int)x->state - (int)y->state;
    if (x->state == SCREENING_TRIED && x->area != y->area)
        return x->area > y->area ? -1 : 1;
    return x->number - y->number;
}

static void claim(struct screening *screening)
{
    for (int r = 0; r < screening->rows; r++) {
        struct screening_row *row = &screening->row[r];
        row->claimed = row->state == SCREENING_TRIED && row->clear && row->corrected < screening_level &&
                       row->youden.value > Z * row->youden.error;
        screening->claims += row->claimed;
    }
    qsort(screening->row, (size_t)screening->rows, sizeof *screening->row, by_area);
}

bool screening_settle(struct screening *family, int count)
{
    double *chance = malloc(((size_t)(count * SCREENING_ROWS_MAX) + 1) * sizeof *chance);
    if (!chance)
        return false;
    int asked = 0, answered = 0;
    for (int f = 0; f < count; f++)
        for (int r = 0; r < family[f].rows; r++)
            if (family[f].row[r].state == SCREENING_TRIED)
                chance[asked++] = family[f].row[r].chance;
    const bool adjusted = holm_adjust(chance, asked);
    for (int f = 0; adjusted && f < count; f++) {
        for (int r = 0; r < family[f].rows; r++)
            if (family[f].row[r].state == SCREENING_TRIED)
                family[f].row[r].corrected = chance[answered++];
        claim(&family[f]);
    }
    free(chance);
    return adjusted;
}
