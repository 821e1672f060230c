/* What all captions have at hand, and the words they share. */
#ifndef REPORT_TELLING_H
#define REPORT_TELLING_H

#include "report/captions.h"
#include "report/reading.h"
#include "report/words.h"

enum { TELLING_NAME_SIZE = 256 };

struct telling {
    const struct summary *summary;
    struct reading reading;
    const struct strategy_summary *one, *other; /* the subject and its rival, or NULL */
    char subject[TELLING_NAME_SIZE], rival[TELLING_NAME_SIZE], raiser[TELLING_NAME_SIZE];
    struct words span; /* of the scenario: 10 years */
    double ems;        /* how wide a name may be */
    struct caption *caption;
};

__attribute__((format(printf, 2, 3))) void telling_title(const struct telling *tell,
                                                         const char *format, ...);
__attribute__((format(printf, 2, 3))) void telling_subtitle(const struct telling *tell,
                                                            const char *format, ...);
__attribute__((format(printf, 2, 3))) void telling_note(const struct telling *tell,
                                                        const char *format, ...);

/* '63 in 100' or, at the ends, 'every' and 'no': before a noun; and the noun. */
struct words telling_so_many(double share);
const char *telling_companies(double share);
const char *telling_teams(double share); /* of founders */

/* '36 in 100', 'none', 'all': after another so many. */
struct words telling_alone(double share);

/* When there are too few worlds for a verdict, makes that the title. */
bool telling_few_worlds(const struct telling *tell);

#endif
