#include "analysis/summary.h"

#include "analysis/parties.h"
#include "montecarlo/batch.h"
#include "montecarlo/inputs.h"
#include "numerics/normal.h"
#include "scenario/measure.h"

#include <math.h>
#include <stdlib.h>

const double summary_probability[SUMMARY_QUANTILES] = {.10, .25, .50, .75, .90, .95, .99};
const double summary_bucket_floor[BUCKETS] = {0.0, 1e-9, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0};

double summary_clearance(int i) { return 1e4 * pow(10.0, i / 10.0); }

/* Bins of equal width in the decimal logarithm on both sides of a middle that holds everything
 * between -$10k and $10k; the outermost end at $1B and take all beyond. */
double summary_bin_edge(int i)
{
    const int side = DIFFERENCE_BINS / 2;
    int from_middle = i - side; /* 0: lower edge of the middle bin, 1: its upper edge */
    int steps = from_middle > 0 ? from_middle - 1 : -from_middle;
    double size = 1e4 * pow(1e5, (double)steps / side);
    return from_middle > 0 ? size : -size;
}

static int bin_of(double difference)
{
    const int side = DIFFERENCE_BINS / 2;
    double size = fabs(difference);
    if (size < 1e4)
        return side;
    int steps = (int)(log10(size / 1e4) / 5.0 * side) + 1;
    if (steps > side)
        steps = side;
    return difference > 0.0 ? side + steps : side - steps;
}

static int64_t count_at_least(const double *sorted, int64_t n, double x)
{
    int64_t low = 0, high = n;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (sorted[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return n - low;
}

static void summarise_outcomes(struct strategy_summary *summary, const struct tally *tally)
{
    int64_t count[OUTCOMES] = {0}, closed = 0;
    summary->dead_by_5_years = (struct figure){NAN, NAN};
    for (int m = 0; m <= tally->horizon; m++) {
        const int64_t *ended = tally->ended + (size_t)m * OUTCOMES;
        for (int o = 0; o < OUTCOMES; o++)
            count[o] += ended[o];
        closed += ended[OUTCOME_SHUT_DOWN] + ended[OUTCOME_ACQUIHIRED];
        struct figure open = statistics_share(tally->paths - closed, tally->paths);
        summary->open[m] = open.value;
        summary->open_error[m] = open.error;
        if (m == 60)
            summary->dead_by_5_years = statistics_share(closed, tally->paths);
    }
    for (int o = 0; o < OUTCOMES; o++)
        summary->outcome[o] = statistics_share(count[o], tally->paths);
    for (int c = 0; c < CAUSES; c++)
        summary->cause[c] = statistics_share(tally->caused[c], tally->paths);
}

static void summarise_founders(struct strategy_summary *summary, const struct result *result,
                               int64_t n, double *work)
{
    for (int64_t i = 0; i < n; i++)
        work[i] = result[i].founders_share;
    summary->founders_share = statistics_mean(work, n);
    int64_t out = 0;
    for (int64_t i = 0; i < n; i++)
        if (result[i].outcome == OUTCOME_ACQUIRED || result[i].outcome == OUTCOME_IPO)
            work[out++] = result[i].month / 12.0;
    summary->years_to_liquidity = statistics_mean(work, out);

    for (int64_t i = 0; i < n; i++)
        work[i] = result[i].founder_present;
    summary->founder_mean = statistics_mean(work, n);
    statistics_sort(work, n);
    for (int q = 0; q < SUMMARY_QUANTILES; q++)
        summary->founder_quantile[q] = statistics_quantile(work, n, summary_probability[q]);
    for (int k = 0; k < TAKE_HOMES; k++)
        summary->take_home[k] = statistics_quantile(work, n, (k + 0.5) / TAKE_HOMES).value;
    for (int k = 0; k < CLEARANCES; k++)
        summary->clears[k] = (double)count_at_least(work, n, summary_clearance(k)) / (double)n;
    summary->chance_nothing = statistics_share(n - count_at_least(work, n, MEASURE_NOTHING), n);
    summary->chance_1m = statistics_share(count_at_least(work, n, 1e6), n);
    summary->chance_10m = statistics_share(count_at_least(work, n, 1e7), n);

    double all = summary->founder_mean.value * (double)n, best = 0.0;
    for (int64_t i = n - (n + 99) / 100; i < n; i++)
        best += work[i];
    summary->share_of_best_percent = all > 0.0 ? best / all : 0.0;
}

static int bucket_of(double multiple)
{
    int bucket = BUCKETS - 1;
    while (bucket > 0 && multiple < summary_bucket_floor[bucket])
        bucket--;
    return bucket;
}

/* Over the companies that raised; `work` holds proceeds, `more` the money. */
static void summarise_investors(struct strategy_summary *summary, const struct tally *tally,
                                const struct result *result, int64_t n, double *work, double *more)
{
    int64_t raised = 0, lost = 0;
    double all = 0.0;
    for (int64_t i = 0; i < n; i++) {
        if (result[i].rounds == 0)
            continue;
        work[raised] = result[i].investor_proceeds;
        more[raised] = result[i].invested;
        double multiple = work[raised] / more[raised];
        summary->bucket_companies[bucket_of(multiple)] += 1.0;
        summary->bucket_proceeds[bucket_of(multiple)] += work[raised];
        all += work[raised];
        lost += multiple < 1.0;
        if (raised == 0 || multiple > summary->best_multiple)
            summary->best_multiple = multiple;
        raised++;
    }
    summary->raised = statistics_share(raised, n);
    summary->invested = statistics_mean(more, raised);
    summary->multiple = statistics_ratio(work, more, raised);
    summary->loss_ratio = raised ? statistics_share(lost, raised) : (struct figure){NAN, NAN};
    if (raised == 0)
        summary->best_multiple = NAN;
    for (int b = 0; b < BUCKETS; b++) {
        summary->bucket_companies[b] /= raised ? (double)raised : 1.0;
        summary->bucket_proceeds[b] /= all > 0.0 ? all : 1.0;
    }
    for (int64_t i = 0; i < raised; i++)
        work[i] /= more[i];
    statistics_sort(work, raised);
    summary->multiple_median = statistics_quantile(work, raised, 0.5);

    double flow[HORIZON_MAX + 1];
    for (int m = 0; m <= tally->horizon; m++)
        flow[m] = (double)(tally->returned[m] - tally->invested[m]);
    summary->irr = (struct figure){statistics_irr(flow, tally->horizon), NAN};
}

static void summarise_months(struct strategy_summary *summary, const struct tally *tally)
{
    summary->quarters = tally->quarters;
    double paths = (double)tally->paths;
    for (int q = 0; q < tally->quarters; q++) {
        struct quarter *quarter = &summary->quarter[q];
        quarter->month = q * TALLY_QUARTER;
        quarter->p5 = tally_revenue(tally, q, 0.05);
        quarter->p25 = tally_revenue(tally, q, 0.25);
        quarter->p50 = tally_revenue(tally, q, 0.50);
        quarter->p75 = tally_revenue(tally, q, 0.75);
        quarter->p95 = tally_revenue(tally, q, 0.95);
        for (int s = 0; s < STREAMS; s++)
            quarter->stream[s] = 1e3 * (double)tally->stream[(size_t)q * STREAMS + (size_t)s] / paths;
    }
}

/* What the founders own before any round; NaN when memory ran out. */
static double founding_share(const struct batch *batch, int strategy)
{
    const int column = PARAMETER_COLUMN(company.founders_share);
    const struct distribution *value = &batch->scenario->strategy[strategy].assumptions[column].value;
    if (value->shape == SHAPE_CONSTANT)
        return value->a;
    struct inputs *inputs = inputs_create(batch, strategy, batch->paths);
    double share = NAN;
    for (int k = 0; inputs && k < inputs->count; k++)
        if (inputs->column[k] == column)
            share = statistics_mean(inputs->value[k], inputs->paths).value;
    inputs_destroy(inputs);
    return share;
}

static void summarise_rounds(struct strategy_summary *summary, const struct tally *tally)
{
    for (int r = 0; r < ROUNDS_MAX && tally->round[r].closed > 0; r++) {
        const struct tally_round *round = &tally->round[r];
        struct cap_table *table = &summary->cap_table[r];
        double closed = (double)round->closed, share = 1e-9 / closed;
        table->reached = closed / (double)tally->paths;
        table->month = (double)round->month / closed;
        table->amount = 1e3 * (double)round->amount / closed;
        table->founders = (double)round->founders * share;
        table->pool = (double)round->pool * share;
        table->lenders = (double)round->lenders * share;
        for (int k = 0; k <= r; k++)
            table->investor[k] = (double)round->investor[k] * share;
        parties_round(table, round);
        summary->closings = r + 1;
    }
}

static void summarise_exit(struct strategy_summary *summary, const struct tally *tally)
{
    const struct tally_exit *exit = &tally->exit;
    struct cap_table *table = &summary->exit;
    table->amount = table->multiple.value = table->multiple.error = NAN;
    table->loss_ratio = table->multiple;
    summary->exit_error = NAN;
    if (exit->sold == 0)
        return;
    double sold = (double)exit->sold, share = 1e-9 / sold;
    table->reached = sold / (double)tally->paths;
    table->month = (double)exit->month / sold;
    table->founders = (double)exit->founders * share;
    table->pool = (double)exit->pool * share;
    double variance = (double)exit->squares * 1e-8 / sold - table->founders * table->founders;
    if (exit->sold > 1)
        summary->exit_error = sqrt(fmax(variance, 0.0) / (sold - 1.0));
    for (int k = 0; k < ROUNDS_MAX; k++)
        table->investor[k] = (double)exit->investor[k] * share;
}

static void compare_pair(struct pair_summary *pair, const struct result *a, const struct result *b,
                         int64_t n, double *work)
{
    int64_t wins = 0, losses = 0;
    for (int64_t i = 0; i < n; i++) {
        work[i] = a[i].founder_present - b[i].founder_present;
        wins += work[i] >= MEASURE_NOTHING;
        losses += work[i] <= -MEASURE_NOTHING;
        pair->bin[bin_of(work[i])] += 1.0 / (double)n;
    }
    pair->a_wins = statistics_share(wins, n);
    pair->b_wins = statistics_share(losses, n);
    pair->ties = statistics_share(n - wins - losses, n);
    pair->mean_difference = statistics_mean(work, n);
    statistics_sort(work, n);
    pair->median_difference = statistics_quantile(work, n, 0.5);
    /* The difference of two shares of the same worlds. */
    double gap = pair->a_wins.value - pair->b_wins.value;
    double error = sqrt((pair->a_wins.value + pair->b_wins.value - gap * gap) / (double)n);
    pair->clear = fabs(gap) > NORMAL_95 * error && n > 1;
}

static bool summarise(struct summary *summary, const struct batch *batch)
{
    int64_t n = batch->paths;
    double *work = malloc((size_t)n * sizeof *work), *more = malloc((size_t)n * sizeof *more);
    bool ready = work && more;
    for (int s = 0; s < summary->strategies && ready; s++) {
        struct strategy_summary *strategy = &summary->strategy[s];
        const struct tally *tally = batch->tally[s];
        strategy->name = batch->scenario->strategy[s].name;
        strategy->open = calloc((size_t)tally->horizon + 1, sizeof *strategy->open);
        strategy->open_error = calloc((size_t)tally->horizon + 1, sizeof *strategy->open_error);
        strategy->quarter = calloc((size_t)tally->quarters, sizeof *strategy->quarter);
        ready = strategy->open && strategy->open_error && strategy->quarter;
        if (!ready)
            break;
        summarise_outcomes(strategy, tally);
        summarise_founders(strategy, batch->result[s], n, work);
        parties_founder(strategy, batch, s, work);
        parties_staff(strategy, batch, s, work);
        summarise_investors(strategy, tally, batch->result[s], n, work, more);
        summarise_months(strategy, tally);
        strategy->founding_share = founding_share(batch, s);
        summarise_rounds(strategy, tally);
        summarise_exit(strategy, tally);
    }
    for (int a = 0; a < summary->strategies && ready; a++)
        for (int b = a + 1; b < summary->strategies; b++) {
            struct pair_summary *pair = &summary->pair[summary->pairs++];
            pair->a = a;
            pair->b = b;
            compare_pair(pair, batch->result[a], batch->result[b], n, work);
            parties_prefer(pair, batch);
        }
    if (ready)
        parties_compare(summary, batch);
    free(work);
    free(more);
    return ready;
}

struct summary *summary_create(const struct batch *batch)
{
    struct summary *summary = calloc(1, sizeof *summary);
    if (!summary)
        return NULL;
    summary->scenario = batch->scenario;
    summary->version = PLAYBOOK_VERSION;
    summary->seed = batch->seed;
    summary->paths = batch->paths;
    summary->strategies = batch->scenario->strategies;
    if (summarise(summary, batch))
        return summary;
    summary_destroy(summary);
    return NULL;
}

void summary_destroy(struct summary *summary)
{
    if (!summary)
        return;
    for (int s = 0; s < summary->strategies; s++) {
        free(summary->strategy[s].open);
        free(summary->strategy[s].open_error);
        free(summary->strategy[s].quarter);
        free(summary->strategy[s].payout);
        free(summary->strategy[s].typical);
    }
    free(summary);
}
