/* Wilson's interval against its published values and its defining equation. */
#include "analysis/proportion.h"

#include "report/runner.h"

#include <math.h>

START_TEST(known_intervals_come_out)
{
    /* Newcombe 1998, table I, method 3. */
    static const struct {
        int64_t count, all;
        double low, high;
    } known[] = {{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0.0, 0.1611}, {1, 29, 0.0061, 0.1718}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct proportion share = proportion_of(known[i].count, known[i].all);
        ck_assert_double_eq_tol(share.low, known[i].low, 5e-5);
        ck_assert_double_eq_tol(share.high, known[i].high, 5e-5);
    }
}
END_TEST

START_TEST(ends_are_where_the_count_is_two_errors_away)
{
    const double z = 1.959963984540054;
    for (int64_t n = 1; n <= 400; n += 7)
        for (int64_t count = 0; count <= n; count++) {
            const struct proportion share = proportion_of(count, n);
            const double ends[] = {share.low, share.high};
            ck_assert(share.low >= 0.0 && share.low <= share.value && share.value <= share.high && share.high <= 1.0);
            ck_assert_double_gt(share.high, share.low);
            for (int e = 0; e < 2; e++)
                ck_assert_double_eq_tol(fabs(share.value - ends[e]), z * sqrt(ends[e] * (1.0 - ends[e]) / (double)n), 1e-9);
        }
    ck_assert(isnan(proportion_of(0, 0).value));
}
END_TEST

RUNNER_MAIN("proportion", known_intervals_come_out, ends_are_where_the_count_is_two_errors_away)
