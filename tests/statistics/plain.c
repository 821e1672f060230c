#include "statistics/plain.h"

#include "model/field.h"
#include "statistics/plain_steps.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static_assert(sizeof(struct plain_given) == PARAMETER_COLUMNS * sizeof(double),
              "one number for each column");

void plain_read(const struct parameters *parameters, int lane, struct plain_given *given)
{
    const double *from = (const double *)parameters;
    double *to = (double *)given;
    for (int c = 0; c < PARAMETER_COLUMNS; c++)
        to[c] = from[c * STRIDE + lane];
}

void plain_enter(struct plain_life *life, int stage)
{
    struct plain_stage *now = &life->now;
    *now = life->given.stage[stage];
    double all = now->consultants + now->product + now->upstream + now->trainers + now->sales +
                 now->community;
    if (all <= 0.0)
        now->product = all = 1.0;
    now->consultants /= all;
    now->product /= all;
    now->upstream /= all;
    now->trainers /= all;
    now->sales /= all;
    now->community /= all;
    life->company.stage = stage;
}

/* A field stays within its legal range, whatever it is multiplied by. */
static double changed_value(const struct event *event, double drawn)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(event->column, &section, &repeat, &spread);
    double value = event->multiply ? drawn * event->value : event->value;
    return fmin(field->high, fmax(field->low, value));
}

/* Dated changes. A field goes back to what was drawn when its time is over. */
static void change(struct plain_life *life)
{
    double *given = (double *)&life->given;
    const double *first = (const double *)&life->first;
    bool changed = false;
    for (int e = 0; e < life->scenario->events; e++) {
        const struct event *event = &life->scenario->event[e];
        if (event->strategy < 0 || event->strategy == life->strategy)
            if (life->month == event->last_month + 1 && event->column >= 0) {
                given[event->column] = first[event->column];
                changed = true;
            }
    }
    for (int e = 0; e < life->scenario->events; e++) {
        const struct event *event = &life->scenario->event[e];
        if (event->strategy >= 0 && event->strategy != life->strategy)
            continue;
        if (life->month != event->first_month)
            continue;
        changed = true;
        if (event->column < 0)
            plain_enter(life, event->stage);
        else
            given[event->column] = changed_value(event, given[event->column]);
    }
    if (changed)
        plain_world_rates(life);
}

static bool stage_ends(const struct plain_life *life)
{
    const struct plain_stage *until = &life->now;
    const struct plain_company *company = &life->company;
    return life->month >= until->until_month && company->expertise >= until->until_expertise &&
           company->influence >= until->until_influence &&
           company->completeness >= until->until_completeness &&
           life->world.maturity >= until->until_maturity && company->users >= until->until_users &&
           company->subscribers + company->payers >= until->until_customers &&
           company->revenue / 12.0 >= until->until_revenue &&
           company->year.subscription / 12.0 >= until->until_subscription &&
           (until->until_cash <= 0.0 || company->cash >= until->until_cash);
}

void plain_start(struct plain_life *life)
{
    life->first = life->given;
    life->month = 0;
    life->over = false;
    memset(&life->company, 0, sizeof life->company);
    plain_world_start(life);
    plain_enter(life, 0);
    plain_product_start(life);
    plain_trade_start(life);
    plain_money_start(life);
}

void plain_month(struct plain_life *life)
{
    change(life);
    plain_luck_begin(&life->luck, life->month);
    plain_world_month(life);
    if (life->company.stage < life->scenario->strategy[life->strategy].stages - 1 &&
        stage_ends(life))
        plain_enter(life, life->company.stage + 1);
    plain_product_month(life);
    plain_product_community(life);
    plain_trade_sell(life);
    plain_trade_deliver(life);
    plain_money_people(life);
    plain_money_cash(life);
    plain_capital_raise(life);
    plain_exit_month(life);
    life->month++;
    if (!life->over && life->month == life->scenario->horizon)
        plain_exit_horizon(life);
}
