#include "analysis/deals.h"

#include "model/sales.h"

#include <math.h>

enum { JUDGED_AFTER = 10 };

static const double good_enough = 0.6;
static const double customer_marks[] = {100, 1e3, 1e4, 1e5};
#define COUNT(marks) ((int)(sizeof(marks) / sizeof *(marks)))

#define TELL(what, ...) CHRONICLE_TELL(chronicle, month, what, __VA_ARGS__)

static double customers(const struct company *company)
{
    return company->subscribers[0] + company->licensees[0];
}

void deals_start(struct deals *deals, const struct block *block)
{
    *deals = (struct deals){.licence_base = block->company.licence_base[0]};
    chronicle_mark(&deals->customers, customers(&block->company), customer_marks, COUNT(customer_marks));
}

/* A decision is a product of completeness, fit and how far the company beats its rival: the
 * smallest is to blame. */
static enum loss_reason blame(const struct block *block)
{
    double complete = block->company.completeness[0], fit = block->company.fit[0];
    double beats = sales_beats(block, 0, block->world.rival_appeal[0]);
    if (fmin(fmin(complete, fit), beats) > good_enough)
        return LOSS_NO_NEED;
    if (complete <= fmin(fit, beats))
        return LOSS_INCOMPLETE;
    if (fit <= beats)
        return LOSS_OUT_OF_DATE;
    return block->given.market.differentiation[0] >= 0.5 ? LOSS_TECHNOLOGY : LOSS_TRUST;
}

static void notice_evaluations(struct deals *deals, const struct block *block, int month,
                               struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    bool packaged = block->now.subscription[0] > 0.0;
    double pilot = block->now.pilot_price[0], length = block->given.sales.evaluation_length[0];
    if (company->started[0] > 0.0) {
        chronicle->evaluations += company->started[0];
        double paid = company->started[0] - company->proven[0]; /* who has tried it pays for no trial */
        chronicle->pilots += pilot > 0.0 ? paid : 0.0;
        chronicle->pilots_billed += pilot * paid;
        chronicle->evaluation_length = length;
        if (!deals->evaluated) {
            TELL(HAPPENED_FIRST_EVALUATION, pilot, length);
            deals->evaluated = true;
            deals->first_evaluation = month;
        }
    }
    if (company->decided[0] <= 0.0)
        return;
    bool offered = packaged || block->now.licences[0] > 0.0;
    chronicle->decided += company->decided[0];
    chronicle->won += company->wins[0];
    double reason = blame(block);
    if (company->wins[0] < company->decided[0] && !deals->lost && offered) {
        TELL(HAPPENED_FIRST_LOSS, reason, company->completeness[0], company->fit[0],
             sales_score(block, 0), block->world.rival_appeal[0], block->now.release_interval[0]);
        deals->lost = true;
    }
    if (company->wins[0] > 0.0 && !deals->won) {
        double stayed = 1.0 - block->given.delivery.licence_life[0];
        double sold = company->licence_base[0] - deals->licence_base * stayed;
        double a_year = packaged ? 12.0 * block->given.market.subscription_price[0] : 0.0;
        TELL(HAPPENED_FIRST_WIN, packaged ? 0.0 : sold / company->wins[0], a_year,
             chronicle->decided, pilot, month - deals->first_evaluation, company->users[0]);
        deals->won = true;
    }
    if (chronicle->decided >= JUDGED_AFTER && !deals->judged) {
        deals->judged = true;
        if (chronicle->won < 1.0 && offered)
            TELL(HAPPENED_TENTH_DECISION, chronicle->decided, reason);
    }
    if (chronicle->won >= 10.0 && !deals->won_ten) {
        TELL(HAPPENED_TENTH_WIN, chronicle->decided, chronicle->won);
        deals->won_ten = true;
    }
}

void deals_notice(struct deals *deals, const struct block *block, int month,
                  struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    chronicle->sold_services |= block->now.services[0] > 0.0;
    if (company->engagements[0] > 0.0) {
        if (chronicle->engagements <= 0.0)
            TELL(HAPPENED_FIRST_ENGAGEMENT, company->engaged[0]);
        chronicle->engagements += company->engagements[0];
        chronicle->last_engagement = month;
    }
    notice_evaluations(deals, block, month, chronicle);
    double mark = chronicle_mark(&deals->customers, customers(company), customer_marks, COUNT(customer_marks));
    if (mark > 0.0)
        TELL(HAPPENED_CUSTOMERS, mark, company->year[STREAM_SUBSCRIPTION][0] + company->year[STREAM_LICENCES][0]);
    deals->licence_base = company->licence_base[0];
}
