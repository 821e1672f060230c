#include "scenario/quantity.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DIGITS_MAX = 64,    /* characters of one number; a double needs no more than 25 */
    EXPONENT_MAX = 9999 /* beyond what a double can hold */
};

/* A quantity taken apart: '$1.5k/year' is dollars, mantissa '1.5', ten 3, rest '/year'. Powers of
 * ten stay in the text until the end, so that '0.7%' is the same double as '0.007'. */
struct spelling {
    bool dollars;
    const char *mantissa;
    int mantissa_length;
    int ten; /* exponent, multiplier included */
    const char *rest;
    size_t rest_length;
};

static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

static size_t digits(const char *text, size_t length)
{
    size_t count = 0;
    while (count < length && is_digit(text[count]))
        count++;
    return count;
}

/* 'e-12' and its like, 0 if there is none. */
static size_t exponent(const char *text, size_t length, int *ten)
{
    if (length < 2 || (text[0] != 'e' && text[0] != 'E'))
        return 0;
    const size_t sign = text[1] == '-' || text[1] == '+';
    const size_t count = digits(text + 1 + sign, length - 1 - sign);
    if (count == 0)
        return 0;
    int value = 0;
    for (size_t i = 0; i < count; i++)
        if (value <= EXPONENT_MAX)
            value = value * 10 + (text[1 + sign + i] - '0');
    *ten = text[1] == '-' ? -value : value;
    return 1 + sign + count;
}

/* k, M, B, when they are not the first letter of a word. */
static size_t multiplier(const char *text, size_t length, int *ten)
{
    if (length == 0)
        return 0;
    const int power = text[0] == 'k' ? 3 : text[0] == 'M' ? 6 : text[0] == 'B' ? 9 : 0;
    const bool ends = length == 1 || !((text[1] >= 'a' && text[1] <= 'z') ||
                                       (text[1] >= 'A' && text[1] <= 'Z') || is_digit(text[1]));
    if (power == 0 || !ends)
        return 0;
    *ten += power;
    return 1;
}

static bool spell(const char *text, size_t length, struct spelling *spelling)
{
    const char *const end = text + length;
    *spelling = (struct spelling){.dollars = length > 0 && *text == '$'};
    text += spelling->dollars;
    spelling->mantissa = text;
    text += text < end && (*text == '-' || *text == '+');
    const size_t whole = digits(text, (size_t)(end - text));
    text += whole;
    size_t fraction = 0;
    if (text < end && *text == '.') {
        fraction = digits(text + 1, (size_t)(end - text) - 1);
        text += 1 + fraction;
    }
    if (whole + fraction == 0 || text - spelling->mantissa > DIGITS_MAX)
        return false;
    spelling->mantissa_length = (int)(text - spelling->mantissa);
    text += exponent(text, (size_t)(end - text), &spelling->ten);
    text += multiplier(text, (size_t)(end - text), &spelling->ten);
    while (text < end && *text == ' ')
        text++;
    spelling->rest = text;
    spelling->rest_length = (size_t)(end - text);
    return true;
}

static bool rest_is(const struct spelling *spelling, const char *word)
{
    return spelling->rest_length == strlen(word) &&
           memcmp(spelling->rest, word, spelling->rest_length) == 0;
}

/* Cuts one of the spellings of 'per month' or 'per year' off the rest; 0 when there is none. */
static int take_period(struct spelling *spelling)
{
    static const struct {
        const char *text;
        int months;
    } periods[] = {{"per month", 1}, {"/month", 1}, {"per year", 12}, {"/year", 12}};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        const size_t length = strlen(periods[i].text);
        if (spelling->rest_length < length ||
            memcmp(spelling->rest + spelling->rest_length - length, periods[i].text, length) != 0)
            continue;
        spelling->rest_length -= length;
        while (spelling->rest_length > 0 && spelling->rest[spelling->rest_length - 1] == ' ')
            spelling->rest_length--;
        return periods[i].months;
    }
    return 0;
}

/* Turns '%' into a power of ten. */
static bool take_percent(struct spelling *spelling)
{
    if (!rest_is(spelling, "%"))
        return false;
    spelling->ten -= 2;
    spelling->rest_length = 0;
    return true;
}

/* Whether what stands around the number fits the unit; one of what is written is then `factor` /
 * `divisor` of the engine's unit. */
static bool fits(struct spelling *spelling, enum unit unit, int *factor, int *divisor)
{
    *factor = *divisor = 1;
    if (unit == UNIT_DOLLARS || unit == UNIT_DOLLARS_MONTH ? !spelling->dollars : spelling->dollars)
        return false;
    switch (unit) {
    case UNIT_COUNT:
    case UNIT_NUMBER:
    case UNIT_DOLLARS:
        return spelling->rest_length == 0;
    case UNIT_SHARE:
        return take_percent(spelling) || spelling->rest_length == 0;
    case UNIT_DOLLARS_MONTH:
        *divisor = take_period(spelling);
        return *divisor > 0 && spelling->rest_length == 0;
    case UNIT_RATE:
        *divisor = take_period(spelling);
        return *divisor > 0 && (take_percent(spelling) || spelling->rest_length == 0);
    case UNIT_MONTHS:
        *factor = rest_is(spelling, "years") || rest_is(spelling, "year") ? 12 : 1;
        return *factor == 12 || rest_is(spelling, "months") || rest_is(spelling, "month");
    case UNIT_PEOPLE:
        return spelling->rest_length == 0 || rest_is(spelling, "people") ||
               rest_is(spelling, "person");
    case UNIT_MULTIPLE:
        return spelling->rest_length == 0 || rest_is(spelling, "x");
    case UNIT_WORD:
        break;
    }
    return false;
}

static bool convert(struct spelling *spelling, enum unit unit, double *value)
{
    int factor, divisor;
    if (!fits(spelling, unit, &factor, &divisor))
        return false;
    char text[DIGITS_MAX + 16];
    snprintf(text, sizeof text, "%.*se%d", spelling->mantissa_length, spelling->mantissa,
             spelling->ten);
    *value = strtod(text, NULL) * factor / divisor + 0.0; /* the sum has no negative zero */
    return isfinite(*value);
}

static void explain(const char *text, size_t length, enum unit unit, char *why, size_t size)
{
    const int shown = length > 40 ? 40 : (int)length;
    const char *more = length > 40 ? "..." : "";
    const bool separated = memchr(text, ',', length) || memchr(text, '_', length);
    if (length == 0)
        snprintf(why, size, "expected %s", quantity_expected(unit));
    else
        snprintf(why, size, "expected %s%s, not '%.*s%s'", quantity_expected(unit),
                 separated ? ", without separators" : "", shown, text, more);
}

bool quantity_read(const char *text, size_t length, enum unit unit, double *value, char *why,
                   size_t size)
{
    struct spelling spelling;
    if (spell(text, length, &spelling) && convert(&spelling, unit, value))
        return true;
    explain(text, length, unit, why, size);
    return false;
}

/* Where the ' to ' of an interval begins; NULL if there is none. */
static const char *find_to(const char *text, size_t length)
{
    for (size_t i = 0; i + 4 <= length; i++)
        if (memcmp(text + i, " to ", 4) == 0)
            return text + i;
    return NULL;
}

bool quantity_is_interval(const char *text, size_t length)
{
    return find_to(text, length) != NULL;
}

/* Whether one end leaves its unit to the other: '2 to 8 months', '35% to 80% per year'. */
static bool is_part(const struct spelling *end, const struct spelling *other)
{
    return end->rest_length == 0 ||
           (rest_is(end, "%") && other->rest_length > 0 && other->rest[0] == '%');
}

bool quantity_read_interval(const char *text, size_t length, enum unit unit, double *low,
                            double *high, char *why, size_t size)
{
    const char *const end = text + length, *to = find_to(text, length);
    const char *other = to ? to + strlen(" to ") : end;
    while (other < end && *other == ' ')
        other++;
    struct spelling left, right;
    if (to && spell(text, (size_t)(to - text), &left) &&
        spell(other, (size_t)(end - other), &right)) {
        left.dollars = right.dollars = left.dollars || right.dollars;
        if (is_part(&left, &right)) {
            left.rest = right.rest;
            left.rest_length = right.rest_length;
        } else if (is_part(&right, &left)) {
            right.rest = left.rest;
            right.rest_length = left.rest_length;
        }
        if (convert(&left, unit, low) && convert(&right, unit, high))
            return true;
    }
    explain(text, length, unit, why, size);
    return false;
}

const char *quantity_expected(enum unit unit)
{
    switch (unit) {
    case UNIT_COUNT:
        return "a plain number such as 4000 or 4k";
    case UNIT_SHARE:
        return "a share such as 25% or 0.25";
    case UNIT_DOLLARS:
        return "money such as $600k or $4.5M";
    case UNIT_DOLLARS_MONTH:
        return "money over time such as $80k/year or $5k/month";
    case UNIT_MONTHS:
        return "a duration such as 9 months or 10 years";
    case UNIT_RATE:
        return "a rate such as 3 per month or 13% per year";
    case UNIT_PEOPLE:
        return "people such as 5 or 5 people";
    case UNIT_MULTIPLE:
        return "a multiple such as 6x or 6";
    case UNIT_NUMBER:
        return "a plain number such as 0.8";
    case UNIT_WORD:
        break;
    }
    return "a word";
}

const char *quantity_unit(enum unit unit)
{
    static const char *const names[] = {
        [UNIT_COUNT] = "count",           [UNIT_SHARE] = "share",
        [UNIT_DOLLARS] = "USD",           [UNIT_DOLLARS_MONTH] = "USD per month",
        [UNIT_MONTHS] = "months",         [UNIT_RATE] = "per month",
        [UNIT_PEOPLE] = "people",         [UNIT_MULTIPLE] = "multiple",
        [UNIT_NUMBER] = "number",         [UNIT_WORD] = "word",
    };
    return names[unit];
}

/* A way to write a unit: what stands before the number and after it, how many of the engine's unit
 * one is, and how many digits more its number may take before another form is preferred. Every
 * unit has a form worth 1, which can hold any double. */
struct form {
    enum unit unit;
    const char *before, *after;
    double worth;
    int handicap;
};

static const struct form forms[] = {
    {UNIT_COUNT, "", "", 1, 0},
    {UNIT_COUNT, "", "k", 1e3, 4},
    {UNIT_COUNT, "", "M", 1e6, 4},
    {UNIT_COUNT, "", "B", 1e9, 4},
    {UNIT_SHARE, "", "%", 0.01, 0},
    {UNIT_SHARE, "", "", 1, 10},
    {UNIT_DOLLARS, "$", "", 1, 0},
    {UNIT_DOLLARS, "$", "k", 1e3, 1},
    {UNIT_DOLLARS, "$", "M", 1e6, 1},
    {UNIT_DOLLARS, "$", "B", 1e9, 1},
    {UNIT_DOLLARS_MONTH, "$", "/year", 1 / 12.0, 0},
    {UNIT_DOLLARS_MONTH, "$", "k/year", 1e3 / 12, 1},
    {UNIT_DOLLARS_MONTH, "$", "M/year", 1e6 / 12, 1},
    {UNIT_DOLLARS_MONTH, "$", "B/year", 1e9 / 12, 1},
    {UNIT_DOLLARS_MONTH, "$", "/month", 1, 2},
    {UNIT_DOLLARS_MONTH, "$", "k/month", 1e3, 3},
    {UNIT_DOLLARS_MONTH, "$", "M/month", 1e6, 3},
    {UNIT_MONTHS, "", " months", 1, 0},
    {UNIT_MONTHS, "", " years", 12, 0},
    {UNIT_RATE, "", " per month", 1, 0},
    {UNIT_RATE, "", "% per month", 0.01, 1},
    {UNIT_RATE, "", "% per year", 0.01 / 12, 3},
    {UNIT_RATE, "", " per year", 1 / 12.0, 2},
    {UNIT_PEOPLE, "", "", 1, 0},
    {UNIT_MULTIPLE, "", "x", 1, 0},
    {UNIT_NUMBER, "", "", 1, 0},
};

/* A number with so many significant digits, without an exponent where that is readable. */
static void write_number(double value, int significant, char *text, size_t size)
{
    snprintf(text, size, "%.*e", significant - 1, value);
    const int ten = atoi(strchr(text, 'e') + 1);
    if (ten < -7 || ten > 15)
        return;
    const int decimals = significant - 1 - ten;
    snprintf(text, size, "%.*f", decimals > 0 ? decimals : 0, value);
}

/* The fewest digits with which the form reads back as the same double; false if none do, because
 * the unit's own rounding is in the way. `cost` is lower for what reads better. */
static bool write_form(const struct form *form, double value, char *text, size_t size, int *cost)
{
    const double counted = value / form->worth;
    if (!isfinite(counted))
        return false;
    for (int significant = 1; significant <= 17; significant++) {
        char number[48], why[200];
        write_number(counted, significant, number, sizeof number);
        const bool one = form->unit == UNIT_MONTHS && strcmp(number, "1") == 0;
        const int after = (int)strlen(form->after) - one; /* '1 month', not '1 months' */
        const int length = snprintf(text, size, "%s%s%.*s", form->before, number, after,
                                    form->after);
        double back;
        if (length < 0 || (size_t)length >= size)
            return false;
        if (!quantity_read(text, (size_t)length, form->unit, &back, why, sizeof why) ||
            back != value)
            continue;
        const int awkward = counted != 0 && fabs(counted) < 1 ? 2 : 0;
        *cost = (int)strlen(number) + awkward + form->handicap;
        return true;
    }
    return false;
}

void quantity_write(double value, enum unit unit, char *text, size_t size)
{
    int least = 0;
    bool written = false;
    snprintf(text, size, "%.17g", value); /* a word is its index */
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char attempt[80];
        int cost = 0;
        if (forms[i].unit != unit ||
            !write_form(&forms[i], value, attempt, sizeof attempt, &cost) ||
            (written && cost >= least))
            continue;
        snprintf(text, size, "%s", attempt);
        least = cost;
        written = true;
    }
}
