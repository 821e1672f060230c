#include "scenario/span.h"

#include "scenario/encoding.h"
#include "scenario/quantity.h"

#include <string.h>

enum { TEXT_BYTES_MAX = 200, WHY_SIZE = 200 };

static struct place at(struct place line, size_t byte)
{
    line.column += (int)byte;
    return line;
}

static bool read_key(const struct loading *loading, struct place line, struct span *span)
{
    if (!key_find(span->name, &span->key)) {
        key_complain(loading, line, span->name);
        return false;
    }
    if (span->key.field->unit != UNIT_WORD)
        return true;
    complaints_add(loading->complaints, line, "'%s' is a word; there is nothing between two words", span->name);
    return false;
}

static bool is_legal(const struct loading *loading, struct place place, const struct span *span, double value)
{
    const struct field *field = span->key.field;
    char low[80], high[80];
    if (value >= field->low && value <= field->high)
        return true;
    quantity_write(field->low, field->unit, low, sizeof low);
    quantity_write(field->high, field->unit, high, sizeof high);
    complaints_add(loading->complaints, place, "'%s' must lie between %s and %s", span->name, low, high);
    return false;
}

/* 'LOW..HIGH' reads like 'LOW to HIGH' in a scenario. */
static bool read_range(const struct loading *loading, struct place line, const char *text, size_t start,
                       struct span *span)
{
    const char *range = text + start, *dots = strstr(range, "..");
    const enum unit unit = span->key.field->unit;
    char interval[TEXT_BYTES_MAX + 8], why[WHY_SIZE];
    if (!dots) {
        complaints_add(loading->complaints, at(line, start),
                       "expected two ends with two dots between them, as in %s=LOW..HIGH", span->name);
        return false;
    }
    int length = snprintf(interval, sizeof interval, "%.*s to %s", (int)(dots - range), range, dots + 2);
    if (!quantity_read_interval(interval, (size_t)length, unit, &span->low, &span->high, why, sizeof why)) {
        complaints_add(loading->complaints, at(line, start), "expected two ends, each %s, as in LOW..HIGH",
                       quantity_expected(unit));
        return false;
    }
    const size_t second = (size_t)(dots + 2 - text);
    if (!is_legal(loading, at(line, start), span, span->low) ||
        !is_legal(loading, at(line, second), span, span->high))
        return false;
    span->ranged = true;
    if (span->low < span->high)
        return true;
    complaints_add(loading->complaints, at(line, start),
                   span->low > span->high ? "the range is the wrong way round" : "the range has no width");
    return false;
}

static bool read(const struct loading *loading, struct place line, const char *text, char *name, struct span *span)
{
    const char *equals = strchr(text, '=');
    const size_t length = equals ? (size_t)(equals - text) : strlen(text);
    if (length >= SPAN_NAME_SIZE) {
        complaints_add(loading->complaints, line, "no key is that long");
        return false;
    }
    memcpy(name, text, length);
    name[length] = '\0';
    span->name = name;
    return read_key(loading, line, span) && (!equals || read_range(loading, line, text, length + 1, span));
}

bool span_parse(const char *option, const char *text, struct complaints *complaints, char name[SPAN_NAME_SIZE],
                struct span *span)
{
    const struct place line = {.file = option, .line = 1, .column = 1};
    *span = (struct span){.ranged = false};
    complaints_source(complaints, option, text);
    if (strlen(text) > TEXT_BYTES_MAX || strpbrk(text, "\r\n")) {
        complaints_add(complaints, line, "expected KEY=LOW..HIGH, as in market.accounts=2000..8000");
        return false;
    }
    if (!encoding_check(line, text, strlen(text), complaints))
        return false;
    const struct loading loading = {.complaints = complaints};
    return read(&loading, line, text, name, span);
}
