#include "report/amount.h"

#include "scenario/quantity.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static double round_to(double value, int digits)
{
    if (value == 0.0 || !isfinite(value))
        return value + 0.0; /* no negative zero */
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
    /* All rates per month, so that neighbours compare. */
    if (unit == UNIT_RATE && fabs(rounded) < 1.0)
        snprintf(words.text, sizeof words.text, "%.*g%% per month", digits, 100.0 * rounded);
    else
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

/* What stands behind the number: '% per month', ' months'; of money only what it is paid for. */
static const char *unit_of(const char *text)
{
    if (*text == '$') {
        const char *slash = strchr(text, '/');
        return slash ? slash : text + strlen(text);
    }
    return text + strspn(text, "-0123456789.e");
}

struct words amount_interval(double low, double high, double width, enum unit unit)
{
    const struct words from = amount_words_within(low, width, unit), to = amount_words_within(high, width, unit);
    const char *unit_from = unit_of(from.text), *unit_to = unit_of(to.text);
    const bool shared = strcmp(unit_from, unit_to) == 0 && strlen(unit_from) > 1;
    struct words words;
    snprintf(words.text, sizeof words.text, "%.*s to %.30s", shared ? (int)(unit_from - from.text) : 30, from.text, to.text);
    return words;
}
