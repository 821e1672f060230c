/* GSL's generators over draws with an address, against Random123's own Threefry. */
#include "fit.h"
#include "montecarlo/stream.h"
#include "numerics/draws.h"

#include <Random123/threefry.h>
#include <check.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

static threefry2x64_ctr_t reference(uint64_t seed, uint64_t place, uint64_t path)
{
    threefry2x64_ctr_t counter = {{path, 0}};
    threefry2x64_key_t key = {{seed, place}};
    return threefry2x64(counter, key);
}

START_TEST(draws_are_random123_s_threefry)
{
    const uint64_t value[] = {0, 1, 255, 0x123456789abcdef0, UINT64_MAX};
    for (int i = 0; i < 125; i++) {
        uint64_t seed = value[i % 5], place = value[i / 5 % 5], path = value[i / 25];
        struct draws_pair ours = draws_threefry(seed, place, path);
        threefry2x64_ctr_t theirs = reference(seed, place, path);
        ck_assert_uint_eq(ours.first, theirs.v[0]);
        ck_assert_uint_eq(ours.second, theirs.v[1]);
    }
}
END_TEST

START_TEST(a_stream_counts_through_the_words_of_its_path)
{
    gsl_rng *rng = stream_create(77, 1234);
    for (uint64_t count = 0; count < 50; count++) {
        uint64_t word = reference(77, STREAM_PLACES + count / 2, 1234).v[count % 2];
        ck_assert_uint_eq(gsl_rng_get(rng), word >> 32);
    }
    gsl_rng_free(rng);
}
END_TEST

START_TEST(uniform_numbers_are_never_zero_or_one)
{
    gsl_rng *rng = stream_create(1, 2);
    ck_assert_str_eq(gsl_rng_name(rng), "threefry2x64-20");
    ck_assert_uint_eq(gsl_rng_min(rng), 0);
    ck_assert_uint_eq(gsl_rng_max(rng), 0xffffffff);
    for (uint64_t count = 0; count < 1000; count++) {
        uint64_t word = reference(1, STREAM_PLACES + count / 2, 2).v[count % 2];
        double u = gsl_rng_uniform(rng);
        ck_assert(u > 0 && u < 1 && fabs(u - ldexp((double)word, -64)) < 1e-15);
    }
    gsl_rng_free(rng);
}
END_TEST

START_TEST(streams_of_other_paths_and_seeds_differ)
{
    gsl_rng *stream[] = {stream_create(1, 1), stream_create(1, 2), stream_create(2, 1)};
    for (int i = 0; i < 100; i++) {
        unsigned long a = gsl_rng_get(stream[0]), b = gsl_rng_get(stream[1]);
        unsigned long c = gsl_rng_get(stream[2]);
        ck_assert(a != b && a != c && b != c);
    }
    for (int i = 0; i < 3; i++)
        gsl_rng_free(stream[i]);
}
END_TEST

START_TEST(clones_go_on_where_the_stream_stood)
{
    gsl_rng *rng = stream_create(5, 6), *fresh = stream_create(5, 0);
    for (int i = 0; i < 7; i++)
        gsl_rng_get(rng);
    gsl_rng *clone = gsl_rng_clone(rng);
    for (int i = 0; i < 20; i++)
        ck_assert_uint_eq(gsl_rng_get(rng), gsl_rng_get(clone));
    gsl_rng_set(rng, 5);
    for (int i = 0; i < 20; i++)
        ck_assert_uint_eq(gsl_rng_get(rng), gsl_rng_get(fresh));
    gsl_rng_free(rng);
    gsl_rng_free(clone);
    gsl_rng_free(fresh);
}
END_TEST

static double gamma_share(double x, const void *law)
{
    (void)law;
    return gsl_cdf_gamma_P(x, 2.5, 3);
}

static double normal_share(double x, const void *law)
{
    (void)law;
    return gsl_cdf_ugaussian_P(x);
}

START_TEST(gsl_draws_its_distributions_from_it)
{
    enum { N = 50000 };
    static double normal[N], gamma[N];
    double count[10] = {0}, expected[10];
    gsl_rng *rng = stream_create(2024, 3);
    for (int i = 0; i < N; i++) {
        normal[i] = gsl_ran_gaussian_ziggurat(rng, 1);
        gamma[i] = gsl_ran_gamma(rng, 2.5, 3);
        count[gsl_rng_uniform_int(rng, 10)]++;
    }
    for (int k = 0; k < 10; k++)
        expected[k] = N / 10.0;
    ck_assert_double_le(fit_distance(normal, N, normal_share, NULL), FIT_FAR);
    ck_assert_double_le(fit_distance(gamma, N, gamma_share, NULL), FIT_FAR);
    ck_assert_double_ge(fit_chance(count, expected, 10), 1e-4);
    gsl_rng_free(rng);
}
END_TEST

/* The first numbers of many paths are as independent as the numbers of one. */
START_TEST(paths_are_independent)
{
    enum { N = 50000 };
    static double first[N];
    double product = 0, before = 0;
    for (int path = 0; path < N; path++) {
        gsl_rng *rng = stream_create(11, (uint64_t)path);
        first[path] = gsl_ran_ugaussian(rng);
        product += first[path] * before / N;
        before = first[path];
        gsl_rng_free(rng);
    }
    /* A correlation of nothing is normal with variance 1/N. */
    ck_assert_double_le(fabs(product), 4 / sqrt(N));
    ck_assert_double_le(fit_distance(first, N, normal_share, NULL), FIT_FAR);
}
END_TEST

int main(void)
{
    gsl_set_error_handler_off();
    Suite *suite = suite_create("stream");
    TCase *tests = tcase_create("stream");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, draws_are_random123_s_threefry);
    tcase_add_test(tests, a_stream_counts_through_the_words_of_its_path);
    tcase_add_test(tests, uniform_numbers_are_never_zero_or_one);
    tcase_add_test(tests, streams_of_other_paths_and_seeds_differ);
    tcase_add_test(tests, clones_go_on_where_the_stream_stood);
    tcase_add_test(tests, gsl_draws_its_distributions_from_it);
    tcase_add_test(tests, paths_are_independent);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
