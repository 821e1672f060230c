/* What the summaries made by hand are made from: how strategies fare, in a few numbers each. */
#ifndef TESTS_REPORT_RECIPE_H
#define TESTS_REPORT_RECIPE_H

#include "report/fixture.h"

/* What a strategy is like. */
struct kind {
    const char *name;
    double dies;    /* share of companies shut down by the end of ten years */
    double median;  /* founders' proceeds of those who live */
    double spread;  /* sigma of their logarithm */
    double revenue; /* yearly, of the median survivor after ten years */
    int rounds;
    double services; /* share of revenue from services at the end */
    int luck;        /* strategies with the same rounds and luck fare alike */
};

struct recipe {
    const char *name; /* of the fixture, for files and failures */
    const char *title, *description;
    int strategies, horizon;
    int64_t paths;
    struct kind kind[STRATEGIES_MAX];
};

const struct recipe *recipe_of(enum fixture fixture);

/* A share of so many worlds, with its error. */
struct figure recipe_share(double value, int64_t paths);

#endif
