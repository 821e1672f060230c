/* Choices whose order is known; what is regretted adds up. */
#include "analysis/regret.h"

#include "montecarlo/machine.h"
#include "report/regret_tsv.h"
#include "report/regret_words.h"
#include "report/runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATHS = 256 };

static const char scenario[] = "scenarios/openstack-2011.yaml";

/* Reads choices from a text, through a file. */
static struct choices *read_text(const char *text, char **told)
{
    char name[] = "/tmp/choicesXXXXXX";
    size_t size;
    const int handle = mkstemp(name);
    ck_assert_int_ge(handle, 0);
    ck_assert_int_eq(write(handle, text, strlen(text)), (ssize_t)strlen(text));
    close(handle);
    struct complaints *complaints = complaints_create();
    FILE *memory = open_memstream(told, &size);
    struct choices *choices = choices_load(name, scenario, complaints);
    complaints_print(complaints, memory, false);
    fclose(memory);
    complaints_destroy(complaints);
    unlink(name);
    return choices;
}

static void judge(const struct choices *choices, const char *maximise, int threads, struct regret *regret)
{
    const char *why;
    const struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    struct complaints *complaints = complaints_create();
    struct objective objective;
    ck_assert(objective_parse("--maximise", maximise, 120, complaints, &objective));
    const enum batch_end end = regret_run(regret, choices, &objective, NULL, PATHS, &options, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_int_eq(end, BATCH_DONE);
    complaints_destroy(complaints);
}

static const char loans[] = "choices:\n"
                            "  - {name: Owe much, set: {company.loan: $600k}}\n"
                            "  - {name: Owe nothing, set: {company.loan: $0}}\n"
                            "  - {name: Owe much as well, set: {company.loan: $600k}}\n"
                            "scenarios:\n"
                            "  - {name: Winter, set: {climate.regime: shut}}\n";

START_TEST(who_owes_nothing_has_nothing_to_regret)
{
    char *told = NULL;
    struct choices *choices = read_text(loans, &told);
    ck_assert_msg(choices != NULL, "%s", told);
    ck_assert_int_eq(choices->scenarios, 2);
    struct regret regret;
    judge(choices, "take_home", 2, &regret);
    ck_assert_uint_eq(regret.seed, 2011); /* of the scenario */
    for (int s = 0; s < 2; s++) {
        ck_assert_int_eq(regret.leader[s], 1);
        ck_assert(regret.clear[s]);
        ck_assert_double_eq(regret.cell[1][s].regret.value, 0.0);
        ck_assert_double_eq(regret.cell[1][s].best, 1.0);
        ck_assert_double_gt(regret.cell[0][s].behind.value, 0.0);
        ck_assert_double_eq_tol(regret.cell[0][s].behind.value, regret.cell[0][s].regret.value, 1e-6);
        ck_assert_double_eq(regret.cell[0][s].outcome.value, regret.cell[2][s].outcome.value);
        ck_assert_double_eq(regret.cell[1][s].most, 0.0); /* nobody may be ahead of it */
        ck_assert_double_eq(regret.cell[0][s].most, regret.cell[0][s].behind.high);
        ck_assert_double_gt(regret.cell[0][s].behind.low, 0.0);
    }
    ck_assert_int_eq(regret.comparisons, 6); /* three pairs in two scenarios */
    ck_assert_str_eq(regret_words_verdict(&regret, 40.0).text, "‘Owe nothing’ is clearly the best choice in every scenario (by mean take_home)");
    ck_assert_double_eq(regret.most[1], 0.0);
    ck_assert_int_eq(regret.least, 1);
    ck_assert_double_eq(regret.worst[1], 0.0);
    choices_destroy(choices);
    free(told);
}
END_TEST

/* Of choices that come to the same none is the best, and the words say so. */
START_TEST(twins_have_no_winner)
{
    char *told = NULL;
    struct choices *choices = read_text("choices:\n  - {name: One}\n  - {name: Other}\n", &told);
    ck_assert_msg(choices != NULL, "%s", told);
    struct regret regret;
    judge(choices, "take_home", 2, &regret);
    ck_assert(!regret.clear[0]);
    ck_assert_int_eq(regret.cell[1][0].behind.worlds, 0);
    ck_assert_int_eq(regret_tsv_shade(&regret, 0, 0), REGRET_UNCLEAR);
    ck_assert_int_eq(regret_tsv_shade(&regret, 1, 0), REGRET_UNCLEAR);
    ck_assert_str_eq(regret_words_verdict(&regret, 40.0).text,
                     "No choice is clearly the best; ‘One’ and ‘Other’ are clearly behind no other");
    choices_destroy(choices);
    free(told);
}
END_TEST

/* Who knows each world is never worse off than who knows the scenario alone. */
START_TEST(regret_is_at_least_what_is_behind)
{
    char *told = NULL;
    struct choices *choices = read_text("choices:\n  - {name: As it is}\n  - {name: Venture, strategy: IP with venture money}\n"
                                   "  - {name: Growth, strategy: 'Services first, with growth money'}\n", &told);
    ck_assert_msg(choices != NULL, "%s", told);
    struct regret one, three;
    judge(choices, "take_home", 1, &one);
    judge(choices, "take_home", 3, &three);
    for (int c = 0; c < 3; c++)
        ck_assert_double_ge(one.cell[c][0].regret.value, one.cell[c][0].behind.value);
    ck_assert_int_eq(memcmp(one.cell, three.cell, sizeof one.cell), 0); /* threads change no bit */
    choices_destroy(choices);
    free(told);
}
END_TEST

static const struct {
    const char *text, *told;
} wrong[] = {
    {"choices: []\n", "must be a list of 2 to 8"},
    {"choices:\n  - {name: One}\n", "must be a list of 2 to 8"},
    {"choices:\n  - {name: One}\n  - {name: One}\n", "this name is taken"},
    {"choices:\n  - {name: One}\n  - {set: {company.loan: $0}}\n", "'name' needs a text"},
    {"choices:\n  - {name: One}\n  - {name: Two, sett: 1}\n", "did you mean 'set'?"},
    {"choices:\n  - {name: One}\n  - {name: Two}\nscenarios:\n  - {name: X, scenario: nowhere.yaml}\n", "nowhere.yaml"},
};

START_TEST(mistakes_are_told)
{
    for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++) {
        char *told = NULL;
        struct choices *choices = read_text(wrong[w].text, &told);
        ck_assert_msg(choices == NULL && strstr(told, wrong[w].told), "%s: %s", wrong[w].text, told);
        free(told);
    }
}
END_TEST

/* What the run of a text's choices is told. */
static char *refusal(const char *text)
{
    char *told = NULL;
    struct choices *choices = read_text(text, &told);
    ck_assert_msg(choices != NULL, "%s", told);
    free(told);
    const char *why;
    size_t size;
    const struct batch_options options = {.threads = 1, .kernel = machine_kernel(&why)};
    struct complaints *complaints = complaints_create();
    struct objective objective;
    struct regret regret;
    ck_assert(objective_parse("--maximise", "median", 120, complaints, &objective));
    ck_assert_int_ne(regret_run(&regret, choices, &objective, NULL, PATHS, &options, complaints), BATCH_DONE);
    FILE *memory = open_memstream(&told, &size);
    complaints_print(complaints, memory, false);
    fclose(memory);
    complaints_destroy(complaints);
    choices_destroy(choices);
    return told;
}

static const struct {
    const char *text, *told;
} refused[] = {
    {"choices:\n  - {name: One}\n  - {name: Two, set: {company.founders: 19}}\n", "does not load"},
    {"choices:\n  - {name: One}\n  - {name: Two}\nscenarios:\n  - {name: X, set: {sampling: sobol}}\n",
     "all choices must meet the same worlds"},
    {"choices:\n  - {name: One}\n  - {name: Two, set: {sampling: latin-hypercube}}\n", "differ in 'sampling'"},
};

START_TEST(what_is_set_must_load_and_keep_the_worlds)
{
    for (size_t r = 0; r < sizeof refused / sizeof *refused; r++) {
        char *told = refusal(refused[r].text);
        ck_assert_msg(strstr(told, refused[r].told) != NULL, "%s: %s", refused[r].text, told);
        free(told);
    }
}
END_TEST

/* One key more that is uncertain, by a dollar, moves no other key of a Latin hypercube. */
START_TEST(a_hypercube_keeps_its_worlds)
{
    char *told = NULL;
    struct choices *choices = read_text(
        "choices:\n  - {name: Sure, set: {company.loan: $100k, sampling: latin-hypercube}}\n"
        "  - {name: Unsure, set: {company.loan: {uniform: {low: $99999, high: $100001}}, sampling: latin-hypercube}}\n",
        &told);
    ck_assert_msg(choices != NULL, "%s", told);
    struct regret regret;
    judge(choices, "users@3 years", 2, &regret);
    const struct figure outcome = regret.cell[0][0].outcome;
    ck_assert_double_gt(outcome.error, 0.0);
    for (int c = 0; c < 2; c++)
        ck_assert_double_le(regret.cell[c][0].regret.value, outcome.error / 100.0);
    choices_destroy(choices);
    free(told);
}
END_TEST

RUNNER_MAIN("regret", who_owes_nothing_has_nothing_to_regret, twins_have_no_winner, regret_is_at_least_what_is_behind, mistakes_are_told,
            what_is_set_must_load_and_keep_the_worlds, a_hypercube_keeps_its_worlds)
