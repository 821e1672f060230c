/* A year's revenue from running rates, against the bills that made them. */
#include "analysis/fiscal.h"

#include "report/runner.h"

#include <math.h>

/* Bills that grow by a factor a month, run until the first has faded; their running rate at three
 * months, and what the last year really was. */
static void run(double growth, double *now, double *half, double *year, double *billed)
{
    enum { MONTHS = 240 };
    double rate[MONTHS], bill = 1.0, running = 12.0;
    *billed = 0.0;
    for (int m = 0; m < MONTHS; m++) {
        running = running * 11.0 / 12.0 + bill;
        rate[m] = running;
        *billed += m >= MONTHS - 12 ? bill : 0.0;
        bill *= growth;
    }
    *now = rate[MONTHS - 1];
    *half = rate[MONTHS - 7];
    *year = rate[MONTHS - 13];
}

START_TEST(a_level_rate_is_a_years_revenue)
{
    ck_assert_double_eq_tol(fiscal_year(12.0, 12.0, 12.0), 12.0, 1e-12);
    ck_assert_double_eq(fiscal_year(0.0, 0.0, 0.0), 0.0);
    ck_assert_double_eq(fiscal_year(0.0, 0.0, 24.0), 0.0); /* never below nothing */
}
END_TEST

static const double growth[] = {0.97, 1.0, 1.02, 1.05, 1.08};

START_TEST(a_growing_years_bills_are_found)
{
    double now, half, year, billed;
    run(growth[_i], &now, &half, &year, &billed);
    ck_assert_double_eq_tol(fiscal_year(now, half, year) / billed, 1.0, 0.005);
    /* The rate by itself would be far off. */
    if (growth[_i] > 1.04)
        ck_assert_double_lt(now / billed, 0.9);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fiscal");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_level_rate_is_a_years_revenue);
    tcase_add_loop_test(cases, a_growing_years_bills_are_found, 0, (int)(sizeof growth / sizeof *growth));
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
