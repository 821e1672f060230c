#include "report/ruin_words.h"

#include "scenario/quantity.h"

#include <math.h>

static double rounded(double value)
{
    if (value == 0.0 || !isfinite(value))
        return value;
    double scale = pow(10.0, 2.0 - floor(log10(fabs(value))));
    return round(value * scale) / scale;
}

struct words ruin_words_value(double value, enum unit unit)
{
    struct words words;
    if (unit == UNIT_DOLLARS)
        return words_money(value);
    if (unit == UNIT_SHARE)
        return words_percent(value);
    if (unit == UNIT_RATE) {
        snprintf(words.text, sizeof words.text, "%.3g per month", value);
        return words;
    }
    if (unit == UNIT_DOLLARS_MONTH)
        return words_money_yearly(value);
    if (unit == UNIT_MONTHS)
        snprintf(words.text, sizeof words.text, "%.3g months", value);
    else
        snprintf(words.text, sizeof words.text, "%.10g", rounded(value));
    return words;
}

struct words ruin_words_side(const struct ruin_side *side)
{
    struct words words;
    if (isinf(side->low))
        snprintf(words.text, sizeof words.text, "at most %.40s", ruin_words_value(side->high, side->unit).text);
    else if (isinf(side->high))
        snprintf(words.text, sizeof words.text, "at least %.40s", ruin_words_value(side->low, side->unit).text);
    else
        snprintf(words.text, sizeof words.text, "%.28s to %.28s", ruin_words_value(side->low, side->unit).text,
                 ruin_words_value(side->high, side->unit).text);
    return words;
}

struct words ruin_words_failure(const struct ruin *ruin)
{
    struct words words;
    if (ruin->by_measure && ruin->measure.chance)
        snprintf(words.text, sizeof words.text, "%.24s at least %.28s", ruin->measure.name,
                 ruin_words_value(ruin->measure.least, ruin->measure.unit).text);
    else if (ruin->by_measure)
        snprintf(words.text, sizeof words.text, "%.50s", ruin->measure.name);
    else
        snprintf(words.text, sizeof words.text, "closed by month %d", ruin->month);
    return words;
}
