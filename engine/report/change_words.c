#include "report/change_words.h"

#include <math.h>

static int decimals_of(double margin)
{
    return margin >= 9.5 ? 0 : margin >= 0.95 ? 1 : margin >= 0.0095 ? 2 : 3;
}

static struct words number(double value, double margin, enum change_notation notation, bool sign)
{
    struct words words;
    if (notation == CHANGE_MONEY)
        return sign ? words_money_difference(value) : words_money(value);
    double scale = notation == CHANGE_NUMBER ? 1.0 : 100.0;
    snprintf(words.text, sizeof words.text, "%s%.*f%s", !sign ? "" : value < 0.0 ? "−" : "+",
             decimals_of(scale * margin), fabs(scale * value), notation == CHANGE_PERCENT ? "%" : "");
    return words;
}

/* What stands in place of a number; NULL when there is one. */
static const char *instead(const struct paired *paired)
{
    if (isnan(paired->value))
        return "–";
    if (paired->worlds == 0)
        return "none";
    return isnan(paired->error) ? "too few" : paired_is_clear(paired) ? NULL : "not clear";
}

struct words change_words(const struct paired *paired, enum change_notation notation)
{
    struct words words;
    const char *word = instead(paired);
    double margin = 0.5 * (paired->high - paired->low);
    if (word)
        snprintf(words.text, sizeof words.text, "%s", word);
    else
        snprintf(words.text, sizeof words.text, "%.28s ± %.28s", number(paired->value, margin, notation, true).text,
                 number(margin, margin, notation, false).text);
    return words;
}

struct words change_words_short(const struct paired *paired, enum change_notation notation)
{
    struct words words;
    const char *word = instead(paired);
    if (!word)
        return number(paired->value, 0.5 * (paired->high - paired->low), notation, true);
    snprintf(words.text, sizeof words.text, "%s", word);
    return words;
}
