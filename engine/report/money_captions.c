#include "report/money_captions.h"

#include "analysis/payout.h"
#include "analysis/typical.h"
#include "report/lettering.h"
#include "report/money_pages.h"
#include "scenario/measure.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

bool money_captions_ownership(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    int raising = 0, most = -1, least = -1;
    bool exits = true, any = false;
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        if (!reading_raises(one))
            continue;
        raising++;
        exits &= one->exit.reached > 0;
        any |= one->exit.reached > 0;
        double share = money_pages_last(one)->founders;
        if (most < 0 || share > money_pages_last(&summary->strategy[most])->founders)
            most = i;
        if (least < 0 || share < money_pages_last(&summary->strategy[least])->founders)
            least = i;
    }
    if (raising < 2)
        return false;
    char first[TELLING_NAME_SIZE], second[TELLING_NAME_SIZE];
    captions_name(first, sizeof first, summary, most, tell->ems);
    captions_name(second, sizeof second, summary, least, tell->ems);
    double high = money_pages_last(&summary->strategy[most])->founders;
    double low = money_pages_last(&summary->strategy[least])->founders;
    tell->caption->strategy = tell->reading.raiser;
    double error = hypot(summary->strategy[most].exit_error, summary->strategy[least].exit_error);
    bool clear = !exits || high - low > words_margin(error);
    const char *when = exits ? "When the company is sold or listed"
                       : any ? "In the end"
                             : "After the last round";
    const char *it = exits ? "it" : "the company";
    if (strcmp(words_percent(high).text, words_percent(low).text) == 0)
        telling_title(tell, "%s the founders own %s of %s, whoever put money in", when, words_percent(high).text, it);
    else if (!clear)
        telling_title(tell, "%s the founders own %s to %s of %s: no clear difference between strategies", when,
                      words_percent(low).text, words_percent(high).text, it);
    else
        telling_title(tell, "%s the founders own %s of %s under %s, %s under %s", when, words_percent(high).text,
                      it, first, words_percent(low).text, second);
    telling_subtitle(tell, "Fully diluted ownership right after each round%s; mean over the companies that get there",
                     any ? " and at the exit" : "");
    telling_note(tell, "%srounds that fewer than 1 in 100 reach have no row",
                 any ? "exits of companies that raised, after any number of rounds; " : "");
    return true;
}

static const char *exit_word(const struct payout *payout) { return payout->outcome == OUTCOME_IPO ? "listing" : "sale"; }

struct taken {
    double lenders, investors, founders;
};

static struct taken sum_of(const struct payout *payout)
{
    struct taken taken = {0, 0, 0};
    for (int k = 0; k < payout->steps; k++) {
        const struct payout_step *step = &payout->step[k];
        if (step->kind == PAYOUT_FOUNDERS || step->kind == PAYOUT_FORMER)
            taken.founders += step->amount;
        else if (step->kind == PAYOUT_LENDERS || step->kind == PAYOUT_WARRANTS)
            taken.lenders += step->amount;
        else if (step->round >= 0)
            taken.investors += step->amount;
    }
    return taken;
}

bool money_captions_waterfall(const struct telling *tell)
{
    int strategy = money_pages_exit(tell->summary);
    if (strategy < 0)
        return false;
    const struct payout *payout = tell->summary->strategy[strategy].payout;
    tell->caption->strategy = strategy;
    char name[TELLING_NAME_SIZE];
    captions_name(name, sizeof name, tell->summary, strategy, tell->ems);
    struct taken taken = sum_of(payout);
    struct words price = words_money(payout->price);
    if (taken.founders < MEASURE_NOTHING)
        telling_title(tell, "Of a %s %s the founders get nothing: lenders and investors are owed %s before them",
                      price.text, exit_word(payout), words_money(payout->claims).text);
    else if (taken.lenders >= MEASURE_NOTHING)
        telling_title(tell, "Of a %s %s the founders keep %s, or %s; investors get %s and lenders %s", price.text,
                      exit_word(payout), words_money(taken.founders).text,
                      words_percent(taken.founders / payout->price).text, words_money(taken.investors).text,
                      words_money(taken.lenders).text);
    else
        telling_title(tell, "Of a %s %s the founders keep %s, or %s; investors get %s", price.text, exit_word(payout),
                      words_money(taken.founders).text, words_percent(taken.founders / payout->price).text,
                      words_money(taken.investors).text);
    if (payout->among == 1)
        telling_subtitle(tell, "Who gets what, in the order of payment, at the only exit of a company that raised, %s",
                         name);
    else
        telling_subtitle(tell, "Who gets what, in the order of payment, at the median of %s exits of companies that "
                               "raised, %s",
                         words_count(payout->among).text, name);
    telling_note(tell, "world %" PRId64 ", after %s; exits: sales and listings that left owners something", payout->path,
                 words_duration(payout->month).text);
    return true;
}

/* Share of founders who are there at a price, between two points. */
static double founders_at(const struct payout *payout, double price)
{
    for (int p = 1; p < PAYOUT_POINTS; p++)
        if (payout->point[p].price >= price * (1 - 1e-9)) {
            const struct payout_shares *low = &payout->point[p - 1], *high = &payout->point[p];
            double part = (log(price) - log(low->price)) / (log(high->price) - log(low->price));
            return low->founders + part * (high->founders - low->founders);
        }
    return payout->point[PAYOUT_POINTS - 1].founders;
}

/* $10M, $1M: a power of ten without digits that say nothing. */
static struct words round_money(double dollars)
{
    struct words words = words_money(dollars);
    char *point = strstr(words.text, ".0");
    if (point != NULL)
        memmove(point, point + 2, strlen(point + 2) + 1);
    return words;
}

bool money_captions_breakpoints(const struct telling *tell)
{
    int strategy = money_pages_exit(tell->summary);
    if (strategy < 0)
        return false;
    const struct payout *payout = tell->summary->strategy[strategy].payout;
    tell->caption->strategy = strategy;
    char name[TELLING_NAME_SIZE];
    captions_name(name, sizeof name, tell->summary, strategy, tell->ems);
    double from = payout->founders_from, first = payout->point[0].price, last = payout->point[PAYOUT_POINTS - 1].price;
    /* Round prices: one that is not far above the first that pays founders, and ten times it. */
    double low = pow(10, ceil(log10(fmax(fmax(from, first), 1) * 1.2))), high = fmin(10 * low, last);
    if (!isfinite(from))
        telling_title(tell, "The founders get nothing at any price");
    else if (from < 2 * first && founders_at(payout, first) > 0.9 * founders_at(payout, last))
        telling_title(tell, "The founders keep %s of any price: nobody comes much before them",
                      words_percent(founders_at(payout, last)).text);
    else if (low < high)
        telling_title(tell, "The founders get nothing from a sale below %s, %s of a %s sale and %s of a %s one",
                      words_money(from).text, words_percent(founders_at(payout, low)).text, round_money(low).text,
                      words_percent(founders_at(payout, high)).text, round_money(high).text);
    else
        telling_title(tell, "The founders get nothing from a sale below %s", words_money(from).text);
    telling_subtitle(tell, "Who would get what part of another price for the company of the median exit, %s", name);
    telling_note(tell, "world %" PRId64 ", as it stood after %s; log scale; paid from the top", payout->path, words_duration(payout->month).text);
    return true;
}

static struct words months_of_cash(double runway)
{
    struct words words;
    if (runway < 0.5)
        snprintf(words.text, sizeof words.text, "no cash");
    else
        snprintf(words.text, sizeof words.text, "%.0f month%s of cash", runway, runway < 1.5 ? "" : "s");
    return words;
}

static const char *end_word(const struct typical *typical)
{
    static const char *const word[OUTCOMES] = {"shut down", "still private", "acqui-hired", "sold", "listed"};
    return word[typical->result.outcome];
}

static void tell_raiser(const struct telling *tell, const struct typical *typical, const char *name)
{
    int rounds = typical->result.rounds, last = 0, bridges = 0;
    for (int k = 0; k < typical->marks; k++) {
        bridges += typical->mark[k].kind == TYPICAL_BRIDGE;
        if (typical->mark[k].kind == TYPICAL_ROUND)
            last = k;
    }
    char money[TELLING_NAME_SIZE];
    if (rounds == 1 && bridges == 0)
        snprintf(money, sizeof money, "one round of %s", words_money(typical->raised_in_all).text);
    else
        snprintf(money, sizeof money, "%s in %s round%s%s", words_money(typical->raised_in_all).text,
                 words_small_count(rounds).text, rounds == 1 ? "" : "s", bridges > 0 ? " and from insiders" : "");
    telling_title(tell, "Typical of %s: %s, %s with %s left; %s after %s", name, money,
                  rounds > 1 ? "the last" : bridges > 0 ? "the round" : "raised", months_of_cash(typical->mark[last].runway).text,
                  end_word(typical), words_duration(typical->months).text);
}

bool money_captions_cash(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    for (int i = 0; i < summary->strategies; i++)
        if (summary->strategy[i].typical == NULL)
            return false;
    int raiser = tell->reading.raiser, strategy = raiser >= 0 ? raiser : tell->reading.subject;
    const struct typical *typical = summary->strategy[strategy].typical;
    tell->caption->strategy = strategy;
    char name[TELLING_NAME_SIZE];
    captions_name(name, sizeof name, summary, strategy, tell->ems);
    double peak = 0;
    for (int m = 0; m <= typical->months; m++)
        peak = fmax(peak, typical->cash[m]);
    if (typical->raised)
        tell_raiser(tell, typical, name);
    else if (typical->lent_in_all > 0)
        telling_title(tell, "Typical of %s: no investors, %s from lenders, at most %s in the bank; %s after %s", name,
                      words_money(typical->lent_in_all).text, words_money(peak).text, end_word(typical),
                      words_duration(typical->months).text);
    else
        telling_title(tell, "Typical of %s: no money from outside, at most %s in the bank; %s after %s", name,
                      words_money(peak).text, end_word(typical), words_duration(typical->months).text);
    telling_subtitle(tell, "Cash of the company nearest to the medians of lifetime, money raised and take-home%s",
                     raiser >= 0 ? ", of those that raised if any did" : "");
    telling_note(tell, "months of cash: at that month\u2019s spending; below $0 is drawn as $0%s", raiser >= 0 ? "; \u2018raise\u2019: share of companies that do" : "");
    return true;
}
