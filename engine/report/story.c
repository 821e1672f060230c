#include "report/story.h"

#include "report/words.h"

#include <math.h>

static void date(const struct scenario *scenario, int month, FILE *out)
{
    int since = scenario->start_year * 12 + scenario->start_month - 1 + month;
    fprintf(out, "  %04d-%02d  ", since / 12, since % 12 + 1);
}

static int whole(double people) { return (int)(people + 0.5); }

static void tell_world(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_CLIMATE_SHUTS:
        fputs("The funding climate shuts.\n", out);
        break;
    case HAPPENED_CLIMATE_OPENS:
        fputs("The funding climate opens again.\n", out);
        break;
    case HAPPENED_GIANT:
        fprintf(out, "%s giant enters the market; the best rival product now scores %.2f.\n",
                number[0] < 1.5 ? "A" : "Another", number[1]);
        break;
    case HAPPENED_HEADLINES:
        fprintf(out, "Headlines turn %s: investors' mood is at %.0f%% of normal.\n",
                number[0] > 1.0 ? "enthusiastic" : "hostile", 100.0 * number[0]);
        break;
    case HAPPENED_HALF_MATURE:
        fputs("The technology is half mature: a package can do what experts did.\n", out);
        break;
    case HAPPENED_ADOPTION:
        fprintf(out, "%s organisations, %s of the market, have adopted the technology.\n",
                words_count((int64_t)number[0]).text, words_percent(number[1]).text);
        break;
    default:
        break;
    }
}

static void tell_business(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_FIRST_ENGAGEMENT:
        fprintf(out, "First services engagement: %s.\n", words_money(number[0]).text);
        break;
    case HAPPENED_FIRST_WIN:
        fputs("First enterprise customer for the product.\n", out);
        break;
    case HAPPENED_FIRST_PAYERS:
        fprintf(out, "Ten business users pay for support, of %s active users in all.\n",
                words_count((int64_t)number[1]).text);
        break;
    case HAPPENED_REVENUE:
        fprintf(out, "Revenue passes %s a year.\n", words_money(pow(10.0, floor(log10(number[0])))).text);
        break;
    case HAPPENED_CUTS:
        fprintf(out, "Lay-offs: %d people are left of %d half a year ago.\n", whole(number[0]), whole(number[1]));
        break;
    case HAPPENED_BREAKTHROUGH:
        fputs("Breakthroughs give it a clear lead in technology.\n", out);
        break;
    default:
        break;
    }
}

static void tell_plan(const struct scenario *scenario, const struct strategy *strategy,
                      const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_START:
        fprintf(out, "Starts with %d people and %s; the funding climate is %s.\n", whole(number[0]),
                words_money(number[1]).text, number[2] > 0.0 ? "open" : "shut");
        break;
    case HAPPENED_EVENT:
        fprintf(out, "%s.\n", scenario->event[(int)number[0]].label);
        break;
    case HAPPENED_STAGE:
        fprintf(out, "Stage: %s.\n", strategy->stage_name[(int)number[0]]);
        break;
    case HAPPENED_BOARD:
        fprintf(out, "The investors, with %s, take over: %s.\n", words_percent(number[0]).text,
                strategy->stage_name[(int)number[1]]);
        break;
    case HAPPENED_ROUND:
        fprintf(out, "%s: %s at %s before the money; the founders keep %s.\n",
                strategy->round_name[(int)number[0]], words_money(number[1]).text,
                words_money(number[2]).text, words_percent(number[3]).text);
        break;
    case HAPPENED_SEARCH:
        fprintf(out, "Cash runs down; the company would like to raise its %s.\n",
                strategy->round_name[(int)number[0]]);
        break;
    default:
        break;
    }
}

static const char *how_it_failed(const struct result *result)
{
    if (result->cause == CAUSE_GAVE_UP)
        return "The founders part or give up";
    return result->cause == CAUSE_DISTRESS_OFFER ? "Money runs out" : "Out of money";
}

static void tell_end(const struct chronicle *chronicle, FILE *out)
{
    const struct result *result = &chronicle->result;
    struct words proceeds = words_money(result->proceeds);
    switch ((enum outcome)result->outcome) {
    case OUTCOME_IPO:
        fprintf(out, "Goes public; the company is worth %s.\n", proceeds.text);
        break;
    case OUTCOME_ACQUIRED:
        fprintf(out, "Is acquired; %s is left for the owners.\n", proceeds.text);
        break;
    case OUTCOME_ACQUIHIRED:
        fprintf(out, "%s; a buyer takes people and technology, %s is left for the owners.\n",
                how_it_failed(result), proceeds.text);
        break;
    case OUTCOME_SHUT_DOWN:
        fprintf(out, "%s; the company is shut down.\n", how_it_failed(result));
        break;
    default:
        fprintf(out, "Still private at the horizon with %d people and %s of yearly revenue, marked at %s.\n",
                whole(chronicle->people), words_money((double)result->revenue).text, proceeds.text);
        break;
    }
}

static void tell_obstacle(const struct strategy *strategy, const struct chronicle *chronicle, FILE *out)
{
    int round = chronicle->result.rounds;
    const char *name = round < strategy->rounds ? strategy->round_name[round] : "";
    switch (chronicle->obstacle) {
    case OBSTACLE_NO_ROUND_LEFT:
        if (strategy->rounds)
            fputs(" Its funding plan had no further round.", out);
        break;
    case OBSTACLE_REVENUE:
        fprintf(out, " For its %s investors wanted %s of yearly revenue.", name,
                words_money(chronicle->needed).text);
        break;
    case OBSTACLE_PRODUCT_REVENUE:
        fprintf(out, " For its %s investors wanted %s a year from products; it had %s.", name,
                words_money(chronicle->needed).text, words_money(chronicle->had).text);
        break;
    case OBSTACLE_COMPLETENESS:
        fprintf(out, " For its %s investors wanted a product %s complete; it was %s.", name,
                words_percent(chronicle->needed).text, words_percent(chronicle->had).text);
        break;
    case OBSTACLE_GROWTH:
        fprintf(out, " For its %s investors wanted growth of %s a year; it was %s.", name,
                words_percent(chronicle->needed).text, words_percent(chronicle->had).text);
        break;
    case OBSTACLE_WAIT:
        fputs(" It was too soon to raise again.", out);
        break;
    default:
        if (chronicle->months_searched)
            fprintf(out, " It met what investors asked for and searched %s without closing.",
                    words_duration(chronicle->months_searched).text);
        break;
    }
}

/* Why did it die? The last month's books, and what stood between it and its next round. */
static void tell_why(const struct strategy *strategy, const struct chronicle *chronicle, FILE *out)
{
    fprintf(out, "           In the last month it had %d people, cost %s, collected %s and held %s.",
            whole(chronicle->people), words_money(chronicle->spent).text,
            words_money(chronicle->collected).text, words_money(chronicle->cash).text);
    tell_obstacle(strategy, chronicle, out);
    fprintf(out, "\n           Expertise %s, influence %s, product %s complete; %s adopters, technology %s mature.\n",
            words_percent(chronicle->expertise).text, words_percent(chronicle->influence).text,
            words_percent(chronicle->completeness).text, words_count((int64_t)chronicle->adopters).text,
            words_percent(chronicle->maturity).text);
}

void story_tell(const struct scenario *scenario, int strategy, const struct chronicle *chronicle,
                const char *who, FILE *out)
{
    const struct strategy *plan = &scenario->strategy[strategy];
    const struct result *result = &chronicle->result;
    fprintf(out, "%s\n", who);
    for (int e = 0; e < chronicle->events; e++) {
        const struct chronicle_event *event = &chronicle->event[e];
        date(scenario, event->month, out);
        if (event->what == HAPPENED_END)
            tell_end(chronicle, out);
        else if (event->what == HAPPENED_START || event->what == HAPPENED_EVENT ||
                 (event->what >= HAPPENED_STAGE && event->what <= HAPPENED_SEARCH))
            tell_plan(scenario, plan, event, out);
        else if (event->what < HAPPENED_EVENT)
            tell_world(event, out);
        else
            tell_business(event, out);
    }
    if (result->outcome == OUTCOME_SHUT_DOWN || result->outcome == OUTCOME_ACQUIHIRED ||
        result->cause == CAUSE_DISTRESS_OFFER)
        tell_why(plan, chronicle, out);
    if (chronicle->loan > 0.0)
        fprintf(out, "           Lenders had %s to get back first.\n", words_money(chronicle->loan).text);
    fprintf(out, "           Founders: %s (today's value %s)", words_money(result->founder_proceeds).text,
            words_money(result->founder_present).text);
    if (result->rounds)
        fprintf(out, "; investors: %s for %s; employees: %s",
                words_money(result->investor_proceeds).text, words_money(result->invested).text,
                words_money(result->pool_proceeds).text);
    fputs(".\n", out);
}
