/* What an account of a difference (analysis/why.h) says in words. */
#ifndef REPORT_WHY_WORDS_H
#define REPORT_WHY_WORDS_H

#include "analysis/why.h"
#include "report/words.h"

enum { WHY_WORDS_PARTS = 2 }; /* that a sentence has room for */

struct why_sentence {
    char text[1400];
};

void why_words_name(const struct why *why, int which, char *name, size_t size);

struct words why_words_gain(const struct why *why, double gain); /* signed: '+$1.2M', '−3.1 points', '+14 months' */
struct words why_words_interval(const struct why *why, struct figure gain); /* 95%: '+$1.1M to +$1.3M' */

/* 'In the mean of take_home First is $1.2M above Second: stages +$2.0M, funding plan −$0.6M', with the
 * largest clear parts, `named` at most. */
struct why_sentence why_words_verdict(const struct why *why, int named);

/* Which measure that is, and what the other one says: in how many worlds each of the two has more. */
struct why_sentence why_words_worlds(const struct why *why);

/* The verdict once more, of the mechanisms. */
struct why_sentence why_words_mechanisms(const struct why *why, int named);

/* The clear or the unclear parts of an account, with commas between; '' when there are none. */
struct why_sentence why_words_list(const struct why_account *account, bool clear);

/* How the parts were cut where they could not be taken apart. */
struct why_sentence why_words_cut(const struct why *why);

/* The parts by the size of what they bring, largest first; `order` has room for all of them. */
void why_words_order(const struct why_account *account, int *order);

#endif
