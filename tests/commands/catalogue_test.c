/* The reference manual knows all that the loader knows. */
#include "commands/catalogue.h"
#include "scenario/grammar.h"
#include "scenario/scenario.h"
#include "scenario/topics.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

START_TEST(every_field_is_found_by_its_name)
{
    const struct field_table *table = &field_tables[_i];
    for (int row = 0; row < table->count; row++) {
        struct catalogue_match match = {(enum section)_i, row}, found[CATALOGUE_MATCHES_MAX];
        char name[CATALOGUE_NAME_MAX], meant[CATALOGUE_NAME_MAX];
        catalogue_name(match, name);
        ck_assert_uint_lt(strlen(name), CATALOGUE_NAME_MAX - 1);
        ck_assert_int_eq(catalogue_find(name, found), 1);
        ck_assert_int_eq(found[0].section, _i);
        ck_assert_int_eq(found[0].row, row);

        name[strlen(name) - 1] = '?'; /* a slip of the finger */
        ck_assert_int_eq(catalogue_find(name, found), 0);
        ck_assert(catalogue_suggest(name, meant));
    }
}
END_TEST

START_TEST(paths_and_numbers_lead_to_fields)
{
    static const char *const names[] = {"stage.until.users", "playbook.stages.until.users",
                                        "stages.3.until.users", "board.stage.until.users"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct catalogue_match found[CATALOGUE_MATCHES_MAX];
        char name[CATALOGUE_NAME_MAX];
        ck_assert_int_eq(catalogue_find(names[i], found), 1);
        catalogue_name(found[0], name);
        ck_assert_str_eq(name, "stage.until.users");
    }
}
END_TEST

START_TEST(short_names_find_all_that_bear_them)
{
    struct catalogue_match found[CATALOGUE_MATCHES_MAX];
    ck_assert_int_eq(catalogue_find("accounts", found), 1);
    ck_assert_int_gt(catalogue_find("expertise", found), 1);
    ck_assert_int_eq(catalogue_find("xyzzy", found), 0);
}
END_TEST

static bool is_section(const char *key)
{
    for (int section = 0; section < SECTIONS; section++)
        if (strcmp(field_tables[section].name, key) == 0)
            return true;
    return false;
}

START_TEST(every_key_of_a_scenario_is_explained)
{
    static const struct slot scenario = {.part = PART_SCENARIO};
    struct grammar_keys keys;
    grammar_list(scenario, &keys);
    for (int i = 0; keys.list[i]; i++)
        ck_assert_msg(is_section(keys.list[i]) || topics_find(keys.list[i]), "%s", keys.list[i]);
    for (const struct topic *topic = topics_top_level; topic->key; topic++) {
        int i = 0;
        while (keys.list[i] && strcmp(keys.list[i], topic->key) != 0)
            i++;
        ck_assert_msg(keys.list[i] != NULL, "%s is not legal", topic->key);
    }
}
END_TEST

static void check_legal(const char *text)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("example.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_msg(scenario != NULL, "not legal:\n%s", text);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}

static const char *const strategy = "scenario: Example\n"
                                    "strategies:\n"
                                    "  - name: One\n"
                                    "    playbook:\n"
                                    "      stages:\n"
                                    "        - name: Only\n"
                                    "          offers: [services]\n"
                                    "          people: {consultants: 90%, sales: 10%}\n";

START_TEST(the_values_that_are_shown_are_legal)
{
    const char *line = topics_find("values")->example;
    for (; *line; line = strchr(line, '\n') + 1) {
        char text[1000];
        snprintf(text, sizeof text, "%smarket:\n  %.*s\n", strategy, (int)strcspn(line, "\n"),
                 line);
        if (!strstr(text, ".csv"))
            check_legal(text);
    }
}
END_TEST

START_TEST(the_examples_of_the_top_level_are_legal)
{
    char text[4000];
    snprintf(text, sizeof text, "%smarket: {accounts: 1k to 9k, services_need: $50k to $700k}\n",
             strstr(strategy, "strategies"));
    for (const struct topic *topic = topics_top_level; topic->key; topic++)
        if (strcmp(topic->key, "extends") != 0 && strcmp(topic->key, "strategies") != 0)
            strcat(text, topic->example);
    check_legal(text);
}
END_TEST

START_TEST(every_field_has_an_entry)
{
    for (int row = 0; row < field_tables[_i].count; row++) {
        struct catalogue_match match = {(enum section)_i, row};
        char *text = NULL, name[CATALOGUE_NAME_MAX];
        size_t length;
        FILE *stream = open_memstream(&text, &length);
        catalogue_explain(match, stream);
        ck_assert_int_eq(fclose(stream), 0);
        catalogue_name(match, name);
        ck_assert_int_eq(strncmp(text, name, strlen(name)), 0);
        ck_assert_ptr_nonnull(strstr(text, field_tables[_i].fields[row].source));
        free(text);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("catalogue");
    TCase *tests = tcase_create("catalogue");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, every_field_is_found_by_its_name, 0, SECTIONS);
    tcase_add_test(tests, paths_and_numbers_lead_to_fields);
    tcase_add_test(tests, short_names_find_all_that_bear_them);
    tcase_add_test(tests, every_key_of_a_scenario_is_explained);
    tcase_add_test(tests, the_values_that_are_shown_are_legal);
    tcase_add_test(tests, the_examples_of_the_top_level_are_legal);
    tcase_add_loop_test(tests, every_field_has_an_entry, 0, SECTIONS);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
