#include "analysis/typical.h"

#include "analysis/replay.h"
#include "montecarlo/statistics.h"

#include <math.h>
#include <stdlib.h>

enum trait { LIFETIME, MONEY, TAKE_HOME, TRAITS };

static double trait_of(const struct result *result, enum trait trait)
{
    switch (trait) {
    case LIFETIME: return result->month / 12.0;
    case MONEY: return log2(result->invested + 1e5);
    case TAKE_HOME: return log2(result->founder_present + 1e5);
    case TRAITS: break;
    }
    return 0.0;
}

static bool counts(const struct result *result, bool raised) { return !raised || result->rounds > 0; }

static int64_t count(const struct batch *batch, int strategy, bool raised)
{
    int64_t n = 0;
    for (int64_t i = 0; i < batch->paths; i++)
        n += counts(&batch->result[strategy][i], raised);
    return n;
}

/* The first of the nearest; -1 without memory. */
static int64_t choose(const struct batch *batch, int strategy, bool raised, int64_t among)
{
    const struct result *result = batch->result[strategy];
    double *work = malloc((size_t)among * sizeof *work), median[TRAITS];
    if (!work)
        return -1;
    for (int t = 0; t < TRAITS; t++) {
        int64_t n = 0;
        for (int64_t i = 0; i < batch->paths; i++)
            if (counts(&result[i], raised))
                work[n++] = trait_of(&result[i], (enum trait)t);
        statistics_sort(work, n);
        median[t] = statistics_quantile(work, n, 0.5).value;
    }
    free(work);
    int64_t nearest = -1;
    double least = INFINITY;
    for (int64_t i = 0; i < batch->paths; i++) {
        if (!counts(&result[i], raised))
            continue;
        double distance = 0.0;
        for (int t = 0; t < TRAITS; t++)
            distance += fabs(trait_of(&result[i], (enum trait)t) - median[t]);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

/* What was known of the money at the end of the month before. */
struct before {
    double cash, rounds, advanced;
};

static void remember(struct before *before, const struct company *company)
{
    before->cash = company->cash[0];
    before->rounds = company->rounds[0];
    before->advanced = company->advanced[0];
}

static void add_mark(struct typical *typical, const struct typical_mark *mark)
{
    if (mark->kind != TYPICAL_ADVANCE)
        typical->raised_in_all += mark->amount;
    typical->lent_in_all += mark->kind == TYPICAL_ADVANCE ? mark->amount : mark->lent;
    if (typical->marks < TYPICAL_MARKS)
        typical->mark[typical->marks++] = *mark;
}

/* A round that closed, insiders who bridged, a lender who advanced. */
static void notice(struct typical *typical, const struct before *before, const struct block *block, double advance)
{
    const struct company *company = &block->company;
    double came = company->raised[0] + company->borrowed[0];
    double runway = fmax(company->cash[0] + company->repaid[0] - came, 0.0) / fmax(company->spent[0], 1.0);
    struct typical_mark mark = {.month = block->month, .runway = runway};
    bool advanced = company->advanced[0] > before->advanced;
    if (advanced) {
        mark.kind = TYPICAL_ADVANCE;
        mark.round = -1;
        mark.amount = advance;
        add_mark(typical, &mark);
    }
    if (company->raised[0] <= 0.0)
        return;
    mark.kind = company->rounds[0] > before->rounds ? TYPICAL_ROUND : TYPICAL_BRIDGE;
    mark.round = (int)company->rounds[0] - 1;
    mark.amount = company->raised[0];
    mark.lent = company->borrowed[0] - (advanced ? advance : 0.0);
    add_mark(typical, &mark);
}

static void play(struct typical *typical, struct block *block, const struct kernel *kernel, int horizon)
{
    struct before before;
    kernel->start(block);
    remember(&before, &block->company);
    typical->cash[0] = before.cash;
    while (block->month < horizon && block->company.live[0] != 0.0) {
        kernel->month(block);
        notice(typical, &before, block, block->given.funding.advance_amount[0]);
        remember(&before, &block->company);
        typical->cash[++typical->months] = before.cash;
    }
    typical->result = block->result[0];
}

struct typical *typical_create(const struct batch *batch, const struct kernel *kernel, int strategy)
{
    int64_t among = count(batch, strategy, true);
    bool raised = among > 0;
    if (!raised)
        among = batch->paths;
    int64_t path = choose(batch, strategy, raised, among);
    if (path < 0)
        return NULL;
    struct typical *typical = calloc(1, sizeof *typical);
    struct block *block = replay_prepare(batch->scenario, batch->sampler, batch->seed, strategy, path);
    if (typical && block) {
        typical->path = path;
        typical->among = among;
        typical->raised = raised;
        play(typical, block, kernel, batch->scenario->horizon);
    } else {
        free(typical);
        typical = NULL;
    }
    free(block);
    return typical;
}
