/* What one founder, investors by round and the staff make of results, against closed forms. */
#include "analysis/parties.h"

#include "hand.h"
#include "report/runner.h"

#include <math.h>
#include <string.h>

enum { HORIZON = 120 };

/* Founders with savings and a salary, discounting by so much a year. */
static struct hand *people(int strategies, int64_t paths, double savings, double salary,
                           double aversion, double yearly)
{
    struct hand *hand = hand_create(strategies, HORIZON, paths);
    struct assumption *assumptions = hand->strategy[0].assumptions;
    assumptions[PARAMETER_COLUMN(founder.wealth)].value.a = savings;
    assumptions[PARAMETER_COLUMN(founder.salary)].value.a = salary / 12;
    assumptions[PARAMETER_COLUMN(founder.risk_aversion)].value.a = aversion;
    assumptions[PARAMETER_COLUMN(exits.discount_rate)].value.a = yearly / 12;
    for (int s = 0; s < strategies; s++)
        for (int64_t i = 0; i < paths; i++)
            hand->batch.result[s][i].founders = 2;
    return hand;
}

static void close_all(struct hand *hand, struct summary *summary)
{
    summary_destroy(summary);
    hand_destroy(hand);
}

START_TEST(a_job_at_market_pay_is_worth_nothing_more)
{
    for (double aversion = 0; aversion <= 10; aversion += 2.5) {
        struct hand *hand = people(1, 20, 2e5, 1.5e5, aversion, 0.12);
        struct summary *summary = hand_summary(hand);
        expect_close(summary->strategy[0].certain.value, 0);
        expect_close(summary->strategy[0].forgone.value, 0);
        expect_share(summary->strategy[0].worse, 0, 20);
        close_all(hand, summary);
    }
}
END_TEST

START_TEST(what_is_certain_is_shared_and_costs_the_pay_gone_without)
{
    for (double aversion = 0; aversion <= 10; aversion += 2.5) {
        struct hand *hand = people(1, 20, 2e5, 1.2e5, aversion, 0.12);
        for (int i = 0; i < 20; i++) {
            hand->batch.result[0][i].founder_present = 1e6; /* of two */
            hand->batch.result[0][i].unpaid = 20;           /* months, at $10k */
        }
        struct summary *summary = hand_summary(hand);
        const struct strategy_summary *strategy = &summary->strategy[0];
        ck_assert_double_eq_tol(strategy->certain.value, 5e5 - 2e5, 1e-6);
        expect_close(strategy->forgone.value, 2e5);
        expect_share(strategy->worse, 0, 20);
        close_all(hand, summary);
    }
}
END_TEST

/* Without a discount ten years of $60k are $600k: half the worlds leave $1M, half $4M. */
START_TEST(chances_are_weighed_by_marginal_utility)
{
    static const struct {
        double aversion, wealth;
    } cases[] = {{0, 2.5e6}, {1, 2e6}, {2, 1.6e6}};
    for (int c = 0; c < 3; c++) {
        struct hand *hand = people(1, 20, 4e5, 6e4, cases[c].aversion, 0);
        for (int i = 0; i < 10; i++)
            hand->batch.result[0][i].founder_present = 2 * 3e6;
        struct summary *summary = hand_summary(hand);
        ck_assert_double_eq_tol(summary->strategy[0].certain.value, cases[c].wealth - 1e6, 1e-5);
        ck_assert_double_gt(summary->strategy[0].certain.error, 0);
        close_all(hand, summary);
    }
}
END_TEST

START_TEST(nobody_starves)
{
    struct hand *hand = people(1, 4, 0, 1.2e5, 2, 0);
    for (int i = 0; i < 4; i++)
        hand->batch.result[0][i].unpaid = 120;
    struct summary *summary = hand_summary(hand);
    expect_close(summary->strategy[0].certain.value, PARTIES_FLOOR - 1.2e6);
    expect_share(summary->strategy[0].worse, 4, 4);
    close_all(hand, summary);
}
END_TEST

/* Pay at the end of each month, at 10% a year: a geometric sum. */
START_TEST(a_job_is_discounted)
{
    struct hand *hand = people(1, 2, 0, 1.2e5, 1, 0.1);
    double month = pow(1.1, -1.0 / 12), job = 1e4 * month * (1 - pow(1.1, -10)) / (1 - month);
    hand->batch.result[0][0].founder_present = 2 * 3 * job; /* one in two has four jobs' worth */
    struct summary *summary = hand_summary(hand);
    ck_assert_double_eq_tol(summary->strategy[0].certain.value, job, 1e-5);
    close_all(hand, summary);
}
END_TEST

START_TEST(the_staff_shares_the_pool)
{
    struct hand *hand = people(1, 5, 0, 0, 2, 0);
    static const double pool[] = {0, 1e5, 1.001e5, 5e6, 0};
    for (int i = 0; i < 5; i++)
        hand->batch.result[0][i].pool_proceeds = pool[i];
    struct summary *summary = hand_summary(hand);
    expect_close(summary->strategy[0].pool_mean.value, (1e5 + 1.001e5 + 5e6) / 5);
    expect_share(summary->strategy[0].pool_100k, 2, 5);
    close_all(hand, summary);
}
END_TEST

/* Four investments in a round: the sums must give what the pairs give. */
START_TEST(a_round_has_its_own_multiple)
{
    static const double amount[] = {1e6, 2e6, 4e6, 3e6}, back[] = {0, 1e6, 9e6, 3e6};
    struct tally_round round = {.closed = 4};
    for (int i = 0; i < 4; i++) {
        int64_t a = (int64_t)(amount[i] / 1e4), b = (int64_t)(back[i] / 1e4);
        round.paid += (int64_t)(amount[i] / 1e3);
        round.returned += (int64_t)(back[i] / 1e3);
        round.below += back[i] < amount[i];
        round.amounts += a * a;
        round.returns += b * b;
        round.both += a * b;
    }
    struct cap_table table = {.reached = 1};
    parties_round(&table, &round);
    struct figure expected = statistics_ratio(back, amount, 4);
    expect_close(table.multiple.value, expected.value);
    expect_close(table.multiple.error, expected.error);
    expect_share(table.loss_ratio, 2, 4);
}
END_TEST

/* Founders and investors of two strategies in seven worlds. */
START_TEST(preferences_are_of_the_same_worlds)
{
    static const double founders[2][7] = {{5e6, 5e6, 0, 0, 1e6, 999, 0}, {0, 0, 5e6, 5e6, 1e6, 0, 0}};
    static const double returned[2][7] = {{3e6, 0, 0, 3e6, 0, 9e6, 9e6}, {0, 0, 0, 0, 0, 0, 0}};
    struct hand *hand = people(2, 7, 0, 0, 2, 0);
    for (int s = 0; s < 2; s++)
        for (int i = 0; i < 7; i++) {
            struct result *result = &hand->batch.result[s][i];
            result->founder_present = founders[s][i];
            result->investor_proceeds = returned[s][i];
            result->invested = s == 0 ? 1e6 : 0; /* the second raises nothing */
            result->rounds = s == 0;
        }
    struct summary *summary = hand_summary(hand);
    const struct pair_summary *pair = &summary->pair[0];
    expect_share(pair->prefer[0][0], 1, 7); /* the first world */
    expect_share(pair->prefer[0][1], 1, 7); /* the second: investors lose all */
    expect_share(pair->prefer[1][0], 1, 7); /* the fourth */
    expect_share(pair->prefer[1][1], 1, 7); /* the third */
    expect_share(summary->torn, 2, 7);      /* the second and the fourth; the others have one for both */
    close_all(hand, summary);
}
END_TEST

/* A and B are level for the founders, B and C for investors: B is best for both. */
START_TEST(who_is_level_is_among_the_best)
{
    struct hand *hand = people(3, 1, 0, 0, 2, 0);
    static const double founders[] = {1e6, 1e6 - 999, 0}, returned[] = {0, 1e6, 1e6 + 999};
    for (int s = 0; s < 3; s++) {
        hand->batch.result[s][0].founder_present = founders[s];
        hand->batch.result[s][0].investor_proceeds = returned[s];
    }
    struct summary *summary = hand_summary(hand);
    expect_close(summary->torn.value, 0);
    close_all(hand, summary);
    hand = people(3, 1, 0, 0, 2, 0);
    for (int s = 0; s < 3; s++) {
        hand->batch.result[s][0].founder_present = founders[s];
        hand->batch.result[s][0].investor_proceeds = returned[s] + (s == 2 ? 1e3 : 0);
    }
    summary = hand_summary(hand);
    expect_close(summary->torn.value, 1);
    close_all(hand, summary);
}
END_TEST

/* A: 20% nothing, median 2; B: 40% nothing, median 1; C: no nothing, median 1; D: as A. */
START_TEST(the_frontier_leaves_out_what_is_dominated)
{
    enum { N = 1000 };
    struct hand *hand = people(4, N, 0, 0, 2, 0);
    static const double nothing[] = {0.2, 0.4, 0, 0.2}, amount[] = {2e6, 1e6, 1e6, 2e6};
    for (int s = 0; s < 4; s++)
        for (int i = 0; i < N; i++)
            hand->batch.result[s][i].founder_present = i < nothing[s] * N ? 0 : amount[s];
    struct summary *summary = hand_summary(hand);
    ck_assert_int_eq(summary->strategy[0].dominated_by, -1);
    ck_assert_int_eq(summary->strategy[1].dominated_by, 0);
    ck_assert_int_eq(summary->strategy[2].dominated_by, -1);
    ck_assert_int_eq(summary->strategy[3].dominated_by, -1); /* level is not dominated */
    close_all(hand, summary);
}
END_TEST

RUNNER_MAIN("parties", a_job_at_market_pay_is_worth_nothing_more,
            what_is_certain_is_shared_and_costs_the_pay_gone_without,
            chances_are_weighed_by_marginal_utility, nobody_starves, a_job_is_discounted,
            the_staff_shares_the_pool, a_round_has_its_own_multiple,
            preferences_are_of_the_same_worlds, who_is_level_is_among_the_best,
            the_frontier_leaves_out_what_is_dominated)
