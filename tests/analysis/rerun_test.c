/* Whether two samples of the same worlds say the same: the error of what parts their quantiles, tried on
 * samples that are drawn again and again. */
#include "analysis/rerun.h"

#include "numerics/draws.h"
#include "report/runner.h"

#include <math.h>

enum { WORLDS = 2000, TRIALS = 400 };

static double normal(int place, int trial, int world)
{
    double u = draws_uniform(draws_threefry((uint64_t)trial, DRAWS_OTHER + (uint64_t)place, (uint64_t)world).first);
    draws_normals(&u, 1);
    return u;
}

/* Two samples with `luck` in common, the second `farther` up. */
static void draw(int trial, double luck, double farther, double *weighted, double *written)
{
    for (int w = 0; w < WORLDS; w++) {
        const double common = sqrt(luck) * normal(0, trial, w), own = sqrt(1.0 - luck);
        weighted[w] = common + own * normal(1, trial, w);
        written[w] = common + own * normal(2, trial, w) + farther;
    }
}

/* Whatever they have in common: the differences of equal ones vary by as much as their errors say. */
START_TEST(errors_are_those_of_the_worlds_they_share)
{
    static const double lucks[] = {0.0, 0.5, 0.9};
    static double weighted[WORLDS], written[WORLDS];
    for (int l = 0; l < 3; l++) {
        double squares[CALIBRATION_QUANTILES] = {0}, errors[CALIBRATION_QUANTILES] = {0};
        for (int t = 0; t < TRIALS; t++) {
            struct figure apart[CALIBRATION_QUANTILES];
            draw(t, lucks[l], 0.0, weighted, written);
            ck_assert(rerun_compare(weighted, written, WORLDS, apart));
            for (int q = 0; q < CALIBRATION_QUANTILES; q++) {
                squares[q] += apart[q].value * apart[q].value / TRIALS;
                errors[q] += apart[q].error * apart[q].error / TRIALS;
            }
        }
        /* A variance of 400 is known to 7%. */
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            ck_assert_double_eq_tol(squares[q] / errors[q], 1.0, 4.0 * sqrt(2.0 / TRIALS));
    }
}
END_TEST

/* A fifth of a deviation is six errors of 2,000 worlds; of a hundred effective ones it was none. */
START_TEST(what_is_coarser_is_found)
{
    static double weighted[WORLDS], written[WORLDS];
    struct calibration_again again = {.paths = WORLDS};
    for (int q = 0; q < CALIBRATION_QUANTILES; q++)
        again.weighted[q].error = again.written[q].error = 0.2;
    draw(1, 0.5, 0.2, weighted, written);
    ck_assert(rerun_compare(weighted, written, WORLDS, again.apart));
    ck_assert_double_gt(rerun_apart(&again), 3.0);
    ck_assert(rerun_compare(weighted, weighted, WORLDS, again.apart));
    ck_assert_double_eq(rerun_apart(&again), 0.0);
}
END_TEST

RUNNER_MAIN("rerun", errors_are_those_of_the_worlds_they_share, what_is_coarser_is_found)
