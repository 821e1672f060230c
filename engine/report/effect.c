#include "report/effect.h"

#include "model/parameters.h"
#include "scenario/quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct words effect_level(const struct measure *measure, double value)
{
    if (measure_is_share(measure))
        return words_percent(value);
    if (measure->unit == UNIT_DOLLARS)
        return words_money(value);
    struct words words;
    const double size = fabs(value);
    const struct words plain = size >= 100 ? words_round_count(size) : words_number(size);
    snprintf(words.text, sizeof words.text, "%s%.40s%s", value < 0.0 ? "−" : "", plain.text,
             measure->unit == UNIT_MONTHS ? " months" : "");
    return words;
}

struct words effect_difference(const struct measure *measure, double value)
{
    if (measure_is_money(measure))
        return words_money_difference(value);
    struct words words;
    const double size = fabs(measure_is_share(measure) ? 100.0 * value : value);
    const struct words plain = size >= 100 ? words_round_count(size) : words_number(size);
    const char *sign = strcmp(plain.text, "0") == 0 ? "" : value < 0.0 ? "−" : "+";
    snprintf(words.text, sizeof words.text, "%s%.40s%s", sign, plain.text,
             measure_is_share(measure) ? " points" : measure->unit == UNIT_MONTHS ? " months" : "");
    return words;
}

struct words effect_value(const struct field *field, double value)
{
    struct words words;
    if (!isfinite(value)) {
        snprintf(words.text, sizeof words.text, "–");
    } else if (field->unit == UNIT_WORD) {
        snprintf(words.text, sizeof words.text, "%.60s", field->words[(int)value]);
    } else if (field->unit == UNIT_DOLLARS) {
        words = words_money(value);
    } else if (field->unit == UNIT_DOLLARS_MONTH) {
        words = words_money_yearly(value);
    } else if (field->unit == UNIT_COUNT && value >= 100.0) {
        words = words_round_count(value);
    } else {
        snprintf(words.text, sizeof words.text, "%.3g", value);
        quantity_write(strtod(words.text, NULL), field->unit, words.text, sizeof words.text);
    }
    return words;
}

/* How much of the end of a text is its unit: ' months', '/year'. */
static const char *unit_of(const char *text)
{
    const char *unit = strpbrk(text, " /");
    return unit ? unit : text + strlen(text);
}

struct words effect_range(const struct field *field, double low, double high)
{
    struct words words;
    const struct words from = effect_value(field, low), to = effect_value(field, high);
    const char *unit = unit_of(from.text);
    const bool alike = strcmp(unit, unit_of(to.text)) == 0;
    snprintf(words.text, sizeof words.text, "%.*s → %.26s", alike ? (int)(unit - from.text) : 26, from.text, to.text);
    return words;
}

void effect_meaning(enum section section, const struct field *field, int repeat, char *text, size_t size)
{
    if (section == SECTION_STAGE && repeat == STAGES_MAX)
        snprintf(text, size, "the board\u2019s stage: %s", field->meaning);
    else if (section == SECTION_STAGE || section == SECTION_ROUND)
        snprintf(text, size, "%s %d: %s", field_tables[section].name, repeat + 1, field->meaning);
    else
        snprintf(text, size, "%s", field->meaning);
}
