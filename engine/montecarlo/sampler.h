/* Draws the uncertain parameters of a block of paths through the inverse of their distributions.
 *
 * A column's draw is addressed by (seed, path, column): the same key gets the same uniform number
 * in every strategy, so strategies differ only where they are written differently. */
#ifndef MONTECARLO_SAMPLER_H
#define MONTECARLO_SAMPLER_H

#include "model/parameters.h"
#include "scenario/complaint.h"
#include "scenario/scenario.h"

#include <stdint.h>

struct sampler; /* immutable once created, shared by threads */

/* Prepares quantile tables, the correlation factor and the sampling design for `paths` paths
 * (the design of Latin hypercubes depends on it). Complains about correlations that no joint
 * distribution can have. NULL after a complaint. The scenario must outlive the sampler. */
struct sampler *sampler_create(const struct scenario *scenario, uint64_t seed, int64_t paths,
                               struct complaints *complaints);
void sampler_destroy(struct sampler *sampler);

/* How many columns are uncertain in at least one strategy, and which. */
int sampler_dimensions(const struct sampler *sampler);
int sampler_column(const struct sampler *sampler, int dimension);

/* Fills all columns of `parameters` for `strategy` and the paths first .. first + n - 1 into
 * lanes 0 .. n - 1 (the rest of each column is filled with lane 0's value). Constants are written
 * too. Monthly fields get their median and spread. Every drawn value is clamped to the legal range
 * of its field. `workspace` is per thread, see sampler_workspace_create. */
struct sampler_workspace;
struct sampler_workspace *sampler_workspace_create(const struct sampler *sampler);
void sampler_workspace_destroy(struct sampler_workspace *workspace);
void sampler_fill(const struct sampler *sampler, struct sampler_workspace *workspace, int strategy,
                  int64_t first, int n, struct parameters *parameters);

/* Where the paths of a block begin whose companies share their worlds with others: what is drawn
 * for the funding climate, for the market, and for the company alone has an address each. */
struct sampler_paths {
    int64_t company, market, climate;
};

/* The same for such a block. When a correlation couples a field of the company with one that the
 * rivals' community lives by outside the section 'market', the latter follows the company. */
void sampler_fill_apart(const struct sampler *sampler, struct sampler_workspace *workspace,
                        int strategy, struct sampler_paths first, int n,
                        struct parameters *parameters);

#endif
