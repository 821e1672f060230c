#include "montecarlo/stream.h"

#include "numerics/draws.h"

struct stream {
    uint64_t seed, path, counter;
    uint64_t second; /* the half of the last call that is not used yet, when the count is odd */
};

static uint64_t next(struct stream *stream)
{
    uint64_t count = stream->counter++;
    if (count % 2 == 1)
        return stream->second;
    struct draws_pair bits = draws_threefry(stream->seed, STREAM_PLACES + count / 2, stream->path);
    stream->second = bits.second;
    return bits.first;
}

/* 32 bits are what GSL's integer functions expect of a generator; the upper ones. */
static unsigned long next_integer(void *state) { return (unsigned long)(next(state) >> 32); }

static double next_double(void *state) { return draws_uniform(next(state)); }

static void restart(void *state, unsigned long seed)
{
    *(struct stream *)state = (struct stream){.seed = seed};
}

static const gsl_rng_type stream_type = {
    "threefry2x64-20", 0xffffffffUL, 0, sizeof(struct stream), restart, next_integer, next_double};

gsl_rng *stream_create(uint64_t seed, uint64_t path)
{
    gsl_rng *rng = gsl_rng_alloc(&stream_type);
    if (rng)
        *(struct stream *)gsl_rng_state(rng) = (struct stream){.seed = seed, .path = path};
    return rng;
}
