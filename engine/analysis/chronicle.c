#include "analysis/chronicle.h"

#include "montecarlo/batch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CUTS_MONTHS = 6 };

/* What has been told already, and last month's state. */
struct memory {
    double open, giants, adopted, maturity, mood_told;
    double stage, controlled, rounds, lead, revenue, payers;
    double people[CUTS_MONTHS];
    int engaged, won, searching, room;
};

static bool tell(struct chronicle *chronicle, struct memory *memory, int month, enum happening what,
                 const double number[4])
{
    if (chronicle->events == memory->room) {
        int room = memory->room ? 2 * memory->room : 64;
        struct chronicle_event *event = realloc(chronicle->event, (size_t)room * sizeof *event);
        if (!event)
            return false;
        chronicle->event = event;
        memory->room = room;
    }
    struct chronicle_event *event = &chronicle->event[chronicle->events++];
    *event = (struct chronicle_event){.month = month, .what = what};
    memcpy(event->number, number, sizeof event->number);
    return true;
}

#define TELL(what, ...) tell(chronicle, memory, month, what, (const double[4]){__VA_ARGS__})

static bool passes(double before, double now, double mark) { return before < mark && now >= mark; }

static bool tell_world(struct chronicle *chronicle, struct memory *memory, const struct block *block,
                       int month)
{
    const struct world *world = &block->world;
    bool told = true;
    double adopted = world->adopters[0] / block->given.market.accounts[0];
    if (world->open[0] != memory->open)
        told = TELL(world->open[0] > 0.0 ? HAPPENED_CLIMATE_OPENS : HAPPENED_CLIMATE_SHUTS, 0) && told;
    if (world->giants[0] > memory->giants)
        told = TELL(HAPPENED_GIANT, world->giants[0], world->rival_appeal[0]) && told;
    double mood = world->mood[0];
    double told_mood = mood > 1.33 ? 1.0 : mood < 0.75 ? -1.0 : fabs(log(mood)) < 0.1 ? 0.0 : memory->mood_told;
    if (told_mood != memory->mood_told && told_mood != 0.0)
        told = TELL(HAPPENED_HEADLINES, mood) && told;
    if (passes(memory->maturity, world->maturity[0], 0.5))
        told = TELL(HAPPENED_HALF_MATURE, 0) && told;
    if (passes(memory->adopted, adopted, 0.1) || passes(memory->adopted, adopted, 0.5))
        told = TELL(HAPPENED_ADOPTION, world->adopters[0], adopted) && told;
    memory->open = world->open[0];
    memory->giants = world->giants[0];
    memory->mood_told = told_mood;
    memory->maturity = world->maturity[0];
    memory->adopted = adopted;
    return told;
}

static bool tell_business(struct chronicle *chronicle, struct memory *memory,
                          const struct block *block, int month)
{
    const struct company *company = &block->company;
    bool told = true;
    if (!memory->engaged && company->engagements[0] > 0.0) {
        memory->engaged = 1;
        told = TELL(HAPPENED_FIRST_ENGAGEMENT, company->engaged[0]) && told;
    }
    if (!memory->won && company->wins[0] > 0.0) {
        memory->won = 1;
        told = TELL(HAPPENED_FIRST_WIN, 0) && told;
    }
    if (passes(memory->payers, company->payers[0], 10.0))
        told = TELL(HAPPENED_FIRST_PAYERS, company->payers[0], company->users[0]) && told;
    if (passes(memory->lead, company->lead[0], 0.5))
        told = TELL(HAPPENED_BREAKTHROUGH, company->lead[0]) && told;
    for (double mark = 1e6; mark < 1e9; mark *= 10.0)
        if (passes(memory->revenue, company->revenue[0], mark))
            told = TELL(HAPPENED_REVENUE, company->revenue[0]) && told;
    double *half_year_ago = &memory->people[month % CUTS_MONTHS];
    if (company->headcount[0] < 0.75 * *half_year_ago && *half_year_ago > 8.0) {
        told = TELL(HAPPENED_CUTS, company->headcount[0], *half_year_ago) && told;
        for (int m = 0; m < CUTS_MONTHS; m++)
            memory->people[m] = company->headcount[0];
    }
    *half_year_ago = company->headcount[0];
    memory->payers = company->payers[0];
    memory->lead = company->lead[0];
    memory->revenue = fmax(memory->revenue, company->revenue[0]);
    return told;
}

static bool tell_money(struct chronicle *chronicle, struct memory *memory, const struct block *block,
                       int month)
{
    const struct company *company = &block->company;
    int round = (int)company->rounds[0];
    bool told = true;
    if (company->rounds[0] > memory->rounds) {
        const struct closing *closing = &block->closing[round - 1][0];
        told = TELL(HAPPENED_ROUND, round - 1, closing->amount, closing->pre_money, closing->founders_share) && told;
        memory->searching = 0;
    }
    bool short_of_cash = company->cash[0] <= block->next.runway[0] * company->spent[0];
    if (round < block->rounds && short_of_cash && company->since_round[0] >= block->next.wait[0]) {
        if (!memory->searching && round > 0)
            told = TELL(HAPPENED_SEARCH, round) && told;
        memory->searching++;
    }
    if (company->controlled[0] != memory->controlled) {
        double stake = 0.0;
        for (int r = 0; r < ROUNDS_MAX; r++)
            stake += company->investor_share[r][0];
        told = TELL(HAPPENED_BOARD, stake, company->stage[0]) && told;
    } else if (company->stage[0] != memory->stage) {
        told = TELL(HAPPENED_STAGE, company->stage[0]) && told;
    }
    memory->rounds = company->rounds[0];
    memory->controlled = company->controlled[0];
    memory->stage = company->stage[0];
    return told;
}

/* The first need of the next round that the company does not meet. */
static void find_obstacle(struct chronicle *chronicle, const struct block *block)
{
    const struct company *company = &block->company;
    const struct round *next = &block->next;
    double product = company->year[STREAM_SUPPORT][0] + company->year[STREAM_SUBSCRIPTION][0] +
                     company->year[STREAM_VALUE_ADDED][0] + company->year[STREAM_LICENCES][0] +
                     company->year[STREAM_ADVERTISING][0];
    /* Enough users stand for revenue, as in funding_step. */
    double waived = next->need_users[0] > 0.0 && company->users[0] >= next->need_users[0] ? 0.0 : 12.0;
    const struct {
        enum obstacle obstacle;
        double needed, had;
    } need[] = {{OBSTACLE_REVENUE, waived * next->need_revenue[0], company->revenue[0]},
                {OBSTACLE_PRODUCT_REVENUE, waived * next->need_product_revenue[0], product},
                {OBSTACLE_COMPLETENESS, next->need_completeness[0], company->completeness[0]},
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
    chronicle->cash = company->cash[0];
    chronicle->spent = company->spent[0];
    chronicle->collected = company->collected[0];
    chronicle->people = company->headcount[0];
    chronicle->expertise = company->expertise[0];
    chronicle->influence = company->influence[0];
    chronicle->completeness = company->completeness[0];
    chronicle->users = company->users[0];
    chronicle->subscribers = company->subscribers[0];
    chronicle->adopters = block->world.adopters[0];
    chronicle->maturity = block->world.maturity[0];
    chronicle->rival_appeal = block->world.rival_appeal[0];
    chronicle->open = block->world.open[0];
    chronicle->loan = block->given.company.loan[0];
}

static bool play(struct chronicle *chronicle, const struct scenario *scenario,
                 const struct kernel *kernel, int strategy, struct block *block)
{
    struct memory state = {0}, *memory = &state;
    int month = 0;
    kernel->start(block);
    state.open = block->world.open[0];
    bool told = TELL(HAPPENED_START, block->company.headcount[0], block->company.cash[0], state.open);
    while (told && block->month < scenario->horizon && block->company.live[0] != 0.0) {
        month = block->month;
        for (int e = 0; e < scenario->events; e++)
            if (scenario->event[e].first_month == month &&
                (scenario->event[e].strategy < 0 || scenario->event[e].strategy == strategy))
                told = TELL(HAPPENED_EVENT, e) && told;
        kernel->month(block);
        told = tell_world(chronicle, memory, block, month) && told;
        told = tell_business(chronicle, memory, block, month) && told;
        told = tell_money(chronicle, memory, block, month) && told;
    }
    told = told && TELL(HAPPENED_END, 0);
    chronicle->result = block->result[0];
    chronicle->months_searched = state.searching;
    remember_state(chronicle, block);
    find_obstacle(chronicle, block);
    return told;
}

struct chronicle *chronicle_create(const struct scenario *scenario, const struct sampler *sampler,
                                   const struct kernel *kernel, uint64_t seed, int strategy,
                                   int64_t path)
{
    struct chronicle *chronicle = calloc(1, sizeof *chronicle);
    struct block *block = aligned_alloc(64, (sizeof *block + 63) / 64 * 64);
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    bool done = chronicle && block && workspace;
    if (done) {
        memset(block, 0, sizeof *block);
        batch_prepare(scenario, strategy, seed, block);
        sampler_fill(sampler, workspace, strategy, path, 1, &block->given);
        block->n = 1;
        block->path[0] = (uint64_t)path;
        done = play(chronicle, scenario, kernel, strategy, block);
    }
    sampler_workspace_destroy(workspace);
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
