/* A difference in the same worlds, in words that claim no more than its interval allows. */
#ifndef REPORT_TERMS_WORDS_H
#define REPORT_TERMS_WORDS_H

#include "analysis/paired.h"
#include "report/words.h"

enum terms_notation { TERMS_MONEY, TERMS_POINTS, TERMS_TIMES };

/* '−$12k ± $1.1k'; 'unclear ± $1.1k' when the 95% interval includes zero; 'none' when nothing differs;
 * 'too few worlds' when those that do are too few for an interval; '–' when there is nothing to compare. */
struct words terms_words(const struct paired *paired, enum terms_notation notation);

/* The difference alone: '−$12k', 'unclear', 'none', 'too few', '–'. */
struct words terms_words_short(const struct paired *paired, enum terms_notation notation);

#endif
