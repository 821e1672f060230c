/* Hostile files: too large, too deep, too many, of the wrong kind. Small mistakes of this sort
 * stand in the folder of bad scenarios. */
#include "scenario/document.h"
#include "scenario/library.h"
#include "scenario/samples.h"
#include "told.h"

#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test, under the system's temporary one. */
static char folder[200];

static void setup(void)
{
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/playbook-limits-XXXXXX", base && base[0] ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void teardown(void)
{
    static const char *const names[] = {"scenario.yaml", "data.csv", "pipe.yaml", "inner.yaml",
                                        "secret.yaml",   "loop.yaml"};
    char path[300];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

static const char *path_of(const char *name)
{
    static char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* The first line of what is told about a file, with its newline. */
static void told_first(const char *file, const char *expected)
{
    char *lines = told_file(file);
    ck_assert_msg(strncmp(lines, expected, strlen(expected)) == 0, "%s", lines);
    free(lines);
}

/* A text of `count` times `part` between `head` and `tail`. The caller frees it. */
static char *repeat(const char *head, const char *part, size_t count, const char *tail)
{
    const size_t size = strlen(part);
    char *text = malloc(strlen(head) + size * count + strlen(tail) + 1);
    ck_assert_ptr_nonnull(text);
    char *end = stpcpy(text, head);
    for (size_t i = 0; i < count; i++)
        end = stpcpy(end, part);
    strcpy(end, tail);
    return text;
}

static void told_about_repeated(const char *head, const char *part, size_t count, const char *tail,
                                const char *expected)
{
    char *text = repeat(head, part, count, tail);
    char *lines = told_text(text, NULL, 0);
    ck_assert_msg(strncmp(lines, expected, strlen(expected)) == 0, "%.500s", lines);
    free(lines);
    free(text);
}

/* --- Text ----------------------------------------------------------------------------------- */

START_TEST(too_many_bytes)
{
    told_about_repeated(SMALLEST, "# comment\n", DOCUMENT_BYTES_MAX / 10, "",
                        "1:1: error: larger than 4 MB\n");
    told_about_repeated(SMALLEST, "# comment\n", DOCUMENT_BYTES_MAX / 10 - 20, "", "");
}
END_TEST

START_TEST(too_many_values)
{
    told_about_repeated(SMALLEST "x: [", "0,", DOCUMENT_NODES_MAX, "]\n",
                        "3:199963: error: this text holds more than 100000 values\n");
}
END_TEST

START_TEST(too_many_keys)
{
    char *text = malloc(30000), *end = text;
    end = stpcpy(end, SMALLEST "x:\n");
    for (int i = 0; i < DOCUMENT_KEYS_MAX + 5; i++)
        end += sprintf(end, "  key%d: 0\n", i);
    char *lines = told_text(text, NULL, 0);
    ck_assert_str_eq(lines, "1004:3: error: more than 1000 keys in one mapping\n");
    free(lines);
    free(text);
}
END_TEST

START_TEST(too_many_anchors)
{
    char *text = malloc(30000), *end = text;
    end = stpcpy(end, SMALLEST "x:\n");
    for (int i = 0; i < DOCUMENT_ANCHORS_MAX + 5; i++)
        end += sprintf(end, "  - &a%d 0\n", i);
    char *lines = told_text(text, NULL, 0);
    ck_assert_str_eq(lines, "260:5: error: more than 256 anchors\n");
    free(lines);
    free(text);
}
END_TEST

START_TEST(deep_nesting_of_every_kind)
{
    told_about_repeated(SMALLEST "x: ", "[", 100000, "", "3:67: error: nested deeper than 64");
    told_about_repeated(SMALLEST "x: ", "{a: ", 100000, "", "3:253: error: nested deeper than 64");
    told_about_repeated(SMALLEST "x:\n ", " - ", 5000, "", "4:");
    told_about_repeated(SMALLEST "x: ", "? ", 5000, "", "3:");
}
END_TEST

START_TEST(an_endless_word)
{
    told_about_repeated(SMALLEST, "a", 1000000, ": 1\n", "3:");
    told_about_repeated(SMALLEST "? ", "a", 1000000, "\n: 1\n",
                        "3:3: error: unknown key 'aaaaaaaaaaaaaaaaaaaaaaaa");
    told_about_repeated("strategies: [{playbook: steady, name: ", "a", 1000000,
                        "}]\nscenario: X\n", "1:39: error: this name is too long\n");
    told_about_repeated(SMALLEST "market: {accounts: ", "1", 1000000, "}\n",
                        "3:20: error: expected a plain number");
    told_about_repeated(SMALLEST "market: ", "a", 1000000, "\n",
                        "3:9: error: this is too long for the name of a file\n");
    told_about_repeated(SMALLEST "description: ", "a", 1000000, "\n",
                        "3:14: error: expected a text of at most 10000 bytes\n");
}
END_TEST

START_TEST(many_mistakes_are_counted)
{
    char *text = malloc(30000), *end = text;
    end = stpcpy(end, SMALLEST "market:\n");
    for (int i = 0; i < 500; i++)
        end += sprintf(end, "  key%d: 0\n", i);
    struct complaints *complaints = complaints_create();
    ck_assert_ptr_null(
        scenario_load_text("t.yaml", text, (size_t)(end - text), NULL, 0, complaints));
    ck_assert_int_eq(complaints_count(complaints), 500);
    char *printed = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&printed, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_ptr_nonnull(strstr(printed, "t.yaml:103:3: error: unknown key 'key99' in market\n"));
    ck_assert_ptr_null(strstr(printed, "key100'"));
    ck_assert_ptr_nonnull(strstr(printed, "... and 400 more errors\n"));
    free(printed);
    complaints_destroy(complaints);
    free(text);
}
END_TEST

START_TEST(failing_twice_fails_twice)
{
    struct complaints *complaints = complaints_create();
    static const char text[] = "scenario: no strategies\n";
    for (int i = 0; i < 2; i++)
        ck_assert_ptr_null(
            scenario_load_text("t.yaml", text, strlen(text), NULL, 0, complaints));
    ck_assert_int_eq(complaints_count(complaints), 1);
    complaints_destroy(complaints);
}
END_TEST

/* --- Files ---------------------------------------------------------------------------------- */

START_TEST(files_of_the_wrong_kind)
{
    told_first("no/such/scenario.yaml",
               " error: this file cannot be opened: No such file or directory\n");
    told_first(folder, " error: this file is a folder, not a file\n");
    told_first("/dev/null", " error: this file is not a regular file\n");
    ck_assert_int_eq(mkfifo(path_of("pipe.yaml"), 0600), 0);
    told_first(path_of("pipe.yaml"), " error: this file is not a regular file\n");
}
END_TEST

START_TEST(references_to_files_of_the_wrong_kind)
{
    write_file("scenario.yaml",
               "scenario: X\nstrategies: [{name: A, playbook: pipe}]\nmarket: secret\n");
    ck_assert_int_eq(mkfifo(path_of("pipe.yaml"), 0600), 0);
    write_file("secret.yaml", "accounts: 4000\n");
    ck_assert_int_eq(chmod(path_of("secret.yaml"), 0), 0);
    char *lines = told_file(path_of("scenario.yaml"));
    ck_assert_ptr_nonnull(strstr(lines, "2:34: error: 'pipe' is not a regular file\n"));
    if (geteuid() != 0) /* root may read everything */
        ck_assert_ptr_nonnull(strstr(lines, "3:9: error: 'secret' cannot be opened: Permission"));
    free(lines);
}
END_TEST

START_TEST(links_out_of_the_folder)
{
    write_file("scenario.yaml",
               "scenario: X\nstrategies: [{name: A, playbook: inner}]\nmarket: loop\n");
    ck_assert_int_eq(symlink("/etc/passwd", path_of("inner.yaml")), 0);
    ck_assert_int_eq(symlink("loop.yaml", path_of("loop.yaml")), 0);
    char *lines = told_file(path_of("scenario.yaml"));
    ck_assert_ptr_nonnull(strstr(
        lines, "2:34: error: 'inner' leads out of the scenario's folder and the library\n"));
    ck_assert_ptr_nonnull(strstr(lines, "3:9: error: there is no file 'loop' in "));
    free(lines);
}
END_TEST

START_TEST(a_large_file)
{
    char *text = repeat(SMALLEST, "# comment\n", DOCUMENT_BYTES_MAX / 10, "");
    write_file("scenario.yaml", text);
    told_first(path_of("scenario.yaml"), " error: this file is larger than 4 MB\n");
    free(text);
}
END_TEST

START_TEST(large_data)
{
    write_file("scenario.yaml", SMALLEST "people: {collection: {data: data.csv}}\n");
    char *text = repeat("", "1\n2\n", SAMPLES_LINES_MAX / 2, "");
    write_file("data.csv", text);
    told_first(path_of("scenario.yaml"), "");
    free(text);
    text = repeat("", "1\n2\n", SAMPLES_LINES_MAX / 2, "3\n");
    write_file("data.csv", text);
    char *lines = told_file(path_of("scenario.yaml"));
    ck_assert_ptr_nonnull(strstr(lines, "data.csv:1000001:1: error: more than 1000000 values\n"));
    free(lines);
    free(text);
    text = repeat("", "#2345678\n", SAMPLES_BYTES_MAX / 8, "");
    write_file("data.csv", text);
    told_first(path_of("scenario.yaml"), "3:29: error: 'data.csv' is larger than 16 MB\n");
    free(text);
}
END_TEST

/* One data file under many keys is read many times, but not without end. */
START_TEST(data_add_up)
{
    write_file("scenario.yaml",
               SMALLEST "people: {collection: {data: data.csv}, patience: {data: data.csv}}\n"
                        "delivery: {utilisation: {data: data.csv}, maintenance: {data: data.csv},\n"
                        "  value_added: {data: data.csv}, churn: {data: data.csv}}\n");
    char *text = repeat("1\n1\n", "#23456789012345\n", SAMPLES_BYTES_MAX / 16 - 1, "");
    write_file("data.csv", text);
    char *lines = told_file(path_of("scenario.yaml"));
    ck_assert_ptr_nonnull(strstr(lines, "the data of a scenario add up to at most 64 MB\n"));
    free(lines);
    free(text);
}
END_TEST

START_TEST(data_that_are_no_data)
{
    write_file("scenario.yaml", SMALLEST "people: {collection: {data: data.csv}}\n");
    char *text = repeat("", "word\n", 1000, "");
    write_file("data.csv", text);
    char *lines = told_file(path_of("scenario.yaml"));
    int count = 0;
    for (const char *line = lines; (line = strstr(line, "error:")) != NULL; line++)
        count++;
    ck_assert_int_eq(count, 10); /* enough to see */
    free(lines);
    free(text);
    write_file("data.csv", "months\n1\n\xff\xfe\n");
    lines = told_file(path_of("scenario.yaml"));
    ck_assert_ptr_nonnull(strstr(lines, "data.csv:3:1: error: this is not UTF-8 (byte 0xff)\n"));
    free(lines);
}
END_TEST

START_TEST(windows_files_are_read_too)
{
    write_file("scenario.yaml", "\xef\xbb\xbfscenario: X\r\nstrategies:\r\n"
                                "  - name: A\r\n"
                                "    playbook:\r\n"
                                "      stages: [{name: s, people: {product: 1}}]\r\n"
                                "people: {collection: {data: data.csv}}\r\n");
    write_file("data.csv", "\xef\xbb\xbfmonths;who\r\n1;a\r\n2;b\r\n");
    told_first(path_of("scenario.yaml"), "");
    write_file("scenario.yaml", "\xef\xbb\xbfscenari: X\r\n");
    told_first(path_of("scenario.yaml"), "1:1: error: unknown key 'scenari' in a scenario\n");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("limits");
    TCase *all = tcase_create("all");
    tcase_add_test(all, too_many_bytes);
    tcase_add_test(all, too_many_values);
    tcase_add_test(all, too_many_keys);
    tcase_add_test(all, too_many_anchors);
    tcase_add_test(all, deep_nesting_of_every_kind);
    tcase_add_test(all, an_endless_word);
    tcase_add_test(all, many_mistakes_are_counted);
    tcase_add_test(all, failing_twice_fails_twice);
    tcase_add_test(all, files_of_the_wrong_kind);
    tcase_add_test(all, references_to_files_of_the_wrong_kind);
    tcase_add_test(all, links_out_of_the_folder);
    tcase_add_test(all, a_large_file);
    tcase_add_test(all, large_data);
    tcase_add_test(all, data_add_up);
    tcase_add_test(all, data_that_are_no_data);
    tcase_add_test(all, windows_files_are_read_too);
    tcase_add_checked_fixture(all, setup, teardown);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
