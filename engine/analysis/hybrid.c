#include "analysis/hybrid.h"

#include "model/field.h"

#include <stdlib.h>
#include <string.h>

/* --- Which part a column belongs to --------------------------------------------------------- */

static enum hybrid_part part_of(int column, int *stage)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    *stage = -1;
    if (section == SECTION_PLAYBOOK)
        return HYBRID_LEVERS;
    if (section == SECTION_FUNDING || section == SECTION_ROUND)
        return HYBRID_FUNDING;
    if (section == SECTION_BOARD || (section == SECTION_STAGE && repeat == STAGES_MAX))
        return HYBRID_BOARD;
    if (section != SECTION_STAGE)
        return HYBRID_REST;
    *stage = repeat;
    if (strncmp(field->key, "people.", 7) == 0)
        return HYBRID_PEOPLE;
    return strcmp(field->key, "release_interval") && strcmp(field->key, "listening_lag") ? HYBRID_STAGES
                                                                                         : HYBRID_CADENCE;
}

static const struct strategy *strategy_of(const struct hybrid *hybrid, int side)
{
    return &hybrid->of->strategy[hybrid->pair[side]];
}

static int cadence_column(int stage, int which)
{
    static const int first[] = {PARAMETER_COLUMN(stage[0].release_interval), PARAMETER_COLUMN(stage[0].listening_lag)};
    return first[which] + stage * field_tables[SECTION_STAGE].columns;
}

/* One pace from the first stage to the last: then it can be kept in any number of stages. */
static bool keeps_pace(const struct strategy *strategy)
{
    for (int stage = 1; stage < strategy->stages; stage++)
        for (int w = 0; w < 2; w++)
            if (!distribution_alike(&strategy->assumptions[cadence_column(stage, w)].value,
                                    &strategy->assumptions[cadence_column(0, w)].value))
                return false;
    return true;
}

/* Which parts cannot leave the stages. */
static unsigned find_whole(const struct strategy *a, const struct strategy *b)
{
    if (a->stages == b->stages)
        return 0;
    const bool paces = keeps_pace(a) && keeps_pace(b);
    return 1u << HYBRID_PEOPLE | (paces ? 0u : 1u << HYBRID_CADENCE);
}

/* --- Which parts differ --------------------------------------------------------------------- */

static enum hybrid_part owner_of(const struct hybrid *hybrid, int column, int *stage)
{
    const enum hybrid_part part = part_of(column, stage);
    return hybrid->whole & 1u << part ? HYBRID_STAGES : part;
}

static enum hybrid_part event_part(const struct hybrid *hybrid, const struct event *event)
{
    int stage;
    return event->column < 0 ? HYBRID_STAGES : owner_of(hybrid, event->column, &stage);
}

/* A stage that one of the two does not have says nothing about its pace. */
static bool is_compared(const struct hybrid *hybrid, enum hybrid_part part, int stage)
{
    return part != HYBRID_CADENCE ||
           (stage < strategy_of(hybrid, 0)->stages && stage < strategy_of(hybrid, 1)->stages);
}

static unsigned find_differences(const struct hybrid *hybrid)
{
    const struct strategy *a = strategy_of(hybrid, 0), *b = strategy_of(hybrid, 1);
    unsigned differ = 0;
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        int stage;
        const enum hybrid_part part = owner_of(hybrid, column, &stage);
        if (is_compared(hybrid, part, stage) &&
            !distribution_alike(&a->assumptions[column].value, &b->assumptions[column].value))
            differ |= 1u << part;
    }
    differ |= a->stages != b->stages ? 1u << HYBRID_STAGES : 0u;
    differ |= a->rounds != b->rounds ? 1u << HYBRID_FUNDING : 0u;
    differ |= a->has_board != b->has_board ? 1u << HYBRID_BOARD : 0u;
    for (int e = 0; e < hybrid->of->events; e++)
        if (hybrid->of->event[e].strategy == hybrid->pair[0] || hybrid->of->event[e].strategy == hybrid->pair[1])
            differ |= 1u << event_part(hybrid, &hybrid->of->event[e]);
    return differ;
}

/* --- Making it ------------------------------------------------------------------------------ */

struct hybrid *hybrid_create(const struct scenario *of, int a, int b)
{
    struct hybrid *hybrid = calloc(1, sizeof *hybrid);
    if (!hybrid)
        return NULL;
    hybrid->of = of;
    hybrid->pair[0] = a;
    hybrid->pair[1] = b;
    hybrid->scenario = *of;
    hybrid->scenario.memory = NULL;
    hybrid->scenario.strategies = 3;
    hybrid->scenario.strategy = hybrid->strategy;
    hybrid->strategy[0] = of->strategy[a];
    hybrid->strategy[1] = of->strategy[b];
    hybrid->whole = find_whole(&of->strategy[a], &of->strategy[b]);
    const unsigned differ = find_differences(hybrid);
    for (int part = 0; part < HYBRID_PARTS; part++)
        if (differ & 1u << part)
            hybrid->part[hybrid->count++] = (enum hybrid_part)part;
    hybrid_set(hybrid, 0);
    return hybrid;
}

void hybrid_destroy(struct hybrid *hybrid) { free(hybrid); }

static bool is_always(const struct strategy *strategy, int column, double number)
{
    const struct distribution *value = &strategy->assumptions[column].value;
    return value->shape == SHAPE_CONSTANT && value->a == number;
}

/* The loader refuses an offer that nobody can deliver or buy. Of a hybrid it is left out. */
static void drop_dead_offers(struct strategy *strategy)
{
    static const struct {
        int offer, need;
        bool of_stage;
    } rules[] = {
        {PARAMETER_COLUMN(stage[0].services), PARAMETER_COLUMN(stage[0].consultants), true},
        {PARAMETER_COLUMN(stage[0].training), PARAMETER_COLUMN(stage[0].trainers), true},
        {PARAMETER_COLUMN(stage[0].support), PARAMETER_COLUMN(playbook.openness), false},
        {PARAMETER_COLUMN(stage[0].advertising), PARAMETER_COLUMN(playbook.openness), false},
    };
    const int columns = field_tables[SECTION_STAGE].columns;
    for (int stage = 0; stage <= STAGES_MAX; stage++)
        for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
            const int offer = rules[r].offer + stage * columns;
            const int need = rules[r].need + (rules[r].of_stage ? stage * columns : 0);
            if (is_always(strategy, offer, 1.0) && is_always(strategy, need, 0.0))
                strategy->assumptions[offer].value.a = 0.0;
        }
}

static void take_cadence(struct strategy *hybrid, const struct strategy *from)
{
    for (int stage = 0; stage < STAGES_MAX; stage++)
        for (int w = 0; w < 2; w++)
            hybrid->assumptions[cadence_column(stage, w)] =
                from->assumptions[cadence_column(stage < from->stages ? stage : from->stages - 1, w)];
}

static void take_counts(struct strategy *hybrid, const struct strategy *const from[HYBRID_PARTS])
{
    const struct strategy *stages = from[HYBRID_STAGES], *funding = from[HYBRID_FUNDING], *board = from[HYBRID_BOARD];
    hybrid->stages = stages->stages;
    hybrid->playbook = stages->playbook;
    memcpy(hybrid->stage_name, stages->stage_name, sizeof hybrid->stage_name);
    hybrid->rounds = funding->rounds;
    hybrid->funding = funding->funding;
    memcpy(hybrid->round_name, funding->round_name, sizeof hybrid->round_name);
    hybrid->has_board = board->has_board;
    hybrid->board = board->board;
    hybrid->stage_name[STAGES_MAX] = board->stage_name[STAGES_MAX];
}

/* What happens to everybody stays; what happens to one of the two happens to who has the part. */
static void take_events(struct hybrid *hybrid, const struct strategy *const from[HYBRID_PARTS])
{
    struct scenario *scenario = &hybrid->scenario;
    scenario->events = 0;
    for (int e = 0; e < hybrid->of->events; e++) {
        struct event event = hybrid->of->event[e];
        if (event.strategy >= 0) {
            if (from[event_part(hybrid, &event)] != &hybrid->of->strategy[event.strategy])
                continue;
            event.strategy = HYBRID_STRATEGY;
        }
        scenario->event[scenario->events++] = event;
    }
}

void hybrid_set(struct hybrid *hybrid, unsigned from_a)
{
    struct strategy *strategy = &hybrid->strategy[HYBRID_STRATEGY];
    const struct strategy *from[HYBRID_PARTS];
    for (int part = 0; part < HYBRID_PARTS; part++)
        from[part] = strategy_of(hybrid, 1);
    for (int i = 0; i < hybrid->count; i++)
        if (from_a & 1u << i)
            from[hybrid->part[i]] = strategy_of(hybrid, 0);
    *strategy = *from[HYBRID_REST];
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        int stage;
        strategy->assumptions[column] = from[owner_of(hybrid, column, &stage)]->assumptions[column];
    }
    take_counts(strategy, from);
    if (from[HYBRID_CADENCE] != from[HYBRID_STAGES] && !(hybrid->whole & 1u << HYBRID_CADENCE))
        take_cadence(strategy, from[HYBRID_CADENCE]);
    drop_dead_offers(strategy);
    take_events(hybrid, from);
}
