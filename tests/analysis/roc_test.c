/* Areas and their errors against brute force, the closed form of two normals and what sampling shows; planted
 * thresholds are found again. */
#include "analysis/roc.h"

#include "numerics/draws.h"
#include "numerics/elementary.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { SMALL = 60, TRIALS = 60, MANY = 6000, REPEATS = 500, SAMPLE = 80 };

static double uniform(uint64_t seed, int which, int64_t i)
{
    return draws_uniform(draws_threefry(seed, (uint64_t)which, (uint64_t)i).first);
}

static double normal(uint64_t seed, int which, int64_t i) { return elementary_normal_quantile(uniform(seed, which, i)); }

/* How two values stand: 1, 1/2 or 0. */
static double exceeds(double a, double b) { return a > b ? 1.0 : a == b ? 0.5 : 0.0; }

/* By every pair, as DeLong and others write it. */
static struct roc brute(const struct roc_case *cases, int n)
{
    struct roc roc = {.cases = n};
    double part[2][SMALL], mean = 0.0, variance[2] = {0.0, 0.0};
    int count[2] = {0, 0};
    for (int i = 0; i < n; i++)
        count[cases[i].event]++;
    for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            if (cases[j].event != cases[i].event)
                sum += cases[i].event ? exceeds(cases[i].value, cases[j].value) : exceeds(cases[j].value, cases[i].value);
        part[0][i] = sum / count[!cases[i].event];
        mean += cases[i].event ? part[0][i] / count[1] : 0.0;
    }
    for (int i = 0; i < n; i++)
        variance[cases[i].event] += (part[0][i] - mean) * (part[0][i] - mean) / (count[cases[i].event] - 1);
    roc.area = mean;
    roc.error = sqrt(variance[1] / count[1] + variance[0] / count[0]);
    return roc;
}

START_TEST(areas_and_errors_are_those_of_all_pairs)
{
    for (int t = 0; t < TRIALS; t++) {
        struct roc_case cases[SMALL];
        const double steps = t % 3 == 0 ? 3.0 : t % 3 == 1 ? 12.0 : 1e9; /* many ties, some, none */
        for (int i = 0; i < SMALL; i++) {
            cases[i].event = i < 2 || (i > 3 && uniform(1, t, i) < 0.3);
            cases[i].value = floor(steps * (uniform(2, t, i) + 0.2 * cases[i].event));
        }
        const struct roc expected = brute(cases, SMALL);
        roc_sort(cases, SMALL);
        const struct roc roc = roc_area(cases, SMALL);
        ck_assert_double_eq_tol(roc.area, expected.area, 1e-12);
        ck_assert_double_eq_tol(roc.error, expected.error, 1e-12);
        ck_assert(!roc.constant);
    }
}
END_TEST

START_TEST(two_normals_have_their_closed_form)
{
    struct roc_case *cases = malloc(MANY * sizeof *cases);
    for (int d = 0; d < 4; d++) {
        const double apart = 0.6 * d, expected = 0.5 * erfc(-apart / 2.0); /* Phi(d / root of 2) */
        for (int i = 0; i < MANY; i++) {
            cases[i].event = i % 4 == 0;
            cases[i].value = normal(10, d, i) + apart * cases[i].event;
        }
        roc_sort(cases, MANY);
        const struct roc roc = roc_area(cases, MANY);
        ck_assert_double_eq_tol(roc.area, expected, 3.5 * roc.error);
        ck_assert_double_lt(roc.error, 0.01);
    }
    free(cases);
}
END_TEST

/* The area over many samples; the mean of either error beside what the areas really spread. */
static void spread(double apart, double steps, double *sampled, double *told, double *indifferent)
{
    double sum = 0.0, squares = 0.0;
    *told = *indifferent = 0.0;
    for (int r = 0; r < REPEATS; r++) {
        struct roc_case cases[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            cases[i].event = i % 4 == 0;
            cases[i].value = normal(20, r, i) + apart * cases[i].event;
            cases[i].value = steps > 0.0 ? floor(steps * cases[i].value) : cases[i].value;
        }
        roc_sort(cases, SAMPLE);
        const struct roc roc = roc_area(cases, SAMPLE);
        sum += roc.area;
        squares += roc.area * roc.area;
        *told += roc.error / REPEATS;
        *indifferent += roc.indifferent / REPEATS;
    }
    *sampled = sqrt(squares / REPEATS - sum * sum / REPEATS / REPEATS);
}

START_TEST(errors_are_what_sampling_shows)
{
    /* Of 500 repeats the spread is known to 3%; three times that, and a little for the bias of a few events. */
    double sampled, told, indifferent;
    spread(1.0, 0.0, &sampled, &told, &indifferent);
    ck_assert_double_eq_tol(told / sampled, 1.0, 0.12);
    spread(0.0, 0.0, &sampled, &told, &indifferent);
    ck_assert_double_eq_tol(indifferent / sampled, 1.0, 0.1);
    spread(0.0, 0.7, &sampled, &told, &indifferent); /* ties */
    ck_assert_double_eq_tol(indifferent / sampled, 1.0, 0.1);
}
END_TEST

START_TEST(what_is_constant_or_certain_has_a_word_of_its_own)
{
    struct roc_case cases[10];
    for (int i = 0; i < 10; i++)
        cases[i] = (struct roc_case){5.0, i < 4};
    struct roc roc = roc_area(cases, 10);
    ck_assert(roc.constant);
    ck_assert_double_eq(roc.area, 0.5);
    ck_assert_double_eq(roc_chance(&roc), 1.0);
    for (int i = 0; i < 10; i++)
        cases[i] = (struct roc_case){i, i >= 6};
    roc = roc_area(cases, 10);
    ck_assert_double_eq(roc.area, 1.0);
    ck_assert_double_eq(roc.error, 0.25);
    cases[7].event = cases[8].event = cases[9].event = false;
    ck_assert(isnan(roc_area(cases, 10).area));
}
END_TEST

START_TEST(a_planted_threshold_is_found)
{
    struct roc_case cases[1000];
    for (int low = 0; low < 2; low++) {
        /* Beyond 30 of 100 seven in ten meet with it, within one in ten. */
        for (int i = 0; i < 1000; i++) {
            const double value = i % 100;
            cases[i] = (struct roc_case){value, (i / 100) < ((value < 30) == low ? 7 : 1)};
        }
        roc_sort(cases, 1000);
        const struct roc_cut cut = roc_youden(cases, 1000, low);
        ck_assert_double_eq(cut.below, 29.0);
        ck_assert_double_eq(cut.above, 30.0);
        const double caught = low ? 210.0 / 280.0 : 490.0 / 520.0, alarmed = low ? 90.0 / 720.0 : 210.0 / 480.0;
        ck_assert_double_eq_tol(cut.youden, caught - alarmed, 1e-12);
        ck_assert_double_eq(roc_threshold(&cut, cases, 1000, low), 30.0); /* nearly as good as 29, and rounder */
    }
}
END_TEST

/* A threshold that parts two groups of cases, with nothing between them. */
static double part(double below, double above, bool low_warns)
{
    struct roc_case cases[4] = {{below, low_warns}, {below, low_warns}, {above, !low_warns}, {above, !low_warns}};
    const struct roc_cut cut = roc_youden(cases, 4, low_warns);
    ck_assert_double_eq(cut.youden, 1.0);
    return roc_threshold(&cut, cases, 4, low_warns);
}

START_TEST(thresholds_are_round_and_make_the_same_rule)
{
    static const struct {
        double below, above;
        bool low_warns;
        double threshold;
    } rules[] = {{0.0, 1.0, true, 1.0},         {0.0, 1.0, false, 0.0},       {-3.0, 5.0, true, 0.0},
                 {-3.0, 5.0, false, 0.0},       {612.0, 748.0, true, 700.0},  {612.0, 748.0, false, 700.0},
                 {0.0614, 0.0662, true, 0.066}, {-88.0, -81.0, true, -81.0},  {1.1621e6, 1.1634e6, true, 1.163e6},
                 {64.11, 64.12, true, 64.12},   {99.6, 100.7, false, 100.0},  {-0.5, 0.0, true, 0.0}};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        ck_assert_double_eq_tol(part(rules[i].below, rules[i].above, rules[i].low_warns), rules[i].threshold,
                                1e-12 * (1.0 + fabs(rules[i].threshold)));
    for (int i = 0; i < 2000; i++) {
        const double sign = i % 2 ? 1.0 : -1.0, size = pow(10.0, 12.0 * uniform(30, 0, i) - 6.0);
        const double a = sign * size, b = a + pow(10.0, -8.0 * uniform(30, 1, i)) * size;
        const double low = part(a, b, true), high = part(a, b, false);
        ck_assert(a < low && low <= b);
        ck_assert(a <= high && high < b);
    }
}
END_TEST

START_TEST(a_round_threshold_costs_little)
{
    /* Values so dense that the best threshold is no round number. */
    struct roc_case *cases = malloc(MANY * sizeof *cases);
    for (int i = 0; i < MANY; i++) {
        const double value = 420e3 + 40e3 * uniform(40, 0, i);
        cases[i] = (struct roc_case){value, uniform(40, 1, i) < (value < 433456.7 ? 0.6 : 0.2)};
    }
    roc_sort(cases, MANY);
    const struct roc_cut cut = roc_youden(cases, MANY, true);
    const double threshold = roc_threshold(&cut, cases, MANY, true);
    double warned[2] = {0.0, 0.0}, all[2] = {0.0, 0.0};
    for (int i = 0; i < MANY; i++) {
        all[cases[i].event]++;
        warned[cases[i].event] += cases[i].value < threshold;
    }
    ck_assert_double_ge(warned[1] / all[1] - warned[0] / all[0], cut.youden - 0.25 * sqrt(1.0 / all[0] + 1.0 / all[1]));
    ck_assert_double_eq(fmod(threshold, 100.0), 0.0); /* four digits do */
    free(cases);
}
END_TEST

RUNNER_MAIN("roc", areas_and_errors_are_those_of_all_pairs, two_normals_have_their_closed_form,
            errors_are_what_sampling_shows, what_is_constant_or_certain_has_a_word_of_its_own, a_planted_threshold_is_found,
            thresholds_are_round_and_make_the_same_rule, a_round_threshold_costs_little)
