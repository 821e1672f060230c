/* Differences and levels of a measure in words: '+$1.2M', '−3.1 points', '14 months'. */
#ifndef REPORT_GAIN_H
#define REPORT_GAIN_H

#include "montecarlo/statistics.h"
#include "report/words.h"
#include "scenario/measure.h"

#include <stdbool.h>

struct words gain_words(const struct measure *measure, double gain);                /* signed */
struct words gain_interval(const struct measure *measure, struct figure gain);      /* 95%: '+$1.1M to +$1.3M' */
struct words gain_interval_of(const struct measure *measure, struct figure gain, double width); /* so many standard errors */
struct words gain_level(const struct measure *measure, double level);               /* '$1.2M', '31%', '14 months' */

/* A tick of an axis whose ticks are `step` apart, signed or not: enough digits to tell it from the next, and
 * '%' doubled, as gnuplot's formats want it. */
struct words gain_tick(const struct measure *measure, double tick, double step, bool signs);

#endif
