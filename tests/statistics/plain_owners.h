/* Who owns the company of the plain program: its own cap table, its own sums.
 *
 * The engine solves the price of a round side by side, and the division of a sale bend by bend; here
 * both are found by bisection, on nothing but what each holder gets at a given price. */
#ifndef STATISTICS_PLAIN_OWNERS_H
#define STATISTICS_PLAIN_OWNERS_H

#include "model/parameters.h"

#include <stdbool.h>

enum plain_kind { PLAIN_PREFERRED, PLAIN_SAFE, PLAIN_NOTE, PLAIN_REPAID };

enum { PLAIN_OPTIONS = 128 };

/* What one investor bought first, and the rest that it holds. */
struct plain_security {
    enum plain_kind kind;
    double paid, dollars, most; /* dollars: amount of a SAFE or note, preference of a class */
    double cost, shares, price;
    double bought;              /* common, of founders */
    double cap, discount, interest, qualified, pro_rata;
    double part[ROUNDS_MAX];    /* of later classes, by their security */
    double repaid, proceeds;
    int since, due, rank, terms, participation, protection;
    bool favoured, converts;
};

struct plain_owners {
    double founders, founded, unissued, price;
    double option[PLAIN_OPTIONS], strike[PLAIN_OPTIONS];
    double warrant[ROUNDS_MAX], warrant_strike[ROUNDS_MAX];
    double sold, sold_present;
    int options, warrants, people, count, last; /* last: security of the last priced round, or -1 */
    double vesting, cliff;
    bool gave_way; /* a round's terms asked for more than there was */
    struct plain_security security[ROUNDS_MAX];
};

struct plain_given;
struct plain_round;

void plain_owners_found(struct plain_owners *owners, const struct plain_given *given);
/* Sells what a round offers, `months` after the start; a dollar is then worth `present`. */
void plain_owners_sell(struct plain_owners *owners, const struct plain_given *given,
                       const struct plain_round *round, double amount, double pre_money, int months,
                       double present);
/* A lender may buy for so many dollars at the last price. */
void plain_owners_warrant(struct plain_owners *owners, double dollars);
/* Those who bought last, unless they have been repaid, buy more of it at a part of their price. */
void plain_owners_extend(struct plain_owners *owners, double amount, double part, int months);
bool plain_owners_inside(const struct plain_owners *owners);
/* Grants and forfeits; `left` is the part of the staff that left. */
void plain_owners_staff(struct plain_owners *owners, const struct plain_given *given, double left);
/* Notes that are due. Gives what is repaid, and whether anything changed. */
double plain_owners_mature(struct plain_owners *owners, int months, double cash, bool *changed);
double plain_owners_balance(const struct plain_security *security, int months);
/* Shares of everybody, fully diluted. */
void plain_owners_shares(const struct plain_owners *owners, int months, double *founders,
                         double *pool, double *lenders, double investor[ROUNDS_MAX]);
/* Fills each security's proceeds. */
void plain_owners_divide(struct plain_owners *owners, const struct plain_given *given, double price,
                         int months, bool listing, double *founders, double *staff, double *lenders);

#endif
