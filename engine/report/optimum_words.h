/* What a search for the best levers (analysis/optimum.h) says in words. */
#ifndef REPORT_OPTIMUM_WORDS_H
#define REPORT_OPTIMUM_WORDS_H

#include "analysis/optimum.h"
#include "report/words.h"

struct optimum_sentence {
    char text[1400];
};

struct words optimum_words_aim(const struct optimum *optimum, double aim);

/* What is maximised: 'the mean of take_home'. */
struct words optimum_words_objective(const struct optimum *optimum);

/* 'playbook.marketing 3.1%, people.founder_pay 20%' of try number t, the strategy as it is for 0. */
struct optimum_sentence optimum_words_levers(const struct optimum *optimum, int t);

/* Without a full stop: 'No clear improvement: …'. */
struct optimum_sentence optimum_words_verdict(const struct optimum *optimum);

#endif
