/* Processor time, wall-clock time, and what many measurements of the same thing say. */
#ifndef BENCH_STOPWATCH_H
#define BENCH_STOPWATCH_H

enum { REPETITIONS_MAX = 64 };

double stopwatch_thread(void);  /* seconds this thread has computed */
double stopwatch_process(void); /* seconds all threads have computed */
double stopwatch_wall(void);    /* seconds */

/* Sorts the values. */
double stopwatch_median(double *value, int count);

/* Median of a[i] / b[i]: both of a pair were measured one after the other. */
double stopwatch_ratio(const double *a, const double *b, int count);

#endif
