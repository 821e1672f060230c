/* What becomes of searches over thousands of companies of the shipped markets: with the climate shut
 * rounds take longer and fail more; without the process they are as fast as luck alone. */
#include "laws/fixture.h"

#include "model/month.h"
#include "montecarlo/batch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 2048, MONTHS = 120 };

struct count {
    double closed[ROUNDS_MAX], months; /* companies that closed round r; of search, over all */
    double between[ROUNDS_MAX];        /* median months since the round before, or the start */
    double waited, again;              /* months of those with a round and another before them; how many closed it */
    double begun, failed, bridges, lowered, rounds, length; /* searches; months of those that closed */
};

enum process { AS_IT_IS, LUCK_ALONE };

static int ascending(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

static void prepare(struct block *block, double regime, enum process process)
{
    block->changes = 0;
    FIXTURE_SET(block, climate.regime, regime);
    FIXTURE_SET(block, funding.thrift, 1.0); /* who saves in a bust need not search */
    if (process == AS_IT_IS)
        return;
    FIXTURE_SET(block, funding.search_least, 0.0);
    FIXTURE_SET(block, funding.search_closing, 0.0);
    FIXTURE_SET(block, funding.search_window, 1200.0);
    FIXTURE_SET(block, funding.search_reserve, 0.0);
    FIXTURE_SET(block, funding.search_bridge, 0.0);
    FIXTURE_SET(block, funding.search_down_round, 0.0);
    FIXTURE_SET(block, funding.search_rest, 0.0);
    FIXTURE_SET(block, funding.search_effort, 0.0);
}

static void follow(struct block *block, struct count *count)
{
    static double searching[STRIDE], rounds[STRIDE], bridged[STRIDE], down[STRIDE], agreed[STRIDE];
    const struct company *company = &block->company;
    month_start(block);
    memset(rounds, 0, sizeof rounds);
    while (block->month < MONTHS) {
        memcpy(searching, company->searching, sizeof searching);
        memcpy(rounds, company->rounds, sizeof rounds);
        memcpy(bridged, company->bridged, sizeof bridged);
        memcpy(down, company->down, sizeof down);
        memcpy(agreed, company->agreed, sizeof agreed);
        double live[STRIDE];
        memcpy(live, company->live, sizeof live);
        month_step(block);
        for (int i = 0; i < block->n; i++) {
            if (live[i] == 0.0)
                continue;
            count->waited += rounds[i] > 0.0 && rounds[i] < block->rounds;
            count->again += rounds[i] > 0.0 && company->rounds[i] > rounds[i];
            count->begun += searching[i] == 0.0 && (company->searching[i] > 0.0 || company->rounds[i] > rounds[i]);
            if (company->rounds[i] > rounds[i]) {
                count->rounds++;
                count->length += searching[i] + 1.0;
            } else if (searching[i] > 0.0 && company->searching[i] == 0.0) {
                count->failed++;
                count->bridges += company->bridged[i] > bridged[i];
                count->lowered += company->down[i] > down[i];
            }
            count->months += company->searching[i] > 0.0;
        }
    }
}

static struct count play(const char *file, int strategy, double regime, enum process process)
{
    static int months[ROUNDS_MAX][PATHS];
    struct count count = {0};
    int closed[ROUNDS_MAX] = {0};
    struct complaints *complaints = complaints_create();
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    struct scenario *scenario = scenario_load(file, NULL, 0, complaints);
    ck_assert_ptr_nonnull(scenario);
    for (int first = 0; first < PATHS; first += LANES) {
        struct block *block = fixture_lanes(scenario, strategy, first, LANES);
        prepare(block, regime, process);
        follow(block, &count);
        for (int i = 0; i < LANES; i++)
            for (int r = 0; r < (int)block->company.rounds[i]; r++)
                months[r][closed[r]++] = block->closing[r][i].month - (r ? block->closing[r - 1][i].month : 0);
        free(block);
    }
    for (int r = 0; r < ROUNDS_MAX; r++) {
        qsort(months[r], (size_t)closed[r], sizeof *months[r], ascending);
        count.closed[r] = (double)closed[r] / PATHS;
        count.between[r] = closed[r] ? months[r][closed[r] / 2] : 0;
    }
    printf("%s, strategy %d, regime %.0f, %s: ", file, strategy + 1, regime, process == AS_IT_IS ? "process" : "luck alone");
    for (int r = 0; r < 4; r++)
        printf("%.1f%% after %.0f  ", 100.0 * count.closed[r], count.between[r]);
    printf("%.0f months between closings", count.waited / count.again);
    printf("\n  %.0f searches: %.0f closed after %.1f months, %.0f failed (%.0f bridges, %.0f lower)\n", count.begun,
           count.rounds, count.length / count.rounds, count.failed, count.bridges, count.lowered);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    return count;
}

static const struct {
    const char *file;
    int strategy;
} markets[] = {{"scenarios/openstack-2011.yaml", 1}, {"scenarios/innovation-market.yaml", 1},
               {"scenarios/openstack-2011.yaml", 2}};
enum { MARKETS = sizeof markets / sizeof *markets, OPEN = 1, SHUT = 2 };

/* Closings after another while it is shut, and how many there would be at the pace of an open climate. */
struct again {
    double found, expected, variance;
};

static void stretch_and_fail_more(int m, struct again *again)
{
    struct count open = play(markets[m].file, markets[m].strategy, OPEN, AS_IT_IS);
    struct count shut = play(markets[m].file, markets[m].strategy, SHUT, AS_IT_IS);
    ck_assert_double_gt(shut.length / shut.rounds, open.length / open.rounds);
    ck_assert_double_gt(shut.months / shut.rounds, 1.1 * open.months / open.rounds);
    ck_assert_double_gt(shut.failed / shut.begun, 1.05 * open.failed / open.begun);
    if (markets[m].strategy == 1) /* others must first have something to show */
        ck_assert_double_ge(shut.between[0], open.between[0] + 1.0);
    ck_assert_double_lt(shut.closed[0], open.closed[0]);
    double longer = shut.waited / open.waited;
    again->found += shut.again;
    again->expected += open.again * longer;
    again->variance += open.again * longer * longer;
}

START_TEST(in_a_shut_climate_rounds_stretch_and_fail_more)
{
    struct again again = {0};
    for (int m = 0; m < MARKETS; m++)
        stretch_and_fail_more(m, &again);
    /* Months from one closing to the next, those counted who wait in vain, and the lower end of 99%. */
    double ratio = again.expected / again.found;
    double error = sqrt(1.0 / again.found + again.variance / (again.expected * again.expected));
    double least = ratio * exp(-2.33 * error);
    printf("from closing to closing it takes %.2f times as long while it is shut, at least %.2f\n", ratio, least);
    ck_assert_double_gt(least, 1.0);
}
END_TEST

START_TEST(the_process_takes_time)
{
    for (int m = 0; m < MARKETS; m++) {
        struct count luck = play(markets[m].file, markets[m].strategy, 0, LUCK_ALONE);
        struct count process = play(markets[m].file, markets[m].strategy, 0, AS_IT_IS);
        ck_assert_double_eq(luck.bridges, 0.0);
        ck_assert_double_gt(process.bridges, 0.0);
        ck_assert_double_gt(process.lowered, 0.0);
        ck_assert_double_ge(process.between[0], luck.between[0]);
        /* Visits and papers take three months of the twelve that a search may last. */
        ck_assert_double_ge(process.length / process.rounds, 4.0);
    }
}
END_TEST

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0); /* a failed test leaves its process without flushing */
    const TTest *const tests[] = {in_a_shut_climate_rounds_stretch_and_fail_more, the_process_takes_time, NULL};
    return fixture_run("search", tests);
}
