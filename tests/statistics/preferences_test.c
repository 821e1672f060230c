/* Liquidation preferences do what they are for: in the same worlds and companies, who loses is decided by
 * who is paid first. Without them (rounds that sell common, a preference of nothing) investors' deals lose
 * money more often, and founders are left with nothing less often. Participation takes from founders what
 * they have, but moves no deal across 1x. */
#include "montecarlo/batch.h"
#include "montecarlo/machine.h"
#include "scenario/scenario.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATHS = 16384, VENTURE = 3, WAYS = 3, ROUNDS = 5, SETTINGS_MAX = 2 * ROUNDS };

static const double NOTHING = 1e3; /* dollars, of all founders together */

static const char file[] = "scenarios/funding-strategies.yaml";

/* Of one path under the venture plan: what each round's investors put in and got back. */
struct deals {
    struct batch *batch;
    struct scenario *scenario;
    struct complaints *complaints;
};

/* Sets the terms of every round. */
static struct deals play(const char *preference, const char *participation)
{
    static char text[SETTINGS_MAX][96];
    const char *set[SETTINGS_MAX];
    int sets = 0;
    const char *why = NULL;
    for (int r = 1; r <= ROUNDS; r++) {
        snprintf(text[sets], sizeof text[sets], "strategies.%d.funding.rounds.%d.preference=%s", VENTURE + 1, r, preference);
        set[sets] = text[sets];
        sets++;
        snprintf(text[sets], sizeof text[sets], "strategies.%d.funding.rounds.%d.participation=%s", VENTURE + 1, r, participation);
        set[sets] = text[sets];
        sets++;
    }
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    struct deals deals = {.complaints = complaints_create()};
    deals.scenario = scenario_load(file, set, sets, deals.complaints);
    complaints_print(deals.complaints, stdout, false);
    ck_assert_ptr_nonnull(deals.scenario);
    deals.batch = batch_create(deals.scenario, 7, PATHS, deals.complaints);
    ck_assert_ptr_nonnull(deals.batch);
    batch_keep_closings(deals.batch, VENTURE);
    struct batch_options options = {.threads = 2, .strategies = 1u << VENTURE, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(batch_play(deals.batch, PATHS, &options), BATCH_DONE);
    return deals;
}

static void forget(struct deals *deals)
{
    batch_destroy(deals->batch);
    scenario_destroy(deals->scenario);
    complaints_destroy(deals->complaints);
}

static const struct closing *closing_of(const struct deals *deals, int64_t path, int round)
{
    return &deals->batch->closing[path * ROUNDS_MAX + round];
}

/* Deals below 1x, with one set of terms and with another, in the same worlds. Terms change nothing but
 * who gets what in the end: the same rounds close, for the same money. */
struct shift {
    double deals, below;  /* with the first terms */
    double mean, error;   /* change of the share of deals below 1x, over paths */
    double nothing, nothing_error; /* and of the share of founders who get nothing */
};

static struct shift compare(const struct deals *a, const struct deals *b)
{
    struct shift change = {0};
    double squares = 0.0, sum = 0.0, changed = 0.0;
    for (int64_t path = 0; path < PATHS; path++) {
        const struct result *result = &a->batch->result[VENTURE][path];
        double difference = 0.0;
        ck_assert_int_eq(result->rounds, b->batch->result[VENTURE][path].rounds);
        ck_assert_int_eq(result->month, b->batch->result[VENTURE][path].month);
        for (int r = 0; r < result->rounds; r++) {
            const struct closing *one = closing_of(a, path, r), *other = closing_of(b, path, r);
            ck_assert_double_eq(one->paid, other->paid);
            change.deals++;
            /* A dollar of a round's rounding is no loss. */
            int lost = one->proceeds < one->paid - 1.0;
            change.below += lost;
            difference += (other->proceeds < other->paid - 1.0) - lost;
        }
        int before = result->founder_proceeds < NOTHING;
        int after = b->batch->result[VENTURE][path].founder_proceeds < NOTHING;
        change.nothing += (double)(after - before) / PATHS;
        changed += after != before;
        sum += difference;
        squares += difference * difference;
    }
    change.nothing_error = sqrt(changed - change.nothing * change.nothing * PATHS) / PATHS;
    change.mean = sum / change.deals;
    change.error = sqrt(squares - sum * sum / PATHS) / change.deals;
    return change;
}

START_TEST(preferences_decide_which_deals_lose)
{
    struct deals preferred = play("1x", "none"), common = play("0x", "none"), participating = play("1x", "full");
    struct shift without = compare(&preferred, &common), more = compare(&preferred, &participating);
    printf("%.0f deals, %.2f%% below 1x; of common shares %+.2f points (%.2f), participating %+.2f (%.2f)\n", without.deals,
           100.0 * without.below / without.deals, 100.0 * without.mean, 100.0 * without.error, 100.0 * more.mean,
           100.0 * more.error);
    printf("founders with nothing: of common shares %+.2f points (%.2f), participating %+.2f (%.2f)\n", 100.0 * without.nothing,
           100.0 * without.nothing_error, 100.0 * more.nothing, 100.0 * more.nothing_error);
    double founders[WAYS] = {0};
    const struct deals *ways[WAYS] = {&common, &preferred, &participating};
    for (int w = 0; w < WAYS; w++)
        for (int64_t path = 0; path < PATHS; path++)
            founders[w] += ways[w]->batch->result[VENTURE][path].founder_proceeds / PATHS;
    printf("founders get $%.0f with common shares, $%.0f with preferred, $%.0f with participating\n", founders[0], founders[1],
           founders[2]);
    /* 99% intervals. */
    ck_assert_double_gt(without.mean - 2.58 * without.error, 0.0);
    /* Who participates gets more of what is left, and that there is only where everybody has 1x. */
    ck_assert_double_eq(more.mean, 0.0);
    ck_assert_double_eq(more.error, 0.0);
    ck_assert_double_lt(without.nothing + 2.58 * without.nothing_error, 0.0);
    ck_assert_double_gt(founders[0], founders[1]);
    ck_assert_double_gt(founders[1], founders[2]);
    forget(&preferred);
    forget(&common);
    forget(&participating);
}
END_TEST

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0); /* a failed test leaves its process without flushing */
    Suite *suite = suite_create("preferences");
    TCase *deals = tcase_create("deals");
    tcase_set_timeout(deals, 120);
    tcase_add_test(deals, preferences_decide_which_deals_lose);
    suite_add_tcase(suite, deals);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
