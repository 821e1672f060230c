#include "model/ownership.h"

void ownership_issue(struct ownership *ownership, double amount, double pre_money, double pool)
{
    double bought = amount / (pre_money + amount);
    double remain = 1.0 - bought - pool;
    ownership->founders *= remain;
    ownership->pool = ownership->pool * remain + pool;
    for (int r = 0; r < ownership->rounds; r++)
        ownership->investor[r] *= remain;
    ownership->investor[ownership->rounds] = bought;
    ownership->preference[ownership->rounds] = amount;
    ownership->rounds++;
}

/* Sorts the classes by preference per share. The one with the least gives up least by converting,
 * so whoever converts, those before it in this order do too. */
static void sort_by_price(const struct ownership *ownership, int order[ROUNDS_MAX])
{
    for (int r = 0; r < ownership->rounds; r++) {
        int at = r;
        while (at > 0 && ownership->preference[order[at - 1]] * ownership->investor[r] >
                             ownership->preference[r] * ownership->investor[order[at - 1]]) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = r;
    }
}

/* How many of the sorted classes convert: the next one does as long as, converting, it gets
 * strictly more than its preference. */
static int count_converting(const struct ownership *ownership, const int order[ROUNDS_MAX],
                            double proceeds)
{
    double preferred = 0.0, shares = ownership->founders + ownership->pool;
    for (int r = 0; r < ownership->rounds; r++)
        preferred += ownership->preference[r];
    int converting = 0;
    while (converting < ownership->rounds) {
        int r = order[converting];
        double rest = proceeds - (preferred - ownership->preference[r]);
        double with = shares + ownership->investor[r];
        if (rest * ownership->investor[r] <= ownership->preference[r] * with)
            break;
        preferred -= ownership->preference[r];
        shares = with;
        converting++;
    }
    return converting;
}

void ownership_divide(const struct ownership *ownership, double proceeds, int all_convert,
                      struct ownership *parts)
{
    int order[ROUNDS_MAX] = {0};
    sort_by_price(ownership, order);
    int converting = all_convert ? ownership->rounds : count_converting(ownership, order, proceeds);

    double preferred = 0.0, shares = ownership->founders + ownership->pool;
    for (int k = 0; k < ownership->rounds; k++) {
        if (k < converting)
            shares += ownership->investor[order[k]];
        else
            preferred += ownership->preference[order[k]];
    }
    double paid = preferred < proceeds ? preferred : proceeds;
    double a_dollar = preferred > 0.0 ? paid / preferred : 0.0;
    double a_share = shares > 0.0 ? (proceeds - paid) / shares : 0.0;

    *parts = (struct ownership){.rounds = ownership->rounds,
                                .founders = ownership->founders * a_share,
                                .pool = ownership->pool * a_share};
    for (int k = 0; k < ownership->rounds; k++) {
        int r = order[k];
        parts->investor[r] = k < converting ? ownership->investor[r] * a_share
                                            : ownership->preference[r] * a_dollar;
    }
}
