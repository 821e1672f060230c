#include "montecarlo/tally.h"

#include <stdlib.h>
#include <string.h>

static const double share_unit = 1e9;
/* Money is counted in thousands of dollars and cut at $90 trillion, so that the sum over 100 million
 * paths stays below 2^63. */
static const double money_unit = 1e3, most_money = 9e13;

struct tally *tally_create(int horizon)
{
    struct tally *tally = calloc(1, sizeof *tally);
    if (!tally)
        return NULL;
    size_t months = (size_t)horizon + 1;
    tally->horizon = horizon;
    tally->quarters = horizon / TALLY_QUARTER + 1;
    size_t quarters = (size_t)tally->quarters;
    tally->ended = calloc(months * OUTCOMES, sizeof *tally->ended);
    tally->caused = calloc(CAUSES, sizeof *tally->caused);
    tally->invested = calloc(months, sizeof *tally->invested);
    tally->returned = calloc(months, sizeof *tally->returned);
    tally->stream = calloc(quarters * STREAMS, sizeof *tally->stream);
    tally->revenue = calloc(quarters * TALLY_BUCKETS, sizeof *tally->revenue);
    if (tally->ended && tally->caused && tally->invested && tally->returned && tally->stream &&
        tally->revenue)
        return tally;
    tally_destroy(tally);
    return NULL;
}

void tally_destroy(struct tally *tally)
{
    if (!tally)
        return;
    free(tally->ended);
    free(tally->caused);
    free(tally->invested);
    free(tally->returned);
    free(tally->stream);
    free(tally->revenue);
    free(tally);
}

static int64_t thousands(double dollars)
{
    double amount = (dollars < most_money ? dollars : most_money) / money_unit;
    return (int64_t)(amount + 0.5);
}

/* For sums of squares: of 100 million paths they stay below 2^63. */
static int64_t coarse(double dollars) { return thousands(dollars < 1e9 ? dollars : 1e9) / 10; }

static int64_t units(double share) { return (int64_t)(share * share_unit + 0.5); }

/* The top bits of a float are its octave and 128ths of it: a logarithm for free. */
static int bucket_of(double revenue)
{
    float rounded = (float)revenue;
    uint32_t bits;
    memcpy(&bits, &rounded, sizeof bits);
    int bucket = (int)(bits >> 16) - (int)((127 + 10) << 7);
    if (revenue <= 0.0 || bucket < 0)
        return -1;
    return bucket < TALLY_BUCKETS ? bucket : TALLY_BUCKETS - 1;
}

static double bucket_edge(int bucket)
{
    uint32_t bits = (uint32_t)(bucket + ((127 + 10) << 7)) << 16;
    float edge;
    memcpy(&edge, &bits, sizeof edge);
    return edge;
}

void tally_month(struct tally *tally, const struct block *block)
{
    if (block->month % TALLY_QUARTER)
        return;
    size_t quarter = (size_t)(block->month / TALLY_QUARTER);
    const struct company *company = &block->company;
    uint32_t *revenue = tally->revenue + quarter * TALLY_BUCKETS;
    int64_t *stream = tally->stream + quarter * STREAMS;
    for (int i = 0; i < block->n; i++) {
        int bucket = company->live[i] != 0.0 ? bucket_of(company->revenue[i]) : -1;
        if (bucket >= 0)
            revenue[bucket]++;
    }
    for (int s = 0; s < STREAMS; s++)
        for (int i = 0; i < block->n; i++)
            stream[s] += thousands(company->live[i] * company->year[s][i]);
}

static void count_rounds(struct tally *tally, const struct block *block, int lane)
{
    for (int r = 0; r < block->result[lane].rounds; r++) {
        const struct closing *closing = &block->closing[r][lane];
        struct tally_round *round = &tally->round[r];
        round->closed++;
        round->month += closing->month;
        round->amount += thousands(closing->amount);
        round->paid += thousands(closing->paid);
        round->returned += thousands(closing->proceeds);
        round->below += closing->proceeds < closing->paid;
        int64_t amount = coarse(closing->paid), proceeds = coarse(closing->proceeds);
        round->amounts += amount * amount;
        round->returns += proceeds * proceeds;
        round->both += amount * proceeds;
        round->founders += units(closing->founders_share);
        round->pool += units(closing->pool_share);
        round->lenders += units(closing->lender_share);
        for (int k = 0; k <= r; k++)
            round->investor[k] += units(closing->investor_share[k]);
        tally->invested[closing->month] += thousands(closing->amount + closing->sold);
    }
}

/* Who owned what when it was sold or listed. */
static void count_exit(struct tally_exit *sum, const struct block *block, int lane)
{
    const struct result *result = &block->result[lane];
    const struct holdings *holdings = &block->holdings[lane];
    if (result->rounds == 0 || (result->outcome != OUTCOME_ACQUIRED && result->outcome != OUTCOME_IPO))
        return;
    struct captable_shares shares;
    captable_shares(&holdings->table, result->month, &shares);
    sum->sold++;
    sum->month += result->month;
    int64_t coarsely = units(shares.founders + shares.former) / 100000;
    sum->founders += units(shares.founders + shares.former);
    sum->squares += coarsely * coarsely;
    sum->pool += units(shares.granted + shares.unissued);
    for (int r = 0; r < result->rounds; r++)
        sum->investor[r] += units(shares.investor[holdings->row[r]]);
}

void tally_block(struct tally *tally, const struct block *block, int n)
{
    tally->paths += n;
    for (int lane = 0; lane < n; lane++) {
        const struct result *result = &block->result[lane];
        tally->ended[result->month * OUTCOMES + result->outcome]++;
        tally->caused[result->cause]++;
        tally->returned[result->month] += thousands(result->investor_proceeds);
        count_rounds(tally, block, lane);
        count_exit(&tally->exit, block, lane);
    }
}

static void add(int64_t *into, const int64_t *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        into[i] += from[i];
}

void tally_merge(struct tally *into, const struct tally *from)
{
    size_t months = (size_t)into->horizon + 1, quarters = (size_t)into->quarters;
    into->paths += from->paths;
    add(into->ended, from->ended, months * OUTCOMES);
    add(into->caused, from->caused, CAUSES);
    add(into->invested, from->invested, months);
    add(into->returned, from->returned, months);
    add(into->stream, from->stream, quarters * STREAMS);
    for (size_t i = 0; i < quarters * TALLY_BUCKETS; i++)
        into->revenue[i] += from->revenue[i];
    for (int r = 0; r < ROUNDS_MAX; r++) {
        struct tally_round *sum = &into->round[r];
        const struct tally_round *more = &from->round[r];
        sum->closed += more->closed;
        sum->month += more->month;
        sum->amount += more->amount;
        sum->paid += more->paid;
        sum->founders += more->founders;
        sum->pool += more->pool;
        sum->lenders += more->lenders;
        sum->returned += more->returned;
        sum->below += more->below;
        sum->amounts += more->amounts;
        sum->returns += more->returns;
        sum->both += more->both;
        add(sum->investor, more->investor, ROUNDS_MAX);
    }
    into->exit.sold += from->exit.sold;
    into->exit.month += from->exit.month;
    into->exit.founders += from->exit.founders;
    into->exit.pool += from->exit.pool;
    into->exit.squares += from->exit.squares;
    add(into->exit.investor, from->exit.investor, ROUNDS_MAX);
}

double tally_revenue(const struct tally *tally, int quarter, double u)
{
    const uint32_t *revenue = tally->revenue + (size_t)quarter * TALLY_BUCKETS;
    int64_t earning = 0;
    for (int b = 0; b < TALLY_BUCKETS; b++)
        earning += revenue[b];
    double rank = u * (double)tally->paths - (double)(tally->paths - earning);
    if (rank <= 0.0)
        return 0.0;
    for (int b = 0; b < TALLY_BUCKETS; b++) {
        if (rank <= revenue[b]) {
            double within = revenue[b] ? rank / revenue[b] : 0.5;
            return bucket_edge(b) + within * (bucket_edge(b + 1) - bucket_edge(b));
        }
        rank -= revenue[b];
    }
    return bucket_edge(TALLY_BUCKETS);
}
