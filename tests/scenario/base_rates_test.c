/* Base rates: what is between their rows, and what is wrong with them. */
#include "scenario/base_rates.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/companies/rates-test.txt";

static struct base_rates *load(const char *text, char **told)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
    struct complaints *complaints = complaints_create();
    struct base_rates *rates = base_rates_load(path, complaints);
    size_t size = 0;
    FILE *out = open_memstream(told, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    complaints_destroy(complaints);
    remove(path);
    return rates;
}

#define HEAD "base_rates: x\nsource: y\nrates:\n"

START_TEST(they_are_linear_between_rows_and_level_after_the_last)
{
    char *told;
    double share[FATES];
    struct base_rates *rates = load(HEAD "- {at: 10 months, closed: 20%, acquired: 5%, listed: 2%}\n"
                                         "- {at: 30 months, closed: 60%, acquired: 5%, listed: 10%}\n", &told);
    ck_assert_msg(rates != NULL, "%s", told);
    base_rates_at(rates, 5.0, share);
    ck_assert_double_eq_tol(share[FATE_CLOSED], 0.1, 1e-12);
    ck_assert_double_eq_tol(share[FATE_PRIVATE], 0.865, 1e-12);
    base_rates_at(rates, 10.0, share);
    ck_assert_double_eq_tol(share[FATE_CLOSED], 0.2, 1e-12);
    base_rates_at(rates, 20.0, share);
    ck_assert_double_eq_tol(share[FATE_CLOSED], 0.4, 1e-12);
    ck_assert_double_eq_tol(share[FATE_ACQUIRED], 0.05, 1e-12);
    ck_assert_double_eq_tol(share[FATE_LISTED], 0.06, 1e-12);
    base_rates_at(rates, 300.0, share);
    ck_assert_double_eq_tol(share[FATE_PRIVATE], 0.25, 1e-12);
    free(told);
    base_rates_destroy(rates);
}
END_TEST

START_TEST(the_shipped_ones_are_in_order)
{
    struct complaints *complaints = complaints_create();
    struct base_rates *rates = base_rates_load(NULL, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(rates);
    double before = -1.0;
    for (double month = 1.0; month <= 360.0; month += 1.0) {
        double share[FATES], sum = 0.0;
        base_rates_at(rates, month, share);
        for (int f = 0; f < FATES; f++) {
            ck_assert_double_gt(share[f], 0.0);
            sum += share[f];
        }
        ck_assert_double_eq_tol(sum, 1.0, 1e-12);
        ck_assert_double_ge(share[FATE_CLOSED], before);
        before = share[FATE_CLOSED];
    }
    base_rates_destroy(rates);
    complaints_destroy(complaints);
}
END_TEST

static const struct {
    const char *text, *told;
} mistakes[] = {
    {"base_rates: x\nsource: y\n", "base rates need 'rates', a list of 1 to 23 rows"},
    {HEAD "- {at: 10 months, closed: 90%, acquired: 20%, listed: 0%}\n", "4:3: error: these shares add up to more than 100%"},
    {HEAD "- {at: 10 months, closed: 20%, acquired: 5%}\n", "4:3: error: a row of rates needs 'listed'"},
    {HEAD "- {at: 10 months, closed: -20%, acquired: 5%, listed: 1%}\n", "4:27: error: this must not be negative"},
    {HEAD "- {at: 10 months, closed: 2%, acquired: 5%, listed: 1%}\n- {at: 10 months, closed: 2%, acquired: 5%, listed: 1%}\n",
     "5:3: error: rows of rates must rise by 'at'"},
    {HEAD "- {at: 10 months, closed: 2%, acquired: 0%, listed: 1%}\n", "4:3: error: a rate of 0% says that an end is impossible"},
    {HEAD "- {at: 10 months, closed: 9%, acquired: 5%, listed: 1%}\n- {at: 20 months, closed: 8%, acquired: 5%, listed: 1%}\n",
     "5:3: error: ends do not come undone"},
    {HEAD "- {at: 10 months, clsed: 2%, acquired: 5%, listed: 1%}\n", "4:19: error: unknown key 'clsed' in a row of rates"},
};

START_TEST(every_mistake_is_told)
{
    char *told;
    struct base_rates *rates = load(mistakes[_i].text, &told);
    ck_assert_ptr_null(rates);
    ck_assert_msg(strstr(told, mistakes[_i].told), "'%s' is not in\n%s", mistakes[_i].told, told);
    free(told);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("base rates");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, they_are_linear_between_rows_and_level_after_the_last);
    tcase_add_test(cases, the_shipped_ones_are_in_order);
    tcase_add_loop_test(cases, every_mistake_is_told, 0, (int)(sizeof mistakes / sizeof *mistakes));
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK); /* they share a file */
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
