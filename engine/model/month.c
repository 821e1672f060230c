#include "model/month.h"

#include "model/capability.h"
#include "model/cash.h"
#include "model/community.h"
#include "model/delivery.h"
#include "model/exit.h"
#include "model/funding.h"
#include "model/market.h"
#include "model/people.h"
#include "model/playbook.h"
#include "model/sales.h"
#include "model/verify.h"
#include "numerics/elementary.h"

#include <string.h>

static void begin_change(struct block *block, int c)
{
    const struct change *change = &block->change[c];
    if (change->column < 0) {
        for (int lane = 0; lane < block->n; lane++)
            if (block->company.live[lane] != 0.0)
                playbook_enter(block, lane, change->stage);
        return;
    }
    double *column = (double *)&block->given + (size_t)change->column * STRIDE;
    memcpy(block->saved[c], column, COLUMN_SIZE);
    for (int i = 0; i < block->n; i++)
        column[i] = elementary_clamp(change->multiply ? column[i] * change->value : change->value,
                                     change->low, change->high);
}

static void end_change(struct block *block, int c)
{
    if (block->change[c].column >= 0)
        memcpy((double *)&block->given + (size_t)block->change[c].column * STRIDE, block->saved[c],
               COLUMN_SIZE);
}

/* Dated events: parameters that another value holds for a while. */
static void apply_changes(struct block *block)
{
    int changed = 0;
    for (int c = 0; c < block->changes; c++)
        if (block->month == block->change[c].last_month + 1) {
            end_change(block, c);
            changed = 1;
        }
    for (int c = 0; c < block->changes; c++)
        if (block->month == block->change[c].first_month) {
            begin_change(block, c);
            changed = 1;
        }
    if (changed)
        market_prepare(block);
}

void month_start(struct block *block)
{
    memset(&block->company, 0, sizeof block->company);
    for (int i = 0; i < block->n; i++) {
        block->origin[i] = i;
        block->company.live[i] = 1.0;
    }
    market_start(block);
    playbook_start(block);
    capability_start(block);
    community_start(block);
    sales_start(block);
    delivery_start(block);
    people_start(block);
    cash_start(block);
    funding_start(block);
}

void month_step(struct block *block)
{
    apply_changes(block);
    block_draw(block);
    verify_before(block);

    market_step(block);     /* the world turns, whoever is in it */
    playbook_step(block);   /* each company does what its stage says */
    capability_step(block); /* it learns, contributes and builds */
    community_step(block);  /* people come, use, stay, contribute, pay */
    sales_step(block);      /* deals are sought and decided */
    delivery_step(block);   /* work is delivered and billed */
    people_step(block);     /* people come, go and are paid */
    cash_step(block);       /* bills are collected and paid */
    funding_step(block);    /* rounds close, boards are seated */
    exit_step(block);       /* some are sold, listed, or die */

    block->month++;
    if (block->month == block->horizon)
        exit_finish(block);
    verify_after(block);
}
