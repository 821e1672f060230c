/* The end of every Check program here: runs the tests it is given. */
#ifndef TESTS_REPORT_RUNNER_H
#define TESTS_REPORT_RUNNER_H

#include <check.h>

/* Returns what main shall. */
int runner_run(const char *name, const TTest *const *tests, int count);

#define RUNNER_MAIN(name, ...)                                                                     \
    int main(void)                                                                                 \
    {                                                                                              \
        const TTest *const tests[] = {__VA_ARGS__};                                                \
        return runner_run(name, tests, (int)(sizeof tests / sizeof tests[0]));                     \
    }

#endif
