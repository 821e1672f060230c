/* A claim: two companies that differ in one thing, what is measured of both, which way it should
 * go, and the mechanism without which it should not. Read from YAML. */
#ifndef SCENARIO_CLAIM_H
#define SCENARIO_CLAIM_H

#include "scenario/complaint.h"
#include "scenario/measure.h"
#include "scenario/sheet.h"

#include <stdbool.h>
#include <stdint.h>

enum claim_among { AMONG_ALL, AMONG_OPEN }; /* OPEN: worlds in which both companies are still open */
enum claim_compare { COMPARE_MEAN, COMPARE_WORLDS }; /* difference of means, or of worlds won */
enum claim_expect { EXPECT_HIGHER, EXPECT_LOWER };

enum { CLAIM_VALUES_MAX = 8 };

struct claim {
    const char *file;
    const char *text;       /* the claim in one line */
    const char *source;     /* the article and passage */
    const char *says;       /* what the article says, in our words */
    int64_t paths;
    struct sheet_company base, change;
    bool contrast;          /* the effect counts beyond that of a second pair: */
    struct sheet_company than_base, than_change;
    struct measure measure;
    enum claim_among among;
    enum claim_compare compare;
    enum claim_expect expect;
    const char *without;    /* the mechanism that the ablation takes away */
    int ablations;
    const char *const *ablation; /* settings for every arm */
    /* The effect once more for other values of one key; count 0: not asked. */
    const char *across;
    int values;
    const char *value[CLAIM_VALUES_MAX];
    /* The value of a key at which the changed company's measure passes `level`; NULL: not asked. */
    const char *threshold;
    enum unit threshold_unit;
    double threshold_low, threshold_high, threshold_level;
    void *memory;           /* owner of everything above */
};

/* NULL after at least one complaint, or without one when memory ran out. */
struct claim *claim_load(const char *file, struct complaints *complaints);
void claim_destroy(struct claim *claim); /* takes NULL */

#endif
