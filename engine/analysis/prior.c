#include "analysis/prior.h"

#include "model/field.h"
#include "montecarlo/inputs.h"
#include "montecarlo/statistics.h"
#include "numerics/draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_asked(int column, const int *asked, int count)
{
    for (int i = 0; i < count; i++)
        if (asked[i] == column)
            return true;
    return count == 0;
}

static bool is_drawn_once(int column)
{
    enum section section;
    int repeat, spread;
    return fields_of_column(column, &section, &repeat, &spread)->drawn == DRAWN_PATH;
}

static bool is_smooth(const struct distribution *value)
{
    return value->shape != SHAPE_CHOICE && value->shape != SHAPE_POISSON;
}

static bool add(struct prior *prior, const struct inputs *inputs, int i, const struct scenario *scenario, int strategy)
{
    double *sorted = malloc((size_t)prior->paths * sizeof *sorted);
    if (!sorted)
        return false;
    memcpy(sorted, inputs->value[i], (size_t)prior->paths * sizeof *sorted);
    statistics_sort(sorted, prior->paths);
    const int column = inputs->column[i];
    prior->number[prior->count++] = (struct prior_number){
        .column = column,
        .smooth = is_smooth(&scenario->strategy[strategy].assumptions[column].value),
        .value = inputs->value[i],
        .sorted = sorted};
    return true;
}

struct prior *prior_create(const struct batch *batch, int strategy, int64_t paths, const int *column, int columns)
{
    struct prior *prior = calloc(1, sizeof *prior);
    struct inputs *inputs = inputs_create(batch, strategy, paths);
    bool room = prior && inputs;
    if (room) {
        prior->paths = paths;
        prior->inputs = inputs;
        prior->number = calloc((size_t)inputs->count + 1, sizeof *prior->number);
        room = prior->number != NULL;
    } else {
        inputs_destroy(inputs);
    }
    for (int i = 0; room && i < inputs->count; i++)
        if (is_drawn_once(inputs->column[i]) && is_asked(inputs->column[i], column, columns))
            room = add(prior, inputs, i, batch->scenario, strategy);
    if (room)
        return prior;
    prior_destroy(prior);
    return NULL;
}

void prior_destroy(struct prior *prior)
{
    if (!prior)
        return;
    for (int n = 0; prior->number && n < prior->count; n++)
        free(prior->number[n].sorted);
    free(prior->number);
    inputs_destroy(prior->inputs);
    free(prior);
}

/* How many are below the value, or not above it. */
static int64_t count_below(const double *sorted, int64_t n, double value, bool equal)
{
    int64_t low = 0, high = n;
    while (low < high) {
        const int64_t middle = low + (high - low) / 2;
        if (sorted[middle] < value || (equal && sorted[middle] == value))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double prior_score(const struct prior *prior, int number, double value)
{
    const double *sorted = prior->number[number].sorted;
    const int64_t below = count_below(sorted, prior->paths, value, false);
    const int64_t upto = count_below(sorted, prior->paths, value, true);
    double u = fmax(0.5 * (double)(below + upto), 0.5) / (double)prior->paths;
    u = fmin(u, 1.0 - 0.5 / (double)prior->paths);
    draws_normals(&u, 1);
    return u;
}

double prior_value(const struct prior *prior, int number, double score)
{
    const double *sorted = prior->number[number].sorted;
    const double place = 0.5 * erfc(-score / sqrt(2.0)) * (double)prior->paths - 0.5;
    const double first = fmin(fmax(floor(place), 0.0), (double)(prior->paths - 1));
    const double part = fmin(fmax(place - first, 0.0), 1.0);
    const int64_t i = (int64_t)first, next = i + 1 < prior->paths ? i + 1 : i;
    return sorted[i] + part * (sorted[next] - sorted[i]);
}
