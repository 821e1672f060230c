/* Where a number comes from and how far that can be trusted: of a standard value its table says so,
 * of a value in a file the file's comments may.
 *
 *     accounts: 2000 to 8000     # recalled: user survey of 2012
 *     cash: $600k                # judgement
 *
 * 'verified', 'recalled' or 'judgement', alone or before ': source', grades the value of its line. A
 * line of its own that begins '# Grade: judgement' grades all other values of its file. */
#ifndef SCENARIO_PROVENANCE_H
#define SCENARIO_PROVENANCE_H

#include "model/field.h"
#include "scenario/scenario.h"

enum { PROVENANCE_UNGRADED = DEFINITION + 1, PROVENANCE_GRADES, PROVENANCE_SOURCE_MAX = 160 };

/* As `explain` has them; what a scenario sets without a grade is 'set by the scenario'. */
extern const char *const provenance_word[PROVENANCE_GRADES];

struct provenance {
    int grade; /* enum grade, or PROVENANCE_UNGRADED */
    char source[PROVENANCE_SOURCE_MAX];
    char written[PROVENANCE_SOURCE_MAX]; /* the value as its file has it; empty: not on one line of a file */
};

struct provenance_files; /* what has been read of files so far */

struct provenance_files *provenance_open(void); /* NULL when memory ran out */
void provenance_close(struct provenance_files *files);

/* Files that cannot be read any more grade nothing. */
struct provenance provenance_of(struct provenance_files *files, const struct assumption *assumption,
                                const struct field *field);

#endif
