#include "model/captable.h"

#include "model/pricing.h"
#include "numerics/elementary.h"

const struct captable_conventions captable_standard = {.price_units = 1e4};

void captable_found(struct captable *table, double shares, double pool, int people, int vesting,
                    int cliff)
{
    *table = (struct captable){.founders = captable_whole(shares),
                               .unissued = captable_whole(shares * pool / (1.0 - pool)),
                               .people = (int8_t)people,
                               .vesting = (int16_t)vesting,
                               .cliff = (int16_t)cliff};
    table->founded = table->founders / people;
}

/* Of one founder. */
static double unvested(const struct captable *table, int month)
{
    if (table->vesting <= 0 || month >= table->vesting)
        return 0.0;
    double served = month < table->cliff || month < 0 ? 0.0 : month;
    return table->founded * (1.0 - served / table->vesting);
}

double captable_part(struct captable *table, int month)
{
    if (table->people < 1)
        return 0.0;
    double held = table->people > 1 ? captable_whole(table->founders / table->people) : table->founders;
    double returned = elementary_min(captable_whole(unvested(table, month)), held);
    table->people--;
    table->founders -= held;
    table->former += held - returned;
    return returned;
}

double captable_grant(struct captable *table, double shares, double strike)
{
    shares = elementary_min(captable_whole(shares), table->unissued);
    if (shares <= 0.0)
        return 0.0;
    int at = 0;
    while (at < table->grants && table->strike[at] != strike)
        at++;
    if (at == CAPTABLE_GRANTS) {
        at = CAPTABLE_GRANTS - 1;
        double both = table->granted[at] + shares;
        table->strike[at] = (table->strike[at] * table->granted[at] + strike * shares) / both;
    } else if (at == table->grants) {
        table->strike[at] = strike;
        table->granted[at] = 0.0;
        table->grants++;
    }
    table->granted[at] += shares;
    table->unissued -= shares;
    return shares;
}

void captable_forfeit(struct captable *table, double part)
{
    for (int g = 0; g < table->grants; g++) {
        double returned = captable_whole(part * table->granted[g]);
        table->granted[g] -= returned;
        table->unissued += returned;
    }
}

/* Rank 0 goes before all others, who move back by one. */
static uint8_t take_rank(struct captable *table, int rank)
{
    if (rank > 0)
        return (uint8_t)rank;
    for (int i = 0; i < table->rows; i++)
        if (table->row[i].kind == CAPTABLE_SAFE || table->row[i].kind == CAPTABLE_PREFERRED)
            table->row[i].rank++;
    return 1;
}

int captable_sell_safe(struct captable *table, const struct captable_safe *safe)
{
    if (table->rows == CAPTABLE_ROWS)
        return -1;
    /* A SAFE converts at its cap or its discount, whichever gives more shares; so the best of
     * several such pairs is the lowest cap beside the highest discount. */
    for (int i = 0; i < table->rows; i++) {
        struct captable_row *row = &table->row[i];
        if (row->kind != CAPTABLE_SAFE || !row->favoured)
            continue;
        if (safe->cap > 0.0 && (row->cap <= 0.0 || safe->cap < row->cap))
            row->cap = safe->cap;
        row->discount = elementary_max(row->discount, safe->discount);
    }
    uint8_t rank = take_rank(table, safe->rank);
    table->row[table->rows] = (struct captable_row){.kind = CAPTABLE_SAFE,
                                                    .paid = safe->amount,
                                                    .cost = safe->amount,
                                                    .claim = safe->amount,
                                                    .most = safe->amount,
                                                    .cap = safe->cap,
                                                    .discount = safe->discount,
                                                    .pro_rata = safe->pro_rata,
                                                    .favoured = safe->favoured != 0,
                                                    .rank = rank};
    return table->rows++;
}

int captable_borrow(struct captable *table, const struct captable_note *note)
{
    if (table->rows == CAPTABLE_ROWS)
        return -1;
    table->row[table->rows] = (struct captable_row){.kind = CAPTABLE_NOTE,
                                                    .paid = note->amount,
                                                    .cost = note->amount,
                                                    .claim = note->amount,
                                                    .most = note->amount,
                                                    .cap = note->cap,
                                                    .discount = note->discount,
                                                    .interest = note->interest,
                                                    .qualified = note->qualified,
                                                    .pro_rata = note->pro_rata,
                                                    .month = (int16_t)note->month,
                                                    .maturity = (int16_t)note->maturity,
                                                    .converts = note->converts != 0,
                                                    .round = (uint8_t)note->round};
    return table->rows++;
}

int captable_give_warrant(struct captable *table, double shares, double strike)
{
    if (table->rows == CAPTABLE_ROWS)
        return -1;
    table->row[table->rows] =
        (struct captable_row){.kind = CAPTABLE_WARRANT, .shares = captable_whole(shares), .price = strike};
    return table->rows++;
}

double captable_balance(const struct captable_row *row, int month)
{
    if (row->kind != CAPTABLE_NOTE)
        return row->claim;
    int months = month > row->month ? month - row->month : 0;
    return row->claim * (1.0 + row->interest * months / 12.0);
}

double captable_outstanding(const struct captable *table)
{
    double sum = table->founders + table->former;
    for (int g = 0; g < table->grants; g++)
        sum += table->granted[g];
    for (int i = 0; i < table->rows; i++)
        sum += table->row[i].shares + table->row[i].resold;
    return sum;
}

double captable_honoured(const struct captable *table)
{
    double parts = 0.0;
    for (int i = 0; i < table->rows; i++)
        if (table->row[i].kind == CAPTABLE_SAFE && table->row[i].cap > 0.0)
            parts += table->row[i].claim / table->row[i].cap;
    return parts > 0.9 ? 0.9 / parts : 1.0;
}

/* A row becomes preferred shares, with the terms of a round, bought for so many dollars. */
static void prefer(struct captable_row *row, const struct captable_conventions *conventions,
                   const struct captable_round *round, double shares, double price, double dollars)
{
    row->kind = CAPTABLE_PREFERRED;
    row->shares = shares;
    row->price = price;
    row->cost = dollars;
    row->claim = round->multiple * dollars;
    row->participation = (uint8_t)round->participation;
    row->protection = (uint8_t)round->protection;
    row->most = row->claim;
    if (round->participation == CAPTABLE_PARTICIPATING)
        row->most = INFINITY;
    if (round->participation == CAPTABLE_LIMITED) {
        double least = conventions->limit_on_top ? row->claim : 0.0;
        row->most = elementary_max(row->claim, least + round->limit * dollars);
    }
}

static void protect(struct captable *table, const struct pricing *pricing, double amount)
{
    for (int i = 0; i < table->rows; i++) {
        struct captable_row *row = &table->row[i];
        double factor = pricing_protection(pricing, row, amount);
        if (factor > 1.0) {
            row->shares = captable_whole(row->shares * factor);
            row->price /= factor;
        }
    }
}

static void convert(struct captable *table, const struct captable_conventions *conventions,
                    const struct captable_round *round, const struct pricing *pricing, double price,
                    uint8_t rank)
{
    for (int i = 0; i < table->rows; i++) {
        struct captable_row *row = &table->row[i];
        if (!pricing_converts(row, round))
            continue;
        double balance = captable_balance(row, round->month);
        double own = pricing_round(balance / pricing_conversion(pricing, row, round->month),
                                   conventions->price_units);
        double shares = captable_whole(balance / own);
        prefer(row, conventions, round, shares, own,
               conventions->full_preference ? shares * price : balance);
        row->rank = rank;
        row->round = (uint8_t)(table->rounds + 1);
    }
}

/* Shares that an investor holds in all classes. */
static double held(const struct captable *table, int investor)
{
    const struct captable_row *row = &table->row[investor];
    double own = 1.0;
    double sum = row->resold;
    for (int r = 0; r < table->rounds; r++) {
        double class = table->row[table->class_of[r]].shares;
        sum += class * table->followed[r][investor];
        if (table->class_of[r] == investor)
            for (int i = 0; i < table->rows; i++)
                own -= table->followed[r][i];
    }
    return sum + row->shares * own;
}

/* Earlier investors take up their parts of the new class; the new one buys the rest. */
static void follow(struct captable *table, int new, double shares, double amount)
{
    double *followed = table->followed[table->rounds];
    for (int i = 0; i < new; i++) {
        followed[i] = table->row[i].pro_rata > 0.0 ? table->row[i].pro_rata * held(table, i) / shares : 0.0;
        table->row[i].paid += followed[i] * amount;
        table->row[new].paid -= followed[i] * amount;
    }
}

int captable_close(struct captable *table, const struct captable_conventions *conventions,
                   const struct captable_round *round)
{
    if (table->rows == CAPTABLE_ROWS || table->rounds == ROUNDS_MAX)
        return -1;
    struct pricing pricing;
    pricing_solve(table, conventions, round, &pricing);
    table->gave_way |= pricing.honoured < 1.0 || pricing.discounted < 1.0 ||
                       pricing.protected < 1.0 || pricing.pool < round->pool;
    double price = pricing_round(1.0 / pricing.per_dollar, conventions->price_units);
    pricing.per_dollar = 1.0 / price;
    uint8_t rank = take_rank(table, round->rank);
    protect(table, &pricing, round->amount);
    convert(table, conventions, round, &pricing, price, rank);

    int new = table->rows;
    double before = captable_outstanding(table) + table->unissued;
    struct captable_row *row = &table->row[new];
    *row = (struct captable_row){.paid = round->amount,
                                 .pro_rata = round->pro_rata,
                                 .rank = rank,
                                 .round = (uint8_t)(table->rounds + 1)};
    prefer(row, conventions, round, captable_whole(round->amount / price), price, round->amount);
    follow(table, new, before, round->amount);
    table->class_of[table->rounds++] = (int8_t)new;
    table->rows++;
    double pool = captable_outstanding(table) * pricing.pool / (1.0 - pricing.pool);
    table->unissued = elementary_max(table->unissued, captable_whole(pool));
    table->price = price;
    return new;
}

/* Whoever holds a part of the class pays that part. */
static void share_cost(struct captable *table, int row, double amount)
{
    for (int r = 0; r < table->rounds; r++)
        for (int i = 0; table->class_of[r] == row && i < table->rows; i++) {
            table->row[i].paid += table->followed[r][i] * amount;
            table->row[row].paid -= table->followed[r][i] * amount;
        }
    table->row[row].paid += amount;
}

void captable_extend(struct captable *table, const struct captable_conventions *conventions, int row,
                     double amount, double part, int month)
{
    struct captable_row *more = &table->row[row];
    if (more->kind == CAPTABLE_NONE)
        return;
    /* A note owes just so much more; common, into which it may have converted, prefers nothing. */
    double before = more->kind == CAPTABLE_PREFERRED ? more->cost : captable_balance(more, month);
    double scale = before > 0.0 ? amount / before : 0.0;
    if (more->kind == CAPTABLE_PREFERRED)
        more->shares += captable_whole(amount / pricing_round(part * more->price, conventions->price_units));
    more->claim += scale * more->claim;
    more->most = more->most > 0.0 ? more->most * (1.0 + scale) : 0.0;
    more->cost += scale > 0.0 ? amount : 0.0;
    share_cost(table, row, amount);
}

double captable_resell(struct captable *table, int row, double dollars, double price, int month)
{
    double free = elementary_max(table->founders - table->people * unvested(table, month), 0.0);
    double shares = captable_whole(elementary_min(dollars / price, free));
    table->founders -= shares;
    table->row[row].resold += shares;
    table->row[row].paid += shares * price;
    return shares * price;
}

/* A note takes the terms of a class, with its own preference, or becomes common. */
static void convert_note(struct captable *table, const struct captable_conventions *conventions,
                         struct captable_row *row, double balance, double price)
{
    int round = row->round;
    price = pricing_round(price, conventions->price_units);
    double shares = captable_whole(balance / price);
    struct captable_round terms = {.rank = 1};
    prefer(row, conventions, &terms, shares, price, 0.0);
    row->rank = 1;
    row->round = 0;
    if (round < 1 || round > table->rounds)
        return;
    const struct captable_row *class = &table->row[table->class_of[round - 1]];
    double scale = balance / class->cost;
    row->cost = balance;
    row->claim = class->claim * scale;
    row->most = class->most * scale;
    row->participation = class->participation;
    row->protection = class->protection;
    row->rank = class->rank;
    row->round = (uint8_t)round;
}

double captable_mature(struct captable *table, const struct captable_conventions *conventions,
                       int month, double cash)
{
    double before = captable_outstanding(table) + table->unissued, repaid = 0.0;
    for (int i = 0; i < table->rows; i++) {
        struct captable_row *row = &table->row[i];
        if (row->kind != CAPTABLE_NOTE || month < row->maturity)
            continue;
        double balance = captable_balance(row, month);
        double price = row->cap > 0.0 ? row->cap / before : table->price;
        if (row->converts && price > 0.0)
            convert_note(table, conventions, row, balance, price);
        else if (repaid + balance <= cash) {
            repaid += balance;
            row->kind = CAPTABLE_NONE;
            row->claim = row->most = 0.0;
        }
    }
    return repaid;
}

void captable_shares(const struct captable *table, int month, struct captable_shares *shares)
{
    double before = captable_outstanding(table) + table->unissued;
    double capitalisation = before, parts = 0.0, honoured = captable_honoured(table);
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        if (row->kind == CAPTABLE_NOTE && row->cap > 0.0)
            capitalisation += captable_balance(row, month) / row->cap * before;
        else if (row->kind == CAPTABLE_SAFE && row->cap > 0.0)
            parts += row->claim / row->cap * honoured;
    }
    capitalisation /= 1.0 - parts;
    *shares = (struct captable_shares){.founders = table->founders / capitalisation,
                                       .former = table->former / capitalisation,
                                       .unissued = table->unissued / capitalisation};
    for (int g = 0; g < table->grants; g++)
        shares->granted += table->granted[g] / capitalisation;
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        shares->investor[i] = held(table, i) / capitalisation;
        if (row->kind == CAPTABLE_NOTE && row->cap > 0.0)
            shares->investor[i] += captable_balance(row, month) / row->cap * before / capitalisation;
        else if (row->kind == CAPTABLE_SAFE && row->cap > 0.0)
            shares->investor[i] += row->claim / row->cap * honoured;
    }
}
