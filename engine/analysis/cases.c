#include "analysis/cases.h"

bool cases_add(struct summary *summary, const struct batch *batch, const struct kernel *kernel)
{
    for (int s = 0; s < summary->strategies; s++) {
        struct strategy_summary *strategy = &summary->strategy[s];
        bool none = false;
        strategy->payout = payout_create(batch, kernel, s, &none);
        strategy->typical = typical_create(batch, kernel, s);
        if (!strategy->typical || (!strategy->payout && !none))
            return false;
    }
    return true;
}
