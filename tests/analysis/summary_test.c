/* Every figure of a summary against what a hand works out from the same few results. */
#include "analysis/summary.h"

#include "hand.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HORIZON = 72 };

/* --- Outcomes ------------------------------------------------------------------------------- */

START_TEST(outcomes_are_shares_of_paths)
{
    enum { N = 20 };
    struct hand *hand = hand_create(1, HORIZON, N);
    struct result *result = hand->batch.result[0];
    for (int i = 0; i < 5; i++) /* months 10, 20, ... 50 */
        result[i] = (struct result){.outcome = OUTCOME_SHUT_DOWN,
                                    .cause = CAUSE_OUT_OF_CASH,
                                    .month = (uint16_t)(10 * (i + 1))};
    result[5] = (struct result){.outcome = OUTCOME_ACQUIHIRED, .cause = CAUSE_GAVE_UP, .month = 60};
    result[6] =
        (struct result){.outcome = OUTCOME_ACQUIHIRED, .cause = CAUSE_DISTRESS_OFFER, .month = 61};
    result[7] = (struct result){.outcome = OUTCOME_ACQUIRED, .cause = CAUSE_OFFER, .month = 12};
    result[8] = (struct result){.outcome = OUTCOME_IPO, .cause = CAUSE_LISTED, .month = 72};
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];

    ck_assert_int_eq(summary->strategies, 1);
    ck_assert_int_eq(summary->paths, N);
    ck_assert_uint_eq(summary->seed, 77);
    ck_assert_ptr_eq(summary->scenario, &hand->scenario);
    ck_assert_str_eq(strategy->name, "A");
    ck_assert_int_eq(summary->pairs, 0);

    static const int outcomes[OUTCOMES] = {5, 11, 2, 1, 1};
    static const int causes[CAUSES] = {11, 5, 1, 0, 1, 1, 1};
    for (int o = 0; o < OUTCOMES; o++)
        expect_share(strategy->outcome[o], outcomes[o], N);
    for (int c = 0; c < CAUSES; c++)
        expect_share(strategy->cause[c], causes[c], N);
    expect_share(strategy->dead_by_5_years, 6, N);

    /* Sold and listed companies are still somebody's: only the failed leave the curve. */
    for (int m = 0; m <= HORIZON; m++) {
        int failed = (m >= 10) + (m >= 20) + (m >= 30) + (m >= 40) + (m >= 50) + (m >= 60) + (m >= 61);
        struct figure open = {strategy->open[m], strategy->open_error[m]};
        expect_share(open, N - failed, N);
    }
    /* One was sold after a year, one listed after six. */
    expect_close(strategy->years_to_liquidity.value, 3.5);
    expect_close(strategy->years_to_liquidity.error, 2.5);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(short_horizons_say_nothing_of_five_years)
{
    static const int horizons[] = {1, 59, 60, 61};
    for (int k = 0; k < 4; k++) {
        struct hand *hand = hand_create(1, horizons[k], 4);
        struct summary *summary = hand_summary(hand);
        ck_assert_int_eq(isnan(summary->strategy[0].dead_by_5_years.value) != 0, horizons[k] < 60);
        summary_destroy(summary);
        hand_destroy(hand);
    }
}
END_TEST

/* --- Founders ------------------------------------------------------------------------------- */

/* $100k, $200k, ... $100M, in no order: 17 and 1000 have no common divisor. */
START_TEST(take_homes_are_quantiles_of_the_present_value)
{
    enum { N = 1000 };
    struct hand *hand = hand_create(1, HORIZON, N);
    for (int i = 0; i < N; i++) {
        struct result *result = &hand->batch.result[0][i];
        result->founder_present = 1e5 * ((i * 17) % N + 1);
        result->founder_proceeds = 7; /* not discounted: not asked for */
        result->founders_share = i % 2 ? 0.5f : 0.25f;
    }
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    for (int q = 0; q < SUMMARY_QUANTILES; q++) {
        double u = summary_probability[q], spread = sqrt(u * (1 - u) / N);
        expect_close(strategy->founder_quantile[q].value, 1e5 * (1 + u * (N - 1)));
        expect_close(strategy->founder_quantile[q].error,
                     1e5 * (N - 1) * (fmin(u + spread, 1) - (u - spread)) / 2);
    }
    for (int k = 0; k < TAKE_HOMES; k++)
        expect_close(strategy->take_home[k], 1e5 * (1 + (k + 0.5) / 100 * (N - 1)));
    expect_close(strategy->founder_mean.value, 1e5 * (N + 1) / 2);
    /* The variance of 1 ... n is n (n + 1) / 12. */
    expect_close(strategy->founder_mean.error, 1e5 * sqrt(N * (N + 1) / 12.0 / N));
    expect_share(strategy->chance_nothing, 0, N);
    expect_share(strategy->chance_1m, N - 9, N);
    expect_share(strategy->chance_10m, N - 99, N);
    expect_close(strategy->founders_share.value, 0.375);
    expect_close(strategy->founders_share.error, sqrt(0.125 * 0.125 / (N - 1)));
    for (int k = 0; k < CLEARANCES; k++) {
        double below = ceil(summary_clearance(k) / 1e5 * (1 - 1e-12)) - 1;
        expect_close(strategy->clears[k], (N - fmin(below, N)) / N);
    }
    /* The best ten: 991 to 1000. */
    expect_close(strategy->share_of_best_percent, 9955.0 / (N * (N + 1) / 2));
    ck_assert(isnan(strategy->years_to_liquidity.value));
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(a_thousand_dollars_are_something)
{
    static const double present[] = {0, 999.99, 1000, 999999, 1e6, 9.99e6, 1e7, 3e9};
    struct hand *hand = hand_create(1, HORIZON, 8);
    for (int i = 0; i < 8; i++)
        hand->batch.result[0][i].founder_present = present[i];
    struct summary *summary = hand_summary(hand);
    expect_share(summary->strategy[0].chance_nothing, 2, 8);
    expect_share(summary->strategy[0].chance_1m, 4, 8);
    expect_share(summary->strategy[0].chance_10m, 2, 8);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(clearances_climb_ten_a_decade)
{
    expect_close(summary_clearance(0), 1e4);
    expect_close(summary_clearance(20) / 1e6, 1);
    expect_close(summary_clearance(CLEARANCES - 1) / 1e9, 1);
    for (int i = 1; i < CLEARANCES; i++)
        expect_close(summary_clearance(i) / summary_clearance(i - 1), pow(10, 0.1));
}
END_TEST

/* --- Investors ------------------------------------------------------------------------------ */

/* One company in each bucket, and two that never raised. */
START_TEST(multiples_are_pooled_and_sorted_into_buckets)
{
    enum { RAISED = 8, N = 10 };
    static const double money[RAISED] = {1e6, 2e6, 4e6, 1e6, 2e6, 1e6, 1e6, 1e6};
    static const double back[RAISED] = {0, 0.5e6, 2e6, 1e6, 4e6, 5e6, 10e6, 20e6};
    static const double sorted[RAISED] = {0, 0.25, 0.5, 1, 2, 5, 10, 20};
    struct hand *hand = hand_create(1, HORIZON, N);
    for (int i = 0; i < RAISED; i++) {
        struct result *result = &hand->batch.result[0][i];
        result->rounds = 1;
        result->invested = money[i];
        result->investor_proceeds = back[i];
    }
    hand->batch.tally[0]->invested[12] = 13000;
    hand->batch.tally[0]->returned[48] = 42500;
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    double ratio = 42.5 / 13, squares = 0;
    for (int i = 0; i < RAISED; i++)
        squares += pow(back[i] - ratio * money[i], 2);
    expect_share(strategy->raised, RAISED, N);
    expect_close(strategy->invested.value, 13e6 / RAISED);
    expect_close(strategy->multiple.value, ratio);
    expect_close(strategy->multiple.error, sqrt(squares / (RAISED * (RAISED - 1))) / (13e6 / RAISED));
    expect_close(strategy->multiple_median.value, (sorted[3] + sorted[4]) / 2);
    expect_share(strategy->loss_ratio, 3, RAISED);
    expect_close(strategy->best_multiple, 20);
    ck_assert(fabs(strategy->irr.value - (pow(ratio, 1.0 / 3) - 1)) < 1e-9);
    for (int b = 0; b < BUCKETS; b++) {
        expect_close(strategy->bucket_companies[b], 1.0 / RAISED);
        expect_close(strategy->bucket_proceeds[b], back[b] / 42.5e6);
    }
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(without_investors_there_are_no_figures_of_them)
{
    struct hand *hand = hand_create(1, HORIZON, 10);
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    expect_share(strategy->raised, 0, 10);
    ck_assert(isnan(strategy->invested.value) && isnan(strategy->multiple.value));
    ck_assert(isnan(strategy->multiple_median.value) && isnan(strategy->loss_ratio.value));
    ck_assert(isnan(strategy->irr.value) && isnan(strategy->best_multiple));
    for (int b = 0; b < BUCKETS; b++)
        ck_assert(strategy->bucket_companies[b] == 0 && strategy->bucket_proceeds[b] == 0);
    ck_assert_int_eq(strategy->closings, 0);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(when_all_money_is_lost_nothing_is_divided_by_it)
{
    struct hand *hand = hand_create(1, HORIZON, 3);
    for (int i = 0; i < 3; i++) {
        hand->batch.result[0][i].rounds = 1;
        hand->batch.result[0][i].invested = 1e6;
    }
    hand->batch.tally[0]->invested[3] = 3000;
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    expect_close(strategy->multiple.value, 0);
    expect_share(strategy->loss_ratio, 3, 3);
    ck_assert(isnan(strategy->irr.value));
    expect_close(strategy->bucket_companies[0], 1);
    expect_close(strategy->bucket_proceeds[0], 0);
    expect_close(strategy->best_multiple, 0);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

/* --- Over time ------------------------------------------------------------------------------ */

START_TEST(cap_tables_are_means_over_closings)
{
    enum { N = 10 };
    struct hand *hand = hand_create(1, HORIZON, N);
    struct tally_round *round = hand->batch.tally[0]->round;
    round[0] = (struct tally_round){.closed = 4, .month = 48, .amount = 8000, .paid = 8000,
                                    .founders = 2800000000, .pool = 400000000,
                                    .investor = {800000000}};
    round[1] = (struct tally_round){.closed = 1, .month = 30, .amount = 7500, .paid = 7500, .founders = 400000000,
                                    .pool = 100000000, .investor = {200000000, 300000000}};
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    ck_assert_int_eq(strategy->closings, 2);
    const struct cap_table *table = strategy->cap_table;
    expect_close(table[0].reached, 0.4);
    expect_close(table[0].month, 12);
    expect_close(table[0].amount, 2e6);
    expect_close(table[0].founders, 0.7);
    expect_close(table[0].pool, 0.1);
    expect_close(table[0].investor[0], 0.2);
    expect_close(table[1].reached, 0.1);
    expect_close(table[1].month, 30);
    expect_close(table[1].amount, 7.5e6);
    expect_close(table[1].founders + table[1].pool + table[1].investor[0] + table[1].investor[1], 1);
    expect_close(table[1].investor[1], 0.3);
    ck_assert(table[1].investor[2] == 0 && table[2].reached == 0);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(quarters_hold_means_and_quantiles_of_all_paths)
{
    enum { N = 100 };
    struct hand *hand = hand_create(1, 8, N);
    struct tally *tally = hand->batch.tally[0];
    tally->stream[2 * STREAMS + STREAM_TRAINING] = 5000; /* thousands of dollars, all paths */
    /* In quarter 2, forty earn $1,024 to 1,032: the first bucket. */
    tally->revenue[2 * TALLY_BUCKETS] = 40;
    struct summary *summary = hand_summary(hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    ck_assert_int_eq(strategy->quarters, 3);
    for (int q = 0; q < 3; q++)
        ck_assert_int_eq(strategy->quarter[q].month, 3 * q);
    const struct quarter *quarter = &strategy->quarter[2];
    expect_close(quarter->stream[STREAM_TRAINING], 5e4);
    expect_close(quarter->stream[STREAM_SERVICES], 0);
    ck_assert(quarter->p5 == 0 && quarter->p25 == 0 && quarter->p50 == 0);
    expect_close(quarter->p75, 1024 + 8 * 15.0 / 40);
    expect_close(quarter->p95, 1024 + 8 * 35.0 / 40);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

/* --- Pairs ---------------------------------------------------------------------------------- */

static struct summary *compare(const double *a, const double *b, int n, struct hand **hand)
{
    *hand = hand_create(2, HORIZON, n);
    for (int i = 0; i < n; i++) {
        (*hand)->batch.result[0][i].founder_present = a[i];
        (*hand)->batch.result[1][i].founder_present = b[i];
    }
    return hand_summary(*hand);
}

START_TEST(wins_ties_and_losses_are_of_the_same_worlds)
{
    enum { N = 8 };
    static const double a[N] = {5e6, 0, 1e6, 999, 1500, 0, 2e4, 3e6};
    static const double b[N] = {1e6, 3e6, 1e6, 0, 0, 1500, 2.05e4, 3.0015e6};
    struct hand *hand;
    struct summary *summary = compare(a, b, N, &hand);
    ck_assert_int_eq(summary->pairs, 1);
    const struct pair_summary *pair = &summary->pair[0];
    ck_assert(pair->a == 0 && pair->b == 1);
    expect_share(pair->a_wins, 2, N); /* by $4M and by $1,500 */
    expect_share(pair->b_wins, 3, N); /* by $3M and twice by $1,500 */
    expect_share(pair->ties, 3, N);   /* $0, $999, $500 */
    /* In order: -3M, -1500, -1500, -500, 0, 999, 1500, 4M. */
    expect_close(pair->median_difference.value, -250);
    expect_close(pair->mean_difference.value, (4e6 - 3e6 + 999 + 1500 - 1500 - 500 - 1500) / N);
    ck_assert(!pair->clear);
    double all = 0;
    for (int i = 0; i < DIFFERENCE_BINS; i++)
        all += pair->bin[i];
    expect_close(all, 1);
    expect_close(pair->bin[DIFFERENCE_BINS / 2], 6.0 / N);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(swapped_strategies_mirror_each_other)
{
    enum { N = 200 };
    double a[N], b[N];
    for (int i = 0; i < N; i++) {
        a[i] = i % 3 ? pow(10, 3 + i * 7.0 / N) : 0;
        b[i] = i % 5 ? pow(10, 3 + ((i * 37) % N) * 7.0 / N) : 0;
    }
    struct hand *hands[2];
    struct summary *forth = compare(a, b, N, &hands[0]), *back = compare(b, a, N, &hands[1]);
    const struct pair_summary *ab = &forth->pair[0], *ba = &back->pair[0];
    ck_assert(ab->a_wins.value == ba->b_wins.value && ab->b_wins.value == ba->a_wins.value);
    ck_assert(ab->ties.value == ba->ties.value && ab->clear == ba->clear);
    expect_close(ab->mean_difference.value, -ba->mean_difference.value);
    expect_close(ab->median_difference.value, -ba->median_difference.value);
    for (int i = 0; i < DIFFERENCE_BINS; i++)
        ck_assert(ab->bin[i] == ba->bin[DIFFERENCE_BINS - 1 - i]);
    summary_destroy(forth);
    summary_destroy(back);
    hand_destroy(hands[0]);
    hand_destroy(hands[1]);
}
END_TEST

START_TEST(bins_are_symmetric_and_touch)
{
    const int middle = DIFFERENCE_BINS / 2;
    expect_close(summary_bin_edge(middle), -1e4);
    expect_close(summary_bin_edge(middle + 1), 1e4);
    expect_close(summary_bin_edge(0) / -1e9, 1);
    expect_close(summary_bin_edge(DIFFERENCE_BINS) / 1e9, 1);
    for (int i = 0; i <= DIFFERENCE_BINS; i++) {
        ck_assert(summary_bin_edge(i) == -summary_bin_edge(DIFFERENCE_BINS - i));
        if (i > 0)
            ck_assert(summary_bin_edge(i - 1) < summary_bin_edge(i));
    }
}
END_TEST

/* A difference just inside each end of a bin falls into it; beyond the last, into the last. */
START_TEST(differences_fall_into_the_bins_between_whose_edges_they_lie)
{
    for (int i = 0; i < DIFFERENCE_BINS; i++) {
        double low = summary_bin_edge(i), high = summary_bin_edge(i + 1);
        double width = high - low;
        double difference[] = {low + 1e-6 * width, (low + high) / 2, high - 1e-6 * width,
                               i == 0 ? 100 * low : i == DIFFERENCE_BINS - 1 ? 100 * high
                                                                             : (low + high) / 2};
        double a[4], b[4];
        for (int k = 0; k < 4; k++) {
            a[k] = fmax(difference[k], 0);
            b[k] = fmax(-difference[k], 0);
        }
        struct hand *hand;
        struct summary *summary = compare(a, b, 4, &hand);
        ck_assert_msg(summary->pair[0].bin[i] == 1, "bin %d holds %g", i, summary->pair[0].bin[i]);
        summary_destroy(summary);
        hand_destroy(hand);
    }
}
END_TEST

/* 100 worlds: 10 more wins than losses among 60 decided are 1.29 standard errors of the gap, 20
 * are 2.6; whichever side they are on. */
START_TEST(a_gap_is_clear_when_its_interval_excludes_zero)
{
    static const struct {
        int wins, losses;
        bool clear;
    } cases[] = {{35, 25, false}, {25, 35, false}, {40, 20, true},  {20, 40, true},
                 {50, 50, false}, {60, 40, true},  {59, 41, false}, {0, 0, false},
                 {100, 0, true},  {0, 100, true},  {5, 0, true},    {3, 0, false}};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double a[100] = {0}, b[100] = {0};
        for (int i = 0; i < 100; i++)
            if (i < cases[k].wins)
                a[i] = 1e6;
            else if (i < cases[k].wins + cases[k].losses)
                b[i] = 1e6;
        struct hand *hand;
        struct summary *summary = compare(a, b, 100, &hand);
        ck_assert_msg(summary->pair[0].clear == cases[k].clear, "%d against %d", cases[k].wins,
                      cases[k].losses);
        summary_destroy(summary);
        hand_destroy(hand);
    }
}
END_TEST

START_TEST(every_two_strategies_are_a_pair)
{
    struct hand *hand = hand_create(STRATEGIES_MAX, HORIZON, 3);
    for (int s = 0; s < STRATEGIES_MAX; s++)
        for (int i = 0; i < 3; i++)
            hand->batch.result[s][i].founder_present = 1e6 * s;
    struct summary *summary = hand_summary(hand);
    ck_assert_int_eq(summary->pairs, STRATEGIES_MAX * (STRATEGIES_MAX - 1) / 2);
    bool met[STRATEGIES_MAX][STRATEGIES_MAX] = {0};
    for (int p = 0; p < summary->pairs; p++) {
        const struct pair_summary *pair = &summary->pair[p];
        ck_assert(pair->a < pair->b && !met[pair->a][pair->b]);
        met[pair->a][pair->b] = true;
        expect_close(pair->median_difference.value, 1e6 * (pair->a - pair->b));
        expect_share(pair->b_wins, 3, 3);
    }
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

/* --- Degenerate ----------------------------------------------------------------------------- */

START_TEST(equal_strategies_differ_by_exactly_nothing)
{
    enum { N = 50 };
    double a[N];
    for (int i = 0; i < N; i++)
        a[i] = i / 7.0 * 1e5;
    struct hand *hand;
    struct summary *summary = compare(a, a, N, &hand);
    const struct pair_summary *pair = &summary->pair[0];
    ck_assert(pair->mean_difference.value == 0 && pair->mean_difference.error == 0);
    ck_assert(pair->median_difference.value == 0 && pair->median_difference.error == 0);
    expect_share(pair->a_wins, 0, N);
    expect_share(pair->b_wins, 0, N);
    expect_share(pair->ties, N, N);
    ck_assert(!pair->clear);
    expect_close(pair->bin[DIFFERENCE_BINS / 2], 1);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(one_path_is_an_anecdote)
{
    const double a[] = {3e6}, b[] = {1e6};
    struct hand *hand;
    struct summary *summary = compare(a, b, 1, &hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    for (int q = 0; q < SUMMARY_QUANTILES; q++) {
        expect_close(strategy->founder_quantile[q].value, 3e6);
        ck_assert(isnan(strategy->founder_quantile[q].error));
    }
    expect_close(strategy->founder_mean.value, 3e6);
    ck_assert(isnan(strategy->founder_mean.error));
    expect_share(strategy->outcome[OUTCOME_PRIVATE], 1, 1);
    expect_close(strategy->share_of_best_percent, 1);
    ck_assert(!summary->pair[0].clear);
    expect_share(summary->pair[0].a_wins, 1, 1);
    summary_destroy(summary);
    hand_destroy(hand);
}
END_TEST

START_TEST(nobody_takes_anything)
{
    enum { N = 10 };
    static const double nothing[N];
    struct hand *hand;
    struct summary *summary = compare(nothing, nothing, N, &hand);
    const struct strategy_summary *strategy = &summary->strategy[0];
    expect_share(strategy->chance_nothing, N, N);
    ck_assert(strategy->founder_mean.value == 0 && strategy->share_of_best_percent == 0);
    for (int k = 0; k < CLEARANCES; k++)
        ck_assert(strategy->clears[k] == 0);
    summary_destroy(summary);
    summary_destroy(NULL);
    hand_destroy(hand);
}
END_TEST

static double founding_of(const char *share)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("tests/golden/plan.yaml", &share, 1, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = batch_create(scenario, 1, 400, complaints);
    const struct batch_options options = {.threads = 1, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(batch, 400, &options), BATCH_DONE);
    struct summary *summary = summary_create(batch);
    const double founding = summary->strategy[0].founding_share;
    summary_destroy(summary);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    return founding;
}

START_TEST(the_founding_share_is_what_was_given)
{
    ck_assert_double_eq(founding_of("company.founders_share=92%"), 0.92);
    /* Drawn: within four standard errors of the mean of 400. */
    ck_assert_double_eq_tol(founding_of("company.founders_share={uniform: {low: 60%, high: 90%}}"), 0.75, 4 * 0.3 / sqrt(12.0 * 400));
}
END_TEST

RUNNER_MAIN("summary", the_founding_share_is_what_was_given, outcomes_are_shares_of_paths, short_horizons_say_nothing_of_five_years,
            take_homes_are_quantiles_of_the_present_value, a_thousand_dollars_are_something,
            clearances_climb_ten_a_decade, multiples_are_pooled_and_sorted_into_buckets,
            without_investors_there_are_no_figures_of_them,
            when_all_money_is_lost_nothing_is_divided_by_it, cap_tables_are_means_over_closings,
            quarters_hold_means_and_quantiles_of_all_paths,
            wins_ties_and_losses_are_of_the_same_worlds, swapped_strategies_mirror_each_other,
            bins_are_symmetric_and_touch,
            differences_fall_into_the_bins_between_whose_edges_they_lie,
            a_gap_is_clear_when_its_interval_excludes_zero, every_two_strategies_are_a_pair,
            equal_strategies_differ_by_exactly_nothing, one_path_is_an_anecdote,
            nobody_takes_anything)
