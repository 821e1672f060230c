/* What terms are worth: against what a hand computes where the price is sure, exactly nothing for terms
 * that change nothing, and the same for any number of threads. */
#include "analysis/terms.h"

#include "montecarlo/machine.h"
#include "report/runner.h"
#include "report/terms_json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const sure = "tests/scenarios/terms/sure.yaml";

/* Terms of one test, as files. */
struct table {
    struct complaints *complaints;
    struct term *term[8];
    int count;
    struct terms *terms;
};

static struct table *lay(void)
{
    struct table *table = calloc(1, sizeof *table);
    ck_assert_ptr_nonnull(table);
    table->complaints = complaints_create();
    return table;
}

static void add_file(struct table *table, const char *file)
{
    table->term[table->count] = term_load(file, table->complaints);
    complaints_print(table->complaints, stderr, false);
    ck_assert_ptr_nonnull(table->term[table->count++]);
}

static void add(struct table *table, const char *lines)
{
    const char *file = "tests/scenarios/terms/tmp-terms-test.yaml";
    FILE *out = fopen(file, "w");
    ck_assert_ptr_nonnull(out);
    fprintf(out, "term: A term\nagainst: another\nrounds: priced\n%s\n", lines);
    fclose(out);
    add_file(table, file);
    remove(file);
}

static void play(struct table *table, const char *scenario, const char *strategy, int64_t paths, int threads)
{
    const char *why;
    table->terms = terms_create(scenario, NULL, 0, strategy, (const struct term *const *)table->term, table->count,
                                table->complaints);
    complaints_print(table->complaints, stderr, false);
    ck_assert_ptr_nonnull(table->terms);
    struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(terms_play(table->terms, paths, 7, &options, table->complaints), BATCH_DONE);
}

static void clear(struct table *table)
{
    terms_destroy(table->terms);
    for (int t = 0; t < table->count; t++)
        term_destroy(table->term[t]);
    complaints_destroy(table->complaints);
    free(table);
}

/* The effect of the term that was added as number t. */
static const struct terms_effect *effect_of(const struct table *table, int t)
{
    for (int e = 0; e < table->count; e++)
        if (table->terms->effect[e].term == table->term[t])
            return &table->terms->effect[e];
    ck_abort_msg("there is no such term");
    return NULL;
}

/* $1M for half; two founders; half a year at 12% a year. Owners share V, the same in every world. */
static const double money = 1e6, half = 0.5, founders = 2.0;

static double discount(void) { return pow(1.12, -0.5); }

static void expect_cost(const struct paired *paired, double cost)
{
    ck_assert_double_eq_tol(paired->value, -cost, 1e-6 * cost);
    ck_assert_double_le(paired->error, 1e-6 * cost);
}

/* Without participation investors convert and get half of V; with it, their money and half of the rest:
 * more by half of their money. With a preference of 2x, $2M in place of half of V, since V is below $4M. */
START_TEST(a_sure_price_gives_what_a_hand_computes)
{
    struct table *table = lay();
    add_file(table, "scenarios/terms/01-participating.yaml");
    add_file(table, "scenarios/terms/03-preference-2x.yaml");
    play(table, sure, NULL, 400, 2);
    ck_assert_str_eq(table->terms->strategy, "Funded");
    const struct terms_plan *plan = &table->terms->plan;
    const struct terms_effect *effect = effect_of(table, 0);
    double price = plan->multiple.value * money / half; /* what owners share */
    ck_assert_double_gt(price, 2.0 * money);
    ck_assert_double_lt(price, 4.0 * money);
    ck_assert_double_eq_tol(plan->mean.value, (1.0 - half) * price * discount(), 2.0); /* to the dollar, paid to investors */

    double cost = (1.0 - half) * money * discount();
    expect_cost(&effect->mean, cost);
    expect_cost(&effect->median, cost);
    expect_cost(&effect->certain, cost / founders); /* what is sure is worth itself */
    ck_assert_double_eq_tol(effect->multiple.value, 1.0 - half, 1e-5);
    ck_assert_int_eq(effect->nothing.worlds, 0);
    ck_assert(paired_is_clear(&effect->certain));

    effect = effect_of(table, 1);
    cost = (2.0 * money - half * price) * discount();
    ck_assert_double_eq_tol(effect->mean.value, -cost, 2.0);
    ck_assert_double_eq_tol(effect->certain.value, -cost / founders, 1.0);
    ck_assert_double_eq_tol(effect->multiple.value, 2.0 - plan->multiple.value, 1e-5);
    clear(table);
}
END_TEST

/* A valuation a fifth lower sells 1 / 1.8 of the company in place of a half. */
START_TEST(a_lower_price_sells_more)
{
    struct table *table = lay();
    add_file(table, "scenarios/terms/10-valuation.yaml");
    play(table, sure, "Funded", 400, 1);
    const struct terms_effect *effect = effect_of(table, 0);
    double price = table->terms->plan.multiple.value * money / half;
    double cost = (1.0 / 1.8 - half) * price * discount();
    ck_assert_double_eq_tol(effect->mean.value, -cost, 2.0);
    ck_assert_double_eq_tol(effect->certain.value, -cost / founders, 1.0);
    clear(table);
}
END_TEST

static void expect_nothing(const struct paired *paired)
{
    ck_assert_double_eq(paired->value, 0.0);
    ck_assert_double_eq(paired->error, 0.0);
    ck_assert_int_eq(paired->worlds, 0);
}

/* In a market full of luck: another limit for a participation that is not there. */
START_TEST(a_term_without_effect_is_worth_exactly_nothing)
{
    struct table *table = lay();
    add(table, "set: {conventions.limit_on_top: yes}");
    play(table, "scenarios/openstack-2011.yaml", "Services first, with growth money", 1000, 2);
    const struct terms_effect *effect = effect_of(table, 0);
    ck_assert_str_eq(effect->why_not, "");
    ck_assert_double_gt(table->terms->plan.mean.error, 0.0);
    expect_nothing(&effect->certain);
    expect_nothing(&effect->nothing);
    expect_nothing(&effect->median);
    expect_nothing(&effect->mean);
    expect_nothing(&effect->multiple);
    expect_nothing(&effect->loss_ratio);
    clear(table);
}
END_TEST

START_TEST(what_does_not_apply_says_why)
{
    struct table *table = lay();
    add(table, "set: {rounds.*.participation: none}");
    add(table, "times: {rounds.*.pre_money: 100%}");
    add(table, "from: 2\nset: {rounds.*.preference: 2x}");
    add(table, "set: {rounds.3.preference: 2x}");
    add(table, "set: {rounds.*.participation_limit: 2x}");
    add(table, "set: {rounds.*.preference: 2x}");
    play(table, sure, NULL, 300, 1);
    ck_assert_int_eq(table->terms->apply, 1);
    ck_assert_str_eq(effect_of(table, 0)->why_not, "already so: it changes nothing in this plan");
    ck_assert_str_eq(effect_of(table, 1)->why_not, "already so: it changes nothing in this plan");
    ck_assert_str_eq(effect_of(table, 2)->why_not, "the plan has no second priced round");
    ck_assert_str_eq(effect_of(table, 3)->why_not, "the plan has no third round");
    ck_assert_str_eq(effect_of(table, 4)->why_not, "'participation_limit' needs 'participation: limited'");
    ck_assert_str_eq(effect_of(table, 5)->why_not, "");
    ck_assert_ptr_eq(table->terms->effect[0].term, table->term[5]); /* the others stand last */
    for (int e = 1; e < 6; e++)
        ck_assert_ptr_eq(table->terms->effect[e].term, table->term[e - 1]);
    clear(table);

    table = lay();
    add(table, "set: {rounds.*.preference: 2x}");
    play(table, sure, "Bootstrapped", 300, 1);
    ck_assert_int_eq(table->terms->apply, 0);
    ck_assert_str_eq(effect_of(table, 0)->why_not, "the strategy has no rounds");
    clear(table);
}
END_TEST

/* The plan itself stands on the term's side, and the base is what the term names. */
START_TEST(a_term_that_the_plan_has_is_held_against_its_base)
{
    struct table *table = lay();
    add(table, "set: {rounds.*.preference: 1x}\nbase: {rounds.*.preference: 2x}");
    play(table, sure, NULL, 400, 1);
    ck_assert(effect_of(table, 0)->in_plan);
    ck_assert_double_gt(effect_of(table, 0)->certain.low, 0.0);
    clear(table);
}
END_TEST

/* SAFEs have no participation: of this plan two rounds are priced. */
START_TEST(priced_rounds_alone_are_touched)
{
    struct complaints *complaints = complaints_create();
    const char *settings[] = {"strategies.2.funding=funding/safe-then-venture"};
    struct negotiation *negotiation = negotiation_create("scenarios/openstack-2011.yaml", settings, 1,
                                                         "IP with venture money", complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(negotiation);
    struct term *term = term_load("scenarios/terms/01-participating.yaml", complaints);
    int without, with, participation = PARAMETER_COLUMN(round[0].participation);
    char why[NEGOTIATION_REASON_SIZE];
    ck_assert_int_eq(negotiation_add(negotiation, term, &without, &with, why), NEGOTIATION_APPLIES);
    const struct strategy *strategy = &negotiation->plan[with].scenario->strategy[negotiation->strategy];
    ck_assert_int_gt(strategy->rounds, 2);
    for (int r = 0; r < strategy->rounds; r++) {
        int column = participation + r * field_tables[SECTION_ROUND].columns;
        ck_assert_double_eq(strategy->assumptions[column].value.a, r < 2 ? 0.0 : 1.0); /* none, full */
    }
    ck_assert_int_eq(without, 0); /* the plan as it stands */
    term_destroy(term);
    negotiation_destroy(negotiation);
    complaints_destroy(complaints);
}
END_TEST

START_TEST(what_cannot_be_paired_is_not_played)
{
    struct complaints *complaints = complaints_create();
    const char *settings[] = {"sampling=sobol"};
    ck_assert_ptr_null(negotiation_create(sure, settings, 1, NULL, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    ck_assert_ptr_null(negotiation_create(sure, NULL, 0, "Fundet", complaints));
    ck_assert_int_eq(complaints_count(complaints), 2);
    complaints_destroy(complaints);
}
END_TEST

static char *as_text(int threads)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct table *table = lay();
    add_file(table, "scenarios/terms/03-preference-2x.yaml");
    add_file(table, "scenarios/terms/10-valuation.yaml");
    play(table, "scenarios/openstack-2011.yaml", NULL, 600, threads);
    terms_json_write(table->terms, out);
    fclose(out);
    clear(table);
    return text;
}

START_TEST(threads_change_no_digit)
{
    char *one = as_text(1), *three = as_text(3);
    ck_assert_str_eq(one, three);
    free(one);
    free(three);
}
END_TEST

RUNNER_MAIN("terms", a_sure_price_gives_what_a_hand_computes, a_lower_price_sells_more,
            a_term_without_effect_is_worth_exactly_nothing, what_does_not_apply_says_why,
            a_term_that_the_plan_has_is_held_against_its_base, priced_rounds_alone_are_touched,
            what_cannot_be_paired_is_not_played, threads_change_no_digit)
