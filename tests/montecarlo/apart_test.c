/* Companies that share a world, and have their own luck in it. */
#include "montecarlo/batch.h"

#include "montecarlo/machine.h"
#include "montecarlo/sampler.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 150, N = 40, MONTHS = 30, STRATEGY = 1 };

static const int64_t FAR = (int64_t)1 << 32;

static struct scenario *load(void)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("scenarios/openstack-2011.yaml", NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

static const struct kernel *kernel(void)
{
    const char *why;
    const struct kernel *found = machine_kernel(&why);
    ck_assert_ptr_nonnull(found);
    return found;
}

static struct batch *play(const struct scenario *scenario, const struct batch_place *place, int threads)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, 5, PATHS, complaints);
    ck_assert_ptr_nonnull(batch);
    complaints_destroy(complaints);
    struct batch_options options = {.threads = threads, .kernel = kernel(), .strategies = 1u << STRATEGY};
    if (place)
        batch_place(batch, place);
    batch_keep_closings(batch, STRATEGY);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    return batch;
}

static int count_differences(const struct batch *a, const struct batch *b)
{
    int differences = 0;
    for (int p = 0; p < PATHS; p++) {
        const struct result *x = &a->result[STRATEGY][p], *y = &b->result[STRATEGY][p];
        differences += x->proceeds != y->proceeds || x->month != y->month || x->rounds != y->rounds ||
                       x->investor_proceeds != y->investor_proceeds || x->invested != y->invested;
    }
    return differences;
}

START_TEST(a_company_at_home_is_the_one_of_its_path)
{
    struct scenario *scenario = load();
    struct batch *plain = play(scenario, NULL, 1);
    struct batch *home = play(scenario, &(struct batch_place){.apart = true}, 2);
    struct batch *away = play(scenario, &(struct batch_place){.apart = true, .company = FAR}, 2);
    struct batch *again = play(scenario, &(struct batch_place){.apart = true, .company = FAR}, 1);
    ck_assert_int_eq(count_differences(plain, home), 0);
    ck_assert_int_eq(count_differences(away, again), 0);
    ck_assert_int_gt(count_differences(plain, away), PATHS / 2);
    batch_destroy(plain);
    batch_destroy(home);
    batch_destroy(away);
    batch_destroy(again);
    scenario_destroy(scenario);
}
END_TEST

/* What the classes get is what investors get. */
START_TEST(proceeds_of_classes_add_up)
{
    struct scenario *scenario = load();
    struct batch *batch = play(scenario, NULL, 2);
    int raised = 0;
    for (int p = 0; p < PATHS; p++) {
        const struct result *result = &batch->result[STRATEGY][p];
        double proceeds = 0.0, invested = 0.0;
        for (int r = 0; r < result->rounds; r++) {
            proceeds += batch->closing[p * ROUNDS_MAX + r].proceeds;
            invested += batch->closing[p * ROUNDS_MAX + r].amount;
        }
        ck_assert_double_eq_tol(proceeds, result->investor_proceeds, 1e-9 * result->investor_proceeds + 1e-6);
        ck_assert_double_eq_tol(invested, result->invested, 1e-9 * invested + 1e-6);
        raised += result->rounds > 0;
    }
    ck_assert_int_gt(raised, PATHS / 2);
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_place_has_its_own_horizon)
{
    struct scenario *scenario = load();
    struct batch_place place = {.apart = true, .elapsed = 24, .horizon = 30};
    struct batch *batch = play(scenario, &place, 2);
    for (int p = 0; p < PATHS; p++)
        ck_assert_int_le(batch->result[STRATEGY][p].month, 30);
    batch_destroy(batch);
    scenario_destroy(scenario);
}
END_TEST

/* --- Worlds, month by month ----------------------------------------------------------------- */

struct life {
    struct sampler *sampler;
    struct sampler_workspace *workspace;
    struct block *block;
};

static struct life begin(const struct scenario *scenario, struct sampler_paths at, int elapsed)
{
    struct complaints *complaints = complaints_create();
    struct life life = {.sampler = sampler_create(scenario, 5, PATHS, complaints)};
    ck_assert_ptr_nonnull(life.sampler);
    complaints_destroy(complaints);
    life.workspace = sampler_workspace_create(life.sampler);
    life.block = aligned_alloc(64, (sizeof *life.block + 63) / 64 * 64);
    ck_assert(life.workspace && life.block);
    memset(life.block, 0, sizeof *life.block);
    batch_prepare(scenario, STRATEGY, 5, life.block);
    sampler_fill_apart(life.sampler, life.workspace, STRATEGY, at, N, &life.block->given);
    life.block->n = N;
    life.block->apart = 1;
    life.block->elapsed = elapsed;
    for (int i = 0; i < N; i++) {
        life.block->path[i] = (uint64_t)(at.company + i);
        life.block->market[i] = (uint64_t)(at.market + i);
        life.block->climate[i] = (uint64_t)(at.climate + i);
    }
    kernel()->start(life.block);
    return life;
}

static void end(struct life *life)
{
    sampler_workspace_destroy(life->workspace);
    sampler_destroy(life->sampler);
    free(life->block);
}

static bool same(const double *a, const double *b) { return memcmp(a, b, N * sizeof *a) == 0; }

static bool same_columns(const void *a, const void *b, size_t size)
{
    const double *x = a, *y = b;
    bool all = true;
    for (size_t c = 0; c < size / COLUMN_SIZE; c++)
        all &= same(x + c * STRIDE, y + c * STRIDE);
    return all;
}

START_TEST(one_market_is_one_world)
{
    struct scenario *scenario = load();
    struct life a = begin(scenario, (struct sampler_paths){0, 0, 0}, 0);
    struct life b = begin(scenario, (struct sampler_paths){3 * FAR, 0, 0}, 0);
    ck_assert(same_columns(&a.block->given.market, &b.block->given.market, sizeof a.block->given.market));
    ck_assert(same_columns(&a.block->given.climate, &b.block->given.climate, sizeof a.block->given.climate));
    ck_assert(!same(a.block->given.company.skill, b.block->given.company.skill));
    for (int m = 0; m < MONTHS; m++) {
        kernel()->month(a.block);
        kernel()->month(b.block);
        ck_assert_msg(same_columns(&a.block->world, &b.block->world, sizeof a.block->world), "month %d", m);
    }
    ck_assert(!same(a.block->company.cash, b.block->company.cash));
    end(&a);
    end(&b);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(two_markets_share_the_climate)
{
    struct scenario *scenario = load();
    struct life a = begin(scenario, (struct sampler_paths){0, 0, 0}, 0);
    struct life b = begin(scenario, (struct sampler_paths){FAR, FAR, 0}, 0);
    ck_assert(!same(a.block->given.market.accounts, b.block->given.market.accounts));
    for (int m = 0; m < MONTHS; m++) {
        kernel()->month(a.block);
        kernel()->month(b.block);
        ck_assert(same(a.block->world.open, b.block->world.open));
        ck_assert(same(a.block->world.valuation, b.block->world.valuation));
        ck_assert(!same(a.block->world.demand_log, b.block->world.demand_log));
    }
    end(&a);
    end(&b);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(who_starts_later_finds_the_weather_of_its_day)
{
    enum { LATER = 9 };
    struct scenario *scenario = load();
    struct life first = begin(scenario, (struct sampler_paths){0, 0, 0}, 0);
    struct life later = begin(scenario, (struct sampler_paths){FAR, 0, 0}, LATER);
    ck_assert(same(first.block->world.adopters, later.block->world.adopters));
    for (int m = 0; m < LATER; m++)
        kernel()->month(first.block);
    for (int m = 0; m < MONTHS; m++) {
        ck_assert(same(first.block->world.open, later.block->world.open));
        ck_assert(same(first.block->world.demand_log, later.block->world.demand_log));
        ck_assert(same(first.block->world.headlines, later.block->world.headlines));
        kernel()->month(first.block);
        kernel()->month(later.block);
        ck_assert(same(first.block->world.valuation, later.block->world.valuation));
    }
    end(&first);
    end(&later);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("apart");
    TCase *tests = tcase_create("apart");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, a_company_at_home_is_the_one_of_its_path);
    tcase_add_test(tests, proceeds_of_classes_add_up);
    tcase_add_test(tests, a_place_has_its_own_horizon);
    tcase_add_test(tests, one_market_is_one_world);
    tcase_add_test(tests, two_markets_share_the_climate);
    tcase_add_test(tests, who_starts_later_finds_the_weather_of_its_day);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
