/* Companies with many settings: every one of them counts, and what is too long is told. */
#include "analysis/candidate.h"

#include "report/runner.h"
#include "scenario/key.h"

#include <stdlib.h>
#include <string.h>

enum { MANY = 150 };

static const char *const scenario_file = "scenarios/openstack-2011.yaml";

static double cash_of(const struct candidate *candidate)
{
    struct key key;
    ck_assert(key_find("company.cash", &key));
    return candidate->scenario->strategy[candidate->strategy].assumptions[key.column].value.a;
}

/* The last word is the last setting's, be it of the company or on top of it. */
START_TEST(the_last_of_many_settings_counts)
{
    const char *settings[MANY], *more[MANY];
    for (int i = 0; i < MANY; i++) {
        settings[i] = "company.cash=$111k";
        more[i] = "company.cash=$222k";
    }
    settings[MANY - 1] = "company.cash=$333k";
    more[MANY - 1] = "company.cash=$444k";
    const struct sheet_company company = {
        .scenario = scenario_file, .settings = settings, .count = MANY, .place = {scenario_file, 1, 1}};
    for (int mores = 0; mores <= MANY; mores += MANY) {
        struct complaints *complaints = complaints_create();
        struct candidate candidate;
        const bool loaded = candidate_load(scenario_file, &company, more, mores, "", &candidate, complaints);
        complaints_print(complaints, stderr, false);
        ck_assert(loaded);
        ck_assert_double_eq_tol(cash_of(&candidate), mores > 0 ? 444e3 : 333e3, 1e-6);
        scenario_destroy(candidate.scenario);
        complaints_destroy(complaints);
    }
}
END_TEST

/* Cut to what fits, this one would be $1,000…: some other amount. */
START_TEST(a_setting_that_is_too_long_is_told)
{
    enum { LENGTH = 5000 };
    static char text[LENGTH + 1] = "company.cash=$1";
    memset(text + strlen(text), '0', LENGTH - strlen(text));
    const char *const settings[] = {text};
    const struct sheet_company company = {
        .scenario = scenario_file, .settings = settings, .count = 1, .place = {scenario_file, 1, 1}};
    struct complaints *complaints = complaints_create();
    struct candidate candidate;
    ck_assert(!candidate_load(scenario_file, &company, NULL, 0, "", &candidate, complaints));
    ck_assert_int_gt(complaints_count(complaints), 0);
    scenario_destroy(candidate.scenario);
    complaints_destroy(complaints);
}
END_TEST

RUNNER_MAIN("candidate", the_last_of_many_settings_counts, a_setting_that_is_too_long_is_told)
