#include "by_hand.h"

#include "model/field.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

enum { COUPLES_MAX = 16 };

struct scenario *by_hand_create(int strategies, enum sampling sampling)
{
    struct scenario *scenario = calloc(1, sizeof *scenario);
    ck_assert_ptr_nonnull(scenario);
    scenario->file = "by-hand.yaml";
    scenario->name = "by hand";
    scenario->description = "";
    scenario->horizon = 120;
    scenario->paths = 1000;
    scenario->sampling = sampling;
    scenario->strategies = strategies;
    scenario->strategy = calloc((size_t)strategies, sizeof *scenario->strategy);
    scenario->correlation = calloc(COUPLES_MAX, sizeof *scenario->correlation);
    ck_assert(scenario->strategy && scenario->correlation);
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(column, &section, &repeat, &spread);
        by_hand_set(scenario, -1, column, by_hand_constant(field->low));
    }
    return scenario;
}

void by_hand_destroy(struct scenario *scenario)
{
    free(scenario->strategy);
    free(scenario->correlation);
    free(scenario);
}

void by_hand_set(struct scenario *scenario, int strategy, int column, struct distribution value)
{
    for (int s = 0; s < scenario->strategies; s++)
        if (strategy < 0 || strategy == s)
            scenario->strategy[s].assumptions[column] =
                (struct assumption){value, {scenario->file, column + 1, 1}, true};
}

void by_hand_couple(struct scenario *scenario, int a, int b, double rank)
{
    ck_assert_int_lt(scenario->correlations, COUPLES_MAX);
    scenario->correlation[scenario->correlations++] = (struct correlation){{a, b}, rank};
}

struct distribution by_hand_constant(double a) { return by_hand_shape(SHAPE_CONSTANT, a, 0, 0, 0); }

struct distribution by_hand_shape(enum shape shape, double a, double b, double c, double d)
{
    return (struct distribution){
        .shape = shape, .a = a, .b = b, .c = c, .d = d, .low = -INFINITY, .high = INFINITY};
}

struct distribution by_hand_table(enum shape shape, double *points, double *weights, int count)
{
    struct distribution value = by_hand_shape(shape, 0, 0, 0, 0);
    value.points = points;
    value.weights = weights;
    value.count = count;
    return value;
}

struct distribution by_hand_truncated(struct distribution value, double low, double high)
{
    value.truncated = true;
    value.low = low;
    value.high = high;
    return value;
}

struct sampler *by_hand_sampler(const struct scenario *scenario, uint64_t seed, int64_t paths)
{
    struct complaints *complaints = complaints_create();
    struct sampler *sampler = sampler_create(scenario, seed, paths, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_int_eq(complaints_count(complaints), 0);
    ck_assert_ptr_nonnull(sampler);
    complaints_destroy(complaints);
    return sampler;
}

double by_hand_lane(const struct parameters *parameters, int column, int i)
{
    return ((const double *)(const void *)parameters)[column * STRIDE + i];
}

double *by_hand_values(const struct sampler *sampler, int strategy, int column, int paths,
                       int block)
{
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    struct parameters *parameters = malloc(sizeof *parameters);
    double *values = malloc(sizeof(double) * (size_t)paths);
    ck_assert(workspace && parameters && values);
    for (int first = 0; first < paths; first += block) {
        int n = paths - first < block ? paths - first : block;
        sampler_fill(sampler, workspace, strategy, first, n, parameters);
        for (int i = 0; i < n; i++)
            values[first + i] = by_hand_lane(parameters, column, i);
    }
    free(parameters);
    sampler_workspace_destroy(workspace);
    return values;
}
