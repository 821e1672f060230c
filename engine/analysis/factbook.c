#include "analysis/factbook.h"

#include "analysis/cycles.h"
#include "analysis/fates.h"
#include "analysis/financings.h"
#include "analysis/trade.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SEES(name) ((uint64_t)1 << OBSERVABLE_##name)

/* What a statistic does, and what it must see of the companies and of those it compares them with. */
static const struct method {
    struct sample (*take)(const struct sample_of *);
    uint64_t sees, sees_against;
    bool monthly;
} methods[STATISTICS] = {
    [STATISTIC_financings_below] = {financings_below, 0, 0, false},
    [STATISTIC_financings_above] = {financings_above, 0, 0, false},
    [STATISTIC_proceeds_above] = {financings_proceeds_above, 0, 0, false},
    [STATISTIC_reached_round] = {financings_reached, 0, 0, false},
    [STATISTIC_graduation] = {financings_graduation, 0, 0, false},
    [STATISTIC_graduation_falls] = {financings_graduation_falls, 0, 0, false},
    [STATISTIC_interval_ratio] = {financings_interval_ratio, 0, 0, false},
    [STATISTIC_up_rounds_open] = {financings_up_open, 0, 0, false},
    [STATISTIC_down_rounds] = {financings_down, 0, 0, false},
    [STATISTIC_down_rounds_rise] = {financings_down_rise, 0, 0, false},
    [STATISTIC_survival] = {fates_survival, 0, 0, false},
    [STATISTIC_yearly_survival_least] = {fates_yearly_survival_least, 0, 0, false},
    [STATISTIC_yearly_survival_most] = {fates_yearly_survival_most, 0, 0, false},
    [STATISTIC_listed] = {fates_listed, 0, 0, false},
    [STATISTIC_sold] = {fates_sold, 0, 0, false},
    [STATISTIC_dead_or_orphaned] = {fates_dead_or_orphaned, 0, 0, false},
    [STATISTIC_valued_at] = {fates_valued_at, 0, 0, false},
    [STATISTIC_age_at_listing] = {fates_age_at_listing, 0, 0, false},
    [STATISTIC_services_share_falls] = {trade_services_share_falls, SEES(revenue) | SEES(product_revenue), 0, false},
    [STATISTIC_services_share_pace] = {trade_services_share_pace, SEES(revenue) | SEES(product_revenue), 0, false},
    [STATISTIC_services_share] = {trade_services_share, SEES(revenue) | SEES(product_revenue), 0, false},
    [STATISTIC_margin_gap] = {trade_margin_gap,
                              SEES(revenue) | SEES(product_revenue) | SEES(billed) | SEES(delivery_cost), 0, false},
    [STATISTIC_exit_ratio] = {fates_exit_ratio, SEES(revenue) | SEES(product_revenue) | SEES(owed) | SEES(cash), 0, false},
    [STATISTIC_customers_per_user] = {trade_customers_per_user, SEES(customers) | SEES(users), 0, false},
    [STATISTIC_customers_per_business_user] =
        {trade_customers_per_business_user, SEES(customers) | SEES(users) | SEES(business_users), 0, false},
    [STATISTIC_running_share] = {trade_running_share, SEES(users) | SEES(visits), 0, true},
    [STATISTIC_net_retention] = {trade_net_retention, SEES(subscribers) | SEES(net_retention), 0, false},
    [STATISTIC_net_retention_survivors] =
        {trade_net_retention_survivors, SEES(subscribers) | SEES(net_retention) | SEES(revenue), 0, false},
    [STATISTIC_recovery] = {trade_recovery, SEES(revenue), 0, true},
    [STATISTIC_loss_at_listing] = {fates_loss_at_listing, SEES(loss) | SEES(revenue), 0, false},
    [STATISTIC_capital_at_listing] = {fates_capital_at_listing, SEES(cash) | SEES(subscription_revenue), 0, false},
    [STATISTIC_revenue_per_user] = {trade_revenue_per_user, SEES(billed) | SEES(users), 0, false},
    [STATISTIC_revenue_per_user_ratio] =
        {trade_revenue_per_user_ratio, SEES(billed) | SEES(users), SEES(billed) | SEES(users), false},
    [STATISTIC_investor_multiple] = {financings_investor_multiple, 0, 0, false},
    [STATISTIC_dollars_ratio] = {financings_dollars_ratio, 0, SEES(climate), false},
    [STATISTIC_open_length] = {cycles_open_length, SEES(climate), 0, true},
    [STATISTIC_shut_length] = {cycles_shut_length, SEES(climate), 0, true},
    [STATISTIC_same_distribution] = {fates_same_distribution, 0, 0, false},
    [STATISTIC_reproduction_lasts] = {cycles_reproduction_lasts, SEES(reproduction), 0, true},
    [STATISTIC_below_change] = {financings_below_change, 0, 0, false},
    [STATISTIC_founders_empty_change] = {fates_founders_empty_change, 0, 0, false},
};

struct troupe {
    struct candidate member[FACTS_MEMBERS_MAX];
    uint64_t observables;
};

struct factbook {
    const struct facts *facts;
    struct troupe troupe[FACTS_POPULATIONS_MAX];
};

/* --- Preparing ------------------------------------------------------------------------------ */

static bool load_members(const struct facts *facts, int p, struct troupe *troupe, struct complaints *complaints)
{
    const struct fact_population *population = &facts->population[p];
    for (int m = 0; m < population->members; m++) {
        const struct sheet_company *company = &population->member[m].company;
        struct candidate *candidate = &troupe->member[m];
        if (!candidate_load(facts->file, company, NULL, 0, "", candidate, complaints))
            return false;
        const struct strategy *strategy = &candidate->scenario->strategy[candidate->strategy];
        if (population->raised && strategy->rounds == 0) {
            complaints_add(complaints, company->place, "'%.60s' plans no round, and the population is of those that raised",
                           strategy->name);
            return false;
        }
    }
    return true;
}

static void look(struct factbook *factbook)
{
    for (int f = 0; f < factbook->facts->facts; f++) {
        const struct fact *fact = &factbook->facts->fact[f];
        if (fact->not_modelled)
            continue;
        factbook->troupe[fact->of].observables |= methods[fact->statistic].sees;
        if (fact->against >= 0)
            factbook->troupe[fact->against].observables |= methods[fact->statistic].sees_against;
    }
}

static void check(const struct factbook *factbook, struct complaints *complaints)
{
    for (int f = 0; f < factbook->facts->facts; f++) {
        const struct fact *fact = &factbook->facts->fact[f];
        if (!fact->not_modelled && methods[fact->statistic].monthly && factbook->facts->population[fact->of].every != 1)
            complaints_add(complaints, fact->place, "'%s' needs a population with 'every: 1 month'",
                           statistic_table[fact->statistic].key);
    }
    for (int p = 0; p < factbook->facts->populations; p++) {
        const struct fact_population *population = &factbook->facts->population[p];
        const int watches = lives_watches(population, factbook->troupe[p].observables);
        if (watches > WATCHES_MAX)
            complaints_add(complaints, population->place,
                           "its facts ask for %d observations of each company, and at most %d are kept", watches, WATCHES_MAX);
    }
}

struct factbook *factbook_create(const struct facts *facts, struct complaints *complaints)
{
    struct factbook *factbook = calloc(1, sizeof *factbook);
    if (!factbook)
        return NULL;
    factbook->facts = facts;
    const long before = complaints_heard(complaints);
    look(factbook);
    check(factbook, complaints);
    bool sound = complaints_heard(complaints) == before;
    for (int p = 0; p < facts->populations && sound; p++)
        sound = load_members(facts, p, &factbook->troupe[p], complaints);
    if (sound)
        return factbook;
    factbook_destroy(factbook);
    return NULL;
}

void factbook_destroy(struct factbook *factbook)
{
    if (!factbook)
        return;
    for (int p = 0; p < FACTS_POPULATIONS_MAX; p++)
        for (int m = 0; m < FACTS_MEMBERS_MAX; m++)
            scenario_destroy(factbook->troupe[p].member[m].scenario);
    free(factbook);
}

/* --- Measuring ------------------------------------------------------------------------------ */

enum standing factbook_stand(const struct fact *fact, struct sample sample)
{
    const double margin = FACTBOOK_WIDTH * sample.figure.error;
    const double low = sample.figure.value - margin, high = sample.figure.value + margin;
    if (fact->not_modelled)
        return STANDING_NOT_MODELLED;
    if (!isfinite(sample.figure.value) || !isfinite(margin) || sample.count < FACTBOOK_LEAST)
        return STANDING_UNCLEAR;
    if (low >= fact->low && high <= fact->high)
        return STANDING_INSIDE;
    return high < fact->low || low > fact->high ? STANDING_OUTSIDE : STANDING_UNCLEAR;
}

/* One fact, in room that is made for it. False when memory is short. */
static bool measure(const struct fact *fact, const struct lives *lives, struct fact_finding *finding)
{
    *finding = (struct fact_finding){.fact = fact, .sample = {{NAN, NAN}, 0}};
    if (!fact->not_modelled) {
        const struct lives *of = &lives[fact->of], *against = fact->against >= 0 ? &lives[fact->against] : NULL;
        const int64_t most = against && against->count > of->count ? against->count : of->count;
        const size_t room = (size_t)(most > 0 ? most : 1) * sizeof(double);
        struct sample_of taken = {of, against, fact->argument, malloc(room), malloc(room)};
        const bool ready = taken.a && taken.b;
        if (ready && of->count > 0)
            finding->sample = methods[fact->statistic].take(&taken);
        free(taken.a);
        free(taken.b);
        if (!ready)
            return false;
    }
    finding->standing = factbook_stand(fact, finding->sample);
    return true;
}

/* The last population that a fact needs. */
static int needs(const struct fact *fact) { return fact->against > fact->of ? fact->against : fact->of; }

static bool is_needed_after(const struct facts *facts, int population, int played)
{
    for (int f = 0; f < facts->facts; f++) {
        const struct fact *fact = &facts->fact[f];
        if ((fact->of == population || fact->against == population) && needs(fact) > played)
            return true;
    }
    return false;
}

struct telling {
    const struct batch_options *options;
    int64_t before, all;
};

static void tell(int64_t done, int64_t all, void *data)
{
    const struct telling *telling = data;
    (void)all;
    telling->options->progress(telling->before + done, telling->all, telling->options->data);
}

/* Facts that could not be measured before this population was played. */
static bool measure_ready(const struct facts *facts, const struct lives *lives, int played,
                          struct fact_finding *findings)
{
    bool room = true;
    for (int f = 0; f < facts->facts && room; f++)
        if (needs(&facts->fact[f]) == played)
            room = measure(&facts->fact[f], lives, &findings[f]);
    return room;
}

enum batch_end factbook_run(struct factbook *factbook, const struct batch_options *options,
                            struct fact_finding *findings, struct complaints *complaints)
{
    const struct facts *facts = factbook->facts;
    struct lives lives[FACTS_POPULATIONS_MAX] = {0};
    struct telling telling = {.options = options};
    struct batch_options own = *options;
    own.progress = options->progress ? tell : NULL;
    own.data = &telling;
    for (int p = 0; p < facts->populations; p++)
        telling.all += facts->population[p].paths;
    /* What needs no population is said to be not modelled. */
    bool room = measure_ready(facts, lives, -1, findings);
    enum batch_end end = BATCH_DONE;
    for (int p = 0; p < facts->populations && end == BATCH_DONE && room; p++) {
        end = lives_play(&facts->population[p], factbook->troupe[p].member, factbook->troupe[p].observables,
                         facts->seed, &own, &lives[p], complaints);
        telling.before += facts->population[p].paths;
        if (end != BATCH_DONE)
            break;
        room = measure_ready(facts, lives, p, findings);
        for (int before = 0; before <= p; before++)
            if (!is_needed_after(facts, before, p))
                lives_destroy(&lives[before]);
    }
    for (int p = 0; p < facts->populations; p++)
        lives_destroy(&lives[p]);
    return room ? end : BATCH_NO_MEMORY;
}

/* --- Counting ------------------------------------------------------------------------------- */

bool factbook_is_first(const struct fact_finding *findings, int index)
{
    for (int f = 0; f < index; f++)
        if (strcmp(findings[f].fact->id, findings[index].fact->id) == 0)
            return false;
    return true;
}

enum standing factbook_statement(const struct fact_finding *findings, int count, const char *id)
{
    int of[STANDINGS] = {0};
    for (int f = 0; f < count; f++)
        if (strcmp(findings[f].fact->id, id) == 0)
            of[findings[f].standing]++;
    return of[STANDING_OUTSIDE] > 0        ? STANDING_OUTSIDE
           : of[STANDING_UNCLEAR] > 0      ? STANDING_UNCLEAR
           : of[STANDING_NOT_MODELLED] > 0 ? STANDING_NOT_MODELLED
                                           : STANDING_INSIDE;
}

struct fact_count factbook_count(const struct fact_finding *findings, int count)
{
    struct fact_count counted = {0};
    for (int f = 0; f < count; f++)
        if (factbook_is_first(findings, f)) {
            counted.statements++;
            counted.of[factbook_statement(findings, count, findings[f].fact->id)]++;
        }
    return counted;
}
