/* A user's mistake, with its place. Complaints are collected, so that all of them are shown at
 * once; a scenario with one complaint is not run. */
#ifndef SCENARIO_COMPLAINT_H
#define SCENARIO_COMPLAINT_H

#include <stdbool.h>
#include <stdio.h>

/* Where in which file; line and column count from 1, in characters. Line 0: the file as a whole.
 * file NULL: no file at all. A --set has the file '--set' and its own number as line. */
struct place {
    const char *file;
    int line, column;
};

struct complaints; /* created empty; owns all its texts */

struct complaints *complaints_create(void);
void complaints_destroy(struct complaints *complaints);

/* Lets complaints about `file` quote its lines; of several texts the last one holds. Both strings are
 * copied. */
void complaints_source(struct complaints *complaints, const char *file, const char *text);

/* Adds 'error: …'. At most a hundred are kept; the rest is counted. */
__attribute__((format(printf, 3, 4)))
void complaints_add(struct complaints *complaints, struct place place, const char *format, ...);

/* The same, ending in a 'did you mean' when one of the candidates (NULL-terminated) is near. */
__attribute__((format(printf, 5, 6)))
void complaints_suggest(struct complaints *complaints, struct place place, const char *word,
                        const char *const *candidates, const char *format, ...);

/* How many different ones there are. */
int complaints_count(const struct complaints *complaints);

/* How often anybody complained, repetitions included: a reader that raised this has failed, even
 * if the same was said before. */
long complaints_heard(const struct complaints *complaints);

/* Prints all, sorted by file, line and column, each as
 *     file:line:column: error: message
 *       12 |   acounts: 4000
 *          |   ^
 * and, where there is one, a line 'did you mean …?'. `colour` uses ANSI colours. */
void complaints_print(const struct complaints *complaints, FILE *out, bool colour);

#endif
