/* Where in the unit cube of uncertain parameters the paths stand: anywhere, one in each layer of
 * every axis (Latin hypercube), or on a Sobol sequence. A uniform number depends on the seed, the
 * path and the column alone, in whatever blocks, threads or order it is asked for. */
#ifndef MONTECARLO_DESIGN_H
#define MONTECARLO_DESIGN_H

#include "scenario/scenario.h"

#include <stdint.h>

/* GSL's Sobol sequence has 40 axes; asked for more, it answers with zeros and no error. */
enum { DESIGN_SOBOL_AXES = 40 };

struct design;        /* immutable, shared by threads */
struct design_cursor; /* the block of paths at which one thread stands */

/* Dimension i is `column[i]`. The design covers the paths 0 .. paths - 1, but never more than the
 * first 2^28; any other path gets plain draws. NULL when memory runs out. */
struct design *design_create(enum sampling sampling, uint64_t seed, int64_t paths, int dimensions,
                             const int *column);
void design_destroy(struct design *design); /* takes NULL */

struct design_cursor *design_cursor_create(const struct design *design);
void design_cursor_destroy(struct design_cursor *cursor); /* takes NULL */

/* Moves to the paths first .. first + n - 1, n <= LANES. Cheap when moving forward. */
void design_seek(const struct design *design, struct design_cursor *cursor, int64_t first, int n);

/* Uniform numbers in (0,1) of one dimension for the paths of the cursor. */
void design_uniforms(const struct design *design, struct design_cursor *cursor, int dimension,
                     double *u);

#endif
