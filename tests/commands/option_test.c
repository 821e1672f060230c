/* How the command line is taken apart, and what is said when it cannot be. */
#include "commands/option.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct settings {
    int64_t paths;
    double share;
    const char *out;
    int which;
    bool quiet;
    struct option_list set;
};

static const char *const words[] = {"best", "median", "worst", NULL};

static const struct option options[] = {
    {"paths", "N", "worlds", OPTION_WHOLE, offsetof(struct settings, paths), 1, 1000, NULL},
    {"share", "X", "a share", OPTION_SHARE, offsetof(struct settings, share), 0, 0, NULL},
    {"out", "DIR", "a folder", OPTION_TEXT, offsetof(struct settings, out), 0, 0, NULL},
    {"which", "WORD", "a word", OPTION_WORD, offsetof(struct settings, which), 0, 0, words},
    {"quiet", NULL, "a flag", OPTION_FLAG, offsetof(struct settings, quiet), 0, 0, NULL},
    {"set", "KEY=VALUE", "a list", OPTION_LIST, offsetof(struct settings, set), 0, 0, NULL},
    {0}};

static struct settings settings;
static const char *operands[2];
static char said[1000]; /* on stderr, by the last parse */

/* Parses "run" and what follows it, cut at each '|'. */
static int parse(const char *line)
{
    static char text[4000];
    char *argv[OPTION_LIST_MAX + 10];
    int words_found = 0;
    snprintf(text, sizeof text, "run|%s", line);
    argv[words_found++] = text;
    for (char *bar = strchr(text, '|'); bar; bar = strchr(bar + 1, '|')) {
        *bar = '\0';
        argv[words_found++] = bar + 1;
    }
    argv[words_found] = NULL;
    memset(&settings, 0, sizeof settings);

    FILE *file = tmpfile();
    fflush(stderr);
    int terminal = dup(STDERR_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    int count = option_parse(options, &settings, argv, operands, 2);
    fflush(stderr);
    dup2(terminal, STDERR_FILENO);
    close(terminal);
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = '\0';
    fclose(file);
    return count;
}

START_TEST(values_stand_behind_a_space_or_an_equals_sign)
{
    ck_assert_int_eq(parse("--paths|12|a.yaml|--share=2%|--out|x y"), 1);
    ck_assert_int_eq(settings.paths, 12);
    ck_assert_double_eq(settings.share, 0.02);
    ck_assert_str_eq(settings.out, "x y");
    ck_assert_str_eq(operands[0], "a.yaml");
    ck_assert_str_eq(said, "");
    ck_assert_int_eq(parse("--out=a=b|--which|worst|--quiet"), 0);
    ck_assert_str_eq(settings.out, "a=b");
    ck_assert_int_eq(settings.which, 2);
    ck_assert(settings.quiet);
}
END_TEST

START_TEST(lists_keep_their_order)
{
    ck_assert_int_eq(parse("--set|a=1|--set=b=2"), 0);
    ck_assert_int_eq(settings.set.count, 2);
    ck_assert_str_eq(settings.set.item[0], "a=1");
    ck_assert_str_eq(settings.set.item[1], "b=2");
}
END_TEST

START_TEST(lists_end_somewhere)
{
    char line[10 * OPTION_LIST_MAX + 20] = "--set=a=1";
    for (int i = 0; i < OPTION_LIST_MAX; i++)
        strcat(line, "|--set=a=1");
    ck_assert_int_eq(parse(line), -1);
    ck_assert_str_eq(said, "run: --set may be given 256 times, not more\n");
}
END_TEST

START_TEST(after_two_dashes_everything_is_an_operand)
{
    ck_assert_int_eq(parse("--|--paths|--"), 2);
    ck_assert_str_eq(operands[0], "--paths");
    ck_assert_str_eq(operands[1], "--");
    ck_assert_int_eq(parse("-"), 1); /* a name like any other */
}
END_TEST

static const struct mistake {
    const char *line, *answer;
} mistakes[] = {
    {"--out|a|--out|b", "run: --out is given twice; say it once\n"},
    {"--paths=7|--share=2%|--paths=7", "run: --paths is given twice; say it once\n"},
    {"--which|best|--which|worst", "run: --which is given twice; say it once\n"},
    {"--quiet|--quiet", "run: --quiet is given twice; say it once\n"},
    {"--paths|abc", "run: --paths needs a whole number between 1 and 1000, not \"abc\"\n"},
    {"--paths|0", "run: --paths needs a whole number between 1 and 1000, not \"0\"\n"},
    {"--paths|-5", "run: --paths needs a whole number between 1 and 1000, not \"-5\"\n"},
    {"--paths|1001", "run: --paths needs a whole number between 1 and 1000, not \"1001\"\n"},
    {"--paths|10x", "run: --paths needs a whole number between 1 and 1000, not \"10x\"\n"},
    {"--paths| 7", "run: --paths needs a whole number between 1 and 1000, not \" 7\"\n"},
    {"--paths|", "run: --paths needs a whole number between 1 and 1000, not \"\"\n"},
    {"--paths|99999999999999999999",
     "run: --paths needs a whole number between 1 and 1000, not \"99999999999999999999\"\n"},
    {"--paths", "run: --paths needs a value: --paths N\n"},
    {"--paths|--quiet", "run: --paths needs a value: --paths N\n"},
    {"--share|0", "run: --share needs a share above 0% and at most 100%, not \"0\"\n"},
    {"--share|2", "run: --share needs a share above 0% and at most 100%, not \"2\"\n"},
    {"--share|nan", "run: --share needs a share above 0% and at most 100%, not \"nan\"\n"},
    {"--out=", "run: --out needs a value, not nothing\n"},
    {"--which|bets", "run: --which knows no \"bets\"; did you mean 'best'?\n"},
    {"--which|xyzzy", "run: --which needs one of 'best', 'median', 'worst', not \"xyzzy\"\n"},
    {"--quiet=yes", "run: --quiet takes no value, but was given \"yes\"\n"},
    {"--pahts|3", "run: there is no option --pahts; did you mean --paths?\n"},
    {"--pahts=3", "run: there is no option --pahts; did you mean --paths?\n"},
    {"--xyzzy", "run: there is no option --xyzzy; 'playbook help run' lists them\n"},
    {"-q",
     "run: there is no option -q; options have long names, which 'playbook help run' lists\n"},
};
enum { MISTAKES = sizeof mistakes / sizeof *mistakes };

START_TEST(mistakes_are_told)
{
    ck_assert_int_eq(parse(mistakes[_i].line), -1);
    ck_assert_str_eq(said, mistakes[_i].answer);
}
END_TEST

START_TEST(too_many_operands_are_told)
{
    ck_assert_int_eq(parse("a|b|c"), -1);
    ck_assert_str_eq(said, "run: takes 2 arguments; \"c\" is too many\n");
}
END_TEST

START_TEST(help_has_a_line_for_each_option)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    option_help(options, stream);
    fclose(stream);
    ck_assert_ptr_nonnull(strstr(text, "  --paths N              worlds\n"));
    ck_assert_ptr_nonnull(strstr(text, "  --quiet                a flag\n"));
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("option");
    TCase *tests = tcase_create("option");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, values_stand_behind_a_space_or_an_equals_sign);
    tcase_add_test(tests, lists_keep_their_order);
    tcase_add_test(tests, lists_end_somewhere);
    tcase_add_test(tests, after_two_dashes_everything_is_an_operand);
    tcase_add_loop_test(tests, mistakes_are_told, 0, MISTAKES);
    tcase_add_test(tests, too_many_operands_are_told);
    tcase_add_test(tests, help_has_a_line_for_each_option);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
