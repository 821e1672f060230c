/* An outlook whole: what it says adds up, what is vague changes nothing, what is impossible is refused. */
#include "analysis/outlook.h"

#include "analysis/summary.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { PATHS = 6000, SEED = 3, EFFECTIVE = 100 };

static const char *const settings[] = {"horizon=4 years"};

struct session {
    struct complaints *complaints;
    struct history *history;
    struct candidate company;
    struct outlook outlook;
};

static struct session *foretell(const char *text)
{
    char file[] = "/tmp/history-XXXXXX";
    FILE *out = fdopen(mkstemp(file), "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    fclose(out);
    struct session *session = calloc(1, sizeof *session);
    session->complaints = complaints_create();
    session->history = history_load(file, session->complaints);
    remove(file);
    const bool loaded = session->history && calibration_load(session->history, "scenarios/openstack-2011.yaml", NULL,
                                                             settings, 1, &session->company, session->complaints);
    complaints_print(session->complaints, stderr, false);
    ck_assert(loaded);
    const char *why;
    const struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(outlook_make(session->history, &session->company, PATHS, SEED, EFFECTIVE, &options,
                                   &session->outlook, session->complaints),
                     BATCH_DONE);
    return session;
}

static void finish(struct session *session)
{
    scenario_destroy(session->company.scenario);
    history_destroy(session->history);
    complaints_destroy(session->complaints);
    free(session);
}

START_TEST(what_is_said_adds_up)
{
    struct session *session = foretell("history: x\nobservations:\n"
                                       "  - {of: revenue, at: 12 months, is: $620k}\n"
                                       "  - {of: headcount, at: 14 months, is: 6}\n");
    const struct outlook *outlook = &session->outlook;
    ck_assert(outlook->enough);
    ck_assert_double_ge(outlook->effective, 0.99 * EFFECTIVE);
    double sum = 0.0, before = 0.0;
    for (int o = 0; o < OUTCOMES; o++) {
        sum += outlook->outcome[o].value;
        before += outlook->outcome_before[o].value;
    }
    ck_assert_double_eq_tol(sum, 1.0, 1e-9);
    ck_assert_double_eq_tol(before, 1.0, 1e-9);
    int year_on = 0;
    for (int i = 0; i < outlook->points; i++) {
        year_on += outlook->point[i].month == 26;
        for (int q = 1; q < OUTLOOK_QUANTILES; q++)
            ck_assert_double_le(outlook->point[i].revenue[q - 1].value, outlook->point[i].revenue[q].value);
    }
    ck_assert_int_eq(year_on, 1);
    ck_assert_int_eq(outlook->soons, OUTLOOK_SOON);
    for (int s = 0; s < OUTLOOK_SOON; s++) {
        ck_assert_double_le(outlook->soon[s].starves.value, outlook->soon[s].closes.value);
        if (s > 0)
            ck_assert_double_ge(outlook->soon[s].closes.value, outlook->soon[s - 1].closes.value);
    }
    finish(session);
}
END_TEST

/* Next to nothing known of the first month: the worlds of the start, but for those that closed in it. */
START_TEST(a_vague_history_changes_nothing)
{
    struct session *session = foretell("history: x\nobservations:\n  - {of: adopters, at: 1 month, is: 100, error: 200%}\n");
    const struct outlook *outlook = &session->outlook;
    ck_assert_double_eq(outlook->widening, 1.0);
    for (int o = 0; o < OUTCOMES; o++)
        ck_assert_double_eq_tol(outlook->outcome[o].value, outlook->outcome_before[o].value,
                                4.0 * outlook->outcome_before[o].error + 0.01);
    ck_assert_double_eq_tol(outlook->founders.nothing.value, outlook->founders_before.nothing.value, 0.03);
    finish(session);
}
END_TEST

/* Of all worlds alike, the figures of the start are those of a plain run. */
START_TEST(the_start_is_that_of_a_run)
{
    struct session *session = foretell("history: x\nobservations:\n  - {of: revenue, at: 12 months, is: $620k}\n");
    const char *why;
    struct batch *batch = batch_create(session->company.scenario, SEED, PATHS, session->complaints);
    const struct batch_options options = {.threads = 1, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    struct summary *summary = summary_create(batch);
    const struct outlook_founders *start = &session->outlook.founders_before;
    const struct strategy_summary *run = &summary->strategy[0];
    ck_assert_double_eq_tol(start->mean.value, run->founder_mean.value, 1e-6 * run->founder_mean.value);
    ck_assert_double_eq_tol(start->mean.error, run->founder_mean.error, 1e-3 * run->founder_mean.error);
    ck_assert_double_eq_tol(start->nothing.value, run->chance_nothing.value, 1e-9);
    ck_assert_double_eq_tol(start->certain.value, run->certain.value, 4.0 * run->certain.error);
    summary_destroy(summary);
    batch_destroy(batch);
    finish(session);
}
END_TEST

START_TEST(a_history_of_no_world_is_refused)
{
    struct session *session = foretell("history: x\nobservations:\n  - {of: revenue, at: 12 months, is: $900M}\n");
    ck_assert(!session->outlook.enough);
    ck_assert_double_gt(session->outlook.misfit, EVIDENCE_MISFIT);
    ck_assert_double_gt(session->outlook.sight[0].rank, 0.999);
    finish(session);
}
END_TEST

RUNNER_MAIN("outlook", what_is_said_adds_up, a_vague_history_changes_nothing, the_start_is_that_of_a_run,
            a_history_of_no_world_is_refused)
