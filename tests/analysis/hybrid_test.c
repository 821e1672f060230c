/* Every combination of the parts of two strategies is a company that the loader takes. */
#include "analysis/hybrid.h"

#include "model/field.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>

static struct scenario *load(const char *file, const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(file, settings, count, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

/* Writes the hybrid as a scenario of its own and reads that. */
static void expect_legal(struct hybrid *hybrid, unsigned set)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    hybrid_set(hybrid, set);
    hybrid->strategy[HYBRID_STRATEGY].name = "Hybrid";
    scenario_write(&hybrid->scenario, memory, false);
    fclose(memory);
    struct complaints *complaints = complaints_create();
    struct scenario *again = scenario_load_text("hybrid.yaml", text, size, NULL, 0, complaints);
    if (complaints_count(complaints) > 0)
        complaints_print(complaints, stderr, false);
    ck_assert_msg(again != NULL, "set %u of the pair %d, %d", set, hybrid->pair[0], hybrid->pair[1]);
    complaints_destroy(complaints);
    scenario_destroy(again);
    free(text);
}

/* A board comes with investors, says the loader; without any it never acts, which is no harm. */
static bool has_idle_board(const struct hybrid *hybrid)
{
    return hybrid->strategy[HYBRID_STRATEGY].has_board && hybrid->strategy[HYBRID_STRATEGY].rounds == 0;
}

static void expect_all_legal(const char *file)
{
    struct scenario *scenario = load(file, NULL, 0);
    int tried = 0;
    for (int a = 0; a < scenario->strategies; a++)
        for (int b = a + 1; b < scenario->strategies; b++) {
            struct hybrid *hybrid = hybrid_create(scenario, a, b);
            for (unsigned set = 0; set < 1u << hybrid->count; set++) {
                hybrid_set(hybrid, set);
                if (has_idle_board(hybrid))
                    continue;
                expect_legal(hybrid, set);
                tried++;
            }
            hybrid_destroy(hybrid);
        }
    ck_assert_int_ge(tried, 4);
    scenario_destroy(scenario);
}

START_TEST(every_combination_is_legal)
{
    expect_all_legal("scenarios/openstack-2011.yaml");
    expect_all_legal("scenarios/innovation-market.yaml");
}
END_TEST

static void expect_same(const struct strategy *hybrid, const struct strategy *whole)
{
    ck_assert_int_eq(hybrid->stages, whole->stages);
    ck_assert_int_eq(hybrid->rounds, whole->rounds);
    ck_assert_int_eq(hybrid->has_board, whole->has_board);
    for (int column = 0; column < PARAMETER_COLUMNS; column++)
        ck_assert_msg(distribution_alike(&hybrid->assumptions[column].value, &whole->assumptions[column].value),
                      "column %d", column);
}

START_TEST(all_or_no_parts_are_the_strategies_themselves)
{
    struct scenario *scenario = load("scenarios/openstack-2011.yaml", NULL, 0);
    for (int b = 1; b < scenario->strategies; b++) {
        struct hybrid *hybrid = hybrid_create(scenario, 0, b);
        hybrid_set(hybrid, 0);
        expect_same(&hybrid->strategy[HYBRID_STRATEGY], &scenario->strategy[b]);
        hybrid_set(hybrid, (1u << hybrid->count) - 1);
        expect_same(&hybrid->strategy[HYBRID_STRATEGY], &scenario->strategy[0]);
        hybrid_destroy(hybrid);
    }
    scenario_destroy(scenario);
}
END_TEST

START_TEST(lists_of_other_length_come_whole_and_support_needs_openness)
{
    struct scenario *scenario = load("scenarios/openstack-2011.yaml", NULL, 0);
    struct hybrid *hybrid = hybrid_create(scenario, 0, 1);
    ck_assert_uint_eq(hybrid->whole, 1u << HYBRID_PEOPLE); /* each keeps one pace */
    ck_assert_int_eq(hybrid->count, 4);
    ck_assert_int_eq(hybrid->part[0], HYBRID_STAGES);
    hybrid_set(hybrid, 1); /* stages of the first, openness of the second */
    const struct strategy *strategy = &hybrid->strategy[HYBRID_STRATEGY];
    const int columns = field_tables[SECTION_STAGE].columns;
    ck_assert_int_eq(strategy->stages, 5);
    ck_assert_double_eq(strategy->assumptions[PARAMETER_COLUMN(stage[0].support) + 3 * columns].value.a, 0.0);
    ck_assert_double_eq(strategy->assumptions[PARAMETER_COLUMN(stage[0].subscription) + 3 * columns].value.a, 1.0);
    ck_assert_double_eq(strategy->assumptions[PARAMETER_COLUMN(stage[0].release_interval) + 4 * columns].value.a, 9.0);
    hybrid_destroy(hybrid);
    scenario_destroy(scenario);
}
END_TEST

/* What is dated for one strategy belongs to the part that it changes. */
START_TEST(events_go_with_their_part)
{
    static const char *const settings[] = {
        "strategies.2.events=[{at: 14 months, enter_stage: Scale the sales force}]",
        "events=[{at: 2 years, times: {sales.cancellation: 2x}}]"};
    struct scenario *scenario = load("scenarios/openstack-2011.yaml", settings, 2);
    struct hybrid *hybrid = hybrid_create(scenario, 0, 1);
    for (unsigned set = 0; set < 1u << hybrid->count; set++) {
        bool stages_from_a = false;
        for (int i = 0; i < hybrid->count; i++)
            stages_from_a = stages_from_a || (hybrid->part[i] == HYBRID_STAGES && set & 1u << i);
        hybrid_set(hybrid, set);
        ck_assert_int_eq(hybrid->scenario.events, stages_from_a ? 1 : 2);
    }
    hybrid_destroy(hybrid);
    scenario_destroy(scenario);
}
END_TEST

RUNNER_MAIN("hybrid", every_combination_is_legal, all_or_no_parts_are_the_strategies_themselves,
            lists_of_other_length_come_whole_and_support_needs_openness, events_go_with_their_part)
