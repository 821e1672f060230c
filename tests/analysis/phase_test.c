/* Maps: a line that is known, no winner between twins, the same cells however they are played. */
#include "analysis/phase.h"
#include "montecarlo/machine.h"

#include "report/phase_words.h"
#include "report/runner.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static volatile sig_atomic_t stop;
static int portions_left;

static struct scenario *load(const char *file)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(file, NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct phase *begin(const struct scenario *scenario, const char *of, const char *x, const char *y, int cells,
                           int64_t paths)
{
    struct complaints *complaints = complaints_create();
    static char name[2][SPAN_NAME_SIZE];
    struct contest contest = {.by = CONTEST_MEAN};
    struct roster roster = {2, {0, 1}};
    struct phase_axis axis[2];
    const char *const text[] = {x, y}, *const option[] = {"--x", "--y"};
    ck_assert(measure_parse("--of", of, complaints, &contest.measure));
    for (int a = 0; a < 2; a++) {
        struct span span;
        ck_assert(span_parse(option[a], text[a], complaints, name[a], &span));
        bool made = phase_axis_make(option[a], &span, scenario, &roster, complaints, &axis[a]);
        complaints_print(complaints, stderr, false);
        ck_assert(made);
    }
    complaints_destroy(complaints);
    struct phase *phase = phase_create(scenario, &roster, &contest, axis, cells, 3, paths);
    ck_assert_ptr_nonnull(phase);
    return phase;
}

static void count_portion(const struct phase *phase, void *data)
{
    (void)phase;
    (void)data;
    if (--portions_left == 0)
        stop = 1;
}

static enum batch_end go_on(struct phase *phase, int threads, int portions)
{
    const char *why;
    const struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why), .interrupted = &stop};
    const struct phase_keeper keeper = {count_portion, NULL};
    struct complaints *complaints = complaints_create();
    portions_left = portions;
    stop = 0;
    const enum batch_end end = phase_run(phase, &options, &keeper, complaints);
    complaints_destroy(complaints);
    return end;
}

static void expect_same(const struct phase *a, const struct phase *b)
{
    for (int c = 0; c < a->cells * a->cells; c++) {
        ck_assert_int_eq(a->cell[c].worlds, b->cell[c].worlds);
        for (int p = 0; p < a->pairs; p++) {
            const struct contest_sums *s = &a->sums[c * a->pairs + p], *t = &b->sums[c * b->pairs + p];
            ck_assert(s->worlds == t->worlds && s->differ == t->differ && s->sum == t->sum && s->squares == t->squares);
        }
    }
}

/* Where an engineer costs more than somebody for the community, the friends have more left. */
START_TEST(a_known_line)
{
    struct scenario *scenario = load("tests/scenarios/flips/known.yaml");
    struct phase *phase = begin(scenario, "cash@1 month", "people.cost_engineer=$100k..$200k/year",
                                "people.cost_community=$100k..$200k/year", 9, 64);
    ck_assert_int_eq(go_on(phase, 2, -1), BATCH_DONE);
    for (int y = 0; y < 9; y++)
        for (int x = 0; x < 9; x++) {
            const struct phase_verdict verdict = phase_verdict(phase, x, y);
            ck_assert_msg(x == y || (verdict.resolved && verdict.best == (x > y)), "cell %d, %d", x, y);
            ck_assert(x != y || !verdict.resolved);
        }
    int x, y;
    ck_assert(phase_here(phase, &x, &y));
    ck_assert_int_eq(x, 4); /* $150k of $100k to $200k, in ninths */
    ck_assert_int_eq(y, 1);
    ck_assert(phase_words_turns(phase) && phase_words_line(phase).text[0] != '\0');
    phase_destroy(phase);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(twins_are_nowhere_told_apart)
{
    struct scenario *scenario = load("tests/scenarios/flips/twins.yaml");
    struct phase *phase = begin(scenario, "take_home", "market.accounts", "market.differentiation", 8, 64);
    ck_assert_int_eq(go_on(phase, 2, -1), BATCH_DONE);
    for (int c = 0; c < 64; c++) {
        const struct phase_verdict verdict = phase_verdict(phase, c % 8, c / 8);
        ck_assert(!verdict.resolved && verdict.level);
    }
    ck_assert(!phase_words_turns(phase) && phase_words_line(phase).text[0] == '\0');
    phase_destroy(phase);
    scenario_destroy(scenario);
}
END_TEST


static struct phase *noisy(const struct scenario *scenario, int cells, int64_t paths)
{
    return begin(scenario, "take_home", "market.differentiation=5%..95%", "company.skill", cells, paths);
}

/* Cells that are close get more worlds, in all no more than asked for. */
START_TEST(worlds_go_where_it_is_close)
{
    struct scenario *scenario = load("scenarios/innovation-market.yaml");
    struct phase *phase =
        begin(scenario, "take_home", "market.differentiation=5%..95%", "market.services_need=$1k..$2M", 4, 1024);
    ck_assert_int_eq(go_on(phase, 2, -1), BATCH_DONE);
    int64_t least = INT64_MAX, most = 0;
    for (int c = 0; c < 16; c++) {
        least = phase->cell[c].worlds < least ? phase->cell[c].worlds : least;
        most = phase->cell[c].worlds > most ? phase->cell[c].worlds : most;
    }
    ck_assert_int_le(phase_worlds(phase), 16 * 1024);
    ck_assert_int_eq(least, 256);
    ck_assert_int_gt(most, 1024);
    phase_destroy(phase);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(the_same_on_any_number_of_threads)
{
    struct scenario *scenario = load("scenarios/innovation-market.yaml");
    struct phase *one = noisy(scenario, 4, 1024), *three = noisy(scenario, 4, 1024);
    ck_assert_int_eq(go_on(one, 1, -1), BATCH_DONE);
    ck_assert_int_eq(go_on(three, 3, -1), BATCH_DONE);
    expect_same(one, three);
    phase_destroy(one);
    phase_destroy(three);
    scenario_destroy(scenario);
}
END_TEST

/* Stopped between any two rounds and gone on with. */
START_TEST(interrupted_and_gone_on_with)
{
    struct scenario *scenario = load("scenarios/innovation-market.yaml");
    struct phase *whole = noisy(scenario, 4, 1024), *parts = noisy(scenario, 4, 1024);
    ck_assert_int_eq(go_on(whole, 2, -1), BATCH_DONE);
    int times = 0;
    while (go_on(parts, 2, 1) == BATCH_INTERRUPTED)
        times++;
    ck_assert_int_ge(times, 1);
    expect_same(whole, parts);
    phase_destroy(whole);
    phase_destroy(parts);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(places_and_values_are_inverse)
{
    struct scenario *scenario = load("tests/scenarios/flips/twins.yaml");
    struct phase *phase = begin(scenario, "take_home", "market.accounts=600..60000", "market.differentiation", 8, 64);
    ck_assert(phase->axis[0].logarithmic);
    ck_assert(!phase->axis[1].logarithmic);
    for (int a = 0; a < 2; a++) {
        ck_assert_double_eq_tol(phase_value(phase, a, -0.5), phase->axis[a].low, 1e-9 * phase->axis[a].high);
        ck_assert_double_eq_tol(phase_value(phase, a, 7.5), phase->axis[a].high, 1e-9 * phase->axis[a].high);
        for (double i = -0.5; i <= 7.5; i += 0.37)
            ck_assert_double_eq_tol(phase_place(phase, a, phase_value(phase, a, i)), i, 1e-9);
    }
    phase_destroy(phase);
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("phase", a_known_line, twins_are_nowhere_told_apart, worlds_go_where_it_is_close,
            the_same_on_any_number_of_threads, interrupted_and_gone_on_with, places_and_values_are_inverse)
