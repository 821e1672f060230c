#include "model/holdings.h"

#include "numerics/elementary.h"

static struct holdings *holdings_of(struct block *block, int lane)
{
    return &block->holdings[block->origin[lane]];
}

struct captable_conventions holdings_conventions(const struct block *block, int lane)
{
    const struct funding *funding = &block->given.funding;
    return (struct captable_conventions){.method = (int)funding->method[lane],
                                         .pool_in_safes = funding->pool_in_safes[lane] != 0.0,
                                         .pool_in_base = funding->pool_in_base[lane] != 0.0,
                                         .limit_on_top = funding->limit_on_top[lane] != 0.0,
                                         .full_preference = funding->full_preference[lane] != 0.0,
                                         .literal_safes = funding->literal_safes[lane] != 0.0,
                                         .discount_at_sale = funding->discount_at_sale[lane] != 0.0,
                                         .price_units = captable_standard.price_units};
}

/* Of what rows of the cap table have, that of lenders' warrants. */
static double sum_warrants(const struct captable *table, const double row[CAPTABLE_ROWS])
{
    double sum = 0.0;
    for (int i = 0; i < table->rows; i++)
        sum += table->row[i].kind == CAPTABLE_WARRANT ? row[i] : 0.0;
    return sum;
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
    company->lender_share[lane] = sum_warrants(table, shares.investor);
    company->notes[lane] = 0.0;
    for (int r = 0; r < (int)company->rounds[lane]; r++) {
        const struct captable_row *row = &table->row[holdings->row[r]];
        company->investor_share[r][lane] = shares.investor[holdings->row[r]];
        company->preference[r][lane] = captable_balance(row, months);
        company->notes[lane] += row->kind == CAPTABLE_NOTE ? 1.0 : 0.0;
    }
}

/* Options for the staff, by a part of the pool each month, or all at once. */
static void grant(const struct block *block, int lane, struct captable *table)
{
    double months = block->given.company.grants[lane];
    double part = months > 1.0 ? 1.0 / months : 1.0;
    captable_grant(table, table->unissued * part, block->given.company.strike[lane] * table->price);
}

void holdings_found(struct block *block, int lane)
{
    const struct founding *founding = &block->given.company;
    struct holdings *holdings = holdings_of(block, lane);
    *holdings = (struct holdings){.row = {0}};
    captable_found(&holdings->table, HOLDINGS_FOUNDED, 1.0 - founding->founders_share[lane],
                   (int)founding->founders[lane], (int)founding->vesting[lane],
                   (int)founding->cliff[lane]);
    if (founding->grants[lane] <= 0.0)
        grant(block, lane, &holdings->table);
    for (int r = 0; r < ROUNDS_MAX; r++)
        block->company.investor_share[r][lane] = block->company.preference[r][lane] = 0.0;
    block->company.rounds[lane] = 0.0;
    copy_shares(block, lane, holdings, 0);
}

static int sell_safe(struct block *block, int lane, struct captable *table, double amount, double cap)
{
    const struct round *next = &block->next;
    struct captable_safe safe = {.amount = amount,
                                 .cap = cap,
                                 .discount = next->discount[lane],
                                 .pro_rata = next->pro_rata[lane],
                                 .favoured = next->favoured[lane] != 0.0,
                                 .rank = next->seniority[lane] != 0.0 ? 0 : 1};
    return captable_sell_safe(table, &safe);
}

/* When it is due it converts into the class of the last priced round, into common before the first. */
static int borrow(struct block *block, int lane, struct captable *table, double amount, double cap)
{
    const struct round *next = &block->next;
    int months = block->month + 1, term = (int)next->maturity[lane];
    struct captable_note note = {.amount = amount,
                                 .cap = cap,
                                 .discount = next->discount[lane],
                                 .interest = 12.0 * next->interest[lane],
                                 .qualified = next->qualified[lane],
                                 .pro_rata = next->pro_rata[lane],
                                 .month = months,
                                 .maturity = term > 0 ? months + term : INT16_MAX,
                                 .converts = next->at_maturity[lane] != 0.0,
                                 .round = table->rounds};
    return captable_borrow(table, &note);
}

static int close_priced(struct block *block, int lane, struct holdings *holdings, double amount,
                        double pre_money)
{
    const struct round *next = &block->next;
    struct captable *table = &holdings->table;
    struct captable_conventions conventions = holdings_conventions(block, lane);
    struct captable_round terms = {.amount = amount,
                                   .pre_money = pre_money,
                                   .pool = next->pool[lane],
                                   .multiple = next->preference[lane],
                                   .limit = next->participation_limit[lane],
                                   .pro_rata = next->pro_rata[lane],
                                   .participation = (int)next->participation[lane],
                                   .protection = (int)next->protection[lane],
                                   .rank = next->seniority[lane] != 0.0 ? 0 : 1,
                                   .month = block->month + 1};
    int row = captable_close(table, &conventions, &terms);
    double wanted = next->secondary[lane];
    if (wanted > 0.0) {
        double sold = captable_resell(table, row, wanted, table->price, block->month + 1);
        holdings->sold += sold;
        holdings->sold_present += sold * block->company.present[lane];
        block->closing[(int)block->company.rounds[lane]][block->origin[lane]].sold = sold;
    }
    return row;
}

void holdings_sell(struct block *block, int lane, double amount, double pre_money)
{
    struct holdings *holdings = holdings_of(block, lane);
    struct captable *table = &holdings->table;
    double instrument = block->next.instrument[lane];
    int row;
    if (instrument == HOLDINGS_SAFE)
        row = sell_safe(block, lane, table, amount, pre_money > 0.0 ? pre_money + amount : 0.0);
    else if (instrument == HOLDINGS_NOTE)
        row = borrow(block, lane, table, amount, pre_money);
    else
        row = close_priced(block, lane, holdings, amount, pre_money);
    holdings->row[(int)block->company.rounds[lane]] = (int8_t)row;
    block->company.rounds[lane] += 1.0;
    if (block->given.company.grants[lane] <= 0.0)
        grant(block, lane, table);
    copy_shares(block, lane, holdings, block->month + 1);
}

static int last_row(const struct block *block, int lane)
{
    return block->holdings[block->origin[lane]].row[(int)block->company.rounds[lane] - 1];
}

int holdings_has_insiders(const struct block *block, int lane)
{
    const struct captable *table = &block->holdings[block->origin[lane]].table;
    return block->company.rounds[lane] > 0.0 && table->row[last_row(block, lane)].kind != CAPTABLE_NONE;
}

void holdings_extend(struct block *block, int lane, double amount, double part)
{
    struct holdings *holdings = holdings_of(block, lane);
    struct captable_conventions conventions = holdings_conventions(block, lane);
    int months = block->month + 1;
    captable_extend(&holdings->table, &conventions, last_row(block, lane), amount, part, months);
    block->closing[(int)block->company.rounds[lane] - 1][block->origin[lane]].amount += amount;
    copy_shares(block, lane, holdings, months);
}

void holdings_give_warrant(struct block *block, int lane, double dollars)
{
    struct holdings *holdings = holdings_of(block, lane);
    struct captable *table = &holdings->table;
    double shares = captable_whole(dollars / table->price);
    if (shares <= 0.0)
        return;
    captable_give_warrant(table, shares, table->price);
    copy_shares(block, lane, holdings, block->month + 1);
}

/* Notes that are due. */
static void mature(struct block *block, int lane)
{
    struct holdings *holdings = holdings_of(block, lane);
    struct captable *table = &holdings->table;
    struct company *company = &block->company;
    struct captable_conventions conventions = holdings_conventions(block, lane);
    int months = block->month + 1, due = 0;
    double owed[ROUNDS_MAX];
    for (int r = 0; r < (int)company->rounds[lane]; r++) {
        const struct captable_row *row = &table->row[holdings->row[r]];
        int open = row->kind == CAPTABLE_NOTE && months >= row->maturity;
        owed[r] = open ? captable_balance(row, months) : 0.0;
        due |= open;
    }
    if (!due)
        return;
    double repaid = captable_mature(table, &conventions, months, elementary_max(company->cash[lane], 0.0));
    company->repaid[lane] = repaid;
    company->cash[lane] -= repaid;
    for (int r = 0; r < (int)company->rounds[lane]; r++)
        if (owed[r] > 0.0 && table->row[holdings->row[r]].kind == CAPTABLE_NONE)
            block->closing[r][block->origin[lane]].repaid = owed[r];
    copy_shares(block, lane, holdings, months);
}

void holdings_keep(struct block *block)
{
    struct company *company = &block->company;
    const double *grants = block->given.company.grants;
    for (int i = 0; i < block->n; i++) {
        company->repaid[i] = 0.0;
        if (company->live[i] == 0.0)
            continue;
        if (grants[i] > 0.0) {
            struct captable *table = &holdings_of(block, i)->table;
            double left = company->departed[i] / (company->headcount[i] + company->departed[i]);
            captable_forfeit(table, elementary_min(left, 1.0));
            grant(block, i, table);
        }
        if (company->notes[i] > 0.0)
            mature(block, i);
    }
}

double holdings_divide(struct block *block, int lane, double price, double debt, int months,
                       int listing, struct waterfall *parts)
{
    const struct holdings *holdings = holdings_of(block, lane);
    const struct captable *table = &holdings->table;
    struct captable_conventions conventions = holdings_conventions(block, lane);
    struct waterfall_sale sale = {.price = price, .debt = debt, .month = months, .all_convert = listing};
    double investor[CAPTABLE_ROWS];
    waterfall_divide(table, &conventions, &sale, parts);
    waterfall_by_investor(table, parts, investor);
    for (int r = 0; r < (int)block->company.rounds[lane]; r++) {
        struct closing *closing = &block->closing[r][block->origin[lane]];
        closing->paid = table->row[holdings->row[r]].paid;
        closing->proceeds = investor[holdings->row[r]] + closing->repaid;
    }
    return sum_warrants(table, parts->row);
}
