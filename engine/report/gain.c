#include "report/gain.h"

#include <math.h>

static const double WIDTH_95 = 1.959964;

static bool is_share(const struct measure *measure) { return measure->chance || measure->unit == UNIT_SHARE; }

struct words gain_words(const struct measure *measure, double gain)
{
    struct words words;
    const char *sign = gain > 0.0 ? "+" : gain < 0.0 ? "\u2212" : "";
    const double size = fabs(gain);
    if (!isfinite(gain))
        return words_number(NAN);
    if (is_share(measure)) {
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
    struct words words;
    const double half = isfinite(gain.error) ? WIDTH_95 * gain.error : 0.0;
    snprintf(words.text, sizeof words.text, "%.26s to %.26s", gain_words(measure, gain.value - half).text,
             gain_words(measure, gain.value + half).text);
    return words;
}

struct words gain_level(const struct measure *measure, double level)
{
    struct words words;
    if (!isfinite(level))
        return words_number(NAN);
    if (is_share(measure))
        return words_percent(level);
    switch (measure->unit) {
    case UNIT_DOLLARS:
        return words_money(level);
    case UNIT_DOLLARS_MONTH:
        snprintf(words.text, sizeof words.text, "%.40s/year", words_money(12.0 * level).text);
        return words;
    case UNIT_MONTHS:
        snprintf(words.text, sizeof words.text, "%.1f months", level);
        return words;
    default:
        return words_number(level);
    }
}
