/* Holm's correction by hand, and what it promises. */
#include "analysis/holm.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>

enum { FAMILIES = 4000, SIZE = 20 };

START_TEST(a_family_by_hand)
{
    double chance[] = {0.01, 0.04, 0.03, 0.005, 0.7};
    static const double corrected[] = {0.04, 0.09, 0.09, 0.025, 0.7};
    ck_assert(holm_adjust(chance, 5));
    for (int i = 0; i < 5; i++)
        ck_assert_double_eq_tol(chance[i], corrected[i], 1e-15);
    double one = 0.9, two[] = {0.9, 0.8};
    ck_assert(holm_adjust(&one, 1) && holm_adjust(two, 2) && holm_adjust(&one, 0));
    ck_assert_double_eq(one, 0.9);
    ck_assert_double_eq(two[0], 1.0);
}
END_TEST

START_TEST(one_family_in_twenty_errs)
{
    int erred = 0;
    for (int f = 0; f < FAMILIES; f++) {
        double chance[SIZE];
        bool any = false;
        for (int i = 0; i < SIZE; i++)
            chance[i] = draws_uniform(draws_threefry(1, (uint64_t)f, (uint64_t)i).first);
        ck_assert(holm_adjust(chance, SIZE));
        for (int i = 0; i < SIZE; i++)
            any = any || chance[i] < 0.05;
        erred += any;
    }
    /* With independent chances 1 - 0.9975^20 = 4.9%. */
    const double expected = 1.0 - pow(1.0 - 0.05 / SIZE, SIZE);
    ck_assert_double_eq_tol((double)erred / FAMILIES, expected, 3.5 * sqrt(expected / FAMILIES));
}
END_TEST

RUNNER_MAIN("holm", a_family_by_hand, one_family_in_twenty_errs)
