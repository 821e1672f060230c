#include "report/terms_words.h"

#include <math.h>

/* So many that the margin has one digit or two, up to three. */
static int decimals_of(double margin)
{
    return margin >= 9.5 ? 0 : margin >= 0.95 ? 1 : margin >= 0.0095 ? 2 : 3;
}

static struct words number(double value, double margin, enum terms_notation notation, bool sign)
{
    struct words words;
    if (notation == TERMS_MONEY)
        return sign ? words_money_difference(value) : words_money(value);
    double shown = notation == TERMS_POINTS ? 100.0 * value : value;
    int decimals = decimals_of(notation == TERMS_POINTS ? 100.0 * margin : margin);
    snprintf(words.text, sizeof words.text, "%s%.*f%s", !sign ? "" : shown < 0.0 ? "−" : "+", decimals, fabs(shown),
             sign && notation == TERMS_TIMES ? "×" : "");
    return words;
}

/* What stands in place of a number; NULL when there is one. */
static const char *instead(const struct paired *paired, const char *few)
{
    if (isnan(paired->value))
        return "–";
    return paired->worlds == 0 ? "none" : isnan(paired->error) ? few : NULL;
}

struct words terms_words(const struct paired *paired, enum terms_notation notation)
{
    struct words words;
    const char *word = instead(paired, "too few worlds");
    double margin = 0.5 * (paired->high - paired->low);
    if (word)
        snprintf(words.text, sizeof words.text, "%s", word);
    else
        snprintf(words.text, sizeof words.text, "%.24s ± %.24s",
                 paired_is_clear(paired) ? number(paired->value, margin, notation, true).text : "unclear",
                 number(margin, margin, notation, false).text);
    return words;
}

struct words terms_words_short(const struct paired *paired, enum terms_notation notation)
{
    struct words words;
    const char *word = instead(paired, "too few");
    double margin = 0.5 * (paired->high - paired->low);
    if (!word && paired_is_clear(paired))
        return number(paired->value, margin, notation, true);
    snprintf(words.text, sizeof words.text, "%s", word ? word : "unclear");
    return words;
}
