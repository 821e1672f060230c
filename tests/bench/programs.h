/* Whole runs in a process of their own: what a program costs from start to end, and what memory a
 * batch needs at its peak. */
#ifndef BENCH_PROGRAMS_H
#define BENCH_PROGRAMS_H

#include "montecarlo/batch.h"

#include <stdint.h>

/* Where `name` stands: what the environment's `variable` says, or beside this program. NULL when
 * there is nothing that can be run. The text is static. */
const char *programs_find(const char *variable, const char *self, const char *name);

/* Runs 'program run FILE --paths N --threads 1 --quiet' and throws away what it says. Seconds of
 * processor time and of wall-clock time; false when it failed. */
bool programs_run(const char *program, const char *file, int64_t paths, double *processor,
                  double *wall);

/* Peak megabytes of a process that plays a batch and keeps it; negative when it failed. */
double programs_peak(const struct scenario *scenario, int64_t paths,
                     const struct batch_options *options);

#endif
