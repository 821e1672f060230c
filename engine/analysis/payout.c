#include "analysis/payout.h"

#include "analysis/replay.h"
#include "model/debt.h"
#include "model/holdings.h"
#include "scenario/measure.h"

#include <math.h>
#include <stdlib.h>

/* The company at its end, and all that decides who gets what. */
struct stack {
    struct captable table;
    struct captable_conventions conventions;
    int round_of[CAPTABLE_ROWS]; /* -1: of none */
    int rounds, month, listed;
    double debt;
};

struct standing {
    double proceeds;
    int64_t path;
};

static int by_proceeds(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->proceeds != y->proceeds)
        return x->proceeds < y->proceeds ? -1 : 1;
    return x->path < y->path ? -1 : 1;
}

static bool counts(const struct result *result)
{
    return result->rounds > 0 && result->proceeds > 0.0 &&
           (result->outcome == OUTCOME_ACQUIRED || result->outcome == OUTCOME_IPO);
}

/* The path in the middle; the lower one of two. -1 without memory, -2 when there is none. */
static int64_t choose(const struct batch *batch, int strategy, int64_t *among)
{
    const struct result *result = batch->result[strategy];
    *among = 0;
    for (int64_t i = 0; i < batch->paths; i++)
        *among += counts(&result[i]);
    if (*among == 0)
        return -2;
    struct standing *order = malloc((size_t)*among * sizeof *order);
    if (!order)
        return -1;
    int64_t n = 0;
    for (int64_t i = 0; i < batch->paths; i++)
        if (counts(&result[i]))
            order[n++] = (struct standing){result[i].proceeds, i};
    qsort(order, (size_t)n, sizeof *order, by_proceeds);
    int64_t path = order[(n - 1) / 2].path;
    free(order);
    return path;
}

static void divide(const struct stack *stack, double price, int listed, struct waterfall *parts)
{
    struct waterfall_sale sale = {
        .price = price, .debt = stack->debt, .month = stack->month, .all_convert = listed};
    waterfall_divide(&stack->table, &stack->conventions, &sale, parts);
}

static void add_step(struct payout *payout, enum payout_kind kind, int round, double amount, double owed)
{
    payout->step[payout->steps++] = (struct payout_step){kind, round, amount, owed};
}

/* What a row gets before common and beside it. What was bought from founders is common. */
static void add_claim(struct payout *payout, const struct stack *stack, const struct waterfall *parts, int i)
{
    const struct captable_row *row = &stack->table.row[i];
    double paid = parts->row[i] - row->resold * parts->share_value;
    double claim = captable_balance(row, stack->month);
    if (row->kind != CAPTABLE_PREFERRED && stack->conventions.discount_at_sale)
        claim /= 1.0 - row->discount;
    add_step(payout, row->kind == CAPTABLE_PREFERRED ? PAYOUT_PREFERENCE : PAYOUT_MONEY_BACK,
             stack->round_of[i], fmin(paid, claim), claim);
}

static bool has_claim(const struct stack *stack, const struct waterfall *parts, int i, bool listed)
{
    const struct captable_row *row = &stack->table.row[i];
    if (row->kind == CAPTABLE_NONE || row->kind == CAPTABLE_WARRANT || (parts->converted >> i & 1))
        return false;
    return row->kind != CAPTABLE_PREFERRED || !listed;
}

/* Notes come before all ranks. */
static int rank_of(const struct captable_row *row) { return row->kind == CAPTABLE_NOTE ? 0 : row->rank; }

/* Claims by rank, of equal ones the latest round first: it is what a term sheet would tell first. */
static void add_claims(struct payout *payout, const struct stack *stack, const struct waterfall *parts)
{
    int order[CAPTABLE_ROWS], n = 0;
    for (int i = stack->table.rows - 1; i >= 0; i--) {
        if (!has_claim(stack, parts, i, stack->listed))
            continue;
        int at = n++;
        for (; at > 0 && rank_of(&stack->table.row[order[at - 1]]) > rank_of(&stack->table.row[i]); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (int k = 0; k < n; k++)
        add_claim(payout, stack, parts, order[k]);
}

static void add_common(struct payout *payout, const struct stack *stack, const struct waterfall *parts)
{
    double warrants = 0.0;
    bool has_warrants = false;
    for (int pass = 0; pass < 2; pass++)
        for (int i = stack->table.rows - 1; i >= 0; i--) {
            const struct captable_row *row = &stack->table.row[i];
            double bought = row->resold * parts->share_value, paid = parts->row[i] - bought;
            bool claims = has_claim(stack, parts, i, stack->listed);
            double beside = claims ? paid - captable_balance(row, stack->month) : 0.0;
            if (row->kind == CAPTABLE_WARRANT) {
                warrants += pass == 0 ? parts->row[i] : 0.0;
                has_warrants = true;
            } else if (pass == 0 && claims && row->kind == CAPTABLE_PREFERRED && row->most > row->claim) {
                add_step(payout, PAYOUT_PARTICIPATION, stack->round_of[i], fmax(beside, 0.0), fmax(beside, 0.0));
            } else if (pass == 1 && (row->kind != CAPTABLE_NONE || row->resold > 0.0)) {
                double common = claims ? 0.0 : paid;
                if (!claims || row->resold > 0.0)
                    add_step(payout, PAYOUT_CONVERSION, stack->round_of[i], common + bought, common + bought);
            }
        }
    if (has_warrants)
        add_step(payout, PAYOUT_WARRANTS, -1, warrants, warrants);
    if (stack->table.grants > 0)
        add_step(payout, PAYOUT_STAFF, -1, parts->staff, parts->staff);
    if (stack->table.former > 0.0)
        add_step(payout, PAYOUT_FORMER, -1, parts->former, parts->former);
    add_step(payout, PAYOUT_FOUNDERS, -1, parts->founders, parts->founders);
}

static void tell_steps(struct payout *payout, const struct stack *stack)
{
    struct waterfall parts;
    divide(stack, payout->price, stack->listed, &parts);
    if (parts.fees > 0.0)
        add_step(payout, PAYOUT_FEES, -1, parts.fees, parts.fees);
    if (stack->debt > 0.0)
        add_step(payout, PAYOUT_LENDERS, -1, parts.debt, stack->debt);
    add_claims(payout, stack, &parts);
    add_common(payout, stack, &parts);
    payout->claims = parts.fees + stack->debt;
    for (int k = 0; k < payout->steps; k++)
        if (payout->step[k].kind == PAYOUT_MONEY_BACK || payout->step[k].kind == PAYOUT_PREFERENCE)
            payout->claims += payout->step[k].owed;
}

static void tell_point(struct payout_shares *point, const struct stack *stack, double price)
{
    struct waterfall parts;
    divide(stack, price, 0, &parts);
    *point = (struct payout_shares){.price = price,
                                    .fees = parts.fees / price,
                                    .lenders = parts.debt / price,
                                    .staff = parts.staff / price,
                                    .former = parts.former / price,
                                    .founders = parts.founders / price};
    for (int i = 0; i < stack->table.rows; i++) {
        double *share = stack->round_of[i] >= 0 ? &point->round[stack->round_of[i]] : &point->warrants;
        *share += parts.row[i] / price;
    }
}

/* From half of what comes before common, rounded to a decade, four decades up; to half a decade
 * beyond the price itself at least. */
static void tell_points(struct payout *payout, const struct stack *stack)
{
    double owed = stack->debt;
    for (int i = 0; i < stack->table.rows; i++)
        if (stack->table.row[i].kind != CAPTABLE_WARRANT && stack->table.row[i].kind != CAPTABLE_NONE)
            owed += captable_balance(&stack->table.row[i], stack->month);
    double first = floor(log10(fmin(fmax(0.7 * owed, 1e5), 1e9)));
    double last = fmax(first + 3.0, ceil(log10(payout->price) + 0.5));
    for (int p = 0; p < PAYOUT_POINTS; p++)
        tell_point(&payout->point[p], stack, pow(10.0, first + (last - first) * p / (PAYOUT_POINTS - 1)));
}

/* What founders get grows with the price. */
static double find_first_price(const struct stack *stack)
{
    double low = 1.0, high = 1e12;
    struct waterfall parts;
    divide(stack, high, 0, &parts);
    if (parts.founders < MEASURE_NOTHING)
        return NAN;
    for (int step = 0; step < 60; step++) {
        double middle = sqrt(low * high);
        divide(stack, middle, 0, &parts);
        *(parts.founders < MEASURE_NOTHING ? &low : &high) = middle;
    }
    return high;
}

static void look(struct stack *stack, const struct block *block, const struct result *result)
{
    const struct holdings *holdings = &block->holdings[0];
    stack->table = holdings->table;
    stack->conventions = holdings_conventions(block, 0);
    stack->rounds = result->rounds;
    stack->month = result->month;
    stack->listed = result->outcome == OUTCOME_IPO;
    stack->debt = block->given.company.loan[0] + debt_owed(block, 0);
    for (int i = 0; i < CAPTABLE_ROWS; i++)
        stack->round_of[i] = -1;
    for (int r = 0; r < stack->rounds; r++)
        stack->round_of[holdings->row[r]] = r;
}

struct payout *payout_create(const struct batch *batch, const struct kernel *kernel, int strategy, bool *none)
{
    int64_t among, path = choose(batch, strategy, &among);
    *none = path == -2;
    if (path < 0)
        return NULL;
    struct payout *payout = calloc(1, sizeof *payout);
    struct block *block = replay_prepare(batch->scenario, batch->sampler, batch->seed, strategy, path);
    if (payout && block) {
        kernel->start(block);
        while (block->month < batch->scenario->horizon && block->company.live[0] != 0.0)
            kernel->month(block);
        const struct result *result = &block->result[0];
        struct stack stack;
        look(&stack, block, result);
        payout->path = path;
        payout->among = among;
        payout->outcome = result->outcome;
        payout->month = result->month;
        payout->rounds = result->rounds;
        payout->price = result->proceeds + stack.debt;
        payout->cash = block->company.cash[0];
        tell_steps(payout, &stack);
        tell_points(payout, &stack);
        payout->founders_from = find_first_price(&stack);
    } else {
        free(payout);
        payout = NULL;
    }
    free(block);
    return payout;
}
