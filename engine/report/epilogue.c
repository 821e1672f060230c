#include "report/epilogue.h"

#include "montecarlo/batch.h"
#include "report/glossary.h"
#include "report/words.h"

#include <math.h>

static int whole(double people) { return (int)(people + 0.5); }

static const char *how_it_failed(const struct result *result)
{
    if (result->cause == CAUSE_GAVE_UP)
        return "The founders part or give up";
    if (result->cause == CAUSE_WRITTEN_OFF)
        return "Its investors write it off";
    return result->cause == CAUSE_DISTRESS_OFFER ? "Money runs out" : "Out of money";
}

/* What revenue says about a price, where there is a business to speak of. */
static void tell_multiple(const struct result *result, FILE *out)
{
    if ((double)result->revenue >= 100e3)
        fprintf(out, ", %s its yearly revenue", words_multiple(result->proceeds / (double)result->revenue).text);
}

void epilogue_end(const struct chronicle *chronicle, FILE *out)
{
    const struct result *result = &chronicle->result;
    struct words proceeds = words_money(result->proceeds);
    switch ((enum outcome)result->outcome) {
    case OUTCOME_IPO:
        fprintf(out, "Goes public; the company is worth %s", proceeds.text);
        tell_multiple(result, out);
        break;
    case OUTCOME_ACQUIRED:
        fprintf(out, "Is acquired; %s is left for the owners", proceeds.text);
        tell_multiple(result, out);
        break;
    case OUTCOME_ACQUIHIRED:
        fprintf(out, "%s; a buyer takes people and technology, %s is left for the owners",
                how_it_failed(result), proceeds.text);
        break;
    case OUTCOME_SHUT_DOWN:
        fprintf(out, "%s; the company is shut down", how_it_failed(result));
        break;
    default:
        fprintf(out, "Still private at the horizon with %d people and %s of yearly revenue, marked at %s",
                whole(chronicle->people), words_money((double)result->revenue).text, proceeds.text);
        break;
    }
    fputs(".\n", out);
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
    case OBSTACLE_CUSTOMERS:
        fprintf(out, " For its %s investors wanted %s customers; it had %s.", name,
                words_count((int64_t)ceil(chronicle->needed)).text, words_count((int64_t)chronicle->had).text);
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
            fprintf(out, " It met what investors asked for; the search has taken %s.",
                    words_duration(chronicle->months_searched).text);
        break;
    }
}

/* Where the money came from that it lived on. */
static void tell_money(const struct chronicle *chronicle, FILE *out)
{
    const struct result *result = &chronicle->result;
    fprintf(out, "           In %s it spent %s. It began with %s", words_duration(result->month).text,
            words_money(chronicle->outlay).text, words_money(chronicle->started_with).text);
    if (result->invested > 0.0)
        fprintf(out, "; investors gave %s", words_money(result->invested).text);
    bool told = false;
    for (int s = 0; s < STREAMS; s++)
        if (chronicle->billed[s] >= 0.03 * chronicle->outlay) {
            fprintf(out, "%s %s brought %s", told ? "," : "; customers:",
                    words_within(glossary_stream_word[s]).text, words_money(chronicle->billed[s]).text);
            told = true;
        }
    if (chronicle->pilots_billed >= 0.03 * chronicle->outlay)
        fprintf(out, ", paid pilots among the services %s", words_money(chronicle->pilots_billed).text);
    fputs(".\n", out);
}

/* Whether services ever carried it, and until when. */
static void tell_services(const struct chronicle *chronicle, FILE *out)
{
    if (!chronicle->sold_services)
        return;
    if (chronicle->engagements < 0.5) {
        fputs("           Nobody ever bought its services.\n", out);
        return;
    }
    int since = chronicle->result.month - 1 - chronicle->last_engagement;
    fprintf(out, "           %s services engagement%s in all", words_round_count(chronicle->engagements).text,
            chronicle->engagements < 1.5 ? "" : "s");
    if (since > 0)
        fprintf(out, ", the last %s before the end", words_duration(since).text);
    fputs(".\n", out);
}

/* The chain from pilots to cash: how many, how long, how many won, and what a month costs. */
static void tell_deals(const struct chronicle *chronicle, FILE *out)
{
    double begun = chronicle->evaluations;
    if (begun < 0.5)
        return;
    if (chronicle->pilots > 0.5 * begun)
        fprintf(out, "           %s paid pilots at %s began", words_round_count(begun).text,
                words_money(chronicle->pilots_billed / chronicle->pilots).text);
    else
        fprintf(out, "           %s enterprises began to try the product", words_round_count(begun).text);
    fprintf(out, "; each takes %s. Decided: %s; won: %s.\n",
            words_duration(rint(chronicle->evaluation_length)).text, words_round_count(chronicle->decided).text,
            chronicle->won > 0.5 ? words_small_count(whole(chronicle->won)).text : "none");
}

static void tell_users(const struct chronicle *chronicle, FILE *out)
{
    if (chronicle->users_at_most < 1000.0)
        return;
    fprintf(out, "           Users: %s at the start, %s at the most, %s at the end.",
            words_round_count(chronicle->users_at_start).text, words_round_count(chronicle->users_at_most).text,
            words_round_count(chronicle->users).text);
    if (chronicle->visits > 0.5 && chronicle->joined > 0.0)
        fprintf(out, " In the last month %s visited and %s of them stayed.",
                words_round_count(chronicle->visits).text,
                words_percent(chronicle->joined / chronicle->visits).text);
    if (chronicle->payers >= 0.5)
        fprintf(out, " %s of %s business users paid for support.", words_round_count(chronicle->payers).text,
                words_round_count(chronicle->business_users).text);
    fputc('\n', out);
}

/* Whoever lives from organisations cannot live before they have adopted the technology. */
static bool too_early(const struct chronicle *chronicle)
{
    return chronicle->adopted < 0.1 && chronicle->result.month >= 12 &&
           (chronicle->evaluations > 0.5 || chronicle->billed[STREAM_SERVICES] > 0.0);
}

static void tell_capability(const struct chronicle *chronicle, FILE *out)
{
    fprintf(out, "           Expertise %s, influence %s, product %s complete and %s of that still wanted; %s adopters"
                 " (%s of the market), technology %s mature.%s\n",
            words_percent(chronicle->expertise).text, words_percent(chronicle->influence).text,
            words_percent(chronicle->completeness).text, words_percent(chronicle->fit).text,
            words_round_count(chronicle->adopters).text, words_percent(chronicle->adopted).text,
            words_percent(chronicle->maturity).text, too_early(chronicle) ? " It was too early." : "");
}

/* Why did it die? The last month's books, what stood between it and its next round, and the chain
 * that led there. */
static void tell_why(const struct strategy *strategy, const struct chronicle *chronicle, FILE *out)
{
    fprintf(out, "           In the last month it had %d people, cost %s, collected %s and held %s.",
            whole(chronicle->people), words_money(chronicle->spent).text,
            words_money(chronicle->collected).text, words_money(chronicle->cash).text);
    tell_obstacle(strategy, chronicle, out);
    fputc('\n', out);
    tell_money(chronicle, out);
    tell_services(chronicle, out);
    tell_deals(chronicle, out);
    tell_users(chronicle, out);
    tell_capability(chronicle, out);
}

/* What a buyer got, or what owners still have. */
static void tell_what(const struct chronicle *chronicle, FILE *out)
{
    fprintf(out, "           It had %d people", whole(chronicle->people));
    double customers = chronicle->subscribers + chronicle->licensees;
    if (customers >= 0.5)
        fprintf(out, ", %s enterprise customer%s", words_round_count(customers).text, customers < 1.5 ? "" : "s");
    if (chronicle->users >= 1000.0)
        fprintf(out, ", %s users", words_round_count(chronicle->users).text);
    fprintf(out, " and %s of yearly revenue", words_money(chronicle->revenue).text);
    bool told = false;
    for (int s = 0; s < STREAMS; s++)
        if (chronicle->year[s] >= 0.1 * chronicle->revenue && chronicle->revenue > 0.0) {
            double share = chronicle->year[s] / chronicle->revenue;
            fprintf(out, "%s%s %s", told ? ", " : " (", share > 0.95 ? "nearly all" : words_percent(share).text,
                    words_within(glossary_stream_word[s]).text);
            told = true;
        }
    fprintf(out, "%s; expertise %s, influence %s, lead in technology %s.\n", told ? ")" : "",
            words_percent(chronicle->expertise).text, words_percent(chronicle->influence).text,
            words_percent(chronicle->lead).text);
}

void epilogue_tell(const struct strategy *strategy, const struct chronicle *chronicle, FILE *out)
{
    const struct result *result = &chronicle->result;
    if (batch_is_closed(result) || result->cause == CAUSE_DISTRESS_OFFER)
        tell_why(strategy, chronicle, out);
    else
        tell_what(chronicle, out);
    if (chronicle->loan > 0.0)
        fprintf(out, "           Lenders had %s to get back first.\n", words_money(chronicle->loan).text);
    fprintf(out, "           Founders: %s (today's value %s)", words_money(result->founder_proceeds).text,
            words_money(result->founder_present).text);
    if (result->rounds)
        fprintf(out, "; investors: %s for %s; employees: %s",
                words_money(result->investor_proceeds).text, words_money(result->invested).text,
                words_money(result->pool_proceeds).text);
    if (result->lender_proceeds >= 1.0)
        fprintf(out, "; lenders' warrants: %s", words_money(result->lender_proceeds).text);
    fputs(".\n", out);
}
