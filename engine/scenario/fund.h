/* A venture fund: how much money, which companies, by which rules it pays in and out. Read from YAML. */
#ifndef SCENARIO_FUND_H
#define SCENARIO_FUND_H

#include "scenario/complaint.h"
#include "scenario/sheet.h"

#include <stdbool.h>
#include <stdint.h>

enum { FUND_ARMS_MAX = 6, FUND_COMPANIES_MAX = 200, FUND_PATHS_MAX = 20000000 };

/* What the companies of one fund have in common. */
enum fund_share {
    FUND_SHARES_MARKET,  /* the climate, and those of one market all of it */
    FUND_SHARES_CLIMATE, /* the funding climate alone */
    FUND_SHARES_NOTHING
};

/* One kind of company, and how many of them. */
struct fund_arm {
    struct sheet_company company;
    double weight;
    int market; /* number of its market: arms whose worlds are written alike have the same */
};

struct fund {
    const char *file, *name;
    const char *description; /* or NULL */
    int companies;
    int64_t funds;           /* how many are played, each in a world of its own */
    uint64_t seed;
    double size;             /* committed, dollars */
    int enter;               /* the first round it takes part in; 1 is the company's first */
    bool cheque_in_dollars;  /* else the cheque is a share of that round */
    double cheque;
    double reserves;         /* share of what can be invested that is kept for later rounds */
    double fee;              /* a month, share of the committed */
    int fee_months;
    double carry;
    int pacing;              /* months over which companies start */
    int term;                /* months */
    enum fund_share share;
    int arms, markets;
    struct fund_arm arm[FUND_ARMS_MAX];
    void *memory;            /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. */
struct fund *fund_load(const char *file, struct complaints *complaints);
void fund_destroy(struct fund *fund); /* takes NULL */

#endif
