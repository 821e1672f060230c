#include "laws/random_scenario.h"

#include "laws/fixture.h"
#include "model/field.h"
#include "numerics/draws.h"
#include "scenario/arena.h"

#include <math.h>
#include <string.h>

enum { PAIRS_MAX = 4, POINTS_MAX = 6, COSTLY_MAX = 3 };

/* A scenario under construction: the draws so far, and how strange it is to be. */
struct dice {
    uint64_t seed, thrown;
    double strangeness; /* share of keys that do not keep their standard value */
    int costly;         /* distributions so far whose quantiles take long to prepare */
    struct scenario *scenario;
};

static struct distribution constant(double value)
{
    return (struct distribution){
        .shape = SHAPE_CONSTANT, .a = value, .low = -INFINITY, .high = INFINITY};
}

/* Sets one column in one strategy, or in all when it is -1. */
static void assume(struct scenario *scenario, int strategy, int column, struct distribution value)
{
    for (int s = 0; s < scenario->strategies; s++)
        if (strategy < 0 || strategy == s)
            scenario->strategy[s].assumptions[column] =
                (struct assumption){value, {scenario->file, 1, 1}, true};
}

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

/* Numbers that live as long as the scenario. */
static double *allocate(struct dice *dice, int count)
{
    double *numbers = arena_allocate(dice->scenario->memory, (size_t)count, sizeof *numbers);
    ck_assert_ptr_nonnull(numbers);
    return numbers;
}

static double *throw_points(struct dice *dice, const struct field *field, int count)
{
    double *points = allocate(dice, count);
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
    double *weights = allocate(dice, count), sum = 0.0;
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

/* A choice or quantiles; data where a value has come up twice, which neither of those may have. */
static void throw_table(struct dice *dice, const struct field *field, struct distribution *value)
{
    value->shape = throw_chance(dice, 0.5) ? SHAPE_CHOICE : SHAPE_QUANTILES;
    value->count = 2 + throw_below(dice, POINTS_MAX - 1);
    value->points = throw_points(dice, field, value->count);
    for (int i = 1; i < value->count; i++)
        if (value->points[i] == value->points[i - 1])
            value->shape = SHAPE_DATA;
    if (value->shape != SHAPE_DATA)
        value->weights = throw_weights(dice, value->count, value->shape == SHAPE_QUANTILES);
}

/* A distribution between two legal values, or with tails beyond, which are clamped. */
static struct distribution throw_distribution(struct dice *dice, const struct field *field)
{
    struct distribution value = constant(throw_value(dice, field));
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
    if (field->unit == UNIT_WORD)
        return constant(throw_below(dice, (int)field->high + 1));
    if (field->drawn == DRAWN_NEVER || throw_chance(dice, 0.6))
        return constant(throw_value(dice, field));
    if (field->drawn == DRAWN_PATH)
        return throw_distribution(dice, field);
    /* Months draw lognormals; their spread may be up to 20. */
    struct distribution value = constant(fmax(throw_value(dice, field), 1e-6));
    value.shape = SHAPE_LOGNORMAL;
    value.b = throw_chance(dice, 0.1) ? 20.0 : 0.1 + 2.0 * throw_uniform(dice);
    return value;
}

static const struct field *field_of(int column, enum section *section, int *spread)
{
    int repeat;
    return fields_of_column(column, section, &repeat, spread);
}

/* What no strategy may have for itself. */
static int is_of_the_world(enum section section)
{
    return section == SECTION_MARKET || section == SECTION_CLIMATE ||
           section == SECTION_CAPABILITY || section == SECTION_COMMUNITY ||
           section == SECTION_FOUNDER;
}

/* Stages are always strange, because their standard values make every company the same. */
static void throw_assumptions(struct dice *dice)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int spread;
        const struct field *field = field_of(column, &section, &spread);
        double strangeness = dice->strangeness;
        if (section == SECTION_STAGE)
            strangeness = fmax(strangeness, 0.3);
        if (spread) {
            for (int s = 0; s < dice->scenario->strategies; s++)
                dice->scenario->strategy[s].assumptions[column] =
                    dice->scenario->strategy[s].assumptions[column - 1];
            continue;
        }
        if (throw_chance(dice, strangeness))
            assume(dice->scenario, -1, column, throw_assumption(dice, field));
        for (int s = 1; s < dice->scenario->strategies; s++)
            if (!is_of_the_world(section) && throw_chance(dice, 0.3 * strangeness))
                assume(dice->scenario, s, column, throw_assumption(dice, field));
    }
}

static void throw_plans(struct dice *dice)
{
    static const char *const stages[] = {"1", "2", "3", "4", "5", "6", "7", "8", "board"};
    for (int s = 0; s < dice->scenario->strategies; s++) {
        struct strategy *strategy = &dice->scenario->strategy[s];
        strategy->stages = 1 + throw_below(dice, STAGES_MAX);
        strategy->rounds = throw_chance(dice, 0.3) ? 0 : 1 + throw_below(dice, ROUNDS_MAX);
        strategy->has_board = strategy->rounds > 0 && throw_chance(dice, 0.5);
        for (int i = 0; i <= STAGES_MAX; i++)
            strategy->stage_name[i] = stages[i];
        for (int i = 0; i < ROUNDS_MAX; i++)
            strategy->round_name[i] = stages[i];
    }
}

/* The stages or rounds of a plan do not change, nor what the scenario starts with. */
static int is_changeable(enum section section, const struct field *field)
{
    size_t length = strlen(field->key);
    int start = length > 9 && strcmp(field->key + length - 9, "_at_start") == 0;
    return section != SECTION_COMPANY && section <= SECTION_EXIT && !start;
}

static void throw_entry(struct dice *dice, struct event *event)
{
    event->strategy = throw_below(dice, dice->scenario->strategies);
    event->column = -1;
    event->last_month = event->first_month;
    event->stage = throw_below(dice, dice->scenario->strategy[event->strategy].stages);
}

static void throw_change(struct dice *dice, struct event *event)
{
    enum section section;
    int spread, column = throw_below(dice, PARAMETER_COLUMN(stage[0]));
    const struct field *field = field_of(column, &section, &spread);
    event->column = column - spread;
    event->strategy = is_of_the_world(section)
                          ? -1
                          : throw_below(dice, dice->scenario->strategies + 1) - 1;
    event->multiply = field->drawn != DRAWN_NEVER && throw_chance(dice, 0.4);
    event->value = event->multiply               ? exp(4.0 * throw_uniform(dice) - 2.0)
                   : field->drawn == DRAWN_NEVER ? throw_below(dice, (int)field->high + 1)
                                                 : throw_value(dice, field);
    if (!is_changeable(section, field))
        throw_entry(dice, event);
}

/* Windows on the same column never overlap, so each column gets at most one. */
static void throw_events(struct dice *dice)
{
    struct scenario *scenario = dice->scenario;
    int wanted = throw_chance(dice, 0.5) ? 0 : throw_below(dice, EVENTS_MAX + 1);
    for (int e = 0; e < wanted; e++) {
        int first = throw_below(dice, scenario->horizon), taken = 0;
        struct event event = {.first_month = first,
                              .last_month = first + throw_below(dice, scenario->horizon - first),
                              .label = "event"};
        throw_change(dice, &event);
        for (int i = 0; i < scenario->events; i++)
            taken |= scenario->event[i].column == event.column &&
                     (event.column >= 0 || scenario->event[i].first_month == first);
        if (!taken)
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
    int wanted = throw_below(dice, PAIRS_MAX + 1), waiting = -1;
    scenario->correlation =
        arena_allocate(scenario->memory, PAIRS_MAX, sizeof *scenario->correlation);
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
    static const char *const texts[] = {
        "scenario: random\nstrategies:\n"
        "  - {name: A, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n",
        "scenario: random\nstrategies:\n"
        "  - {name: A, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n"
        "  - {name: B, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n",
        "scenario: random\nstrategies:\n"
        "  - {name: A, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n"
        "  - {name: B, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n"
        "  - {name: C, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n"};
    struct dice dice = {.seed = seed};
    dice.strangeness = strangeness[throw_below(&dice, 4)];
    dice.scenario = fixture_load(texts[throw_below(&dice, 3)]);
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
