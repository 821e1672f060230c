#include "analysis/lever.h"

#include "analysis/use.h"
#include "model/field.h"
#include "scenario/cumulative.h"
#include "scenario/grammar.h"
#include "scenario/quantity.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROLES = 6 };

/* --- Reading -------------------------------------------------------------------------------- */

static int count_words(const struct field *field)
{
    int count = 0;
    while (field->words && field->words[count])
        count++;
    return count;
}

/* A word needs no ends: all that are legal are tried. */
static bool read_word(const char *text, struct lever *lever)
{
    if (strlen(text) >= SPAN_NAME_SIZE || !key_find(text, &lever->key) || lever->key.field->unit != UNIT_WORD)
        return false;
    memcpy(lever->name, text, strlen(text) + 1);
    lever->low = 0.0;
    lever->high = count_words(lever->key.field) - 1;
    return true;
}

static bool read_span(const char *option, const char *text, struct complaints *complaints, struct lever *lever)
{
    struct span span;
    if (!span_parse(option, text, complaints, lever->name, &span))
        return false;
    lever->key = span.key;
    lever->low = span.low;
    lever->high = span.high;
    if (span.ranged)
        return true;
    complaints_add(complaints, (struct place){option, 1, 1},
                   "'%s' needs ends to look between, as in %s=LOW..HIGH; the legal range is too wide", lever->name,
                   lever->name);
    return false;
}

bool lever_parse(const char *option, const char *text, const struct scenario *scenario, int strategy,
                 struct complaints *complaints, struct lever *lever)
{
    const struct place place = {option, 1, 1};
    *lever = (struct lever){.low = 0.0};
    complaints_source(complaints, option, text);
    if (!read_word(text, lever) && !read_span(option, text, complaints, lever))
        return false;
    const struct field *field = lever->key.field;
    const char *objection = use_objection(scenario, strategy, lever->key.column);
    if (!objection && field->drawn == DRAWN_MONTH)
        objection = "it is drawn anew every month";
    if (!objection && field->owner != LEVER)
        objection = "the world decides it, not the company";
    if (!objection)
        return true;
    complaints_add(complaints, place, "'%s' is no lever of '%.60s': %s", lever->name, scenario->strategy[strategy].name,
                   objection);
    return false;
}

/* --- Values --------------------------------------------------------------------------------- */

static double round_digits(double value, enum unit unit)
{
    const double times = unit == UNIT_DOLLARS_MONTH ? 12.0 : 1.0; /* written per year */
    if (value == 0.0)
        return 0.0;
    const int ten = 2 - (int)floor(log10(fabs(value * times)));
    const double scale = pow(10.0, abs(ten));
    return (ten >= 0 ? round(value * times * scale) / scale : round(value * times / scale) * scale) / times;
}

double lever_value(const struct lever *lever, double x)
{
    if (lever->key.field->unit == UNIT_WORD)
        return fmin(floor(x * (lever->high + 1.0)), lever->high);
    const double value = round_digits(lever->low + x * (lever->high - lever->low), lever->key.field->unit);
    return fmin(fmax(value, lever->low), lever->high);
}

/* The first role's column of a stage whose people the column is one of; -1 for anything else. */
static int people_of(int column)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    if (section != SECTION_STAGE || strncmp(field->key, "people.", 7) != 0)
        return -1;
    return PARAMETER_COLUMN(stage[0].consultants) + repeat * field_tables[SECTION_STAGE].columns;
}

static void add(struct lever_plan *plan, int column, double value)
{
    plan->set[plan->count].column = column;
    plan->set[plan->count++].value = value;
}

static bool is_planned(const struct lever_plan *plan, int column)
{
    for (int i = 0; i < plan->count; i++)
        if (plan->set[i].column == column)
            return true;
    return false;
}

/* To a tenth of a percent, which the loader's tolerance covers. */
static void plan_people(const struct lever *levers, int count, const struct strategy *strategy, const double *value,
                        int first, struct lever_plan *plan)
{
    double share[ROLES], chosen = 0.0, rest = 0.0;
    bool is_chosen[ROLES] = {false};
    for (int role = 0; role < ROLES; role++) {
        share[role] = cumulative_median(&strategy->assumptions[first + role].value, 0.0, 1.0);
        for (int l = 0; l < count; l++)
            if (levers[l].key.column == first + role) {
                share[role] = value[l];
                is_chosen[role] = true;
            }
        *(is_chosen[role] ? &chosen : &rest) += share[role];
    }
    const double shrink = chosen > 1.0 || rest <= 0.0 ? (chosen > 0.0 ? 1.0 / chosen : 0.0) : 1.0;
    const double give = rest > 0.0 ? fmax(1.0 - chosen, 0.0) / rest : 0.0;
    for (int role = 0; role < ROLES; role++)
        add(plan, first + role, round(1e3 * share[role] * (is_chosen[role] ? shrink : give)) / 1e3);
}

void lever_plan(const struct lever *levers, int count, const struct scenario *scenario, int strategy,
                const double *value, struct lever_plan *plan)
{
    plan->count = 0;
    for (int l = 0; l < count; l++) {
        const int people = people_of(levers[l].key.column);
        if (people < 0)
            add(plan, levers[l].key.column, value[l]);
        else if (!is_planned(plan, people))
            plan_people(levers, count, &scenario->strategy[strategy], value, people, plan);
    }
}

/* --- Settings ------------------------------------------------------------------------------- */

static bool is_strategys(const char *section)
{
    const struct slot strategy = {.part = PART_STRATEGY};
    struct slot child;
    return grammar_child(strategy, section, &child) && child.part == PART_SECTION;
}

void lever_setting(const struct lever_plan *plan, int i, int strategy, char text[LEVER_SETTING_SIZE])
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(plan->set[i].column, &section, &repeat, &spread);
    const char *name = field_tables[section].name;
    char value[80], where[40] = "";
    if (field->unit == UNIT_WORD)
        snprintf(value, sizeof value, "%s", field->words[(int)plan->set[i].value]);
    else
        quantity_write(plan->set[i].value, field->unit, value, sizeof value);
    if (section == SECTION_STAGE && repeat == STAGES_MAX)
        snprintf(where, sizeof where, "board.stage.");
    else if (section == SECTION_STAGE)
        snprintf(where, sizeof where, "playbook.stages.%d.", repeat + 1);
    else if (section == SECTION_ROUND)
        snprintf(where, sizeof where, "funding.rounds.%d.", repeat + 1);
    else
        snprintf(where, sizeof where, "%.30s.", name);
    if (field_tables[section].repeats > 1 || is_strategys(name))
        snprintf(text, LEVER_SETTING_SIZE, "strategies.%d.%s%s=%s", strategy + 1, where, field->key, value);
    else
        snprintf(text, LEVER_SETTING_SIZE, "%s%s=%s", where, field->key, value);
}
