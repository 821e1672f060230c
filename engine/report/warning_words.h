/* Early warnings in words. */
#ifndef REPORT_WARNING_WORDS_H
#define REPORT_WARNING_WORDS_H

#include "analysis/warning.h"
#include "report/words.h"

enum { WARNING_WORDS_SIZE = 512 };

extern const char *const warning_words_event[WARNING_EVENTS]; /* in data files: death, exit */

struct words warning_words_value(double value, enum unit unit, int digits); /* of 3 digits: $123k, 7.1 months */
struct words warning_words_rule(const struct warning *warning, const struct screening_row *row); /* below $120k, none */
struct words warning_words_share(const struct proportion *proportion); /* 41% (38–44) */
struct words warning_words_area(const struct screening_row *row);      /* 0.71 (0.70–0.73) */

/* 'runway below 7 months', 'no subscribers'. */
void warning_words_sign(const struct warning *warning, const struct screening_row *row, char *text, size_t size);

/* 'closed by month 60'; 'sold or listed by month 60 with take_home of at least $1.0M'. */
void warning_words_happens(const struct warning *warning, enum warning_event event, char *text, size_t size);

/* The claim of a row as a sentence. */
void warning_words_claim(const struct warning *warning, enum warning_event event, const struct screening *screening,
                         const struct screening_row *row, char *text, size_t size);

/* The same of two figures that tell better than one. */
void warning_words_pair(const struct warning *warning, enum warning_event event, const struct screening *screening,
                        const struct pairing *pairing, char *text, size_t size);

/* Why nothing is claimed, or NULL: too few events, too few who escape, nothing that clearly tells. */
const char *warning_words_silence(const struct screening *screening);

#endif
