/* A calibration whole: what was learnt, written as a scenario that says the same; what cannot be learnt. */
#include "analysis/calibration.h"

#include "analysis/lookback.h"
#include "analysis/measurement.h"
#include "analysis/rerun.h"
#include "analysis/weighted.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 4000, SEED = 3, EFFECTIVE = 200 };

static const char *const scenario_file = "scenarios/openstack-2011.yaml";
static const char *const short_life[] = {"horizon=4 years"};

struct session {
    struct complaints *complaints;
    struct history *history;
    struct candidate company;
    struct calibration calibration;
};

static void ignore(void *data) { (void)data; }

/* A history in a text; its calibration if it can be loaded. */
static struct session open_session(const char *text, bool expected)
{
    char file[] = "/tmp/history-XXXXXX";
    FILE *out = fdopen(mkstemp(file), "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    fclose(out);
    struct session session = {.complaints = complaints_create()};
    session.history = history_load(file, session.complaints);
    remove(file);
    bool loaded = session.history && calibration_load(session.history, scenario_file, NULL, short_life, 1,
                                                      &session.company, session.complaints);
    if (expected)
        complaints_print(session.complaints, stderr, false);
    ck_assert_int_eq(loaded, expected);
    return session;
}

static void make(struct session *session)
{
    const char *why;
    const struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(calibration_make(session->history, &session->company, PATHS, SEED, EFFECTIVE, &options, ignore,
                                      NULL, &session->calibration, session->complaints),
                     BATCH_DONE);
}

static void close_session(struct session *session)
{
    calibration_free(&session->calibration);
    scenario_destroy(session->company.scenario);
    history_destroy(session->history);
    complaints_destroy(session->complaints);
}

#define YEARS                                                                                                         \
    "history: x\n"                                                                                                    \
    "observations:\n"                                                                                                 \
    "  - {of: revenue, at: 12 months, is: $620k, error: 15%}\n"                                                       \
    "  - {of: adopters, at: 24 months, is: 700, error: 15%}\n"                                                       \
    "  - {of: revenue, at: 24 months, is: $1.2M, error: 15%}\n"

/* A company that did far better than most. */
#define GOOD_YEARS                                                                                                    \
    "history: x\n"                                                                                                    \
    "observations:\n"                                                                                                 \
    "  - {of: revenue, at: 12 months, is: $1M, error: 15%}\n"                                                         \
    "  - {of: adopters, at: 24 months, is: 1000, error: 15%}\n"                                                      \
    "  - {of: revenue, at: 24 months, is: $2.3M, error: 15%}\n"

START_TEST(the_market_is_learnt_from_its_adopters)
{
    struct session session =
        open_session(YEARS "fit: [market.accounts, market.adopters_at_start, company.skill]\n", true);
    make(&session);
    const struct calibration *calibration = &session.calibration;
    ck_assert_int_eq(calibration->numbers, 3);
    ck_assert(calibration->number[0].identified);
    ck_assert_double_ge(calibration->effective, 0.99 * EFFECTIVE);
    for (int n = 0; n < 3; n++) {
        const struct calibration_number *number = &calibration->number[n];
        ck_assert_double_lt(number->posterior[0], number->posterior[1]);
        ck_assert_double_lt(number->posterior[1], number->posterior[2]);
        ck_assert_double_lt(fabs(number->narrowed), 1.0);
        ck_assert_double_ge(number->prior[0], number->field->low);
    }
    close_session(&session);
}
END_TEST

static double median_of(const struct scenario *scenario, int month)
{
    const char *why;
    static struct weighted item[PATHS];
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, SEED + 1, PATHS, complaints);
    ck_assert_ptr_nonnull(batch);
    const int watch = batch_watch(batch, OBSERVABLE_revenue, month);
    const struct batch_options options = {.threads = 2, .strategies = 1, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    const struct weighted_sample sample = weighted_sort(batch->watched[0][watch], NULL, PATHS, item);
    const double median = weighted_quantile(&sample, 0.5).value;
    batch_destroy(batch);
    complaints_destroy(complaints);
    return median;
}

/* New companies of the scenario that is written have the revenue of new companies of the weighted worlds, nearer
 * than the 95% interval that the history leaves. It is not the same: marginals and rank correlations are not all that the
 * worlds have, and enough new companies show it. */
START_TEST(the_scenario_written_says_what_the_weighted_worlds_say)
{
    struct session session = open_session(GOOD_YEARS, true);
    make(&session);
    const struct calibration_again *again = &session.calibration.again;
    ck_assert_int_eq(again->month, 48);
    ck_assert_double_gt(rerun_apart(again), 0.0);
    ck_assert_double_lt(rerun_against_known(again), 1.959964);
    ck_assert_double_eq_tol(median_of(&session.calibration.learned.scenario, 48), again->written[1].value, 1e-6);
    /* What was learnt matters: the scenario as it was says something else. */
    const double before = median_of(session.company.scenario, 48), far = fabs(before - again->weighted[1].value);
    ck_assert_double_gt(far, 3.0 * again->weighted[1].error);
    ck_assert_double_lt(fabs(again->written[1].value - again->weighted[1].value), 0.5 * far);
    ck_assert_double_gt(again->written[1].value, 0.0);
    close_session(&session);
}
END_TEST

static struct batch *play(const struct scenario *scenario)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, SEED, 500, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(batch);
    const struct batch_options options = {.threads = 1, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, 500, &options), BATCH_DONE);
    complaints_destroy(complaints);
    return batch;
}

START_TEST(the_scenario_written_loads_and_plays_the_same)
{
    struct session session = open_session(YEARS, true);
    make(&session);
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    scenario_write(&session.calibration.learned.scenario, out, false);
    fclose(out);
    struct scenario *loaded = scenario_load_text("calibrated.yaml", text, length, NULL, 0, session.complaints);
    complaints_print(session.complaints, stderr, false);
    ck_assert_ptr_nonnull(loaded);
    ck_assert_int_eq(loaded->strategies, session.company.scenario->strategies);
    struct batch *one = play(&session.calibration.learned.scenario), *other = play(loaded);
    for (int s = 0; s < loaded->strategies; s++)
        ck_assert(memcmp(one->result[s], other->result[s], 500 * sizeof(struct result)) == 0);
    batch_destroy(one);
    batch_destroy(other);
    scenario_destroy(loaded);
    free(text);
    close_session(&session);
}
END_TEST

/* Who forecasts month 36 in month 12 does not know who will have closed by then: the likelihoods are those of
 * companies open at month 12, and as many forecast worlds as close in between have no revenue. */
START_TEST(what_is_held_out_is_not_known_to_its_forecast)
{
    enum { FIRST = 12, LAST = 36 };
    struct session session = open_session("history: x\nobservations:\n"
                                          "  - {of: revenue, at: 12 months, is: $150k, error: 30%}\n"
                                          "  - {of: revenue, at: 36 months, is: $200k, error: 30%}\n", true);
    make(&session);
    const struct calibration_held *held = &session.calibration.held;
    const char *why;
    struct batch *batch = batch_create(session.company.scenario, SEED, PATHS, session.complaints);
    ck_assert_ptr_nonnull(batch);
    const int watch = lookback_watch(batch, session.history), strategy = session.company.strategy;
    const struct batch_options options = {.threads = 2, .strategies = 1u << strategy, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    struct evidence *evidence = lookback_read(batch, strategy, session.history, watch);
    ck_assert_ptr_nonnull(evidence);
    static double weight[PATHS];
    double open = 0.0, closes = 0.0, weighs = 0.0, weighs_closing = 0.0;
    for (int64_t p = 0; p < PATHS; p++)
        evidence->possible[p] = measurement_is_open(&batch->result[strategy][p], FIRST, session.company.scenario->horizon);
    struct weighing weighing = {.weight = weight};
    evidence->count = 1;
    evidence_weigh(evidence, EFFECTIVE, &weighing);
    for (int64_t p = 0; p < PATHS; p++) {
        const double closing = !(batch->watched[strategy][watch + 1][p] > 0.0);
        open += evidence->possible[p];
        closes += evidence->possible[p] * closing;
        weighs += weight[p];
        weighs_closing += weight[p] * closing;
    }
    ck_assert_double_gt(closes / open, 0.05);
    ck_assert_double_gt(weighs_closing / weighs, 0.05);
    ck_assert_int_eq(held->first, 1);
    ck_assert_int_eq(held->count, 1);
    ck_assert_double_eq_tol(held->effective, weighing.effective, 1e-6);
    ck_assert_double_eq_tol(held->gain.value, evidence_score(evidence, weight, 1, 1).value -
                                                  evidence_score(evidence, NULL, 1, 1).value, 1e-9);
    evidence_destroy(evidence);
    batch_destroy(batch);
    close_session(&session);
}
END_TEST

/* Of poor companies many close in the first year; who was seen open then is none of them, with or without what
 * else was seen, and hardly any closes in the month after. */
START_TEST(who_closed_before_is_no_forecast_without_the_history)
{
    struct session session = open_session("history: x\nobservations:\n"
                                          "  - {of: revenue, at: 12 months, is: $150k, error: 30%}\n"
                                          "  - {of: revenue, at: 13 months, is: $150k, error: 30%}\n"
                                          "fit: {company.cash: $5k to $20k}\n", true);
    make(&session);
    const struct calibration_held *held = &session.calibration.held;
    ck_assert_int_eq(held->count, 1);
    ck_assert_double_eq(session.calibration.sight[1].prior[0], 0.0); /* of all worlds: one in twenty has closed */
    ck_assert_double_gt(held->before[0][0], 0.0);
    ck_assert_double_gt(held->interval[0][0], 0.0);
    close_session(&session);
}
END_TEST

/* What is nearly unknown teaches nothing, and moves nothing beyond chance. */
START_TEST(vague_observations_identify_nothing)
{
    struct session session = open_session("history: x\nobservations:\n"
                                          "  - {of: adopters, at: 12 months, is: 200, error: 200%}\n"
                                          "fit: [company.skill, company.expertise]\n", true);
    make(&session);
    ck_assert_double_eq(session.calibration.widening, 1.0);
    ck_assert_int_eq(session.calibration.held.count, 0);
    for (int n = 0; n < session.calibration.numbers; n++)
        ck_assert(!session.calibration.number[n].identified);
    close_session(&session);
}
END_TEST

START_TEST(a_history_of_no_world_leaves_nothing_learnt)
{
    struct session session = open_session("history: x\nobservations:\n"
                                          "  - {of: revenue, at: 12 months, is: $900M}\n"
                                          "  - {of: revenue, at: 24 months, is: $1k}\n", true);
    make(&session);
    ck_assert_double_gt(session.calibration.misfit, EVIDENCE_MISFIT);
    ck_assert_double_gt(session.calibration.nearest, EVIDENCE_MISFIT);
    ck_assert(session.calibration.sight[0].missed);
    ck_assert_ptr_null(session.calibration.learned.memory);
    ck_assert_double_gt(session.calibration.sight[0].rank, 0.999);
    close_session(&session);
}
END_TEST

START_TEST(what_the_scenario_cannot_say_is_refused_with_its_place)
{
    static const struct {
        const char *text, *told;
    } mistakes[] = {
        {"history: x\nobservations:\n  - {of: revenue, at: 60 months, is: $1M}\n",
         ":3:5: error: the scenario ends after 48 months, this was seen after 60"},
        {YEARS "fit: [market.accounts, company.cash]\n", ":6:24: error: 'company.cash' is a constant in"},
        {YEARS "fit: {company.cash: $9M to $5M}\n", "--set:1:"},
        {YEARS "fit: [rounds.1.amount]\n", ":6:7: error: 'rounds.1.amount' is a constant in"},
    };
    for (size_t m = 0; m < sizeof mistakes / sizeof *mistakes; m++) {
        struct session session = open_session(mistakes[m].text, false);
        char *text = NULL;
        size_t length = 0;
        FILE *out = open_memstream(&text, &length);
        complaints_print(session.complaints, out, false);
        fclose(out);
        ck_assert_msg(strstr(text, mistakes[m].told) != NULL, "expected '%s', told:\n%s", mistakes[m].told, text);
        free(text);
        close_session(&session);
    }
}
END_TEST

RUNNER_MAIN("calibration", the_market_is_learnt_from_its_adopters,
            the_scenario_written_says_what_the_weighted_worlds_say,
            the_scenario_written_loads_and_plays_the_same, what_is_held_out_is_not_known_to_its_forecast,
            who_closed_before_is_no_forecast_without_the_history, vague_observations_identify_nothing,
            a_history_of_no_world_leaves_nothing_learnt, what_the_scenario_cannot_say_is_refused_with_its_place)
