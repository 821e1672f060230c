/* What is said of a run's assumptions: nothing without a footing, and what the footing has with one. */
#include "report/assumptions.h"

#include "analysis/footing.h"
#include "fixture.h"
#include "montecarlo/machine.h"
#include "report/runner.h"
#include "report/sentences.h"

#include <stdlib.h>
#include <string.h>

struct stage_set {
    struct scenario *scenario;
    struct batch *batch;
    struct summary *summary;
    struct footing *footing;
};

static const char *const drawn[] = {"company.skill=0.5 to 2"};
/* What is drawn by a standard value of judgement grade, held. */
static const char *const held[] = {"exit.technology_value=$90M",  "exit.training_multiple=1.5x",
                                   "exit.support_multiple=4.5x",  "exit.value_added_multiple=5.5x",
                                   "exit.licence_multiple=2.5x",   "exit.advertising_multiple=3x",
                                   "exit.user_value=$3",           "delivery.scarcity=20%",
                                   "exit.talent_consultant=$0.8M", "sales.evaluations_per_rep=0.9 per month"};
enum { HELD = sizeof held / sizeof *held };

static struct stage_set play(const char *const *setting, int settings, int64_t paths)
{
    const char *why;
    struct stage_set set = {0};
    struct complaints *complaints = complaints_create();
    set.scenario = scenario_load("tests/golden/plan.yaml", setting, settings, complaints);
    ck_assert_ptr_nonnull(set.scenario);
    set.batch = batch_create(set.scenario, 1, paths, complaints);
    const struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(set.batch, paths, &options), BATCH_DONE);
    set.summary = summary_create(set.batch);
    set.footing = footing_create(set.batch, 0);
    set.summary->footing = set.footing;
    complaints_destroy(complaints);
    return set;
}

static void forget(struct stage_set *set)
{
    footing_destroy(set->footing);
    summary_destroy(set->summary);
    batch_destroy(set->batch);
    scenario_destroy(set->scenario);
}

static char *text_of(void (*write)(const struct summary *, FILE *), const struct summary *summary)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    write(summary, out);
    fclose(out);
    return text;
}

START_TEST(without_a_footing_nothing_is_said)
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    char *said = text_of(assumptions_say, summary), *list = text_of(assumptions_list, summary);
    ck_assert_str_eq(said, "");
    ck_assert_ptr_eq(strchr(list, '\n'), list + strlen(list) - 1); /* the names of the columns */
    free(said);
    free(list);
    fixture_destroy(summary);
}
END_TEST

START_TEST(shares_are_said_with_their_error)
{
    struct stage_set set = play(held, HELD, 2000); /* no standard value that is judged is drawn */
    char *said = text_of(assumptions_say, set.summary);
    ck_assert_msg(strstr(said, "Single assumptions explain ") == said && strstr(said, " ± ") &&
                      strstr(said, "None of that part rests on numbers of judgement grade, "),
                  "%s", said);
    free(said);
    forget(&set);
}
END_TEST

START_TEST(few_worlds_say_nothing)
{
    struct stage_set set = play(NULL, 0, SENTENCES_FEW_WORLDS - 1);
    char *said = text_of(assumptions_say, set.summary);
    ck_assert_str_eq(said, "");
    free(said);
    forget(&set);
}
END_TEST

START_TEST(every_row_has_every_column)
{
    struct stage_set set = play(drawn, 1, 500);
    char *list = text_of(assumptions_list, set.summary);
    int columns = 0, rows = 0;
    for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) {
        int tabs = 0;
        for (const char *at = line; *at; at++)
            tabs += *at == '\t';
        columns = columns ? columns : tabs;
        ck_assert_msg(tabs == columns, "%s", line);
        rows++;
    }
    ck_assert_int_eq(rows, set.footing->count + 1);
    free(list);
    list = text_of(assumptions_list, set.summary);
    ck_assert_ptr_nonnull(strstr(list, "\tmarket.accounts\t2000 to 8000\tcount\tuncertainty\tall\ttests/golden/plan.yaml:7\tset by the scenario\t"));
    ck_assert_ptr_nonnull(strstr(list, "\tcompany.skill\t"));
    ck_assert_ptr_nonnull(strstr(list, "\t--set\tset by the scenario\t"));
    free(list);
    forget(&set);
}
END_TEST

RUNNER_MAIN("assumptions", without_a_footing_nothing_is_said, shares_are_said_with_their_error, few_worlds_say_nothing,
            every_row_has_every_column)
