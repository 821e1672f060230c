#include "model/waterfall.h"

#include "numerics/elementary.h"

enum { OPTIONS_MAX = CAPTABLE_ROWS + CAPTABLE_GRANTS, BENDS_MAX = 2 * CAPTABLE_ROWS + OPTIONS_MAX };

/* One who has a claim. With each dollar that a share gains, it gains `joins` beside its claim until
 * it has `most`, or `converts` in its place. */
struct holder {
    double claim, most, joins, converts;
    int rank, row;
};

struct holders {
    struct holder holder[CAPTABLE_ROWS];
    double option[OPTIONS_MAX], strike[OPTIONS_MAX];
    double common, claims;
    int count, options;
};

static void add_option(struct holders *all, double shares, double strike)
{
    all->option[all->options] = shares;
    all->strike[all->options++] = strike;
}

static void add_holder(struct holders *all, struct holder holder)
{
    all->holder[all->count++] = holder;
    all->claims += holder.claim;
}

/* What all get together when a share is worth so much and claims are paid. */
static double sum_at(const struct holders *all, double value)
{
    double sum = all->common * value;
    for (int i = 0; i < all->count; i++) {
        const struct holder *holder = &all->holder[i];
        double kept = elementary_min(holder->claim + holder->joins * value, holder->most);
        sum += elementary_max(kept, holder->converts * value);
    }
    for (int o = 0; o < all->options; o++)
        sum += all->option[o] * elementary_max(value - all->strike[o], 0.0);
    return sum;
}

/* Where somebody starts or ceases to gain. */
static int find_bends(const struct holders *all, double bend[BENDS_MAX])
{
    int bends = 0;
    for (int i = 0; i < all->count; i++) {
        const struct holder *holder = &all->holder[i];
        if (holder->most >= INFINITY)
            continue;
        if (holder->joins > 0.0)
            bend[bends++] = (holder->most - holder->claim) / holder->joins;
        if (holder->converts > 0.0)
            bend[bends++] = holder->most / holder->converts;
    }
    for (int o = 0; o < all->options; o++)
        bend[bends++] = all->strike[o];
    return bends;
}

/* Shares that gain beyond the last bend. */
static double shares_in_the_end(const struct holders *all)
{
    double shares = all->common;
    for (int i = 0; i < all->count; i++) {
        const struct holder *holder = &all->holder[i];
        shares += holder->most >= INFINITY ? holder->joins : holder->converts;
    }
    for (int o = 0; o < all->options; o++)
        shares += all->option[o];
    return shares;
}

/* Value of a share at which all together get `rest`, which is more than the claims. */
static double find_value(const struct holders *all, double rest)
{
    double bend[BENDS_MAX];
    int bends = find_bends(all, bend);
    double low = 0.0, low_sum = all->claims, high = INFINITY, high_sum = 0.0;
    for (int b = 0; b < bends; b++) {
        if (bend[b] <= low || bend[b] >= high)
            continue;
        double sum = sum_at(all, bend[b]);
        if (sum <= rest) {
            low = bend[b];
            low_sum = sum;
        } else {
            high = bend[b];
            high_sum = sum;
        }
    }
    double slope = high < INFINITY ? (high_sum - low_sum) / (high - low) : shares_in_the_end(all);
    if (!(slope > 0.0))
        return low;
    return elementary_min(low + (rest - low_sum) / slope, high);
}

/* Not enough for all claims: by rank, and pro rata in one. */
static void pay_by_rank(const struct holders *all, double rest, double *paid)
{
    for (int rank = -1, next; rest > 0.0; rank = next) {
        double claims = 0.0;
        next = 1000;
        for (int i = 0; i < all->count; i++)
            if (all->holder[i].rank > rank && all->holder[i].rank < next)
                next = all->holder[i].rank;
        if (next == 1000)
            return;
        for (int i = 0; i < all->count; i++)
            if (all->holder[i].rank == next)
                claims += all->holder[i].claim;
        double a_dollar = claims > rest ? rest / claims : 1.0;
        for (int i = 0; i < all->count; i++)
            if (all->holder[i].rank == next)
                paid[all->holder[i].row] = all->holder[i].claim * a_dollar;
        rest -= elementary_min(claims, rest);
    }
}

/* Fills `paid` by row for those who have claims, and gives the value of a share. */
static double divide(const struct holders *all, double rest, double *paid)
{
    if (rest <= all->claims) {
        for (int i = 0; i < all->count; i++)
            paid[all->holder[i].row] = 0.0;
        pay_by_rank(all, rest, paid);
        return 0.0;
    }
    double value = find_value(all, rest);
    for (int i = 0; i < all->count; i++) {
        const struct holder *holder = &all->holder[i];
        double kept = elementary_min(holder->claim + holder->joins * value, holder->most);
        paid[holder->row] = elementary_max(kept, holder->converts * value);
    }
    return value;
}

/* --- Who holds what at a sale ---------------------------------------------------------------- */

/* Shares of SAFEs and notes at their caps. `counted` tells who keeps a place in the capitalisation. */
static void convert_at_caps(const struct captable *table, int month, unsigned counted,
                            double shares[CAPTABLE_ROWS])
{
    double outstanding = captable_outstanding(table), honoured = captable_honoured(table);
    double capitalisation = outstanding, parts = 0.0;
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        shares[i] = row->shares;
        int counts = counted >> i & 1;
        if (row->kind == CAPTABLE_PREFERRED && !counts)
            capitalisation -= row->shares;
        if (row->cap <= 0.0)
            continue;
        if (row->kind == CAPTABLE_NOTE) {
            shares[i] = captable_whole(captable_balance(row, month) / row->cap * outstanding);
            capitalisation += counts ? shares[i] : 0.0;
        } else if (row->kind == CAPTABLE_SAFE)
            parts += counts ? row->claim / row->cap * honoured : 0.0;
    }
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        if (row->kind != CAPTABLE_SAFE || row->cap <= 0.0)
            continue;
        double part = row->claim / row->cap * honoured;
        /* One that does not count would, if it converted. */
        double all = counted >> i & 1 ? parts : parts + part;
        shares[i] = captable_whole(part * capitalisation / (1.0 - all));
    }
}

static const unsigned EVERYBODY = ~0u;

/* With `decided`, rows in `counted` have converted and the others have not; without, each is free. */
static void gather(const struct captable *table, const struct captable_conventions *conventions,
                   const struct waterfall_sale *sale, int decided, unsigned counted,
                   struct holders *all)
{
    double shares[CAPTABLE_ROWS];
    convert_at_caps(table, sale->month, counted, shares);
    all->common = table->founders + table->former;
    all->claims = 0.0;
    all->count = all->options = 0;
    for (int g = 0; g < table->grants; g++)
        add_option(all, table->granted[g], table->strike[g]);
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        all->common += row->resold;
        if (row->kind == CAPTABLE_NONE)
            continue;
        if (row->kind == CAPTABLE_WARRANT) {
            add_option(all, row->shares, row->price);
            continue;
        }
        struct holder holder = {.row = i, .rank = row->rank, .converts = shares[i]};
        if (row->kind == CAPTABLE_PREFERRED) {
            if (!sale->all_convert) {
                holder.claim = row->claim;
                holder.most = row->most;
                holder.joins = row->most > row->claim ? shares[i] : 0.0;
            }
        } else {
            holder.claim = captable_balance(row, sale->month);
            holder.rank = row->kind == CAPTABLE_NOTE ? 0 : row->rank;
            if (conventions->discount_at_sale)
                holder.claim /= 1.0 - row->discount;
            holder.most = holder.claim;
        }
        if (decided && !(counted >> i & 1))
            holder.converts = 0.0;
        else if (decided)
            holder.claim = holder.most = holder.joins = 0.0;
        add_holder(all, holder);
    }
}

/* --- Literal SAFEs --------------------------------------------------------------------------- */

static void pay_decided(const struct captable *table, const struct captable_conventions *conventions,
                        const struct waterfall_sale *sale, double rest, unsigned converts,
                        double paid[CAPTABLE_ROWS])
{
    struct holders all;
    gather(table, conventions, sale, 1, converts, &all);
    divide(&all, rest, paid);
}

/* The lowest row that would gain by the other choice; -1 if none. Converting must gain more than
 * rounding does. */
static int find_regret(const struct captable *table, const struct captable_conventions *conventions,
                       const struct waterfall_sale *sale, double rest, unsigned converts,
                       unsigned free)
{
    double now[CAPTABLE_ROWS], then[CAPTABLE_ROWS];
    pay_decided(table, conventions, sale, rest, converts, now);
    for (int i = 0; i < table->rows; i++) {
        if (!(free >> i & 1))
            continue;
        pay_decided(table, conventions, sale, rest, converts ^ 1u << i, then);
        if (then[i] > now[i] + 1e-11 * rest)
            return i;
    }
    return -1;
}

static int find_literal(const struct captable *table, const struct captable_conventions *conventions,
                        const struct waterfall_sale *sale, double rest, const struct holders *free_all,
                        unsigned *converts)
{
    unsigned free = 0, forced = 0;
    for (int i = 0; i < free_all->count; i++) {
        const struct holder *holder = &free_all->holder[i];
        if (holder->converts > 0.0 && holder->claim > 0.0)
            free |= 1u << holder->row;
        else if (holder->converts > 0.0)
            forced |= 1u << holder->row;
    }
    unsigned set = forced;
    for (int step = 0; step < 4 * CAPTABLE_ROWS; step++) {
        int regret = find_regret(table, conventions, sale, rest, set, free);
        if (regret < 0) {
            *converts = set;
            return 1;
        }
        set ^= 1u << regret;
    }
    /* All subsets of the free rows in binary order. */
    unsigned subset = 0;
    do {
        if (find_regret(table, conventions, sale, rest, subset | forced, free) < 0) {
            *converts = subset | forced;
            return 1;
        }
        subset = (subset - free) & free;
    } while (subset != 0);
    return 0;
}

static int has_safe(const struct captable *table)
{
    for (int i = 0; i < table->rows; i++)
        if (table->row[i].kind == CAPTABLE_SAFE && table->row[i].cap > 0.0)
            return 1;
    return 0;
}

/* --- The division ---------------------------------------------------------------------------- */

void waterfall_divide(const struct captable *table, const struct captable_conventions *conventions,
                      const struct waterfall_sale *sale, struct waterfall *parts)
{
    *parts = (struct waterfall){.fees = elementary_min(sale->fees, sale->price)};
    double rest = sale->price - parts->fees;
    parts->debt = elementary_min(sale->debt, rest);
    rest -= parts->debt;

    struct holders all;
    gather(table, conventions, sale, 0, EVERYBODY, &all);
    unsigned decided = 0;
    int literal = conventions->literal_safes && has_safe(table);
    if (literal) {
        literal = find_literal(table, conventions, sale, rest, &all, &decided);
        parts->unsettled = !literal;
        if (literal)
            gather(table, conventions, sale, 1, decided, &all);
    }
    double value = divide(&all, rest, parts->row);
    parts->share_value = value;
    for (int i = 0; i < all.count; i++) {
        const struct holder *holder = &all.holder[i];
        if (holder->converts > 0.0 && holder->converts * value > holder->most * (1.0 + 1e-13))
            parts->converted |= 1u << holder->row;
    }
    if (literal)
        parts->converted = decided;

    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        if (row->kind == CAPTABLE_WARRANT)
            parts->row[i] = row->shares * elementary_max(value - row->price, 0.0);
        parts->row[i] += row->resold * value;
    }
    for (int g = 0; g < table->grants; g++)
        parts->staff += table->granted[g] * elementary_max(value - table->strike[g], 0.0);
    parts->former = table->former * value;
    parts->founders = table->founders * value;
    if (rest > all.claims && !(shares_in_the_end(&all) > 0.0))
        parts->founders = rest - all.claims; /* nobody has a share */
}

void waterfall_by_investor(const struct captable *table, const struct waterfall *parts,
                           double investor[CAPTABLE_ROWS])
{
    for (int i = 0; i < CAPTABLE_ROWS; i++)
        investor[i] = parts->row[i];
    for (int r = 0; r < table->rounds; r++) {
        int class = table->class_of[r];
        double paid = parts->row[class] - table->row[class].resold * parts->share_value;
        for (int i = 0; i < table->rows; i++) {
            investor[i] += table->followed[r][i] * paid;
            investor[class] -= table->followed[r][i] * paid;
        }
    }
}
