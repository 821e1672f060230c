#include "report/warning_words.h"

#include <math.h>

const char *const warning_words_event[WARNING_EVENTS] = {[WARNING_DEATH] = "death", [WARNING_EXIT] = "exit"};

static const char *const endings[ENDINGS] = {
    [ENDING_TAKE_HOME] = "a take-home", [ENDING_PROCEEDS] = "proceeds",   [ENDING_RAISED] = "money raised",
    [ENDING_LIFETIME] = "a lifetime",   [ENDING_SOLD] = "a share sold",   [ENDING_LISTED] = "a share listed",
    [ENDING_CLOSED] = "a share closed", [ENDING_GAIN] = "investors’ gain",
};

/* Nothing of a threshold may be lost: it is a round number. */
enum { THRESHOLD_DIGITS = 6 };

static struct words dollars(double value, int digits)
{
    static const char *const units[] = {"", "k", "M", "B"};
    struct words words;
    double amount = fabs(value);
    int unit = 0;
    while (unit < 3 && amount >= 999.5) {
        amount /= 1000.0;
        unit++;
    }
    snprintf(words.text, sizeof words.text, "%s$%.*g%s", value < 0.0 ? "−" : "", digits, amount, units[unit]);
    return words;
}

struct words warning_words_value(double value, enum unit unit, int digits)
{
    struct words words;
    const char *sign = value < 0.0 ? "−" : "";
    if (!isfinite(value))
        snprintf(words.text, sizeof words.text, "–");
    else if (unit == UNIT_DOLLARS)
        return dollars(value, digits);
    else if (unit == UNIT_SHARE)
        snprintf(words.text, sizeof words.text, "%s%.*g%%", sign, digits, 100.0 * fabs(value));
    else if (unit == UNIT_MONTHS)
        snprintf(words.text, sizeof words.text, "%s%.*g months", sign, digits, fabs(value));
    else if (fabs(value) >= 999.5 && (digits < THRESHOLD_DIGITS || value == rint(value)))
        snprintf(words.text, sizeof words.text, "%.30s", words_count((int64_t)rint(value)).text);
    else
        snprintf(words.text, sizeof words.text, "%s%.*g", sign, digits, fabs(value));
    return words;
}

struct words warning_words_rule(const struct warning *warning, const struct screening_row *row)
{
    struct words words;
    if (row->nothing) {
        snprintf(words.text, sizeof words.text, row->low_warns ? "none" : "any");
        return words;
    }
    snprintf(words.text, sizeof words.text, "%s %.40s", row->low_warns ? "below" : "above",
             warning_words_value(row->threshold, warning->indicators.item[row->number].unit, THRESHOLD_DIGITS).text);
    return words;
}

struct words warning_words_share(const struct proportion *proportion)
{
    struct words words;
    const int decimals = proportion->high < 0.0995 || proportion->high - proportion->low < 0.01 ? 1 : 0;
    if (isnan(proportion->value))
        snprintf(words.text, sizeof words.text, "–");
    else
        snprintf(words.text, sizeof words.text, "%.*f%% (%.*f–%.*f)", decimals, 100.0 * proportion->value, decimals,
                 100.0 * proportion->low, decimals, 100.0 * proportion->high);
    return words;
}

struct words warning_words_area(const struct screening_row *row)
{
    struct words words;
    const int decimals = row->high - row->low < 0.01 ? 3 : 2;
    snprintf(words.text, sizeof words.text, "%.*f (%.*f–%.*f)", decimals, row->area, decimals, row->low, decimals,
             row->high);
    return words;
}

void warning_words_sign(const struct warning *warning, const struct screening_row *row, char *text, size_t size)
{
    const struct indicator *item = &warning->indicators.item[row->number];
    if (row->nothing)
        snprintf(text, size, "%s %s", row->low_warns ? "no" : "any", item->label);
    else
        snprintf(text, size, "%s %s", item->label, warning_words_rule(warning, row).text);
}

void warning_words_happens(const struct warning *warning, enum warning_event event, char *text, size_t size)
{
    const struct measure *good = &warning->good;
    if (event == WARNING_DEATH)
        snprintf(text, size, "closed by month %d", warning->by);
    else if (good->chance)
        snprintf(text, size, "sold or listed by month %d with %s of at least %.40s", warning->by, endings[good->ending],
                 warning_words_value(good->least, good->unit, THRESHOLD_DIGITS).text);
    else
        snprintf(text, size, "%s by month %d", good->ending == ENDING_LISTED ? "listed" : "sold or listed", warning->by);
}

static void write_caught(enum warning_event event, const struct proportion *caught, const struct proportion *alarmed,
                         char *text, size_t size)
{
    snprintf(text, size,
             event == WARNING_DEATH ? "caught %s of the deaths, and gave a false alarm for %s of the others"
                                    : "marked %s of these exits beforehand, and %s of the others",
             words_percent(caught->value).text, words_percent(alarmed->value).text);
}

void warning_words_claim(const struct warning *warning, enum warning_event event, const struct screening *screening,
                         const struct screening_row *row, char *text, size_t size)
{
    char sign[120], happens[160], caught[160];
    write_caught(event, &row->caught, &row->alarmed, caught, sizeof caught);
    warning_words_sign(warning, row, sign, sizeof sign);
    warning_words_happens(warning, event, happens, sizeof happens);
    snprintf(text, size, "At month %d, %s: %s of those were %s, against %s of all; it %s.",
             warning->at, sign, warning_words_share(&row->struck).text, happens,
             words_percent(screening->base.value).text, caught);
}

void warning_words_pair(const struct warning *warning, enum warning_event event, const struct screening *screening,
                        const struct pairing *pairing, char *text, size_t size)
{
    char sign[2][120], caught[160];
    const double margin = words_margin(pairing->gain.error);
    const int decimals = margin < 0.0095 ? 3 : 2;
    for (int i = 0; i < 2; i++)
        warning_words_sign(warning, &pairing->sign[i], sign[i], sizeof sign[i]);
    write_caught(event, &pairing->caught, &pairing->alarmed, caught, sizeof caught);
    snprintf(text, size, "Two tell better: %s %s %s: %s; it %s (Youden's J %.2f, %.*f ± %.*f above that of %s alone).", sign[0],
             pairing->both ? "and" : "or", sign[1], warning_words_share(&pairing->struck).text, caught,
             pairing->youden.value, decimals, pairing->gain.value, decimals, margin,
             warning->indicators.item[screening_best(screening)->number].label);
}

const char *warning_words_silence(const struct screening *screening)
{
    if (screening->claims > 0)
        return NULL;
    if (screening->enough)
        return "No figure clearly tells which.";
    for (int h = 0; h < 2; h++)
        if (screening->events[h] < SCREENING_LEAST)
            return "Too few of them in either half of the worlds: at least 30 are needed, and nothing is claimed.";
    return "Too few escape it in either half of the worlds: at least 30 are needed, and nothing is claimed.";
}
