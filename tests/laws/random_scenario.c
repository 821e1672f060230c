#include "laws/random_scenario.h"

#include "laws/fixture.h"
#include "model/field.h"
#include "numerics/draws.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CORRELATIONS_MAX = 4, POINTS_MAX = 6, COSTLY_MAX = 3 };

/* A scenario under construction: the draws so far, and how strange it is to be. */
struct dice {
    uint64_t seed, thrown;
    double strangeness; /* share of keys that do not keep their standard value */
    int costly;         /* distributions so far whose quantiles take long to prepare */
    struct scenario *scenario;
};

static double throw_uniform(struct dice *dice)
{
    return draws_uniform(draws_threefry(dice->seed, DRAWS_OTHER, dice->thrown++).first);
}

static int throw_below(struct dice *dice, int n) { return (int)(throw_uniform(dice) * n); }

static int throw_chance(struct dice *dice, double chance) { return throw_uniform(dice) < chance; }

/* A legal value: one of the ends, or evenly between them, or evenly between their orders of
 * magnitude. */
static double throw_value(struct dice *dice, const struct field *field)
{
    double low = field->low, high = field->high, u = throw_uniform(dice);
    switch (throw_below(dice, 6)) {
    case 0:
        return low;
    case 1:
        return high;
    case 2:
        return low + u * (high - low);
    default:
        break;
    }
    if (low < 0.0)
        return low + u * (high - low);
    double least = fmax(low, high * 1e-9);
    return fmin(least * exp(u * log(high / least)), high);
}

static double *throw_points(struct dice *dice, const struct field *field, int count)
{
    double *points = malloc(sizeof *points * POINTS_MAX);
    ck_assert_ptr_nonnull(points);
    for (int i = 0; i < count; i++) {
        double value = throw_value(dice, field);
        int at = i;
        for (; at > 0 && points[at - 1] > value; at--)
            points[at] = points[at - 1];
        points[at] = value;
    }
    return points;
}

/* Probabilities: of single points, or cumulative ones from 0 to 1. */
static double *throw_weights(struct dice *dice, int count, int cumulative)
{
    double *weights = malloc(sizeof *weights * POINTS_MAX), sum = 0.0;
    ck_assert_ptr_nonnull(weights);
    for (int i = 0; i < count; i++)
        sum += weights[i] = 0.01 + throw_uniform(dice);
    double before = 0.0;
    for (int i = 0; i < count; i++) {
        weights[i] /= sum;
        before += weights[i];
        weights[i] = cumulative ? before - 0.5 * weights[i] : weights[i];
    }
    return weights;
}

static void throw_table(struct dice *dice, const struct field *field, struct distribution *value)
{
    static const enum shape shapes[] = {SHAPE_CHOICE, SHAPE_QUANTILES, SHAPE_DATA};
    value->shape = shapes[throw_below(dice, 3)];
    value->count = 2 + throw_below(dice, POINTS_MAX - 1);
    value->points = throw_points(dice, field, value->count);
    if (value->shape != SHAPE_DATA)
        value->weights = throw_weights(dice, value->count, value->shape == SHAPE_QUANTILES);
}

/* A distribution between two legal values, or with tails beyond, which are clamped. */
static struct distribution throw_distribution(struct dice *dice, const struct field *field)
{
    struct distribution value = fixture_constant(throw_value(dice, field));
    double a = value.a, b = throw_value(dice, field);
    double low = fmin(a, b), high = fmax(a, b), range = field->high - field->low;
    if (!(high - low > 1e-6 * range)) {
        low = field->low;
        high = field->high;
    }
    double mode = low + throw_uniform(dice) * (high - low);
    int kind = throw_below(dice, 8), costly = kind < 3 && dice->costly < COSTLY_MAX;
    dice->costly += costly;
    switch (costly ? kind : 3 + kind % 5) {
    case 0:
        value = (struct distribution){.shape = SHAPE_PERT, .a = low, .b = mode, .c = high};
        break;
    case 1:
        value = (struct distribution){.shape = SHAPE_BETA,
                                      .a = 0.2 + 5.0 * throw_uniform(dice),
                                      .b = 0.2 + 5.0 * throw_uniform(dice),
                                      .c = low,
                                      .d = high};
        break;
    case 2:
        if (field->low >= 0.0)
            value = (struct distribution){
                .shape = SHAPE_GAMMA, .a = 0.3 + 5.0 * throw_uniform(dice), .b = 0.3 * mode};
        break;
    case 3:
        value = (struct distribution){.shape = SHAPE_UNIFORM, .a = low, .b = high};
        break;
    case 4:
        value = (struct distribution){.shape = SHAPE_NORMAL, .a = mode, .b = 0.3 * (high - low)};
        break;
    case 5:
        if (field->low >= 0.0)
            value = (struct distribution){
                .shape = SHAPE_LOGNORMAL, .a = mode, .b = 0.1 + 2.0 * throw_uniform(dice)};
        break;
    case 6:
        value = (struct distribution){.shape = SHAPE_TRIANGULAR, .a = low, .b = mode, .c = high};
        break;
    default:
        throw_table(dice, field, &value);
        break;
    }
    value.low = -INFINITY;
    value.high = INFINITY;
    return value;
}

static struct distribution throw_assumption(struct dice *dice, const struct field *field)
{
    if (field->drawn == DRAWN_NEVER)
        return fixture_constant(throw_below(dice, (int)field->high + 1));
    if (throw_chance(dice, 0.6))
        return fixture_constant(throw_value(dice, field));
    if (field->drawn == DRAWN_PATH)
        return throw_distribution(dice, field);
    /* Months draw lognormals; their spread may be up to 20. */
    struct distribution value = fixture_constant(fmax(throw_value(dice, field), 1e-6));
    value.shape = SHAPE_LOGNORMAL;
    value.b = throw_chance(dice, 0.1) ? 20.0 : 0.1 + 2.0 * throw_uniform(dice);
    return value;
}

static const struct field *field_of(int column, enum section *section, int *spread)
{
    int repeat;
    return fields_of_column(column, section, &repeat, spread);
}

/* Stages and rounds are always strange, because their standard values make every company the same. */
static void throw_assumptions(struct dice *dice)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int spread;
        const struct field *field = field_of(column, &section, &spread);
        double strangeness = dice->strangeness;
        if (section == SECTION_STAGE)
            strangeness = fmax(strangeness, 0.3);
        if (spread)
            continue;
        if (throw_chance(dice, strangeness))
            fixture_assume(dice->scenario, -1, column, throw_assumption(dice, field));
        for (int s = 1; s < dice->scenario->strategies; s++)
            if (field->owner == LEVER && throw_chance(dice, 0.5 * strangeness))
                fixture_assume(dice->scenario, s, column, throw_assumption(dice, field));
    }
}

static void throw_plans(struct dice *dice)
{
    for (int s = 0; s < dice->scenario->strategies; s++) {
        struct strategy *strategy = &dice->scenario->strategy[s];
        strategy->stages = 1 + throw_below(dice, STAGES_MAX);
        strategy->rounds = throw_chance(dice, 0.3) ? 0 : 1 + throw_below(dice, ROUNDS_MAX);
        strategy->has_board = throw_chance(dice, 0.5);
    }
}

/* Windows on the same column never overlap, so each column gets at most one. */
static void throw_events(struct dice *dice)
{
    struct scenario *scenario = dice->scenario;
    int wanted = throw_chance(dice, 0.5) ? 0 : throw_below(dice, EVENTS_MAX + 1);
    for (int e = 0; e < wanted; e++) {
        int first = throw_below(dice, scenario->horizon);
        int last = first + throw_below(dice, scenario->horizon - first);
        int strategy = throw_below(dice, scenario->strategies + 1) - 1;
        int column = throw_below(dice, PARAMETER_COLUMN(stage[0]));
        enum section section;
        int spread, taken = 0;
        const struct field *field = field_of(column, &section, &spread);
        for (int i = 0; i < scenario->events; i++)
            taken |= scenario->event[i].column == column;
        struct event event = {.first_month = first,
                              .last_month = last,
                              .strategy = strategy,
                              .column = column,
                              .value = throw_value(dice, field),
                              .label = "event"};
        if (field->drawn == DRAWN_NEVER)
            event.value = throw_below(dice, (int)field->high + 1);
        else if (throw_chance(dice, 0.4)) {
            event.multiply = true;
            event.value = exp(4.0 * throw_uniform(dice) - 2.0);
        }
        if (throw_chance(dice, 0.2)) {
            int fewest = STAGES_MAX;
            for (int s = 0; s < scenario->strategies; s++)
                if (strategy < 0 || strategy == s)
                    fewest = fewest < scenario->strategy[s].stages ? fewest
                                                                    : scenario->strategy[s].stages;
            event.column = -1;
            event.last_month = first;
            event.stage = throw_below(dice, fewest);
        }
        if (event.column < 0 || (!taken && !spread))
            scenario->event[scenario->events++] = event;
    }
}

static int is_uncertain(const struct scenario *scenario, int column)
{
    int uncertain = 0;
    enum section section;
    int spread;
    if (field_of(column, &section, &spread)->drawn != DRAWN_PATH)
        return 0;
    for (int s = 0; s < scenario->strategies; s++)
        uncertain |= scenario->strategy[s].assumptions[column].value.shape != SHAPE_CONSTANT;
    return uncertain;
}

/* Pairs of columns of their own, so that any ranks can hold together. */
static void throw_correlations(struct dice *dice)
{
    struct scenario *scenario = dice->scenario;
    int wanted = throw_below(dice, CORRELATIONS_MAX + 1), waiting = -1;
    scenario->correlation = calloc(CORRELATIONS_MAX, sizeof *scenario->correlation);
    ck_assert_ptr_nonnull(scenario->correlation);
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        if (scenario->correlations == wanted || !is_uncertain(scenario, column))
            continue;
        if (waiting < 0) {
            waiting = column;
            continue;
        }
        scenario->correlation[scenario->correlations++] =
            (struct correlation){{waiting, column}, 1.98 * throw_uniform(dice) - 0.99};
        waiting = -1;
    }
}

struct scenario *random_scenario_create(uint64_t seed)
{
    static const double strangeness[] = {0.02, 0.1, 0.4, 1.0};
    struct dice dice = {.seed = seed};
    dice.strangeness = strangeness[throw_below(&dice, 4)];
    dice.scenario = fixture_scenario(1 + throw_below(&dice, 3));
    dice.scenario->seed = seed;
    dice.scenario->horizon = throw_chance(&dice, 0.2)
                                 ? HORIZON_MAX
                                 : (int)exp(throw_uniform(&dice) * log(HORIZON_MAX + 0.99));
    dice.scenario->paths = 1 + throw_below(&dice, 24);
    dice.scenario->sampling = (enum sampling)throw_below(&dice, 3);
    throw_assumptions(&dice);
    throw_plans(&dice);
    throw_events(&dice);
    throw_correlations(&dice);
    return dice.scenario;
}

/* Strategies may share the arrays of a distribution; only the first of those that do frees them. */
static void destroy_arrays(struct scenario *scenario, int s, int column)
{
    struct distribution *value = &scenario->strategy[s].assumptions[column].value;
    for (int t = 0; t < s; t++)
        if (scenario->strategy[t].assumptions[column].value.points == value->points)
            return;
    free(value->points);
    free(value->weights);
}

void random_scenario_destroy(struct scenario *scenario)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++)
        for (int s = scenario->strategies - 1; s >= 0; s--)
            destroy_arrays(scenario, s, column);
    free(scenario->correlation);
    fixture_scenario_destroy(scenario);
}
