/* Inheritance. What is written later lies over what was written before: mappings merge key by key,
 * lists and values replace, and each value keeps its own place. The same rule serves `extends:`,
 * a strategy's changes to the scenario's sections, and --set. */
#ifndef SCENARIO_OVERLAY_H
#define SCENARIO_OVERLAY_H

#include "scenario/grammar.h"
#include "scenario/loading.h"
#include "scenario/node.h"

enum { OVERLAY_DEPTH_MAX = 16 };

/* The files that lead to what is being read, the nearest first. */
struct overlay_chain {
    const struct library_file *file;
    const struct overlay_chain *before;
};

/* Lays `over` over `base` (NULL: nothing), following every reference to other files in `over`.
 * What comes back has only legal keys, no references, and lists, mappings and scalars where they
 * belong, or mistake nodes where they did not. NULL: nothing is left, as after 'funding: none'. */
const struct node *overlay_apply(const struct loading *loading, struct slot slot,
                                 const struct node *base, const struct node *over,
                                 const struct overlay_chain *chain);

#endif
