#include "montecarlo/inputs.h"

#include "montecarlo/sampler.h"

#include <stdlib.h>
#include <string.h>

static bool is_uncertain(const struct batch *batch, int strategy, int column)
{
    return batch->scenario->strategy[strategy].assumptions[column].value.shape != SHAPE_CONSTANT;
}

static bool make_room(struct inputs *inputs, int count)
{
    inputs->column = calloc((size_t)count + 1, sizeof *inputs->column);
    inputs->value = calloc((size_t)count + 1, sizeof *inputs->value);
    return inputs->column && inputs->value;
}

static bool choose(struct inputs *inputs, const struct batch *batch, int strategy)
{
    const int dimensions = sampler_dimensions(batch->sampler);
    if (!make_room(inputs, dimensions))
        return false;
    for (int d = 0; d < dimensions; d++) {
        const int column = sampler_column(batch->sampler, d);
        if (!is_uncertain(batch, strategy, column))
            continue;
        inputs->column[inputs->count] = column;
        inputs->value[inputs->count] = malloc((size_t)inputs->paths * sizeof(double));
        if (!inputs->value[inputs->count++])
            return false;
    }
    return true;
}

static bool draw(struct inputs *inputs, const struct batch *batch, int strategy)
{
    struct sampler_workspace *workspace = sampler_workspace_create(batch->sampler);
    struct parameters *given = aligned_alloc(64, (sizeof *given + 63) / 64 * 64);
    double(*column)[STRIDE] = (void *)given;
    for (int64_t first = 0; workspace && given && first < inputs->paths; first += LANES) {
        const int64_t left = inputs->paths - first;
        const int n = left < LANES ? (int)left : LANES;
        sampler_fill(batch->sampler, workspace, strategy, first, n, given);
        for (int i = 0; i < inputs->count; i++)
            memcpy(inputs->value[i] + first, column[inputs->column[i]], (size_t)n * sizeof(double));
    }
    const bool drawn = workspace && given;
    sampler_workspace_destroy(workspace);
    free(given);
    return drawn;
}

struct inputs *inputs_create(const struct batch *batch, int strategy, int64_t paths)
{
    struct inputs *inputs = calloc(1, sizeof *inputs);
    if (!inputs)
        return NULL;
    inputs->paths = paths;
    if (choose(inputs, batch, strategy) && draw(inputs, batch, strategy))
        return inputs;
    inputs_destroy(inputs);
    return NULL;
}

void inputs_destroy(struct inputs *inputs)
{
    if (!inputs)
        return;
    for (int i = 0; inputs->value && i < inputs->count; i++)
        free(inputs->value[i]);
    free(inputs->value);
    free(inputs->column);
    free(inputs);
}
