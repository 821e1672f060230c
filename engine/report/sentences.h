/* The verdict: what a batch says, in a few sentences with their uncertainty, each with a guard
 * for the case in which it would mislead. */
#ifndef REPORT_SENTENCES_H
#define REPORT_SENTENCES_H

#include "analysis/summary.h"

#include <stdio.h>

/* One paragraph a line, not wrapped. */
void sentences_verdict(const struct summary *summary, FILE *out);

/* Below this many worlds a verdict is called an anecdote. */
enum { SENTENCES_FEW_WORLDS = 200 };

#endif
