/* What is worth telling about what a company has become able to do, and what it lives from. */
#ifndef ANALYSIS_MILESTONES_H
#define ANALYSIS_MILESTONES_H

#include "analysis/chronicle.h"

enum { MILESTONES_CUTS_MONTHS = 6 };

/* What has been told already, and what was. */
struct milestones {
    double expertise, influence, training, value_added, revenue; /* marks */
    bool complete, ahead;
    bool on_services, off_services, dismantled, controlled;
    double services_then, expertise_then; /* when the board took over */
    double people[MILESTONES_CUTS_MONTHS], people_told;
    int told_cuts;                        /* the month */
};

void milestones_start(struct milestones *milestones, const struct block *block);
void milestones_notice(struct milestones *milestones, const struct block *block, int month,
                       struct chronicle *chronicle);

#endif
