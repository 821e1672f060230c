/* Every choice of everybody, on 100,000 random cap tables: the division is the one in which nobody
 * would gain by choosing otherwise. */
#include "laws/fixture.h"
#include "laws/random_captable.h"

#include <math.h>

enum { TABLES = 100000, ROWS = 8, CHOICES = 1 << ROWS };

/* The terms of a table, told once more: who may choose, what each is owed, and how many shares each
 * stands for. */
struct terms {
    const struct captable *table;
    double rest, common;
    double owed[ROWS], shares[ROWS];
    int rank[ROWS], chooses[ROWS], bit[ROWS], choosers;
    /* Options and limits of participation, in the order in which a rising value meets them. */
    struct {
        double value, shares;
        int row; /* whose limit, or -1 */
    } bend[ROWS + ROWS + CAPTABLE_GRANTS];
    int bends;
};

static void add_bend(struct terms *terms, double value, double shares, int row)
{
    int at = terms->bends++;
    for (; at > 0 && terms->bend[at - 1].value > value; at--)
        terms->bend[at] = terms->bend[at - 1];
    terms->bend[at].value = value;
    terms->bend[at].shares = shares;
    terms->bend[at].row = row;
}

static double balance(const struct captable_row *row, int month)
{
    double years = fmax(month - row->month, 0.0) / 12.0;
    return row->kind == CAPTABLE_NOTE ? row->claim + row->claim * row->interest * years
                                      : row->claim;
}

static void capitalise(struct terms *terms, int month)
{
    const struct captable *table = terms->table;
    double all = table->founders + table->former, notes = 0.0, parts = 0.0;
    for (int g = 0; g < table->grants; g++)
        all += table->granted[g];
    for (int i = 0; i < table->rows; i++)
        all += table->row[i].shares + table->row[i].resold;
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        if (row->kind == CAPTABLE_NOTE && row->cap > 0.0) {
            terms->shares[i] = floor(balance(row, month) * all / row->cap + 1e-6);
            notes += terms->shares[i];
        }
        if (row->kind == CAPTABLE_SAFE && row->cap > 0.0)
            parts += row->claim / row->cap;
    }
    double scale = fmin(1.0, 0.9 / parts); /* SAFEs get nine tenths at most */
    double total = (all + notes) / (1.0 - parts * scale);
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        if (row->kind == CAPTABLE_SAFE && row->cap > 0.0)
            terms->shares[i] = floor(row->claim / row->cap * scale * total + 1e-6);
    }
}

static void read_terms(const struct captable *table, const struct waterfall_sale *sale,
                       struct terms *terms)
{
    *terms = (struct terms){.table = table};
    terms->rest = fmax(sale->price - sale->fees - sale->debt, 0.0);
    terms->common = table->founders + table->former;
    capitalise(terms, sale->month);
    for (int g = 0; g < table->grants; g++)
        add_bend(terms, table->strike[g], table->granted[g], -1);
    for (int i = 0; i < table->rows; i++) {
        const struct captable_row *row = &table->row[i];
        terms->common += row->resold;
        if (row->kind == CAPTABLE_WARRANT) {
            add_bend(terms, row->price, row->shares, -1);
            continue;
        }
        terms->owed[i] = balance(row, sale->month);
        terms->rank[i] = row->kind == CAPTABLE_NOTE ? 0 : row->rank;
        terms->chooses[i] = 1;
        terms->bit[i] = terms->choosers++;
        if (row->kind != CAPTABLE_PREFERRED)
            continue;
        terms->shares[i] = row->shares;
        if (row->most > row->claim)
            add_bend(terms, (row->most - row->claim) / row->shares, row->shares, i);
    }
}

/* What everybody gets when the rows in `converts` have converted. Gives the value of a share: money
 * is poured in until it is gone, first over claims, then over shares, as they come in and fall out.
 */
static double pour(const struct terms *terms, int converts, double paid[ROWS])
{
    const struct captable *table = terms->table;
    double left = terms->rest, sharing = terms->common;
    for (int rank = 0; rank < 5; rank++) {
        double owed = 0.0;
        for (int i = 0; i < table->rows; i++)
            if (terms->chooses[i] && terms->rank[i] == rank && !(converts >> terms->bit[i] & 1))
                owed += terms->owed[i];
        double a_dollar = owed > 0.0 ? fmin(left / owed, 1.0) : 0.0;
        for (int i = 0; i < table->rows; i++)
            if (terms->chooses[i] && terms->rank[i] == rank && !(converts >> terms->bit[i] & 1))
                paid[i] = terms->owed[i] * a_dollar;
        left -= fmin(left, owed);
    }
    int joins[ROWS] = {0};
    for (int i = 0; i < table->rows; i++) {
        if (!terms->chooses[i])
            continue;
        int converted = converts >> terms->bit[i] & 1;
        if (converted)
            paid[i] = 0.0;
        else
            joins[i] = table->row[i].kind == CAPTABLE_PREFERRED &&
                       table->row[i].most > table->row[i].claim;
        if (converted || joins[i])
            sharing += terms->shares[i];
    }
    double value = 0.0;
    for (int b = 0; left > 0.0; b++) {
        double room = b < terms->bends ? terms->bend[b].value - value : INFINITY;
        if (left <= room * sharing) {
            value += left / sharing;
            break;
        }
        value = terms->bend[b].value;
        left -= room * sharing;
        int row = terms->bend[b].row;
        if (row < 0)
            sharing += terms->bend[b].shares;
        else if (joins[row])
            sharing -= terms->bend[b].shares;
    }
    for (int i = 0; i < table->rows; i++) {
        if (!terms->chooses[i])
            continue;
        if (converts >> terms->bit[i] & 1)
            paid[i] = terms->shares[i] * value;
        else if (joins[i])
            paid[i] = fmin(paid[i] + terms->shares[i] * value, table->row[i].most);
    }
    return value;
}

static int count_bits(int bits)
{
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

START_TEST(nobody_would_choose_otherwise)
{
    static double paid[CHOICES][ROWS], value[CHOICES];
    long several = 0, converting = 0, mixed = 0, short_of_claims = 0;
    for (uint64_t number = 0; number < TABLES; number++) {
        struct waterfall_sale sale;
        struct captable table = random_captable_throw(number, ROWS, &sale);
        struct waterfall parts;
        waterfall_divide(&table, &captable_standard, &sale, &parts);
        struct terms terms;
        read_terms(&table, &sale, &terms);
        int all = 1 << terms.choosers, returned = 0;
        for (int choices = 0; choices < all; choices++)
            value[choices] = pour(&terms, choices, paid[choices]);
        for (int i = 0; i < table.rows; i++)
            if (parts.converted >> i & 1) {
                ck_assert(terms.chooses[i]);
                returned |= 1 << terms.bit[i];
            }

        /* Gains within rounding do not count. */
        double gain = 1e-11 * sale.price, close = 1e-9 * sale.price;
        int equilibria = 0, is_one = 0, fewest = ROWS;
        for (int choices = 0; choices < all; choices++) {
            int stable = 1;
            for (int i = 0; i < table.rows && stable; i++)
                if (terms.chooses[i] &&
                    paid[choices ^ 1 << terms.bit[i]][i] > paid[choices][i] + gain)
                    stable = 0;
            if (!stable)
                continue;
            equilibria++;
            is_one |= choices == returned;
            fewest = count_bits(choices) < fewest ? count_bits(choices) : fewest;
            /* In every equilibrium everybody gets the same. */
            double apart = fabs(parts.founders - table.founders * value[choices]);
            for (int i = 0; i < table.rows; i++)
                if (terms.chooses[i]) {
                    double got = parts.row[i] - table.row[i].resold * parts.share_value;
                    apart = fmax(apart, fabs(got - paid[choices][i]));
                }
            ck_assert_double_le(apart, close);
        }
        ck_assert_int_ge(equilibria, 1);
        ck_assert(is_one);
        /* It is the one with the fewest conversions, but for gains of less than a rounding. */
        ck_assert_int_ge(count_bits(returned), fewest);
        for (int i = 0; i < table.rows; i++)
            if (returned >> terms.bit[i] & 1 && terms.chooses[i] && count_bits(returned) > fewest) {
                double other = paid[returned ^ 1 << terms.bit[i]][i];
                ck_assert_double_ge(paid[returned][i], other - gain);
            }
        several += equilibria > 1;
        converting += returned != 0;
        mixed += returned != 0 && returned != all - 1;
        short_of_claims += parts.share_value == 0.0;
    }
    /* The tables are of every sort. */
    ck_assert_int_gt(converting, TABLES / 4);
    ck_assert_int_gt(mixed, TABLES / 5);
    ck_assert_int_gt(short_of_claims, TABLES / 10);
    ck_assert_int_gt(several, 0);
}
END_TEST

/* With the strict rule, a class that is indifferent keeps its preference: at every price where one
 * just breaks even, it has not converted. */
START_TEST(a_tie_keeps_the_preference)
{
    for (uint64_t number = 0; number < 20000; number++) {
        struct waterfall_sale sale;
        struct captable table = random_captable_throw(number, ROWS, &sale);
        table.rows = table.rows > 0 ? table.rows : 1;
        /* $2.00 a share: the price is what all get together at that value. */
        table.row[0] = (struct captable_row){
            .kind = CAPTABLE_PREFERRED, .shares = 1048576.0, .claim = 2097152.0, .most = 2097152.0};
        for (int i = 1; i < table.rows; i++) {
            table.row[i].kind = CAPTABLE_PREFERRED;
            table.row[i].cap = 0.0;
            table.row[i].shares = 1024.0 + (double)i;
            table.row[i].resold = 0.0;
            table.row[i].claim = table.row[i].most = 2048.0 + 2.0 * i;
        }
        table.founders = floor(table.founders);
        table.grants = 0;
        sale = (struct waterfall_sale){.price = 2.0 * captable_outstanding(&table)};
        struct waterfall parts;
        waterfall_divide(&table, &captable_standard, &sale, &parts);
        ck_assert_uint_eq(parts.converted, 0u);
        sale.price += 1.0;
        waterfall_divide(&table, &captable_standard, &sale, &parts);
        ck_assert_uint_eq(parts.converted, (1u << table.rows) - 1u);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {nobody_would_choose_otherwise, a_tie_keeps_the_preference, NULL};
    return fixture_run("waterfall_choices", tests);
}
