#include "analysis/fund_figures.h"

#include "analysis/kinship.h"
#include "analysis/returns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Larger funds, and funds of one kind of company, are played in a quarter of the worlds. */
enum { LARGEST = 100, FEWER = 4, BLOCKS = 20, LEAST_IN_TAIL = 20, QUARTER = 3 };

static const int sizes[] = {1, 5, 10, 30, LARGEST};

const double fund_figures_probability[FUND_QUANTILES] = {0.10, 0.25, 0.50, 0.75, 0.90};

double fund_figures_multiple(int i) { return pow(10.0, i / 10.0 - 1.0); }

static int64_t fewer(const struct fund *fund)
{
    int64_t funds = fund->funds / FEWER;
    return funds >= 2 ? funds : 2;
}

/* --- Playing -------------------------------------------------------------------------------- */

struct making {
    const struct portfolio *portfolio;
    const struct fund *fund;
    const struct batch_options *options;
    void (*played)(void *data);
    void *data;
    struct fund_figures *figures;
    struct complaints *complaints;
    struct seat seat[FUND_COMPANIES_MAX], more[LARGEST];
    int seats, mores;
    struct deal *deals, *large, *alone;     /* [funds][seats], [fewer][LARGEST], [fewer][seats] */
    double *multiple, *room;                /* [funds][seats] */
    double *entry;                          /* [funds][seats], of the first cheque alone */
    double *cash, *paid;                    /* [quarters][funds] */
};

int fund_figures_plays(const struct fund *fund)
{
    struct seat seat[FUND_COMPANIES_MAX];
    int plays = fund->companies < LARGEST ? LARGEST : fund->companies;
    portfolio_seat(fund, 0, fund->companies, seat);
    for (int a = 0; a < fund->arms && fund->arms > 1; a++)
        for (int j = 0; j < fund->companies; j++)
            plays += seat[j].arm != a;
    return plays;
}

static enum batch_end play(const struct making *making, struct seat seat, int64_t funds,
                           struct deal *deals, int stride)
{
    enum batch_end end = portfolio_play(making->portfolio, seat, funds, making->options, deals, stride,
                                        making->complaints);
    if (making->played)
        making->played(making->data);
    return end;
}

static enum batch_end play_whole(struct making *making)
{
    enum batch_end end = BATCH_DONE;
    for (int j = 0; j < making->seats && end == BATCH_DONE; j++)
        end = play(making, making->seat[j], making->fund->funds, making->deals + j, making->seats);
    return end;
}

/* The fund's own companies, and so many more of the same mix. */
static enum batch_end play_large(struct making *making)
{
    const int64_t funds = fewer(making->fund);
    enum batch_end end = BATCH_DONE;
    for (int64_t f = 0; f < funds; f++)
        for (int j = 0; j < making->seats; j++)
            making->large[f * LARGEST + j] = making->deals[f * making->seats + j];
    for (int j = 0; j < making->mores && end == BATCH_DONE; j++)
        end = play(making, making->more[j], funds, making->large + making->seats + j, LARGEST);
    return end;
}

/* A fund of one kind of company, with the luck of the companies that it replaces. */
static enum batch_end play_alone(struct making *making, int arm)
{
    const int64_t funds = fewer(making->fund);
    enum batch_end end = BATCH_DONE;
    for (int j = 0; j < making->seats && end == BATCH_DONE; j++) {
        struct seat seat = making->seat[j];
        if (seat.arm != arm) {
            seat.arm = arm;
            end = play(making, seat, funds, making->alone + j, making->seats);
            continue;
        }
        for (int64_t f = 0; f < funds; f++)
            making->alone[f * making->seats + j] = making->deals[f * making->seats + j];
    }
    return end;
}

/* --- Reading -------------------------------------------------------------------------------- */

/* What a dollar of a company's first possible cheque becomes, whether the fund had it or not: the
 * company's own fate, while its multiple in the fund depends on what others have left of the reserves. */
static double entry_multiple(const struct fund *fund, const struct deal *deal)
{
    const int round = fund->enter - 1;
    return deal->rounds > round ? (double)deal->proceeds[round] / (double)deal->amount[round] : NAN;
}

static void keep_fund(int64_t f, const struct ledger *ledger, const struct deal *const *deals, void *data)
{
    const struct making *making = data;
    const struct fund *fund = making->fund;
    double cash = 0.0, called = 0.0, paid = 0.0;
    for (int j = 0; j < making->seats; j++) {
        const struct position *position = &ledger->position[j];
        making->multiple[f * making->seats + j] =
            position->invested > 0.0 ? position->proceeds / position->invested : NAN;
        making->entry[f * making->seats + j] = entry_multiple(fund, deals[j]);
    }
    for (int month = 0; month <= fund->term; month++) {
        cash += ledger->net[month];
        called += ledger->called[month];
        paid += ledger->paid[month];
        if (month % QUARTER)
            continue;
        making->cash[month / QUARTER * fund->funds + f] = cash / fund->size;
        making->paid[month / QUARTER * fund->funds + f] = called > 0.0 ? paid / called : 0.0;
    }
}

static void read_quarters(struct making *making)
{
    struct fund_figures *figures = making->figures;
    const int64_t funds = making->fund->funds;
    figures->quarters = making->fund->term / QUARTER + 1;
    for (int q = 0; q < figures->quarters; q++) {
        struct fund_quarter *quarter = &figures->quarter[q];
        quarter->month = q * QUARTER;
        quarter->cash_mean = statistics_mean(making->cash + q * funds, funds);
        returns_quantiles(making->cash + q * funds, funds, quarter->cash);
        returns_quantiles(making->paid + q * funds, funds, quarter->paid);
    }
}

/* The share of companies above a multiple; its error counts funds, not companies. */
static struct figure share_above(const struct making *making, double least)
{
    const int64_t funds = making->fund->funds;
    double *above = making->room, *all = making->room + funds;
    for (int64_t f = 0; f < funds; f++) {
        above[f] = all[f] = 0.0;
        for (int j = 0; j < making->seats; j++) {
            double multiple = making->multiple[f * making->seats + j];
            above[f] += multiple >= least;
            all[f] += !isnan(multiple);
        }
    }
    return statistics_ratio(above, all, funds);
}

/* Hill's estimate of the exponent of one block of funds. */
static double hill(const struct making *making, int64_t first, int64_t last, double *sorted)
{
    int64_t n = 0;
    for (int64_t i = first * making->seats; i < last * making->seats; i++)
        if (making->multiple[i] > 0.0)
            sorted[n++] = making->multiple[i];
    statistics_sort(sorted, n);
    int64_t k = (last - first) * making->seats / 50;
    if (k < LEAST_IN_TAIL || k >= n)
        return NAN;
    double sum = 0.0;
    for (int64_t i = n - k; i < n; i++)
        sum += log(sorted[i] / sorted[n - k - 1]);
    return (double)k / sum;
}

/* The error comes from blocks, since companies of one world are no independent witnesses. */
static struct figure tail_exponent(const struct making *making)
{
    const int64_t funds = making->fund->funds;
    double block[BLOCKS];
    for (int b = 0; b < BLOCKS; b++)
        block[b] = hill(making, b * funds / BLOCKS, (b + 1) * funds / BLOCKS, making->room);
    return statistics_mean(block, BLOCKS);
}

static bool read_kinship(struct making *making)
{
    const int64_t all = making->fund->funds * making->seats;
    int market[FUND_COMPANIES_MAX];
    for (int j = 0; j < making->seats; j++)
        market[j] = making->fund->arm[making->seat[j].arm].market;
    for (int64_t i = 0; i < all; i++)
        making->room[i] = isnan(making->entry[i]) ? NAN : making->entry[i] >= 1.0;
    bool made = kinship_make(making->room, making->fund->funds, making->seats, market,
                             &making->figures->success);
    for (int64_t i = 0; i < all; i++)
        making->room[i] = log1p(making->entry[i]);
    return made && kinship_make(making->room, making->fund->funds, making->seats, market,
                                &making->figures->growth);
}

static bool read_whole(struct making *making)
{
    struct fund_figures *figures = making->figures;
    const struct returns_choice choice = {making->deals, making->fund->funds, making->seats,
                                          making->seats, false};
    if (!returns_make(making->fund, &choice, true, keep_fund, making, &figures->whole))
        return false;
    read_quarters(making);
    for (int i = 0; i < FUND_TAIL; i++)
        figures->tail[i] = share_above(making, fund_figures_multiple(i));
    figures->tail_exponent = tail_exponent(making);
    return read_kinship(making);
}

static bool read_size(struct making *making, struct returns_choice choice)
{
    struct fund_figures *figures = making->figures;
    struct returns_choice apart = choice;
    apart.apart = true;
    int at = figures->sizes++;
    return returns_make(making->fund, &choice, false, NULL, NULL, &figures->together[at]) &&
           returns_make(making->fund, &apart, false, NULL, NULL, &figures->apart[at]);
}

/* Every usual size, and the fund's own. */
static bool read_sizes(struct making *making)
{
    const int own = making->seats;
    bool made = true, own_done = false;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes && made; s++) {
        struct returns_choice choice = {making->deals, making->fund->funds, own, sizes[s], false};
        if (own < sizes[s] && !own_done) {
            struct returns_choice whole = choice;
            whole.companies = own;
            made = read_size(making, whole);
            own_done = true;
        }
        if (sizes[s] <= own)
            made = made && read_size(making, choice);
        else if (making->mores > 0) {
            choice = (struct returns_choice){making->large, fewer(making->fund), LARGEST, sizes[s], false};
            made = made && read_size(making, choice);
        }
        own_done |= sizes[s] == own;
    }
    if (!own_done && made) {
        struct returns_choice whole = {making->deals, making->fund->funds, own, own, false};
        made = read_size(making, whole);
    }
    return made;
}

/* --- All of it ------------------------------------------------------------------------------ */

static void describe(const struct making *making)
{
    struct fund_figures *figures = making->figures;
    *figures = (struct fund_figures){.fund = making->fund, .version = PLAYBOOK_VERSION};
    for (int a = 0; a < making->fund->arms; a++) {
        const struct candidate *candidate = &making->portfolio->candidate[a];
        figures->arm_name[a] = candidate->scenario->strategy[candidate->strategy].name;
        figures->market_name[a] = candidate->scenario->name;
    }
    for (int j = 0; j < making->seats; j++)
        figures->seats[making->seat[j].arm]++;
}

static bool make_room(struct making *making)
{
    const size_t funds = (size_t)making->fund->funds, seats = (size_t)making->seats;
    const size_t few = (size_t)fewer(making->fund), quarters = (size_t)making->fund->term / QUARTER + 1;
    making->deals = malloc(funds * seats * sizeof *making->deals);
    making->large = malloc(few * LARGEST * sizeof *making->large);
    making->alone = malloc(few * seats * sizeof *making->alone);
    making->multiple = malloc(funds * seats * sizeof *making->multiple);
    making->entry = malloc(funds * seats * sizeof *making->entry);
    making->room = malloc(funds * (seats + 2) * sizeof *making->room);
    making->cash = malloc(quarters * funds * sizeof *making->cash);
    making->paid = malloc(quarters * funds * sizeof *making->paid);
    return making->deals && making->large && making->alone && making->multiple && making->entry &&
           making->room && making->cash && making->paid;
}

static void forget(struct making *making)
{
    free(making->deals);
    free(making->large);
    free(making->alone);
    free(making->multiple);
    free(making->entry);
    free(making->room);
    free(making->cash);
    free(making->paid);
}

static enum batch_end make(struct making *making)
{
    enum batch_end end = play_whole(making);
    if (end == BATCH_DONE && !read_whole(making))
        end = BATCH_NO_MEMORY;
    if (end == BATCH_DONE && making->mores > 0)
        end = play_large(making);
    if (end == BATCH_DONE && !read_sizes(making))
        end = BATCH_NO_MEMORY;
    for (int a = 0; a < making->fund->arms && making->fund->arms > 1 && end == BATCH_DONE; a++) {
        const struct returns_choice choice = {making->alone, fewer(making->fund), making->seats,
                                              making->seats, false};
        end = play_alone(making, a);
        if (end == BATCH_DONE &&
            !returns_make(making->fund, &choice, true, NULL, NULL, &making->figures->alone[a]))
            end = BATCH_NO_MEMORY;
    }
    return end;
}

enum batch_end fund_figures_make(const struct portfolio *portfolio, const struct batch_options *options,
                                 void (*played)(void *data), void *data,
                                 struct fund_figures *figures, struct complaints *complaints)
{
    struct making making = {.portfolio = portfolio,
                            .fund = portfolio->fund,
                            .options = options,
                            .played = played,
                            .data = data,
                            .figures = figures,
                            .complaints = complaints,
                            .seats = portfolio->fund->companies};
    making.mores = making.seats < LARGEST ? LARGEST - making.seats : 0;
    portfolio_seat(making.fund, 0, making.seats, making.seat);
    portfolio_seat(making.fund, making.seats, making.mores, making.more);
    describe(&making);
    enum batch_end end = make_room(&making) ? make(&making) : BATCH_NO_MEMORY;
    forget(&making);
    return end;
}
