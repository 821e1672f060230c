#include "analysis/measurement.h"

int measurement_watch(struct batch *batch, const struct measure *measure)
{
    if (measure->observable < 0)
        return -1;
    return batch_watch(batch, (enum observable)measure->observable, measure->month);
}

static double ending(const struct result *result, enum ending ending)
{
    switch (ending) {
    case ENDING_TAKE_HOME:
        return result->founder_present;
    case ENDING_PROCEEDS:
        return result->proceeds;
    case ENDING_RAISED:
        return result->invested;
    case ENDING_LIFETIME:
        return result->month;
    case ENDING_SOLD:
        return result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_IPO ? 1.0 : 0.0;
    case ENDING_LISTED:
        return result->outcome == OUTCOME_IPO ? 1.0 : 0.0;
    case ENDING_CLOSED:
        return batch_is_closed(result) ? 1.0 : 0.0;
    case ENDING_GAIN:
        return result->investor_proceeds - result->invested;
    case ENDINGS:
        break;
    }
    return 0.0;
}

void measurement_take(const struct batch *batch, int strategy, const struct measure *measure, int watch,
                      double *values)
{
    for (int64_t p = 0; p < batch->paths; p++) {
        double value = measure->observable < 0 ? ending(&batch->result[strategy][p], measure->ending)
                                               : batch->watched[strategy][watch][p];
        values[p] = !measure->chance ? value : value >= measure->least ? 1.0 : 0.0;
    }
}

bool measurement_is_open(const struct result *result, int month, int horizon)
{
    return result->outcome == OUTCOME_PRIVATE || result->month > (month > 0 ? month : horizon);
}
