/* A small fund, played: the same on any number of threads, and alike as far as its world is shared. */
#include "analysis/fund_figures.h"

#include "montecarlo/machine.h"
#include "report/fund_json.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct game {
    struct fund *fund;
    struct portfolio *portfolio;
    struct fund_figures figures;
};

static struct game *play(const char *file, int64_t funds, int threads, enum fund_share share)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct game *game = calloc(1, sizeof *game);
    ck_assert_ptr_nonnull(game);
    game->fund = fund_load(file, complaints);
    ck_assert_ptr_nonnull(game->fund);
    game->fund->funds = funds;
    game->fund->share = share;
    game->portfolio = portfolio_create(game->fund, complaints);
    ck_assert_ptr_nonnull(game->portfolio);
    struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(fund_figures_make(game->portfolio, &options, NULL, NULL, &game->figures, complaints),
                     BATCH_DONE);
    ck_assert_int_eq(complaints_count(complaints), 0);
    complaints_destroy(complaints);
    return game;
}

static void forget(struct game *game)
{
    portfolio_destroy(game->portfolio);
    fund_destroy(game->fund);
    free(game);
}

static char *as_text(const struct fund_figures *figures)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fund_json_write(figures, out);
    fclose(out);
    return text;
}

static const char *const small = "tests/scenarios/funds/small.yaml";

START_TEST(threads_change_no_digit)
{
    struct game *one = play(small, 200, 1, FUND_SHARES_MARKET), *three = play(small, 200, 3, FUND_SHARES_MARKET);
    char *a = as_text(&one->figures), *b = as_text(&three->figures);
    ck_assert_str_eq(a, b);
    ck_assert_int_eq(memcmp(one->figures.whole.net_quantile, three->figures.whole.net_quantile,
                            sizeof one->figures.whole.net_quantile), 0);
    free(a);
    free(b);
    forget(one);
    forget(three);
}
END_TEST

START_TEST(seats_follow_weights_and_pacing)
{
    struct fund fund = {.companies = 30, .pacing = 48, .arms = 3};
    struct seat seat[30];
    int count[3] = {0}, early[3] = {0};
    fund.arm[0].weight = 12.0;
    fund.arm[1].weight = 9.0;
    fund.arm[2].weight = 9.0;
    portfolio_seat(&fund, 5, 30, seat);
    for (int j = 0; j < 30; j++) {
        count[seat[j].arm]++;
        early[seat[j].arm] += seat[j].month < 24;
        ck_assert_int_eq(seat[j].number, 5 + j);
        ck_assert(seat[j].month >= 0 && seat[j].month < 48);
        ck_assert(j == 0 || seat[j].month >= seat[j - 1].month);
    }
    ck_assert_int_eq(count[0], 12);
    ck_assert_int_eq(count[1], 9);
    ck_assert_int_eq(count[2], 9);
    for (int a = 0; a < 3; a++)
        ck_assert_int_le(abs(2 * early[a] - count[a]), 2);
}
END_TEST

/* Of two kinds of company in the OpenStack market, one market. */
START_TEST(what_is_shared_makes_companies_alike)
{
    struct game *shared = play("scenarios/fund.yaml", 600, 2, FUND_SHARES_MARKET);
    struct game *apart = play("scenarios/fund.yaml", 600, 2, FUND_SHARES_NOTHING);
    const struct fund_correlation *alike = &shared->figures.growth, *not = &apart->figures.growth;
    ck_assert_double_gt(alike->same_market.value, 8.0 * alike->same_market.error);
    ck_assert_double_lt(fabs(alike->other_world.value), 4.0 * alike->other_world.error);
    ck_assert_double_lt(fabs(not->same_market.value), 4.0 * not->same_market.error);
    ck_assert_double_lt(fabs(not->other_market.value), 4.0 * not->other_market.error);
    ck_assert_double_gt(alike->same_market.value, not->same_market.value + 0.1);
    /* The same companies on the average, so the same money; another spread. */
    const struct fund_returns *a = &shared->figures.whole, *b = &apart->figures.whole;
    ck_assert_double_lt(fabs(a->gross.value - b->gross.value), 4.5 * hypot(a->gross.error, b->gross.error));
    ck_assert_double_gt(a->net_deviation.value, b->net_deviation.value);
    forget(shared);
    forget(apart);
}
END_TEST

/* Sizes are told in order, the fund's own among them, and agree with what is told of the whole. */
START_TEST(figures_agree_with_each_other)
{
    static const int sizes[] = {1, 5, 6, 10, 30, 100};
    struct game *game = play(small, 400, 2, FUND_SHARES_MARKET);
    const struct fund_figures *figures = &game->figures;
    ck_assert_int_eq(figures->seats[0], 4);
    ck_assert_int_eq(figures->seats[1], 2);
    ck_assert_int_eq(figures->sizes, 6);
    for (int s = 0; s < 6; s++)
        ck_assert_int_eq(figures->together[s].companies, sizes[s]);
    ck_assert_int_eq(memcmp(figures->together[2].net_quantile, figures->whole.net_quantile,
                            sizeof figures->whole.net_quantile), 0);
    for (int i = 1; i < FUND_TAIL; i++)
        ck_assert_double_le(figures->tail[i].value, figures->tail[i - 1].value);
    ck_assert_double_eq_tol(figures->tail[10].value, 1.0 - figures->whole.loss_ratio.value, 1e-6);
    const struct fund_quarter *last = &figures->quarter[figures->quarters - 1];
    for (int q = 0; q < FUND_QUANTILES; q++)
        ck_assert_double_eq(last->paid[q].value, figures->whole.net_quantile[q].value);
    ck_assert_int_eq(last->month, 60);
    forget(game);
}
END_TEST

RUNNER_MAIN("fund_figures", threads_change_no_digit, seats_follow_weights_and_pacing,
            what_is_shared_makes_companies_alike, figures_agree_with_each_other)
