/* What the months of plain.c are made of, in the order in which they happen. */
#ifndef STATISTICS_PLAIN_STEPS_H
#define STATISTICS_PLAIN_STEPS_H

#include "statistics/plain.h"

/* plain_luck.c: `what` is the draw's purpose; a count's mean or number of trials must be >= 0. */
void plain_luck_begin(struct plain_luck *luck, int month);
double plain_luck_uniform(struct plain_luck *luck, enum draw what);
double plain_luck_normal(struct plain_luck *luck, enum draw what);
double plain_luck_poisson(struct plain_luck *luck, enum draw what, double mean);
double plain_luck_binomial(struct plain_luck *luck, enum draw what, double trials, double chance);
/* Luck that says how an event went which happened with this chance: a uniform number or a normal
 * score. The engine takes it from the draw that decided the event, which lay below the chance. */
double plain_luck_size(struct plain_luck *luck, enum draw what, double chance);
double plain_luck_score(struct plain_luck *luck, enum draw what, double chance);
/* Before the first month: a uniform number, and a normal score beside it. */
double plain_luck_first_uniform(struct plain_luck *luck);
double plain_luck_first_normal(struct plain_luck *luck);

void plain_world_rates(struct plain_life *life);
void plain_world_start(struct plain_life *life);
void plain_world_month(struct plain_life *life);

void plain_enter(struct plain_life *life, int stage);

void plain_product_start(struct plain_life *life);
void plain_product_month(struct plain_life *life);
void plain_product_community(struct plain_life *life);

void plain_trade_start(struct plain_life *life);
void plain_trade_sell(struct plain_life *life);
void plain_trade_deliver(struct plain_life *life);

void plain_money_start(struct plain_life *life);
void plain_money_people(struct plain_life *life);
void plain_money_cash(struct plain_life *life);
void plain_money_read_owners(struct plain_company *company, int months);

void plain_capital_pay_lenders(struct plain_life *life);
void plain_capital_raise(struct plain_life *life);

void plain_exit_month(struct plain_life *life);
void plain_exit_horizon(struct plain_life *life);

#endif
