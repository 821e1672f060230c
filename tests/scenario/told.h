/* What the loader says about a text, for all tests of this folder. */
#ifndef TOLD_H
#define TOLD_H

#include "scenario/scenario.h"

#include <stddef.h>

/* The smallest legal scenario, to which tests append lines. */
#define SMALLEST                                                                                   \
    "scenario: Test\n"                                                                             \
    "strategies: [{name: A, playbook: {stages: [{name: s, people: {product: 1}}]}}]\n"

/* All complaints about a text that pretends to be tests/scenarios/good/text.yaml, one per line,
 * 'line:column: error: message', without excerpts; '' if there are none. The caller frees it. */
char *told_text(const char *text, const char *const *settings, int count);

/* The same about a file on disk. */
char *told_file(const char *file);

/* A text that must be legal. The caller destroys the scenario. */
struct scenario *told_scenario(const char *text);
struct scenario *told_scenario_set(const char *text, const char *const *settings, int count);

/* Fails the test unless the complaints about a text are exactly these lines. */
void told_exactly(const char *text, const char *expected);

/* The assumption behind a dotted key such as 'market.accounts' or 'stages.1.people.sales'. */
const struct assumption *told_assumption(const struct scenario *scenario, int strategy,
                                         const char *key);

#endif
