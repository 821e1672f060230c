#include "statistics/plain_steps.h"

#include <math.h>

static const double deals_max = 5000.0;

void plain_trade_start(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    company->backlog = given->company.backlog;
    company->side_work = 0.0;
    company->charged = given->delivery.bill_rate;
    company->subscribers = given->company.subscribers;
    company->subscription = company->subscribers * given->market.subscription_price;
    company->year.services = 12.0 * given->company.practice;
    company->year.subscription = 12.0 * company->subscription;
    company->year.support = 12.0 * given->company.payers * given->market.support_price;
    company->revenue = company->year.services + company->year.subscription + company->year.support;
    for (int m = 0; m < 12; m++)
        company->a_year_ago[m] = company->revenue;
}

/* People's worth of founders who sell; a search for money takes them away. */
static double selling_founders(const struct plain_life *life)
{
    double selling = life->given.sales.founders_sell * life->given.company.founders;
    if (life->company.searching > 0.0)
        selling -= selling * life->given.funding.search_effort;
    return selling;
}

static void sell_services(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    const struct plain_world *world = &life->world;
    if (life->now.services == 0.0) { /* what was sold before is still worked off */
        company->backlog *= 1.0 - given->sales.cancellation;
        return;
    }
    double demand =
        world->newcomers * given->market.services_need * (1.0 - world->maturity) +
        fmax(0.0, world->adopters - company->subscribers) * given->market.services_recurring *
            (1.0 - world->maturity / 2.0);
    double pull = given->sales.pull_start + given->sales.pull_expertise * company->expertise +
                  given->sales.pull_influence * company->influence;
    double rivals =
        given->market.rival_services *
        (1.0 + given->market.rival_services_growth * world->adopters / given->market.accounts);
    double effort = company->team.sellers +
                    given->sales.selling_consultants * company->team.consultants +
                    selling_founders(life);
    double reached = pull / (pull + rivals) * effort / (effort + given->sales.selling_half);
    /* Some go elsewhere when the queue is long. */
    double patience = given->sales.queue * given->delivery.bill_rate *
                      (company->team.consultants + 1.0);
    reached /= 1.0 + company->backlog / patience;
    double deals = fmin(deals_max, demand * reached / life->rates.engagement_mean);
    double won = plain_luck_poisson(&life->luck, DRAW_ENGAGEMENTS, deals);
    double old = company->backlog;
    company->backlog *= 1.0 - given->sales.cancellation;
    double by_subscribers = given->sales.attach_rate * company->subscription;
    if (won > 0.0 || by_subscribers > 0.0) {
        double asked = won * given->sales.engagement_value *
                       exp(given->sales.engagement_value_spread *
                           plain_luck_normal(&life->luck, DRAW_ENGAGEMENT_VALUE));
        asked += by_subscribers;
        /* Customers entrust a company with so many months of its work. */
        double trusted =
            given->sales.order_limit * given->delivery.bill_rate * (company->team.consultants + 1.0);
        company->backlog += fmin(asked, fmax(0.0, trusted - old));
    }
}

/* Sales in the time of one at $100,000. */
static double quick_sales(const struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    bool packaged = life->now.subscription != 0.0;
    double price = packaged ? 12.0 * given->market.subscription_price : given->market.licence_price;
    return pow(100000.0 / price, given->sales.price_effort);
}

static void evaluate(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    const struct plain_world *world = &life->world;
    bool offered = life->now.subscription != 0.0 || life->now.licences != 0.0;
    company->started = company->proven = 0.0;
    if (offered) {
        double calls = 0.0;
        double selling = company->team.sellers + selling_founders(life);
        double busy = company->evaluating[0] + company->evaluating[1] + company->evaluating[2];
        double customers = company->subscribers + company->licensees;
        double left = fmax(0.0, 1.0 - customers / fmax(1.0, world->adopters));
        double open = world->adopters - customers - busy, quick = quick_sales(life);
        if (open > 0.0)
            calls = selling * quick * given->sales.evaluations_per_rep * open / (open + given->sales.ready_adopters);
        double looking = world->newcomers * given->sales.evaluations_per_adopter +
                         world->adopters * given->sales.evaluations_again;
        double others = looking * left * (company->influence + company->expertise) / 2.0;
        double users = company->business_users * given->sales.evaluations_per_business_user;
        double tried = given->sales.own_proof * users * left; /* users have made their trial */
        double reach = company->strategic_investor ? given->funding.partner_reach : 1.0;
        double budget = given->sales.pilot_budget * company->value + 1e-9;
        double asking =
            (reach * (calls * world->demand + others + users * left) - tried) * budget / (budget + life->now.pilot_price);
        double begun = tried + fmin(asking, fmax(0.0, given->sales.evaluations_at_once * selling * quick - busy));
        company->started = plain_luck_poisson(&life->luck, DRAW_EVALUATIONS, fmin(deals_max, begun));
        if (company->started > 0.0)
            company->proven = company->started * tried / begun;
    }

    double pace = fmin(1.0, 3.0 / given->sales.evaluation_length);
    double *phase = company->evaluating;
    double to_second = phase[0] * pace, to_third = phase[1] * pace, ready = phase[2] * pace;
    phase[0] += company->started - company->proven - to_second;
    phase[1] += to_second - to_third;
    phase[2] += to_third - ready + company->proven;
    company->undecided += ready;
    double decided = floor(company->undecided + 1e-9);
    company->undecided = fmax(0.0, company->undecided - decided);

    company->wins = 0.0;
    if (offered && decided > 0.0) {
        double delta = given->market.differentiation;
        double trust = given->sales.trust_expertise * company->expertise +
                       given->sales.trust_influence * sqrt(company->influence);
        double better = delta * company->lead + (1.0 - delta) * trust - world->appeal;
        double chance = given->sales.win_ceiling * company->value /
                        (1.0 + exp(-given->sales.win_steepness * better));
        chance = fmin(1.0, fmax(0.0, chance));
        company->wins = plain_luck_binomial(&life->luck, DRAW_WINS, decided, chance);
    }
}

void plain_trade_sell(struct plain_life *life)
{
    sell_services(life);
    evaluate(life);
}

static void deliver(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    struct plain_billing *billed = &company->billed;
    company->charged = given->delivery.bill_rate;
    if (company->backlog > 0.0) { /* a long queue has its price */
        double borne = given->sales.queue * given->delivery.bill_rate * (1.0 + company->team.consultants);
        company->charged *= 1.0 + given->delivery.scarcity / (1.0 + borne / company->backlog);
    }
    double hours = company->team.consultants * given->delivery.utilisation * company->charged;
    company->side_work = life->now.services != 0.0 ? fmin(given->company.practice, hours) : 0.0;
    double worked_off = fmin(company->backlog, hours - company->side_work);
    company->backlog -= worked_off;
    billed->services = company->side_work + worked_off;
    billed->training = 0.0;
    if (life->now.training != 0.0) {
        double demand = life->world.newcomers * given->market.training_need +
                        life->world.adopters * given->delivery.training_recurring;
        demand *= company->expertise * company->influence /
                  (company->influence + given->delivery.training_influence_half);
        billed->training = fmin(demand, company->team.trainers * given->delivery.training_capacity);
    }
}

/* Customers leave, those who stay buy more, new ones come. */
static void subscribe(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    double leaving =
        given->delivery.churn + given->delivery.churn_dissatisfied * (1.0 - company->value);
    double churned =
        plain_luck_poisson(&life->luck, DRAW_LOSSES, company->subscribers * fmin(1.0, leaving));
    churned = fmin(churned, company->subscribers);
    if (company->subscribers > 0.0) {
        double each = company->subscription / company->subscribers;
        double most = given->delivery.expansion_limit * given->market.subscription_price;
        double grown = each * (1.0 + given->delivery.expansion);
        company->subscription *= fmin(grown, fmax(most, each)) / each;
        company->subscription *= 1.0 - churned / company->subscribers;
        company->subscribers -= churned;
    }
    if (life->now.subscription != 0.0) {
        double room = fmax(0.0, given->market.accounts - company->subscribers);
        double coming = fmin(company->wins, room);
        company->subscribers += coming;
        company->subscription += coming * given->market.subscription_price;
    }
}

static void invoice(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    struct plain_billing *billed = &company->billed;
    double sold = 0.0, leaving = given->delivery.licence_life;
    company->licensees *= 1.0 - leaving;
    company->licence_base *= 1.0 - leaving;
    if (life->now.licences != 0.0 && life->now.subscription == 0.0 && company->wins > 0.0) {
        sold = company->wins * given->market.licence_price *
               exp(given->market.licence_price_spread *
                   plain_luck_normal(&life->luck, DRAW_LICENCE_PRICE));
        company->licensees += company->wins;
        company->licence_base += sold;
    }
    double pilots = (company->started - company->proven) * life->now.pilot_price;
    billed->services += pilots;
    company->side_work += pilots;
    billed->licences = sold + company->licence_base * given->delivery.maintenance;
    billed->support = company->payers * given->market.support_price;
    billed->subscription = company->subscription;
    billed->value_added = 0.0;
    if (life->now.value_added != 0.0)
        billed->value_added =
            company->subscription * given->delivery.value_added * company->completeness;
    billed->advertising = 0.0;
    if (life->now.advertising != 0.0)
        billed->advertising = company->users * given->market.pages_per_user *
                              given->market.advertising_price / 1000.0;
}

static double sum(const struct plain_billing *b)
{
    return b->services + b->training + b->support + b->subscription + b->value_added + b->licences +
           b->advertising;
}

/* Twelve months' billing in a steady state; what is old fades by a twelfth a month. */
static void remember(double *year, double month) { *year += month - *year / 12.0; }

static void keep_books(struct plain_life *life)
{
    const struct plain_given *given = &life->given;
    struct plain_company *company = &life->company;
    const struct plain_billing *billed = &company->billed;
    double recurring = billed->support + billed->subscription + billed->value_added;
    company->direct_cost =
        given->delivery.cost_training * billed->training +
        given->delivery.cost_support * billed->support +
        recurring * given->delivery.cost_young / (1.0 + recurring / given->delivery.cost_scale) +
        given->delivery.cost_subscription * (billed->subscription + billed->value_added) +
        given->delivery.cost_licences * billed->licences +
        given->delivery.cost_advertising * billed->advertising +
        given->delivery.cost_pilots * (company->started - company->proven) * life->now.pilot_price;
    const double *phase = company->evaluating; /* who evaluates needs help */
    company->direct_cost +=
        given->sales.evaluation_cost * (phase[0] + phase[1] + phase[2] + company->undecided) / quick_sales(life);
    if (life->now.support != 0.0 && given->playbook.analytics > 1.0)
        company->direct_cost += given->community.analytics_cost * (given->playbook.analytics - 1.0);
    remember(&company->year.services, billed->services);
    remember(&company->year.training, billed->training);
    remember(&company->year.support, billed->support);
    remember(&company->year.subscription, billed->subscription);
    remember(&company->year.value_added, billed->value_added);
    remember(&company->year.licences, billed->licences);
    remember(&company->year.advertising, billed->advertising);
    company->revenue = sum(&company->year);
    double *before = &company->a_year_ago[life->month % 12];
    company->growth = fmin(3.0, fmax(-1.0, fmax(company->revenue, 100e3) / fmax(*before, 100e3) - 1.0));
    *before = company->revenue;
}

void plain_trade_deliver(struct plain_life *life)
{
    deliver(life);
    subscribe(life);
    invoice(life);
    keep_books(life);
    life->company.receivables += sum(&life->company.billed);
}
