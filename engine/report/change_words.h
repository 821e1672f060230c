/* A difference in the same worlds in words: '−$34k ± $6k'; 'not clear' when its interval includes zero. */
#ifndef REPORT_CHANGE_WORDS_H
#define REPORT_CHANGE_WORDS_H

#include "analysis/paired.h"
#include "report/words.h"

enum change_notation { CHANGE_MONEY, CHANGE_POINTS, CHANGE_PERCENT, CHANGE_NUMBER };

/* With half of the 95% interval; 'none' when nothing differs, 'too few' when too few worlds do. */
struct words change_words(const struct paired *paired, enum change_notation notation);

/* The same without the interval. */
struct words change_words_short(const struct paired *paired, enum change_notation notation);

#endif
