#include "analysis/milestones.h"

#include <math.h>

static const double expertise_marks[] = {0.3, 0.6};
static const double influence_marks[] = {0.01, 0.05, 0.2};
static const double revenue_marks[] = {1e6, 1e7, 1e8, 1e9};
static const double sales_marks[] = {50e3}; /* less is no business */
#define COUNT(marks) ((int)(sizeof(marks) / sizeof *(marks)))

#define TELL(what, ...) CHRONICLE_TELL(chronicle, month, what, __VA_ARGS__)

void milestones_start(struct milestones *milestones, const struct block *block)
{
    const struct company *company = &block->company;
    *milestones = (struct milestones){.told_cuts = -1000};
    chronicle_mark(&milestones->expertise, company->expertise[0], expertise_marks, COUNT(expertise_marks));
    chronicle_mark(&milestones->influence, company->influence[0], influence_marks, COUNT(influence_marks));
    chronicle_mark(&milestones->revenue, company->revenue[0], revenue_marks, COUNT(revenue_marks));
}

/* How well expertise and users tell the makers what is needed, as in capability.c. */
static double from_experts(const struct block *block)
{
    return block->given.capability.intelligence[0] * block->company.expertise[0];
}

static double from_users(const struct block *block)
{
    double users = block->company.users[0];
    return block->given.capability.listening[0] * users / (users + block->given.capability.feedback_half[0]);
}

static void notice_capability(struct milestones *milestones, const struct block *block, int month,
                              struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    double mark = chronicle_mark(&milestones->expertise, company->expertise[0], expertise_marks,
                                 COUNT(expertise_marks));
    if (mark > 0.0)
        TELL(HAPPENED_EXPERTISE, mark, company->experience[0]);
    mark = chronicle_mark(&milestones->influence, company->influence[0], influence_marks,
                          COUNT(influence_marks));
    if (mark > 0.0)
        TELL(HAPPENED_INFLUENCE, mark,
             company->upstreamers[0] + block->given.playbook.upstream_share[0] * company->engineers[0]);
    if (!milestones->complete && company->completeness[0] >= 0.5) {
        milestones->complete = true;
        if (month > 0) /* else it was so from the start */
            TELL(HAPPENED_HALF_COMPLETE, company->fit[0], from_experts(block), from_users(block));
    }
    if (!milestones->ahead && company->lead[0] >= 0.5) {
        milestones->ahead = true;
        TELL(HAPPENED_BREAKTHROUGH, company->lead[0]);
    }
    if (company->lead[0] < 0.25)
        milestones->ahead = false;
}

/* The stream that brings most a year, but one. */
static int biggest(const struct company *company, int but)
{
    int found = but == 0 ? 1 : 0;
    for (int s = 0; s < STREAMS; s++)
        if (s != but && company->year[s][0] > company->year[found][0])
            found = s;
    return found;
}

static void notice_streams(struct milestones *milestones, const struct block *block, int month,
                           struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    double revenue = company->revenue[0], services = company->year[STREAM_SERVICES][0];
    double training = company->year[STREAM_TRAINING][0], extras = company->year[STREAM_VALUE_ADDED][0];
    if (chronicle_mark(&milestones->training, training, sales_marks, 1) > 0.0)
        TELL(HAPPENED_TRAINING, training);
    if (chronicle_mark(&milestones->value_added, extras, sales_marks, 1) > 0.0)
        TELL(HAPPENED_VALUE_ADDED, extras);
    if (revenue >= 500e3 && services > 0.6 * revenue)
        milestones->on_services = true;
    if (milestones->on_services && !milestones->off_services && revenue >= 500e3 &&
        services < 0.5 * revenue && company->controlled[0] == 0.0) {
        milestones->off_services = true;
        int other = biggest(company, STREAM_SERVICES);
        TELL(HAPPENED_SERVICES_HALF, services / revenue, revenue, other, company->year[other][0] / revenue);
    }
    if (company->controlled[0] != 0.0 && !milestones->controlled) {
        milestones->controlled = true;
        milestones->services_then = services;
        milestones->expertise_then = company->expertise[0];
    }
    if (milestones->controlled && !milestones->dismantled && milestones->services_then >= 100e3 &&
        services < 0.25 * milestones->services_then) {
        milestones->dismantled = true;
        TELL(HAPPENED_DISMANTLED, milestones->services_then, services, milestones->expertise_then,
             company->expertise[0], revenue - services - training);
    }
    double mark = chronicle_mark(&milestones->revenue, revenue, revenue_marks, COUNT(revenue_marks));
    if (mark > 0.0) {
        int first = biggest(company, -1), second = biggest(company, first);
        TELL(HAPPENED_REVENUE, mark, first, company->year[first][0] / revenue, second,
             company->year[second][0] / revenue);
    }
}

/* A quarter of the people gone within half a year; told again after two years, or when half of
 * those are gone that were left. */
static void notice_cuts(struct milestones *milestones, const struct block *block, int month,
                        struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    double people = company->headcount[0], *half_year_ago = &milestones->people[month % MILESTONES_CUTS_MONTHS];
    int since = month - milestones->told_cuts;
    bool anew = since > 24 || (since > MILESTONES_CUTS_MONTHS && people < 0.5 * milestones->people_told);
    if (people < 0.75 * *half_year_ago && *half_year_ago > 8.0 && anew) {
        double burn = company->spent[0] - company->collected[0];
        TELL(HAPPENED_CUTS, people, *half_year_ago, month >= 12 ? company->growth[0] : 0.0,
             burn > 0.0 ? fmax(company->cash[0], 0.0) / burn : 1000.0);
        milestones->told_cuts = month;
        milestones->people_told = people;
    }
    *half_year_ago = people;
}

void milestones_notice(struct milestones *milestones, const struct block *block, int month,
                       struct chronicle *chronicle)
{
    notice_capability(milestones, block, month, chronicle);
    notice_streams(milestones, block, month, chronicle);
    notice_cuts(milestones, block, month, chronicle);
}
