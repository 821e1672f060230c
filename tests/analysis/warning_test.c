/* Who goes on and what becomes of them is recounted; threads change nothing; what cannot be asked is refused before
 * anything is played. */
#include "analysis/warning.h"

#include "montecarlo/machine.h"
#include "report/runner.h"
#include "report/warning_json.h"

#include <stdlib.h>
#include <string.h>

enum { WORLDS = 1200, AT = 12, BY = 60 };

static struct scenario *load(void)
{
    struct complaints *complaints = complaints_create();
    /* Founders who do not live on little: some fall early, so that some are gone at the early month. */
    const char *settings[] = {"people.founder_pay=60%", "horizon=72 months"};
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", settings, 2, complaints);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static struct batch_options options_of(int threads)
{
    const char *why;
    return (struct batch_options){.threads = threads, .kernel = machine_kernel(&why)};
}

static struct warning *create(const struct scenario *scenario, const char *of, int at, int by, struct complaints *complaints)
{
    struct measure good;
    ck_assert(measure_parse("--of", of, complaints, &good));
    return warning_create(scenario, NULL, &good, at, by, complaints);
}

static struct warning *play(const struct scenario *scenario, int threads)
{
    struct complaints *complaints = complaints_create();
    struct warning *warning = create(scenario, "take_home>=$100k", AT, BY, complaints);
    const struct batch_options options = options_of(threads);
    ck_assert_ptr_nonnull(warning);
    ck_assert_int_eq(warning_play(warning, WORLDS, 6, &options, complaints), BATCH_DONE);
    complaints_destroy(complaints);
    return warning;
}

START_TEST(who_goes_on_is_recounted)
{
    struct scenario *scenario = load();
    struct warning *warning = play(scenario, 2);
    struct batch *batch = batch_create(scenario, 6, WORLDS, NULL);
    const struct batch_options options = options_of(2);
    ck_assert_int_eq(batch_play(batch, WORLDS, &options), BATCH_DONE);
    for (int s = 0; s < scenario->strategies; s++) {
        const struct warning_strategy *of = &warning->strategy[s];
        int64_t going = 0, half[2] = {0, 0}, dead[2] = {0, 0}, well[2] = {0, 0};
        for (int64_t p = 0; p < WORLDS; p++) {
            const struct result *result = &batch->result[s][p];
            const bool ended = result->outcome != OUTCOME_PRIVATE;
            const bool closed = result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED;
            if (ended && result->month <= AT)
                continue;
            const bool held = warning_holds_out(p), by = ended && result->month <= BY;
            going++;
            half[held]++;
            dead[held] += by && closed;
            well[held] += by && !closed && result->founder_present >= 1e5;
        }
        ck_assert_int_lt(going, WORLDS);
        ck_assert_int_eq(of->going, going);
        for (int h = 0; h < 2; h++) {
            ck_assert_int_eq(of->event[WARNING_DEATH].cases[h], half[h]);
            ck_assert_int_eq(of->event[WARNING_DEATH].events[h], dead[h]);
            ck_assert_int_eq(of->event[WARNING_EXIT].events[h], well[h]);
            ck_assert_double_eq_tol((double)half[h], 0.5 * (double)going, 60.0); /* three standard errors */
        }
        /* The tenths are of the held-out companies, and add up to them. */
        const struct tenths *tenths = &of->tenths[WARNING_DEATH];
        int64_t events = 0;
        for (int t = 0; t < tenths->count; t++)
            events += tenths->tenth[t].struck.count;
        ck_assert_int_eq(events, screening_best(&of->event[WARNING_DEATH]) ? dead[1] : 0);
    }
    ck_assert_int_gt(warning->strategy[0].event[WARNING_DEATH].claims, 0);
    batch_destroy(batch);
    warning_destroy(warning);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(threads_change_no_digit)
{
    char *text[2] = {NULL, NULL};
    struct scenario *scenario = load();
    for (int t = 0; t < 2; t++) {
        size_t size = 0;
        FILE *out = open_memstream(&text[t], &size);
        struct warning *warning = play(scenario, t == 0 ? 1 : 3);
        warning_json_write(warning, out);
        fclose(out);
        warning_destroy(warning);
    }
    ck_assert_str_eq(text[0], text[1]);
    free(text[0]);
    free(text[1]);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(what_cannot_be_asked_is_refused)
{
    static const struct {
        const char *of;
        int at, by;
    } wrong[] = {{"take_home>=$1M", 12, 73}, {"take_home>=$1M", 60, 60}, {"take_home>=$1M", 61, 60},
                 {"take_home", 12, 60},      {"closed", 12, 60},         {"users@36 months>=1000", 12, 60},
                 {"sold>=100%", 12, 60}};
    struct scenario *scenario = load();
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct complaints *complaints = complaints_create();
        ck_assert_ptr_null(create(scenario, wrong[i].of, wrong[i].at, wrong[i].by, complaints));
        ck_assert_int_eq(complaints_count(complaints), 1);
        complaints_destroy(complaints);
    }
    struct complaints *complaints = complaints_create();
    struct warning *sound = create(scenario, "listed", 1, 72, complaints);
    ck_assert_ptr_nonnull(sound);
    ck_assert_int_eq(complaints_count(complaints), 0);
    warning_destroy(sound);
    complaints_destroy(complaints);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(an_interruption_ends_it)
{
    volatile sig_atomic_t interrupted = 1;
    struct scenario *scenario = load();
    struct complaints *complaints = complaints_create();
    struct warning *warning = create(scenario, "listed", AT, BY, complaints);
    struct batch_options options = options_of(2);
    options.interrupted = &interrupted;
    ck_assert_int_eq(warning_play(warning, WORLDS, 6, &options, complaints), BATCH_INTERRUPTED);
    warning_destroy(warning);
    complaints_destroy(complaints);
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("warning", who_goes_on_is_recounted, threads_change_no_digit, what_cannot_be_asked_is_refused,
            an_interruption_ends_it)
