#include "numerics/draws.h"

/* Lanes that leave an inversion together: enough wide registers that one's latency is another's work
 * (32 measured 10% faster than 8). The result does not depend on it. */
enum { GROUP = 32, LARGEST_INVERTED_MEAN = 10, STEPS_MAX = 64 };

void draws_uniforms(uint64_t seed, uint64_t place, const uint64_t *restrict path, int n,
                    double *restrict u0, double *restrict u1, double *restrict u2,
                    double *restrict u3)
{
    for (int i = 0; i < n; i++) {
        struct draws_pair bits = draws_threefry(seed, place, path[i]);
        u0[i] = draws_uniform32(bits.first);
        u1[i] = draws_uniform32(bits.first >> 32);
        u2[i] = draws_uniform32(bits.second);
        u3[i] = draws_uniform32(bits.second >> 32);
    }
}

void draws_normals(double *restrict u, int n)
{
    for (int i = 0; i < n; i++)
        u[i] = elementary_normal_quantile(u[i]);
}

/* Quantile of a count with this mean, standard deviation and skewness, from a normal score. */
static inline double cornish_fisher(double u, double mean, double sd, double skewness)
{
    double z = elementary_normal_quantile(u);
    double x = mean + sd * (z + (z * z - 1.0) * skewness * (1.0 / 6.0)) + 0.5;
    return elementary_floor(elementary_max(x, 0.0));
}

/* Counts steps of the cumulative distribution that lie below u. A lane that is done is not
 * disturbed by further steps, because its u stays below the sum. */
static void invert_poisson(const double u[GROUP], const double mean[GROUP], double count[GROUP])
{
    double term[GROUP], sum[GROUP];
    for (int j = 0; j < GROUP; j++) {
        term[j] = elementary_exp(-mean[j]);
        sum[j] = term[j];
        count[j] = 0.0;
    }
    for (int k = 1; k < STEPS_MAX; k++) {
        uint64_t open = 0; /* or, unlike +, has no order that a vector would have to keep */
        double factor = 1.0 / k;
        for (int j = 0; j < GROUP; j++) {
            double below = u[j] > sum[j] ? 1.0 : 0.0;
            open |= elementary_bits(below);
            count[j] += below;
            term[j] *= mean[j] * factor;
            sum[j] += term[j];
        }
        if (!open)
            return;
    }
}

void draws_poisson(const double *restrict u, const double *restrict mean, int n,
                   double *restrict count)
{
    for (int i = 0; i < n; i += GROUP) {
        double group_u[GROUP] = {0}, group_mean[GROUP] = {0}, small[GROUP], result[GROUP];
        int m = n - i < GROUP ? n - i : GROUP;
        uint64_t large = 0;
        for (int j = 0; j < m; j++) {
            group_u[j] = u[i + j];
            group_mean[j] = mean[i + j];
        }
        for (int j = 0; j < GROUP; j++) {
            large |= elementary_bits(group_mean[j] > LARGEST_INVERTED_MEAN ? 1.0 : 0.0);
            small[j] = elementary_min(group_mean[j], LARGEST_INVERTED_MEAN);
        }
        invert_poisson(group_u, small, result);
        if (large)
            for (int j = 0; j < GROUP; j++) {
                double sd = sqrt(elementary_max(group_mean[j], 1.0));
                double wide = cornish_fisher(group_u[j], group_mean[j], sd, 1.0 / sd);
                result[j] = group_mean[j] > LARGEST_INVERTED_MEAN ? wide : result[j];
            }
        for (int j = 0; j < m; j++)
            count[i + j] = result[j];
    }
}

/* Steps through the binomial with p <= 1/2 and a mean of at most ten. */
static void invert_binomial(const double u[GROUP], const double trials[GROUP],
                            const double p[GROUP], double count[GROUP])
{
    double term[GROUP], sum[GROUP], odds[GROUP];
    for (int j = 0; j < GROUP; j++) {
        term[j] = elementary_exp(trials[j] * elementary_log(1.0 - p[j]));
        sum[j] = term[j];
        odds[j] = p[j] / (1.0 - p[j]);
        count[j] = 0.0;
    }
    for (int k = 1; k < STEPS_MAX; k++) {
        uint64_t open = 0;
        double factor = 1.0 / k;
        for (int j = 0; j < GROUP; j++) {
            double room = count[j] < trials[j] ? 1.0 : 0.0;
            double below = u[j] > sum[j] ? room : 0.0;
            open |= elementary_bits(below);
            count[j] += below;
            term[j] *= odds[j] * elementary_max(trials[j] - (k - 1), 0.0) * factor;
            sum[j] += term[j];
        }
        if (!open)
            return;
    }
}

void draws_binomial(const double *restrict u, const double *restrict trials,
                    const double *restrict p, int n, double *restrict count)
{
    for (int i = 0; i < n; i += GROUP) {
        double group_u[GROUP] = {0}, group_n[GROUP] = {0}, group_p[GROUP] = {0};
        double rare[GROUP], small[GROUP], result[GROUP];
        int m = n - i < GROUP ? n - i : GROUP;
        uint64_t large = 0, any = 0;
        for (int j = 0; j < m; j++) {
            /* Count the rarer of success and failure; failures come from the other end of u. */
            group_p[j] = p[i + j] > 0.5 ? 1.0 - p[i + j] : p[i + j];
            group_u[j] = p[i + j] > 0.5 ? 1.0 - u[i + j] : u[i + j];
            group_n[j] = trials[i + j];
            any |= elementary_bits(trials[i + j]);
        }
        for (int j = 0; j < GROUP; j++) {
            double wide = group_n[j] * group_p[j] > LARGEST_INVERTED_MEAN ? 1.0 : 0.0;
            large |= elementary_bits(wide);
            small[j] = wide > 0.0 ? 0.0 : group_n[j];
            rare[j] = result[j] = 0.0;
        }
        if (any)
            invert_binomial(group_u, small, group_p, rare);
        if (large)
            for (int j = 0; j < GROUP; j++) {
                double mean = group_n[j] * group_p[j];
                double sd = sqrt(elementary_max(mean * (1.0 - group_p[j]), 1e-9));
                double wide = cornish_fisher(group_u[j], mean, sd, (1.0 - 2.0 * group_p[j]) / sd);
                rare[j] = mean > LARGEST_INVERTED_MEAN ? elementary_min(wide, group_n[j]) : rare[j];
            }
        for (int j = 0; j < m; j++)
            count[i + j] = p[i + j] > 0.5 ? trials[i + j] - rare[j] : rare[j];
    }
}
