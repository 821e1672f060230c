#include "report/reading.h"

#include "report/words.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

struct comparison reading_compare(const struct summary *summary, int a, int b)
{
    for (int i = 0; i < summary->pairs; i++) {
        const struct pair_summary *pair = &summary->pair[i];
        if (pair->a == a && pair->b == b)
            return (struct comparison){a,
                                       b,
                                       pair->a_wins,
                                       pair->b_wins,
                                       pair->ties,
                                       pair->median_difference,
                                       pair->mean_difference,
                                       pair->clear,
                                       pair,
                                       false};
        if (pair->a == b && pair->b == a)
            return (struct comparison){
                a,
                b,
                pair->b_wins,
                pair->a_wins,
                pair->ties,
                {-pair->median_difference.value, pair->median_difference.error},
                {-pair->mean_difference.value, pair->mean_difference.error},
                pair->clear,
                pair,
                true};
    }
    assert(!"every pair is in the summary");
    return (struct comparison){.a = a, .b = b};
}

const struct figure *reading_median(const struct strategy_summary *strategy)
{
    return &strategy->founder_quantile[SUMMARY_MEDIAN];
}

const struct quarter *reading_last_quarter(const struct strategy_summary *strategy)
{
    return strategy->quarters > 0 ? &strategy->quarter[strategy->quarters - 1] : NULL;
}

struct figure reading_open(const struct summary *summary, int strategy)
{
    const struct strategy_summary *one = &summary->strategy[strategy];
    int end = summary->scenario->horizon;
    return (struct figure){one->open[end], one->open_error[end]};
}

bool reading_differ(struct figure a, struct figure b)
{
    double error = hypot(isnan(a.error) ? 0 : a.error, isnan(b.error) ? 0 : b.error);
    return fabs(a.value - b.value) > words_margin(error);
}

int reading_best_for_founder(const struct summary *summary)
{
    int best = 0;
    for (int i = 1; i < summary->strategies; i++)
        if (summary->strategy[i].certain.value > summary->strategy[best].certain.value)
            best = i;
    return best;
}

int reading_best_for_investors(const struct summary *summary)
{
    int best = -1;
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        if (reading_raises(one) && isfinite(one->multiple.value) &&
            (best < 0 || one->multiple.value > summary->strategy[best].multiple.value))
            best = i;
    }
    return best;
}

double reading_founder(const struct summary *summary, int column)
{
    return summary->scenario->strategy[0].assumptions[column].value.a;
}

bool reading_raises(const struct strategy_summary *strategy)
{
    return strategy->raised.value > 0 && strategy->closings > 0;
}

int reading_rounds(const struct strategy_summary *strategy)
{
    int rounds = strategy->closings;
    while (rounds > 1 && strategy->cap_table[rounds - 1].reached < 0.01)
        rounds--;
    return rounds;
}

/* Worlds won less worlds lost, over all the others. */
static double standing(const struct summary *summary, int strategy)
{
    double score = 0;
    for (int i = 0; i < summary->strategies; i++) {
        if (i == strategy)
            continue;
        struct comparison against = reading_compare(summary, strategy, i);
        score += against.wins.value - against.losses.value;
    }
    return score;
}

static bool stands_before(const struct summary *summary, int a, int b)
{
    double score_a = standing(summary, a), score_b = standing(summary, b);
    if (score_a > score_b || score_a < score_b)
        return score_a > score_b;
    const struct strategy_summary *one = &summary->strategy[a], *other = &summary->strategy[b];
    double median_a = reading_median(one)->value, median_b = reading_median(other)->value;
    if (median_a > median_b || median_a < median_b)
        return median_a > median_b;
    return one->founder_mean.value > other->founder_mean.value;
}

struct reading reading_of(const struct summary *summary)
{
    struct reading reading = {.subject = 0, .rival = -1, .raiser = -1};
    for (int i = 1; i < summary->strategies; i++)
        if (stands_before(summary, i, reading.subject))
            reading.subject = i;
    if (summary->strategies > 1)
        reading.rival = reading.subject == 0 ? 1 : 0;
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        if (reading_raises(one) &&
            (reading.raiser < 0 ||
             one->raised.value > summary->strategy[reading.raiser].raised.value))
            reading.raiser = i;
    }
    return reading;
}
