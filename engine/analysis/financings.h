/* Statistics of rounds: what they return, whether another follows, when, and at what price. */
#ifndef ANALYSIS_FINANCINGS_H
#define ANALYSIS_FINANCINGS_H

#include "analysis/sample.h"

/* Every round counts once; its multiple is what its investor got over what he paid, in later rounds
 * too; of what is private at the horizon, at its mark. */
struct sample financings_below(const struct sample_of *of);
struct sample financings_above(const struct sample_of *of);
struct sample financings_proceeds_above(const struct sample_of *of);
struct sample financings_below_change(const struct sample_of *of); /* paired, company by company; NaN
                                                                      when there are not as many */
struct sample financings_investor_multiple(const struct sample_of *of);

/* Times count from the first round. Who could not be watched so long does not count. */
struct sample financings_reached(const struct sample_of *of);
struct sample financings_graduation(const struct sample_of *of);
struct sample financings_graduation_falls(const struct sample_of *of);
struct sample financings_interval_ratio(const struct sample_of *of);

/* Prices of a share, from what the founders' shares, which stay as many, are worth at two priced
 * rounds in a row. Plans in which founders sell or buy shares would mislead it. */
struct sample financings_up_open(const struct sample_of *of);
struct sample financings_down(const struct sample_of *of);
struct sample financings_down_rise(const struct sample_of *of);

/* Dollars raised in months of shut climate over those of open climate, each over how often that
 * climate is. */
struct sample financings_dollars_ratio(const struct sample_of *of);

#endif
