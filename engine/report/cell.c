#include "report/cell.h"

#include "report/lettering.h"

#include <math.h>

static struct words value_words(double value, enum cell notation)
{
    struct words words;
    switch (notation) {
    case CELL_MONEY: return words_money(value);
    case CELL_PERCENT: return words_percent(value);
    case CELL_TIMES: return words_multiple(value);
    case CELL_CORRELATION:
    case CELL_YEARS:
        if (!isfinite(value))
            return words_number(value);
        snprintf(words.text, sizeof words.text, "%.1f", value);
        return words;
    }
    return words_number(value);
}

/* How many decimals stand, given an error. */
static int decimals_of(double error)
{
    return error >= 0.95 ? 0 : error >= 0.095 ? 1 : 2;
}

struct words cell_words(struct figure figure, enum cell notation)
{
    struct words words;
    if (!isfinite(figure.value) || !isfinite(figure.error) || figure.error <= 0)
        return value_words(figure.value, notation);
    if (notation == CELL_MONEY) {
        snprintf(words.text, sizeof words.text, "%.28s (%.28s)", words_money(figure.value).text,
                 words_money(figure.error).text);
        return words;
    }
    if (notation == CELL_CORRELATION) {
        snprintf(words.text, sizeof words.text, "%s%.3f (%.3f)", figure.value < 0 ? "\u2212" : "",
                 fabs(figure.value), figure.error);
        return words;
    }
    double scale = notation == CELL_PERCENT ? 100 : 1;
    double value = scale * figure.value, error = scale * figure.error;
    int decimals = decimals_of(error);
    const char *unit = notation == CELL_PERCENT ? "%" : notation == CELL_TIMES ? "×" : "";
    snprintf(words.text, sizeof words.text, "%s%.*f%s (%.*f)", value < 0 ? "\u2212" : "", decimals,
             fabs(value), unit, decimals, error);
    return words;
}

void cell_pad(FILE *out, const char *text, int columns)
{
    int width = lettering_columns(text);
    fprintf(out, "%*s%s", columns > width ? columns - width : 0, "", text);
}
