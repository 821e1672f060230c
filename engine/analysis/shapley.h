/* Who of several players brought what, when they act together: each one's gain, averaged over all orders
 * in which they might have come (Shapley 1953). The gains of all players add up to what all together
 * have more than nobody; a player who never changes anything gets nothing; equals get the same. */
#ifndef ANALYSIS_SHAPLEY_H
#define ANALYSIS_SHAPLEY_H

#include <stdint.h>

enum { SHAPLEY_PLAYERS_MAX = 12 };

/* A set of players is a number whose bit i is set when player i is in it. Adds, path by path, what the
 * values of one set say to the gain of every player; once each of the 2^players sets was added, `gain`,
 * which begins with zeros, holds [players][paths] gains. */
void shapley_add(int players, unsigned set, const double *value, int64_t paths, double *const *gain);

#endif
