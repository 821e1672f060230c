/* Plans with a term and without: no setting of the user's is left out of them. */
#include "analysis/negotiation.h"

#include "report/runner.h"

#include <string.h>

enum { MOST = 400 };

static const char *const plan = "tests/scenarios/terms/sure.yaml";

/* Of one setting more than there is room for, nothing is said rather than something else. */
START_TEST(more_settings_than_fit_are_told)
{
    static const char *settings[MOST + 1];
    for (int i = 0; i < MOST; i++)
        settings[i] = "company.founders=2";
    settings[MOST] = "company.founders=3";
    for (int count = 1; count <= MOST + 1; count += MOST) {
        struct complaints *complaints = complaints_create();
        struct term *term = term_load("scenarios/terms/01-participating.yaml", complaints);
        struct negotiation *negotiation = negotiation_create(plan, settings, count, NULL, complaints);
        complaints_print(complaints, stderr, false);
        ck_assert_ptr_nonnull(term);
        ck_assert_ptr_nonnull(negotiation);
        int without, with;
        char why[NEGOTIATION_REASON_SIZE];
        const enum negotiation_end end = negotiation_add(negotiation, term, &without, &with, why);
        ck_assert_int_eq(end, count == 1 ? NEGOTIATION_APPLIES : NEGOTIATION_NOT);
        ck_assert_str_eq(why, count == 1 ? "" : "it sets too much");
        negotiation_destroy(negotiation);
        term_destroy(term);
        complaints_destroy(complaints);
    }
}
END_TEST

RUNNER_MAIN("negotiation", more_settings_than_fit_are_told)
