/* Every file in tests/scenarios/good, and every scenario that the program ships, is legal. */
#include "told.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int read_all(const char *folder)
{
    int count = 0;
    DIR *stream = opendir(folder);
    const struct dirent *item;
    while (stream && (item = readdir(stream)) != NULL) {
        char path[600];
        const char *dot = strrchr(item->d_name, '.');
        if (!dot || strcmp(dot, ".yaml") != 0 || strcmp(item->d_name, "fund.yaml") == 0 ||
            strcmp(item->d_name, "base-rates.yaml") == 0 || strcmp(item->d_name, "facts.yaml") == 0)
            continue; /* these speak of scenarios and are none */
        snprintf(path, sizeof path, "%s/%s", folder, item->d_name);
        char *lines = told_file(path);
        ck_assert_msg(lines[0] == '\0', "%s:%s", path, lines);
        free(lines);
        count++;
    }
    if (stream)
        closedir(stream);
    return count;
}

START_TEST(the_good_ones)
{
    ck_assert_int_ge(read_all("tests/scenarios/good"), 3);
}
END_TEST

START_TEST(the_shipped_ones)
{
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    ck_assert_int_ge(read_all("scenarios"), 1);
    read_all("scenarios/templates");
    ck_assert_int_ge(read_all("scenarios/companies/worlds"), 14);
    ck_assert_int_ge(read_all("scenarios/companies/survivors/worlds"), 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("good_scenarios");
    TCase *all = tcase_create("all");
    tcase_add_test(all, the_good_ones);
    tcase_add_test(all, the_shipped_ones);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
