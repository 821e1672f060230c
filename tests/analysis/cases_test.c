/* The one company that stands for many is one that the batch has played, chosen as it says, and what
 * is told of it is what the model gave it. */
#include "analysis/cases.h"

#include "analysis/replay.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

enum { PATHS = 400, PLANS = 5 };

/* The funding plans under which a services company is played. */
static const char *const plans[PLANS] = {"participating", "safe-then-venture", "notes", "venture-debt", "strategic"};

struct played {
    struct scenario *scenario;
    struct batch *batch;
    const struct kernel *kernel;
};

/* Strategies 2 to 4 raise by plans from `first` on; the first does not raise. */
static struct played play(int first)
{
    char setting[3][64];
    const char *settings[3];
    for (int s = 0; s < 3; s++) {
        snprintf(setting[s], sizeof setting[s], "strategies.%d.funding=funding/%s", s + 2, plans[(first + s) % PLANS]);
        settings[s] = setting[s];
    }
    struct complaints *complaints = complaints_create();
    const char *why;
    struct played played = {.kernel = machine_kernel(&why)};
    played.scenario = scenario_load("tests/scenarios/good/funded.yaml", settings, 3, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert(played.scenario && played.kernel);
    played.batch = batch_create(played.scenario, 7, PATHS, complaints);
    struct batch_options options = {.threads = 2, .kernel = played.kernel};
    ck_assert_ptr_nonnull(played.batch);
    ck_assert_int_eq(batch_play(played.batch, PATHS, &options), BATCH_DONE);
    complaints_destroy(complaints);
    return played;
}

static void end(struct played *played)
{
    batch_destroy(played->batch);
    scenario_destroy(played->scenario);
}

static void expect_near(double value, double expected, double scale)
{
    ck_assert_msg(fabs(value - expected) <= 1e-9 * scale, "%.17g is not %.17g", value, expected);
}

static bool counts(const struct result *result)
{
    return result->rounds > 0 && result->proceeds > 0 &&
           (result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_IPO);
}

/* As many got less as got more, or one more of the latter. */
static void expect_middle(const struct batch *batch, int strategy, const struct payout *payout)
{
    const struct result *result = batch->result[strategy];
    int64_t less = 0, more = 0, all = 0;
    ck_assert(counts(&result[payout->path]));
    for (int64_t i = 0; i < PATHS; i++) {
        all += counts(&result[i]);
        less += counts(&result[i]) && result[i].proceeds < result[payout->path].proceeds;
        more += counts(&result[i]) && result[i].proceeds > result[payout->path].proceeds;
    }
    ck_assert_int_eq(payout->among, all);
    ck_assert_int_eq(less, (all - 1) / 2);
    ck_assert_int_eq(more, all / 2);
}

static void expect_parts(const struct payout *payout, const struct result *result)
{
    double founders = 0, staff = 0, investors = 0, all = 0;
    for (int k = 0; k < payout->steps; k++) {
        const struct payout_step *step = &payout->step[k];
        ck_assert(step->amount >= 0 && step->amount <= step->owed * (1 + 1e-12));
        /* Claims come before common, lenders before all, founders last. */
        if (k > 0 && step->kind != PAYOUT_PREFERENCE && step->kind != PAYOUT_MONEY_BACK)
            ck_assert_int_ge(step->kind, step[-1].kind);
        all += step->amount;
        founders += step->kind == PAYOUT_FOUNDERS || step->kind == PAYOUT_FORMER ? step->amount : 0;
        staff += step->kind == PAYOUT_STAFF ? step->amount : 0;
        investors += step->round >= 0 ? step->amount : 0;
    }
    expect_near(all, payout->price, payout->price);
    expect_near(founders, result->founder_proceeds, payout->price);
    expect_near(staff, result->pool_proceeds, payout->price);
    expect_near(investors, result->investor_proceeds - result->repaid, payout->price);
    ck_assert_int_eq(payout->step[payout->steps - 1].kind, PAYOUT_FOUNDERS);
}

static void expect_points(const struct payout *payout)
{
    double before = 0;
    for (int p = 0; p < PAYOUT_POINTS; p++) {
        const struct payout_shares *point = &payout->point[p];
        double all = point->fees + point->lenders + point->warrants + point->staff + point->former + point->founders;
        for (int r = 0; r < ROUNDS_MAX; r++)
            all += point->round[r];
        ck_assert_double_eq_tol(all, 1, 1e-9);
        double founders = point->founders * point->price;
        ck_assert(founders >= before - 1e-6);
        ck_assert_int_eq(founders >= 1e3, point->price >= payout->founders_from * (1 - 1e-9));
        before = founders;
    }
}

START_TEST(the_median_exit_is_divided_as_the_model_divided_it)
{
    int found = 0, kinds[PAYOUT_KINDS] = {0};
    for (int first = 0; first < PLANS; first += 3) {
        struct played played = play(first);
        for (int s = 1; s < played.scenario->strategies; s++) {
            bool none;
            struct payout *payout = payout_create(played.batch, played.kernel, s, &none);
            ck_assert_int_eq(payout == NULL, none);
            if (!payout)
                continue;
            const struct result *result = &played.batch->result[s][payout->path];
            expect_middle(played.batch, s, payout);
            expect_parts(payout, result);
            expect_points(payout);
            for (int k = 0; k < payout->steps; k++)
                kinds[payout->step[k].kind]++;
            found++;
            free(payout);
        }
        end(&played);
    }
    ck_assert_int_ge(found, 4);
    /* The plans make them all; fees, warrants and founders who leave no plan has. */
    ck_assert(kinds[PAYOUT_PREFERENCE] > 0 && kinds[PAYOUT_PARTICIPATION] > 0 && kinds[PAYOUT_CONVERSION] > 0);
}
END_TEST

START_TEST(where_nobody_raises_there_is_nothing_to_divide)
{
    struct played played = play(0);
    bool none = false;
    ck_assert_ptr_null(payout_create(played.batch, played.kernel, 0, &none));
    ck_assert(none);
    struct typical *typical = typical_create(played.batch, played.kernel, 0);
    ck_assert_ptr_nonnull(typical);
    ck_assert(!typical->raised && typical->marks == 0);
    ck_assert_int_eq(typical->among, PATHS);
    free(typical);
    end(&played);
}
END_TEST

/* --- The typical life ------------------------------------------------------------------------ */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double trait(const struct result *result, int t)
{
    return t == 0 ? result->month / 12.0
                  : log2(1e5 + (t == 1 ? result->invested : result->founder_present));
}

static double middle(const struct result *result, int t)
{
    double value[PATHS];
    int n = 0;
    for (int i = 0; i < PATHS; i++)
        if (result[i].rounds > 0)
            value[n++] = trait(&result[i], t);
    qsort(value, (size_t)n, sizeof *value, ascending);
    return (value[(n - 1) / 2] + value[n / 2]) / 2;
}

static double distance(const struct result *result, const double *median)
{
    double sum = 0;
    for (int t = 0; t < 3; t++)
        sum += fabs(trait(result, t) - median[t]);
    return sum;
}

START_TEST(the_typical_company_is_the_nearest_to_the_medians)
{
    struct played played = play(1);
    for (int s = 1; s < played.scenario->strategies; s++) {
        const struct result *result = played.batch->result[s];
        struct typical *typical = typical_create(played.batch, played.kernel, s);
        ck_assert(typical && typical->raised);
        const double median[3] = {middle(result, 0), middle(result, 1), middle(result, 2)};
        double nearest = distance(&result[typical->path], median);
        for (int i = 0; i < PATHS; i++)
            if (result[i].rounds > 0)
                ck_assert(distance(&result[i], median) >= nearest - 1e-9);
        free(typical);
    }
    end(&played);
}
END_TEST

START_TEST(its_cash_is_that_of_its_life)
{
    struct played played = play(2);
    for (int s = 0; s < played.scenario->strategies; s++) {
        struct typical *typical = typical_create(played.batch, played.kernel, s);
        ck_assert_ptr_nonnull(typical);
        const struct result *result = &played.batch->result[s][typical->path];
        ck_assert_int_eq(typical->months, result->month);
        ck_assert_double_eq(typical->result.founder_present, result->founder_present);
        ck_assert_double_eq(typical->cash[0], 6e5);
        expect_near(typical->raised_in_all, result->invested - result->founder_sold, 1e6);
        int rounds = 0;
        for (int k = 0; k < typical->marks; k++) {
            const struct typical_mark *mark = &typical->mark[k];
            rounds += mark->kind == TYPICAL_ROUND;
            ck_assert(mark->amount > 0 && mark->runway >= 0 && mark->month <= typical->months);
            ck_assert(k == 0 || mark->month >= mark[-1].month);
            /* Nothing else makes cash jump as far. */
            if (mark->kind == TYPICAL_ROUND)
                ck_assert(typical->cash[mark->month] > typical->cash[mark->month - 1] + 0.5 * mark->amount);
        }
        ck_assert_int_eq(rounds, result->rounds);
        free(typical);
    }
    end(&played);
}
END_TEST

/* --- Who owns it at the exit ------------------------------------------------------------------- */

START_TEST(shares_at_the_exit_are_those_of_the_companies)
{
    struct played played = play(0);
    struct summary *summary = summary_create(played.batch);
    ck_assert(summary && cases_add(summary, played.batch, played.kernel));
    for (int s = 0; s < summary->strategies; s++) {
        const struct cap_table *exit = &summary->strategy[s].exit;
        double founders = 0, pool = 0, first = 0, squares = 0;
        int sold = 0;
        for (int64_t i = 0; i < PATHS; i++) {
            const struct result *result = &played.batch->result[s][i];
            if (result->rounds == 0 || (result->outcome != OUTCOME_ACQUIRED && result->outcome != OUTCOME_IPO))
                continue;
            struct block *block = replay_prepare(played.scenario, played.batch->sampler, played.batch->seed, s, i);
            played.kernel->start(block);
            while (block->company.live[0] != 0)
                played.kernel->month(block);
            struct captable_shares shares;
            captable_shares(&block->holdings[0].table, result->month, &shares);
            double all = shares.founders + shares.former;
            founders += all;
            squares += all * all;
            pool += shares.granted + shares.unissued;
            first += shares.investor[block->holdings[0].row[0]];
            /* The columns are as old as the last event: only notes have borne interest since. */
            if (s == 1)
                ck_assert_double_eq_tol(all, block->company.founders_share[0], 1e-12);
            sold++;
            free(block);
        }
        ck_assert_double_eq_tol(exit->reached, (double)sold / PATHS, 1e-12);
        if (sold == 0)
            continue;
        ck_assert_double_eq_tol(exit->founders, founders / sold, 1e-6);
        ck_assert_double_eq_tol(exit->pool, pool / sold, 1e-6);
        ck_assert_double_eq_tol(exit->investor[0], first / sold, 1e-6);
        double all = exit->founders + exit->pool;
        for (int r = 0; r < ROUNDS_MAX; r++)
            all += exit->investor[r];
        ck_assert_double_eq_tol(all, 1, 1e-6);
        double variance = squares / sold - founders / sold * founders / sold;
        if (sold > 1)
            ck_assert_double_eq_tol(summary->strategy[s].exit_error, sqrt(variance / (sold - 1)), 2e-3);
    }
    ck_assert(summary->strategy[1].exit.reached > 0);
    ck_assert_ptr_null(summary->strategy[0].payout);
    ck_assert_ptr_nonnull(summary->strategy[1].payout);
    summary_destroy(summary);
    end(&played);
}
END_TEST

RUNNER_MAIN("cases", the_median_exit_is_divided_as_the_model_divided_it, where_nobody_raises_there_is_nothing_to_divide,
            the_typical_company_is_the_nearest_to_the_medians, its_cash_is_that_of_its_life,
            shares_at_the_exit_are_those_of_the_companies)
