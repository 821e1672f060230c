#include "report/table.h"

#include "report/files.h"
#include "report/fixture.h"
#include "report/lettering.h"
#include "report/report.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>

static void check_lines(const char *text, const char *where)
{
    for (const char *line = text; *line != '\0';) {
        const char *end = line + strcspn(line, "\n");
        ck_assert_msg(lettering_columns_between(line, end) <= TABLE_COLUMNS, "%s: %.*s", where,
                      (int)(end - line), line);
        for (const char *at = line; at < end; at++)
            ck_assert_msg((unsigned char)*at >= ' ', "%s: a control character", where);
        line = end + (*end == '\n');
    }
}

START_TEST(no_line_is_longer_than_the_terminal)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++) {
        struct summary *summary = fixture_create((enum fixture)fixture);
        char *table = files_text(summary, report_table);
        check_lines(table, fixture_name((enum fixture)fixture));
        free(table);
        char *verdict = files_text(summary, report_verdict);
        check_lines(verdict, fixture_name((enum fixture)fixture));
        free(verdict);
        fixture_destroy(summary);
    }
}
END_TEST

START_TEST(figures_stand_with_their_errors)
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    char *text = files_text(summary, report_table);
    ck_assert_ptr_nonnull(strstr(text, "29.2% (0.3)      64.8% (0.3)\n"));
    ck_assert_ptr_nonnull(strstr(text, "$886k ($13k)               $0\n"));
    ck_assert_ptr_nonnull(strstr(text, "–       1.9× (0.2)\n"));
    free(text);
    fixture_destroy(summary);
}
END_TEST

START_TEST(six_strategies_are_stacked)
{
    struct summary *summary = fixture_create(FIXTURE_SIX);
    char *text = files_text(summary, report_table);
    const char *first = strstr(text, "Companies at the end");
    ck_assert_ptr_nonnull(first);
    const char *second = strstr(first + 1, "Companies at the end");
    ck_assert_ptr_nonnull(second);
    free(text);
    fixture_destroy(summary);
}
END_TEST

START_TEST(rows_that_no_strategy_has_are_left_out)
{
    struct summary *summary = fixture_create(FIXTURE_ONE_MONTH);
    char *text = files_text(summary, report_table);
    ck_assert_ptr_null(strstr(text, "failed within five years"));
    free(text);
    fixture_destroy(summary);
}
END_TEST

RUNNER_MAIN("table", no_line_is_longer_than_the_terminal, figures_stand_with_their_errors,
            six_strategies_are_stacked, rows_that_no_strategy_has_are_left_out)
