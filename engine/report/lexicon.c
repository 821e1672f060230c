#include "report/lexicon.h"

#include <stddef.h>
#include <strings.h>

const struct lexicon_word lexicon[] = {
    {"shock", "stress", "a named hard time as data: a window of months, and what it sets or multiplies while it lasts"},
    {"box", "ruin", "at most four assumptions with bounds, in which failures are dense; found in one half of the worlds and "
                    "reported on the other"},
    {"density", "ruin", "of the worlds in a box, the share that fail"},
    {"coverage", "ruin", "of the worlds that fail, the share that lie in a box"},
    {"mass", "ruin", "of all worlds, the share that lie in a box"},
    {"regret", "optimise --choices", "what a choice lacks, on average, to what would have been best in each world; to the "
                                     "choice with the most in its scenario it is behind"},
    {"frontier", "optimise", "the tries that none beats in both: less chance of nothing, and more of what is maximised"},
    {"tornado", "sensitivity", "swings drawn as bars, the widest first: what the mean does when one assumption goes from its "
                               "10% to its 90% quantile in the same worlds"},
    {"swing", "sensitivity", "the difference of two means in the same worlds, one assumption at its 90% and at its 10% quantile"},
    {"Sobol index", "sensitivity", "the share of the variance of an outcome that an assumption explains, by itself (first) or "
                                   "with all that it acts with (total)"},
    {"luck", "sensitivity", "what months draw, whatever the assumptions: the spread that would remain if every assumption were known"},
    {"Shapley value", "why", "the share of a difference that a part is credited with: what it brings when it is swapped, averaged "
                             "over all orders, so that the parts add up to the whole"},
    {"crossing", "flip, map", "the value of an assumption at which the lead between two strategies changes hands"},
    {"not clear", "run, why, flip, map, stress, terms, optimise", "zero lies within the interval of the difference: nobody is said to be ahead"},
    {"interval", "why, stress, terms, sensitivity, optimise --choices", "where a figure lies, as far as so many worlds can tell; all intervals "
                 "of one table hold together in 95% of cases (Bonferroni), so that its length makes no false claim"},
    {NULL, NULL, NULL},
};

const struct lexicon_word *lexicon_find(const char *word)
{
    for (const struct lexicon_word *entry = lexicon; entry->word; entry++)
        if (strcasecmp(entry->word, word) == 0)
            return entry;
    return NULL;
}
