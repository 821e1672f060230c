#include "report/calibration_table.h"

#include "analysis/rerun.h"
#include "report/cell.h"
#include "report/lettering.h"
#include "report/magnitude.h"
#include "report/table.h"
#include "scenario/key_name.h"

#include <math.h>
#include <string.h>

enum { LABEL = 30, SEEN = 12, INTERVAL = 23, NARROW = 12, NAME_SIZE = 512, LINE_SIZE = 2000 };

/* Observations in the outer hundredth on either side are pointed at. */
static const double OUTER = 0.01;

/* Standard errors beyond which three figures differ by more than chance. */
static const double FAR_APART = 3.0;

static void label(const char *text, FILE *out)
{
    const int width = 2 + lettering_columns(text);
    fprintf(out, "  %s%*s", text, width < LABEL ? LABEL - width : 1, "");
}

void calibration_table_worth(double effective, double widening, int64_t paths, FILE *out)
{
    fprintf(out, "The observations leave as much as %s worlds of equal weight, of %s.\n",
            words_round_count(effective).text, words_count(paths).text);
    if (widening > 1.0)
        fprintf(out, "For that their errors count %.1f times as large as stated%s.\n", widening,
                widening > 3.0 ? ": much is lost; --paths for more worlds,\nor wider ranges in the scenario, "
                                 "help" : "");
}

void calibration_table_sights(const struct calibration_sight *sight, int count, FILE *out)
{
    label("", out);
    cell_pad(out, "observed", SEEN);
    cell_pad(out, "worlds, nine in ten", INTERVAL);
    cell_pad(out, "as they weigh", INTERVAL);
    fputc('\n', out);
    for (int o = 0; o < count; o++) {
        const struct measure *measure = &sight[o].observation->measure;
        char text[NAME_SIZE];
        snprintf(text, sizeof text, "%s, month %d", measure->name, measure->month);
        label(text, out);
        cell_pad(out, magnitude_words(sight[o].observation->value, measure->unit).text, SEEN);
        cell_pad(out, magnitude_interval(sight[o].prior[0], sight[o].prior[2], measure->unit).text, INTERVAL);
        cell_pad(out, magnitude_interval(sight[o].posterior[0], sight[o].posterior[2], measure->unit).text, INTERVAL);
        fputs(sight[o].missed               ? "  missed\n"
              : sight[o].rank < OUTER       ? "  below nearly all\n"
              : sight[o].rank > 1.0 - OUTER ? "  above nearly all\n"
                                            : "\n",
              out);
    }
}

void calibration_table_refuse(const struct calibration_sight *sight, int count, double effective, double nearest,
                              int64_t paths, FILE *out)
{
    int farthest = 0;
    for (int o = 1; o < count; o++)
        if (fabs(sight[o].rank - 0.5) > fabs(sight[farthest].rank - 0.5))
            farthest = o;
    const struct measure *measure = &sight[farthest].observation->measure;
    const double rank = sight[farthest].rank;
    if (nearest > EVIDENCE_MISFIT)
        fprintf(out, "no world of %s comes near this history: the nearest misses what was observed by %s of its errors.\n",
                words_count(paths).text, words_number(nearest).text);
    else
        fprintf(out, "too few worlds are like this history: the nearest misses what was observed by %s of its errors, "
                     "and all\ntogether are worth %s worlds of equal weight, of %s.\n",
                words_number(nearest).text, words_round_count(effective).text, words_count(paths).text);
    fprintf(out, "The farthest is %s at month %d, %s: %s of the worlds are %s it.\n", measure->name, measure->month,
            magnitude_words(sight[farthest].observation->value, measure->unit).text,
            words_percent(fmax(rank, 1.0 - rank)).text, rank > 0.5 ? "below" : "above");
    fputs("Name the strategy that the company follows (--strategy), widen what the scenario holds possible, give the\n"
          "observations larger errors, or play more worlds (--paths).\n", out);
}

/* --- Numbers -------------------------------------------------------------------------------- */

static void write_number(const struct calibration_number *number, FILE *out)
{
    const enum unit unit = number->field->unit;
    char narrowed[32];
    label(key_name(number->column).text, out);
    cell_pad(out, magnitude_interval(number->prior[0], number->prior[2], unit).text, INTERVAL);
    cell_pad(out, magnitude_interval(number->posterior[0], number->posterior[2], unit).text, INTERVAL);
    cell_pad(out, magnitude_words(number->posterior[1], unit).text, SEEN);
    if (number->narrowed >= 0.005)
        snprintf(narrowed, sizeof narrowed, "%.0f%%", 100.0 * number->narrowed);
    else
        snprintf(narrowed, sizeof narrowed, "no");
    cell_pad(out, narrowed, NARROW);
    fputc('\n', out);
}

/* Beyond these, numbers that were not asked for by name are only listed. */
static void write_unidentified(const struct calibration *calibration, int first, FILE *out)
{
    char text[LINE_SIZE];
    int used = snprintf(text, sizeof text, "Not identified: what was observed says hardly anything of ");
    for (int n = first; n < calibration->numbers && used < (int)sizeof text - KEY_NAME_SIZE - 4; n++)
        used += snprintf(text + used, sizeof text - (size_t)used, "%s%s", n > first ? ", " : "",
                         key_name(calibration->number[n].column).text);
    fputc('\n', out);
    lettering_print(out, text, TABLE_COLUMNS, 2);
    fputs(".\n", out);
}

static void write_numbers(const struct calibration *calibration, FILE *out)
{
    int identified = 0;
    while (identified < calibration->numbers && calibration->number[identified].identified)
        identified++;
    const int shown = calibration->history->fits > 0 ? calibration->numbers : identified;
    fputc('\n', out);
    label("", out);
    cell_pad(out, "before, nine in ten", INTERVAL);
    cell_pad(out, "after, nine in ten", INTERVAL);
    cell_pad(out, "median", SEEN);
    cell_pad(out, "narrowed by", NARROW);
    fputc('\n', out);
    for (int n = 0; n < shown; n++)
        write_number(&calibration->number[n], out);
    if (identified < calibration->numbers)
        write_unidentified(calibration, identified, out);
}

/* --- Trials --------------------------------------------------------------------------------- */

static void write_held(const struct calibration *calibration, FILE *out)
{
    const struct calibration_held *held = &calibration->held;
    if (held->count == 0) {
        fputs("\nNothing is held out: the history has one month.\n", out);
        return;
    }
    fprintf(out, "\nHeld out: month %d, forecast from the months before it (%s effective worlds",
            calibration->history->last, words_round_count(held->effective).text);
    fprintf(out, held->widening >= 1.05 ? ", errors times %.1f)\n" : ")\n", held->widening);
    for (int i = 0; i < held->count; i++) {
        const struct observation *observation = &calibration->history->observation[held->first + i];
        const enum unit unit = observation->measure.unit;
        char text[NAME_SIZE];
        snprintf(text, sizeof text, "%s, %s", observation->measure.name, magnitude_words(observation->value, unit).text);
        label(text, out);
        fprintf(out, "%s in %s (without the history: %s)\n", held->within[i] ? "lies" : "does not lie",
                magnitude_interval(held->interval[i][0], held->interval[i][1], unit).text,
                magnitude_interval(held->before[i][0], held->before[i][1], unit).text);
    }
    const double low = held->gain.value - words_margin(held->gain.error), high = held->gain.value + words_margin(held->gain.error);
    if (low < 0.0 && high > 0.0)
        fputs("  Whether the history makes it likelier is unclear.\n", out);
    else
        fprintf(out, "  The history makes it %s times as likely (log score %+.2f ± %.2f).\n",
                words_number(exp(held->gain.value)).text, held->gain.value, words_margin(held->gain.error));
}

static void write_again(const struct calibration *calibration, FILE *out)
{
    static const char *const names[CALIBRATION_QUANTILES] = {"worst twentieth", "median", "best twentieth"};
    const struct calibration_again *again = &calibration->again;
    fprintf(out, "\nNew companies of this kind, revenue at month %d\n", again->month);
    label("", out);
    for (int q = 0; q < CALIBRATION_QUANTILES; q++)
        cell_pad(out, names[q], INTERVAL);
    fputc('\n', out);
    for (int row = 0; row < 2; row++) {
        label(row ? "from the scenario written" : "from the weighted worlds", out);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            cell_pad(out, cell_words(row ? again->written[q] : again->weighted[q], CELL_MONEY).text, INTERVAL);
        fputc('\n', out);
    }
    const double apart = rerun_apart(again);
    const struct words worlds = words_count(again->paths);
    if (apart > FAR_APART)
        fprintf(out, "  In the same %s worlds they differ by up to %.1f standard errors: what is written is coarser than\n"
                     "  what was learnt. Of the errors in brackets, the history's, that is up to %.1f.\n",
                worlds.text, apart, rerun_against_known(again));
    else
        fprintf(out, "  In the same %s worlds they differ by at most %.1f standard errors: no more than chance explains.\n",
                worlds.text, apart);
    if (calibration->learned.damping < 1.0)
        fprintf(out, "  Its rank correlations are %.2f times those of the worlds, which no joint distribution has.\n",
                calibration->learned.damping);
}

void calibration_table_write(const struct calibration *calibration, FILE *out)
{
    const struct candidate *company = calibration->company;
    char name[NAME_SIZE], strategy[NAME_SIZE], scenario[NAME_SIZE];
    lettering_plain(name, sizeof name, calibration->history->name);
    lettering_plain(scenario, sizeof scenario, company->scenario->name);
    lettering_plain(strategy, sizeof strategy, company->scenario->strategy[company->strategy].name);
    fprintf(out, "%s, as '%s' in %s\n", name, strategy, scenario);
    calibration_table_worth(calibration->effective, calibration->widening, calibration->paths, out);
    if (calibration->adjusted)
        fputs("What the larger errors blur is regressed out of the numbers.\n", out);
    fputc('\n', out);
    calibration_table_sights(calibration->sight, calibration->history->observations, out);
    write_numbers(calibration, out);
    write_held(calibration, out);
    write_again(calibration, out);
}
