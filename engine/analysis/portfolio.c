#include "analysis/portfolio.h"

#include <stdlib.h>

/* Addresses of luck: worlds are numbered from 0, markets and companies stand far apart, so that the
 * company number 0 of fund f in the first market is that of path f of its scenario. */
enum { COMPANY_BITS = 32, MARKET_BITS = 48 };

static bool can_enter(const struct fund *fund, int arm, const struct candidate *candidate,
                      struct complaints *complaints)
{
    const struct strategy *strategy = &candidate->scenario->strategy[candidate->strategy];
    if (strategy->rounds >= fund->enter)
        return true;
    complaints_add(complaints, fund->arm[arm].company.place,
                   "'%.60s' plans %d round%s; a fund that enters in round %d never invests in it",
                   strategy->name, strategy->rounds, strategy->rounds == 1 ? "" : "s", fund->enter);
    return false;
}

struct portfolio *portfolio_create(const struct fund *fund, struct complaints *complaints)
{
    struct portfolio *portfolio = calloc(1, sizeof *portfolio);
    if (!portfolio)
        return NULL;
    portfolio->fund = fund;
    bool sound = true;
    for (int a = 0; a < fund->arms && sound; a++)
        sound = candidate_load(fund->file, &fund->arm[a].company, NULL, 0, "", &portfolio->candidate[a],
                               complaints) &&
                can_enter(fund, a, &portfolio->candidate[a], complaints);
    if (sound)
        return portfolio;
    portfolio_destroy(portfolio);
    return NULL;
}

void portfolio_destroy(struct portfolio *portfolio)
{
    if (!portfolio)
        return;
    for (int a = 0; a < FUND_ARMS_MAX; a++)
        scenario_destroy(portfolio->candidate[a].scenario);
    free(portfolio);
}

/* The arm that is furthest behind its share gets the next seat (Webster's rule). */
static int next_arm(const struct fund *fund, const int *seated)
{
    int best = 0;
    for (int a = 1; a < fund->arms; a++)
        if (fund->arm[a].weight * (2 * seated[best] + 1) > fund->arm[best].weight * (2 * seated[a] + 1))
            best = a;
    return best;
}

void portfolio_seat(const struct fund *fund, int first, int count, struct seat *seats)
{
    int seated[FUND_ARMS_MAX] = {0};
    for (int j = 0; j < count; j++) {
        int arm = next_arm(fund, seated);
        seated[arm]++;
        seats[j] = (struct seat){.arm = arm,
                                 .number = first + j,
                                 .month = (2 * j + 1) * fund->pacing / (2 * count)};
    }
}

static struct batch_place place_of(const struct fund *fund, struct seat seat)
{
    const int64_t company = (int64_t)seat.number << COMPANY_BITS;
    const int64_t market = (int64_t)fund->arm[seat.arm].market << MARKET_BITS;
    return (struct batch_place){
        .apart = true,
        .company = company,
        .market = fund->share == FUND_SHARES_MARKET ? market : company,
        .climate = fund->share == FUND_SHARES_NOTHING ? company : 0,
        .elapsed = seat.month,
        .horizon = fund->term - seat.month};
}

static void take_deal(const struct closing *closing, const struct result *result, struct seat seat,
                      struct deal *deal)
{
    *deal = (struct deal){.end = (uint16_t)(seat.month + result->month),
                          .rounds = result->rounds,
                          .arm = (uint8_t)seat.arm};
    for (int r = 0; r < result->rounds; r++) {
        deal->month[r] = (uint16_t)(seat.month + closing[r].month);
        deal->amount[r] = (float)closing[r].amount;
        deal->proceeds[r] = (float)closing[r].proceeds;
        for (int k = 0; k <= r; k++)
            deal->share[r][k] = (float)closing[r].investor_share[k];
    }
}

enum batch_end portfolio_play(const struct portfolio *portfolio, struct seat seat,
                              int64_t funds, const struct batch_options *options, struct deal *deals,
                              int64_t stride, struct complaints *complaints)
{
    const struct fund *fund = portfolio->fund;
    const struct candidate *candidate = &portfolio->candidate[seat.arm];
    struct batch *batch = batch_create(candidate->scenario, fund->seed, fund->funds, complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    struct batch_place place = place_of(fund, seat);
    struct batch_options own = *options;
    own.strategies = 1u << candidate->strategy;
    batch_place(batch, &place);
    batch_keep_closings(batch, candidate->strategy);
    enum batch_end end = batch_play(batch, funds, &own);
    for (int64_t f = 0; f < funds && end == BATCH_DONE; f++)
        take_deal(&batch->closing[f * ROUNDS_MAX], &batch->result[candidate->strategy][f], seat,
                  &deals[f * stride]);
    batch_destroy(batch);
    return end;
}
