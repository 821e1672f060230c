/* Statistics of how companies end: survival, sales, listings, and what they were like then. */
#ifndef ANALYSIS_FATES_H
#define ANALYSIS_FATES_H

#include "analysis/sample.h"

struct sample fates_survival(const struct sample_of *of);
struct sample fates_yearly_survival_least(const struct sample_of *of);
struct sample fates_yearly_survival_most(const struct sample_of *of);

/* So long after the first round; companies that could not be watched so long do not count. */
struct sample fates_listed(const struct sample_of *of);
struct sample fates_sold(const struct sample_of *of);
struct sample fates_dead_or_orphaned(const struct sample_of *of);
struct sample fates_valued_at(const struct sample_of *of);

struct sample fates_age_at_listing(const struct sample_of *of);
struct sample fates_loss_at_listing(const struct sample_of *of);
struct sample fates_capital_at_listing(const struct sample_of *of);

/* Prices are of companies sold as going concerns, free of cash and debt. */
struct sample fates_exit_ratio(const struct sample_of *of);

struct sample fates_same_distribution(const struct sample_of *of);
struct sample fates_founders_empty_change(const struct sample_of *of); /* as financings_below_change */

#endif
