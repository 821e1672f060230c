/* A side of a ruinous box in words. */
#ifndef REPORT_RUIN_WORDS_H
#define REPORT_RUIN_WORDS_H

#include "analysis/ruin.h"
#include "report/words.h"

struct words ruin_words_value(double value, enum unit unit);  /* three digits: $123k/year */
struct words ruin_words_side(const struct ruin_side *side);   /* at least 8.3%; 3% to 5% */
struct words ruin_words_failure(const struct ruin *ruin);     /* closed by month 24 */

#endif
