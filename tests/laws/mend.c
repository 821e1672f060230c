#include "laws/fixture.h"
#include "laws/random_scenario.h"
#include "model/field.h"

#include <math.h>
#include <string.h>

enum { ROLES = 6 };

/* One strategy, and what its fields hold when nobody sets them. */
struct mending {
    struct strategy *strategy;
    const struct assumption *standards;
};

static int stage_column(int stage, int member)
{
    return member + stage * field_tables[SECTION_STAGE].columns;
}

#define STAGE_MEMBER(member) PARAMETER_COLUMN(stage[0].member)

static void set(const struct mending *mending, int column, double value)
{
    struct assumption *assumption = &mending->strategy->assumptions[column];
    assumption->value = (struct distribution){
        .shape = SHAPE_CONSTANT, .a = value, .low = -INFINITY, .high = INFINITY};
    assumption->set = true;
}

static bool is_always(const struct mending *mending, int column, double value)
{
    const struct distribution *assumed = &mending->strategy->assumptions[column].value;
    return assumed->shape == SHAPE_CONSTANT && assumed->a == value;
}

static void forget(const struct mending *mending, enum section section, int repeat)
{
    int first = fields_column(section, 0, repeat), columns = field_tables[section].columns;
    memcpy(mending->strategy->assumptions + first, mending->standards + first,
           (size_t)columns * sizeof *mending->standards);
}

static void restore(const struct mending *mending, int first, int last)
{
    memcpy(mending->strategy->assumptions + first, mending->standards + first,
           (size_t)(last - first + 1) * sizeof *mending->standards);
}

/* Tails must end within the legal range, and a monthly value must hardly leave it. */
static void cut_tails(const struct mending *mending)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(column, &section, &repeat, &spread);
        struct distribution *value = &mending->strategy->assumptions[column].value;
        if (!mending->strategy->assumptions[column].set)
            continue;
        if (field->drawn == DRAWN_MONTH && value->shape == SHAPE_LOGNORMAL) {
            value->a = sqrt(fmax(field->low, field->high * 1e-6) * field->high);
            value->b = fmin(value->b, 2.0);
        } else if (value->shape == SHAPE_NORMAL || value->shape == SHAPE_LOGNORMAL ||
                   value->shape == SHAPE_GAMMA) {
            value->truncated = true;
            value->low = field->low;
            value->high = field->high;
        }
    }
}

/* A stage's people must add up to 100%, and what is offered needs somebody. */
static void staff(const struct mending *mending, int stage)
{
    static const int members[ROLES] = {STAGE_MEMBER(consultants), STAGE_MEMBER(product),
                                       STAGE_MEMBER(upstream),    STAGE_MEMBER(trainers),
                                       STAGE_MEMBER(sales),       STAGE_MEMBER(community)};
    static const int offers[][2] = {{STAGE_MEMBER(services), STAGE_MEMBER(consultants)},
                                    {STAGE_MEMBER(training), STAGE_MEMBER(trainers)},
                                    {STAGE_MEMBER(value_added), STAGE_MEMBER(subscription)}};
    static const int on_openness[] = {STAGE_MEMBER(support), STAGE_MEMBER(advertising)};
    double share[ROLES], sum = 0.0;
    for (int r = 0; r < ROLES; r++) {
        const struct distribution *value =
            &mending->strategy->assumptions[stage_column(stage, members[r])].value;
        share[r] = value->shape == SHAPE_CONSTANT ? fmin(fmax(value->a, 0.0), 1.0) : 0.5;
        sum += share[r];
    }
    for (int r = 0; r < ROLES; r++)
        set(mending, stage_column(stage, members[r]), sum > 0.0 ? share[r] / sum : r == 0);
    for (int k = 0; k < 3; k++)
        if (is_always(mending, stage_column(stage, offers[k][1]), 0.0))
            set(mending, stage_column(stage, offers[k][0]), 0.0);
    for (int k = 0; k < 2; k++)
        if (is_always(mending, PARAMETER_COLUMN(playbook.openness), 0.0))
            set(mending, stage_column(stage, on_openness[k]), 0.0);
}

/* Every stage but the last must have an end, and the last none. */
static void end_stage(const struct mending *mending, int stage, bool last)
{
    const struct field_table *table = &field_tables[SECTION_STAGE];
    for (int row = 0; row < table->count; row++) {
        int column = fields_column(SECTION_STAGE, row, stage);
        if (last && strncmp(table->fields[row].key, "until.", 6) == 0)
            mending->strategy->assumptions[column] = mending->standards[column];
    }
    if (!last)
        set(mending, stage_column(stage, STAGE_MEMBER(until_month)), 3.0 * (stage + 1));
}

/* What starts must fit into what there is. */
static void bound(const struct mending *mending)
{
    static const int pairs[][2] = {
        {PARAMETER_COLUMN(company.founders), PARAMETER_COLUMN(company.people)},
        {PARAMETER_COLUMN(market.adopters_at_start), PARAMETER_COLUMN(market.accounts)},
        {PARAMETER_COLUMN(company.users), PARAMETER_COLUMN(market.people_reachable)},
        {PARAMETER_COLUMN(company.cliff), PARAMETER_COLUMN(company.vesting)},
        {PARAMETER_COLUMN(funding.smallest_stake), PARAMETER_COLUMN(funding.largest_stake)}};
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        const struct distribution *most = &mending->strategy->assumptions[pairs[k][1]].value;
        const struct distribution *value = &mending->strategy->assumptions[pairs[k][0]].value;
        if (value->shape == SHAPE_CONSTANT && most->shape == SHAPE_CONSTANT && value->a > most->a)
            set(mending, pairs[k][0], most->a);
    }
}

#define ROUND_MEMBER(member) PARAMETER_COLUMN(round[0].member)

/* A round has the terms of what it sells, and these make sense together. */
static void agree(const struct mending *mending, int round)
{
    enum { PRICED = 1, SAFE = 2, NOTE = 4 };
    static const int members[][2] = {
        {ROUND_MEMBER(cap), SAFE | NOTE},           {ROUND_MEMBER(discount), SAFE | NOTE},
        {ROUND_MEMBER(favoured), SAFE},             {ROUND_MEMBER(interest), NOTE},
        {ROUND_MEMBER(maturity), NOTE},             {ROUND_MEMBER(at_maturity), NOTE},
        {ROUND_MEMBER(qualified), NOTE},            {ROUND_MEMBER(pre_money), PRICED},
        {ROUND_MEMBER(pool), PRICED},               {ROUND_MEMBER(preference), PRICED},
        {ROUND_MEMBER(participation), PRICED},      {ROUND_MEMBER(protection), PRICED},
        {ROUND_MEMBER(participation_limit), PRICED}, {ROUND_MEMBER(seniority), PRICED | SAFE},
        {ROUND_MEMBER(secondary), PRICED}};
    const int shift = round * field_tables[SECTION_ROUND].columns;
    struct assumption *assumptions = mending->strategy->assumptions + shift;
    const struct assumption *standards = mending->standards + shift;
    int sells = 1 << (int)assumptions[ROUND_MEMBER(instrument)].value.a;
    for (size_t k = 0; k < sizeof members / sizeof *members; k++)
        if (!(members[k][1] & sells))
            assumptions[members[k][0]] = standards[members[k][0]];
    const struct distribution *amount = &assumptions[ROUND_MEMBER(amount)].value;
    double size = amount->shape == SHAPE_CONSTANT ? amount->a : 1e7;
    if (sells == SAFE && assumptions[ROUND_MEMBER(cap)].value.shape == SHAPE_CONSTANT)
        set(mending, ROUND_MEMBER(cap) + shift, 4.0 * size);
    if (sells == NOTE && is_always(mending, ROUND_MEMBER(maturity) + shift, 0.0))
        set(mending, ROUND_MEMBER(maturity) + shift, 24.0);
    if (assumptions[ROUND_MEMBER(pool)].value.shape == SHAPE_CONSTANT && sells == PRICED)
        set(mending, ROUND_MEMBER(pool) + shift, 0.0);
    if (!is_always(mending, ROUND_MEMBER(participation) + shift, 2.0))
        assumptions[ROUND_MEMBER(participation_limit)] = standards[ROUND_MEMBER(participation_limit)];
    else if (assumptions[ROUND_MEMBER(participation_limit)].value.shape == SHAPE_CONSTANT)
        set(mending, ROUND_MEMBER(participation_limit) + shift, 10.0);
    const struct distribution *month = &assumptions[ROUND_MEMBER(need_month)].value;
    const int before = ROUND_MEMBER(need_month) + shift - field_tables[SECTION_ROUND].columns;
    if (round > 0 && month->shape == SHAPE_CONSTANT &&
        mending->strategy->assumptions[before].value.shape == SHAPE_CONSTANT)
        set(mending, ROUND_MEMBER(need_month) + shift,
            fmax(month->a, mending->strategy->assumptions[before].value.a));
}

/* What lenders and partners ask matters only where there are any, and terms last long enough. */
static void settle(const struct mending *mending)
{
    static const int below[][2] = {
        {PARAMETER_COLUMN(funding.search_least), PARAMETER_COLUMN(funding.search_window)},
        {PARAMETER_COLUMN(funding.debt_grace), PARAMETER_COLUMN(funding.debt_term)}};
    bool partner = false;
    for (int round = 0; round < mending->strategy->rounds; round++)
        partner |= !is_always(mending, fields_column(SECTION_ROUND, 0, round) + ROUND_MEMBER(strategic) -
                                           fields_column(SECTION_ROUND, 0, 0), 0.0);
    if (!partner)
        restore(mending, PARAMETER_COLUMN(funding.partner_reach), PARAMETER_COLUMN(funding.partner_premium));
    if (is_always(mending, PARAMETER_COLUMN(funding.debt_share), 0.0))
        restore(mending, PARAMETER_COLUMN(funding.debt_share), PARAMETER_COLUMN(funding.debt_warrants));
    const struct distribution *first = &mending->strategy->assumptions[PARAMETER_COLUMN(funding.debt_first_round)].value;
    if (first->shape == SHAPE_CONSTANT && first->a > mending->strategy->rounds)
        set(mending, PARAMETER_COLUMN(funding.debt_first_round), fmax(mending->strategy->rounds, 1.0));
    if (is_always(mending, PARAMETER_COLUMN(funding.advance_amount), 0.0) ||
        is_always(mending, PARAMETER_COLUMN(funding.advance_share), 0.0))
        restore(mending, PARAMETER_COLUMN(funding.advance_amount), PARAMETER_COLUMN(funding.advance_needs));
    for (int k = 0; k < 2; k++) {
        const struct distribution *value = &mending->strategy->assumptions[below[k][0]].value;
        const struct distribution *bound = &mending->strategy->assumptions[below[k][1]].value;
        if (value->shape == SHAPE_CONSTANT && bound->shape == SHAPE_CONSTANT && value->a >= bound->a) {
            set(mending, below[k][0], 1.0);
            set(mending, below[k][1], fmax(bound->a, 2.0));
        }
    }
}

static void mend_strategy(const struct mending *mending)
{
    const struct strategy *strategy = mending->strategy;
    cut_tails(mending);
    bound(mending);
    for (int stage = 0; stage <= STAGES_MAX; stage++) {
        bool used = stage < strategy->stages || (stage == STAGES_MAX && strategy->has_board);
        if (used) {
            staff(mending, stage);
            end_stage(mending, stage, stage >= strategy->stages - 1);
        } else {
            forget(mending, SECTION_STAGE, stage);
        }
    }
    for (int round = 0; round < strategy->rounds; round++)
        agree(mending, round);
    for (int round = strategy->rounds; round < ROUNDS_MAX; round++)
        forget(mending, SECTION_ROUND, round);
    settle(mending);
    if (strategy->rounds == 0)
        forget(mending, SECTION_FUNDING, 0);
    if (!strategy->has_board)
        forget(mending, SECTION_BOARD, 0);
}

/* A factor must keep every strategy's value legal. Setting a value always does. */
static void mend_events(struct scenario *scenario)
{
    int kept = 0;
    for (int e = 0; e < scenario->events; e++)
        if (!scenario->event[e].multiply)
            scenario->event[kept++] = scenario->event[e];
    scenario->events = kept;
}

/* Only what is still uncertain can be correlated. */
static void mend_correlations(struct scenario *scenario)
{
    int kept = 0;
    for (int c = 0; c < scenario->correlations; c++) {
        int uncertain[2] = {0, 0};
        for (int end = 0; end < 2; end++)
            for (int s = 0; s < scenario->strategies; s++)
                uncertain[end] |= scenario->strategy[s]
                                      .assumptions[scenario->correlation[c].column[end]]
                                      .value.shape != SHAPE_CONSTANT;
        if (uncertain[0] && uncertain[1])
            scenario->correlation[kept++] = scenario->correlation[c];
    }
    scenario->correlations = kept;
}

void random_scenario_mend(struct scenario *scenario)
{
    struct scenario *plain =
        fixture_load("scenario: plain\nstrategies:\n"
                     "  - {name: A, playbook: {stages: [{name: S, people: {product: 100%}}]}}\n");
    /* The one stage that it writes is not standard; the second is. */
    struct assumption *standards = plain->strategy[0].assumptions;
    const int columns = field_tables[SECTION_STAGE].columns;
    memcpy(standards + fields_column(SECTION_STAGE, 0, 0),
           standards + fields_column(SECTION_STAGE, 0, 1), (size_t)columns * sizeof *standards);
    for (int s = 0; s < scenario->strategies; s++)
        mend_strategy(&(struct mending){&scenario->strategy[s], standards});
    mend_events(scenario);
    mend_correlations(scenario);
    scenario_destroy(plain);
}
