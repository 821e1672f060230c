/* Random numbers with an address: the generator against its known answers and its authors' own
 * header, counts against GSL's distributions, and nothing that depends on who else is drawing. */
#include "numerics/draws.h"

#include <Random123/threefry.h>
#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

/* Error allowed for GSL's cumulative distributions and the engine's sums of up to 64 terms. */
static const double rounding = 1e-12;

/* The smallest uniform number of 32 bits, and some above. */
static const double ends[] = {
    0.5 / 4294967296.0, 1.5 / 4294967296.0, 1e-9, 1e-8, 1e-7, 1.1e-6, 1e-5, 1e-3, 0.5};
enum { ENDS = sizeof ends / sizeof *ends };

/* How far the counts of large means may be off: by one, but for the outermost 1e-6. */
static double slack_at(double u) { return fmin(u, 1.0 - u) < 1e-6 ? 2.0 : 1.0; }

/* A probability below which a test statistic is not believed: seeds are fixed, so a pass stays. */
static const double significance = 1e-4;

START_TEST(threefry_known_answers)
{
    /* From kat_vectors of Random123 1.14: threefry2x64, 20 rounds. */
    struct draws_pair zero = draws_threefry(0, 0, 0);
    ck_assert_uint_eq(zero.first, 0xc2b6e3a8c2c69865u);
    ck_assert_uint_eq(zero.second, 0x6f81ed42f350084du);
    /* The other two have a second counter, which is always 0 here; they hold the header itself. */
    threefry2x64_ctr_t ones = {{UINT64_MAX, UINT64_MAX}},
                       pi = {{0x243f6a8885a308d3u, 0x13198a2e03707344u}};
    threefry2x64_key_t more_ones = {{UINT64_MAX, UINT64_MAX}};
    threefry2x64_key_t more_pi = {{0xa4093822299f31d0u, 0x082efa98ec4e6c89u}};
    ones = threefry2x64(ones, more_ones);
    pi = threefry2x64(pi, more_pi);
    ck_assert_uint_eq(ones.v[0], 0xe02cb7c4d95d277au);
    ck_assert_uint_eq(ones.v[1], 0xd06633d0893b8b68u);
    ck_assert_uint_eq(pi.v[0], 0x263c7d30bb0f0af1u);
    ck_assert_uint_eq(pi.v[1], 0x56be8361d3311526u);
}
END_TEST

static uint64_t bits64(gsl_rng *rng) { return (uint64_t)gsl_rng_get(rng) << 32 | gsl_rng_get(rng); }

START_TEST(threefry_of_its_authors)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    int same = 0;
    for (int i = 0; i < 100000; i++) {
        uint64_t seed = bits64(rng), place = bits64(rng), path = bits64(rng);
        threefry2x64_ctr_t counter = {{path, 0}};
        threefry2x64_key_t key = {{seed, place}};
        counter = threefry2x64(counter, key);
        struct draws_pair own = draws_threefry(seed, place, path);
        same += own.first == counter.v[0] && own.second == counter.v[1];
    }
    ck_assert_int_eq(same, 100000);
    gsl_rng_free(rng);
}
END_TEST

START_TEST(uniforms_lie_in_the_middle_of_their_part)
{
    ck_assert_double_eq(draws_uniform32(0), 0.5 / 4294967296.0);
    ck_assert_double_eq(draws_uniform32(0xffffffffu), 1.0 - 0.5 / 4294967296.0);
    ck_assert_double_eq(draws_uniform32(0x80000000u), (2147483648.0 + 0.5) / 4294967296.0);
    ck_assert_double_eq(draws_uniform32(0xdeadbeef00000000u),
                        draws_uniform32(0)); /* low bits alone */
    ck_assert_double_gt(draws_uniform(0), 0.0);
    ck_assert_double_lt(draws_uniform(UINT64_MAX), 1.0);
    ck_assert_double_eq(draws_uniform(0), 0.5 / 4503599627370496.0);
}
END_TEST

/* Draws of many paths from the middle of an array, and the same one by one. */
START_TEST(uniforms_have_addresses)
{
    enum { N = 83 };
    static double many[4][N + 8], one[4];
    uint64_t path[N + 8];
    for (int shift = 0; shift < 8; shift++) {
        for (int i = 0; i < N; i++)
            path[shift + i] = (uint64_t)(7 * i + 1000 * shift);
        draws_uniforms(42, 99, path + shift, N, many[0] + shift, many[1] + shift, many[2] + shift,
                       many[3] + shift);
        for (int i = 0; i < N; i++) {
            draws_uniforms(42, 99, &path[shift + i], 1, &one[0], &one[1], &one[2], &one[3]);
            for (int k = 0; k < 4; k++)
                ck_assert_double_eq(many[k][shift + i], one[k]);
        }
    }
}
END_TEST

/* Pearson's test of cell counts that should all be alike. */
static double chi_square_p(const int *count, int cells, double expected)
{
    double sum = 0.0;
    for (int c = 0; c < cells; c++)
        sum += (count[c] - expected) * (count[c] - expected) / expected;
    return gsl_cdf_chisq_Q(sum, cells - 1);
}

enum { PATHS = 1 << 16, CELLS = 64 };

static void fill(uint64_t seed, uint64_t place, double u[4][PATHS])
{
    static uint64_t path[PATHS];
    for (int i = 0; i < PATHS; i++)
        path[i] = (uint64_t)i;
    draws_uniforms(seed, place, path, PATHS, u[0], u[1], u[2], u[3]);
}

static double u0[4][PATHS], u1[4][PATHS];

/* In one, and in two dimensions: of one place with the next, of a path with the next, of one seed
 * with the next, and within a place. */
START_TEST(uniforms_fill_the_square)
{
    fill(1, 20, u0);
    fill(1, 21, u1);
    static double other_seed[4][PATHS];
    fill(2, 20, other_seed);
    static int count[5][CELLS * CELLS];
    int line[CELLS] = {0};
    for (int i = 0; i < PATHS; i++) {
        const double partner[5] = {u0[1][i], u0[3][i], u1[0][i], u0[0][(i + 1) % PATHS],
                                   other_seed[0][i]};
        int row = (int)(u0[0][i] * CELLS);
        line[row]++;
        for (int p = 0; p < 5; p++)
            count[p][row * CELLS + (int)(partner[p] * CELLS)]++;
    }
    ck_assert_double_gt(chi_square_p(line, CELLS, (double)PATHS / CELLS), significance);
    for (int p = 0; p < 5; p++)
        ck_assert_double_gt(chi_square_p(count[p], CELLS * CELLS, (double)PATHS / (CELLS * CELLS)),
                            significance);
}
END_TEST

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Kolmogorov and Smirnov: n draws lie nowhere further than 1.95/sqrt(n) from the diagonal, but for
 * one set in a thousand. */
START_TEST(uniforms_follow_the_diagonal)
{
    fill(3, 7, u0);
    for (int k = 0; k < 4; k++) {
        qsort(u0[k], PATHS, sizeof *u0[k], ascending);
        double worst = 0.0;
        for (int i = 0; i < PATHS; i++) {
            worst = fmax(worst, fabs(u0[k][i] - (double)i / PATHS));
            worst = fmax(worst, fabs(u0[k][i] - (double)(i + 1) / PATHS));
        }
        ck_assert_double_lt(worst, 1.95 / sqrt(PATHS));
    }
}
END_TEST

static double poisson(double u, double mean)
{
    double count;
    draws_poisson(&u, &mean, 1, &count);
    return count;
}

static double binomial(double u, double trials, double p)
{
    double count;
    draws_binomial(&u, &trials, &p, 1, &count);
    return count;
}

/* Cumulative probability of at most k, 0 for k < 0. */
static double poisson_P(double k, double mean)
{
    return k < 0.0 ? 0.0 : gsl_cdf_poisson_P((unsigned)k, mean);
}
static double binomial_P(double k, double trials, double p)
{
    return k < 0.0 ? 0.0 : gsl_cdf_binomial_P((unsigned)k, p, (unsigned)trials);
}

/* Whether u lies in the step of the cumulative distribution that leads to k. */
static void assert_poisson(double u, double mean, double slack)
{
    double k = poisson(u, mean);
    if (k != floor(k) || !(poisson_P(k - 1.0 - slack, mean) < u + rounding &&
                           u <= poisson_P(k + slack, mean) + rounding))
        ck_abort_msg("Poisson of mean %.17g at u = %.17g: %g", mean, u, k);
}

static void assert_binomial(double u, double trials, double p, double slack)
{
    double k = binomial(u, trials, p);
    if (k != floor(k) || k < 0.0 || k > trials ||
        !(binomial_P(k - 1.0 - slack, trials, p) < u + rounding &&
          u <= binomial_P(fmin(k + slack, trials), trials, p) + rounding))
        ck_abort_msg("binomial of %g trials at %.17g, u = %.17g: %g", trials, p, u, k);
}

START_TEST(poisson_inverts_small_means)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int i = 0; i < 300000; i++) {
        double mean = i % 2 ? 10.0 * gsl_rng_uniform_pos(rng) : exp(-20.0 * gsl_rng_uniform(rng));
        assert_poisson(draws_uniform32(gsl_rng_get(rng)), mean, 0.0);
    }
    for (int e = 0; e < ENDS; e++)
        for (double mean = 0.01; mean <= 10.0; mean += 0.01) {
            assert_poisson(ends[e], mean, 0.0);
            assert_poisson(1.0 - ends[e], mean, 0.0);
        }
    ck_assert_double_eq(poisson(1.0 - ends[0], 0.0), 0.0);
    gsl_rng_free(rng);
}
END_TEST

START_TEST(poisson_is_off_by_one_at_most)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int i = 0; i < 100000; i++)
        assert_poisson(0.5e-6 + 0.999999 * gsl_rng_uniform(rng),
                       10.0 + 5000.0 * pow(gsl_rng_uniform(rng), 3.0), 1.0);
    for (int e = 0; e < ENDS; e++)
        for (double mean = 10.01; mean <= 6000.0; mean *= 1.01) {
            assert_poisson(ends[e], mean, slack_at(ends[e]));
            assert_poisson(1.0 - ends[e], mean, slack_at(ends[e]));
        }
    gsl_rng_free(rng);
}
END_TEST

START_TEST(binomial_inverts_small_means)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int i = 0; i < 300000; i++) {
        double trials =
            floor(i % 2 ? 20.0 * gsl_rng_uniform(rng) : exp(8.0 * gsl_rng_uniform(rng)));
        double p = gsl_rng_uniform(rng);
        if (trials * fmin(p, 1.0 - p) > 10.0)
            p *= 10.0 / trials;
        assert_binomial(draws_uniform32(gsl_rng_get(rng)), trials, p, 0.0);
    }
    for (int e = 0; e < ENDS; e++)
        for (double p = 0.0; p <= 1.0; p += 0.005)
            for (double trials = 0.0; trials <= 20.0; trials += 1.0) {
                assert_binomial(ends[e], trials, p, 0.0);
                assert_binomial(1.0 - ends[e], trials, p, 0.0);
            }
    ck_assert_double_eq(binomial(ends[0], 7.0, 1.0), 7.0);
    ck_assert_double_eq(binomial(1.0 - ends[0], 7.0, 0.0), 0.0);
    gsl_rng_free(rng);
}
END_TEST

START_TEST(binomial_is_off_by_one_at_most)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int i = 0; i < 100000; i++) {
        double trials = floor(20.0 + 5000.0 * pow(gsl_rng_uniform(rng), 2.0)),
               p = gsl_rng_uniform(rng);
        assert_binomial(0.5e-6 + 0.999999 * gsl_rng_uniform(rng), trials, p, 1.0);
    }
    for (int e = 0; e < ENDS; e++)
        for (double trials = 21.0; trials <= 5000.0; trials = floor(trials * 1.2))
            for (double p = 0.01; p < 1.0; p += 0.01) {
                assert_binomial(ends[e], trials, p, slack_at(ends[e]));
                assert_binomial(1.0 - ends[e], trials, p, slack_at(ends[e]));
            }
    gsl_rng_free(rng);
}
END_TEST

/* What a lane gets does not depend on its neighbours, which may be large or small, nor on where it
 * stands. */
START_TEST(counts_have_no_neighbours)
{
    enum { N = 61 };
    static double u[N + 8], mean[N + 8], trials[N + 8], p[N + 8], counts[N + 8];
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int shift = 0; shift < 8; shift++)
        for (int n = 1; n <= N; n += 5) {
            for (int i = shift; i < shift + n; i++) {
                u[i] = gsl_rng_uniform_pos(rng);
                mean[i] = exp(6.0 * gsl_rng_uniform(rng) - 3.0);
                trials[i] = floor(exp(5.0 * gsl_rng_uniform(rng)) - 1.0);
                p[i] = gsl_rng_uniform(rng);
            }
            draws_poisson(u + shift, mean + shift, n, counts + shift);
            for (int i = shift; i < shift + n; i++)
                ck_assert_double_eq(counts[i], poisson(u[i], mean[i]));
            draws_binomial(u + shift, trials + shift, p + shift, n, counts + shift);
            for (int i = shift; i < shift + n; i++)
                ck_assert_double_eq(counts[i], binomial(u[i], trials[i], p[i]));
        }
    gsl_rng_free(rng);
}
END_TEST

/* Counts of addressed draws against the probabilities, cells of at least ten pooled. */
static void assert_frequencies(const double *count, int n, double (*pdf)(unsigned, double, double),
                               double a, double b)
{
    double sum = 0.0, cell = 0.0, seen = 0.0, left = n;
    int cells = 0, unseen = n;
    for (unsigned k = 0; unseen > 0 && k < 100000; k++) {
        double expected = n * pdf(k, a, b);
        for (int i = 0; i < n; i++)
            seen += count[i] == k;
        cell += expected;
        left -= expected;
        if (cell >= 10.0 && left >= 10.0) {
            sum += (seen - cell) * (seen - cell) / cell;
            unseen -= (int)seen;
            cells++;
            cell = seen = 0.0;
        } else if (left < 10.0) {
            cell += left;
            sum += (unseen - cell) * (unseen - cell) / cell;
            cells++;
            break;
        }
    }
    if (cells > 1)
        ck_assert_double_gt(gsl_cdf_chisq_Q(sum, cells - 1), significance);
}

static double poisson_pdf(unsigned k, double mean, double unused)
{
    (void)unused;
    return gsl_ran_poisson_pdf(k, mean);
}
static double binomial_pdf(unsigned k, double trials, double p)
{
    return gsl_ran_binomial_pdf(k, p, (unsigned)trials);
}

START_TEST(counts_follow_their_distribution)
{
    static double mean[PATHS], trials[PATHS], p[PATHS], count[PATHS];
    const double means[] = {0.01, 0.3, 2.0, 9.9};
    const double chances[] = {0.02, 0.3, 0.5, 0.77, 0.995};
    const double trial_counts[] = {1, 5, 20, 400};
    int place = 100;
    for (size_t m = 0; m < sizeof means / sizeof *means; m++) {
        fill(5, (uint64_t)place++, u0);
        for (int i = 0; i < PATHS; i++)
            mean[i] = means[m];
        draws_poisson(u0[1], mean, PATHS, count);
        assert_frequencies(count, PATHS, poisson_pdf, means[m], 0.0);
    }
    for (size_t c = 0; c < sizeof chances / sizeof *chances; c++)
        for (size_t t = 0; t < sizeof trial_counts / sizeof *trial_counts; t++) {
            if (trial_counts[t] * fmin(chances[c], 1.0 - chances[c]) > 10.0)
                continue;
            fill(5, (uint64_t)place++, u0);
            for (int i = 0; i < PATHS; i++) {
                trials[i] = trial_counts[t];
                p[i] = chances[c];
            }
            draws_binomial(u0[2], trials, p, PATHS, count);
            assert_frequencies(count, PATHS, binomial_pdf, trial_counts[t], chances[c]);
        }
}
END_TEST

/* Mean and standard deviation of the counts that evenly spread numbers give. */
static void moments(const double *count, double *mean, double *sd)
{
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < PATHS; i++)
        sum += count[i];
    *mean = sum / PATHS;
    for (int i = 0; i < PATHS; i++)
        squares += (count[i] - *mean) * (count[i] - *mean);
    *sd = sqrt(squares / PATHS);
}

/* Where counts are approximated, some 1.4% of them are off by one, half of them up and half of them
 * down: the mean stays, and the standard deviation rises by 0.7% at most. */
START_TEST(large_counts_keep_their_moments)
{
    static double u[PATHS], mean[PATHS], trials[PATHS], p[PATHS], count[PATHS];
    const double means[] = {10.1, 20.0, 100.0, 1500.0}, chances[] = {0.05, 0.5, 0.8};
    double m, sd;
    for (int i = 0; i < PATHS; i++)
        u[i] = (i + 0.5) / PATHS;
    for (size_t k = 0; k < sizeof means / sizeof *means; k++) {
        for (int i = 0; i < PATHS; i++)
            mean[i] = means[k];
        draws_poisson(u, mean, PATHS, count);
        moments(count, &m, &sd);
        /* The grid itself leaves out 1/PATHS of the tails. */
        ck_assert_double_eq_tol(m, means[k], 1e-3 * sqrt(means[k]));
        ck_assert_double_eq_tol(sd / sqrt(means[k]), 1.0, 0.008);
        for (size_t c = 0; c < sizeof chances / sizeof *chances; c++) {
            double rare = fmin(chances[c], 1.0 - chances[c]), n = ceil(means[k] / rare);
            for (int i = 0; i < PATHS; i++) {
                trials[i] = n;
                p[i] = chances[c];
            }
            draws_binomial(u, trials, p, PATHS, count);
            moments(count, &m, &sd);
            double exact = sqrt(n * chances[c] * (1.0 - chances[c]));
            ck_assert_double_eq_tol(m, n * chances[c], 1e-3 * exact);
            ck_assert_double_eq_tol(sd / exact, 1.0, 0.008);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("draws");
    TCase *generator = tcase_create("generator");
    tcase_add_test(generator, threefry_known_answers);
    tcase_add_test(generator, threefry_of_its_authors);
    tcase_add_test(generator, uniforms_lie_in_the_middle_of_their_part);
    tcase_add_test(generator, uniforms_have_addresses);
    tcase_add_test(generator, uniforms_fill_the_square);
    tcase_add_test(generator, uniforms_follow_the_diagonal);
    suite_add_tcase(suite, generator);
    TCase *counts = tcase_create("counts");
    tcase_add_test(counts, poisson_inverts_small_means);
    tcase_add_test(counts, poisson_is_off_by_one_at_most);
    tcase_add_test(counts, binomial_inverts_small_means);
    tcase_add_test(counts, binomial_is_off_by_one_at_most);
    tcase_add_test(counts, counts_have_no_neighbours);
    tcase_add_test(counts, counts_follow_their_distribution);
    tcase_add_test(counts, large_counts_keep_their_moments);
    suite_add_tcase(suite, counts);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
