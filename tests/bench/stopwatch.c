#include "bench/stopwatch.h"

#include <stdlib.h>
#include <time.h>

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

double stopwatch_thread(void) { return now(CLOCK_THREAD_CPUTIME_ID); }
double stopwatch_process(void) { return now(CLOCK_PROCESS_CPUTIME_ID); }
double stopwatch_wall(void) { return now(CLOCK_MONOTONIC); }

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double stopwatch_median(double *value, int count)
{
    qsort(value, (size_t)count, sizeof *value, ascending);
    return count % 2 ? value[count / 2] : 0.5 * (value[count / 2 - 1] + value[count / 2]);
}

double stopwatch_ratio(const double *a, const double *b, int count)
{
    double ratio[REPETITIONS_MAX];
    for (int i = 0; i < count; i++)
        ratio[i] = a[i] / b[i];
    return stopwatch_median(ratio, count);
}
