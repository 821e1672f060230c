#include "analysis/ledger.h"

#include <math.h>
#include <string.h>

enum { EVENTS_LARGEST = FUND_COMPANIES_MAX * ROUNDS_MAX };

/* Rounds of all companies in order of time: a list for every month. */
struct agenda {
    int first[HORIZON_MAX + 1]; /* -1 ends a list */
    int next[EVENTS_LARGEST];   /* event: company x ROUNDS_MAX + round */
};

struct keeping {
    const struct fund *fund;
    const struct deal *const *deals;
    double for_first, for_later;                       /* dollars not yet invested */
    double bought[FUND_COMPANIES_MAX][ROUNDS_MAX];     /* this fund's share of each class */
    struct ledger *ledger;
};

/* Built from the last to the first, so that of one month's rounds the first company's comes first. */
static void plan(const struct deal *const *deals, int count, int term, struct agenda *agenda)
{
    for (int month = 0; month <= term; month++)
        agenda->first[month] = -1;
    for (int c = count - 1; c >= 0; c--)
        for (int r = deals[c]->rounds - 1; r >= 0; r--) {
            int event = c * ROUNDS_MAX + r, month = deals[c]->month[r];
            if (month > term)
                continue;
            agenda->next[event] = agenda->first[month];
            agenda->first[month] = event;
        }
}

static double take(double *from, double wanted)
{
    double got = wanted < *from ? wanted : *from;
    *from -= got;
    return got;
}

/* What this fund holds of a company before round `round`. */
static double stake(const struct keeping *keeping, int company, int round)
{
    double held = 0.0;
    for (int k = 0; k < round; k++)
        held += keeping->bought[company][k] * (double)keeping->deals[company]->share[round - 1][k];
    return held;
}

static void join_round(struct keeping *keeping, int company, int round, int month)
{
    const struct fund *fund = keeping->fund;
    const struct deal *deal = keeping->deals[company];
    double amount = (double)deal->amount[round], got = 0.0;
    if (amount <= 0.0)
        return;
    if (round + 1 == fund->enter) {
        double wanted = fund->cheque_in_dollars ? fmin(fund->cheque, amount) : fund->cheque * amount;
        got = take(&keeping->for_first, wanted);
        if (month >= fund->pacing && got < wanted)
            got += take(&keeping->for_later, wanted - got);
    } else if (round + 1 > fund->enter) {
        double wanted = stake(keeping, company, round) * amount;
        got = take(&keeping->for_later, wanted);
        if (month >= fund->pacing && got < wanted)
            got += take(&keeping->for_first, wanted - got);
    }
    keeping->bought[company][round] = got / amount;
    keeping->ledger->position[company].invested += got;
    keeping->ledger->invested += got;
    keeping->ledger->gross[month] -= got;
    keeping->ledger->called[month] += got;
}

static void close_position(struct keeping *keeping, int company)
{
    const struct deal *deal = keeping->deals[company];
    struct ledger *ledger = keeping->ledger;
    struct position *position = &ledger->position[company];
    for (int r = 0; r < deal->rounds; r++)
        position->proceeds += keeping->bought[company][r] * (double)deal->proceeds[r];
    ledger->proceeds += position->proceeds;
    ledger->marked += deal->end >= keeping->fund->term ? position->proceeds : 0.0;
    ledger->gross[deal->end] += position->proceeds;
    ledger->entered += position->invested > 0.0;
    ledger->lost += position->invested > 0.0 && position->proceeds < position->invested;
    ledger->best = fmax(ledger->best, position->proceeds);
}

/* What is left of the month's proceeds after carry is paid out. `gross` holds proceeds less cheques. */
static void pay_out(const struct fund *fund, double size, struct ledger *ledger)
{
    double profit = 0.0;
    for (int month = 0; month <= fund->term; month++) {
        double fee = month < fund->fee_months ? size * fund->fee : 0.0, carry = ledger->carry;
        double cheques = ledger->called[month], proceeds = ledger->gross[month] + cheques;
        profit += proceeds - cheques - fee;
        ledger->carry = fund->carry * fmax(profit, 0.0);
        ledger->called[month] = cheques + fee;
        ledger->paid[month] = proceeds - (ledger->carry - carry);
        ledger->net[month] = ledger->paid[month] - ledger->called[month];
        ledger->fees += fee;
        ledger->paid_in += ledger->called[month];
        ledger->distributed += ledger->paid[month];
    }
}

void ledger_keep(const struct fund *fund, double size, const struct deal *const *deals, int count,
                 struct ledger *ledger)
{
    struct agenda agenda;
    struct keeping keeping = {.fund = fund, .deals = deals, .ledger = ledger};
    const double investable = size * (1.0 - fund->fee * fund->fee_months);
    memset(ledger, 0, sizeof *ledger);
    keeping.for_later = fund->reserves * investable;
    keeping.for_first = investable - keeping.for_later;
    plan(deals, count, fund->term, &agenda);
    for (int month = 0; month <= fund->term; month++)
        for (int event = agenda.first[month]; event >= 0; event = agenda.next[event])
            join_round(&keeping, event / ROUNDS_MAX, event % ROUNDS_MAX, month);
    for (int c = 0; c < count; c++)
        close_position(&keeping, c);
    pay_out(fund, size, ledger);
}
