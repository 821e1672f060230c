#include "analysis/neighbours.h"

#include "analysis/measurement.h"
#include "analysis/ranks.h"
#include "montecarlo/inputs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double HIGHEST = 0.1;

/* An outcome of mean 0 and variance 1, unless it is the same in all worlds. */
struct view {
    double *value;
    bool differs;
};

enum { VIEW_OUTCOME, VIEW_TARGETS, VIEW_YEARS = VIEW_TARGETS + TARGETS, VIEWS = VIEW_YEARS + SENSITIVITY_YEARS };

struct desk {
    struct sensitivity *sensitivity;
    int64_t n;
    struct view view[VIEWS];
    bool *in[TARGETS];     /* whether a world belongs to it */
    double *work;
    uint32_t *order;
    uint64_t *room;
};

static void close_desk(struct desk *desk)
{
    for (int v = 0; v < VIEWS; v++)
        free(desk->view[v].value);
    for (int t = 0; t < TARGETS; t++)
        free(desk->in[t]);
    free(desk->work);
    free(desk->order);
    free(desk->room);
}

static bool open_desk(struct desk *desk)
{
    const size_t n = (size_t)desk->n;
    bool ready = (desk->work = malloc((2 * n + 1) * sizeof *desk->work)) &&
                 (desk->order = malloc(n * sizeof *desk->order)) && (desk->room = malloc(2 * n * sizeof *desk->room));
    for (int v = 0; v < VIEWS; v++)
        ready = (desk->view[v].value = malloc(n * sizeof(double))) && ready;
    for (int t = 0; t < TARGETS; t++)
        ready = (desk->in[t] = calloc(n, sizeof(bool))) && ready;
    return ready;
}

/* The worlds from the outcome's 90% quantile up, or those above its least where more are as low. */
static void find_highest(struct desk *desk, const double *outcome)
{
    double *sorted = desk->work;
    memcpy(sorted, outcome, (size_t)desk->n * sizeof *sorted);
    statistics_sort(sorted, desk->n);
    const double floor = sorted[(int64_t)((1.0 - HIGHEST) * (double)desk->n)], least = sorted[0];
    for (int64_t p = 0; p < desk->n; p++)
        desk->in[TARGET_HIGHEST][p] = floor > least ? outcome[p] >= floor : outcome[p] > least;
}

static void find_closed(struct desk *desk, const struct batch *batch)
{
    const struct measure closed = {.observable = -1, .ending = ENDING_CLOSED};
    measurement_take(batch, desk->sensitivity->question.strategy, &closed, -1, desk->work);
    for (int64_t p = 0; p < desk->n; p++)
        desk->in[TARGET_CLOSED][p] = desk->work[p] != 0.0;
}

static void view_targets(struct desk *desk)
{
    for (int t = 0; t < TARGETS; t++) {
        struct view *view = &desk->view[VIEW_TARGETS + t];
        int64_t count = 0;
        for (int64_t p = 0; p < desk->n; p++) {
            view->value[p] = desk->in[t][p] ? 1.0 : 0.0;
            count += desk->in[t][p];
        }
        view->differs = ranks_standardise(view->value, desk->n);
        desk->sensitivity->share[t] = (double)count / (double)desk->n;
    }
}

static void view_rank(struct desk *desk, struct view *view, const double *values, bool ranks)
{
    memcpy(view->value, values, (size_t)desk->n * sizeof *values);
    if (ranks)
        ranks_scores(view->value, desk->n, desk->order, desk->room);
    view->differs = ranks_standardise(view->value, desk->n);
}

static struct figure index_of(const struct desk *desk, int view)
{
    if (!desk->view[view].differs)
        return (struct figure){NAN, NAN};
    return ranks_first(desk->order, desk->view[view].value, desk->n, NULL, desk->work);
}

/* The mean rank of the assumption, whose order is known, in the worlds of a target. */
static double place_of(const struct desk *desk, int target)
{
    double sum = 0.0;
    int64_t count = 0;
    for (int64_t i = 0; i < desk->n; i++)
        if (desk->in[target][desk->order[i]]) {
            sum += ((double)i + 0.5) / (double)desk->n;
            count++;
        }
    return count ? sum / (double)count : NAN;
}

static void explain_factor(struct desk *desk, const double *values, struct sensitivity_factor *each)
{
    ranks_order(values, desk->n, desk->order, desk->room);
    each->first = index_of(desk, VIEW_OUTCOME);
    for (int t = 0; t < TARGETS; t++) {
        each->target[t] = index_of(desk, VIEW_TARGETS + t);
        each->place[t] = place_of(desk, t);
    }
    for (int y = 0; y < desk->sensitivity->years; y++)
        each->over[y] = index_of(desk, VIEW_YEARS + y);
}

/* What is uncertain in one strategy only, is read from that one. */
static bool explain_all(struct desk *desk, const struct batch *batch)
{
    struct sensitivity *sensitivity = desk->sensitivity;
    const int strategy[2] = {sensitivity->question.strategy, sensitivity->question.against};
    for (int s = 0; s < 2 && strategy[s] >= 0; s++) {
        struct inputs *inputs = inputs_create(batch, strategy[s], desk->n);
        if (!inputs)
            return false;
        for (int c = 0; c < inputs->count; c++)
            for (int f = 0; f < sensitivity->factors.count; f++) {
                const struct factor *factor = &sensitivity->factors.factor[f];
                if (factor->column == inputs->column[c] && (s == 0 || !(factor->strategies & 1u << strategy[0])))
                    explain_factor(desk, inputs->value[c], &sensitivity->each[f]);
            }
        inputs_destroy(inputs);
    }
    return true;
}

bool neighbours_explain(struct sensitivity *sensitivity, const struct batch *batch, const double *outcome)
{
    struct desk desk = {.sensitivity = sensitivity, .n = batch->paths};
    bool done = open_desk(&desk);
    if (done) {
        sensitivity->mean = statistics_mean(outcome, desk.n);
        find_highest(&desk, outcome);
        find_closed(&desk, batch);
        view_targets(&desk);
        view_rank(&desk, &desk.view[VIEW_OUTCOME], outcome, !sensitivity->question.dollars);
        sensitivity->spread = desk.view[VIEW_OUTCOME].differs;
        const int first = batch->watches - sensitivity->years;
        for (int y = 0; y < sensitivity->years; y++)
            view_rank(&desk, &desk.view[VIEW_YEARS + y], batch->watched[sensitivity->question.strategy][first + y], true);
        done = explain_all(&desk, batch);
    }
    close_desk(&desk);
    return done;
}
