#include "analysis/lone.h"

struct lone lone_create(void)
{
    struct lone lone = {calloc(1, sizeof *lone.block), calloc(1, sizeof *lone.chronicle), 0};
    ck_assert(lone.block && lone.chronicle);
    struct parameters *given = &lone.block->given;
    given->market.people_reachable[0] = 1e6;
    given->market.accounts[0] = 1000.0;
    given->market.differentiation[0] = 0.2;
    given->community.content_half[0] = 500.0;
    given->community.activation_value[0] = 0.3;
    given->community.loss[0] = 0.1;
    given->community.merge_limit[0] = 50.0;
    given->playbook.openness[0] = 1.0;
    given->playbook.analytics[0] = 1.0;
    given->capability.feedback_half[0] = 3000.0;
    given->sales.win_steepness[0] = 7.0;
    given->sales.trust_expertise[0] = 0.5;
    given->sales.evaluation_length[0] = 6.0;
    lone.block->now.release_interval[0] = 9.0;
    return lone;
}

void lone_destroy(struct lone *lone)
{
    chronicle_destroy(lone->chronicle);
    free(lone->block);
}

int lone_count(const struct lone *lone, enum happening what)
{
    int count = 0;
    for (int e = 0; e < lone->chronicle->events; e++)
        count += lone->chronicle->event[e].what == what;
    return count;
}

const struct chronicle_event *lone_last(const struct lone *lone, enum happening what)
{
    for (int e = lone->chronicle->events - 1; e >= 0; e--)
        if (lone->chronicle->event[e].what == what)
            return &lone->chronicle->event[e];
    ck_abort_msg("happening %d is not told", (int)what);
    return NULL;
}
