/* What is worth telling about deals with enterprises: evaluations, losses, wins, customers. */
#ifndef ANALYSIS_DEALS_H
#define ANALYSIS_DEALS_H

#include "analysis/chronicle.h"

/* What has been told already. */
struct deals {
    bool evaluated, lost, judged, won, won_ten;
    int first_evaluation;  /* its month */
    double customers;      /* mark */
    double licence_base;   /* last month's */
};

void deals_start(struct deals *deals, const struct block *block);
void deals_notice(struct deals *deals, const struct block *block, int month,
                  struct chronicle *chronicle);

#endif
