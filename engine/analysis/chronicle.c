#include "analysis/chronicle.h"

#include "analysis/deals.h"
#include "analysis/milestones.h"
#include "analysis/replay.h"
#include "analysis/users.h"
#include "model/debt.h"
#include "model/sales.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What has been told already, and last month's state. */
struct memory {
    double open, giants, rival_appeal, adopted, maturity, mood_told;
    double stage, controlled, rounds, release;
    double searching, agreed, bridged, down, advanced, advance, advance_month, debt;
    struct users users;
    struct deals deals;
    struct milestones milestones;
};

void chronicle_tell(struct chronicle *chronicle, int month, enum happening what,
                    const double number[CHRONICLE_NUMBERS])
{
    if (chronicle->events == chronicle->room) {
        int room = chronicle->room ? 2 * chronicle->room : 64;
        struct chronicle_event *event = realloc(chronicle->event, (size_t)room * sizeof *event);
        if (!event) {
            chronicle->failed = true;
            return;
        }
        chronicle->event = event;
        chronicle->room = room;
    }
    struct chronicle_event *event = &chronicle->event[chronicle->events++];
    *event = (struct chronicle_event){.month = month, .what = what};
    memcpy(event->number, number, sizeof event->number);
}

double chronicle_mark(double *told, double number, const double *marks, int n)
{
    for (int m = n - 1; m >= 0 && marks[m] > *told; m--)
        if (number >= marks[m])
            return *told = marks[m];
    return 0.0;
}

#define TELL(what, ...) CHRONICLE_TELL(chronicle, month, what, __VA_ARGS__)

static bool passes(double before, double now, double mark) { return before < mark && now >= mark; }

/* What services have brought so far, and as a share of all money, that of investors included. */
static void tell_adoption(struct chronicle *chronicle, const struct block *block, int month, double adopted)
{
    double in = chronicle->started_with, services = chronicle->billed[STREAM_SERVICES];
    for (int s = 0; s < STREAMS; s++)
        in += chronicle->billed[s];
    for (int r = 0; r < (int)block->company.rounds[0]; r++)
        in += block->closing[r][0].amount;
    TELL(HAPPENED_ADOPTION, block->world.adopters[0], adopted, services, in > 0.0 ? services / in : 0.0);
}

static void tell_giant(struct chronicle *chronicle, struct memory *memory, const struct block *block, int month)
{
    const struct world *world = &block->world;
    bool sells = block->now.subscription[0] > 0.0 || block->now.licences[0] > 0.0;
    TELL(HAPPENED_GIANT, world->giants[0], world->rival_appeal[0],
         sells ? sales_beats(block, 0, memory->rival_appeal) : 0.0,
         sells ? sales_beats(block, 0, world->rival_appeal[0]) : 0.0);
}

/* In the first year it is against the start, which is no year ago: nothing is told of it. */
static double growth_of_a_year(const struct block *block, int month)
{
    return month >= 12 ? block->company.growth[0] : 0.0;
}

static void tell_world(struct chronicle *chronicle, struct memory *memory, const struct block *block,
                       int month)
{
    const struct world *world = &block->world;
    double adopted = world->adopters[0] / block->given.market.accounts[0];
    if (world->open[0] != memory->open)
        TELL(world->open[0] > 0.0 ? HAPPENED_CLIMATE_OPENS : HAPPENED_CLIMATE_SHUTS, 0);
    if (world->giants[0] > memory->giants)
        tell_giant(chronicle, memory, block, month);
    double mood = world->mood[0];
    double told_mood = mood > 1.33 ? 1.0 : mood < 0.75 ? -1.0 : fabs(log(mood)) < 0.1 ? 0.0 : memory->mood_told;
    if (told_mood != memory->mood_told && told_mood != 0.0)
        TELL(HAPPENED_HEADLINES, mood, growth_of_a_year(block, month), block->company.revenue[0]);
    if (passes(memory->maturity, world->maturity[0], 0.5))
        TELL(HAPPENED_HALF_MATURE, 0);
    if (passes(memory->adopted, adopted, 0.1) || passes(memory->adopted, adopted, 0.5))
        tell_adoption(chronicle, block, month, adopted);
    memory->open = world->open[0];
    memory->giants = world->giants[0];
    memory->rival_appeal = world->rival_appeal[0];
    memory->mood_told = told_mood;
    memory->maturity = world->maturity[0];
    memory->adopted = adopted;
}

/* The stage, and how often it releases if that is new. */
static void tell_stage(struct chronicle *chronicle, struct memory *memory, const struct block *block, int month)
{
    double release = block->now.release_interval[0];
    TELL(HAPPENED_STAGE, block->company.stage[0], release != memory->release ? release : 0.0);
    memory->stage = block->company.stage[0];
    memory->release = release;
}

static void tell_repaid(struct chronicle *chronicle, struct memory *memory, const struct block *block, int month)
{
    const struct company *company = &block->company;
    if (company->advanced[0] > memory->advanced)
        memory->advance_month = month;
    if (memory->advance > 0.0 && company->advance[0] == 0.0)
        TELL(HAPPENED_ADVANCE_REPAID, month - memory->advance_month);
    if (memory->debt > 0.0 && company->debt[0] == 0.0)
        TELL(HAPPENED_DEBT_REPAID, company->debt_age[0]);
    memory->advance = company->advance[0];
    memory->debt = company->debt[0];
}

/* From the first visit to a term sheet, or to what becomes of a search without one. */
static void tell_search(struct chronicle *chronicle, struct memory *memory, const struct block *block, int month)
{
    const struct company *company = &block->company;
    const struct funding *funding = &block->given.funding;
    double round = company->rounds[0], months = company->searching[0];
    bool over = memory->searching > 0.0 && months == 0.0 && round == memory->rounds;
    if (memory->searching == 0.0 && months > 0.0)
        TELL(HAPPENED_SEARCH, round, company->cash[0] / fmax(company->spent[0], 1.0));
    if (company->agreed[0] > memory->agreed)
        TELL(HAPPENED_TERM_SHEET, round, months, company->agreed[0]);
    months = memory->searching + 1.0;
    if (company->bridged[0] > memory->bridged)
        TELL(HAPPENED_BRIDGE, round, company->raised[0], months);
    else if (company->down[0] > memory->down)
        TELL(HAPPENED_DOWN, round, funding->search_down_round_price[0], months);
    else if (over && company->cash[0] > block->next.runway[0] * company->spent[0])
        TELL(HAPPENED_SEARCH_ENDS, round, memory->searching);
    else if (over)
        TELL(HAPPENED_SEARCH_FAILS, round, months, company->resting[0]);
    if (company->advanced[0] > memory->advanced)
        TELL(HAPPENED_ADVANCE, company->borrowed[0], company->borrowed[0] * funding->advance_multiple[0]);
    tell_repaid(chronicle, memory, block, month);
    memory->searching = company->searching[0];
    memory->agreed = company->agreed[0];
    memory->bridged = company->bridged[0];
    memory->down = company->down[0];
    memory->advanced = company->advanced[0];
}

static void tell_money(struct chronicle *chronicle, struct memory *memory, const struct block *block,
                       int month)
{
    const struct company *company = &block->company;
    int round = (int)company->rounds[0];
    if (company->rounds[0] > memory->rounds) {
        const struct closing *closing = &block->closing[round - 1][0];
        TELL(HAPPENED_ROUND, round - 1, closing->amount, closing->pre_money, closing->founders_share, company->borrowed[0]);
    }
    tell_search(chronicle, memory, block, month);
    if (company->controlled[0] != memory->controlled) {
        double stake = 0.0;
        for (int r = 0; r < ROUNDS_MAX; r++)
            stake += company->investor_share[r][0];
        TELL(HAPPENED_BOARD, stake, company->stage[0], company->year[STREAM_SERVICES][0], company->revenue[0]);
        memory->stage = company->stage[0];
    }
    memory->rounds = company->rounds[0];
    memory->controlled = company->controlled[0];
}

/* The first need of the next round that the company does not meet. */
static void find_obstacle(struct chronicle *chronicle, const struct block *block)
{
    const struct company *company = &block->company;
    const struct round *next = &block->next;
    double product = company->year[STREAM_SUPPORT][0] + company->year[STREAM_SUBSCRIPTION][0] +
                     company->year[STREAM_VALUE_ADDED][0] + company->year[STREAM_LICENCES][0] +
                     company->year[STREAM_ADVERTISING][0];
    double customers = company->subscribers[0] + company->licensees[0] + company->payers[0];
    /* Enough users stand for revenue, as in the search. */
    double asked = company->down[0] > 0.0 ? block->given.funding.search_down_round_price[0] : 1.0;
    double waived = next->need_users[0] > 0.0 && company->users[0] >= asked * next->need_users[0] ? 0.0 : 12.0 * asked;
    const struct {
        enum obstacle obstacle;
        double needed, had;
    } need[] = {{OBSTACLE_REVENUE, waived * next->need_revenue[0], company->revenue[0]},
                {OBSTACLE_PRODUCT_REVENUE, waived * next->need_product_revenue[0], product},
                {OBSTACLE_CUSTOMERS, asked * next->need_customers[0], customers},
                {OBSTACLE_COMPLETENESS, asked * next->need_completeness[0], company->completeness[0]},
                {OBSTACLE_GROWTH, next->need_growth[0], company->growth[0]},
                {OBSTACLE_WAIT, next->need_month[0], block->month - 1}, /* the month that was played */
                {OBSTACLE_WAIT, next->wait[0], company->since_round[0]}};
    if (company->rounds[0] >= block->rounds) {
        chronicle->obstacle = OBSTACLE_NO_ROUND_LEFT;
        return;
    }
    for (size_t i = 0; i < sizeof need / sizeof *need; i++)
        if (need[i].had < need[i].needed) {
            chronicle->obstacle = need[i].obstacle;
            chronicle->needed = need[i].needed;
            chronicle->had = need[i].had;
            return;
        }
}

static void remember_state(struct chronicle *chronicle, const struct block *block)
{
    const struct company *company = &block->company;
    const struct world *world = &block->world;
    chronicle->cash = company->cash[0];
    chronicle->spent = company->spent[0];
    chronicle->collected = company->collected[0];
    chronicle->people = company->headcount[0];
    chronicle->expertise = company->expertise[0];
    chronicle->influence = company->influence[0];
    chronicle->completeness = company->completeness[0];
    chronicle->fit = company->fit[0];
    chronicle->lead = company->lead[0];
    chronicle->users = company->users[0];
    chronicle->visits = company->visits[0];
    chronicle->joined = company->joined[0];
    chronicle->business_users = company->business_users[0];
    chronicle->payers = company->payers[0];
    chronicle->subscribers = company->subscribers[0];
    chronicle->licensees = company->licensees[0];
    chronicle->adopters = world->adopters[0];
    chronicle->adopted = world->adopters[0] / block->given.market.accounts[0];
    chronicle->maturity = world->maturity[0];
    chronicle->rival_appeal = world->rival_appeal[0];
    chronicle->open = world->open[0];
    for (int s = 0; s < STREAMS; s++)
        chronicle->year[s] = company->year[s][0];
    chronicle->revenue = company->revenue[0];
    chronicle->growth = company->growth[0];
    chronicle->loan = block->given.company.loan[0] + debt_owed(block, 0);
}

static void begin(struct chronicle *chronicle, struct memory *memory, const struct block *block)
{
    const int month = 0;
    const struct company *company = &block->company;
    memory->open = block->world.open[0];
    memory->rival_appeal = block->world.rival_appeal[0];
    chronicle->started_with = company->cash[0];
    chronicle->users_at_start = chronicle->users_at_most = company->users[0];
    TELL(HAPPENED_START, company->headcount[0], company->cash[0], memory->open, company->users[0]);
    users_start(&memory->users, block);
    deals_start(&memory->deals, block);
    milestones_start(&memory->milestones, block);
}

static void add_up(struct chronicle *chronicle, const struct block *block)
{
    chronicle->outlay += block->company.spent[0];
    for (int s = 0; s < STREAMS; s++)
        chronicle->billed[s] += block->company.billed[s][0];
}

static void play(struct chronicle *chronicle, const struct scenario *scenario,
                 const struct kernel *kernel, int strategy, struct block *block)
{
    struct memory state = {.stage = -1.0}, *memory = &state;
    int month = 0;
    kernel->start(block);
    begin(chronicle, memory, block);
    while (!chronicle->failed && block->month < scenario->horizon && block->company.live[0] != 0.0) {
        month = block->month;
        for (int e = 0; e < scenario->events; e++)
            if (scenario->event[e].first_month == month &&
                (scenario->event[e].strategy < 0 || scenario->event[e].strategy == strategy))
                TELL(HAPPENED_EVENT, e);
        kernel->month(block);
        add_up(chronicle, block);
        tell_world(chronicle, memory, block, month);
        if (block->company.stage[0] != state.stage && block->company.controlled[0] == state.controlled)
            tell_stage(chronicle, memory, block, month);
        users_notice(&state.users, block, month, chronicle);
        deals_notice(&state.deals, block, month, chronicle);
        milestones_notice(&state.milestones, block, month, chronicle);
        tell_money(chronicle, memory, block, month);
    }
    TELL(HAPPENED_END, 0);
    chronicle->result = block->result[0];
    chronicle->months_searched = (int)state.searching;
    remember_state(chronicle, block);
    find_obstacle(chronicle, block);
}

struct chronicle *chronicle_create(const struct scenario *scenario, const struct sampler *sampler,
                                   const struct kernel *kernel, uint64_t seed, int strategy,
                                   int64_t path)
{
    struct chronicle *chronicle = calloc(1, sizeof *chronicle);
    struct block *block = replay_prepare(scenario, sampler, seed, strategy, path);
    bool done = chronicle && block;
    if (done) {
        play(chronicle, scenario, kernel, strategy, block);
        done = !chronicle->failed;
    }
    free(block);
    if (done)
        return chronicle;
    chronicle_destroy(chronicle);
    return NULL;
}

void chronicle_destroy(struct chronicle *chronicle)
{
    if (!chronicle)
        return;
    free(chronicle->event);
    free(chronicle);
}
