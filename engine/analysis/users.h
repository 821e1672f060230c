/* What is worth telling about those who use the free product. */
#ifndef ANALYSIS_USERS_H
#define ANALYSIS_USERS_H

#include "analysis/chronicle.h"

/* What has been told already. */
struct users {
    double marked, peak, contributed, paid;
    int standing;    /* 1 leads the rival community, -1 trails it */
    bool growing;    /* each user brings more than one other */
    bool content;
    int shrinks, cycles, changes; /* told so far */
};

void users_start(struct users *users, const struct block *block);
void users_notice(struct users *users, const struct block *block, int month,
                  struct chronicle *chronicle);

#endif
