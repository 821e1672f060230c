/* Two numbers together: who is warned by both, or by one of them. The two, the way they are joined and their
 * thresholds are learned from one half of the cases; whether that is any better than one number is asked of
 * the other half. */
#ifndef ANALYSIS_PAIRING_H
#define ANALYSIS_PAIRING_H

#include "analysis/screening.h"

enum {
    PAIRING_CANDIDATES = 6, /* of what is claimed, those that tell best for sure */
    PAIRING_STEPS = 24      /* thresholds that are tried of each */
};

struct pairing {
    bool tried;              /* there were two to be joined; else nothing below is set */
    bool both;               /* warned is whom both warn of; else whom one does */
    struct screening_row sign[2]; /* of these only number, low_warns, nothing and threshold count */
    double youden_learned;
    struct figure youden;    /* held out */
    struct proportion caught, alarmed, struck;
    struct figure gain;      /* held out: youden beyond that of the best single number, in the same cases; of its
                                round threshold and its exact one, beyond which there is less of it */
    bool better;             /* the 95% interval of the gain lies above 0 */
};

/* The best claimed rows of a settled screening, best first; returns how many, up to PAIRING_CANDIDATES. */
int pairing_candidates(const struct screening *screening, const struct screening_row *rows[PAIRING_CANDIDATES]);

/* Joins two of the candidates: `values[c]` are those of rows[c], of every case. The screening's `event` and
 * `held` must still be there. */
struct pairing pairing_find(const struct screening *screening, const struct screening_row *const *rows,
                            const double *const *values, int candidates);

#endif
