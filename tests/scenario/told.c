#include "told.h"

#include "scenario/key.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char text_file[] = "tests/scenarios/good/text.yaml";

/* Keeps the lines that begin a complaint, without the file they are about. */
static char *headers_of(const struct complaints *complaints, const char *file)
{
    char *printed = NULL, *lines = NULL;
    size_t size = 0, length = 0;
    FILE *all = open_memstream(&printed, &size), *kept = open_memstream(&lines, &length);
    complaints_print(complaints, all, false);
    fclose(all);
    for (char *line = printed, *end; *line; line = end) {
        end = line + strcspn(line, "\n");
        end += *end == '\n';
        const size_t name = strlen(file);
        const char *start = strncmp(line, file, name) == 0 && line[name] == ':' ? line + name + 1
                                                                                : line;
        const char *bar = strstr(line, " | "); /* of an excerpt or a suggestion */
        if (!bar || bar >= end)
            fprintf(kept, "%.*s", (int)(end - start), start);
    }
    fclose(kept);
    free(printed);
    return lines;
}

char *told_text(const char *text, const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text(text_file, text, strlen(text), settings, count, complaints);
    ck_assert_int_eq(scenario == NULL, complaints_count(complaints) > 0);
    scenario_destroy(scenario);
    char *lines = headers_of(complaints, text_file);
    complaints_destroy(complaints);
    return lines;
}

char *told_file(const char *file)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load(file, NULL, 0, complaints);
    ck_assert_int_eq(scenario == NULL, complaints_count(complaints) > 0);
    scenario_destroy(scenario);
    char *lines = headers_of(complaints, file);
    complaints_destroy(complaints);
    return lines;
}

struct scenario *told_scenario_set(const char *text, const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text(text_file, text, strlen(text), settings, count, complaints);
    if (!scenario)
        complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    ck_assert_int_eq(complaints_count(complaints), 0);
    complaints_destroy(complaints);
    return scenario;
}

struct scenario *told_scenario(const char *text) { return told_scenario_set(text, NULL, 0); }

void told_exactly(const char *text, const char *expected)
{
    char *lines = told_text(text, NULL, 0);
    ck_assert_str_eq(lines, expected);
    free(lines);
}

const struct assumption *told_assumption(const struct scenario *scenario, int strategy,
                                         const char *key)
{
    struct key found;
    ck_assert_msg(key_find(key, &found), "no field %s", key);
    return &scenario->strategy[strategy].assumptions[found.column];
}
