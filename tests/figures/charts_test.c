/* Every chart of every fixture is drawn without a word from gnuplot, and is what it should be. */
#include "report/files.h"
#include "report/fixture.h"
#include "report/report.h"
#include "report/runner.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COMMAND_SIZE = 5 * FILES_PATH_SIZE };

static char place[FILES_PATH_SIZE], path[FILES_PATH_SIZE + 16];

static void begin(void)
{
    files_begin(place);
    snprintf(path, sizeof path, "%s/out", place);
}

/* What a command of the shell prints, both streams together. */
static void run(const char *command, char *output, size_t size)
{
    FILE *pipe = popen(command, "r");
    ck_assert_ptr_nonnull(pipe);
    size_t used = fread(output, 1, size - 1, pipe);
    output[used] = '\0';
    pclose(pipe);
}

static void draw(enum fixture fixture, const char *expected_words)
{
    struct summary *summary = fixture_create(fixture);
    char *words;
    FILE *talk = files_talk(&words);
    int status = report_write(summary, path, NULL, talk);
    fclose(talk);
    ck_assert_msg(status == 0, "%s: %.1000s", fixture_name(fixture), words);
    if (expected_words == NULL)
        ck_assert_str_eq(words, "");
    else
        ck_assert_ptr_nonnull(strstr(words, expected_words));
    free(words);
    fixture_destroy(summary);
}

/* One strategy has no difference; without money raised there is nobody to hold founders against, and
 * without an exit nothing to divide; two who raise have their cap tables side by side. */
static int pictures_of(enum fixture fixture)
{
    bool raises = fixture != FIXTURE_BOOTSTRAP && fixture != FIXTURE_EQUAL &&
                  fixture != FIXTURE_CLOSE && fixture != FIXTURE_CERTAIN && fixture != FIXTURE_ONE;
    bool several = fixture == FIXTURE_THREE || fixture == FIXTURE_SIX || fixture == FIXTURE_LONG || fixture == FIXTURE_DEAD;
    bool exits = raises && fixture != FIXTURE_DEAD;
    return 8 + (fixture != FIXTURE_ONE) + raises + several + 2 * exits + (fixture != FIXTURE_EQUAL);
}

/* `texts`: more arguments, quoted for the shell. */
static void look_at_pictures(enum fixture fixture, const char *texts)
{
    char command[COMMAND_SIZE], answer[2048];
    snprintf(command, sizeof command, "python3 tests/figures/pictures.py '%s' %d %s 2>&1", path,
             pictures_of(fixture), texts);
    run(command, answer, sizeof answer);
    ck_assert_msg(strcmp(answer, "ok\n") == 0, "%s: %s", fixture_name(fixture), answer);
}

START_TEST(every_fixture_is_drawn)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++) {
        /* The hostile one has its own test; the others here draw what two and six draw. */
        if (fixture == FIXTURE_HOSTILE || fixture == FIXTURE_CLOSE || fixture == FIXTURE_THREE)
            continue;
        begin();
        draw((enum fixture)fixture, NULL);
        look_at_pictures((enum fixture)fixture, "");
        files_end(place);
    }
}
END_TEST

START_TEST(hostile_names_are_shown_and_nothing_else)
{
    begin();
    draw(FIXTURE_HOSTILE, "show as '?'");
    look_at_pictures(FIXTURE_HOSTILE,
                     "'{/=40 a_b^c}' '< \"x\" | ?? ? \u00e9 @y exit' 'It\u2019s {/=40 a_b^c} "
                     "`touch " FIXTURE_CANARY
                     "` & 100%d' '<script>alert(1)</script> & | tee " FIXTURE_CANARY
                     " \\ \\n {/:Bold x}'");
    ck_assert(!files_exist(".", FIXTURE_CANARY));
    files_end(place);
}
END_TEST

START_TEST(a_chart_drawn_by_hand_is_the_same)
{
    begin();
    draw(FIXTURE_TWO, NULL);
    char command[COMMAND_SIZE], answer[1024];
    snprintf(command, sizeof command,
             "cd '%s/plots' && cp ../charts/take_home.png ../charts/take_home.svg '%s' && "
             "rm ../charts/take_home.* && gnuplot take_home.gp 2>&1 && "
             "cmp ../charts/take_home.png '%s/take_home.png' && "
             "cmp ../charts/take_home.svg '%s/take_home.svg' && echo same",
             path, place, place, place);
    run(command, answer, sizeof answer);
    ck_assert_str_eq(answer, "same\n");
    snprintf(command, sizeof command,
             "cd '%s/plots' && rm ../deck.pdf && gnuplot deck.gp 2>&1 && "
             "test -s ../deck.pdf && echo drawn",
             path);
    run(command, answer, sizeof answer);
    ck_assert_str_eq(answer, "drawn\n");
    files_end(place);
}
END_TEST

START_TEST(the_theme_speaks_like_the_engine)
{
    begin();
    draw(FIXTURE_ONE, NULL);
    static const double shares[] = {0,     0.00002, 0.0004, 0.0083, 0.00994, 0.048, 0.0994,
                                    0.105, 0.56,    0.9949, 0.997,  0.99999, 1};
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        char command[COMMAND_SIZE], answer[256], expected[80];
        snprintf(command, sizeof command,
                 "cd '%s/plots' && gnuplot -d -e \"DEVICE = 'none'; CHART = 'cover'; "
                 "load 'theme.gp'; print percent(%.10f)\" 2>&1",
                 path, shares[i]);
        run(command, answer, sizeof answer);
        snprintf(expected, sizeof expected, "%s\n", words_percent(shares[i]).text);
        ck_assert_str_eq(answer, expected);
    }
    files_end(place);
}
END_TEST

START_TEST(a_broken_template_is_told_and_the_rest_is_drawn)
{
    begin();
    char command[COMMAND_SIZE], answer[256], plots[FILES_PATH_SIZE + 16];
    snprintf(plots, sizeof plots, "%s/plots", place);
    snprintf(command, sizeof command,
             "cp -r '%s' '%s' && echo 'no such command' >> '%s/survival.gp'", PLAYBOOK_PLOTS_DIR,
             plots, plots);
    run(command, answer, sizeof answer);
    setenv("PLAYBOOK_PLOTS", plots, 1);
    struct summary *summary = fixture_create(FIXTURE_ONE);
    char *words;
    FILE *talk = files_talk(&words);
    ck_assert_int_eq(report_write(summary, path, NULL, talk), -1);
    fclose(talk);
    ck_assert_ptr_nonnull(strstr(words, "gnuplot could not draw survival.gp"));
    ck_assert_ptr_nonnull(strstr(words, "invalid command"));
    ck_assert(files_exist(path, "charts/revenue.png"));
    ck_assert(!files_exist(path, "charts/survival.png"));
    ck_assert(!files_exist(path, "charts/survival.png.partial"));
    ck_assert(!files_exist(path, "deck.pdf")); /* it holds the broken page */
    ck_assert(files_exist(path, "summary.json"));
    free(words);
    fixture_destroy(summary);
    files_end(place);
}
END_TEST

RUNNER_MAIN("charts", every_fixture_is_drawn, hostile_names_are_shown_and_nothing_else,
            a_chart_drawn_by_hand_is_the_same, the_theme_speaks_like_the_engine,
            a_broken_template_is_told_and_the_rest_is_drawn)
