/* Which of the known words was meant. */
#ifndef SCENARIO_NEAREST_H
#define SCENARIO_NEAREST_H

/* The candidate (list ends in NULL) that the fewest slips of the finger turn into `word`: a letter
 * missing, too many, wrong, or two swapped. NULL when none is near enough to be worth showing. */
const char *nearest_word(const char *word, const char *const *candidates);

#endif
