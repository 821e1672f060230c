#include "report/gain.h"

#include "numerics/normal.h"
#include "report/amount.h"

#include <math.h>

struct words gain_words(const struct measure *measure, double gain)
{
    struct words words;
    const char *sign = gain > 0.0 ? "+" : gain < 0.0 ? "\u2212" : "";
    const double size = fabs(gain);
    if (!isfinite(gain))
        return words_number(NAN);
    if (measure_is_share(measure)) {
        snprintf(words.text, sizeof words.text, "%s%.1f points", 100.0 * size < 0.05 ? "" : sign, 100.0 * size);
        return words;
    }
    switch (measure->unit) {
    case UNIT_DOLLARS:
        return words_money_difference(gain);
    case UNIT_DOLLARS_MONTH:
        snprintf(words.text, sizeof words.text, "%.40s/year", words_money_difference(12.0 * gain).text);
        return words;
    case UNIT_MONTHS:
        snprintf(words.text, sizeof words.text, "%s%.1f months", size < 0.05 ? "" : sign, size);
        return words;
    default:
        snprintf(words.text, sizeof words.text, "%s%.40s", sign, words_number(size).text);
        return words;
    }
}

struct words gain_interval(const struct measure *measure, struct figure gain)
{
    return gain_interval_of(measure, gain, NORMAL_95);
}

struct words gain_interval_of(const struct measure *measure, struct figure gain, double width)
{
    struct words words;
    const double half = isfinite(gain.error) ? width * gain.error : 0.0;
    snprintf(words.text, sizeof words.text, "%.26s to %.26s", gain_words(measure, gain.value - half).text,
             gain_words(measure, gain.value + half).text);
    return words;
}

struct words gain_level(const struct measure *measure, double level)
{
    struct words words;
    if (!isfinite(level))
        return words_number(NAN);
    if (measure_is_share(measure))
        return words_percent(level);
    switch (measure->unit) {
    case UNIT_DOLLARS:
        return words_money(level);
    case UNIT_DOLLARS_MONTH:
        return words_money_yearly(level);
    case UNIT_MONTHS:
        snprintf(words.text, sizeof words.text, "%.1f months", level);
        return words;
    default:
        return words_number(level);
    }
}

/* '$1.25M': as many digits as a tick has. */
static struct words money_tick(double size, const char *per)
{
    static const char *const suffix[] = {"", "k", "M", "B"};
    struct words words;
    int thousands = 0;
    for (; thousands < 3 && size >= 999.5; thousands++)
        size /= 1000.0;
    snprintf(words.text, sizeof words.text, "$%.4g%s%s", size, suffix[thousands], per);
    return words;
}

/* The size of a tick, in the units of the language. */
static struct words tick_size(const struct measure *measure, double size, double step, bool points)
{
    struct words words;
    if (measure_is_share(measure) && points)
        snprintf(words.text, sizeof words.text, "%g points", 100.0 * size);
    else if (measure_is_share(measure))
        snprintf(words.text, sizeof words.text, "%g%%%%", 100.0 * size);
    else if (measure->unit == UNIT_DOLLARS)
        words = money_tick(size, "");
    else if (measure->unit == UNIT_DOLLARS_MONTH)
        words = money_tick(12.0 * size, "/year");
    else if (measure->unit == UNIT_MONTHS)
        snprintf(words.text, sizeof words.text, "%g months", size);
    else
        words = amount_words_within(size, step, measure->unit);
    return words;
}

struct words gain_tick(const struct measure *measure, double tick, double step, bool signs)
{
    struct words words;
    const char *sign = fabs(tick) < step / 2.0 ? "" : tick < 0.0 ? "\u2212" : signs ? "+" : "";
    snprintf(words.text, sizeof words.text, "%s%.50s", sign, tick_size(measure, fabs(tick), step, signs).text);
    return words;
}
