#include "statistics/plain_steps.h"

#include <Random123/threefry.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* Above this mean the engine's counts are a documented approximation, repeated here, so that paths
 * with the same luck can be compared; tests/numerics holds it against the exact distribution. */
static const double largest_inverted_mean = 10.0;

/* The middle of one of 2^32 parts of (0,1). */
static double middle(uint64_t bits) { return ((double)(uint32_t)bits + 0.5) / 4294967296.0; }

static threefry2x64_ctr_t address(const struct plain_luck *luck, uint64_t place)
{
    threefry2x64_ctr_t counter = {{luck->path, 0}};
    threefry2x64_key_t key = {{luck->seed, place}};
    return threefry2x64(counter, key);
}

void plain_luck_begin(struct plain_luck *luck, int month)
{
    if (luck->rng)
        return;
    for (int d = 0; d < DRAWS; d += 4) {
        threefry2x64_ctr_t bits = address(luck, (uint64_t)month * DRAWS + (uint64_t)d);
        for (int k = 0; k < 4; k++)
            luck->uniform[d + k] = middle(bits.v[k / 2] >> (k % 2 ? 32 : 0));
    }
}

double plain_luck_first_uniform(struct plain_luck *luck)
{
    return luck->rng ? gsl_rng_uniform(luck->rng) : middle(address(luck, (uint64_t)1 << 41).v[0]);
}

double plain_luck_first_normal(struct plain_luck *luck)
{
    return luck->rng ? gsl_ran_gaussian(luck->rng, 1.0)
                     : gsl_cdf_ugaussian_Pinv(middle(address(luck, (uint64_t)1 << 41).v[1]));
}

double plain_luck_uniform(struct plain_luck *luck, enum draw what)
{
    return luck->rng ? gsl_rng_uniform_pos(luck->rng) : luck->uniform[what];
}

double plain_luck_normal(struct plain_luck *luck, enum draw what)
{
    return luck->rng ? gsl_ran_gaussian(luck->rng, 1.0)
                     : gsl_cdf_ugaussian_Pinv(luck->uniform[what]);
}

double plain_luck_size(struct plain_luck *luck, enum draw what, double chance)
{
    return luck->rng ? gsl_rng_uniform_pos(luck->rng) : luck->uniform[what] / chance;
}

double plain_luck_score(struct plain_luck *luck, enum draw what, double chance)
{
    return luck->rng ? gsl_ran_gaussian(luck->rng, 1.0)
                     : gsl_cdf_ugaussian_Pinv(luck->uniform[what] / chance);
}

/* A count's quantile from that of the normal distribution, corrected for skewness. */
static double wide_count(double u, double mean, double sd, double skewness)
{
    double z = gsl_cdf_ugaussian_Pinv(u);
    return floor(fmax(0.0, mean + sd * z + sd * skewness * (z * z - 1.0) / 6.0 + 0.5));
}

double plain_luck_poisson(struct plain_luck *luck, enum draw what, double mean)
{
    if (luck->rng)
        return gsl_ran_poisson(luck->rng, mean);
    double u = luck->uniform[what];
    if (mean > largest_inverted_mean)
        return wide_count(u, mean, sqrt(mean), 1.0 / sqrt(mean));
    unsigned count = 0;
    while (mean > 0.0 && gsl_cdf_poisson_P(count, mean) < u)
        count++;
    return count;
}

static double invert_binomial(double u, double trials, double chance)
{
    double mean = trials * chance;
    if (mean > largest_inverted_mean) {
        double sd = sqrt(mean * (1.0 - chance));
        return fmin(wide_count(u, mean, sd, (1.0 - 2.0 * chance) / sd), trials);
    }
    unsigned count = 0;
    while (count < trials && gsl_cdf_binomial_P(count, chance, (unsigned)trials) < u)
        count++;
    return count;
}

double plain_luck_binomial(struct plain_luck *luck, enum draw what, double trials, double chance)
{
    if (luck->rng)
        return gsl_ran_binomial(luck->rng, chance, (unsigned)trials);
    double u = luck->uniform[what];
    if (chance > 0.5)
        return trials - invert_binomial(1.0 - u, trials, 1.0 - chance);
    return invert_binomial(u, trials, chance);
}
