/* Batches in a row tell one progress, which never goes back and ends at all of them. */
#include "analysis/series.h"

#include "montecarlo/machine.h"
#include "report/runner.h"

enum { PATHS = 64 };

struct heard {
    int64_t last, all;
    int falls;
};

static void hear(int64_t done, int64_t all, void *data)
{
    struct heard *heard = data;
    heard->falls += done < heard->last;
    heard->last = done;
    heard->all = all;
}

START_TEST(progress_is_that_of_all_batches)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load("scenarios/community-2007.yaml", NULL, 0, complaints);
    ck_assert_ptr_nonnull(scenario);
    struct heard heard = {0, 0, 0};
    const char *why;
    const struct batch_options options = {
        .threads = 2, .kernel = machine_kernel(&why), .progress = hear, .data = &heard};
    struct series series = {&options, 3 * PATHS, 0};
    struct batch *first = batch_create(scenario, 1, PATHS, complaints);
    struct batch *second = batch_create(scenario, 2, PATHS, complaints);
    ck_assert_int_eq(series_play(&series, first, PATHS, 1u), BATCH_DONE);
    ck_assert_int_eq(series.played, PATHS);
    ck_assert_int_eq(series_play(&series, second, PATHS, 3u), BATCH_DONE);
    ck_assert_int_eq(series.played, 3 * PATHS);
    ck_assert_int_eq(heard.falls, 0);
    ck_assert_int_eq(heard.all, 3 * PATHS);
    ck_assert_int_le(heard.last, 3 * PATHS);
    ck_assert(first->result[1][0].month == 0 && second->result[1][0].month > 0); /* only who was asked for */
    batch_destroy(first);
    batch_destroy(second);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}
END_TEST

RUNNER_MAIN("series", progress_is_that_of_all_batches)
