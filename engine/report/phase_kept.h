/* An unfinished map on disk: what its cells hold, bound to scenario, seed and request. */
#ifndef REPORT_PHASE_KEPT_H
#define REPORT_PHASE_KEPT_H

#include "analysis/phase.h"

#include <stdio.h>

/* The files' names in the output folder: the second is written before it takes the place of the first. */
#define PHASE_KEPT_NAME "unfinished.tsv"
#define PHASE_KEPT_PARTIAL "unfinished.partial"

/* Writes folder/unfinished.tsv, and makes the folder if it is missing. 0, or -1 after saying why. */
int phase_kept_write(const struct phase *phase, const char *folder, FILE *talk);

enum phase_kept { PHASE_KEPT_NONE, PHASE_KEPT_TAKEN, PHASE_KEPT_FOREIGN, PHASE_KEPT_FAILED };

/* Goes on from what the folder holds: fills the cells of an empty map. FOREIGN, after saying so, when
 * that is of another scenario, seed, version or request, or damaged; FAILED when it cannot be read. */
enum phase_kept phase_kept_read(struct phase *phase, const char *folder, FILE *talk);

/* Removes it; nothing happens when it is not there. */
void phase_kept_remove(const char *folder);

#endif
