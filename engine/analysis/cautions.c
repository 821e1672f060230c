#include "analysis/cautions.h"

#include "analysis/use.h"
#include "model/field.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct search {
    const struct scenario *scenario;
    int strategy;
    struct caution *list;
    int count;
};

#define STAGE(member) PARAMETER_COLUMN(stage[0].member)

static int stage_column(int stage, int member) { return member + stage * field_tables[SECTION_STAGE].columns; }

static const struct assumption *assumption_of(const struct search *search, int column)
{
    return &search->scenario->strategy[search->strategy].assumptions[column];
}

static bool is_told(const struct search *search, struct place place)
{
    for (int c = 0; c < search->count; c++) {
        const struct place *told = &search->list[c].place;
        if (told->file && place.file && strcmp(told->file, place.file) == 0 && told->line == place.line &&
            told->column == place.column)
            return true;
    }
    return false;
}

__attribute__((format(printf, 3, 4)))
static void tell(struct search *search, struct place place, const char *format, ...)
{
    if (search->count == CAUTIONS_MAX || is_told(search, place))
        return;
    struct caution *caution = &search->list[search->count++];
    caution->place = place;
    caution->strategy = search->strategy;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(caution->text, sizeof caution->text, format, arguments);
    va_end(arguments);
}

/* --- What a stage has ----------------------------------------------------------------------- */

static bool may_be_above(const struct search *search, int column, double number)
{
    const struct distribution *value = &assumption_of(search, column)->value;
    return value->shape != SHAPE_CONSTANT || value->a > number;
}

static bool offers(const struct search *search, int stage, int member)
{
    return may_be_above(search, stage_column(stage, member), 0.0);
}

/* Stages may be entered out of turn: by the board, and by events. */
static bool ever_offers(const struct search *search, int member)
{
    const struct strategy *strategy = &search->scenario->strategy[search->strategy];
    bool offered = strategy->has_board && offers(search, STAGES_MAX, member);
    for (int stage = 0; stage < strategy->stages; stage++)
        offered = offered || offers(search, stage, member);
    return offered;
}

/* --- Levers without an effect --------------------------------------------------------------- */

static void check_analytics(struct search *search)
{
    const struct assumption *analytics = assumption_of(search, PARAMETER_COLUMN(playbook.analytics));
    if (analytics->set && (analytics->value.shape != SHAPE_CONSTANT || analytics->value.a != 1.0) &&
        !ever_offers(search, STAGE(support)))
        tell(search, analytics->place, "analytics find who would pay for support, and no stage offers 'support'");
}

/* Evaluations begun in one stage may end, and pay, in a later one. */
static void check_pilots(struct search *search, int stage)
{
    const struct assumption *price = assumption_of(search, stage_column(stage, STAGE(pilot_price)));
    if (price->set && may_be_above(search, stage_column(stage, STAGE(pilot_price)), 0.0) &&
        !ever_offers(search, STAGE(subscription)) && !ever_offers(search, STAGE(licences)))
        tell(search, price->place, "nobody tries the product for 'pilot_price': no stage offers 'subscription' or 'licences'");
}

static void check_idle(struct search *search, int stage)
{
    const int trainers = stage_column(stage, STAGE(trainers)), consultants = stage_column(stage, STAGE(consultants));
    if (may_be_above(search, trainers, 0.0) && !offers(search, stage, STAGE(training)) && !ever_offers(search, STAGE(support)))
        tell(search, assumption_of(search, trainers)->place,
             "trainers have nothing to do: this stage offers no 'training', and none offers 'support'");
    if (may_be_above(search, consultants, 0.0) && !ever_offers(search, STAGE(services)))
        tell(search, assumption_of(search, consultants)->place, "consultants have nothing to do: no stage offers 'services'");
}

/* --- Communities ---------------------------------------------------------------------------- */

static double favourable(const struct scenario *scenario, int strategy, int column, bool high)
{
    return use_quantile(scenario, strategy, column, high ? 0.95 : 0.05);
}

double cautions_reproduction(const struct scenario *scenario, int strategy)
{
    const double stays = favourable(scenario, strategy, PARAMETER_COLUMN(community.activation_floor), true) +
                         favourable(scenario, strategy, PARAMETER_COLUMN(community.activation_value), true);
    const double activation =
        fmin(stays, 1.0) * favourable(scenario, strategy, PARAMETER_COLUMN(playbook.openness), true);
    const double asked = favourable(scenario, strategy, PARAMETER_COLUMN(market.invitations), true);
    const double leaves = favourable(scenario, strategy, PARAMETER_COLUMN(community.loss), false) *
                          (1.0 - favourable(scenario, strategy, PARAMETER_COLUMN(community.stickiness), true));
    const double invited = asked * activation / (1.0 + asked * activation);
    return leaves > 0.0 ? invited / leaves : INFINITY;
}

/* Who sells to its users lives by them. */
static void check_community(struct search *search)
{
    if (!may_be_above(search, PARAMETER_COLUMN(playbook.openness), 0.0) ||
        (!ever_offers(search, STAGE(support)) && !ever_offers(search, STAGE(advertising))))
        return;
    const double brings = cautions_reproduction(search->scenario, search->strategy);
    const struct assumption *loss = assumption_of(search, PARAMETER_COLUMN(community.loss));
    const struct assumption *invitations = assumption_of(search, PARAMETER_COLUMN(market.invitations));
    if (brings < 1.0)
        tell(search, loss->set ? loss->place : invitations->place,
             "even with a perfect product, no rival and the favourable end of nine worlds in ten, a user brings %.2g others "
             "before leaving: the community does not grow by its users, only by visits from elsewhere", brings);
}

int cautions_find(const struct scenario *scenario, struct caution list[CAUTIONS_MAX])
{
    struct search search = {.scenario = scenario, .list = list};
    for (search.strategy = 0; search.strategy < scenario->strategies; search.strategy++) {
        const struct strategy *strategy = &scenario->strategy[search.strategy];
        check_analytics(&search);
        for (int stage = 0; stage < strategy->stages; stage++) {
            check_pilots(&search, stage);
            check_idle(&search, stage);
        }
        check_community(&search);
    }
    return search.count;
}
