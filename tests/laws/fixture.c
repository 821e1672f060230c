#include "laws/fixture.h"

#include "model/month.h"
#include "montecarlo/batch.h"
#include "montecarlo/sampler.h"

#include <stdlib.h>
#include <string.h>

struct scenario *fixture_load(const char *text)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("fixture.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

struct block *fixture_lanes(const struct scenario *scenario, int strategy, int64_t first, int n)
{
    struct complaints *complaints = complaints_create();
    struct sampler *sampler = sampler_create(scenario, scenario->seed, scenario->paths, complaints);
    struct sampler_workspace *workspace = sampler_workspace_create(sampler);
    struct block *block = aligned_alloc(64, (sizeof *block + 63) / 64 * 64);
    ck_assert(sampler && workspace && block);
    memset(block, 0, sizeof *block);
    batch_prepare(scenario, strategy, scenario->seed, block);
    sampler_fill(sampler, workspace, strategy, first, n, &block->given);
    block->n = n;
    for (int i = 0; i < n; i++)
        block->path[i] = (uint64_t)(first + i);
    sampler_workspace_destroy(workspace);
    sampler_destroy(sampler);
    complaints_destroy(complaints);
    return block;
}

struct block *fixture_block(int lanes)
{
    struct scenario *scenario = fixture_load("scenario: fixture\n"
                                             "horizon: 10 years\n"
                                             "strategies:\n"
                                             "  - name: A\n"
                                             "    playbook:\n"
                                             "      stages:\n"
                                             "        - name: Product\n"
                                             "          people: {product: 100%}\n");
    struct block *block = fixture_lanes(scenario, 0, 0, lanes);
    scenario_destroy(scenario);
    for (int s = 0; s <= STAGES_MAX; s++)
        FIXTURE_SET(block, stage[s].product, 1.0);
    return block;
}

void fixture_fill(double *column, double value)
{
    for (int i = 0; i < STRIDE; i++)
        column[i] = value;
}

void fixture_calm(struct block *block)
{
    FIXTURE_SET(block, market.demand_volatility, 0.0);
    FIXTURE_SET(block, market.headline_rate, 0.0);
    FIXTURE_SET(block, market.giants_rate, 0.0);
    FIXTURE_SET(block, market.licence_price_spread, 0.0);
    FIXTURE_SET(block, climate.valuation_noise, 0.0);
    FIXTURE_SET(block, climate.open_at_start, 1.0);
    FIXTURE_SET(block, climate.regime, 1.0);
    FIXTURE_SET(block, capability.breakthrough_rate, 0.0);
    FIXTURE_SET(block, capability.breakthrough_size_spread, 0.0);
    FIXTURE_SET(block, community.visits_noise, 0.0);
    FIXTURE_SET(block, sales.engagement_value_spread, 0.0);
    FIXTURE_SET(block, exits.offer_rate, 0.0);
}

void fixture_idle(struct block *block)
{
    fixture_calm(block);
    FIXTURE_SET(block, company.cash, 0.0);
    FIXTURE_SET(block, company.people, 1.0);
    FIXTURE_SET(block, company.founders, 1.0);
    FIXTURE_SET(block, people.founder_pay, 0.0);
    FIXTURE_SET(block, people.fixed_cost, 0.0);
    FIXTURE_SET(block, people.break_up, 0.0);
}

void fixture_draw(struct block *block, double u)
{
    for (int d = 0; d < DRAWS; d++)
        fixture_fill(block->draw[d], u);
}

void fixture_play(struct block *block, int months)
{
    if (block->month == 0)
        month_start(block);
    for (int m = 0; m < months; m++)
        month_step(block);
}

struct scenario *fixture_eventful(int strategies)
{
    static const char world[] = "scenario: eventful\n"
                                "start: 2011-07\n"
                                "horizon: 10 years\n"
                                "paths: 600\n"
                                "seed: 5\n"
                                "market:\n"
                                "  accounts: 1000 to 20000\n"
                                "  adoption_imitation: 30% to 80% per year\n"
                                "  demand_volatility: 0.1 to 0.5\n"
                                "  months_to_mature: 3 to 12 years\n"
                                "  imitation_half_life: 4 to 40 months\n"
                                "  services_need: $50k to $500k\n"
                                "  differentiation: 10% to 60%\n"
                                "climate:\n"
                                "  open_length: 2 to 8 years\n"
                                "company:\n"
                                "  cash: $400k to $2M\n"
                                "  skill: 0.5 to 2\n"
                                "delivery:\n"
                                "  churn: 4% to 25% per year\n"
                                "events:\n"
                                "  - at: 20 months\n"
                                "    for: 30 months\n"
                                "    set: {climate.regime: shut}\n"
                                "    times: {market.adoption_imitation: 0.5, delivery.churn: 3}\n"
                                "strategies:\n";
    static const char services[] =
        "  - name: Services first\n"
        "    playbook:\n"
        "      openness: 50%\n"
        "      stages:\n"
        "        - name: Experts\n"
        "          offers: [services, training]\n"
        "          people: {consultants: 60%, product: 10%, trainers: 10%, sales: 10%,\n"
        "                   community: 10%}\n"
        "          until: {expertise: 3% to 20%}\n"
        "        - name: Product\n"
        "          offers: [services, support, subscription]\n"
        "          people: {consultants: 40%, product: 45%, sales: 15%}\n"
        "    funding:\n"
        "      rounds:\n"
        "        - {name: Seed, amount: $1M, pre_money: $3M to $9M, odds: 20% per month}\n"
        "        - {name: Series A, amount: $5M, pre_money: $20M}\n"
        "    board:\n"
        "      insistence: 50%\n"
        "      stage:\n"
        "        name: Licences\n"
        "        offers: [licences]\n"
        "        people: {product: 80%, sales: 20%}\n"
        "    events:\n"
        "      - at: 70 months\n"
        "        enter_stage: Experts\n";
    static const char licences[] =
        "  - name: Licences\n"
        "    company:\n"
        "      cash: $1M to $3M\n"
        "    playbook:\n"
        "      marketing: 10%\n"
        "      stages:\n"
        "        - name: Licences\n"
        "          offers: [licences]\n"
        "          people: {product: 75%, sales: 25%}\n"
        "    funding:\n"
        "      rounds:\n"
        "        - {name: Series A, amount: $5M, pre_money: $10M, odds: 15% per month}\n";
    char text[sizeof world + sizeof services + sizeof licences];
    snprintf(text, sizeof text, "%s%s%s", world, services, strategies > 1 ? licences : "");
    return fixture_load(text);
}

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

bool fixture_same(const struct result *a, const struct result *b)
{
    return same_bits(a->founder_present, b->founder_present) &&
           same_bits(a->proceeds, b->proceeds) &&
           same_bits(a->founder_proceeds, b->founder_proceeds) &&
           same_bits(a->pool_proceeds, b->pool_proceeds) &&
           same_bits(a->investor_proceeds, b->investor_proceeds) &&
           same_bits(a->lender_proceeds, b->lender_proceeds) &&
           same_bits(a->founder_sold, b->founder_sold) && same_bits(a->repaid, b->repaid) &&
           same_bits(a->invested, b->invested) && same_bits(a->founders_share, b->founders_share) &&
           same_bits(a->revenue, b->revenue) && a->month == b->month && a->outcome == b->outcome &&
           a->cause == b->cause && a->rounds == b->rounds && a->stage == b->stage;
}

int fixture_run(const char *name, const TTest *const *tests)
{
    Suite *suite = suite_create(name);
    TCase *list = tcase_create(name);
    for (; *tests; tests++)
        tcase_add_test(list, *tests);
    suite_add_tcase(suite, list);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
