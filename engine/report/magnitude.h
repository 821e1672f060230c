/* A quantity of any unit in the words of the report: '$574k', '12%', '18 months', '0.6 per year'. */
#ifndef REPORT_MAGNITUDE_H
#define REPORT_MAGNITUDE_H

#include "model/field.h"
#include "report/words.h"

struct words magnitude_words(double value, enum unit unit);

/* Both ends of an interval, the unit once: '4 to 24 months'. */
struct words magnitude_interval(double low, double high, enum unit unit);

#endif
