#include "analysis/judgement.h"

#include "numerics/normal.h"

#include <math.h>

/* In fewer worlds as given, a share says nothing. */
enum { WORLDS_LEAST = 30 };

enum outcome judgement_outcome(const struct result *result, int month)
{
    return month > 0 && result->month > month ? OUTCOME_PRIVATE : (enum outcome)result->outcome;
}

static double raised(const struct closing *closing, int rounds, int month)
{
    double sum = 0.0;
    for (int r = 0; r < rounds; r++)
        if (month == 0 || closing[r].month < month)
            sum += closing[r].amount + closing[r].sold;
    return sum;
}

static double highest_mark(const struct closing *closing, int rounds, int month)
{
    double mark = 0.0;
    for (int r = 0; r < rounds; r++)
        if (month == 0 || closing[r].month < month)
            mark = fmax(mark, closing[r].pre_money + closing[r].amount);
    return mark;
}

static double quantity(const struct batch *batch, int strategy, int64_t p, enum quantity_kind kind, int month)
{
    const struct result *result = &batch->result[strategy][p];
    const struct closing *closing = &batch->closing[p * ROUNDS_MAX];
    switch (kind) {
    case QUANTITY_VALUE:
        return result->proceeds;
    case QUANTITY_RAISED:
        return raised(closing, result->rounds, month);
    case QUANTITY_MARK:
        return highest_mark(closing, result->rounds, month);
    case QUANTITY_LIFETIME:
        return result->month;
    case QUANTITY_REVENUE:
    case QUANTITY_SERVICES_SHARE:
    case QUANTITIES:
        break;
    }
    return NAN;
}

void judgement_take(const struct batch *batch, int strategy, enum quantity_kind kind, int month, double *values)
{
    for (int64_t p = 0; p < batch->paths; p++)
        values[p] = quantity(batch, strategy, p, kind, month);
}

bool judgement_is_of_path(const struct precedent_band *band)
{
    return band->median && (band->of == QUANTITY_REVENUE || band->of == QUANTITY_SERVICES_SHARE);
}

static bool holds(const struct batch *batch, int strategy, int64_t p, const struct precedent_condition *condition)
{
    const struct result *result = &batch->result[strategy][p];
    if (condition->outcomes != 0 && !(condition->outcomes & 1u << judgement_outcome(result, condition->by)))
        return false;
    for (int q = 0; q < QUANTITY_LIFETIME; q++) {
        if (!condition->asks[q])
            continue;
        double value = quantity(batch, strategy, p, (enum quantity_kind)q, condition->by);
        if (!(value >= condition->least[q] && value <= condition->most[q]))
            return false;
    }
    return condition->below < 0 ||
           result->proceeds < quantity(batch, strategy, p, (enum quantity_kind)condition->below, condition->by);
}

static void judge(const struct precedent_band *band, bool share, struct prediction_band *judged)
{
    double margin = NORMAL_95 * judged->figure.error, value = judged->figure.value;
    /* No chance is below 0 or above 1. */
    double low = share && band->low <= 0.0 ? -INFINITY : band->low;
    double high = share && band->high >= 1.0 ? INFINITY : band->high;
    bool inside = value - margin >= low && value + margin <= high;
    bool outside = value + margin < low || value - margin > high;
    judged->acceptance = inside    ? ACCEPTANCE_MET
                         : outside ? ACCEPTANCE_MISSED
                                   : ACCEPTANCE_UNCLEAR;
    if (judged->worlds < WORLDS_LEAST)
        judged->acceptance = ACCEPTANCE_UNCLEAR;
}

struct prediction_band judgement_of_ends(const struct batch *batch, int strategy, const struct precedent_band *band,
                                         double *room)
{
    if (band->median) {
        judgement_take(batch, strategy, band->of, 0, room);
        return judgement_of_values(room, batch->paths, band);
    }
    int64_t count = 0;
    struct prediction_band judged = {.worlds = 0};
    for (int64_t p = 0; p < batch->paths; p++)
        if (holds(batch, strategy, p, &band->given)) {
            judged.worlds++;
            count += holds(batch, strategy, p, &band->chance);
        }
    judged.figure = judged.worlds > 0 ? statistics_share(count, judged.worlds) : (struct figure){NAN, NAN};
    judge(band, true, &judged);
    return judged;
}

struct prediction_band judgement_of_values(double *values, int64_t n, const struct precedent_band *band)
{
    struct prediction_band judged = {.worlds = 0};
    for (int64_t i = 0; i < n; i++)
        if (!isnan(values[i]))
            values[judged.worlds++] = values[i];
    statistics_sort(values, judged.worlds);
    judged.figure = statistics_quantile(values, judged.worlds, 0.5);
    judge(band, false, &judged);
    return judged;
}
