/* Funds made of companies whose luck is known. */
#include "analysis/returns.h"

#include "analysis/kinship.h"
#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { FUNDS = 4000, SEATS = 32 };

static struct fund plain(void)
{
    return (struct fund){.companies = SEATS,
                         .funds = FUNDS,
                         .seed = 11,
                         .size = 3200.0,
                         .enter = 1,
                         .cheque_in_dollars = true,
                         .cheque = 100.0,
                         .fee_months = 12,
                         .pacing = 12,
                         .term = 48,
                         .arms = 1,
                         .markets = 1};
}

static double uniform(uint64_t place, int64_t fund)
{
    return draws_uniform(draws_threefry(99, place, (uint64_t)fund).first);
}

static struct deal *deals_create(double (*multiple)(int64_t fund, int seat))
{
    struct deal *deals = calloc((size_t)FUNDS * SEATS, sizeof *deals);
    ck_assert_ptr_nonnull(deals);
    for (int64_t f = 0; f < FUNDS; f++)
        for (int j = 0; j < SEATS; j++)
            deals[f * SEATS + j] = (struct deal){.end = 36,
                                                 .rounds = 1,
                                                 .month = {1},
                                                 .amount = {100.0f},
                                                 .proceeds = {(float)(100.0 * multiple(f, j))},
                                                 .share = {{0.2f}}};
    return deals;
}

static struct fund_returns make(const struct fund *fund, const struct deal *deals, int companies, bool apart)
{
    const struct returns_choice choice = {deals, FUNDS, SEATS, companies, apart};
    struct fund_returns returns;
    ck_assert(returns_make(fund, &choice, true, NULL, NULL, &returns));
    return returns;
}

static double twice(int64_t fund, int seat) { return (void)fund, (void)seat, 2.0; }
static double independent(int64_t fund, int seat) { return 4.0 * uniform((uint64_t)seat, fund); }
static double same_for_all(int64_t fund, int seat) { return (void)seat, 4.0 * uniform(5, fund); }

START_TEST(certain_deals_make_certain_funds)
{
    struct fund fund = plain();
    struct deal *deals = deals_create(twice);
    struct fund_returns returns = make(&fund, deals, SEATS, false);
    double rate = pow(2.0, 12.0 / 35.0) - 1.0;
    ck_assert_double_eq_tol(returns.net.value, 2.0, 1e-9);
    ck_assert_double_eq_tol(returns.net.error, 0.0, 1e-9);
    ck_assert_double_eq_tol(returns.net_deviation.value, 0.0, 1e-9);
    for (int q = 0; q < FUND_QUANTILES; q++) {
        ck_assert_double_eq_tol(returns.net_quantile[q].value, 2.0, 1e-9);
        ck_assert_double_eq_tol(returns.gross_quantile[q].value, 2.0, 1e-9);
        ck_assert_double_eq_tol(returns.irr_quantile[q].value, rate, 1e-6);
    }
    ck_assert_double_eq(returns.at_least_1.value, 1.0);
    ck_assert_double_eq(returns.at_least_3.value, 0.0);
    ck_assert_double_eq(returns.loss_ratio.value, 0.0);
    ck_assert_double_eq_tol(returns.best_share.value, 1.0 / SEATS, 1e-9);
    ck_assert_double_eq_tol(returns.invested.value, 1.0, 1e-9);
    free(deals);
}
END_TEST

/* Of independent companies: uniform on 0 to 4, so mean 2 and variance 16/12, shared by n. */
START_TEST(variance_falls_with_the_number_of_independent_companies)
{
    struct fund fund = plain();
    struct deal *deals = deals_create(independent);
    static const int sizes[] = {1, 4, 16, 32};
    for (int s = 0; s < 4; s++)
        for (int apart = 0; apart < 2; apart++) {
            struct fund_returns returns = make(&fund, deals, sizes[s], apart);
            double sd = sqrt(16.0 / 12.0 / sizes[s]);
            ck_assert_double_eq_tol(returns.net_mean.value, 2.0, 5.0 * returns.net_mean.error);
            ck_assert_double_eq_tol(returns.net_deviation.value, sd, 5.0 * returns.net_deviation.error);
            ck_assert_double_eq_tol(returns.net_mean.error, sd / sqrt(FUNDS), 0.1 * sd / sqrt(FUNDS));
        }
    free(deals);
}
END_TEST

/* When the world decides everything, more companies help nothing, unless they are of other worlds. */
START_TEST(companies_of_one_world_may_be_one_company)
{
    struct fund fund = plain();
    struct deal *deals = deals_create(same_for_all);
    struct fund_returns together = make(&fund, deals, 16, false), apart = make(&fund, deals, 16, true);
    ck_assert_double_eq_tol(together.net_deviation.value, sqrt(16.0 / 12.0), 5.0 * together.net_deviation.error);
    ck_assert_double_eq_tol(apart.net_deviation.value, sqrt(1.0 / 12.0), 0.03);
    free(deals);
}
END_TEST

START_TEST(companies_are_chosen_once_each_and_evenly)
{
    struct fund fund = plain();
    struct deal *deals = deals_create(twice);
    const struct returns_choice choice = {deals, FUNDS, SEATS, 8, false};
    const struct deal *chosen[FUND_COMPANIES_MAX];
    int times[SEATS] = {0};
    for (int64_t f = 0; f < FUNDS; f++) {
        bool seen[SEATS] = {false};
        returns_choose(&choice, fund.seed, f, chosen);
        for (int j = 0; j < 8; j++) {
            int64_t seat = chosen[j] - deals - f * SEATS;
            ck_assert(seat >= 0 && seat < SEATS && !seen[seat]);
            seen[seat] = true;
            times[seat]++;
        }
    }
    for (int seat = 0; seat < SEATS; seat++) /* 1000 of 4000, with a deviation of 27 */
        ck_assert_int_le(abs(times[seat] - FUNDS * 8 / SEATS), 135);
    free(deals);
}
END_TEST

/* Normal scores with a part of the world and, in half of the seats, a part of its market. */
static struct fund_correlation correlate(double world, double market_part)
{
    double *value = malloc((size_t)FUNDS * SEATS * sizeof *value);
    int market[SEATS];
    struct fund_correlation correlation;
    ck_assert_ptr_nonnull(value);
    double own = sqrt(1.0 - world - market_part);
    for (int j = 0; j < SEATS; j++)
        market[j] = j % 2;
    for (int64_t f = 0; f < FUNDS; f++)
        for (int j = 0; j < SEATS; j++)
            value[f * SEATS + j] =
                j == 7 && f % 3 == 0
                    ? NAN
                    : 5.0 * j + sqrt(world) * elementary_normal_quantile(uniform(1000, f)) +
                          sqrt(market_part) * elementary_normal_quantile(uniform(1001 + (uint64_t)market[j], f)) +
                          own * elementary_normal_quantile(uniform((uint64_t)j, f));
    ck_assert(kinship_make(value, FUNDS, SEATS, market, &correlation));
    free(value);
    return correlation;
}

#define NEAR(figure, expected) ck_assert_double_eq_tol((figure).value, expected, 4.5 * (figure).error)

START_TEST(correlations_are_found)
{
    struct fund_correlation none = correlate(0.0, 0.0), some = correlate(0.1, 0.2);
    NEAR(none.same_market, 0.0);
    NEAR(none.other_market, 0.0);
    NEAR(none.other_world, 0.0);
    NEAR(some.same_market, 0.3);
    NEAR(some.other_market, 0.1);
    NEAR(some.other_world, 0.0);
    ck_assert_double_lt(some.same_market.error, 0.02);
}
END_TEST

RUNNER_MAIN("returns", certain_deals_make_certain_funds,
            variance_falls_with_the_number_of_independent_companies,
            companies_of_one_world_may_be_one_company, companies_are_chosen_once_each_and_evenly,
            correlations_are_found)
