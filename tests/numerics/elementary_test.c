/* Own elementary functions against the C library's and GSL's, to the documented errors. */
#include "montecarlo/machine.h"
#include "numerics/draws.h"
#include "numerics/elementary.h"
#include "numerics/normal.h"

#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

enum { POINTS = 1000000 };

static const char *const levels[] = {"v2", "v3", "v4"};
enum { LEVELS = sizeof levels / sizeof *levels };

/* A double with any sign, exponent and mantissa such that |x| lies in [low, high). */
static double log_uniform(gsl_rng *rng, double low, double high)
{
    return low * exp(gsl_rng_uniform(rng) * log(high / low));
}

START_TEST(exponential)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    double worst = 0.0;
    for (int i = 0; i < POINTS; i++) {
        double x = (2.0 * gsl_rng_uniform(rng) - 1.0) * (i % 2 ? 700.0 : 2.0);
        long double exact = expl((long double)x);
        worst = fmax(worst, (double)fabsl((elementary_exp(x) - exact) / exact));
    }
    printf("exp: largest relative error %.3g\n", worst);
    ck_assert_double_lt(worst, 4e-16);
    ck_assert_double_eq(elementary_exp(0.0), 1.0);
    ck_assert_double_eq(elementary_exp(1e9), elementary_exp(700.0));
    ck_assert_double_eq(elementary_exp(-1e9), elementary_exp(-700.0));
    ck_assert_double_gt(elementary_exp(-1e9), 0.0);
    ck_assert(isfinite(elementary_exp(1e9)));
    gsl_rng_free(rng);
}
END_TEST

START_TEST(logarithm)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    double worst = 0.0;
    for (int i = 0; i < POINTS; i++) {
        double x = i % 3 == 0   ? log_uniform(rng, 1e-300, 1e300)
                   : i % 3 == 1 ? log_uniform(rng, 0.5, 2.0)
                                : 1.0 + (gsl_rng_uniform(rng) - 0.5) * 1e-6;
        long double exact = logl((long double)x);
        double scale = fmax(1.0, (double)fabsl(exact));
        worst = fmax(worst, (double)fabsl(elementary_log(x) - exact) / scale);
    }
    printf("log: largest error %.3g\n", worst);
    ck_assert_double_lt(worst, 1e-15);
    ck_assert_double_eq(elementary_log(1.0), 0.0);
    gsl_rng_free(rng);
}
END_TEST

START_TEST(normal_quantile)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    const double ends = 5.820766091346741e-11; /* 2^-34 */
    double worst = 0.0;
    for (int i = 0; i < POINTS; i++) {
        double u = i % 2 ? gsl_rng_uniform_pos(rng) : log_uniform(rng, ends, 0.5);
        u = fmin(fmax(u, ends), 1.0 - ends);
        double exact = gsl_cdf_ugaussian_Pinv(u);
        if (exact != 0.0)
            worst = fmax(worst, fabs(elementary_normal_quantile(u) / exact - 1.0));
    }
    printf("normal quantile: largest relative error %.3g\n", worst);
    ck_assert_double_lt(worst, 1e-7);
    ck_assert_double_eq(elementary_normal_quantile(0.5), 0.0);
    ck_assert_double_eq(elementary_normal_quantile(0.0), elementary_normal_quantile(ends));
    ck_assert_double_eq(elementary_normal_quantile(1.0), elementary_normal_quantile(1.0 - ends));
    gsl_rng_free(rng);
}
END_TEST

START_TEST(central_intervals)
{
    ck_assert_double_eq_tol(NORMAL_80, gsl_cdf_ugaussian_Pinv(0.9), 1e-14);
    ck_assert_double_eq_tol(NORMAL_90, gsl_cdf_ugaussian_Pinv(0.95), 1e-14);
    ck_assert_double_eq_tol(NORMAL_95, gsl_cdf_ugaussian_Pinv(0.975), 1e-14);
}
END_TEST

/* Antithetic and mirrored draws rely on it. The middle of a 32-bit part has an exact mirror. */
START_TEST(normal_quantile_is_odd)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    int odd = 0;
    for (int i = 0; i < POINTS; i++) {
        double u = draws_uniform32(gsl_rng_get(rng));
        odd += elementary_normal_quantile(1.0 - u) == -elementary_normal_quantile(u);
    }
    ck_assert_int_eq(odd, POINTS);
    gsl_rng_free(rng);
}
END_TEST

START_TEST(floor_of_positive_numbers)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    int right = 0;
    for (int i = 0; i < POINTS; i++) {
        double x = log_uniform(rng, 1e-3, 4503599627370495.0);
        right += elementary_floor(x) == floor(x) && elementary_floor(floor(x)) == floor(x);
    }
    ck_assert_int_eq(right, POINTS);
    ck_assert_double_eq(elementary_floor(0.0), 0.0);
    ck_assert_double_eq(elementary_floor(nextafter(1.0, 0.0)), 0.0);
    gsl_rng_free(rng);
}
END_TEST

/* The kernel of one level, or NULL where the machine lacks it. */
static const struct kernel *kernel_of(const char *level)
{
    const char *why;
    setenv("PLAYBOOK_ISA", level, 1);
    const struct kernel *kernel = machine_kernel(&why);
    unsetenv("PLAYBOOK_ISA");
    return kernel;
}

/* Loops over lanes in every instruction set against the function of one number: the same bits. */
START_TEST(every_level_gives_the_same_bits)
{
    enum { N = 4096 };
    static double u[N], x[N], normals[N], exps[N];
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (int i = 0; i < N; i++) {
        u[i] = i % 2 ? gsl_rng_uniform_pos(rng) : log_uniform(rng, 1e-11, 0.5);
        x[i] = (2.0 * gsl_rng_uniform(rng) - 1.0) * 710.0;
    }
    for (int level = 0; level < LEVELS; level++) {
        const struct kernel *kernel = kernel_of(levels[level]);
        if (!kernel)
            continue;
        memcpy(normals, u, sizeof u);
        memcpy(exps, x, sizeof x);
        kernel->normals(normals, N);
        kernel->exps(exps, N);
        int same = 0;
        for (int i = 0; i < N; i++)
            same +=
                elementary_bits(normals[i]) == elementary_bits(elementary_normal_quantile(u[i])) &&
                elementary_bits(exps[i]) == elementary_bits(elementary_exp(x[i]));
        ck_assert_int_eq(same, N);
    }
    gsl_rng_free(rng);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("elementary");
    TCase *functions = tcase_create("functions");
    tcase_add_test(functions, exponential);
    tcase_add_test(functions, logarithm);
    tcase_add_test(functions, normal_quantile);
    tcase_add_test(functions, central_intervals);
    tcase_add_test(functions, normal_quantile_is_odd);
    tcase_add_test(functions, floor_of_positive_numbers);
    tcase_add_test(functions, every_level_gives_the_same_bits);
    suite_add_tcase(suite, functions);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
