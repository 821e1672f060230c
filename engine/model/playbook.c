#include "model/playbook.h"

#include "numerics/elementary.h"

/* The people's split is read as proportions, so that drawn shares need not sum to one. */
static void normalise_people(struct stage *now, int lane)
{
    double sum = now->consultants[lane] + now->product[lane] + now->upstream[lane] +
                 now->trainers[lane] + now->sales[lane] + now->community[lane];
    /* Drawn shares may all be nothing. Then everybody builds. */
    if (sum <= 0.0)
        now->product[lane] = sum = 1.0;
    double scale = 1.0 / sum;
    now->consultants[lane] *= scale;
    now->product[lane] *= scale;
    now->upstream[lane] *= scale;
    now->trainers[lane] *= scale;
    now->sales[lane] *= scale;
    now->community[lane] *= scale;
}

void playbook_enter(struct block *block, int lane, int stage)
{
    const double *from = (const double *)&block->given.stage[stage] + block->origin[lane];
    double *to = (double *)&block->now + lane;
    for (size_t c = 0; c < sizeof block->now / COLUMN_SIZE; c++)
        to[c * STRIDE] = from[c * STRIDE];
    normalise_people(&block->now, lane);
    block->company.stage[lane] = stage;
    block->company.stage_month[lane] = block->month;
}

void playbook_start(struct block *block)
{
    for (int i = 0; i < block->n; i++) {
        block->company.controlled[i] = 0.0;
        playbook_enter(block, i, 0);
    }
}

/* 1 where every condition of the present stage is met. A condition nobody wrote is 0: always met. */
LANE_LOOP void find_finished(const struct block *block, double *restrict finished)
{
    const int n = block->n;
    const struct company *company = &block->company;
    const struct stage *now = &block->now;
    const double *restrict expertise = company->expertise, *restrict expertise_goal = now->until_expertise;
    const double *restrict influence = company->influence, *restrict influence_goal = now->until_influence;
    const double *restrict complete = company->completeness, *restrict complete_goal = now->until_completeness;
    const double *restrict maturity = block->world.maturity, *restrict maturity_goal = now->until_maturity;
    const double *restrict users = company->users, *restrict users_goal = now->until_users;
    const double *restrict subscribers = company->subscribers, *restrict payers = company->payers;
    const double *restrict customers_goal = now->until_customers;
    const double *restrict revenue = company->revenue, *restrict revenue_goal = now->until_revenue;
    const double *restrict packaged = company->year[STREAM_SUBSCRIPTION];
    const double *restrict packaged_goal = now->until_subscription;
    const double *restrict cash = company->cash, *restrict cash_goal = now->until_cash;
    const double *restrict month_goal = now->until_month;
    const double month = block->month;
    for (int i = 0; i < n; i++) {
        double unmet = expertise[i] < expertise_goal[i] ? 1.0 : 0.0;
        unmet += influence[i] < influence_goal[i] ? 1.0 : 0.0;
        unmet += complete[i] < complete_goal[i] ? 1.0 : 0.0;
        unmet += maturity[i] < maturity_goal[i] ? 1.0 : 0.0;
        unmet += users[i] < users_goal[i] ? 1.0 : 0.0;
        unmet += subscribers[i] + payers[i] < customers_goal[i] ? 1.0 : 0.0;
        unmet += revenue[i] < 12.0 * revenue_goal[i] ? 1.0 : 0.0;
        unmet += packaged[i] < 12.0 * packaged_goal[i] ? 1.0 : 0.0;
        unmet += cash_goal[i] > 0.0 && cash[i] < cash_goal[i] ? 1.0 : 0.0;
        unmet += month < month_goal[i] ? 1.0 : 0.0;
        finished[i] = unmet > 0.0 ? 0.0 : 1.0;
    }
}

void playbook_step(struct block *block)
{
    double *finished = block->scratch[0];
    const double last = block->stages - 1;
    find_finished(block, finished);
    for (int lane = 0; lane < block->n; lane++)
        if (finished[lane] != 0.0 && block->company.stage[lane] < last &&
            block->company.live[lane] != 0.0)
            playbook_enter(block, lane, (int)block->company.stage[lane] + 1);
}
