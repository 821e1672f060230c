#include "scenario/stretch.h"

#include "model/field.h"
#include "scenario/arena.h"

#include <math.h>

static bool stretch_points(struct arena *arena, struct distribution *value, double factor)
{
    const size_t count = (size_t)value->count;
    double *points = arena_grow(arena, value->points, count, count, sizeof *points);
    for (size_t i = 0; points && i < count; i++)
        points[i] *= factor;
    value->points = points; /* its own: strategies may share the old ones */
    return points != NULL;
}

static bool stretch_shape(struct arena *arena, struct distribution *value, double factor)
{
    switch (value->shape) {
    case SHAPE_CONSTANT:
    case SHAPE_LOGNORMAL:
        value->a *= factor;
        return true;
    case SHAPE_NORMAL:
    case SHAPE_UNIFORM:
        value->a *= factor;
        value->b *= factor;
        return true;
    case SHAPE_TRIANGULAR:
    case SHAPE_PERT:
        value->a *= factor;
        value->b *= factor;
        value->c *= factor;
        return true;
    case SHAPE_BETA:
        value->c *= factor;
        value->d *= factor;
        return true;
    case SHAPE_GAMMA:
        value->b *= factor;
        return true;
    case SHAPE_CHOICE:
    case SHAPE_QUANTILES:
    case SHAPE_DATA:
        return stretch_points(arena, value, factor);
    case SHAPE_POISSON:
        break;
    }
    return false;
}

bool stretch_value(struct scenario *scenario, int strategy, int column, double factor)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    struct distribution *value = &scenario->strategy[strategy].assumptions[column].value;
    if (!stretch_shape(scenario->memory, value, factor))
        return false;
    if (value->shape == SHAPE_CONSTANT)
        value->a = fmin(fmax(value->a, field->low), field->high);
    if (value->truncated) {
        value->low *= factor;
        value->high *= factor;
    }
    return true;
}
