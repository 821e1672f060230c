/* Figures that are made of others, by hand; none is read of a company that is gone; money raised is what closings
 * brought. */
#include "analysis/indicator.h"

#include "hand.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORLDS = 600, MONTH = 30 };

static int find(const struct indicators *indicators, const char *key)
{
    for (int i = 0; i < indicators->count; i++)
        if (strcmp(indicators->item[i].key, key) == 0)
            return i;
    return -1;
}

/* One company of which everything that was watched is 0. */
static struct hand *create(struct indicators *indicators, int month)
{
    struct hand *hand = hand_create(1, 48, 1);
    hand->batch.paths = 0;
    indicator_watch(indicators, &hand->batch, month);
    hand->batch.paths = 1;
    for (int w = 0; w < hand->batch.watches; w++)
        hand->batch.watched[0][w] = calloc(1, sizeof(double));
    return hand;
}

static void destroy(struct hand *hand)
{
    for (int w = 0; w < hand->batch.watches; w++)
        free(hand->batch.watched[0][w]);
    hand_destroy(hand);
}

static void set(struct hand *hand, enum observable observable, int month, double value)
{
    for (int w = 0; w < hand->batch.watches; w++)
        if (hand->batch.watch[w].observable == observable && hand->batch.watch[w].month == month)
            hand->batch.watched[0][w][0] = value;
}

static double take(const struct hand *hand, const struct indicators *indicators, const char *key)
{
    const int64_t path = 0;
    double value = NAN;
    ck_assert_int_ge(find(indicators, key), 0);
    indicator_take(indicators, find(indicators, key), &hand->batch, 0, &path, 1, &value);
    return value;
}

START_TEST(figures_by_hand)
{
    struct indicators indicators;
    struct hand *hand = create(&indicators, 18);
    set(hand, OBSERVABLE_cash, 18, 300e3);
    set(hand, OBSERVABLE_cash, 12, 450e3);
    set(hand, OBSERVABLE_loss, 18, 30e3);
    set(hand, OBSERVABLE_billed, 18, 20e3);
    set(hand, OBSERVABLE_revenue, 18, 240e3);
    set(hand, OBSERVABLE_revenue, 12, 160e3);
    set(hand, OBSERVABLE_revenue, 6, 0.0);
    set(hand, OBSERVABLE_services_revenue, 18, 180e3);
    set(hand, OBSERVABLE_headcount, 18, 6.0);
    set(hand, OBSERVABLE_headcount, 12, 8.0);
    set(hand, OBSERVABLE_users, 18, 1e-9);
    ck_assert_double_eq(take(hand, &indicators, "cash"), 300e3);
    ck_assert_double_eq(take(hand, &indicators, "runway"), 6.0);
    ck_assert_double_eq(take(hand, &indicators, "cash_change_6"), -150e3);
    ck_assert_double_eq(take(hand, &indicators, "services_share"), 0.75);
    ck_assert_double_eq(take(hand, &indicators, "revenue_per_head"), 40e3);
    ck_assert_double_eq(take(hand, &indicators, "revenue_growth_6"), 0.5);
    ck_assert_double_eq(take(hand, &indicators, "revenue_growth_12"), 10.0); /* from nothing: the most there is */
    ck_assert_double_eq(take(hand, &indicators, "headcount_growth_6"), -0.25);
    ck_assert_double_eq(take(hand, &indicators, "users"), 0.0);
    ck_assert_double_eq(take(hand, &indicators, "users_growth_6"), 0.0);
    set(hand, OBSERVABLE_loss, 18, -20e3); /* nothing spent: no end of the runway */
    ck_assert_double_eq(take(hand, &indicators, "runway"), 120.0);
    destroy(hand);
}
END_TEST

START_TEST(nothing_looks_back_beyond_the_first_month)
{
    struct indicators early, late;
    struct hand *hand = create(&early, 6), *other = create(&late, 13);
    ck_assert_int_lt(find(&early, "cash_change_6"), 0);
    ck_assert_int_lt(find(&early, "revenue_growth_12"), 0);
    ck_assert_int_ge(find(&early, "runway"), 0);
    ck_assert_int_lt(find(&early, "open"), 0);
    ck_assert_int_eq(late.count, OBSERVABLES - 1 + INDICATOR_MADE);
    ck_assert_int_le(other->batch.watches, WATCHES_MAX);
    for (int w = 0; w < hand->batch.watches; w++)
        ck_assert_int_eq(hand->batch.watch[w].month, 6);
    destroy(hand);
    destroy(other);
}
END_TEST

START_TEST(money_raised_is_what_closings_brought)
{
    const char *why;
    int raised = 0;
    struct complaints *complaints = complaints_create();
    /* To the last month: a bridge adds to a closing that has been. */
    const char *settings[] = {"horizon=30 months"};
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", settings, 1, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct batch *batch = batch_create(scenario, 4, WORLDS, complaints);
    const struct batch_options options = {.threads = 2, .strategies = 2u, .kernel = machine_kernel(&why)};
    batch_keep_closings(batch, 1);
    const int watch = batch_watch(batch, OBSERVABLE_money_raised, MONTH);
    const int rounds = batch_watch(batch, OBSERVABLE_rounds, MONTH);
    ck_assert_int_eq(batch_play(batch, WORLDS, &options), BATCH_DONE);
    for (int64_t p = 0; p < WORLDS; p++) {
        const struct result *result = &batch->result[1][p];
        const struct closing *closing = batch->closing + p * ROUNDS_MAX;
        double expected = 0.0;
        if (result->outcome != OUTCOME_PRIVATE && result->month <= MONTH)
            continue;
        for (int r = 0; r < (int)batch->watched[1][rounds][p]; r++)
            expected += closing[r].amount;
        ck_assert_double_eq(batch->watched[1][watch][p], expected);
        raised += expected > 0.0;
    }
    ck_assert_int_gt(raised, WORLDS / 20);
    batch_destroy(batch);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}
END_TEST

RUNNER_MAIN("indicator", figures_by_hand, nothing_looks_back_beyond_the_first_month, money_raised_is_what_closings_brought)
