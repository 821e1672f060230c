#include "report/words.h"

#include "numerics/normal.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define MINUS "\u2212"
#define NONE "\u2013"

__attribute__((format(printf, 1, 2))) static struct words say(const char *format, ...)
{
    struct words words;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words.text, sizeof words.text, format, arguments);
    va_end(arguments);
    return words;
}

double words_margin(double error)
{
    return NORMAL_95 * error;
}

struct words words_money(double dollars)
{
    static const struct {
        double size;
        const char *unit;
    } scales[] = {{1, ""}, {1e3, "k"}, {1e6, "M"}, {1e9, "B"}, {1e12, "T"}};
    const int last = (int)(sizeof scales / sizeof scales[0]) - 1;

    if (!isfinite(dollars))
        return say(NONE);
    double amount = fabs(dollars);
    if (amount < 0.5)
        return say("$0");
    /* The unit is chosen after rounding: $999.6k reads '$1.0M'. */
    int scale = 0;
    while (scale < last && rint(amount / scales[scale].size) >= 1000)
        scale++;
    double scaled = amount / scales[scale].size;
    int decimals = scale > 0 && scaled < 9.95 ? 1 : 0;
    return say("%s$%.*f%s", dollars < 0 ? MINUS : "", decimals, scaled, scales[scale].unit);
}

struct words words_money_difference(double dollars)
{
    struct words amount = words_money(dollars);
    return dollars >= 0.5 ? say("+%.60s", amount.text) : amount;
}

struct words words_money_yearly(double dollars_a_month)
{
    return say("%.50s/year", words_money(12.0 * dollars_a_month).text);
}

struct words words_money_about(double dollars, double error)
{
    double margin = words_margin(error);
    if (!(margin >= 0.5))
        return words_money(dollars);
    return say("%.28s ± %.28s", words_money(dollars).text, words_money(margin).text);
}

struct words words_percent(double share)
{
    double percent = 100 * share;
    if (!isfinite(percent))
        return say(NONE);
    const char *sign = percent < 0 ? MINUS : "";
    percent = fabs(percent);
    if (fabs(percent - 100) < 1e-9) /* a sum of shares may miss 1 by its last bits */
        percent = 100;
    if (percent == 0)
        return say("0%%");
    if (percent < 0.01)
        return say("under 0.01%%");
    if (percent < 0.995)
        return say("%s%.2f%%", sign, percent);
    if (percent < 9.95)
        return say("%s%.1f%%", sign, percent);
    /* Nearly all is not all. */
    if (percent > 99.95 && percent < 100)
        return say("over 99.9%%");
    if (percent >= 99.5 && percent < 100)
        return say("%s%.1f%%", sign, percent);
    return say("%s%.0f%%", sign, percent);
}

struct words words_percent_about(double share, double error)
{
    double percent = 100 * share, margin = 100 * words_margin(error);
    if (!isfinite(percent) || !isfinite(margin) || margin < 0.0005)
        return words_percent(share);
    int decimals = margin >= 0.5 ? 0 : margin >= 0.05 ? 1 : margin >= 0.005 ? 2 : 3;
    /* A margin is rounded up: it must not promise more than there is. */
    double unit = pow(10, -decimals);
    double outward = ceil(margin / unit - 0.25) * unit;
    return say("%s%.*f%% ± %.*f%%", percent < 0 ? MINUS : "", decimals, fabs(percent), decimals,
               outward);
}

/* One in how many, to two significant digits. */
static double one_in(double share)
{
    double n = 1 / share;
    return n < 99.5 ? rint(n) : 10 * rint(n / 10);
}

struct words words_chance(double share)
{
    if (!isfinite(share))
        return say(NONE);
    if (share > 0 && share < 0.001)
        return say("fewer than 1 in 1,000");
    if (share > 0 && one_in(share) >= 1000)
        return say("1 in 1,000");
    if (share > 0 && share < 0.105)
        return say("1 in %.0f", one_in(share));
    if (share >= 0.995 && share < 1)
        return say("more than 99 in 100");
    return say("%.0f in 100", 100 * share);
}

bool words_one(double share)
{
    return share >= 0.001 && share < 0.105;
}

struct words words_times(double share)
{
    if (!isfinite(share))
        return say(NONE);
    if (share <= 0)
        return say("never");
    if (share >= 1)
        return say("every time");
    if (share < 0.001)
        return say("less than once in 1,000");
    if (share < 0.105)
        return say("once in %s", words_count((int64_t)one_in(share)).text);
    if (share >= 0.995)
        return say("more than 99 times in 100");
    return say("%.0f times in 100", 100 * share);
}

struct words words_count(int64_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", llabs((long long)count));
    struct words words;
    int length = (int)strlen(digits), used = 0;
    if (count < 0)
        used = snprintf(words.text, sizeof words.text, MINUS);
    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            words.text[used++] = ',';
        words.text[used++] = digits[i];
    }
    words.text[used] = '\0';
    return words;
}

struct words words_round_count(double count)
{
    if (!isfinite(count) || fabs(count) >= 1e15)
        return words_number(count);
    double unit = fabs(count) < 100 ? 1 : pow(10, floor(log10(fabs(count))) - 1);
    return words_count((int64_t)(rint(count / unit) * unit));
}

struct words words_small_count(int count)
{
    static const char *const names[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (count >= 0 && count < (int)(sizeof names / sizeof names[0]))
        return say("%s", names[count]);
    return words_count(count);
}

struct words words_multiple(double multiple)
{
    if (!isfinite(multiple))
        return say(NONE);
    return say("%s×", words_number(multiple).text);
}

struct words words_multiple_about(double multiple, double error)
{
    double margin = words_margin(error);
    if (!isfinite(multiple) || !(margin >= 0.005))
        return words_multiple(multiple);
    int decimals = margin >= 0.95 ? 0 : margin >= 0.095 ? 1 : 2;
    return say("%.*f× ± %.*f", decimals, multiple, decimals, margin);
}

struct words words_within(const char *word)
{
    struct words words = say("%.60s", word);
    words.text[0] = (char)tolower((unsigned char)words.text[0]);
    return words;
}

struct words words_number(double number)
{
    if (!isfinite(number))
        return say(NONE);
    double size = fabs(number);
    const char *sign = number < 0 ? MINUS : "";
    if (size < 0.005)
        return say("0");
    if (size < 0.995)
        return say("%s%.2f", sign, size);
    if (size < 9.95)
        return say("%s%.1f", sign, size);
    if (size < 1e15)
        return say("%s%s", sign, words_count((int64_t)rint(size)).text);
    return say("%s%.1e", sign, size);
}

struct words words_duration(double months)
{
    if (!isfinite(months))
        return say(NONE);
    double whole = rint(months), years = months / 12;
    if (fabs(years - rint(years)) < 1e-9 && years >= 1)
        return say("%.0f year%s", years, years < 1.5 ? "" : "s");
    if (whole < 36)
        return say("%.0f month%s", whole, whole == 1 ? "" : "s");
    return say("%.1f years", years);
}
