/* Companies and scenarios for tests: every number at its standard value until a test says
 * otherwise. */
#ifndef LAWS_FIXTURE_H
#define LAWS_FIXTURE_H

#include "model/block.h"
#include "scenario/scenario.h"

#include <check.h>

/* A block of so many lanes (1..LANES) on the paths 0, 1, ...: one stage that offers nothing and in
 * which everybody builds the product, no rounds, no board, ten years. The caller frees it. */
struct block *fixture_block(int lanes);

/* Switches every chance of the world and the company off and pins the climate open. What is left of
 * chance is how many deals, wins and losses a month brings. */
void fixture_calm(struct block *block);

/* The same, and a company that lives for ever on nothing: one founder without pay, no cash, no
 * costs, no offers. Nobody is hired until money comes in. */
void fixture_idle(struct block *block);

/* Sets one parameter in all lanes: FIXTURE_SET(block, market.accounts, 4000). */
void fixture_fill(double *column, double value);
#define FIXTURE_SET(block, member, value) fixture_fill((block)->given.member, value)

/* Gives every draw of the month the same value. */
void fixture_draw(struct block *block, double u);

/* Plays so many months; starts the block at month 0. */
void fixture_play(struct block *block, int months);

/* Loads a scenario that must be without fault. */
struct scenario *fixture_load(const char *text);

/* An eventful scenario of this many strategies (1 or 2): services first, then a product, with
 * rounds, a board, and a way back to services; the second sells licences from the start. */
struct scenario *fixture_eventful(int strategies);

/* The lanes of some paths of a strategy, ready to be started. The caller frees it. */
struct block *fixture_lanes(const struct scenario *scenario, int strategy, int64_t first, int n);

/* Whether two results are the same, bit for bit. */
bool fixture_same(const struct result *a, const struct result *b);

/* Runs the tests of a file, a list that ends in NULL, and returns what main is to return. */
int fixture_run(const char *name, const TTest *const *tests);

#endif
