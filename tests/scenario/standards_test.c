/* The field tables themselves, as the language sees them. */
#include "model/parameters.h"
#include "scenario/grammar.h"
#include "scenario/quantity.h"
#include "scenario/value.h"
#include "told.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

START_TEST(every_standard_value_is_legal)
{
    struct arena *arena = arena_create();
    struct complaints *complaints = complaints_create();
    const struct loading loading = {.arena = arena, .complaints = complaints};
    for (int section = 0; section < SECTIONS; section++)
        for (int row = 0; row < field_tables[section].count; row++) {
            const struct field *field = &field_tables[section].fields[row];
            const struct place nowhere = {.file = field->key, .line = 1};
            struct node *node = node_create(arena, NODE_SCALAR, nowhere);
            struct distribution value;
            node->text = field->standard;
            if (!value_read(&loading, field, node, &value))
                complaints_print(complaints, stderr, false);
            ck_assert_msg(complaints_count(complaints) == 0, "%s.%s: %s",
                          field_tables[section].name, field->key, field->standard);
            if (value.shape == SHAPE_CONSTANT)
                ck_assert(value.a >= field->low && value.a <= field->high);
        }
    complaints_destroy(complaints);
    arena_destroy(arena);
}
END_TEST

START_TEST(keys_are_unique)
{
    for (int section = 0; section < SECTIONS; section++) {
        const struct field_table *table = &field_tables[section];
        for (int row = 0; row < table->count; row++)
            for (int other = 0; other < row; other++)
                ck_assert_msg(strcmp(table->fields[row].key, table->fields[other].key) != 0,
                              "%s.%s", table->name, table->fields[row].key);
        for (int other = 0; other < section; other++)
            ck_assert_str_ne(table->name, field_tables[other].name);
    }
}
END_TEST

/* A key that is both a value and the beginning of a longer key could not be written. */
START_TEST(no_key_is_a_prefix_of_another)
{
    for (int section = 0; section < SECTIONS; section++) {
        const struct field_table *table = &field_tables[section];
        for (int row = 0; row < table->count; row++)
            for (int other = 0; other < table->count; other++) {
                const char *key = table->fields[row].key;
                const size_t length = strlen(key);
                ck_assert(strncmp(key, table->fields[other].key, length) != 0 ||
                          table->fields[other].key[length] != '.');
            }
    }
}
END_TEST

START_TEST(the_grammar_knows_every_key_and_has_room_for_them)
{
    for (int section = 0; section < SECTIONS; section++) {
        const struct slot slot = {.part = PART_SECTION, .section = (enum section)section};
        struct grammar_keys keys;
        int count = 0;
        grammar_list(slot, &keys);
        while (keys.list[count]) {
            struct slot child;
            if (strcmp(keys.list[count], "extends") != 0)
                ck_assert_msg(grammar_child(slot, keys.list[count], &child), "%s.%s",
                              field_tables[section].name, keys.list[count]);
            count++;
        }
        ck_assert_int_lt(count, GRAMMAR_KEYS_MAX);
    }
}
END_TEST

START_TEST(columns_and_fields_find_each_other)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int repeat, spread, row = 0;
        const struct field *field = fields_of_column(column, &section, &repeat, &spread);
        ck_assert_ptr_nonnull(field);
        while (&field_tables[section].fields[row] != field)
            row++;
        ck_assert_int_eq(fields_column(section, row, repeat) + spread, column);
    }
}
END_TEST

START_TEST(limits_can_be_written)
{
    for (int section = 0; section < SECTIONS; section++)
        for (int row = 0; row < field_tables[section].count; row++) {
            const struct field *field = &field_tables[section].fields[row];
            ck_assert_msg(field->low < field->high, "%s", field->key);
            char text[64];
            quantity_write(field->low, field->unit, text, sizeof text);
            ck_assert_uint_lt(strlen(text), 24);
            quantity_write(field->high, field->unit, text, sizeof text);
            ck_assert_uint_lt(strlen(text), 24);
        }
}
END_TEST

START_TEST(what_nobody_sets_has_the_standard_value_and_no_place)
{
    struct scenario *scenario = told_scenario(SMALLEST);
    const struct assumption *differentiation =
        told_assumption(scenario, 0, "market.differentiation");
    ck_assert(!differentiation->set);
    ck_assert_ptr_null(differentiation->place.file);
    /* Unused stages and rounds have them too. */
    ck_assert_double_eq(told_assumption(scenario, 0, "stages.8.people.product")->value.a, 0);
    ck_assert(!told_assumption(scenario, 0, "rounds.6.amount")->set);
    ck_assert_double_gt(told_assumption(scenario, 0, "rounds.6.amount")->value.a, 0);
    scenario_destroy(scenario);
}
END_TEST

START_TEST(a_monthly_value_fills_both_columns)
{
    struct scenario *scenario = told_scenario(SMALLEST "market: {licence_price: $200k to $2M}\n");
    const struct assumption *price = told_assumption(scenario, 0, "market.licence_price");
    ck_assert_int_eq(price[0].value.shape, SHAPE_LOGNORMAL);
    ck_assert_mem_eq(&price[0], &price[1], sizeof price[0]);
    scenario_destroy(scenario);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("standards");
    TCase *all = tcase_create("all");
    tcase_add_test(all, every_standard_value_is_legal);
    tcase_add_test(all, keys_are_unique);
    tcase_add_test(all, no_key_is_a_prefix_of_another);
    tcase_add_test(all, the_grammar_knows_every_key_and_has_room_for_them);
    tcase_add_test(all, columns_and_fields_find_each_other);
    tcase_add_test(all, limits_can_be_written);
    tcase_add_test(all, what_nobody_sets_has_the_standard_value_and_no_place);
    tcase_add_test(all, a_monthly_value_fills_both_columns);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
