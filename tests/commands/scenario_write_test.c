/* What is written is the same scenario: it loads to the same hash, without any other file. */
#include "scenario/scenario.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Everything that the language can say, once. */
static const char everything[] =
    "scenario: \"Every \\\"shape\\\": 100% \\\\ # of it \\u00e9\"\n"
    "description: |\n"
    "  Two lines,\n"
    "  with a tab:\there.\n"
    "start: 2011-11\n"
    "horizon: 9 years\n"
    "paths: 12k\n"
    "seed: 18446744073709551615\n"
    "sampling: sobol\n"
    "market:\n"
    "  accounts: 2000 to 8000\n"
    "  adopters_at_start: {poisson: {mean: 12}}\n"
    "  differentiation: 5% to 60%\n"
    "  rival_value: {normal: {mean: 33.333333333333336%, sd: 10%}}\n"
    "  maturity_at_start: {beta: {alpha: 2.5, beta: 7, low: 1%, high: 50%}}\n"
    "  months_to_mature: {gamma: {mean: 7 years, sd: 2 years}}\n"
    "  services_need: {triangular: {low: $50k, mode: $180k, high: $900k}}\n"
    "  services_recurring: {pert: {low: $5k/year, mode: $18k/year, high: $77k/year}}\n"
    "  subscription_price: {lognormal: {mean: $45k/year, sd: $31k/year},\n"
    "                       truncate: {low: $1k/year}}\n"
    "  support_price: {choice: {$6k/year: 1, $9k/year: 1, $11k/year: 1}}\n"
    "  imitation_half_life: {quantiles: {5%: 3 months, 0.33333333333333331: 9 months, 99%: 5 years}}\n"
    "  product_need: {data: [150, 90.1, 333, 270]}\n"
    "  requirement_drift: {uniform: [1.1% per month, 40% per year]}\n"
    "  rival_appeal: {normal: {mean: 0.38, sd: 0.1}, truncate: [0.1, 0.7]}\n"
    "  licence_price: $100k to $2M\n"
    "climate:\n"
    "  regime: open\n"
    "company:\n"
    "  cash: $600k\n"
    "  people: 7\n"
    "  skill: 0.5 to 2\n"
    "founder:\n"
    "  wealth: $1.2M\n"
    "  salary: $9k/month\n"
    "  risk_aversion: 0.7\n"
    "strategies:\n"
    "  - name: \"yes: # 1\"\n"
    "    company:\n"
    "      cash: $0.1M\n"
    "    playbook:\n"
    "      openness: 60%\n"
    "      stages:\n"
    "        - name: Experts\n"
    "          offers: [services, training, subscription, value-added]\n"
    "          people: {consultants: 75%, trainers: 5%, sales: 15%, upstream: 5%}\n"
    "          until: {expertise: 10% to 40%, month: 7 months}\n"
    "        - name: 'Product'\n"
    "          offers: [subscription]\n"
    "          release_interval: {uniform: [1 month, 5 months]}\n"
    "          people: {product: 90%, sales: 10%}\n"
    "    events:\n"
    "      - at: 2013-02\n"
    "        enter_stage: Product\n"
    "  - name: \"2\"\n"
    "    playbook:\n"
    "      stages:\n"
    "        - name: Only\n"
    "          offers: [licences]\n"
    "          people: {product: 90%, sales: 10%}\n"
    "    funding:\n"
    "      planned_runway: 20 months\n"
    "      rounds:\n"
    "        - name: Seed\n"
    "          amount: $0.5M to $2M\n"
    "          needs: {month: 3 months}\n"
    "        - name: A\n"
    "          pre_money: {lognormal: {p10: $9M, p90: $15M}}\n"
    "          needs: {revenue: $1M/year, growth: -20%}\n"
    "    board:\n"
    "      insistence: 70%\n"
    "      control: 15% to 45%\n"
    "      stage:\n"
    "        name: Product now\n"
    "        offers: [subscription, licences]\n"
    "        people: {product: 80%, sales: 20%}\n"
    "    events:\n"
    "      - at: 20 months\n"
    "        for: 3 months\n"
    "        set: {people.overhead: 33%, people.attrition: 30% per year}\n"
    "        label: \"a 'bad' time\"\n"
    "correlations:\n"
    "  - between: [market.services_need, market.accounts]\n"
    "    rank: -0.33333333333333331\n"
    "  - between: [rounds.1.amount, company.skill]\n"
    "    rank: 0.1\n"
    "events:\n"
    "  - at: 2014-01\n"
    "    times: {market.accounts: 0.7, people.cost_engineer: 1.1}\n";

static struct scenario *load(const char *text)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("somewhere/else.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    ck_assert_msg(scenario != NULL, "not a scenario:\n%s", text);
    return scenario;
}

static char *write(const struct scenario *scenario, bool origins)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    scenario_write(scenario, stream, origins);
    ck_assert_int_eq(fclose(stream), 0);
    return text;
}

static void check_same(const struct scenario *scenario)
{
    for (int origins = 0; origins < 2; origins++) {
        char *text = write(scenario, origins);
        struct scenario *again = load(text);
        ck_assert_msg(again->hash == scenario->hash, "another scenario:\n%s", text);
        ck_assert_str_eq(again->description, scenario->description);
        ck_assert_int_eq(again->paths, scenario->paths);
        ck_assert_uint_eq(again->seed, scenario->seed);

        /* Written once more, nothing changes. */
        char *second = write(again, false), *first = write(scenario, false);
        if (!origins)
            ck_assert_str_eq(second, first);
        free(first);
        free(second);
        free(text);
        scenario_destroy(again);
    }
}

START_TEST(everything_that_can_be_said_is_written)
{
    struct scenario *scenario = load(everything);
    check_same(scenario);
    scenario_destroy(scenario);
}
END_TEST

static const char *const shipped[] = {
    "scenarios/openstack-2011.yaml",
    "scenarios/community-2007.yaml",
    "scenarios/templates/open-source-ecosystem.yaml",
    "scenarios/templates/innovation.yaml",
    "scenarios/templates/community.yaml",
    "scenarios/templates/consumer-internet.yaml",
    "scenarios/templates/open-core.yaml",
    "scenarios/templates/services-then-product.yaml",
    "scenarios/templates/traditional-enterprise.yaml",
};
enum { SHIPPED = sizeof shipped / sizeof *shipped };

START_TEST(shipped_scenarios_are_written_without_their_files)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(shipped[_i], NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    ck_assert_msg(scenario != NULL, "%s", shipped[_i]);
    check_same(scenario);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(only_what_was_set_is_written_without_origins)
{
    struct scenario *scenario = load(everything);
    char *brief = write(scenario, false), *full = write(scenario, true);
    ck_assert_ptr_null(strstr(brief, "headline_rate"));
    ck_assert_ptr_null(strstr(brief, "standard value"));
    ck_assert_ptr_nonnull(strstr(full, "headline_rate: "));
    ck_assert_ptr_nonnull(strstr(full, "# standard value"));
    ck_assert_ptr_nonnull(strstr(full, "# somewhere/else.yaml:11"));
    free(brief);
    free(full);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("scenario_write");
    TCase *tests = tcase_create("scenario_write");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, everything_that_can_be_said_is_written);
    tcase_add_loop_test(tests, shipped_scenarios_are_written_without_their_files, 0, SHIPPED);
    tcase_add_test(tests, only_what_was_set_is_written_without_origins);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
