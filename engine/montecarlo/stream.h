/* GSL's generators over draws with an address: a gsl_rng whose n-th number is a function of
 * (seed, path, n), so that anything GSL can draw can be drawn for one path, out of order. */
#ifndef MONTECARLO_STREAM_H
#define MONTECARLO_STREAM_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

/* Places of streams start here, above everything in numerics/draws.h; add the counter. Call k of
 * Threefry gives the numbers 2k and 2k + 1. */
#define STREAM_PLACES ((uint64_t)1 << 42)

/* NULL when memory runs out. The caller frees it with gsl_rng_free; gsl_rng_clone and
 * gsl_rng_memcpy copy the position, gsl_rng_set(rng, seed) restarts at path 0 of another seed. */
gsl_rng *stream_create(uint64_t seed, uint64_t path);

#endif
