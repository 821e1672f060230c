#include "report/phase_words.h"

#include "analysis/contour.h"
#include "report/amount.h"
#include "report/lettering.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { NAME_SIZE = 300 };

void phase_words_name(const struct phase *phase, int place, char *name, size_t size)
{
    lettering_plain(name, size, phase->scenario->strategy[phase->roster.strategy[place]].name);
}

struct words phase_words_value(const struct phase *phase, int axis, double value)
{
    return amount_words(value, phase->axis[axis].key.field->unit);
}

static bool is_in_dollars(const struct phase *phase)
{
    return measure_is_money(&phase->contest.measure);
}

struct words phase_words_lead(const struct phase *phase, double lead)
{
    struct words words;
    if (phase->contest.by == CONTEST_WINS || measure_is_share(&phase->contest.measure))
        snprintf(words.text, sizeof words.text, "%.0f points", 100.0 * lead);
    else
        words = is_in_dollars(phase) ? words_money(lead) : words_number(lead);
    return words;
}

struct phase_count phase_words_count(const struct phase *phase)
{
    struct phase_count count = {.unresolved = 0.0};
    const double one = 1.0 / (phase->cells * phase->cells);
    for (int y = 0; y < phase->cells; y++)
        for (int x = 0; x < phase->cells; x++) {
            const struct phase_verdict verdict = phase_verdict(phase, x, y);
            if (verdict.resolved)
                count.wins[verdict.best] += one;
            else
                count.unresolved += one;
        }
    return count;
}

struct phase_sentence phase_words_whole(const struct phase *phase)
{
    const struct phase_count count = phase_words_count(phase);
    struct phase_sentence said = {""};
    size_t length = 0;
    bool any = false;
    for (bool left[STRATEGIES_MAX] = {false};;) {
        int best = -1;
        for (int i = 0; i < phase->roster.count; i++)
            if (!left[i] && count.wins[i] > 0.0 && (best < 0 || count.wins[i] > count.wins[best]))
                best = i;
        if (best < 0 || length > PHASE_WORDS_SIZE - 200)
            break;
        char name[NAME_SIZE];
        left[best] = true;
        phase_words_name(phase, best, name, sizeof name);
        length += (size_t)snprintf(said.text + length, sizeof said.text - length, any ? ", %.80s in %s" : "%.80s wins in %s of the map",
                                   name, words_percent(count.wins[best]).text);
        any = true;
    }
    if (count.unresolved > 0.0)
        snprintf(said.text + length, sizeof said.text - length,
                 any ? "; in %s there is no clear winner." : "In %s of the map there is no clear winner.",
                 words_percent(count.unresolved).text);
    else
        snprintf(said.text + length, sizeof said.text - length, ".");
    return said;
}

struct phase_sentence phase_words_here(const struct phase *phase)
{
    struct phase_sentence said;
    int x, y;
    if (!phase_here(phase, &x, &y)) {
        snprintf(said.text, sizeof said.text, "The scenario's own values are not on this map, or differ between strategies.");
        return said;
    }
    const struct phase_verdict verdict = phase_verdict(phase, x, y);
    char best[NAME_SIZE], second[NAME_SIZE];
    phase_words_name(phase, verdict.best, best, sizeof best);
    phase_words_name(phase, verdict.second, second, sizeof second);
    int length = snprintf(said.text, sizeof said.text, "Where the scenario stands in the middle (%s %s, %s %s), ",
                          phase->axis[0].name, phase_words_value(phase, 0, phase->axis[0].here).text,
                          phase->axis[1].name, phase_words_value(phase, 1, phase->axis[1].here).text);
    if (verdict.resolved)
        snprintf(said.text + length, sizeof said.text - (size_t)length, "%.300s leads %.300s by %s.", best, second,
                 phase_words_lead(phase, verdict.lead.value).text);
    else
        snprintf(said.text + length, sizeof said.text - (size_t)length, "there is no clear winner.");
    return said;
}

void phase_words_smooth(const struct phase *phase, double *smooth)
{
    const int n = phase->cells;
    double *value = calloc((size_t)(n * n) * 2, sizeof *value);
    for (int c = 0; c < n * n; c++) {
        smooth[c] = NAN;
        if (!value)
            continue;
        const struct contest_sums *sums = phase_sums(phase, c % n, c / n, 0, 1);
        value[c] = contest_figure(sums).value;
        value[n * n + c] = (double)sums->worlds;
    }
    if (value)
        contour_smooth(value, value + n * n, n, smooth);
    free(value);
}

bool phase_words_turns(const struct phase *phase)
{
    unsigned clear = 0;
    for (int y = 0; y < phase->cells; y++)
        for (int x = 0; x < phase->cells; x++) {
            const struct phase_verdict verdict = phase_verdict(phase, x, y);
            if (verdict.resolved)
                clear |= 1u << verdict.best;
        }
    return phase->roster.count == 2 && clear == 3u;
}

struct phase_sentence phase_words_line(const struct phase *phase)
{
    struct phase_sentence said = {""};
    const int n = phase->cells;
    int here_x, y;
    double *smooth = calloc((size_t)(n * n), sizeof *smooth);
    if (smooth && phase_words_turns(phase) && phase_here(phase, &here_x, &y)) {
        phase_words_smooth(phase, smooth);
        int found = -1;
        for (int x = 0; x + 1 < n; x++)
            if ((smooth[y * n + x] < 0.0) != (smooth[y * n + x + 1] < 0.0) &&
                (found < 0 || abs(x - here_x) < abs(found - here_x)))
                found = x;
        if (found >= 0) {
            const double a = smooth[y * n + found], b = smooth[y * n + found + 1];
            snprintf(said.text, sizeof said.text, "With %s as it is, the lead changes hands near %s %s.",
                     phase->axis[1].name, phase->axis[0].name,
                     phase_words_value(phase, 0, phase_value(phase, 0, found + a / (a - b))).text);
        }
    }
    free(smooth);
    return said;
}
