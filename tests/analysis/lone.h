/* A block of one company for those who notice things in it: no world, no month, only columns. */
#ifndef TESTS_ANALYSIS_LONE_H
#define TESTS_ANALYSIS_LONE_H

#include "analysis/chronicle.h"
#include "report/runner.h"

#include <stdlib.h>

struct lone {
    struct block *block;
    struct chronicle *chronicle;
    int month;
};

/* An empty block with numbers that are nowhere divided by 0. */
struct lone lone_create(void);
void lone_destroy(struct lone *lone);

int lone_count(const struct lone *lone, enum happening what);

/* The last event of a kind; fails the test if there is none. */
const struct chronicle_event *lone_last(const struct lone *lone, enum happening what);

#endif
