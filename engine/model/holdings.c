#include "model/holdings.h"

#include "numerics/elementary.h"

static struct holdings *holdings_of(struct block *block, int lane)
{
    return &block->holdings[block->origin[lane]];
}

/* Copies the cap table into the columns. A round's preference is what its investor is owed before
 * owners of common shares. */
static void copy_shares(struct block *block, int lane, const struct holdings *holdings, int months)
{
    struct company *company = &block->company;
    const struct captable *table = &holdings->table;
    struct captable_shares shares;
    captable_shares(table, months, &shares);
    company->founders_share[lane] = shares.founders + shares.former;
    company->pool_share[lane] = shares.granted + shares.unissued;
    for (int r = 0; r < (int)company->rounds[lane]; r++) {
        company->investor_share[r][lane] = shares.investor[holdings->row[r]];
        company->preference[r][lane] = captable_balance(&table->row[holdings->row[r]], months);
    }
}

/* Employees have their options at once, and at no price. */
static void grant(struct captable *table)
{
    captable_grant(table, table->unissued, 0.0);
}

void holdings_found(struct block *block, int lane)
{
    const struct founding *company = &block->given.company;
    struct holdings *holdings = holdings_of(block, lane);
    *holdings = (struct holdings){.row = {0}};
    captable_found(&holdings->table, HOLDINGS_FOUNDED, 1.0 - company->founders_share[lane],
                   (int)company->founders[lane], 0, 0);
    grant(&holdings->table);
    for (int r = 0; r < ROUNDS_MAX; r++)
        block->company.investor_share[r][lane] = block->company.preference[r][lane] = 0.0;
    block->company.rounds[lane] = 0.0;
    copy_shares(block, lane, holdings, 0);
}

void holdings_sell(struct block *block, int lane, double amount, double pre_money)
{
    struct holdings *holdings = holdings_of(block, lane);
    struct captable_round terms = {.amount = amount,
                                   .pre_money = pre_money,
                                   .pool = block->next.pool[lane],
                                   .multiple = 1.0,
                                   .rank = 1,
                                   .month = block->month + 1};
    int row = captable_close(&holdings->table, &captable_standard, &terms);
    holdings->row[(int)block->company.rounds[lane]] = (int8_t)row;
    block->company.rounds[lane] += 1.0;
    grant(&holdings->table);
    copy_shares(block, lane, holdings, block->month + 1);
}

void holdings_divide(struct block *block, int lane, double price, int months, int listing,
                     struct waterfall *parts)
{
    const struct holdings *holdings = holdings_of(block, lane);
    struct waterfall_sale sale = {.price = price, .month = months, .all_convert = listing};
    double investor[CAPTABLE_ROWS];
    waterfall_divide(&holdings->table, &captable_standard, &sale, parts);
    waterfall_by_investor(&holdings->table, parts, investor);
    for (int r = 0; r < (int)block->company.rounds[lane]; r++)
        block->closing[r][block->origin[lane]].proceeds = investor[holdings->row[r]];
}
