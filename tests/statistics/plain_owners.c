#include "statistics/plain_owners.h"

#include "statistics/plain.h"

#include <math.h>

static double whole(double shares) { return floor(fmin(1e15, fmax(0.0, shares)) + 1e-6); }

/* Four decimals, or six digits. */
static double rounded(double price)
{
    double places = fmax(4.0, ceil(5.0 - log10(price) - 1e-12));
    double scale = pow(10.0, fmin(places, 20.0));
    return price * scale >= 1e15 ? price : floor(price * scale + 0.5) / scale;
}

double plain_owners_balance(const struct plain_security *security, int months)
{
    double years = fmax(0.0, months - security->since) / 12.0;
    return security->kind == PLAIN_NOTE ? security->dollars * (1.0 + security->interest * years)
                                        : security->dollars;
}

static double outstanding(const struct plain_owners *owners)
{
    double sum = owners->founders;
    for (int o = 0; o < owners->options; o++)
        sum += owners->option[o];
    for (int w = 0; w < owners->warrants; w++)
        sum += owners->warrant[w];
    for (int i = 0; i < owners->count; i++)
        sum += owners->security[i].shares + owners->security[i].bought;
    return sum;
}

/* Part of the capitalisation that a SAFE's cap gives it. Together they own at most nine tenths. */
static double capped_part(const struct plain_owners *owners, int i)
{
    double all = 0.0, own = 0.0;
    for (int k = 0; k < owners->count; k++) {
        const struct plain_security *safe = &owners->security[k];
        double part = safe->kind == PLAIN_SAFE && safe->cap > 0.0 ? safe->dollars / safe->cap : 0.0;
        all += part;
        own = k == i ? part : own;
    }
    return all > 0.9 ? own * 0.9 / all : own;
}

static void grant(struct plain_owners *owners, const struct plain_given *given)
{
    double part = given->company.grants > 1.0 ? 1.0 / given->company.grants : 1.0;
    double shares = fmin(owners->unissued, whole(owners->unissued * part));
    double strike = given->company.strike * owners->price;
    int o = 0;
    while (o < owners->options && owners->strike[o] != strike)
        o++;
    if (shares <= 0.0 || o == PLAIN_OPTIONS)
        return;
    if (o == owners->options)
        owners->options++;
    owners->strike[o] = strike;
    owners->option[o] += shares;
    owners->unissued -= shares;
}

void plain_owners_found(struct plain_owners *owners, const struct plain_given *given)
{
    double share = given->company.founders_share;
    *owners = (struct plain_owners){.founders = 1e7, .last = -1};
    owners->unissued = whole(1e7 * (1.0 - share) / share);
    owners->people = (int)given->company.founders;
    owners->founded = owners->founders / owners->people;
    owners->vesting = floor(given->company.vesting);
    owners->cliff = floor(given->company.cliff);
    if (given->company.grants <= 0.0)
        grant(owners, given);
}

void plain_owners_staff(struct plain_owners *owners, const struct plain_given *given, double left)
{
    if (given->company.grants <= 0.0)
        return;
    for (int o = 0; o < owners->options; o++) {
        double back = whole(left * owners->option[o]);
        owners->option[o] -= back;
        owners->unissued += back;
    }
    grant(owners, given);
}

/* --- A round --------------------------------------------------------------------------------- */

/* What everybody would hold if a dollar bought so many shares. */
struct sum {
    const struct plain_owners *owners;
    const struct plain_given *given;
    const struct plain_round *round;
    double amount, worth, before, base;
    int months;
    double capitalisation, discounted, protected, pool; /* at the last try; less than 1, less than
                                                           asked, where they must give way */
};

static bool converting(const struct sum *sum, const struct plain_security *security)
{
    return security->kind == PLAIN_SAFE ||
           (security->kind == PLAIN_NOTE && sum->amount >= security->qualified);
}

static double by_cap(const struct sum *sum, int i)
{
    const struct plain_security *security = &sum->owners->security[i];
    if (security->kind == PLAIN_SAFE)
        return capped_part(sum->owners, i) * sum->capitalisation;
    return security->cap > 0.0
               ? plain_owners_balance(security, sum->months) / security->cap * sum->before
               : 0.0;
}

static double at_discount(const struct sum *sum, int i)
{
    const struct plain_security *security = &sum->owners->security[i];
    return plain_owners_balance(security, sum->months) / (1.0 - security->discount);
}

static double protection_of(const struct sum *sum, const struct plain_security *class, double a_dollar)
{
    if (class->kind != PLAIN_PREFERRED || class->price * a_dollar <= 1.0 || class->protection == 0)
        return 0.0;
    if (class->protection == 2)
        return class->price * a_dollar - 1.0;
    double broad = sum->base + sum->amount / class->price;
    return (sum->base + sum->amount * a_dollar) / broad - 1.0;
}

/* Of that, the dollars that buy shares at the price. */
static double protecting_dollars(const struct sum *sum, const struct plain_security *class)
{
    if (class->protection == 2)
        return class->shares * class->price;
    return class->shares * sum->amount / (sum->base + sum->amount / class->price);
}

/* How many shares are missing to the valuation if a dollar buys so many. */
static double missing(struct sum *sum, double a_dollar)
{
    const struct plain_owners *owners = sum->owners;
    bool before_only = sum->given->funding.method == 1.0;
    bool counts_pool = sum->given->funding.pool_in_safes != 0.0;
    double added = 0.0, capitalisation, dollars = 0.0, parts = 0.0, increase = 0.0, all = 0.0;
    double count = 1.0, room = 0.95 * sum->worth;
    sum->discounted = sum->protected = 1.0;
    sum->capitalisation = sum->before;
    for (int step = 0; step < 40; step++) {
        double fixed = sum->before;
        dollars = parts = 0.0;
        for (int i = 0; i < owners->count; i++) {
            if (!converting(sum, &owners->security[i]))
                continue;
            double cap = by_cap(sum, i), price = at_discount(sum, i);
            if (cap < price * a_dollar || owners->security[i].cap <= 0.0)
                dollars += price;
            else if (owners->security[i].kind == PLAIN_SAFE)
                parts += capped_part(owners, i);
            else
                fixed += cap;
        }
        double slope = dollars / (1.0 - parts);
        room = 0.95 * sum->worth;
        if (!before_only) {
            sum->discounted = slope > room ? room / slope : 1.0;
            room -= fmin(room, slope);
        }
        capitalisation = fixed / (1.0 - parts) + slope * sum->discounted * a_dollar;

        double growing = 0.0, grown = 0.0;
        for (int i = 0; i < owners->count; i++) {
            double part = protection_of(sum, &owners->security[i], a_dollar);
            grown += part * owners->security[i].shares;
            if (part > 0.0)
                growing += protecting_dollars(sum, &owners->security[i]);
        }
        sum->protected = growing > room ? room / growing : 1.0;
        /* What gives way gives way in what it buys and in what it gives up alike. */
        added = grown * sum->protected;
        room -= fmin(growing, room);

        count = counts_pool ? 1.0 / (1.0 - parts) : 1.0;
        double target = sum->round->pool, post = sum->worth + sum->amount;
        if (before_only) {
            double lever = fmin(target / fmax(1.0 - count * target, 1e-3),
                                room / (slope + fmin(growing, growing * sum->protected) + sum->amount));
            sum->pool = fmin(target, lever / (1.0 + count * lever));
        } else
            sum->pool = fmin(target, room / (count * post));
        double rest = capitalisation + added + sum->amount * a_dollar;
        all = rest;
        increase = 0.0;
        double topped = (rest - count * owners->unissued) / (1.0 - count * sum->pool);
        if (sum->round->pool * topped > owners->unissued) {
            all = topped;
            increase = sum->pool * topped - owners->unissued;
        }
        double now = capitalisation + (counts_pool ? count * increase : 0.0);
        if (fabs(now - sum->capitalisation) <= 1e-15 * now)
            break;
        sum->capitalisation = now;
    }
    if (before_only)
        return sum->before + added + increase - a_dollar * sum->worth;
    return all - a_dollar * (sum->worth + sum->amount);
}

static double shares_a_dollar(struct sum *sum)
{
    double low = sum->before / sum->worth, high = low;
    while (missing(sum, low) <= 0.0 && low > 1e-15)
        low /= 2.0;
    while (missing(sum, high) > 0.0 && high < 1e18)
        high *= 2.0;
    while (high - low > 1e-14 * high) {
        double middle = 0.5 * (low + high);
        if (missing(sum, middle) > 0.0)
            low = middle;
        else
            high = middle;
    }
    missing(sum, low);
    return low;
}

static void take_terms(struct plain_security *class, const struct plain_given *given,
                       const struct plain_round *round, double shares, double price, double cost)
{
    class->kind = PLAIN_PREFERRED;
    class->shares = shares;
    class->price = price;
    class->cost = cost;
    class->dollars = round->preference * cost;
    class->most = class->dollars;
    class->participation = (int)round->participation;
    class->protection = (int)round->protection;
    if (class->participation == 1)
        class->most = INFINITY;
    else if (class->participation == 2)
        class->most = fmax(class->dollars, round->participation_limit * cost +
                           (given->funding.limit_on_top != 0.0 ? class->dollars : 0.0));
}

static int rank_for(struct plain_owners *owners, bool senior)
{
    for (int i = 0; senior && i < owners->count; i++)
        if (owners->security[i].kind == PLAIN_SAFE || owners->security[i].kind == PLAIN_PREFERRED)
            owners->security[i].rank++;
    return 1;
}

/* Of all classes; what others bought of its own is not its. */
static double held(const struct plain_owners *owners, int i)
{
    double own = 1.0, sum = owners->security[i].bought;
    for (int k = 0; k < owners->count; k++) {
        own -= owners->security[k].part[i];
        sum += owners->security[i].part[k] * owners->security[k].shares;
    }
    return sum + own * owners->security[i].shares;
}

static void sell_priced(struct plain_owners *owners, const struct plain_given *given,
                        const struct plain_round *round, double amount, double pre_money, int months)
{
    struct sum sum = {.owners = owners, .given = given, .round = round, .amount = amount,
                      .worth = pre_money, .months = months};
    sum.before = outstanding(owners) + owners->unissued;
    sum.base = given->funding.pool_in_base != 0.0 ? sum.before : outstanding(owners);
    for (int i = 0; i < owners->count; i++)
        if (given->funding.method == 2.0 && converting(&sum, &owners->security[i]))
            sum.worth += plain_owners_balance(&owners->security[i], months);
    double price = rounded(1.0 / shares_a_dollar(&sum)), parts = 0.0;
    for (int i = 0; i < owners->count; i++)
        parts += capped_part(owners, i);
    owners->gave_way |= sum.discounted < 1.0 || sum.protected < 1.0 || sum.pool < round->pool || parts >= 0.9;
    int rank = rank_for(owners, round->seniority != 0.0), new = owners->count;

    double shares[ROUNDS_MAX], factor[ROUNDS_MAX], owed[ROUNDS_MAX];
    for (int i = 0; i < new; i++) {
        owed[i] = plain_owners_balance(&owners->security[i], months);
        factor[i] = 1.0 + sum.protected * protection_of(&sum, &owners->security[i], 1.0 / price);
        shares[i] = fmax(by_cap(&sum, i), at_discount(&sum, i) / price * sum.discounted);
    }
    for (int i = 0; i < new; i++) {
        struct plain_security *security = &owners->security[i];
        if (converting(&sum, security)) {
            double own = rounded(owed[i] / shares[i]), bought = whole(owed[i] / own);
            take_terms(security, given, round, bought, own,
                       given->funding.full_preference != 0.0 ? bought * price : owed[i]);
            security->rank = rank;
        } else if (security->kind == PLAIN_PREFERRED && factor[i] > 1.0) {
            security->shares = whole(security->shares * factor[i]);
            security->price /= factor[i];
        }
    }
    double before = outstanding(owners) + owners->unissued;
    struct plain_security *class = &owners->security[new];
    *class = (struct plain_security){.paid = amount, .pro_rata = round->pro_rata, .rank = rank};
    take_terms(class, given, round, whole(amount / price), price, amount);
    for (int i = 0; i < new; i++) {
        double part = owners->security[i].pro_rata * held(owners, i) / before;
        owners->security[i].part[new] = part;
        owners->security[i].paid += part * amount;
        class->paid -= part * amount;
    }
    owners->last = owners->count++;
    owners->price = price;
    owners->unissued =
        fmax(owners->unissued, whole(outstanding(owners) * sum.pool / (1.0 - sum.pool)));
}

/* Founders sell what they have earned. */
static void sell_founders(struct plain_owners *owners, double dollars, int months, double present)
{
    double earned = 1.0;
    if (owners->vesting > 0.0 && months < owners->vesting)
        earned = months < owners->cliff ? 0.0 : months / owners->vesting;
    double free = fmax(0.0, owners->founders - owners->people * owners->founded * (1.0 - earned));
    double shares = whole(fmin(free, dollars / owners->price));
    struct plain_security *buyer = &owners->security[owners->last];
    buyer->bought += shares;
    buyer->paid += shares * owners->price;
    owners->founders -= shares;
    owners->sold += shares * owners->price;
    owners->sold_present += shares * owners->price * present;
}

void plain_owners_sell(struct plain_owners *owners, const struct plain_given *given,
                       const struct plain_round *round, double amount, double pre_money, int months,
                       double present)
{
    struct plain_security *new = &owners->security[owners->count];
    if (round->instrument == 0.0) {
        sell_priced(owners, given, round, amount, pre_money, months);
        if (round->secondary > 0.0)
            sell_founders(owners, round->secondary, months, present);
    } else {
        bool safe = round->instrument == 1.0;
        double cap = pre_money > 0.0 && safe ? pre_money + amount : pre_money;
        int rank = safe ? rank_for(owners, round->seniority != 0.0) : 0;
        for (int i = 0; safe && i < owners->count; i++) {
            struct plain_security *old = &owners->security[i];
            if (old->kind != PLAIN_SAFE || !old->favoured)
                continue;
            if (cap > 0.0)
                old->cap = old->cap > 0.0 ? fmin(old->cap, cap) : cap;
            old->discount = fmax(old->discount, round->discount);
        }
        *new = (struct plain_security){.kind = safe ? PLAIN_SAFE : PLAIN_NOTE,
                                       .paid = amount,
                                       .dollars = amount,
                                       .most = amount,
                                       .cap = cap,
                                       .discount = round->discount,
                                       .pro_rata = round->pro_rata,
                                       .rank = rank,
                                       .favoured = safe && round->favoured != 0.0};
        if (!safe) {
            int term = (int)round->maturity;
            new->interest = 12.0 * round->interest;
            new->qualified = round->qualified;
            new->since = months;
            new->due = term > 0 ? months + term : 100000;
            new->converts = round->at_maturity != 0.0;
            new->terms = owners->last;
        }
        owners->count++;
    }
    if (given->company.grants <= 0.0)
        grant(owners, given);
}

void plain_owners_warrant(struct plain_owners *owners, double dollars)
{
    double shares = whole(dollars / owners->price);
    if (shares < 1.0)
        return;
    owners->warrant[owners->warrants] = shares;
    owners->warrant_strike[owners->warrants++] = owners->price;
}

bool plain_owners_inside(const struct plain_owners *owners)
{
    return owners->count > 0 && owners->security[owners->count - 1].kind != PLAIN_REPAID;
}

void plain_owners_extend(struct plain_owners *owners, double amount, double part, int months)
{
    struct plain_security *last = &owners->security[owners->count - 1];
    if (last->kind == PLAIN_PREFERRED) {
        last->shares += whole(amount / rounded(part * last->price));
        double grown = 1.0 + amount / last->cost;
        last->dollars *= grown;
        last->most *= last->most > 0.0 ? grown : 1.0;
        last->cost += amount;
    } else { /* interest runs from now on */
        last->dollars += amount * last->dollars / plain_owners_balance(last, months);
        last->most = last->dollars;
    }
    /* By who holds it. */
    last->paid += amount;
    for (int i = 0; i < owners->count; i++) {
        double share = owners->security[i].part[owners->count - 1];
        owners->security[i].paid += share * amount;
        last->paid -= share * amount;
    }
}

double plain_owners_mature(struct plain_owners *owners, int months, double cash, bool *changed)
{
    double before = outstanding(owners) + owners->unissued, repaid = 0.0;
    *changed = false;
    for (int i = 0; i < owners->count; i++) {
        struct plain_security *note = &owners->security[i];
        if (note->kind != PLAIN_NOTE || months < note->due)
            continue;
        *changed = true;
        double owed = plain_owners_balance(note, months);
        double price = note->cap > 0.0 ? note->cap / before : owners->price;
        if (!note->converts || price <= 0.0) {
            if (repaid + owed <= cash) {
                repaid += owed;
                note->repaid = owed;
                note->kind = PLAIN_REPAID;
                note->dollars = note->most = 0.0;
            }
            continue;
        }
        const struct plain_security none = {.cost = 1.0, .rank = 1};
        const struct plain_security *class = note->terms < 0 ? &none : &owners->security[note->terms];
        note->kind = PLAIN_PREFERRED;
        note->price = rounded(price);
        note->shares = whole(owed / note->price);
        note->cost = owed;
        note->dollars = class->dollars / class->cost * owed;
        note->most = class->most / class->cost * owed;
        note->participation = class->participation;
        note->protection = class->protection;
        note->rank = class->rank;
    }
    return repaid;
}

void plain_owners_shares(const struct plain_owners *owners, int months, double *founders,
                         double *pool, double *lenders, double investor[ROUNDS_MAX])
{
    double before = outstanding(owners) + owners->unissued, all = before, parts = 0.0;
    double add[ROUNDS_MAX] = {0};
    for (int i = 0; i < owners->count; i++) {
        const struct plain_security *security = &owners->security[i];
        if (security->kind == PLAIN_NOTE && security->cap > 0.0)
            all += add[i] = plain_owners_balance(security, months) / security->cap * before;
        parts += capped_part(owners, i);
    }
    all /= 1.0 - parts;
    *founders = owners->founders / all;
    *pool = owners->unissued / all;
    for (int o = 0; o < owners->options; o++)
        *pool += owners->option[o] / all;
    *lenders = 0.0;
    for (int w = 0; w < owners->warrants; w++)
        *lenders += owners->warrant[w] / all;
    for (int i = 0; i < owners->count; i++)
        investor[i] = (held(owners, i) + add[i]) / all + capped_part(owners, i);
}

/* --- A sale ---------------------------------------------------------------------------------- */

struct claim {
    double dollars, most, joins, converts;
    int rank;
};

static double gets(const struct claim *claim, double value)
{
    double kept = claim->most;
    if (claim->joins > 0.0)
        kept = fmin(kept, claim->dollars + claim->joins * value);
    return fmax(kept, claim->converts * value);
}

static void list_claims(const struct plain_owners *owners, const struct plain_given *given,
                        int months, bool listing, struct claim claim[ROUNDS_MAX])
{
    double all = outstanding(owners), before = all, parts = 0.0;
    for (int i = 0; i < owners->count; i++) {
        const struct plain_security *security = &owners->security[i];
        double owed = plain_owners_balance(security, months);
        claim[i] = (struct claim){.rank = security->rank, .converts = security->shares};
        if (security->kind == PLAIN_PREFERRED) {
            if (listing)
                continue;
            claim[i].dollars = owed;
            claim[i].most = security->most;
            claim[i].joins = security->most > owed ? security->shares : 0.0;
        } else if (security->kind != PLAIN_REPAID) {
            claim[i].dollars = owed;
            if (given->funding.discount_at_sale != 0.0)
                claim[i].dollars /= 1.0 - security->discount;
            claim[i].most = claim[i].dollars;
            if (security->kind == PLAIN_NOTE) {
                claim[i].rank = 0;
                claim[i].converts = security->cap > 0.0 ? whole(owed / security->cap * before) : 0.0;
                all += claim[i].converts;
            }
        }
        parts += capped_part(owners, i);
    }
    for (int i = 0; i < owners->count; i++)
        if (owners->security[i].kind == PLAIN_SAFE)
            claim[i].converts = whole(capped_part(owners, i) * all / (1.0 - parts));
}

static double warrants_at(const struct plain_owners *owners, double value)
{
    double sum = 0.0;
    for (int w = 0; w < owners->warrants; w++)
        sum += owners->warrant[w] * fmax(0.0, value - owners->warrant_strike[w]);
    return sum;
}

static double sum_of(const struct plain_owners *owners, const struct claim *claim, double value)
{
    double sum = owners->founders * value + warrants_at(owners, value);
    for (int o = 0; o < owners->options; o++)
        sum += owners->option[o] * fmax(0.0, value - owners->strike[o]);
    for (int i = 0; i < owners->count; i++)
        sum += gets(&claim[i], value) + owners->security[i].bought * value;
    return sum;
}

/* Not enough for all claims: rank after rank. */
static void pay_ranks(const struct plain_owners *owners, const struct claim *claim, double price,
                      double paid[ROUNDS_MAX])
{
    for (int rank = 0; rank < 100; rank++) {
        double sum = 0.0;
        for (int i = 0; i < owners->count; i++)
            sum += claim[i].rank == rank ? claim[i].dollars : 0.0;
        double covered = sum > price ? price / sum : 1.0;
        for (int i = 0; i < owners->count; i++)
            if (claim[i].rank == rank)
                paid[i] = covered * claim[i].dollars;
        price = fmax(0.0, price - sum);
    }
}

void plain_owners_divide(struct plain_owners *owners, const struct plain_given *given, double price,
                         int months, bool listing, double *founders, double *staff, double *lenders)
{
    struct claim claim[ROUNDS_MAX];
    double value = 0.0, claims = 0.0, paid[ROUNDS_MAX] = {0};
    list_claims(owners, given, months, listing, claim);
    for (int i = 0; i < owners->count; i++)
        claims += claim[i].dollars;
    if (claims >= price)
        pay_ranks(owners, claim, price, paid);
    else {
        double low = 0.0, high = 1.0;
        while (sum_of(owners, claim, high) < price)
            high *= 2.0;
        while (high - low > 4e-16 * high) {
            value = 0.5 * (low + high);
            if (value <= low || value >= high)
                break;
            if (sum_of(owners, claim, value) < price)
                low = value;
            else
                high = value;
        }
        for (int i = 0; i < owners->count; i++)
            paid[i] = gets(&claim[i], value);
    }
    *founders = owners->founders * value;
    *lenders = warrants_at(owners, value);
    *staff = 0.0;
    for (int o = 0; o < owners->options; o++)
        *staff += owners->option[o] * fmax(0.0, value - owners->strike[o]);
    for (int i = 0; i < owners->count; i++) {
        owners->security[i].proceeds += paid[i] + owners->security[i].bought * value;
        for (int k = 0; k < owners->count; k++) {
            owners->security[k].proceeds += owners->security[k].part[i] * paid[i];
            owners->security[i].proceeds -= owners->security[k].part[i] * paid[i];
        }
    }
}
