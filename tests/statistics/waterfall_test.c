/* The engine's cap table against the plain program's, which tries every set of converting classes:
 * nobody may wish to have chosen otherwise. */
#include "model/ownership.h"
#include "statistics/plain_steps.h"

#include <check.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

enum { TABLES = 20000 };

static void draw_owners(gsl_rng *rng, struct ownership *ownership)
{
    double founders = gsl_rng_uniform_pos(rng);
    *ownership = (struct ownership){.founders = founders, .pool = 1.0 - founders};
    int rounds = (int)gsl_rng_uniform_int(rng, ROUNDS_MAX + 1);
    double pre = 5e6;
    for (int r = 0; r < rounds; r++) {
        double amount = pre * gsl_rng_uniform_pos(rng);
        ownership_issue(ownership, amount, pre, 0.2 * gsl_rng_uniform(rng));
        /* Also rounds at the same price, and down rounds. */
        pre = gsl_rng_uniform(rng) < 0.2 ? pre + amount : pre * exp(gsl_ran_gaussian(rng, 1.0));
    }
}

static double preferences(const struct ownership *ownership)
{
    double sum = 0.0;
    for (int r = 0; r < ownership->rounds; r++)
        sum += ownership->preference[r];
    return sum;
}

START_TEST(nobody_regrets_the_engine)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int t = 0; t < TABLES; t++) {
        struct ownership ownership, parts;
        draw_owners(rng, &ownership);
        double proceeds = (preferences(&ownership) + 1e5) * exp(gsl_ran_gaussian(rng, 2.0));
        bool listing = t % 10 == 0;
        ownership_divide(&ownership, proceeds, listing, &parts);

        struct plain_owners owners = {.rounds = ownership.rounds,
                                      .common = {ownership.founders, ownership.pool}};
        for (int r = 0; r < ownership.rounds; r++) {
            owners.investor[r] = ownership.investor[r];
            owners.preference[r] = ownership.preference[r];
        }
        double common[2], investor[ROUNDS_MAX];
        plain_exit_divide(&owners, proceeds, listing, common, investor);

        /* Both compute each part in a few operations on numbers up to the proceeds. */
        double tolerance = 1e-12 * proceeds;
        ck_assert_double_eq_tol(parts.founders, common[0], tolerance);
        ck_assert_double_eq_tol(parts.pool, common[1], tolerance);
        for (int r = 0; r < ownership.rounds; r++)
            ck_assert_double_eq_tol(parts.investor[r], investor[r], tolerance);
    }
    gsl_rng_free(rng);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("waterfall");
    TCase *tables = tcase_create("tables");
    tcase_add_test(tables, nobody_regrets_the_engine);
    suite_add_tcase(suite, tables);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
