/* What is counted of the months of a block: every figure, and the same in parts as at once. */
#include "montecarlo/tally.h"

#include "montecarlo/stream.h"

#include <check.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HORIZON = 14, QUARTERS = 5 };

static struct block *new_block(int n)
{
    size_t size = (sizeof(struct block) + 63) / 64 * 64;
    struct block *block = aligned_alloc(64, size);
    ck_assert_ptr_nonnull(block);
    memset(block, 0, size);
    block->n = n;
    block->horizon = HORIZON;
    for (int i = 0; i < n; i++) {
        block->company.live[i] = 1;
        block->holdings[i].table.founders = 1e7; /* nobody else owns anything */
    }
    return block;
}

static void expect_close(double value, double expected, double share)
{
    ck_assert_msg(fabs(value - expected) <= share * fabs(expected), "%.10g, not %.10g", value,
                  expected);
}

/* A tally of one quarter, in which so many paths earn what `revenue` says. */
static struct tally *tally_of(const double *revenue, int count)
{
    struct tally *tally = tally_create(HORIZON);
    ck_assert_ptr_nonnull(tally);
    for (int first = 0; first < count; first += LANES) {
        struct block *block = new_block(count - first < LANES ? count - first : LANES);
        for (int i = 0; i < block->n; i++)
            block->company.revenue[i] = revenue[first + i];
        tally_month(tally, block);
        tally_block(tally, block, block->n);
        free(block);
    }
    ck_assert_int_eq(tally->paths, count);
    return tally;
}

START_TEST(quarters_count_the_start)
{
    static const struct {
        int horizon, quarters;
    } cases[] = {{1, 1}, {2, 1}, {3, 2}, {14, 5}, {15, 6}, {120, 41}, {360, 121}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tally *tally = tally_create(cases[i].horizon);
        ck_assert_int_eq(tally->quarters, cases[i].quarters);
        for (int q = 0; q < tally->quarters; q++)
            ck_assert(tally_revenue(tally, q, 0.5) == 0);
        tally_destroy(tally);
    }
    tally_destroy(NULL);
}
END_TEST

/* A smooth spread over six decades: the quantiles are those of the data. */
START_TEST(revenue_quantiles_are_those_of_the_data)
{
    enum { N = 20000 };
    static double revenue[N];
    for (int i = 0; i < N; i++) /* ascending */
        revenue[i] = 2e3 * pow(1e6, (i + 0.5) / N);
    struct tally *tally = tally_of(revenue, N);
    for (double u = 0.01; u < 1; u += 0.01)
        expect_close(tally_revenue(tally, 0, u), 2e3 * pow(1e6, u), 0.004);
    tally_destroy(tally);
}
END_TEST

/* All of them at one value: the median is off by half a bucket, anything by less than a whole. */
START_TEST(equal_revenues_keep_their_bucket)
{
    static const double values[] = {1024, 1025, 3e4, 999999, 1e6, 6.4e7, 1e9, 3.3e11};
    for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
        double revenue[300];
        for (int i = 0; i < 300; i++)
            revenue[i] = values[k];
        struct tally *tally = tally_of(revenue, 300);
        expect_close(tally_revenue(tally, 0, 0.5), values[k], 0.004);
        expect_close(tally_revenue(tally, 0, 0.01), values[k], 1.0 / 128);
        expect_close(tally_revenue(tally, 0, 0.99), values[k], 1.0 / 128);
        tally_destroy(tally);
    }
}
END_TEST

START_TEST(the_closed_and_the_poor_earn_nothing)
{
    enum { N = 100 };
    struct tally *tally = tally_create(HORIZON);
    struct block *block = new_block(N);
    for (int i = 0; i < N; i++) {
        block->company.revenue[i] = i < 60 ? 5e6 : i < 80 ? 1000 : 2e6;
        block->company.live[i] = i >= 30; /* 30 closed, 30 earn $5M, 20 hardly anything, 20 $2M */
    }
    tally_month(tally, block);
    tally_block(tally, block, N);
    ck_assert(tally_revenue(tally, 0, 0.05) == 0);
    ck_assert(tally_revenue(tally, 0, 0.50) == 0);
    expect_close(tally_revenue(tally, 0, 0.60), 2e6, 0.008);
    expect_close(tally_revenue(tally, 0, 0.85), 5e6, 0.008);
    expect_close(tally_revenue(tally, 0, 0.9999), 5e6, 0.008);
    free(block);
    tally_destroy(tally);
}
END_TEST

START_TEST(revenue_beyond_the_last_bucket_stays_in_it)
{
    double revenue[] = {1e13, 3e38, 1e300};
    struct tally *tally = tally_of(revenue, 3);
    for (double u = 0.1; u < 1; u += 0.4)
        ck_assert(tally_revenue(tally, 0, u) <= 0x1p40 && tally_revenue(tally, 0, u) > 0x1.fcp39);
    tally_destroy(tally);
}
END_TEST

START_TEST(only_whole_quarters_are_counted)
{
    struct tally *tally = tally_create(HORIZON);
    struct block *block = new_block(8);
    for (int i = 0; i < 8; i++) {
        block->company.revenue[i] = 1e6;
        block->company.year[STREAM_SERVICES][i] = 750000;
        block->company.year[STREAM_LICENCES][i] = 250000;
    }
    block->company.live[7] = 0;
    for (block->month = 0; block->month <= HORIZON; block->month++)
        tally_month(tally, block);
    for (int q = 0; q < QUARTERS; q++) {
        int64_t counted = 0;
        for (int b = 0; b < TALLY_BUCKETS; b++)
            counted += tally->revenue[q * TALLY_BUCKETS + b];
        ck_assert_int_eq(counted, 7);
        const int64_t *stream = tally->stream + (ptrdiff_t)q * STREAMS;
        ck_assert_int_eq(stream[STREAM_SERVICES], 7 * 750);
        ck_assert_int_eq(stream[STREAM_LICENCES], 7 * 250);
        ck_assert_int_eq(stream[STREAM_SUPPORT], 0);
    }
    free(block);
    tally_destroy(tally);
}
END_TEST

START_TEST(ends_and_rounds_are_counted_where_they_happened)
{
    struct tally *tally = tally_create(HORIZON);
    struct block *block = new_block(4);
    block->result[0] = (struct result){.outcome = OUTCOME_ACQUIRED,
                                       .cause = CAUSE_OFFER,
                                       .month = 9,
                                       .rounds = 2,
                                       .investor_proceeds = 8e6};
    block->result[1] =
        (struct result){.outcome = OUTCOME_SHUT_DOWN, .cause = CAUSE_OUT_OF_CASH, .month = 9, .rounds = 1};
    block->result[2] = (struct result){.outcome = OUTCOME_PRIVATE, .month = HORIZON};
    block->result[3] = (struct result){.outcome = OUTCOME_IPO, .cause = CAUSE_LISTED, .month = 1,
                                       .rounds = 6, .investor_proceeds = 1e15};
    block->closing[0][0] = (struct closing){.amount = 1e6, .month = 2, .founders_share = .7,
                                            .pool_share = .1, .investor_share = {.2}};
    block->closing[1][0] = (struct closing){.amount = 3e6, .month = 7, .founders_share = .5,
                                            .pool_share = .1, .investor_share = {.15, .25}};
    block->closing[0][1] = (struct closing){.amount = 2e6, .month = 4, .founders_share = .6,
                                            .pool_share = .2, .investor_share = {.2}};
    block->closing[0][0].paid = 1e6;
    block->closing[1][0].paid = 3e6;
    block->closing[0][1].paid = 2e6;
    block->closing[0][0].proceeds = 3e6;
    block->closing[1][0].proceeds = 5e6;
    block->closing[1][1].amount = 99e6; /* of a path before: not closed by this one */
    tally_block(tally, block, 3);       /* the fourth is not asked for */

    ck_assert_int_eq(tally->paths, 3);
    ck_assert_int_eq(tally->ended[9 * OUTCOMES + OUTCOME_ACQUIRED], 1);
    ck_assert_int_eq(tally->ended[9 * OUTCOMES + OUTCOME_SHUT_DOWN], 1);
    ck_assert_int_eq(tally->ended[HORIZON * OUTCOMES + OUTCOME_PRIVATE], 1);
    ck_assert_int_eq(tally->caused[CAUSE_OFFER], 1);
    ck_assert_int_eq(tally->caused[CAUSE_OUT_OF_CASH], 1);
    ck_assert_int_eq(tally->caused[CAUSE_NONE], 1);
    ck_assert_int_eq(tally->caused[CAUSE_LISTED], 0);
    for (int m = 0; m <= HORIZON; m++) {
        ck_assert_int_eq(tally->invested[m], m == 2 ? 1000 : m == 4 ? 2000 : m == 7 ? 3000 : 0);
        ck_assert_int_eq(tally->returned[m], m == 9 ? 8000 : 0);
    }
    const struct tally_round *round = tally->round;
    ck_assert(round[0].closed == 2 && round[0].month == 6 && round[0].amount == 3000);
    ck_assert(round[1].closed == 1 && round[1].month == 7 && round[1].amount == 3000);
    ck_assert(round[0].returned == 3000 && round[0].below == 1);
    ck_assert(round[1].returned == 5000 && round[1].below == 0);
    ck_assert(round[0].amounts == 100 * 100 + 200 * 200 && round[0].returns == 300 * 300);
    ck_assert(round[0].both == 100 * 300 && round[1].both == 300 * 500);
    ck_assert(round[0].founders == 1300000000 && round[0].pool == 300000000);
    ck_assert(round[0].investor[0] == 400000000 && round[0].investor[1] == 0);
    ck_assert(round[1].investor[0] == 150000000 && round[1].investor[1] == 250000000);
    ck_assert_int_eq(round[2].closed, 0);
    free(block);
    tally_destroy(tally);
}
END_TEST

/* A block full of luck, the same for the same number. */
static struct block *random_block(uint64_t number)
{
    struct block *block = new_block(LANES < 50 ? LANES : 50);
    gsl_rng *rng = stream_create(12, number);
    block->month = 3 * (int)gsl_rng_uniform_int(rng, QUARTERS);
    for (int i = 0; i < block->n; i++) {
        block->company.live[i] = gsl_rng_uniform(rng) < 0.8;
        block->company.revenue[i] = pow(10, 12 * gsl_rng_uniform(rng));
        for (int s = 0; s < STREAMS; s++)
            block->company.year[s][i] = pow(10, 8 * gsl_rng_uniform(rng));
        struct result *result = &block->result[i];
        result->outcome = (uint8_t)gsl_rng_uniform_int(rng, OUTCOMES);
        result->cause = (uint8_t)gsl_rng_uniform_int(rng, CAUSES);
        result->month = (uint16_t)(1 + gsl_rng_uniform_int(rng, HORIZON));
        result->rounds = (uint8_t)gsl_rng_uniform_int(rng, ROUNDS_MAX + 1);
        result->investor_proceeds = 1e8 * gsl_rng_uniform(rng);
        for (int r = 0; r < result->rounds; r++) {
            struct closing *closing = &block->closing[r][i];
            closing->paid = closing->amount = 1e7 * gsl_rng_uniform(rng);
            closing->proceeds = 5e7 * gsl_rng_uniform(rng);
            closing->month = 1 + (int)gsl_rng_uniform_int(rng, HORIZON);
            closing->founders_share = gsl_rng_uniform(rng);
            closing->pool_share = gsl_rng_uniform(rng);
            for (int k = 0; k <= r; k++)
                closing->investor_share[k] = gsl_rng_uniform(rng);
        }
    }
    gsl_rng_free(rng);
    return block;
}

static void expect_same(const struct tally *a, const struct tally *b)
{
    const size_t months = HORIZON + 1, quarters = QUARTERS;
    ck_assert_int_eq(a->paths, b->paths);
    ck_assert(memcmp(a->ended, b->ended, months * OUTCOMES * sizeof *a->ended) == 0);
    ck_assert(memcmp(a->caused, b->caused, CAUSES * sizeof *a->caused) == 0);
    ck_assert(memcmp(a->invested, b->invested, months * sizeof *a->invested) == 0);
    ck_assert(memcmp(a->returned, b->returned, months * sizeof *a->returned) == 0);
    ck_assert(memcmp(a->stream, b->stream, quarters * STREAMS * sizeof *a->stream) == 0);
    ck_assert(memcmp(a->revenue, b->revenue, quarters * TALLY_BUCKETS * sizeof *a->revenue) == 0);
    ck_assert(memcmp(a->round, b->round, sizeof a->round) == 0);
}

START_TEST(merged_tallies_are_the_tally_of_all)
{
    struct tally *part[3], *all = tally_create(HORIZON);
    for (int p = 0; p < 3; p++)
        part[p] = tally_create(HORIZON);
    for (uint64_t number = 0; number < 30; number++) {
        struct block *block = random_block(number);
        struct tally *both[] = {all, part[number % 3]};
        for (int k = 0; k < 2; k++) {
            tally_month(both[k], block);
            tally_block(both[k], block, block->n);
        }
        free(block);
    }
    struct tally *forth = tally_create(HORIZON), *back = tally_create(HORIZON);
    for (int p = 0; p < 3; p++) {
        tally_merge(forth, part[p]);
        tally_merge(back, part[2 - p]);
    }
    expect_same(forth, all);
    expect_same(back, all);
    struct tally *empty = tally_create(HORIZON);
    tally_merge(forth, empty);
    expect_same(forth, all);
    struct tally *tallies[] = {part[0], part[1], part[2], all, forth, back, empty};
    for (size_t i = 0; i < sizeof tallies / sizeof *tallies; i++)
        tally_destroy(tallies[i]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tally");
    TCase *tests = tcase_create("tally");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, quarters_count_the_start);
    tcase_add_test(tests, revenue_quantiles_are_those_of_the_data);
    tcase_add_test(tests, equal_revenues_keep_their_bucket);
    tcase_add_test(tests, the_closed_and_the_poor_earn_nothing);
    tcase_add_test(tests, revenue_beyond_the_last_bucket_stays_in_it);
    tcase_add_test(tests, only_whole_quarters_are_counted);
    tcase_add_test(tests, ends_and_rounds_are_counted_where_they_happened);
    tcase_add_test(tests, merged_tallies_are_the_tally_of_all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
