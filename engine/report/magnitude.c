#include "report/magnitude.h"

#include <math.h>

/* Small ones with two digits, too. */
static struct words plain(double value)
{
    struct words words;
    if (value == 0.0 || fabs(value) >= 0.1)
        return words_number(value);
    snprintf(words.text, sizeof words.text, "%.2g", value);
    return words;
}

static struct words counted(double value)
{
    struct words words;
    if (fabs(value) < 1e6)
        return fabs(value) >= 100.0 ? words_round_count(value) : words_number(value);
    snprintf(words.text, sizeof words.text, "%.3gM", value / 1e6);
    return words;
}

/* Twice a year and less often is told as a share by the year. */
static bool is_rare(double rate) { return 12.0 * rate < 2.0; }

static struct words bare(double value, enum unit unit, bool rare)
{
    switch (unit) {
    case UNIT_DOLLARS:
        return words_money(value);
    case UNIT_DOLLARS_MONTH:
        return words_money(12.0 * value);
    case UNIT_SHARE:
        return words_percent(value);
    case UNIT_RATE:
        return rare ? words_percent(12.0 * value) : plain(value);
    case UNIT_MULTIPLE:
        return words_multiple(value);
    case UNIT_COUNT:
    case UNIT_PEOPLE:
        return counted(value);
    case UNIT_MONTHS:
    case UNIT_NUMBER:
    case UNIT_WORD:
        break;
    }
    return plain(value);
}

static const char *after(enum unit unit, bool rare)
{
    return unit == UNIT_MONTHS          ? " months"
           : unit == UNIT_DOLLARS_MONTH ? "/year"
           : unit == UNIT_RATE          ? (rare ? "/year" : "/month")
                                        : "";
}

struct words magnitude_words(double value, enum unit unit)
{
    struct words words;
    snprintf(words.text, sizeof words.text, "%.40s%s", bare(value, unit, is_rare(value)).text,
             after(unit, is_rare(value)));
    return words;
}

struct words magnitude_interval(double low, double high, enum unit unit)
{
    struct words words;
    const bool rare = is_rare(high);
    snprintf(words.text, sizeof words.text, "%.24s to %.24s%s", bare(low, unit, rare).text,
             bare(high, unit, rare).text, after(unit, rare));
    return words;
}
