/* Facts (scenario/facts.h) held against simulated companies. */
#ifndef ANALYSIS_FACTBOOK_H
#define ANALYSIS_FACTBOOK_H

#include "analysis/sample.h"

enum standing { STANDING_INSIDE, STANDING_OUTSIDE, STANDING_UNCLEAR, STANDING_NOT_MODELLED, STANDINGS };

/* Standard errors on either side: 99%. Outside or inside is a figure whose whole interval is. */
#define FACTBOOK_WIDTH 2.5758

/* From fewer companies nothing is concluded. */
enum { FACTBOOK_LEAST = 30 };

struct fact_finding {
    const struct fact *fact;
    struct sample sample;   /* of NaN when it is not modelled, or no company counts */
    enum standing standing;
};

/* Statements are the ids; one is inside when all of its parts are, outside when one is. */
struct fact_count {
    int statements;
    int of[STANDINGS];
};

struct factbook;

/* Loads and checks every scenario. NULL after a complaint, or without one when memory ran out. The
 * facts must outlive it. */
struct factbook *factbook_create(const struct facts *facts, struct complaints *complaints);
void factbook_destroy(struct factbook *factbook); /* takes NULL */

/* Plays every population and measures every fact: findings[facts->facts]. Progress is told over all. */
enum batch_end factbook_run(struct factbook *factbook, const struct batch_options *options,
                            struct fact_finding *findings, struct complaints *complaints);

enum standing factbook_stand(const struct fact *fact, struct sample sample);
enum standing factbook_statement(const struct fact_finding *findings, int count, const char *id);
struct fact_count factbook_count(const struct fact_finding *findings, int count);

/* Whether this finding is the first of its statement. */
bool factbook_is_first(const struct fact_finding *findings, int index);

#endif
