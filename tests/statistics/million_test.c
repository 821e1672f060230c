/* A million companies with every instrument there is: whatever happens to them, all shares are one
 * company, and all that is paid for it, to the cent, goes to those who own it. */
#include "model/captable.h"
#include "model/kernel.h"
#include "montecarlo/batch.h"
#include "montecarlo/sampler.h"
#include "statistics/trial.h"

#include <check.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORLDS = 250000, STRATEGIES = 4, THREADS = 2, COMPACT_MONTHS = 6 };

static const char file[] = "tests/scenarios/good/every-instrument.yaml";

/* What was found, and what was there to be found. */
struct count {
    long companies, faults;
    long outcome[OUTCOMES], rounds, warrants, sold, repaid, followed, converted, open_at_end, granted, full;
};

static void expect(struct count *count, const struct block *block, int lane, const char *what, double found,
                   double expected, double tolerance)
{
    if (fabs(found - expected) <= tolerance)
        return;
    if (count->faults++ < 5)
        printf("seed %llu, lane %d, month %d: %s: %.17g, expected %.17g\n", (unsigned long long)block->seed, lane,
               block->result[lane].month, what, found, expected);
}

/* To the cent; of more than ten billion dollars, to the last digits that a number has. */
static double cent(double dollars) { return dollars > 1e10 ? 1e-12 * dollars : 0.01; }

/* The cap table at the end, share by share, and as the columns told it after each round. */
static void check_shares(struct count *count, const struct block *block, int lane)
{
    const struct captable *table = &block->holdings[lane].table;
    const struct result *result = &block->result[lane];
    struct captable_shares shares;
    captable_shares(table, result->month, &shares);
    double sum = shares.founders + shares.former + shares.granted + shares.unissued;
    int notes = 0;
    for (int i = 0; i < table->rows; i++) {
        sum += shares.investor[i];
        notes += table->row[i].kind == CAPTABLE_NOTE;
        expect(count, block, lane, "a row of whole shares", table->row[i].shares, floor(table->row[i].shares), 0.0);
        expect(count, block, lane, "a share", shares.investor[i], fmin(fmax(shares.investor[i], 0.0), 1.0), 0.0);
    }
    expect(count, block, lane, "shares at the end", sum, 1.0, 1e-13);
    expect(count, block, lane, "founders' whole shares", table->founders, floor(table->founders), 0.0);
    if (notes == 0) /* whose interest has run on since the columns were told */
        expect(count, block, lane, "founders' share", shares.founders + shares.former, result->founders_share, 1e-7);
    for (int r = 0; r < result->rounds; r++) {
        const struct closing *closing = &block->closing[r][lane];
        sum = closing->founders_share + closing->pool_share + closing->lender_share;
        for (int k = 0; k <= r; k++)
            sum += closing->investor_share[k];
        expect(count, block, lane, "shares after a round", sum, 1.0, 1e-13);
    }
}

static void check_proceeds(struct count *count, const struct block *block, int lane)
{
    const struct result *result = &block->result[lane];
    double paid = result->founder_proceeds + result->pool_proceeds + result->lender_proceeds +
                  result->investor_proceeds - result->repaid;
    double invested = 0.0, returned = 0.0;
    for (int r = 0; r < result->rounds; r++) {
        invested += block->closing[r][lane].paid;
        returned += block->closing[r][lane].proceeds;
    }
    expect(count, block, lane, "proceeds of all owners", paid, result->proceeds, cent(result->proceeds));
    expect(count, block, lane, "proceeds by round", returned, result->investor_proceeds, cent(returned));
    expect(count, block, lane, "money by round", invested, result->invested, cent(invested));
    const double part[] = {result->founder_proceeds, result->pool_proceeds, result->lender_proceeds,
                           result->investor_proceeds};
    for (int p = 0; p < 4; p++)
        expect(count, block, lane, "nobody pays in at the end", fmin(part[p], 0.0), 0.0, 0.0);
}

/* The last price is forgotten with time, and at once when investors refuse; founders whom nobody presses
 * ask what the best buyer pays. */
static double least_price(const struct block *block, int i)
{
    const struct company *company = &block->company;
    const struct exits *exits = &block->given.exits;
    double worth = company->worth[i], beyond = fmax(company->post_money[i] - worth, 0.0);
    bool in_time = company->cash[i] >= exits->sale_runway[i] * (company->spent[i] - company->collected[i]);
    if (company->rounds[i] == 0.0 && in_time)
        return exits->reservation_independent[i] * company->strategic[i];
    if (company->lean[i] > 0.0)
        beyond = 0.0;
    return exits->reservation[i] * (worth + beyond * pow(0.5, company->since_round[i] / exits->price_memory[i]));
}

/* Against what the company was worth in the month of its end, while its columns still say so. Who
 * bids how much for it, luck says, but no owner takes less than his reservation. */
static void check_end(struct count *count, const struct block *block, int i)
{
    const struct company *company = &block->company;
    const struct exits *exits = &block->given.exits;
    const struct result *result = &block->result[block->origin[i]];
    double value = 0.0, worth = company->worth[i];
    if (result->outcome == OUTCOME_IPO)
        value = worth;
    else if (result->outcome == OUTCOME_PRIVATE)
        value = worth * (1.0 - exits->illiquidity[i]);
    else if (result->outcome == OUTCOME_ACQUIRED && result->cause == CAUSE_OFFER)
        value = least_price(block, i);
    else if (result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_ACQUIHIRED)
        return; /* in need */
    double settled = 0.0;
    if (result->outcome == OUTCOME_SHUT_DOWN)
        settled = company->receivables[i] - exits->wind_down[i] * company->spent[i];
    double left = value + company->cash[i] + settled - company->debt[i] - company->advance[i];
    double expected = fmax(left - block->given.company.loan[i], 0.0);
    if (result->outcome == OUTCOME_ACQUIRED)
        expected = fmax(expected, result->proceeds);
    expect(count, block, block->origin[i], "proceeds of the company", result->proceeds, expected, cent(expected));
}

static void tell(struct count *count, const struct block *block, int lane)
{
    const struct result *result = &block->result[lane];
    const struct captable *table = &block->holdings[lane].table;
    count->companies++;
    count->outcome[result->outcome]++;
    count->rounds += result->rounds;
    count->warrants += result->lender_proceeds > 0.0;
    count->sold += result->founder_sold > 0.0;
    count->repaid += result->repaid > 0.0;
    count->granted += table->grants > 1;
    count->full += table->rows > 9;
    for (int i = 0; i < table->rows; i++) {
        count->open_at_end += table->row[i].kind == CAPTABLE_SAFE || table->row[i].kind == CAPTABLE_NOTE;
        count->converted += table->row[i].kind == CAPTABLE_PREFERRED && table->row[i].cap > 0.0;
        for (int r = 0; r < table->rounds; r++)
            count->followed += table->followed[r][i] > 0.0;
    }
}

static void check_block(struct count *count, const struct block *block, int n)
{
    for (int lane = 0; lane < n; lane++) {
        check_shares(count, block, lane);
        check_proceeds(count, block, lane);
        tell(count, block, lane);
    }
}

static void play(struct count *count, struct block *block, const struct trial *trial,
                 struct sampler_workspace *workspace, int strategy, int64_t first, int n)
{
    double living[STRIDE];
    batch_prepare(trial->scenario, strategy, trial->seed, block);
    block->n = n;
    for (int i = 0; i < n; i++)
        block->path[i] = (uint64_t)(first + i);
    sampler_fill(trial->sampler, workspace, strategy, first, n, &block->given);
    trial->kernel->start(block);
    while (block->month < block->horizon && block->n > 0) {
        memcpy(living, block->company.live, sizeof living);
        trial->kernel->month(block);
        for (int i = 0; i < block->n; i++)
            if (living[i] != 0.0 && (block->company.live[i] == 0.0 || block->month == block->horizon))
                check_end(count, block, i);
        if (block->month % COMPACT_MONTHS == 0 && block->month < block->horizon)
            trial->kernel->compact(block);
    }
    check_block(count, block, n);
}

struct worker {
    pthread_t thread;
    const struct trial *trial;
    atomic_long *taken;
    struct count count;
};

static void *work(void *data)
{
    struct worker *worker = data;
    struct block *block = trial_block();
    struct sampler_workspace *workspace = sampler_workspace_create(worker->trial->sampler);
    for (;;) {
        long first = LANES * atomic_fetch_add(worker->taken, 1);
        if (first >= WORLDS || !workspace)
            break;
        int n = WORLDS - first < LANES ? (int)(WORLDS - first) : LANES;
        for (int s = 0; s < STRATEGIES; s++)
            play(&worker->count, block, worker->trial, workspace, s, first, n);
    }
    sampler_workspace_destroy(workspace);
    free(block);
    return NULL;
}

static void add(struct count *sum, const struct count *more)
{
    long *to = (long *)sum;
    const long *from = (const long *)more;
    for (size_t k = 0; k < sizeof *sum / sizeof *to; k++)
        to[k] += from[k];
}

START_TEST(a_million_companies_lose_no_share_and_no_cent)
{
    struct trial trial;
    struct worker worker[THREADS] = {0};
    struct count all = {0};
    atomic_long taken = 0;
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    trial_open(&trial, file, 20110701, WORLDS);
    ck_assert_int_eq(trial.scenario->strategies, STRATEGIES);
    for (int w = 0; w < THREADS; w++) {
        worker[w].trial = &trial;
        worker[w].taken = &taken;
        ck_assert_int_eq(pthread_create(&worker[w].thread, NULL, work, &worker[w]), 0);
    }
    for (int w = 0; w < THREADS; w++) {
        pthread_join(worker[w].thread, NULL);
        add(&all, &worker[w].count);
    }
    trial_close(&trial);
    printf("%ld companies, %ld rounds; outcomes", all.companies, all.rounds);
    for (int o = 0; o < OUTCOMES; o++)
        printf(" %ld", all.outcome[o]);
    printf("\n  warrants paid %ld, founders sold %ld, notes repaid %ld, converted %ld, open at the end %ld, pro rata %ld, "
           "options at several prices %ld, long cap tables %ld\n", all.warrants, all.sold, all.repaid, all.converted,
           all.open_at_end, all.followed, all.granted, all.full);
    ck_assert_int_eq(all.companies, (long)WORLDS * STRATEGIES);
    ck_assert_int_eq(all.faults, 0);
    /* A test of every instrument must meet every one. */
    const long met[] = {all.warrants, all.sold, all.repaid, all.converted, all.open_at_end, all.followed, all.granted,
                        all.full, all.outcome[0], all.outcome[1], all.outcome[2], all.outcome[3], all.outcome[4]};
    for (size_t k = 0; k < sizeof met / sizeof *met; k++)
        ck_assert_msg(met[k] >= 100, "only %ld of kind %zu", met[k], k);
}
END_TEST

/* Two cents, a share of the company in ten million, one share: each is found. */
START_TEST(what_goes_astray_is_found)
{
    struct trial trial;
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    trial_open(&trial, file, 1, LANES);
    struct block *block = trial_block();
    struct count count = {0};
    play(&count, block, &trial, trial.workspace, 1, 0, LANES);
    ck_assert_int_eq(count.faults, 0);
    int lane = 0;
    while (lane < LANES && (block->result[lane].lender_proceeds == 0.0 || block->result[lane].proceeds > 1e9))
        lane++;
    ck_assert_int_lt(lane, LANES);

    double *const astray[] = {&block->result[lane].founder_proceeds, &block->result[lane].lender_proceeds,
                              &block->result[lane].proceeds, &block->closing[1][lane].proceeds,
                              &block->closing[1][lane].lender_share, &block->closing[1][lane].investor_share[0],
                              &block->holdings[lane].table.row[0].shares};
    const double by[] = {0.02, 0.02, 0.02, 0.02, 1e-7, 1e-7, 0.5};
    for (size_t k = 0; k < sizeof by / sizeof *by; k++) {
        struct count again = {0};
        double was = *astray[k];
        *astray[k] += by[k];
        check_block(&again, block, LANES);
        *astray[k] = was;
        ck_assert_msg(again.faults > 0, "change %zu was not found", k);
    }
    free(block);
    trial_close(&trial);
}
END_TEST

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0); /* a failed test leaves its process without flushing */
    Suite *suite = suite_create("million");
    TCase *paths = tcase_create("paths");
    tcase_set_timeout(paths, 600);
    tcase_add_test(paths, what_goes_astray_is_found);
    tcase_add_test(paths, a_million_companies_lose_no_share_and_no_cent);
    suite_add_tcase(suite, paths);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
