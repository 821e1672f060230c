/* What one division of a price costs. */
#ifndef BENCH_WATERFALLS_H
#define BENCH_WATERFALLS_H

/* Nanoseconds a division, for a company with so many priced rounds (at most ROUNDS_MAX), two SAFEs
 * that converted and as many exercise prices as rounds, over prices from too little to enough for
 * all. */
double waterfalls_cost(int rounds);

#endif
