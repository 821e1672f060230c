/* Summaries made by hand: plausible ones and every degenerate one. */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include "analysis/summary.h"

enum fixture {
    FIXTURE_TWO, /* services first against the IP playbook, much as one would expect */
    FIXTURE_ONE, /* one strategy */
    FIXTURE_THREE,
    FIXTURE_SIX,
    FIXTURE_EQUAL,     /* the same numbers twice */
    FIXTURE_CLOSE,     /* a difference too small to be sure of */
    FIXTURE_CERTAIN,   /* one wins in every world */
    FIXTURE_DEAD,      /* nobody survives, nobody gets a cent */
    FIXTURE_BOOTSTRAP, /* nobody raises */
    FIXTURE_ONE_PATH,
    FIXTURE_ONE_MONTH,
    FIXTURE_THIRTY_YEARS,
    FIXTURE_HOSTILE, /* names that are programs to somebody */
    FIXTURE_LONG,    /* six names of 120 characters */
    FIXTURES
};

struct summary *fixture_create(enum fixture fixture);
void fixture_destroy(struct summary *summary);
const char *fixture_name(enum fixture fixture);

/* Text that tries to run a command in gnuplot or a shell; the command would make this file. */
#define FIXTURE_CANARY "canary-that-must-not-sing"

#endif
