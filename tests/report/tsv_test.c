/* The data files: headers that say what they are, one row like the other, names without tricks. */
#include "report/files.h"
#include "report/fixture.h"
#include "report/runner.h"
#include "report/tsv.h"

#include <stdlib.h>
#include <string.h>

static char *table_text(const struct tsv *table, const struct summary *summary)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    tsv_write(table, summary, out);
    fclose(out);
    return text;
}

static int count(const char *line, char what)
{
    int found = 0;
    for (; *line != '\0' && *line != '\n'; line++)
        found += *line == what;
    return found;
}

static const char *next_line(const char *line)
{
    return line + strcspn(line, "\n") + 1;
}

START_TEST(every_row_has_every_column)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++) {
        struct summary *summary = fixture_create((enum fixture)fixture);
        for (int t = 0; t < TSV_TABLES; t++) {
            char *text = table_text(&tsv_tables[t], summary), *line = text;
            int comments = 0, rows = 0;
            for (; *line == '#'; line += strcspn(line, "\n") + 1)
                comments++;
            ck_assert_int_eq(comments, 3);
            int columns = count(line, '\t');
            ck_assert_int_ge(columns, 3);
            for (const char *row = next_line(line); *row != '\0'; row = next_line(row)) {
                ck_assert_msg(count(row, '\t') == columns, "%s, %s: %.200s", tsv_tables[t].name,
                              fixture_name((enum fixture)fixture), row);
                ck_assert_int_eq(count(row, '"'), 0);
                rows++;
            }
            /* These have a row for each pair, each round, or what happened to one company. */
            static const char *const others[] = {"difference", "agreement", "rounds", "waterfall", "breakpoints", "cash", "assumptions"};
            bool other = false;
            for (size_t o = 0; o < sizeof others / sizeof *others; o++)
                other |= strcmp(tsv_tables[t].name, others[o]) == 0;
            if (!other)
                ck_assert_int_ge(rows, summary->strategies);
            free(text);
        }
        fixture_destroy(summary);
    }
}
END_TEST

START_TEST(headers_say_where_the_numbers_come_from)
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    for (int t = 0; t < TSV_TABLES; t++) {
        char *text = table_text(&tsv_tables[t], summary);
        ck_assert_ptr_nonnull(
            strstr(text, "# scenario: OpenStack 2011 (openstack-2011.yaml, 3f9c21aa0b5d7e86)\n"));
        ck_assert_ptr_nonnull(strstr(text, "# seed 2011, 20000 paths, playbook 0.1.0\n"));
        free(text);
    }
    fixture_destroy(summary);
}
END_TEST

START_TEST(numbers_are_those_of_the_summary)
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    char row[256], *text = table_text(&tsv_tables[0], summary);
    snprintf(row, sizeof row, "\n2\tchance_nothing\t%.10g\t%.10g\tIP with venture money\n",
             summary->strategy[1].chance_nothing.value, summary->strategy[1].chance_nothing.error);
    ck_assert_msg(strstr(text, row) != NULL, "%s", row);
    ck_assert_ptr_nonnull(strstr(text, "\n1\tirr\tNaN\tNaN\tServices first, bootstrapped\n"));
    free(text);
    fixture_destroy(summary);
}
END_TEST

START_TEST(names_cannot_break_a_table)
{
    char clean[32];
    tsv_clean(clean, sizeof clean, "a\tb\nc\rd\x1b\"e\"");
    ck_assert_str_eq(clean, "abcd'e'");
    /* Cut at a whole character. */
    for (size_t size = 2; size < 9; size++) {
        tsv_clean(clean, size, "x\u20ac\u20ac\u20ac");
        ck_assert_uint_eq(strlen(clean) % 3, 1);
        ck_assert_uint_lt(strlen(clean), size);
    }
}
END_TEST

START_TEST(dots_stand_in_tenths_of_a_decade)
{
    ck_assert_double_eq(tsv_dot_place(0), 0);
    ck_assert_double_eq(tsv_dot_place(999), 0);
    ck_assert_double_eq_tol(tsv_dot_place(1e6), 1.122018454e6, 1e-3);
    ck_assert_double_eq_tol(tsv_dot_place(1.25e6), 1.122018454e6, 1e-3);
    ck_assert_double_eq_tol(tsv_dot_place(1.26e6), 1.412537545e6, 1e-3);
}
END_TEST

RUNNER_MAIN("tsv", every_row_has_every_column, headers_say_where_the_numbers_come_from,
            numbers_are_those_of_the_summary, names_cannot_break_a_table,
            dots_stand_in_tenths_of_a_decade)
