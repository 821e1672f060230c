/* Tenths hold a tenth each, and equal values stay together. */
#include "analysis/tenths.h"

#include "report/runner.h"

enum { CASES = 1003 };

START_TEST(tenths_are_tenths)
{
    struct roc_case cases[CASES];
    for (int i = 0; i < CASES; i++)
        cases[i] = (struct roc_case){i, i % 5 == 0};
    const struct tenths tenths = tenths_of(cases, CASES);
    int64_t all = 0, events = 0;
    ck_assert_int_eq(tenths.count, TENTHS);
    for (int t = 0; t < TENTHS; t++) {
        const struct tenth *tenth = &tenths.tenth[t];
        ck_assert_int_ge(tenth->struck.all, CASES / 10);
        ck_assert_int_le(tenth->struck.all, CASES / 10 + 1);
        ck_assert_double_eq(tenth->from * CASES, (double)all);
        ck_assert_double_eq(tenth->low, (double)all);
        all += tenth->struck.all;
        events += tenth->struck.count;
        ck_assert_double_eq(tenth->high, (double)all - 1.0);
        ck_assert_double_eq(tenth->to, (double)all / CASES);
    }
    ck_assert_int_eq(all, CASES);
    ck_assert_int_eq(events, 201);
}
END_TEST

START_TEST(equal_values_stay_together)
{
    struct roc_case cases[CASES];
    for (int i = 0; i < CASES; i++)
        cases[i] = (struct roc_case){i < 350 ? 0.0 : i < 900 ? i : 2000.0, i < 350};
    const struct tenths tenths = tenths_of(cases, CASES);
    int64_t all = 0;
    ck_assert_int_lt(tenths.count, TENTHS);
    ck_assert_int_eq(tenths.tenth[0].struck.all, 350);
    ck_assert_int_eq(tenths.tenth[0].struck.count, 350);
    for (int t = 0; t < tenths.count; t++) {
        all += tenths.tenth[t].struck.all;
        ck_assert(t == 0 || tenths.tenth[t].low > tenths.tenth[t - 1].high);
    }
    ck_assert_int_eq(all, CASES);
    /* What is left over joins its neighbour, below or above. */
    for (int i = 0; i < CASES; i++)
        cases[i] = (struct roc_case){i < 390 ? 0.0 : i < 990 ? 1.0 : i, false};
    const struct tenths merged = tenths_of(cases, CASES);
    ck_assert_int_eq(merged.count, 2);
    ck_assert_int_eq(merged.tenth[0].struck.all, 390);
    ck_assert_int_eq(merged.tenth[1].struck.all, CASES - 390);
    ck_assert_int_eq(tenths_of(cases, 0).count, 0);
    ck_assert_int_eq(tenths_of(cases, 3).count, 1);
}
END_TEST

RUNNER_MAIN("tenths", tenths_are_tenths, equal_values_stay_together)
