/* Random numbers with an address instead of a state.
 *
 * Every draw is a function of (seed, path, place), where a place is a month and a purpose, or a
 * parameter's column. So all strategies meet the same world whatever they do, and the number of
 * threads, lanes or paths changes nothing. The function is Threefry2x64 with 20 rounds (Salmon,
 * Moraes, Dror, Shaw, SC 2011), which needs only additions, rotations and xor. */
#ifndef NUMERICS_DRAWS_H
#define NUMERICS_DRAWS_H

#include "numerics/elementary.h"

#include <stdint.h>

struct draws_pair {
    uint64_t first, second;
};

/* Places of parameters start here, above those of any month; add the column. */
#define DRAWS_PARAMETERS ((uint64_t)1 << 40)
/* Places of anything else that a caller wants to keep apart from both. */
#define DRAWS_OTHER ((uint64_t)1 << 41)

/* Who draws there, as offsets: one list, so that whoever joins meets nobody unawares. Who is counted takes as
 * many places as he counts. At 0 they are several, apart by seed or by bits. */
enum draws_user {
    DRAWS_START = 0,           /* what the world is like when it begins; the seed of the worlds, the lower halves of bits */
    DRAWS_OBSERVING = 0,       /* errors of observations, counted; the same seed, the upper parts of bits */
    DRAWS_RESAMPLING = 0,      /* rows of resamples, counted; a seed of no worlds */
    DRAWS_SECOND_SEED = 0,     /* the seed of other worlds, at the address of path 1 */
    DRAWS_SHUFFLING = 0,       /* the order of companies; seed 1, at the addresses of paths */
    DRAWS_SEARCHING = 1,       /* steps of a search */
    DRAWS_FRESH_SEED = 2,      /* the seed of worlds that a search has not seen */
    DRAWS_HINDSIGHT = 1000,    /* errors of observations to come, counted */
    DRAWS_CHOOSING = 1 << 20   /* companies of a fund, counted */
};

static inline uint64_t draws_rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

/* Threefry2x64-20 of counter (path, 0) under the key (seed, place). */
static inline struct draws_pair draws_threefry(uint64_t seed, uint64_t place, uint64_t path)
{
    const uint64_t key[3] = {seed, place, 0x1bd11bdaa9fc1a22u ^ seed ^ place};
    uint64_t a = path + key[0], b = key[1];
#define DRAWS_ROUND(by) a += b, b = draws_rotate(b, by) ^ a
#define DRAWS_FOUR(r0, r1, r2, r3, i, j, count)                                                     \
    DRAWS_ROUND(r0), DRAWS_ROUND(r1), DRAWS_ROUND(r2), DRAWS_ROUND(r3), a += key[i],                \
        b += key[j] + count
    DRAWS_FOUR(16, 42, 12, 31, 1, 2, 1);
    DRAWS_FOUR(16, 32, 24, 21, 2, 0, 2);
    DRAWS_FOUR(16, 42, 12, 31, 0, 1, 3);
    DRAWS_FOUR(16, 32, 24, 21, 1, 2, 4);
    DRAWS_FOUR(16, 42, 12, 31, 2, 0, 5);
#undef DRAWS_FOUR
#undef DRAWS_ROUND
    return (struct draws_pair){a, b};
}

/* The middle of one of 2^32 equal parts of (0,1); exact, and never 0 or 1. */
static inline double draws_uniform32(uint64_t bits32)
{
    double shifted = elementary_from_bits((bits32 & 0xffffffffu) | 0x4330000000000000u);
    return ((shifted - 4503599627370496.0) + 0.5) * (1.0 / 4294967296.0);
}

/* The middle of one of 2^52 equal parts of (0,1). */
static inline double draws_uniform(uint64_t bits)
{
    double shifted = elementary_from_bits((bits >> 12) | 0x3ff0000000000000u);
    return (shifted - 1.0) + 0.5 / 4503599627370496.0;
}

/* The place of `user`, or of the `count`-th that he counts. */
static inline uint64_t draws_place(enum draws_user user, int64_t count)
{
    return DRAWS_OTHER + (uint64_t)user + (uint64_t)count;
}

/* Four uniform numbers for each of n paths, of 32 bits each. */
void draws_uniforms(uint64_t seed, uint64_t place, const uint64_t *path, int n, double *u0,
                    double *u1, double *u2, double *u3);

/* In place: uniform -> standard normal. */
void draws_normals(double *u, int n);

/* Poisson counts with the given means by inversion of u. Exact to double rounding up to a mean of
 * 10; above, the Cornish-Fisher quantile, which the tests hold within one of the
 * exact count, and within two where u is closer than 1e-6 to an end. Means are >= 0. */
void draws_poisson(const double *u, const double *mean, int n, double *count);

/* Binomial counts of `trials` (integers >= 0) with probability p in [0,1] by inversion of u; above
 * a mean of 10 from either end by the Cornish-Fisher quantile. */
void draws_binomial(const double *u, const double *trials, const double *p, int n, double *count);

#endif
