#include "statistics/worlds.h"

#include "model/field.h"
#include "scenario/quantity.h"

#include <assert.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

/* The standard value; the lower end of an interval. */
static double standard_of(const struct field *field)
{
    double value, high;
    char why[200];
    size_t length = strlen(field->standard);
    if (field->words) {
        int word = 0;
        while (strcmp(field->words[word], field->standard) != 0)
            word++;
        return word;
    }
    bool read = quantity_is_interval(field->standard, length)
                    ? quantity_read_interval(field->standard, length, field->unit, &value, &high,
                                             why, sizeof why)
                    : quantity_read(field->standard, length, field->unit, &value, why, sizeof why);
    assert(read);
    (void)read;
    return value;
}

static double draw_spread(gsl_rng *rng)
{
    return gsl_rng_uniform(rng) < 0.3 ? 0.0 : gsl_rng_uniform(rng);
}

static double draw_field(gsl_rng *rng, const struct field *field)
{
    double standard = standard_of(field), value;
    if (field->words) {
        int words = 0;
        while (field->words[words])
            words++;
        return (double)gsl_rng_uniform_int(rng, (unsigned long)words);
    }
    if (gsl_rng_uniform(rng) < 0.05) /* switched off, where nothing is the least */
        value = gsl_rng_uniform(rng) < 0.5 && field->low <= 0.0 ? field->low : standard;
    else if (field->low >= 0.0 && field->high <= 1.0 && standard == 0.0)
        value = gsl_rng_uniform(rng);
    else if (standard == 0.0)
        value = gsl_ran_gaussian(rng, 1.0);
    else
        value = standard * exp(gsl_ran_gaussian(rng, 0.6));
    return fmin(field->high, fmax(field->low, value));
}

/* What asks for much, asks for it seldom, or no stage and no round would ever be reached. The
 * start of most companies is small. */
static double draw_condition(gsl_rng *rng, const struct field *field)
{
    static const struct {
        const char *key;
        double scale;
    } conditions[] = {
        {"until.month", 24},
        {"until.expertise", 0.3},
        {"until.influence", 0.1},
        {"until.completeness", 0.5},
        {"until.maturity", 0.3},
        {"until.users", 2000},
        {"until.customers", 10},
        {"until.revenue", 2e5},
        {"until.subscription", 5e4},
        {"until.cash", 1e6},
        {"needs.month", 24},
        {"needs.revenue", 5e4},
        {"needs.product_revenue", 2e4},
        {"needs.completeness", 0.3},
        {"needs.users", 2000},
        {"needs.customers", 10},
        {"needs.growth", 0.2},
        {"expertise", 200},
        {"commits", 200},
        {"product", 200},
        {"users", 3000},
        {"content", 200},
        {"subscribers", 10},
        {"payers", 50},
        {"backlog", 5e5},
        {"loan", 5e5},
        {"evaluation_cost", 4e3},
        {"cap", 5e6},
        {"discount", 0.2},
        {"qualified", 1e6},
        {"secondary", 3e5},
        {"grants", 12},
        {"pro_rata", 0.5},
        /* The equilibria of literal SAFEs have tests of their own. */
        {"conventions.literal_safes", 0},
        {"debt.share", 0.3},
        {"advance.amount", 2e5},
    };
    for (size_t c = 0; c < sizeof conditions / sizeof *conditions; c++)
        if (strcmp(conditions[c].key, field->key) == 0) {
            double value = gsl_rng_uniform(rng) < 0.7
                               ? standard_of(field)
                               : gsl_ran_exponential(rng, conditions[c].scale);
            /* Whole customers, as every history of a company has them. */
            if (field->unit == UNIT_COUNT)
                value = floor(value);
            return fmin(field->high, fmax(field->low, value));
        }
    return -INFINITY;
}

void worlds_draw_parameters(gsl_rng *rng, int n, struct parameters *parameters)
{
    for (int c = 0; c < PARAMETER_COLUMNS; c++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(c, &section, &repeat, &spread);
        double *column = (double *)parameters + (size_t)c * STRIDE;
        for (int i = 0; i < n; i++) {
            double condition = draw_condition(rng, field);
            column[i] = spread                ? draw_spread(rng)
                        : isfinite(condition) ? condition
                                              : draw_field(rng, field);
        }
    }
}

static void draw_event(gsl_rng *rng, const struct worlds *worlds, struct event *event)
{
    int horizon = worlds->scenario.horizon;
    event->strategy = -1;
    event->label = "";
    event->first_month = (int)gsl_rng_uniform_int(rng, (unsigned long)horizon);
    event->last_month = event->first_month + (int)gsl_rng_uniform_int(rng, 30);
    if (gsl_rng_uniform(rng) < 0.2) {
        event->column = -1;
        event->last_month = event->first_month;
        event->stage = (int)gsl_rng_uniform_int(rng, (unsigned long)worlds->strategy.stages);
        return;
    }
    enum section section;
    int repeat, spread;
    const struct field *field;
    do {
        event->column = (int)gsl_rng_uniform_int(rng, PARAMETER_COLUMN(stage));
        field = fields_of_column(event->column, &section, &repeat, &spread);
        /* Literal SAFEs: see draw_condition. */
    } while (spread || strcmp(field->key, "conventions.literal_safes") == 0);
    event->multiply = !field->words && gsl_rng_uniform(rng) < 0.5;
    event->value = event->multiply ? gsl_ran_exponential(rng, 1.0) : draw_field(rng, field);
}

static bool apart(const struct event *a, const struct event *b)
{
    return a->column != b->column || a->last_month + 1 < b->first_month ||
           b->last_month + 1 < a->first_month;
}

void worlds_draw_plan(struct worlds *worlds, gsl_rng *rng)
{
    *worlds = (struct worlds){.scenario = {.name = "random", .strategies = 1}};
    worlds->scenario.strategy = &worlds->strategy;
    worlds->scenario.horizon = 12 + (int)gsl_rng_uniform_int(rng, 120);
    worlds->strategy.name = "random";
    worlds->strategy.stages = 1 + (int)gsl_rng_uniform_int(rng, STAGES_MAX);
    worlds->strategy.rounds = (int)gsl_rng_uniform_int(rng, ROUNDS_MAX + 1);
    worlds->strategy.has_board = gsl_rng_uniform(rng) < 0.5;
    int events = (int)gsl_rng_uniform_int(rng, 6);
    for (int e = 0; e < events; e++) {
        struct event event = {0};
        draw_event(rng, worlds, &event);
        bool free = true;
        for (int k = 0; k < worlds->scenario.events; k++)
            free &= apart(&event, &worlds->scenario.event[k]);
        if (free)
            worlds->scenario.event[worlds->scenario.events++] = event;
    }
}
