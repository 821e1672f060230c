/* Every file in tests/scenarios/bad holds one mistake, is named by it, and says at its end which
 * complaints it expects, all of them and in order:
 *
 *     # set: market.acounts=4000           a setting it is loaded with
 *     # expect: 3:10: error: unknown key 'acounts' in market | did you mean 'accounts'?
 *
 * A complaint about another file has its path first. What stands after 'error:' may be a part of
 * the message. Files that cannot hold comments have the lines beside them, in NAME.expect. */
#include "scenario/scenario.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char folder[] = "tests/scenarios/bad";

enum { LINES_MAX = 20, NAMES_MAX = 1000 };

struct lines {
    int count;
    char *line[LINES_MAX];
};

static void add_line(struct lines *lines, const char *text, size_t length)
{
    ck_assert_int_lt(lines->count, LINES_MAX);
    lines->line[lines->count++] = strndup(text, length);
}

static void free_lines(struct lines *lines)
{
    for (int i = 0; i < lines->count; i++)
        free(lines->line[i]);
    lines->count = 0;
}

static char *read_text(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    char *text = calloc(1, 1 << 20);
    *length = fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    return text;
}

/* Collects what follows `mark` at the beginning of lines. */
static void collect(const char *text, const char *mark, struct lines *lines)
{
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
        if (strncmp(line, mark, strlen(mark)) == 0)
            add_line(lines, line + strlen(mark), strcspn(line, "\n") - strlen(mark));
}

/* The complaints, one line each, suggestions appended, the scenario's own path taken off. */
static void complaints_lines(const struct complaints *complaints, const char *path,
                             struct lines *lines)
{
    static const char suggestion[] = "       | did you mean ";
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    for (const char *line = text, *end; *line; line = end + (*end == '\n')) {
        end = line + strcspn(line, "\n");
        const char *bar = strstr(line, " | ");
        if (strncmp(line, suggestion, strlen(suggestion)) == 0) {
            char **last = &lines->line[lines->count - 1];
            char longer[2000];
            snprintf(longer, sizeof longer, "%s%.*s", *last, (int)(end - line - 6), line + 6);
            free(*last);
            *last = strdup(longer);
        } else if (!bar || bar >= end) {
            const size_t own = strlen(path), place = strlen(folder) + 1;
            size_t skip = 0;
            if (strncmp(line, path, own) == 0 && line[own] == ':')
                skip = own + 1;
            else if (strncmp(line, folder, place - 1) == 0)
                skip = place;
            add_line(lines, line + skip, (size_t)(end - line) - skip);
        }
    }
    free(text);
}

/* The place must be the same, the message may be a part. */
static bool agrees(const char *told, const char *expected)
{
    static const char error[] = "error: ";
    const char *message = strstr(expected, error);
    ck_assert_msg(message != NULL, "no 'error:' in '%s'", expected);
    message += strlen(error);
    const size_t place = (size_t)(message - expected);
    return strncmp(told, expected, place) == 0 && strstr(told + place, message) != NULL;
}

static void check_scenario(const char *name)
{
    char path[600], beside[600];
    size_t length = 0, other = 0;
    struct lines settings = {0}, expected = {0}, told = {0};
    snprintf(path, sizeof path, "%s/%s.yaml", folder, name);
    snprintf(beside, sizeof beside, "%s/%s.expect", folder, name);
    char *text = read_text(path, &length), *expectation = read_text(beside, &other);
    collect(expectation ? expectation : text, "# set: ", &settings);
    collect(expectation ? expectation : text, "# expect: ", &expected);
    ck_assert_msg(expected.count > 0, "%s expects nothing", path);

    struct complaints *complaints = complaints_create();
    const char *const *set = (const char *const *)settings.line;
    struct scenario *scenario = scenario_load(path, set, settings.count, complaints);
    ck_assert_msg(!scenario, "%s is legal", path);
    complaints_lines(complaints, path, &told);
    for (int i = 0; i < told.count; i++)
        ck_assert_msg(i < expected.count && agrees(told.line[i], expected.line[i]),
                      "%s\n  says    %s\n  expects %s", path, told.line[i],
                      i < expected.count ? expected.line[i] : "nothing more");
    ck_assert_msg(told.count == expected.count, "%s\n  expects %s\n  and says nothing", path,
                  expected.line[told.count < expected.count ? told.count : 0]);
    complaints_destroy(complaints);
    free_lines(&settings);
    free_lines(&expected);
    free_lines(&told);
    free(text);
    free(expectation);
}

/* Names of all scenarios in the folder, without '.yaml'. */
static char *names[NAMES_MAX];
static int names_count;

static void find_names(void)
{
    DIR *stream = opendir(folder);
    const struct dirent *item;
    while (stream && (item = readdir(stream)) != NULL) {
        const char *dot = strrchr(item->d_name, '.');
        if (dot && strcmp(dot, ".yaml") == 0 && names_count < NAMES_MAX)
            names[names_count++] = strndup(item->d_name, (size_t)(dot - item->d_name));
    }
    if (stream)
        closedir(stream);
}

START_TEST(one_mistake)
{
    check_scenario(names[_i]);
}
END_TEST

START_TEST(there_are_enough)
{
    ck_assert_int_ge(names_count, 70);
}
END_TEST

int main(void)
{
    setenv("PLAYBOOK_LIBRARY", folder, 1); /* nothing else is looked at */
    find_names();
    Suite *suite = suite_create("bad scenarios");
    TCase *all = tcase_create("all");
    tcase_add_test(all, there_are_enough);
    tcase_add_loop_test(all, one_mistake, 0, names_count);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    for (int i = 0; i < names_count; i++)
        free(names[i]);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
