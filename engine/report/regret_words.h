/* What choices in several scenarios (analysis/regret.h) come to, in words. */
#ifndef REPORT_REGRET_WORDS_H
#define REPORT_REGRET_WORDS_H

#include "analysis/regret.h"
#include "report/words.h"

struct regret_sentence {
    char text[1200];
};

/* Of a scenario, as it calls itself or as the file of choices calls it. */
const char *regret_words_scenario(const struct regret *regret, int s);

/* Whether nothing is clearly ahead of a choice in any scenario. */
bool regret_words_is_never_behind(const struct regret *regret, int c);

/* What is lacked: '$1.5M', '27 points'. */
struct words regret_words_lack(const struct regret *regret, double behind);

/* '+$756k to +$2.6M'; 'too few differ' where an interval is not known. */
struct words regret_words_interval(const struct regret *regret, const struct paired *behind);

/* The finding, without a full stop: a best choice only where it is clear in every scenario. Names are cut at
 * so many ems. */
struct regret_sentence regret_words_verdict(const struct regret *regret, double ems);

/* What the figures are, and how far they are sure; without a full stop. */
struct regret_sentence regret_words_note(const struct regret *regret);

#endif
