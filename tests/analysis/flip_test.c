/* Turning points of scenarios: one that is known, one held against the worlds themselves, and none where
 * strategies are the same. */
#include "analysis/flip.h"
#include "analysis/use.h"
#include "montecarlo/machine.h"

#include "report/flip_words.h"
#include "report/runner.h"
#include "scenario/key_name.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct scenario *load(const char *file, const char *setting)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(file, &setting, setting ? 1 : 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct batch_options options_of(int threads)
{
    const char *why;
    return (struct batch_options){.threads = threads, .kernel = machine_kernel(&why)};
}

static struct contest contest_of(const char *of, enum contest_by by)
{
    struct complaints *complaints = complaints_create();
    struct contest contest = {.by = by};
    ck_assert(measure_parse("--of", of, complaints, &contest.measure));
    complaints_destroy(complaints);
    return contest;
}

static bool is_cost_or_cash(const struct flip_assumption *one)
{
    char key[96];
    snprintf(key, sizeof key, "%s", key_name(one->column).text);
    return strncmp(key, "people.cost", 11) == 0 || strcmp(key, "company.cash") == 0;
}

static bool is_of_both(const struct flip_assumption *one) { return !one->alone; }

/* With `which`, constants are tried, too, but of all numbers only these: others cost time and tell nothing new. */
static struct flip *run(const struct scenario *scenario, const struct contest *contest,
                        bool (*which)(const struct flip_assumption *), uint64_t seed, int64_t paths, int threads)
{
    const struct batch_options options = options_of(threads);
    struct complaints *complaints = complaints_create();
    struct flip *flip = flip_create(scenario, contest, 0, 1, which != NULL);
    ck_assert_ptr_nonnull(flip);
    const int all = flip->count;
    for (int a = flip->count = 0; a < all; a++)
        if (!which || which(&flip->assumption[a]))
            flip->assumption[flip->count++] = flip->assumption[a];
    ck_assert_int_eq(flip_run(flip, seed, paths, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return flip;
}

static int find(const struct flip *flip, const char *key)
{
    for (int a = 0; a < flip->count; a++) {
        if (strcmp(key_name(flip->assumption[a].column).text, key) == 0)
            return a;
    }
    ck_abort_msg("'%s' is not tried", key);
    return -1;
}

static double z_at(const struct flip *flip, int assumption, double value)
{
    const struct batch_options options = options_of(1);
    struct complaints *complaints = complaints_create();
    struct contest_sums sums;
    ck_assert_int_eq(flip_measure(flip, assumption, value, &options, &sums, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return contest_z(&sums);
}

/* Both are level where their people cost the same, $10,000 a month. */
START_TEST(a_known_turning_point)
{
    struct scenario *scenario = load("tests/scenarios/flips/known.yaml", NULL);
    const struct contest contest = contest_of("cash@1 month", CONTEST_MEAN);
    struct flip *flip = run(scenario, &contest, is_cost_or_cash, 1, 200, 2);
    const struct flip_assumption *engineer = &flip->assumption[find(flip, "people.cost_engineer")];
    const struct flip_assumption *friend = &flip->assumption[find(flip, "people.cost_community")];
    ck_assert(flip->clear);
    ck_assert_int_eq(flip->leader, 1);
    ck_assert_int_eq(engineer->crossing.end, CROSSING_FOUND);
    ck_assert(!engineer->crossing.above);
    ck_assert_double_eq_tol(engineer->crossing.x, 10000.0, 5.0);
    ck_assert(engineer->crossing.low <= 10000.5 && engineer->crossing.high >= 9999.5);
    /* A fifth of the scenario's worlds lie below $120k a year, within four standard errors. */
    ck_assert_double_eq_tol(engineer->chance, 0.2, 4 * sqrt(0.16 / 200));
    /* The constant: where engineers are drawn, friends cost as much as they on average. */
    ck_assert_int_eq(friend->crossing.end, CROSSING_FOUND);
    ck_assert(friend->crossing.above);
    ck_assert_double_eq_tol(friend->crossing.x, 12500.0, 4 * 2406.0 / sqrt(200));
    ck_assert(isnan(friend->chance));
    ck_assert_int_eq(flip->assumption[find(flip, "company.cash")].crossing.end, CROSSING_NEVER);
    flip_destroy(flip);
    scenario_destroy(scenario);
}
END_TEST

/* One of the two is sure of what an engineer costs, the other is not: a pair moves what is uncertain. Both
 * are level where $100k + $100k t = $140k - $40k t, with t the share of worlds beyond. */
START_TEST(a_pair_moves_what_one_of_the_two_is_sure_of)
{
    struct scenario *scenario = load("tests/scenarios/flips/lopsided.yaml", NULL);
    const struct contest contest = contest_of("cash@1 month", CONTEST_MEAN);
    struct flip *flip = run(scenario, &contest, NULL, 1, 64, 2);
    const int engineer = find(flip, "people.cost_engineer");
    ck_assert_int_eq(flip->assumption[engineer].subject, 1);
    ck_assert_int_eq(flip->pairs, 1);
    const struct flip_pair *pair = &flip->pair[0];
    ck_assert_int_eq(pair->crossing.end, CROSSING_FOUND);
    ck_assert_double_eq_tol(pair->tail, 2.0 / 7.0, 1e-3);
    for (int w = 0; w < 2; w++)
        ck_assert_double_eq_tol(pair->value[w], 900e3 / 7.0 / 12.0, 5.0);
    flip_destroy(flip);
    scenario_destroy(scenario);
}
END_TEST

/* What an engineer costs is drawn, so that the constant's turning point has an interval: at it neither is
 * ahead, at its ends each is. */
START_TEST(the_worlds_agree_with_the_interval)
{
    struct scenario *scenario = load("tests/scenarios/flips/known.yaml", NULL);
    for (int by = CONTEST_WINS; by <= CONTEST_MEDIAN; by++) {
        const struct contest contest = contest_of("cash@6 months", (enum contest_by)by);
        struct flip *flip = run(scenario, &contest, is_cost_or_cash, 5, 256, 2);
        int checked = 0;
        for (int a = 0; a < flip->count; a++) {
            const struct crossing *crossing = &flip->assumption[a].crossing;
            if (crossing->end != CROSSING_FOUND || isinf(crossing->low) || isinf(crossing->high))
                continue;
            const double sign = (flip->leader == 0) == crossing->above ? -1.0 : 1.0;
            ck_assert(crossing->low <= crossing->x && crossing->x <= crossing->high);
            ck_assert_double_lt(fabs(z_at(flip, a, crossing->x)), 1.96);
            ck_assert_double_ge(sign * z_at(flip, a, crossing->high), 1.95);
            ck_assert_double_le(sign * z_at(flip, a, crossing->low), -1.95);
            checked++;
        }
        ck_assert_int_ge(checked, 1);
        flip_destroy(flip);
    }
    scenario_destroy(scenario);
}
END_TEST

static void expect_same(const struct crossing *a, const struct crossing *b)
{
    ck_assert_int_eq(a->end, b->end);
    if (a->end == CROSSING_FOUND)
        ck_assert(a->x == b->x && a->low == b->low && a->high == b->high && a->above == b->above);
    ck_assert_int_eq(a->looks, b->looks);
}

START_TEST(the_same_on_any_number_of_threads)
{
    struct scenario *scenario = load("tests/golden/plan.yaml", NULL);
    const struct contest contest = contest_of("take_home", CONTEST_MEAN);
    struct flip *one = run(scenario, &contest, NULL, 5, 150, 1), *three = run(scenario, &contest, NULL, 5, 150, 3);
    ck_assert_int_eq(one->count, three->count);
    for (int a = 0; a < one->count; a++)
        expect_same(&one->assumption[a].crossing, &three->assumption[a].crossing);
    ck_assert_int_eq(one->pairs, three->pairs);
    for (int p = 0; p < one->pairs; p++) {
        expect_same(&one->pair[p].crossing, &three->pair[p].crossing);
        for (int w = 0; w < 2; w++)
            ck_assert_int_eq(isnan(one->pair[p].value[w]), one->pair[p].crossing.end != CROSSING_FOUND);
    }
    flip_destroy(one);
    flip_destroy(three);
    scenario_destroy(scenario);
}
END_TEST

/* The same strategy twice: no winner, nothing turns, whatever is tried. */
START_TEST(twins_have_no_turning_point)
{
    struct scenario *scenario = load("tests/scenarios/flips/twins.yaml", NULL);
    const struct contest contest = contest_of("take_home", CONTEST_WINS);
    struct flip *flip = run(scenario, &contest, is_of_both, 1, 64, 2);
    int tried = 0;
    ck_assert(!flip->clear);
    for (int a = 0; a < flip->count; a++, tried++) /* of both: else they are no twins any more */
        ck_assert_int_eq(flip->assumption[a].crossing.end, CROSSING_NOTHING);
    ck_assert_int_ge(tried, 100);
    flip_destroy(flip);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(only_what_is_used_is_tried)
{
    struct scenario *scenario = load("tests/scenarios/flips/twins.yaml", NULL);
    const struct contest contest = contest_of("take_home", CONTEST_WINS);
    struct flip *flip = flip_create(scenario, &contest, 0, 1, true);
    for (int a = 0; a < flip->count; a++) {
        const struct key_name name = key_name(flip->assumption[a].column);
        const char *key = name.text;
        ck_assert_msg(strncmp(key, "rounds.", 7) && strncmp(key, "board.", 6) && strncmp(key, "stages.2", 8) &&
                          strncmp(key, "founder.", 8) && !strstr(key, ".people."),
                      "'%s' is tried", key);
    }
    flip_destroy(flip);
    scenario_destroy(scenario);
}
END_TEST

/* What belongs to a strategy is tried in each that has it, one at a time; the world's and the company's in both. */
START_TEST(each_strategy_has_its_own)
{
    struct scenario *scenario = load("scenarios/openstack-2011.yaml", NULL);
    const struct contest contest = contest_of("take_home", CONTEST_WINS);
    static const int pairs[][2] = {{0, 1}, {1, 2}, {2, 3}};
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        struct flip *flip = flip_create(scenario, &contest, pairs[p][0], pairs[p][1], true);
        int alone = 0;
        for (int column = 0; column < PARAMETER_COLUMNS; column++) {
            enum section section;
            int repeat, spread;
            fields_of_column(column, &section, &repeat, &spread);
            if (spread || use_bound_to_others(column))
                continue;
            for (int i = 0; i < 2; i++) {
                int tried = 0;
                for (int a = 0; a < flip->count; a++)
                    tried += flip->assumption[a].column == column && (flip->assumption[a].strategies & 1u << i);
                ck_assert_int_eq(tried, use_objection(scenario, pairs[p][i], column) == NULL);
            }
        }
        for (int a = 0; a < flip->count; a++) {
            alone += flip->assumption[a].alone;
            ck_assert(!flip->assumption[a].alone || flip->assumption[a].strategies != 3);
            ck_assert(flip->assumption[a].alone == (flip_words_alone(flip, a) > 0));
        }
        ck_assert_int_ge(alone, 10);
        flip_destroy(flip);
    }
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("flip", a_known_turning_point, a_pair_moves_what_one_of_the_two_is_sure_of, the_worlds_agree_with_the_interval, the_same_on_any_number_of_threads,
            twins_have_no_turning_point, only_what_is_used_is_tried, each_strategy_has_its_own)
