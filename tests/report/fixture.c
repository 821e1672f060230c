#include "report/fixture.h"

#include "analysis/payout.h"
#include "analysis/typical.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORLDS = 4000 };

/* What a strategy is like. */
struct kind {
    const char *name;
    double dies;    /* share of companies shut down by the end of ten years */
    double median;  /* founders' proceeds of those who live */
    double spread;  /* sigma of their logarithm */
    double revenue; /* yearly, of the median survivor after ten years */
    int rounds;
    double services; /* share of revenue from services at the end */
    int luck;        /* strategies with the same rounds and luck fare alike */
};

#define SERVICES                                                                                   \
    {                                                                                              \
        "Services first, bootstrapped", .30, 1.9e6, 1.35, 9e6, 0, .10, 0                           \
    }
#define VENTURE                                                                                    \
    {                                                                                              \
        "IP with venture money", .64, 3.2e6, 2.1, 14e6, 4, .02, 0                                  \
    }
#define BOARD                                                                                      \
    {                                                                                              \
        "Services first, then the board takes over", .55, 1.5e6, 1.8, 8e6, 3, .12, 0               \
    }
#define ANGELS                                                                                     \
    {                                                                                              \
        "IP, angels only", .62, 1.2e6, 1.6, 4e6, 1, .02, 0                                         \
    }
#define COMMUNITY                                                                                  \
    {                                                                                              \
        "Community first", .48, 2.4e6, 1.9, 6e6, 2, .05, 0                                         \
    }
#define LATE                                                                                       \
    {                                                                                              \
        "Services first, Series A late", .33, 2.6e6, 1.6, 11e6, 2, .15, 0                          \
    }

#define LIKE_SERVICES(name, dies, median, luck)                                                    \
    {                                                                                              \
        name, dies, median, 1.35, 9e6, 0, .10, luck                                                \
    }
#define DEAD(name)                                                                                 \
    {                                                                                              \
        name, 1, 0, 0, 0, 1, .5, 0                                                                 \
    }
#define LONG(name)                                                                                 \
    "A strategy whose author could not decide what mattered most and therefore wrote down all of " \
    "it, including the reasons, at " name
#define NO_SPACES                                                                                  \
    "Nospacesatallinthisverylongnameofastrategywhichcannotbebrokenanywhereandyetmustbeshownsomeho" \
    "w"

#define TITLE "OpenStack 2011"
#define ABOUT "The market in which three companies made different bets."

struct recipe {
    const char *name; /* of the fixture, for files and failures */
    const char *title, *description;
    int strategies, horizon;
    int64_t paths;
    struct kind kind[STRATEGIES_MAX];
};

static const struct recipe recipes[FIXTURES] = {
    [FIXTURE_TWO] = {"two", TITLE, ABOUT, 2, 120, 20000, {SERVICES, VENTURE}},
    [FIXTURE_ONE] = {"one", TITLE, ABOUT, 1, 120, 20000, {SERVICES}},
    [FIXTURE_THREE] = {"three", TITLE, ABOUT, 3, 120, 20000, {VENTURE, SERVICES, BOARD}},
    [FIXTURE_SIX] =
        {"six", TITLE, ABOUT, 6, 120, 20000, {VENTURE, SERVICES, BOARD, ANGELS, COMMUNITY, LATE}},
    [FIXTURE_EQUAL] = {"equal",
                       TITLE,
                       ABOUT,
                       2,
                       120,
                       20000,
                       {SERVICES, LIKE_SERVICES("The same under another name", .30, 1.9e6, 0)}},
    [FIXTURE_CLOSE] = {"close",
                       TITLE,
                       ABOUT,
                       2,
                       120,
                       400,
                       {SERVICES, LIKE_SERVICES("Services first, a week later", .30, 1.9e6, 2)}},
    [FIXTURE_CERTAIN] = {"certain",
                         TITLE,
                         ABOUT,
                         2,
                         120,
                         20000,
                         {LIKE_SERVICES("Services first, bootstrapped", 0, 1.9e6, 0),
                          LIKE_SERVICES("Services first, at half the price", 0, .95e6, 0)}},
    [FIXTURE_DEAD] =
        {"dead", TITLE, ABOUT, 2, 120, 20000, {DEAD("Sell licences"), DEAD("Sell more licences")}},
    [FIXTURE_BOOTSTRAP] = {"bootstrap",
                           TITLE,
                           ABOUT,
                           2,
                           120,
                           20000,
                           {SERVICES,
                            {"Services first, frugal", .33, 2.6e6, 1.6, 11e6, 0, .15, 3}}},
    [FIXTURE_ONE_PATH] = {"one-path", TITLE, ABOUT, 2, 120, 1, {SERVICES, VENTURE}},
    [FIXTURE_ONE_MONTH] = {"one-month", TITLE, ABOUT, 2, 1, 20000, {SERVICES, VENTURE}},
    [FIXTURE_THIRTY_YEARS] = {"thirty-years", TITLE, ABOUT, 2, 360, 20000, {SERVICES, VENTURE}},
    [FIXTURE_HOSTILE] = {"hostile",
                         "'; system('touch " FIXTURE_CANARY "') # \" `touch " FIXTURE_CANARY
                         "` $(touch " FIXTURE_CANARY ")\n!touch " FIXTURE_CANARY "\n@x %s %d",
                         "<script>alert(1)</script> & | tee " FIXTURE_CANARY " \\ \\n {/:Bold x}",
                         2,
                         120,
                         20000,
                         {{"It's {/=40 a_b^c} `touch " FIXTURE_CANARY "` & 100%d", .30, 1.9e6, 1.35,
                           9e6, 0, .10, 0},
                          {"< \"x\" | \u6f22\u5b57 \U0001f680 \u00e9 @y\nexit", .64, 3.2e6,
                           2.1, 14e6, 4, .02, 0}}},
    [FIXTURE_LONG] = {"long",
                      LONG("considerable length in every respect"),
                      "A description that goes on for longer than anybody will read, which does "
                      "not keep anybody from writing it, since the market, the company, the money "
                      "and the times all deserve a sentence or two of their own, and then there is "
                      "the history of it.",
                      6,
                      120,
                      20000,
                      {{LONG("some length (first)"), .64, 3.2e6, 2.1, 14e6, 4, .02, 0},
                       {LONG("greater length (second)"), .30, 1.9e6, 1.35, 9e6, 0, .10, 0},
                       {NO_SPACES, .55, 1.5e6, 1.8, 8e6, 3, .12, 0},
                       {LONG("length four"), .62, 1.2e6, 1.6, 4e6, 1, .02, 0},
                       {LONG("length five"), .48, 2.4e6, 1.9, 6e6, 2, .05, 0},
                       {LONG("length six"), .33, 2.6e6, 1.6, 11e6, 2, .15, 0}}},
};

/* Uniform numbers from a world, a strategy and a purpose, always the same. */
static double uniform(unsigned world, unsigned strategy, unsigned purpose)
{
    uint64_t x = world * 2654435761ULL + strategy * 40503ULL + purpose * 97ULL + 1;
    x ^= x >> 31;
    x *= 0x7fb5d329728ea185ULL;
    x ^= x >> 27;
    x *= 0x81dadef4bc2dd44dULL;
    x ^= x >> 33;
    return ((double)(x >> 11) + 0.5) / 9007199254740992.0;
}

static double normal(unsigned world, unsigned strategy, unsigned purpose)
{
    double sum = -6;
    for (unsigned i = 0; i < 12; i++)
        sum += uniform(world, strategy, purpose * 16 + i + 7);
    return sum;
}

static double take_home(const struct kind *kind, int world)
{
    unsigned own = (unsigned)(kind->rounds + 100 * kind->luck);
    if (uniform((unsigned)world, own, 1) < kind->dies)
        return 0;
    double luck = 0.6 * normal((unsigned)world, 99, 2) + 0.8 * normal((unsigned)world, own, 3);
    return kind->median * exp(kind->spread * luck);
}

static struct figure share(double value, int64_t paths)
{
    return (struct figure){value, paths > 1 ? sqrt(value * (1 - value) / (double)paths) : 0};
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(const double *sorted, int n, double p)
{
    int at = (int)(p * n);
    return sorted[at < n ? at : n - 1];
}

static double above(const double *sorted, int n, double amount)
{
    int count = 0;
    for (int i = 0; i < n; i++)
        count += sorted[i] >= amount;
    return (double)count / n;
}

static void fill_founders(struct strategy_summary *one, const struct kind *kind, int64_t paths)
{
    int n = paths < WORLDS ? (int)paths : WORLDS;
    double *worlds = malloc((size_t)n * sizeof *worlds), sum = 0, squares = 0, best = 0;
    for (int w = 0; w < n; w++) {
        worlds[w] = take_home(kind, w);
        sum += worlds[w];
        squares += worlds[w] * worlds[w];
    }
    qsort(worlds, (size_t)n, sizeof *worlds, ascending);
    for (int w = n - (n + 99) / 100; w < n; w++)
        best += worlds[w];
    for (int q = 0; q < SUMMARY_QUANTILES; q++) {
        double value = quantile(worlds, n, summary_probability[q]);
        one->founder_quantile[q] = (struct figure){value, paths > 1 ? value * 0.015 : 0};
    }
    double mean = sum / n;
    one->founder_mean = (struct figure){
        mean, paths > 1 ? sqrt(fmax(squares / n - mean * mean, 0) / (double)paths) : 0};
    one->share_of_best_percent = sum > 0 ? best / sum : 0;
    one->chance_nothing = share(1 - above(worlds, n, 1000), paths);
    one->chance_1m = share(above(worlds, n, 1e6), paths);
    one->chance_10m = share(above(worlds, n, 1e7), paths);
    for (int t = 0; t < TAKE_HOMES; t++)
        one->take_home[t] = quantile(worlds, n, (t + 0.5) / TAKE_HOMES);
    for (int c = 0; c < CLEARANCES; c++)
        one->clears[c] = above(worlds, n, summary_clearance(c));
    double each = mean / 3, forgone = 1.6e5; /* three founders */
    one->forgone = (struct figure){forgone, paths > 1 ? 900 : 0};
    one->certain = (struct figure){0.25 * each - forgone, paths > 1 ? 0.01 * each + 900 : NAN};
    one->worse = share(1 - above(worlds, n, 3 * forgone), paths);
    one->dominated_by = -1;
    one->pool_mean = (struct figure){kind->rounds * 2e5, paths > 1 ? kind->rounds * 4e3 : 0};
    one->pool_100k = share(0.07 * kind->rounds, paths);
    free(worlds);
    one->founders_share =
        (struct figure){kind->rounds > 0 ? 1 - 0.16 * kind->rounds : 0.94, paths > 1 ? 0.002 : 0};
    one->years_to_liquidity =
        kind->dies < 1 ? (struct figure){6.4, 0.03} : (struct figure){NAN, NAN};
}

static void fill_outcomes(struct strategy_summary *one, const struct kind *kind, int horizon,
                          int64_t paths)
{
    double lives = 1 - kind->dies;
    double shares[OUTCOMES] = {kind->dies * .87, 0, kind->dies * .13, 0, 0};
    if (kind->dies >= 1) {
        shares[OUTCOME_SHUT_DOWN] = 1;
        shares[OUTCOME_ACQUIHIRED] = 0;
    }
    double sold = kind->rounds > 0 ? .46 : .22;
    shares[OUTCOME_IPO] = lives * (kind->rounds > 2 ? .09 : .02);
    shares[OUTCOME_ACQUIRED] = lives * sold;
    shares[OUTCOME_PRIVATE] = lives - shares[OUTCOME_IPO] - shares[OUTCOME_ACQUIRED];
    if (paths == 1)
        for (int o = 0; o < OUTCOMES; o++)
            shares[o] = o == (kind->rounds > 0 ? OUTCOME_SHUT_DOWN : OUTCOME_PRIVATE);
    for (int o = 0; o < OUTCOMES; o++)
        one->outcome[o] = share(shares[o], paths);
    double dead = shares[OUTCOME_SHUT_DOWN] + shares[OUTCOME_ACQUIHIRED];
    one->cause[CAUSE_NONE] = share(shares[OUTCOME_PRIVATE], paths);
    one->cause[CAUSE_OUT_OF_CASH] = share(dead * .8, paths);
    one->cause[CAUSE_GAVE_UP] = share(dead * .2, paths);
    one->cause[CAUSE_OFFER] = share(shares[OUTCOME_ACQUIRED], paths);
    one->cause[CAUSE_LISTED] = share(shares[OUTCOME_IPO], paths);
    one->open = calloc((size_t)horizon + 1, sizeof *one->open);
    one->open_error = calloc((size_t)horizon + 1, sizeof *one->open_error);
    for (int m = 0; m <= horizon; m++) {
        double gone = dead * (1 - exp(-3.0 * m / horizon)) / (1 - exp(-3.0));
        if (paths == 1)
            gone = dead > 0 && m > horizon / 2;
        one->open[m] = 1 - gone;
        one->open_error[m] = share(gone, paths).error;
    }
    one->dead_by_5_years =
        horizon >= 60 ? share(1 - one->open[60], paths) : (struct figure){NAN, NAN};
}

static void fill_quarters(struct strategy_summary *one, const struct kind *kind, int horizon)
{
    one->quarters = horizon / 3 + 1;
    one->quarter = calloc((size_t)one->quarters, sizeof *one->quarter);
    for (int q = 0; q < one->quarters; q++) {
        struct quarter *quarter = &one->quarter[q];
        quarter->month = 3 * q;
        double t = quarter->month / 120.0, grown = kind->revenue * (t * t * .8 + t * .14 + .06);
        double gone = 1 - one->open[quarter->month];
        quarter->p95 = grown * (2.5 + 3 * t);
        quarter->p75 = grown * 1.9 * (1 - gone / 1.2);
        quarter->p50 = gone > .5 ? 0 : grown * (1 - gone);
        quarter->p25 = gone > .25 ? 0 : grown * .6;
        quarter->p5 = gone > .05 ? 0 : grown * .3;
        double mean = grown * 1.5 * (1 - gone), late_part = fmin(1, t);
        double pure = 1 - (1 - kind->services) * late_part;
        quarter->stream[STREAM_SERVICES] = mean * pure * .85;
        quarter->stream[STREAM_TRAINING] = mean * pure * .15;
        quarter->stream[STREAM_SUPPORT] = mean * (1 - pure) * .12;
        quarter->stream[STREAM_SUBSCRIPTION] = mean * (1 - pure) * (kind->rounds > 2 ? .2 : .6);
        quarter->stream[STREAM_VALUE_ADDED] = mean * (1 - pure) * .26;
        quarter->stream[STREAM_LICENCES] = mean * (1 - pure) * (kind->rounds > 2 ? .4 : 0);
        quarter->stream[STREAM_ADVERTISING] = mean * (1 - pure) * .02;
        if (kind->dies >= 1 && q > one->quarters / 2)
            *quarter = (struct quarter){.month = quarter->month};
    }
}

static void fill_investors(struct strategy_summary *one, const struct kind *kind, int64_t paths)
{
    static const double companies[BUCKETS] = {.22, .26, .18, .17, .10, .04, .02, .01};
    static const double proceeds[BUCKETS] = {0, .04, .09, .15, .20, .16, .12, .24};
    static const double amounts[ROUNDS_MAX] = {0.9e6, 4.5e6, 10e6, 15e6, 23e6, 40e6};
    const struct figure unknown = {NAN, NAN};
    one->invested = one->multiple = one->multiple_median = one->loss_ratio = one->irr = unknown;
    one->best_multiple = NAN;
    if (kind->rounds == 0)
        return;
    one->raised = share(.45 + .1 * kind->rounds, paths);
    bool lost = kind->dies >= 1;
    one->invested = (struct figure){9.2e6, paths > 1 ? 1e5 : 0};
    one->multiple = (struct figure){lost ? 0 : 1.85, lost || paths == 1 ? 0 : .21};
    one->multiple_median = (struct figure){lost ? 0 : .41, paths > 1 ? .01 : 0};
    one->loss_ratio = share(lost ? 1 : .66, paths);
    one->irr = lost ? unknown : (struct figure){.113, NAN};
    one->best_multiple = lost ? 0 : 164;
    for (int b = 0; b < BUCKETS; b++) {
        one->bucket_companies[b] = lost ? b == 0 : companies[b];
        one->bucket_proceeds[b] = lost ? 0 : proceeds[b];
    }
    one->closings = kind->rounds;
    for (int r = 0; r < kind->rounds; r++) {
        struct cap_table *table = &one->cap_table[r];
        table->reached = one->raised.value * pow(.6, r);
        table->month = 10 + 17 * r;
        table->amount = amounts[r];
        double left = 1;
        for (int k = r; k >= 0; k--) {
            table->investor[k] = .2 * left;
            left -= table->investor[k];
        }
        table->pool = .13 * left;
        table->founders = left - table->pool;
        table->multiple = (struct figure){lost ? 0 : 2.2 - .2 * r, lost || paths == 1 ? 0 : .2};
        table->loss_ratio = share(lost ? 1 : .7 - .1 * r, paths);
    }
}

/* Of a price, by rule of thumb: lenders and preferences first, the rest as shares. */
static void fill_point(struct payout_shares *point, int rounds, double price)
{
    double lenders = fmin(3e5, price), left = price - lenders, claims = fmin(2e6 * rounds, left), rest = left - claims;
    *point = (struct payout_shares){.price = price, .lenders = lenders / price};
    for (int r = 0; r < rounds; r++)
        point->round[r] = (claims / rounds + rest * .4 / rounds) / price;
    point->staff = rest * .1 / price;
    point->founders = rest * .5 / price;
}

static struct payout *payout_of(const struct kind *kind, int horizon)
{
    struct payout *payout = calloc(1, sizeof *payout);
    *payout = (struct payout){.path = 4711, .among = 905, .outcome = OUTCOME_ACQUIRED, .month = horizon,
                              .price = 1.2e7 * kind->rounds, .cash = 4e5, .claims = 3e5 + 2e6 * kind->rounds,
                              .founders_from = 3e5 + 2e6 * kind->rounds + 2e3, .rounds = kind->rounds};
    struct payout_shares at;
    fill_point(&at, kind->rounds, payout->price);
    struct payout_step *step = payout->step;
    *step++ = (struct payout_step){PAYOUT_LENDERS, -1, 3e5, 3e5};
    for (int r = kind->rounds - 1; r >= 0; r--)
        *step++ = (struct payout_step){PAYOUT_PREFERENCE, r, 2e6, 2e6};
    for (int r = kind->rounds - 1; r >= 0; r--) {
        double beside = at.round[r] * payout->price - 2e6;
        *step++ = (struct payout_step){PAYOUT_PARTICIPATION, r, beside, beside};
    }
    *step++ = (struct payout_step){PAYOUT_STAFF, -1, at.staff * payout->price, at.staff * payout->price};
    *step++ = (struct payout_step){PAYOUT_FOUNDERS, -1, at.founders * payout->price, at.founders * payout->price};
    payout->steps = (int)(step - payout->step);
    for (int p = 0; p < PAYOUT_POINTS; p++)
        fill_point(&payout->point[p], kind->rounds, 1e6 * pow(10, 3.0 * p / (PAYOUT_POINTS - 1)));
    return payout;
}

/* Money every fifth of a life; it ends with nothing or lives on. */
static struct typical *typical_of(const struct kind *kind, int horizon)
{
    struct typical *typical = calloc(1, sizeof *typical);
    bool dies = kind->dies > .5;
    int months = dies && horizon > 1 ? horizon / 2 : horizon;
    *typical = (struct typical){.path = 815, .among = 1000, .raised = kind->rounds > 0, .months = months};
    typical->result = (struct result){.rounds = (uint8_t)kind->rounds, .month = (uint16_t)months,
                                      .outcome = dies ? OUTCOME_SHUT_DOWN : OUTCOME_PRIVATE};
    double cash = 6e5, burn = 1e4;
    typical->cash[0] = cash;
    for (int m = 1; m <= months; m++) {
        cash -= burn;
        int next = typical->marks;
        if (next < kind->rounds && m >= (next + 1) * months / (kind->rounds + 1)) {
            double amount = 1e6 * (next + 1) * (next + 1);
            typical->mark[typical->marks++] =
                (struct typical_mark){.month = m, .round = next, .amount = amount, .runway = fmax(cash / burn, 0)};
            typical->raised_in_all += amount;
            cash += amount;
            burn = amount / 20;
        }
        typical->cash[m] = dies && m == months ? -1e5 : cash;
    }
    return typical;
}

static void fill_money(struct strategy_summary *one, const struct kind *kind, int horizon, int64_t paths)
{
    one->typical = typical_of(kind, horizon);
    one->exit.amount = one->exit.multiple.value = one->exit.loss_ratio.value = one->exit_error = NAN;
    if (kind->rounds == 0 || kind->dies >= 1)
        return;
    one->payout = payout_of(kind, horizon);
    one->exit = one->cap_table[kind->rounds - 1];
    one->exit.amount = NAN;
    one->exit.reached = .07;
    one->exit_error = paths > 1 ? .004 : NAN;
}

static void fill_pair(struct pair_summary *pair, const struct recipe *recipe)
{
    int n = recipe->paths < WORLDS ? (int)recipe->paths : WORLDS;
    double *difference = malloc((size_t)n * sizeof *difference), sum = 0, wins = 0, losses = 0;
    for (int w = 0; w < n; w++) {
        difference[w] = take_home(&recipe->kind[pair->a], w) - take_home(&recipe->kind[pair->b], w);
        sum += difference[w];
        wins += difference[w] >= 1000;
        losses += difference[w] <= -1000;
        int bin = DIFFERENCE_BINS - 1;
        while (bin > 0 && difference[w] < summary_bin_edge(bin))
            bin--;
        pair->bin[bin] += 1.0 / n;
    }
    qsort(difference, (size_t)n, sizeof *difference, ascending);
    pair->a_wins = share(wins / n, recipe->paths);
    pair->b_wins = share(losses / n, recipe->paths);
    pair->ties = share(1 - (wins + losses) / n, recipe->paths);
    double median = quantile(difference, n, .5);
    double spread = sqrt((double)recipe->paths);
    pair->median_difference =
        (struct figure){median, recipe->paths > 1 ? (1e3 + fabs(median)) * 5 / spread : 0};
    pair->mean_difference = (struct figure){sum / n, recipe->paths > 1 ? 2e7 / spread : 0};
    bool apart = recipe->kind[pair->a].rounds != recipe->kind[pair->b].rounds;
    pair->prefer[0][0] = share(apart ? .7 * wins / n : 0, recipe->paths);
    pair->prefer[0][1] = share(apart ? .2 * wins / n : 0, recipe->paths);
    pair->prefer[1][0] = share(apart ? .1 * losses / n : 0, recipe->paths);
    pair->prefer[1][1] = share(apart ? .8 * losses / n : 0, recipe->paths);
    pair->clear = recipe->paths > 1 && fabs(wins - losses) / n >
                                           1.96 * sqrt((wins + losses) / n / (double)recipe->paths);
    free(difference);
}

static struct scenario *scenario_of(const struct recipe *recipe, bool hostile)
{
    static const char *const round_names[ROUNDS_MAX] = {"Seed",     "Series A", "Series B",
                                                        "Series C", "Series D", "Series E"};
    static const char *const hostile_names[3] = {"`touch " FIXTURE_CANARY "`", "'@x %s {/=40 a_b^c}\n\"", "\u6f22\u5b57\t\\"};
    struct scenario *scenario = calloc(1, sizeof *scenario);
    scenario->file = "scenarios/openstack-2011.yaml";
    scenario->name = recipe->title;
    scenario->description = recipe->description;
    scenario->start_year = 2011;
    scenario->start_month = 7;
    scenario->horizon = recipe->horizon;
    scenario->paths = recipe->paths;
    scenario->seed = 2011;
    scenario->hash = 0x3f9c21aa0b5d7e86;
    scenario->strategies = recipe->strategies;
    scenario->strategy = calloc((size_t)recipe->strategies, sizeof *scenario->strategy);
    struct assumption *first = scenario->strategy[0].assumptions;
    first[PARAMETER_COLUMN(founder.wealth)].value.a = 2e5;
    first[PARAMETER_COLUMN(founder.salary)].value.a = 12.5e3;
    first[PARAMETER_COLUMN(founder.risk_aversion)].value.a = 2;
    for (int i = 0; i < recipe->strategies; i++) {
        scenario->strategy[i].name = recipe->kind[i].name;
        scenario->strategy[i].rounds = recipe->kind[i].rounds;
        for (int r = 0; r < ROUNDS_MAX; r++)
            scenario->strategy[i].round_name[r] = hostile && r < 3 ? hostile_names[r] : round_names[r];
    }
    return scenario;
}

struct summary *fixture_create(enum fixture fixture)
{
    const struct recipe *recipe = &recipes[fixture];
    struct summary *summary = calloc(1, sizeof *summary);
    summary->scenario = scenario_of(recipe, fixture == FIXTURE_HOSTILE);
    summary->version = "0.1.0";
    summary->seed = 2011;
    summary->paths = recipe->paths;
    summary->strategies = recipe->strategies;
    for (int i = 0; i < recipe->strategies; i++) {
        struct strategy_summary *one = &summary->strategy[i];
        one->name = recipe->kind[i].name;
        fill_founders(one, &recipe->kind[i], recipe->paths);
        fill_outcomes(one, &recipe->kind[i], recipe->horizon, recipe->paths);
        fill_quarters(one, &recipe->kind[i], recipe->horizon);
        fill_investors(one, &recipe->kind[i], recipe->paths);
        if (fixture != FIXTURE_EQUAL) /* whose companies nobody looked at one by one */
            fill_money(one, &recipe->kind[i], recipe->horizon, recipe->paths);
    }
    summary->torn = share(recipe->strategies > 1 ? .14 : 0, recipe->paths);
    for (int i = 1; i < recipe->strategies; i++) {
        struct strategy_summary *one = &summary->strategy[i];
        if (one->chance_nothing.value > summary->strategy[0].chance_nothing.value + .05 &&
            one->founder_quantile[SUMMARY_MEDIAN].value <
                summary->strategy[0].founder_quantile[SUMMARY_MEDIAN].value)
            one->dominated_by = 0;
    }
    for (int a = 0; a < recipe->strategies; a++)
        for (int b = a + 1; b < recipe->strategies; b++) {
            struct pair_summary *pair = &summary->pair[summary->pairs++];
            pair->a = a;
            pair->b = b;
            fill_pair(pair, recipe);
        }
    return summary;
}

void fixture_destroy(struct summary *summary)
{
    for (int i = 0; i < summary->strategies; i++) {
        free(summary->strategy[i].open);
        free(summary->strategy[i].open_error);
        free(summary->strategy[i].quarter);
        free(summary->strategy[i].payout);
        free(summary->strategy[i].typical);
    }
    free(summary->scenario->strategy);
    free((void *)(uintptr_t)summary->scenario);
    free(summary);
}

const char *fixture_name(enum fixture fixture)
{
    return recipes[fixture].name;
}
