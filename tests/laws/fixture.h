/* Companies and scenarios made by hand: every number at its standard value until a test says
 * otherwise. */
#ifndef LAWS_FIXTURE_H
#define LAWS_FIXTURE_H

#include "model/block.h"
#include "scenario/scenario.h"

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

/* A scenario of so many strategies, all with the stages of fixture_block. */
struct scenario *fixture_scenario(int strategies);
void fixture_scenario_destroy(struct scenario *scenario);

/* Sets one column in one strategy, or in all when it is -1. */
void fixture_assume(struct scenario *scenario, int strategy, int column, struct distribution value);
struct distribution fixture_constant(double value);

/* Doubles that are the same bit for bit. */
int fixture_same(double a, double b);

#endif
