/* Where failures lie: the box of inputs in which they are dense (PRIM, the patient rule induction method:
 * Friedman and Fisher 1999; coverage, density and the significance of a side: Bryant and Lempert 2010).
 * Pure: columns of numbers in, a box out; nothing is drawn, ties are kept together. */
#ifndef ANALYSIS_PRIM_H
#define ANALYSIS_PRIM_H

#include <stdbool.h>
#include <stdint.h>

enum { PRIM_SIDES = 4 }; /* inputs that a box restricts, at most */

/* A box holds no larger share of the cases: what is true of nearly all of them is no finding. */
#define PRIM_MASS_MOST 0.8

/* One input's part of a box: low <= value <= high. */
struct prim_side {
    int input;
    double low, high;    /* -INFINITY, INFINITY where open */
    double significance; /* chance of so many failures in the box if this side did not matter */
};

struct prim_count {
    int64_t cases, failures;       /* of all */
    int64_t inside, inside_failed; /* of those in the box */
};

struct prim_box {
    int sides; /* 0: none was found */
    struct prim_side side[PRIM_SIDES];
    struct prim_count search, held_out;
    double excess; /* one-sided chance of so many failures among the held-out cases in the box, if they
                      were as likely there as elsewhere */
};

/* Searches among cases 0 .. searched - 1 and tests on the rest, up to n: cases must be in no order.
 * value[input][case]. False when memory ran out. */
bool prim_find(const double *const *value, int inputs, const bool *failed, int64_t n, int64_t searched,
               struct prim_box *box);

/* Shares of the held-out cases: of failures, those in the box; of the box, those that failed; of all,
 * those in the box. NaN without any. */
double prim_coverage(const struct prim_count *count);
double prim_density(const struct prim_count *count);
double prim_mass(const struct prim_count *count);

/* Whether the box was found and holds on held-out cases: `excess` is below 2.5%. */
bool prim_survives(const struct prim_box *box);

#endif
