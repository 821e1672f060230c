/* Facts that history tells of companies like these, and the simulated companies of which the same is
 * measured. Read from YAML. */
#ifndef SCENARIO_FACTS_H
#define SCENARIO_FACTS_H

#include "scenario/complaint.h"
#include "scenario/sheet.h"
#include "scenario/statistic.h"

#include <stdbool.h>
#include <stdint.h>

enum { FACTS_MAX = 100, FACTS_POPULATIONS_MAX = 24, FACTS_MEMBERS_MAX = 12, FACTS_STARTS_MAX = 12, FACTS_PATHS_MAX = 1000000 };

/* One kind of company in a population, and how many of them. */
struct fact_member {
    struct sheet_company company;
    double weight;
};

/* Companies that are counted together, each alone in a world. */
struct fact_population {
    const char *name, *says;
    int64_t paths;           /* companies */
    int horizon, every;      /* months; what is observed is observed every so many */
    int starts;
    int start[FACTS_STARTS_MAX]; /* months that the world has turned before the company starts */
    bool raised;             /* only who closed a first round counts */
    int members;
    struct fact_member member[FACTS_MEMBERS_MAX];
    struct place place;
};

struct fact {
    const char *id;          /* of the statement; its parts share it */
    const char *says, *published, *source, *grade;
    const char *not_modelled; /* why it cannot be measured; then there is no statistic */
    enum statistic statistic;
    int of, against;         /* populations; -1: none */
    double argument[ARGUMENTS]; /* NaN: not given */
    double low, high;        /* the band; infinite where it is open */
    double mark;             /* the published figure as a number, for charts; NaN: it is none */
    struct place place;
};

struct facts {
    const char *file, *name;
    const char *description; /* or NULL */
    uint64_t seed;
    int populations, facts;
    struct fact_population population[FACTS_POPULATIONS_MAX];
    struct fact fact[FACTS_MAX];
    void *memory;            /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. */
struct facts *facts_load(const char *file, struct complaints *complaints);
void facts_destroy(struct facts *facts); /* takes NULL */

#endif
