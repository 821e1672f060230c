#include "report/sensitivity_table.h"

#include "analysis/footing.h"
#include "analysis/simultaneous.h"
#include "report/cell.h"
#include "report/effect.h"
#include "report/lettering.h"
#include "report/table.h"
#include "scenario/key_name.h"
#include "scenario/quantity.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 31, COLUMN = 17, WIDE = 29 };

/* --- Names and orders ----------------------------------------------------------------------- */

void sensitivity_table_measure(const struct sensitivity *sensitivity, char name[SENSITIVITY_NAME_MAX])
{
    const struct measure *measure = &sensitivity->question.measure;
    char least[64] = "", when[32] = "";
    if (measure->chance)
        quantity_write(measure->least, measure->unit, least, sizeof least);
    if (measure->observable >= 0)
        snprintf(when, sizeof when, "@%d months", measure->month);
    snprintf(name, SENSITIVITY_NAME_MAX, "%s%s%s%s", measure->name, when, measure->chance ? ">=" : "", least);
}

void sensitivity_table_factor(const struct factor *factor, char name[SENSITIVITY_NAME_MAX])
{
    snprintf(name, SENSITIVITY_NAME_MAX, "%s", key_name(factor->column).text);
}

const struct factor *sensitivity_table_first(const struct sensitivity *sensitivity, int parameter)
{
    for (int f = 0; f < sensitivity->factors.count; f++)
        if (sensitivity->factors.factor[f].group == parameter)
            return &sensitivity->factors.factor[f];
    return NULL;
}

void sensitivity_table_parameter(const struct sensitivity *sensitivity, int parameter, char name[SENSITIVITY_NAME_MAX])
{
    size_t used = 0;
    snprintf(name, SENSITIVITY_NAME_MAX, "luck");
    for (int f = 0; f < sensitivity->factors.count && used < SENSITIVITY_NAME_MAX - 1; f++) {
        const struct factor *factor = &sensitivity->factors.factor[f];
        char key[SENSITIVITY_NAME_MAX];
        if (factor->group != parameter)
            continue;
        sensitivity_table_factor(factor, key);
        const int length = snprintf(name + used, SENSITIVITY_NAME_MAX - used, "%s%s", used ? " with " : "", key);
        used += length > 0 ? (size_t)length : 0;
    }
}

void sensitivity_table_order(const struct sensitivity *sensitivity, int *order)
{
    for (int p = 0; p <= sensitivity->factors.groups; p++) {
        int at = p;
        for (; at > 0 && sensitivity->sobol[p].total.value > sensitivity->sobol[order[at - 1]].total.value; at--)
            order[at] = order[at - 1];
        order[at] = p;
    }
}

void sensitivity_table_sort(const struct sensitivity *sensitivity, double (*index)(const struct sensitivity_factor *),
                            int *order)
{
    for (int f = 0; f < sensitivity->factors.count; f++) {
        int at = f;
        const double mine = index(&sensitivity->each[f]);
        for (; at > 0 && (mine > index(&sensitivity->each[order[at - 1]]) ||
                          (isfinite(mine) && !isfinite(index(&sensitivity->each[order[at - 1]])))); at--)
            order[at] = order[at - 1];
        order[at] = f;
    }
}

/* --- Parts of lines ------------------------------------------------------------------------- */

static void name_strategy(const struct sensitivity *sensitivity, int strategy, char name[SENSITIVITY_NAME_MAX])
{
    lettering_plain(name, SENSITIVITY_NAME_MAX, sensitivity->scenario->strategy[strategy].name);
}

static const char *const owner_words[] = {[UNCERTAINTY] = "What the world decides",
                                          [LEVER] = "What the company chooses"};

static void say_none(FILE *out) { fputs("    none is uncertain\n", out); }

static bool has_owner(const struct sensitivity *sensitivity, enum owner owner)
{
    for (int f = 0; f < sensitivity->factors.count; f++)
        if (sensitivity->factors.factor[f].field->owner == owner)
            return true;
    return false;
}

static void pad_right(const char *text, int columns, FILE *out)
{
    fputs(text, out);
    for (int at = lettering_columns(text); at < columns; at++)
        fputc(' ', out);
}

static void print_wrapped(char *text, FILE *out) { lettering_print(out, text, TABLE_COLUMNS, 2); }

/* --- Tornado -------------------------------------------------------------------------------- */

/* Where a factor goes from and to, in the strategy that is uncertain of it. */
static int side_of(const struct sensitivity_factor *each) { return isfinite(each->low[0]) ? 0 : 1; }

static void tell_bar(const struct sensitivity *sensitivity, int f, FILE *out)
{
    const struct factor *factor = &sensitivity->factors.factor[f];
    const struct sensitivity_factor *each = &sensitivity->each[f];
    const struct measure *measure = &sensitivity->question.measure;
    const struct figure swing = each->bar.swing;
    char name[SENSITIVITY_NAME_MAX], interval[240];
    sensitivity_table_factor(factor, name);
    fputs("    ", out);
    pad_right(name, KEY, out);
    cell_pad(out, effect_value(factor->field, each->low[side_of(each)]).text, COLUMN);
    cell_pad(out, effect_value(factor->field, each->high[side_of(each)]).text, COLUMN);
    snprintf(interval, sizeof interval, "  %s (%s to %s)", effect_difference(measure, swing.value).text,
             effect_difference(measure, swing.value - each->bar.width * swing.error).text,
             effect_difference(measure, swing.value + each->bar.width * swing.error).text);
    fprintf(out, "%s\n", interval);
}

static void tell_swings(const struct sensitivity *sensitivity, enum owner owner, FILE *out)
{
    int told = 0, unclear = 0, more = 0;
    fprintf(out, "  %s\n", owner_words[owner]);
    for (int i = 0; i < sensitivity->factors.count; i++) {
        const int f = sensitivity->by_swing[i];
        if (sensitivity->factors.factor[f].field->owner != owner)
            continue;
        if (!sensitivity->each[f].bar.clear)
            unclear++;
        else if (told == SENSITIVITY_TABLE_ROWS)
            more++;
        else
            tell_bar(sensitivity, f, out), told++;
    }
    if (more)
        fprintf(out, "    and %d with a smaller one\n", more);
    if (unclear)
        fprintf(out, "    %d without a clear effect\n", unclear);
    if (!has_owner(sensitivity, owner))
        say_none(out);
}

static void tell_tornado(const struct sensitivity *sensitivity, FILE *out)
{
    char line[512], name[SENSITIVITY_NAME_MAX];
    sensitivity_table_measure(sensitivity, name);
    snprintf(line, sizeof line,
             "What moves the mean of %s%s: each assumption from its 10%% to its 90%% quantile, all else drawn as "
             "usual, in the same %s worlds; all intervals, of %d assumptions, hold together in 95%% of cases\n",
             name, sensitivity->question.against < 0 ? "" : ", as a difference", words_count(sensitivity->swings).text,
             sensitivity->factors.count);
    print_wrapped(line, out);
    fputs("    ", out);
    pad_right("", KEY, out);
    cell_pad(out, "from", COLUMN);
    cell_pad(out, "to", COLUMN);
    fputs("  swing (interval)\n", out);
    tell_swings(sensitivity, UNCERTAINTY, out);
    tell_swings(sensitivity, LEVER, out);
    fputc('\n', out);
}

/* --- Sobol's indices ------------------------------------------------------------------------ */

static void tell_estimate(struct sobol_estimate estimate, FILE *out)
{
    char text[240];
    snprintf(text, sizeof text, "%s (%s to %s)", words_percent(estimate.value).text, words_percent(estimate.low).text,
             words_percent(estimate.high).text);
    cell_pad(out, text, WIDE);
}

static void tell_index(const struct sensitivity *sensitivity, int parameter, FILE *out)
{
    char name[SENSITIVITY_NAME_MAX];
    sensitivity_table_parameter(sensitivity, parameter, name);
    fputs("    ", out);
    pad_right(name, KEY, out);
    if (lettering_columns(name) > KEY) {
        fputs("\n    ", out);
        pad_right("", KEY, out);
    }
    tell_estimate(sensitivity->sobol[parameter].first, out);
    tell_estimate(sensitivity->sobol[parameter].total, out);
    fputc('\n', out);
}

static void tell_indices(const struct sensitivity *sensitivity, const int *order, enum owner owner, FILE *out)
{
    int told = 0, more = 0;
    fprintf(out, "  %s\n", owner_words[owner]);
    for (int i = 0; i <= sensitivity->factors.groups; i++) {
        const struct factor *first = sensitivity_table_first(sensitivity, order[i]);
        if (!first || first->field->owner != owner)
            continue;
        if (told < SENSITIVITY_TABLE_ROWS && sensitivity->sobol[order[i]].total.value >= 0.005)
            tell_index(sensitivity, order[i], out), told++;
        else
            more++;
    }
    if (more)
        fprintf(out, "    and %d with %s\n", more, told == SENSITIVITY_TABLE_ROWS ? "less" : "less than 0.5% in all");
    if (!has_owner(sensitivity, owner))
        say_none(out);
}

static void tell_sobol(const struct sensitivity *sensitivity, FILE *out)
{
    const int groups = sensitivity->factors.groups;
    int *order = malloc(((size_t)groups + 1) * sizeof *order);
    char line[512], name[SENSITIVITY_NAME_MAX];
    if (!order)
        return;
    sensitivity_table_order(sensitivity, order);
    sensitivity_table_measure(sensitivity, name);
    snprintf(line, sizeof line,
             "What the spread of %s comes from: Sobol's indices, shares of the variance of %s, from %s rows (95%% "
             "intervals)\n",
             name, sensitivity->question.dollars || sensitivity->question.measure.chance ? "the outcome itself" : "its rank",
             words_count(sensitivity->rows).text);
    print_wrapped(line, out);
    fputs("    ", out);
    pad_right("", KEY, out);
    cell_pad(out, "by itself", WIDE);
    cell_pad(out, "with all it acts with", WIDE);
    fputc('\n', out);
    tell_index(sensitivity, groups, out);
    tell_indices(sensitivity, order, UNCERTAINTY, out);
    tell_indices(sensitivity, order, LEVER, out);
    snprintf(line, sizeof line, "If every assumption were known, %s of the spread would remain.\n",
             words_percent(sensitivity->sobol[groups].total.value).text);
    print_wrapped(line, out);
    fputc('\n', out);
    free(order);
}

/* --- The best and the dead ------------------------------------------------------------------ */

static double largest_target(const struct sensitivity_factor *each)
{
    return fmax(each->target[TARGET_HIGHEST].value, each->target[TARGET_CLOSED].value);
}

static double last_over(const struct sensitivity_factor *each)
{
    double most = -INFINITY;
    for (int y = 0; y < SENSITIVITY_YEARS; y++)
        if (isfinite(each->over[y].value))
            most = fmax(most, each->over[y].value - words_margin(each->over[y].error));
    return most;
}

/* What stands in this table together: two figures of every assumption. */
static double target_width(const struct sensitivity *sensitivity)
{
    return simultaneous_width(TARGETS * sensitivity->factors.count);
}

static void tell_target(const struct sensitivity_factor *each, double width, enum sensitivity_target target, FILE *out)
{
    char text[240] = "–";
    const struct figure index = each->target[target];
    if (isfinite(index.value))
        snprintf(text, sizeof text, "%s, at %.0f", words_percent_about(fmax(index.value, 0), index.error * width / simultaneous_width(1)).text,
                 100 * each->place[target]);
    cell_pad(out, text, WIDE);
}

static bool clear_target(const struct sensitivity_factor *each, double width)
{
    for (int t = 0; t < TARGETS; t++)
        if (each->target[t].value > width * each->target[t].error + 0.001)
            return true;
    return false;
}

static void tell_targets(const struct sensitivity *sensitivity, int *order, FILE *out)
{
    char line[640], best[96], closed[96], of[SENSITIVITY_NAME_MAX];
    const double width = target_width(sensitivity);
    sensitivity_table_measure(sensitivity, of);
    sensitivity_table_sort(sensitivity, largest_target, order);
    snprintf(line, sizeof line,
             "What drives the highest %s of %s, and what closes companies: what an assumption explains of belonging "
             "there, from all %s worlds, and its mean place among 100 in these worlds (50: no matter); all intervals hold together in 95%% of cases\n",
             words_percent(sensitivity->share[TARGET_HIGHEST]).text, of, words_count(sensitivity->question.paths).text);
    print_wrapped(line, out);
    fputs("    ", out);
    pad_right("", KEY, out);
    snprintf(best, sizeof best, "the highest %s", words_percent(sensitivity->share[TARGET_HIGHEST]).text);
    snprintf(closed, sizeof closed, "closed (%s)", words_percent(sensitivity->share[TARGET_CLOSED]).text);
    cell_pad(out, best, WIDE);
    cell_pad(out, closed, WIDE);
    fputc('\n', out);
    int told = 0;
    for (int i = 0; i < sensitivity->factors.count && told < SENSITIVITY_TABLE_ROWS; i++) {
        const struct sensitivity_factor *each = &sensitivity->each[order[i]];
        char name[SENSITIVITY_NAME_MAX];
        if (!clear_target(each, width))
            continue;
        sensitivity_table_factor(&sensitivity->factors.factor[order[i]], name);
        fputs("    ", out);
        pad_right(name, KEY, out);
        tell_target(each, width, TARGET_HIGHEST, out);
        tell_target(each, width, TARGET_CLOSED, out);
        fputc('\n', out);
        told++;
    }
    if (!told)
        fputs("    no assumption by itself, as far as so many worlds can tell\n", out);
    fputc('\n', out);
}

/* --- Over the years ------------------------------------------------------------------------- */

static void tell_years(const struct sensitivity *sensitivity, int *order, FILE *out)
{
    enum { ROWS = 8, NARROW = 9 };
    char line[512], name[SENSITIVITY_NAME_MAX];
    sensitivity_table_sort(sensitivity, last_over, order);
    snprintf(line, sizeof line, "What the rank of %s depends on, by year: what an assumption explains by itself\n",
             observable_table[sensitivity->question.over].key);
    print_wrapped(line, out);
    fputs("    ", out);
    pad_right("year", KEY, out);
    for (int y = 0; y < sensitivity->years; y++)
        fprintf(out, "%*d", NARROW, sensitivity->year[y]);
    fputc('\n', out);
    int told = 0;
    for (int i = 0; i < sensitivity->factors.count && told < ROWS; i++) {
        const struct sensitivity_factor *each = &sensitivity->each[order[i]];
        if (!(last_over(each) > 0.001))
            break;
        sensitivity_table_factor(&sensitivity->factors.factor[order[i]], name);
        fputs("    ", out);
        pad_right(name, KEY, out);
        for (int y = 0; y < sensitivity->years; y++) {
            const struct figure index = each->over[y];
            cell_pad(out, index.value > words_margin(index.error) ? words_percent(index.value).text : "–", NARROW);
        }
        fputc('\n', out);
        told++;
    }
    if (!told)
        fputs("    no assumption by itself, as far as so many worlds can tell\n", out);
    fputc('\n', out);
}

/* --- All ------------------------------------------------------------------------------------ */

static void tell_head(const struct sensitivity *sensitivity, FILE *out)
{
    const struct sensitivity_question *question = &sensitivity->question;
    const struct figure mean = sensitivity->mean;
    char line[1024], name[SENSITIVITY_NAME_MAX], other[SENSITIVITY_NAME_MAX], of[SENSITIVITY_NAME_MAX];
    const double margin = words_margin(mean.error);
    name_strategy(sensitivity, question->strategy, name);
    sensitivity_table_measure(sensitivity, of);
    if (question->against >= 0) {
        name_strategy(sensitivity, question->against, other);
        snprintf(line, sizeof line, "%s less %s, in the same worlds: mean %s %s (95%% interval %s to %s), %s worlds, seed %" PRIu64 "\n",
                 name, other, of, effect_difference(&question->measure, mean.value).text,
                 effect_difference(&question->measure, mean.value - margin).text,
                 effect_difference(&question->measure, mean.value + margin).text, words_count(question->paths).text,
                 question->seed);
    } else {
        snprintf(line, sizeof line, "%s: mean %s %s (95%% interval %s to %s), %s worlds, seed %" PRIu64 "\n", name, of,
                 effect_level(&question->measure, mean.value).text,
                 effect_level(&question->measure, mean.value - margin).text,
                 effect_level(&question->measure, mean.value + margin).text, words_count(question->paths).text,
                 question->seed);
    }
    print_wrapped(line, out);
    fputc('\n', out);
}

void sensitivity_table_write(const struct sensitivity *sensitivity, FILE *out)
{
    int *order = malloc(((size_t)sensitivity->factors.count + 1) * sizeof *order);
    tell_head(sensitivity, out);
    tell_tornado(sensitivity, out);
    if (sensitivity->spread)
        tell_sobol(sensitivity, out);
    else
        fputs("The outcome is the same in every world: it has no spread to explain.\n\n", out);
    if (order) {
        tell_targets(sensitivity, order, out);
        if (sensitivity->years)
            tell_years(sensitivity, order, out);
    }
    fputs("These are effects within the model and the ranges of the scenario: a wider range moves more, and\n"
          "what is held constant moves nothing. Assumptions correlated in the scenario act as one.\n", out);
    free(order);
}
