/* An output folder in the making: what is written lands in it, and after a first failure nothing does. */
#include "report/output.h"

#include "report/files.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"a.txt", "data", "plots", "charts", NULL};

static char place[FILES_PATH_SIZE], path[FILES_PATH_SIZE + 16];
static char *words;
static FILE *talk;
static struct output output;

static void begin(void)
{
    files_begin(place);
    snprintf(path, sizeof path, "%s/out", place);
    talk = files_talk(&words);
    ck_assert_int_eq(output_begin(&output, path, names, talk), 0);
}

static void end(void)
{
    fclose(talk);
    free(words);
    files_end(place);
}

static void expect_file(const char *name, const char *start)
{
    char *found = files_read(path, name);
    ck_assert_ptr_nonnull(found);
    ck_assert_int_eq(strncmp(found, start, strlen(start)), 0);
    free(found);
}

START_TEST(files_and_scripts_land_in_their_folders)
{
    begin();
    fputs("one", output_file(&output, "a.txt"));
    fputs("two", output_file(&output, "data/%s.tsv", "b"));
    fputs("three", output_file(&output, "data/c.tsv"));
    output_chart(&output, "flip");
    fputs("x = 1\n", output_meta(&output));
    ck_assert_int_eq(output_end(&output, false, NULL), 0);
    expect_file("a.txt", "one");
    expect_file("data/b.tsv", "two");
    expect_file("data/c.tsv", "three");
    expect_file("plots/meta.gp", "# Written by playbook");
    ck_assert(files_exist(path, "plots/flip.gp") && files_exist(path, "plots/deck.gp"));
    ck_assert_int_eq(files_count(place), 1);
    end();
}
END_TEST

START_TEST(without_a_chart_there_is_nothing_to_draw)
{
    begin();
    fputs("one", output_file(&output, "a.txt"));
    ck_assert_int_eq(output_end(&output, true, NULL), 0);
    ck_assert_int_eq(files_count(path), 2); /* and the list of what is there */
    end();
}
END_TEST

START_TEST(after_a_failure_nothing_appears_and_one_thing_is_said)
{
    begin();
    fputs("one", output_file(&output, "a.txt"));
    ck_assert(output_stands(&output));
    output_script(&output, "no-such.gp");
    ck_assert(!output_stands(&output));
    fputs("lost", output_file(&output, "data/b.tsv"));
    output_chart(&output, "nor-this");
    fputs("lost", output_meta(&output));
    ck_assert_int_eq(output_end(&output, true, NULL), -1);
    ck_assert_int_eq(files_count(place), 0);
    fflush(talk);
    ck_assert_ptr_nonnull(strstr(words, "no-such.gp"));
    ck_assert_ptr_eq(strchr(words, '\n'), words + strlen(words) - 1);
    end();
}
END_TEST

START_TEST(an_interruption_leaves_nothing)
{
    begin();
    volatile sig_atomic_t interrupted = 1;
    fputs("one", output_file(&output, "a.txt"));
    ck_assert_int_eq(output_end(&output, false, &interrupted), -1);
    ck_assert_int_eq(files_count(place), 0);
    fflush(talk);
    ck_assert_ptr_nonnull(strstr(words, "out' is as it was"));
    end();
}
END_TEST

RUNNER_MAIN("output", files_and_scripts_land_in_their_folders, without_a_chart_there_is_nothing_to_draw,
            after_a_failure_nothing_appears_and_one_thing_is_said, an_interruption_leaves_nothing)
