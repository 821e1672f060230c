#include "report/amount.h"

#include "scenario/quantity.h"

#include <math.h>
#include <stdlib.h>

static double round_to(double value, int digits)
{
    if (value == 0.0 || !isfinite(value))
        return value;
    const int ten = digits - 1 - (int)floor(log10(fabs(value)));
    const double scale = pow(10.0, abs(ten));
    return ten >= 0 ? round(value * scale) / scale : round(value / scale) * scale;
}

static struct words write(double value, int digits, enum unit unit)
{
    struct words words;
    if (!isfinite(value)) {
        snprintf(words.text, sizeof words.text, "–");
        return words;
    }
    /* What is kept per month is written per year. */
    const double rounded =
        unit == UNIT_DOLLARS_MONTH ? round_to(12.0 * value, digits) / 12.0 : round_to(value, digits);
    quantity_write(rounded, unit, words.text, sizeof words.text);
    return words;
}

static int leading_digits(double value)
{
    const double lead = fabs(value) / pow(10.0, floor(log10(fabs(value))));
    return value != 0.0 && isfinite(value) && lead < 2.0 ? 3 : 2;
}

struct words amount_words(double value, enum unit unit) { return write(value, leading_digits(value), unit); }

struct words amount_words_within(double value, double width, enum unit unit)
{
    int digits = leading_digits(value);
    if (width > 0.0 && isfinite(width) && value != 0.0) {
        const int needed = 2 + (int)floor(log10(fabs(value) / width));
        digits = needed < 2 ? 2 : needed > 4 ? 4 : needed;
    }
    return write(value, digits, unit);
}
