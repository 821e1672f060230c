/* Populations played and facts judged: the same bits for any number of threads, weights and starts as
 * written, and what stands inside a band or outside. */
#include "analysis/factbook.h"

#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/facts/small.yaml";

static struct facts *load(void)
{
    struct complaints *complaints = complaints_create();
    struct facts *facts = facts_load(path, complaints);
    complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    ck_assert_ptr_nonnull(facts);
    return facts;
}

static void run(struct facts *facts, int threads, struct fact_finding *findings)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct factbook *factbook = factbook_create(facts, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(factbook);
    struct batch_options options = {.threads = threads, .kernel = machine_kernel(&why)};
    ck_assert_int_eq(factbook_run(factbook, &options, findings, complaints), BATCH_DONE);
    factbook_destroy(factbook);
    complaints_destroy(complaints);
}

START_TEST(threads_make_no_difference)
{
    struct facts *facts = load();
    struct fact_finding one[FACTS_MAX] = {0}, three[FACTS_MAX] = {0};
    run(facts, 1, one);
    run(facts, 3, three);
    ck_assert_int_eq(one[0].sample.count, 200);
    ck_assert_double_gt(one[0].sample.figure.value, 0.0);
    ck_assert_double_eq(one[0].sample.figure.value, three[0].sample.figure.value);
    ck_assert_double_eq(one[0].sample.figure.error, three[0].sample.figure.error);
    ck_assert_double_eq(one[1].sample.figure.value, 0.0); /* a population against itself */
    ck_assert_int_eq(one[2].standing, STANDING_NOT_MODELLED);
    facts_destroy(facts);
}
END_TEST

/* Three quarters are of the first member; company p of a population is that of another with the same
 * members; who never raised is left out of the second. */
START_TEST(populations_are_as_written)
{
    const char *why;
    struct facts *facts = load();
    struct complaints *complaints = complaints_create();
    struct candidate candidate[2];
    struct fact_population *both = &facts->population[0];
    for (int m = 0; m < 2; m++)
        ck_assert(candidate_load(path, &both->member[m].company, NULL, 0, "", &candidate[m], complaints));
    struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    struct lives lives, later;
    uint64_t seen = (uint64_t)1 << OBSERVABLE_cash | (uint64_t)1 << OBSERVABLE_open;
    ck_assert_int_eq(lives_play(both, candidate, seen, 7, &options, &lives, complaints), BATCH_DONE);
    int first = 0;
    for (int i = 0; i < 200; i++)
        first += lives.member[i] == 0;
    ck_assert_int_eq(first, 150);
    ck_assert_int_eq(lives.times, 6);
    for (int64_t i = 0; i < lives.count; i++) {
        ck_assert_int_le(lives.result[i].month, 36);
        ck_assert_double_eq(lives_at(&lives, OBSERVABLE_open, i, 24), lives_closed(&lives, i, 24) ? 0.0 : 1.0);
    }
    both->raised = true;
    ck_assert_int_eq(lives_play(both, candidate, seen, 7, &options, &later, complaints), BATCH_DONE);
    int64_t raised = 0;
    for (int64_t i = 0; i < lives.count; i++) {
        if (lives.result[i].rounds == 0)
            continue;
        ck_assert_int_eq(memcmp(&lives.result[i], &later.result[raised], sizeof *lives.result), 0);
        ck_assert_double_eq(lives_last(&lives, OBSERVABLE_cash, i), lives_last(&later, OBSERVABLE_cash, raised));
        raised++;
    }
    ck_assert_int_eq(later.count, raised);
    ck_assert_int_gt(raised, 0);
    ck_assert_int_lt(raised, 200);
    lives_destroy(&lives);
    lives_destroy(&later);
    for (int m = 0; m < 2; m++)
        scenario_destroy(candidate[m].scenario);
    complaints_destroy(complaints);
    facts_destroy(facts);
}
END_TEST

static enum standing stand(double value, double error, int64_t count)
{
    const struct fact fact = {.id = "F", .low = 0.4, .high = 0.6};
    return factbook_stand(&fact, (struct sample){{value, error}, count});
}

START_TEST(an_interval_across_an_edge_tells_nothing)
{
    const double error = 0.01, width = FACTBOOK_WIDTH * 0.01;
    ck_assert_int_eq(stand(0.5, error, 1000), STANDING_INSIDE);
    ck_assert_int_eq(stand(0.6 - 1.01 * width, error, 1000), STANDING_INSIDE);
    ck_assert_int_eq(stand(0.6 - 0.99 * width, error, 1000), STANDING_UNCLEAR);
    ck_assert_int_eq(stand(0.6 + 0.99 * width, error, 1000), STANDING_UNCLEAR);
    ck_assert_int_eq(stand(0.6 + 1.01 * width, error, 1000), STANDING_OUTSIDE);
    ck_assert_int_eq(stand(0.4 - 1.01 * width, error, 1000), STANDING_OUTSIDE);
    ck_assert_int_eq(stand(0.5, error, FACTBOOK_LEAST - 1), STANDING_UNCLEAR);
    ck_assert_int_eq(stand(NAN, NAN, 0), STANDING_UNCLEAR);
    ck_assert_int_eq(stand(0.5, NAN, 1000), STANDING_UNCLEAR);
}
END_TEST

START_TEST(a_statement_is_as_good_as_its_worst_part)
{
    const struct fact facts[] = {{.id = "A"}, {.id = "B"}, {.id = "A"}, {.id = "B"}, {.id = "C"}, {.id = "D"}};
    const enum standing standing[] = {STANDING_INSIDE,  STANDING_INSIDE, STANDING_UNCLEAR,
                                      STANDING_OUTSIDE, STANDING_INSIDE, STANDING_NOT_MODELLED};
    struct fact_finding findings[6];
    for (int f = 0; f < 6; f++)
        findings[f] = (struct fact_finding){.fact = &facts[f], .standing = standing[f]};
    struct fact_count count = factbook_count(findings, 6);
    ck_assert_int_eq(count.statements, 4);
    for (int s = 0; s < STANDINGS; s++)
        ck_assert_int_eq(count.of[s], 1);
    ck_assert(factbook_is_first(findings, 1) && !factbook_is_first(findings, 3));
}
END_TEST

START_TEST(months_are_not_to_be_had_from_years)
{
    struct facts *facts = load();
    facts->fact[0].statistic = STATISTIC_open_length;
    struct complaints *complaints = complaints_create();
    ck_assert_ptr_null(factbook_create(facts, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    complaints_destroy(complaints);
    facts_destroy(facts);
}
END_TEST

RUNNER_MAIN("factbook", threads_make_no_difference, populations_are_as_written,
            an_interval_across_an_edge_tells_nothing, a_statement_is_as_good_as_its_worst_part,
            months_are_not_to_be_had_from_years)
