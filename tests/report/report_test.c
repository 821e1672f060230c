/* The output folder as a whole, without charts (tests/figures draws them). */
#include "report/report.h"

#include "report/files.h"
#include "report/fixture.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char place[FILES_PATH_SIZE], path[FILES_PATH_SIZE + 16];
static char *words;

static int write_report(enum fixture fixture, const struct report_options *options)
{
    struct summary *summary = fixture_create(fixture);
    FILE *talk = files_talk(&words);
    int status = report_write(summary, path, options, talk);
    fclose(talk);
    fixture_destroy(summary);
    return status;
}

static void begin(void)
{
    files_begin(place);
    snprintf(path, sizeof path, "%s/out", place);
}

static void end(void)
{
    free(words);
    files_end(place);
}

static const char *const expected_files[] = {"summary.json",
                                             "verdict.txt",
                                             "data/figures.tsv",
                                             "data/revenue.tsv",
                                             "data/mix.tsv",
                                             "data/survival.tsv",
                                             "data/outcomes.tsv",
                                             "data/take_home.tsv",
                                             "data/at_least.tsv",
                                             "data/multiple.tsv",
                                             "data/difference.tsv",
                                             "data/cap_table.tsv",
                                             "data/waterfall.tsv",
                                             "data/breakpoints.tsv",
                                             "data/cash.tsv",
                                             "plots/theme.gp",
                                             "plots/meta.gp",
                                             "plots/page.gp",
                                             "plots/draw.gp",
                                             "plots/deck.gp",
                                             "plots/cover.gp",
                                             "plots/table.gp",
                                             "plots/revenue.gp",
                                             "plots/take_home.gp",
                                             "plots/panels.gp",
                                             "plots/waterfall.gp",
                                             "plots/breakpoints.gp",
                                             "plots/cash.gp",
                                             "plots/README",
                                             "charts"};
enum { EXPECTED_FILES = sizeof expected_files / sizeof expected_files[0] };

START_TEST(a_folder_without_charts_is_complete)
{
    begin();
    struct report_options options = {.charts = false};
    ck_assert_int_eq(write_report(FIXTURE_TWO, &options), 0);
    ck_assert_str_eq(words, "");
    for (int i = 0; i < EXPECTED_FILES; i++)
        ck_assert_msg(files_exist(path, expected_files[i]), "%s", expected_files[i]);
    ck_assert_int_eq(files_count(place), 1);
    char *verdict = files_read(path, "verdict.txt");
    ck_assert_int_eq(
        strncmp(verdict, "OpenStack 2011 (3f9c21aa0b5d7e86), seed 2011, 20000 paths,", 58), 0);
    free(verdict);
    end();
}
END_TEST

START_TEST(one_strategy_has_no_difference_to_draw)
{
    begin();
    struct report_options options = {.charts = false};
    ck_assert_int_eq(write_report(FIXTURE_ONE, &options), 0);
    ck_assert(!files_exist(path, "plots/difference.gp"));
    ck_assert(files_exist(path, "plots/revenue.gp"));
    end();
}
END_TEST

START_TEST(the_same_summary_writes_the_same_bytes)
{
    begin();
    struct report_options options = {.charts = false};
    char *first[EXPECTED_FILES];
    ck_assert_int_eq(write_report(FIXTURE_SIX, &options), 0);
    free(words);
    for (int i = 0; i < EXPECTED_FILES - 1; i++) /* without the folder of charts */
        first[i] = files_read(path, expected_files[i]);
    ck_assert_int_eq(write_report(FIXTURE_SIX, &options), 0);
    for (int i = 0; i < EXPECTED_FILES - 1; i++) {
        char *second = files_read(path, expected_files[i]);
        ck_assert_str_eq(first[i], second);
        free(first[i]);
        free(second);
    }
    end();
}
END_TEST

START_TEST(meta_holds_assignments_and_nothing_else)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++) {
        begin();
        struct report_options options = {.charts = false};
        ck_assert_int_eq(write_report((enum fixture)fixture, &options), 0);
        char *meta = files_read(path, "plots/meta.gp");
        const char *line = strchr(meta, '\n') + 1; /* after its comment */
        for (; *line != '\0'; line += strcspn(line, "\n") + 1) {
            size_t name = strspn(line, "abcdefghijklmnopqrstuvwxyz0123456789_");
            ck_assert(name > 0 && strncmp(line + name, " = ", 3) == 0);
            const char *value = line + name + 3;
            size_t length = strcspn(value, "\n");
            bool number =
                strspn(value, "0123456789.eE+-") == length || strncmp(value, "NaN", length) == 0;
            bool text = value[0] == '\'' && value[length - 1] == '\'' &&
                        strcspn(value + 1, "'") == length - 2;
            ck_assert_msg(number || text, "%.*s", (int)strcspn(line, "\n"), line);
        }
        free(meta);
        end();
    }
}
END_TEST

START_TEST(an_interruption_leaves_nothing)
{
    begin();
    volatile sig_atomic_t interrupted = 1;
    struct report_options options = {.charts = true, .interrupted = &interrupted};
    ck_assert_int_eq(write_report(FIXTURE_TWO, &options), -1);
    ck_assert_int_eq(files_count(place), 0);
    ck_assert_ptr_nonnull(strstr(words, "interrupted"));
    end();
}
END_TEST

static int add_file(const char *folder, void *context, FILE *talk)
{
    (void)talk;
    files_write(folder, "data/more.tsv", context);
    return 0;
}

static int refuse(const char *folder, void *context, FILE *talk)
{
    (void)folder;
    (void)context;
    fputs("no more\n", talk);
    return -1;
}

START_TEST(more_may_be_added)
{
    begin();
    char text[] = "more";
    struct report_options options = {.charts = false, .more = add_file, .context = text};
    ck_assert_int_eq(write_report(FIXTURE_TWO, &options), 0);
    char *more = files_read(path, "data/more.tsv");
    ck_assert_str_eq(more, "more");
    free(more);
    end();
}
END_TEST

START_TEST(a_failure_to_add_leaves_nothing)
{
    begin();
    struct report_options options = {.charts = false, .more = refuse};
    ck_assert_int_eq(write_report(FIXTURE_TWO, &options), -1);
    ck_assert_int_eq(files_count(place), 0);
    ck_assert_str_eq(words, "no more\n");
    end();
}
END_TEST

START_TEST(missing_templates_are_named)
{
    begin();
    setenv("PLAYBOOK_PLOTS", place, 1);
    ck_assert_int_eq(write_report(FIXTURE_TWO, NULL), -1);
    ck_assert_ptr_nonnull(strstr(words, "theme.gp': No such file or directory"));
    ck_assert_int_eq(files_count(place), 0);
    end();
}
END_TEST

START_TEST(without_gnuplot_the_data_stays)
{
    begin();
    setenv("PATH", place, 1);
    ck_assert_int_eq(write_report(FIXTURE_TWO, NULL), -1);
    ck_assert_ptr_nonnull(strstr(words, "gnuplot is not installed"));
    ck_assert(files_exist(path, "summary.json"));
    ck_assert(files_exist(path, "plots/revenue.gp"));
    ck_assert(!files_exist(path, "deck.pdf"));
    char charts[FILES_PATH_SIZE + 32];
    snprintf(charts, sizeof charts, "%s/charts", path);
    ck_assert_int_eq(files_count(charts), 0);
    end();
}
END_TEST

START_TEST(letters_that_fonts_lack_are_told_once)
{
    begin();
    struct report_options options = {.charts = false};
    ck_assert_int_eq(write_report(FIXTURE_HOSTILE, &options), 0);
    const char *first = strstr(words, "show as '?'");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_null(strstr(first + 1, "show as '?'"));
    end();
}
END_TEST

RUNNER_MAIN("report", a_folder_without_charts_is_complete, one_strategy_has_no_difference_to_draw,
            the_same_summary_writes_the_same_bytes, meta_holds_assignments_and_nothing_else,
            an_interruption_leaves_nothing, more_may_be_added, a_failure_to_add_leaves_nothing,
            missing_templates_are_named, without_gnuplot_the_data_stays,
            letters_that_fonts_lack_are_told_once)
