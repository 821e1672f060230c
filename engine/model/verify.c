#include "model/verify.h"

#ifdef PLAYBOOK_VERIFY

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

/* A column is named by where it stands in the block; 0, the place of `n`, stands for none. */
#define WORLD(member) offsetof(struct block, world.member)
#define COMPANY(member) offsetof(struct block, company.member)
#define STAGE(member) offsetof(struct block, now.member)

static double at(const struct block *block, size_t column, int lane)
{
    const void *start = (const char *)block + column;
    return column == 0 ? 0.0 : ((const double *)start)[lane];
}

/* What must lie where. Everything else must be finite, and no more is asked of it. */
static const struct range {
    const char *quantity;
    size_t column;
    double low, high;
} ranges[] = {
    {"open climate", WORLD(open), 0, 1},
    {"demand", WORLD(demand), 0, DBL_MAX},
    {"mood", WORLD(mood), 0, DBL_MAX},
    {"adopters", WORLD(adopters), 0, DBL_MAX},
    {"new adopters", WORLD(new_adopters), 0, DBL_MAX},
    {"maturity", WORLD(maturity), 0, 1},
    {"giants", WORLD(giants), 0, DBL_MAX},
    {"upstream of others", WORLD(upstream), 0, DBL_MAX},
    {"rival users", WORLD(rival_users), 0, DBL_MAX},
    {"rival value", WORLD(rival_value), 0, 1},
    {"valuation", WORLD(valuation), DBL_MIN, DBL_MAX},
    {"stage", COMPANY(stage), 0, STAGES_MAX},
    {"control", COMPANY(controlled), 0, 1},
    {"experience", COMPANY(experience), 0, DBL_MAX},
    {"commits", COMPANY(commits), 0, DBL_MAX},
    {"product", COMPANY(product), 0, DBL_MAX},
    {"edge", COMPANY(edge), 0, DBL_MAX},
    {"expertise", COMPANY(expertise), 0, 1},
    {"influence", COMPANY(influence), 0, 1},
    {"completeness", COMPANY(completeness), 0, 1},
    {"lead", COMPANY(lead), 0, 1},
    {"fit", COMPANY(fit), 0, 1},
    {"value", COMPANY(value), 0, 1},
    {"visits", COMPANY(visits), 0, DBL_MAX},
    {"users", COMPANY(users), 0, DBL_MAX},
    {"content", COMPANY(content), 0, DBL_MAX},
    {"users who joined", COMPANY(joined), 0, DBL_MAX},
    {"users who left", COMPANY(left), 0, DBL_MAX},
    {"business users", COMPANY(business_users), 0, DBL_MAX},
    {"payers", COMPANY(payers), 0, DBL_MAX},
    {"payers who signed up", COMPANY(signed_up), 0, DBL_MAX},
    {"payers who lapsed", COMPANY(lapsed), 0, DBL_MAX},
    {"backlog", COMPANY(backlog), 0, DBL_MAX},
    {"engagements", COMPANY(engagements), 0, DBL_MAX},
    {"backlog won", COMPANY(engaged), 0, DBL_MAX},
    {"backlog cancelled", COMPANY(cancelled), 0, DBL_MAX},
    {"rate of consultants", COMPANY(charged), 0, DBL_MAX},
    {"services out of no backlog", COMPANY(side_work), 0, DBL_MAX},
    {"evaluations, first phase", COMPANY(evaluating[0]), 0, DBL_MAX},
    {"evaluations, second phase", COMPANY(evaluating[1]), 0, DBL_MAX},
    {"evaluations, third phase", COMPANY(evaluating[2]), 0, DBL_MAX},
    {"undecided evaluation", COMPANY(undecided), 0, 1},
    {"evaluations started", COMPANY(started), 0, DBL_MAX},
    {"evaluations decided", COMPANY(decided), 0, DBL_MAX},
    {"wins", COMPANY(wins), 0, DBL_MAX},
    {"subscribers", COMPANY(subscribers), 0, DBL_MAX},
    {"subscribers won", COMPANY(subscribed), 0, DBL_MAX},
    {"subscribers lost", COMPANY(churned), 0, DBL_MAX},
    {"subscription", COMPANY(subscription), 0, DBL_MAX},
    {"licensees", COMPANY(licensees), 0, DBL_MAX},
    {"licence base", COMPANY(licence_base), 0, DBL_MAX},
    {"billing", COMPANY(billed_total), 0, DBL_MAX},
    {"revenue", COMPANY(revenue), 0, DBL_MAX},
    {"growth", COMPANY(growth), -1, 3},
    {"direct cost", COMPANY(direct_cost), 0, DBL_MAX},
    {"consultants", COMPANY(consultants), 0, DBL_MAX},
    {"engineers", COMPANY(engineers), 0, DBL_MAX},
    {"upstreamers", COMPANY(upstreamers), 0, DBL_MAX},
    {"trainers", COMPANY(trainers), 0, DBL_MAX},
    {"sellers", COMPANY(sellers), 0, DBL_MAX},
    {"carers", COMPANY(carers), 0, DBL_MAX},
    {"people hired", COMPANY(hired), 0, DBL_MAX},
    {"people departed", COMPANY(departed), 0, DBL_MAX},
    {"experience kept", COMPANY(kept), 0, 1},
    {"payroll", COMPANY(payroll), 0, DBL_MAX},
    {"marketing", COMPANY(marketing), 0, DBL_MAX},
    {"receivables", COMPANY(receivables), 0, DBL_MAX},
    {"cash collected", COMPANY(collected), 0, DBL_MAX},
    {"cash spent", COMPANY(spent), 0, DBL_MAX},
    {"cash raised", COMPANY(raised), 0, DBL_MAX},
    {"notes repaid", COMPANY(repaid), 0, DBL_MAX},
    {"notes", COMPANY(notes), 0, ROUNDS_MAX},
    {"cash borrowed", COMPANY(borrowed), 0, DBL_MAX},
    {"cash to lenders", COMPANY(debt_payment), 0, DBL_MAX},
    {"venture debt", COMPANY(debt), 0, DBL_MAX},
    {"advance to be repaid", COMPANY(advance), 0, DBL_MAX},
    {"advances", COMPANY(advanced), 0, 1},
    {"months of the search", COMPANY(searching), 0, DBL_MAX},
    {"months of all searches", COMPANY(searched), 0, DBL_MAX},
    {"months to the money", COMPANY(agreed), 0, DBL_MAX},
    {"months of living on customers", COMPANY(resting), 0, DBL_MAX},
    {"lean", COMPANY(lean), 0, 1},
    {"bridge", COMPANY(bridged), 0, 1},
    {"lower price", COMPANY(down), 0, 1},
    {"strategic investor", COMPANY(partner), 0, 1},
    {"founders' share", COMPANY(founders_share), 0, 1},
    {"pool share", COMPANY(pool_share), 0, 1},
    {"lenders' share", COMPANY(lender_share), 0, 1},
    {"rounds", COMPANY(rounds), 0, ROUNDS_MAX},
    {"worth", COMPANY(worth), 0, DBL_MAX},
    {"strategic value", COMPANY(strategic), 0, DBL_MAX},
};

/* What stays is what was there, and what came in, less what went out. */
static const struct flow {
    const char *quantity;
    size_t stock[4], in[3], out[2];
    double slack; /* absolute, where a rule itself is generous */
} flows[] = {
    {"cash", {COMPANY(cash)}, {COMPANY(collected), COMPANY(raised), COMPANY(borrowed)},
     {COMPANY(spent), COMPANY(repaid)}, 0},
    {"receivables", {COMPANY(receivables)}, {COMPANY(billed_total)}, {COMPANY(collected)}, 0},
    {"backlog", {COMPANY(backlog)}, {COMPANY(engaged), COMPANY(side_work)},
     {COMPANY(cancelled), COMPANY(billed[STREAM_SERVICES])}, 0},
    /* Less than 1e-9 people are neither hired nor cut. */
    {"headcount", {COMPANY(headcount)}, {COMPANY(hired)}, {COMPANY(departed)}, 2e-9},
    {"users", {COMPANY(users)}, {COMPANY(joined)}, {COMPANY(left)}, 0},
    {"payers", {COMPANY(payers)}, {COMPANY(signed_up)}, {COMPANY(lapsed)}, 0},
    {"subscribers", {COMPANY(subscribers)}, {COMPANY(subscribed)}, {COMPANY(churned)}, 0},
    /* An evaluation counts as decided when no more than 1e-9 of it is missing. */
    {"evaluations",
     {COMPANY(evaluating[0]), COMPANY(evaluating[1]), COMPANY(evaluating[2]), COMPANY(undecided)},
     {COMPANY(started)}, {COMPANY(decided)}, 1e-9},
    {"adopters", {WORLD(adopters)}, {WORLD(new_adopters)}, {0}, 0},
};

/* A whole is the sum of consecutive columns. */
static const struct whole {
    const char *quantity;
    size_t whole; /* 0: one */
    size_t first;
    int parts;
    double rounding; /* relative: operations since the parts were last equal to the whole */
} wholes[] = {
    {"headcount by role", COMPANY(headcount), COMPANY(consultants), 6, 1e-14},
    {"billing by stream", COMPANY(billed_total), COMPANY(billed), STREAMS, 1e-14},
    {"revenue by stream", COMPANY(revenue), COMPANY(year), STREAMS, 1e-14},
    /* Sums of up to forty numbers of shares, divided by all. */
    {"shares of the company", 0, COMPANY(founders_share), 3 + ROUNDS_MAX, 1e-13},
    {"people's split in the stage", 0, STAGE(consultants), 6, 1e-14},
};

enum {
    RANGES = sizeof ranges / sizeof *ranges,
    FLOWS = sizeof flows / sizeof *flows,
    WHOLES = sizeof wholes / sizeof *wholes
};

/* The state at the start of the month, of the block that this thread is playing. */
static _Thread_local struct {
    int month;
    double live[STRIDE], users[STRIDE], stock[FLOWS][STRIDE], year[STREAMS][STRIDE];
} before;

static void refuse(const struct block *block, int lane, const char *quantity, double found,
                   double expected)
{
    fprintf(stderr, "verify: path %" PRIu64 ", month %d: %s: %.17g, expected %.17g\n",
            block->path[lane], before.month, quantity, found, expected);
    abort();
}

static void require(const struct block *block, int lane, const char *quantity, double found,
                    double expected, double tolerance)
{
    /* Below the normal numbers, rounding is absolute. */
    if (!(fabs(found - expected) <= tolerance + DBL_MIN))
        refuse(block, lane, quantity, found, expected);
}

static void require_range(const struct block *block, int lane, const char *quantity, double found,
                          double low, double high)
{
    if (!(found >= low && found <= high))
        refuse(block, lane, quantity, found, found < low ? low : high);
}

static double stock_of(const struct block *block, const struct flow *flow, int lane)
{
    double sum = 0.0;
    for (int k = 0; k < 4; k++)
        sum += at(block, flow->stock[k], lane);
    return sum;
}

void verify_before(const struct block *block)
{
    before.month = block->month;
    for (int i = 0; i < block->n; i++) {
        before.live[i] = block->company.live[i];
        before.users[i] = block->company.users[i];
        for (int f = 0; f < FLOWS; f++)
            before.stock[f][i] = stock_of(block, &flows[f], i);
        for (int s = 0; s < STREAMS; s++)
            before.year[s][i] = block->company.year[s][i];
    }
}

static void verify_finite(const struct block *block, const char *owner, size_t first, size_t size,
                          int lane)
{
    for (size_t c = 0; c < size; c += COLUMN_SIZE) {
        double value = at(block, first + c, lane);
        char quantity[64];
        if (isfinite(value))
            continue;
        snprintf(quantity, sizeof quantity, "column %zu of struct %s", c / COLUMN_SIZE, owner);
        refuse(block, lane, quantity, value, 0.0);
    }
}

static void verify_flow(const struct block *block, int f, int lane)
{
    const struct flow *flow = &flows[f];
    double in = at(block, flow->in[0], lane) + at(block, flow->in[1], lane) + at(block, flow->in[2], lane);
    double out = at(block, flow->out[0], lane) + at(block, flow->out[1], lane);
    double then = before.stock[f][lane], now = stock_of(block, flow, lane);
    /* At most eight operations, each rounded by 2^-53 of numbers no larger than these. */
    double rounding = 8.0 * 0x1p-53 * (fabs(then) + in + out);
    require(block, lane, flow->quantity, now, then + in - out, rounding + flow->slack);
}

static void verify_whole(const struct block *block, const struct whole *whole, int lane)
{
    double sum = 0.0, expected = whole->whole == 0 ? 1.0 : at(block, whole->whole, lane);
    for (int k = 0; k < whole->parts; k++)
        sum += at(block, whole->first + (size_t)k * COLUMN_SIZE, lane);
    require(block, lane, whole->quantity, sum, expected, whole->rounding * expected);
}

/* A run-rate loses a twelfth of itself and gains what was billed. */
static void verify_streams(const struct block *block, int lane)
{
    for (int s = 0; s < STREAMS; s++) {
        double billed = block->company.billed[s][lane], year = block->company.year[s][lane];
        double expected = before.year[s][lane] * 11.0 / 12.0 + billed;
        require_range(block, lane, "billing of a stream", billed, 0, DBL_MAX);
        require(block, lane, "run-rate of a stream", year, expected, 1e-15 * expected);
    }
}

/* Some flows are parts of others, or of what there was. */
static void verify_parts(const struct block *block, int lane)
{
    const struct company *company = &block->company;
    require_range(block, lane, "wins", company->wins[lane], 0, company->decided[lane]);
    require_range(block, lane, "users invited", company->invited[lane], 0, company->joined[lane]);
    require_range(block, lane, "users invited by users", company->invited[lane], 0, before.users[lane]);
    require_range(block, lane, "evaluations proven by users", company->proven[lane], 0, company->started[lane]);
    for (int r = 0; r < ROUNDS_MAX; r++) {
        int closed = r < (int)company->rounds[lane];
        double share = company->investor_share[r][lane];
        double preference = company->preference[r][lane];
        require_range(block, lane, "share of a round", share, 0, closed ? 1 : 0);
        require_range(block, lane, "preference of a round", preference, 0, closed ? DBL_MAX : 0);
    }
}

/* Everything that was paid went to somebody. */
static void verify_settlement(const struct block *block, int lane)
{
    const struct result *result = &block->result[block->origin[lane]];
    double paid = result->founder_proceeds + result->pool_proceeds + result->lender_proceeds +
                  result->investor_proceeds - result->repaid;
    double raised = 0.0, paid_in = 0.0, returned = 0.0, proceeds = result->proceeds;
    for (int r = 0; r < result->rounds; r++) {
        const struct closing *closing = &block->closing[r][block->origin[lane]];
        require_range(block, lane, "proceeds of a round", closing->proceeds, 0, DBL_MAX);
        raised += closing->amount + closing->sold;
        paid_in += closing->paid;
        returned += closing->proceeds;
    }
    /* To the cent; of more than ten billion dollars, to the last digits that a number has. */
    double cent = proceeds > 1e10 ? 1e-12 * proceeds : 0.01;
    require_range(block, lane, "proceeds", proceeds, 0, DBL_MAX);
    require(block, lane, "proceeds of all owners", paid, proceeds, cent);
    require(block, lane, "money invested", result->invested, raised, 1e-9 * raised);
    require(block, lane, "money paid by investors", paid_in, raised, 1e-9 * raised);
    require(block, lane, "proceeds by round", returned, result->investor_proceeds, cent);
    require_range(block, lane, "founders' proceeds", result->founder_proceeds, 0, proceeds + cent);
    require_range(block, lane, "founders' present value", result->founder_present, 0,
                  result->founder_proceeds + 1.000001 * (double)result->founder_sold);
    require_range(block, lane, "lenders' warrants", result->lender_proceeds, 0, proceeds + cent);
    require_range(block, lane, "pool's proceeds", result->pool_proceeds, 0, proceeds + cent);
    /* Founders may pay themselves double, and never less than nothing. */
    require_range(block, lane, "months without pay", result->unpaid, -result->month, result->month);
    require(block, lane, "month of the end", result->month, before.month + 1, 0);
    require_range(block, lane, "outcome", result->outcome, 0, OUTCOMES - 1);
    require_range(block, lane, "cause", result->cause, 0, CAUSES - 1);
    require(block, lane, "still private without a cause", result->outcome == OUTCOME_PRIVATE,
            result->cause == CAUSE_NONE, 0);
}

/* Lanes that have ended are still stepped until they are moved out; nobody reads them. */
void verify_after(const struct block *block)
{
    for (int i = 0; i < block->n; i++) {
        if (before.live[i] == 0.0)
            continue;
        for (int r = 0; r < RANGES; r++)
            require_range(block, i, ranges[r].quantity, at(block, ranges[r].column, i),
                          ranges[r].low, ranges[r].high);
        verify_finite(block, "world", offsetof(struct block, world), sizeof block->world, i);
        verify_finite(block, "company", offsetof(struct block, company), sizeof block->company, i);
        for (int f = 0; f < FLOWS; f++)
            verify_flow(block, f, i);
        for (int w = 0; w < WHOLES; w++)
            verify_whole(block, &wholes[w], i);
        verify_streams(block, i);
        verify_parts(block, i);
        if (block->company.live[i] == 0.0 || block->month == block->horizon)
            verify_settlement(block, i);
    }
}

#endif
