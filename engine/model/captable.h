/* Who owns what: the cap table of one company, share by share, from its founding to its end.
 *
 * Shares are whole. Whatever a formula gives is rounded down, where less than a millionth of a share
 * is missing to the next one, up: that is rounding in the computer, not in the contract. What does
 * not buy a whole share buys nothing; it is paid, and it counts in preferences, all the same. A price
 * per share is rounded to the nearest hundredth of a cent, and below $10 to as many places as give
 * it six digits (`price_units`).
 *
 * A SAFE, a note, a class of preferred shares or a warrant is one row, and one investor: the first
 * buyer. A SAFE or note that converts keeps its row and becomes preferred. Investors with a pro-rata
 * right hold parts of later classes (`followed`).
 *
 * Nothing here fails. Money, valuations and caps are positive, discounts and shares below one, as
 * the loader sees to. Where plans ask for more than there is, what gives way is told below. */
#ifndef MODEL_CAPTABLE_H
#define MODEL_CAPTABLE_H

#include "model/parameters.h"
#include "numerics/elementary.h"

#include <stdint.h>

enum { CAPTABLE_ROWS = 12, CAPTABLE_GRANTS = 8 };

enum captable_kind { CAPTABLE_NONE, CAPTABLE_SAFE, CAPTABLE_NOTE, CAPTABLE_PREFERRED, CAPTABLE_WARRANT };

/* Beside its preference, a class gets nothing, its part of the rest, or that up to a limit. */
enum captable_participation { CAPTABLE_NON_PARTICIPATING, CAPTABLE_PARTICIPATING, CAPTABLE_LIMITED };

/* What happens to a class's conversion price when a later round is cheaper. */
enum captable_protection { CAPTABLE_UNPROTECTED, CAPTABLE_WEIGHTED_AVERAGE, CAPTABLE_FULL_RATCHET };

/* What a pre-money valuation means when SAFEs and notes convert in the round.
 * FIXED_PERCENTAGE: the round buys amount / (pre-money + amount); conversion is in the pre-money.
 * PRE_MONEY: the price is the pre-money by the shares before conversion; it dilutes the round too.
 * DOLLARS_INVESTED: the company is worth pre-money + amount + what converts, at cost. */
enum captable_method { CAPTABLE_FIXED_PERCENTAGE, CAPTABLE_PRE_MONEY, CAPTABLE_DOLLARS_INVESTED };

/* Where practice differs. captable_standard is all zero but for price_units:
 *
 * - a priced round fixes percentage ownership;
 * - a post-money SAFE's capitalisation holds all SAFEs and notes, and leaves out the pool's increase;
 *   a note's cap is pre-money, over all shares and the pool before it, without SAFEs and notes;
 * - a pool target is the unissued pool's share of the company afterwards;
 * - anti-dilution is on the broad base, as converted, with options and warrants, without the unissued
 *   pool, SAFEs and notes; new money alone sets it off;
 * - a participation limit's multiple holds the preference;
 * - what converts prefers what was paid for it, with interest, times the round's multiple;
 * - fees, debt, notes, then ranks are paid in this order, 1 first, equal ranks pro rata;
 * - a class converts only if it gains strictly;
 * - options and warrants are exercised when in the money, and shown net of their price;
 * - at a sale before its round a SAFE takes the better of its money and its shares at the cap; if it
 *   takes money, its shares stay in the capitalisation. */
struct captable_conventions {
    int method;
    int pool_in_safes;       /* a SAFE's capitalisation counts the new round's pool increase */
    int pool_in_base;        /* anti-dilution counts the unissued pool */
    int limit_on_top;        /* the participation limit's multiple comes on top of the preference */
    int full_preference;     /* converted SAFEs and notes prefer shares x the round's price, not what
                                was paid for them with interest */
    int literal_safes;       /* at a sale, securities that take cash leave a SAFE's capitalisation, as
                                the standard form says; standard: they keep their place in it */
    int discount_at_sale;    /* an unconverted SAFE or note asks for money / (1 - discount), not money */
    double price_units;      /* to a dollar, 10,000; 0 keeps prices exact */
};
extern const struct captable_conventions captable_standard;

struct captable_row {
    double paid;             /* dollars by this investor for everything it holds */
    double cost;             /* dollars that the row was sold for; of what converted, with interest */
    double claim;            /* dollars: SAFE amount, note principal, preference in all */
    double most;             /* dollars, preference and participation together; the claim if none */
    double shares;           /* of common into which the row converts; 0 while SAFE or note */
    double price;            /* conversion price; a warrant's exercise price */
    double resold;           /* common bought from founders */
    double cap, discount;    /* of SAFE and note; cap 0: none */
    double interest;         /* a year, simple */
    double qualified;        /* a note converts in a round of at least this amount */
    double pro_rata;         /* part of its pro-rata right that the investor takes up, 0..1 */
    int16_t month, maturity; /* of a note: sold, due */
    uint8_t kind, rank, participation, protection;
    uint8_t favoured;        /* SAFE: gets the best terms of later SAFEs */
    uint8_t converts;        /* note at maturity: converts, or is repaid */
    uint8_t round;           /* 1 is the first; whose class this is, or whose terms a note takes */
};

struct captable {
    double founders;         /* shares of founders who are there */
    double former;           /* of founders who left */
    double unissued;         /* pool that is not granted */
    double granted[CAPTABLE_GRANTS], strike[CAPTABLE_GRANTS]; /* options, by exercise price */
    double founded;          /* founders' shares that vest, of one founder */
    double price;            /* of the last round, 0 before the first */
    double followed[ROUNDS_MAX][CAPTABLE_ROWS]; /* part of a round's class held by another row */
    struct captable_row row[CAPTABLE_ROWS];
    int16_t vesting, cliff;  /* months since the founding */
    int8_t rows, rounds, people, grants;
    int8_t gave_way;         /* a round's terms asked for more than there was */
    int8_t class_of[ROUNDS_MAX]; /* row of a round's class */
};

struct captable_safe {
    double amount, cap, discount, pro_rata;
    int favoured;            /* most favoured nation */
    int rank;                /* for its money back, as in captable_round */
};

struct captable_note {
    double amount, cap, discount, interest, qualified, pro_rata;
    int month, maturity;
    int converts, round;     /* at maturity into that round's class (0, or not closed: common) */
};

struct captable_round {
    double amount, pre_money;
    double pool;             /* least share of the company afterwards that is unissued pool */
    double multiple;         /* of the preference */
    double limit;            /* LIMITED: multiple of the amount that ends participation */
    double pro_rata;
    int participation, protection;
    int rank;                /* 1 is paid first, equal ranks share; 0: before all others */
    int month;
};

/* Down to whole shares, by the rule above. */
static inline double captable_whole(double shares)
{
    return elementary_floor(elementary_clamp(shares, 0.0, 1e15) + 1e-6);
}

/* Founders with so many shares among them, equal parts, and an unissued pool that is `pool` of the
 * company. Shares vest month by month over `vesting` months, none before the cliff; 0: at once. */
void captable_found(struct captable *table, double shares, double pool, int people, int vesting,
                    int cliff);

/* One founder leaves; what is unvested returns to the company and is cancelled. Gives its shares. */
double captable_part(struct captable *table, int month);

/* Grants options out of the unissued pool, as many as there are. Gives how many. Past eight exercise
 * prices, the last two become one at their mean. */
double captable_grant(struct captable *table, double shares, double strike);

/* That part of all granted options returns to the pool, with staff who leave before exercising. */
void captable_forfeit(struct captable *table, double part);

/* Sells a SAFE (post-money), borrows on a note, or gives a lender warrants on common. Gives the row,
 * or -1, and nothing happens, when there are twelve. */
int captable_sell_safe(struct captable *table, const struct captable_safe *safe);
int captable_borrow(struct captable *table, const struct captable_note *note);
int captable_give_warrant(struct captable *table, double shares, double strike);

/* Closes a priced round. In this order, all at one price: earlier classes are protected against
 * dilution, all SAFEs and qualified notes convert, the pool is topped up before the money, the new
 * class is sold, and rights to a pro-rata part of it are taken up. pricing.h has the sums. Gives the
 * row, or -1 and nothing happens when there are twelve rows or ROUNDS_MAX rounds. */
int captable_close(struct captable *table, const struct captable_conventions *conventions,
                   const struct captable_round *round);

/* More of a row for its investor, and for those who hold parts of the class: preferred shares at `part`
 * of the row's price, on the class's terms, or a larger SAFE or note. Nobody is protected against it,
 * and nothing converts. A row that was repaid stays as it is. */
void captable_extend(struct captable *table, const struct captable_conventions *conventions, int row,
                     double amount, double part, int month);

/* Founders sell vested common to the investor of a row. Gives the dollars that they get. */
double captable_resell(struct captable *table, int row, double dollars, double price, int month);

/* Notes whose time has come convert at their cap (the last round's price, if none), or are repaid as
 * far as `cash` covers them one after the other; a note with nothing to convert at is repaid. What
 * is not repaid stays, and bears interest. Gives the dollars repaid. */
double captable_mature(struct captable *table, const struct captable_conventions *conventions,
                       int month, double cash);

/* Principal and simple interest of a note, by whole months; the claim of any other row. */
double captable_balance(const struct captable_row *row, int month);

/* All shares: common, options, warrants, preferred as converted. Neither unissued pool nor SAFEs and
 * notes that have not converted. */
double captable_outstanding(const struct captable *table);

/* How far caps are honoured: 1, or less where SAFEs together would own more than nine tenths. */
double captable_honoured(const struct captable *table);

/* Everybody's share of the company; they sum to one. SAFEs and notes count as converted at their cap
 * (without one, not at all). An investor's share holds all it owns. */
struct captable_shares {
    double founders, former, granted, unissued, investor[CAPTABLE_ROWS];
};
void captable_shares(const struct captable *table, int month, struct captable_shares *shares);

#endif
