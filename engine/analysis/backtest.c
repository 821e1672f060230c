#include "analysis/backtest.h"

#include "analysis/score.h"

#include <math.h>

enum { CHECKS_MAX = BACKTEST_CASES_MAX * PREDICTION_CHECKS_MAX };

static void score_checks(struct backtest *backtest)
{
    double inside[CHECKS_MAX]; /* some 30 kB with the next */
    int group[CHECKS_MAX];
    for (int level = -1; level < SCORE_LEVELS; level++) {
        int n = 0;
        for (int c = 0; c < backtest->cases; c++)
            for (int k = 0; k < backtest->prediction[c].checks; k++) {
                double place = backtest->prediction[c].check[k].place;
                if (isnan(place))
                    continue;
                group[n] = c;
                inside[n++] = level < 0 ? place : score_inside(place, score_level[level]) ? 1.0 : 0.0;
                if (level < 0)
                    backtest->bin[place >= 1.0 ? BACKTEST_BINS - 1 : (int)(place * BACKTEST_BINS)]++;
                else
                    backtest->inside[level] += inside[n - 1] != 0.0;
            }
        struct figure share = score_share_by_group(inside, group, n, backtest->cases);
        if (level < 0)
            backtest->place = share;
        else
            backtest->share[level] = share;
        backtest->checks = n;
    }
}

/* Truths of all cases, in a row. */
struct row {
    double inside[CHECKS_MAX], expected[CHECKS_MAX]; /* some 60 kB with the groups */
    int group[CHECKS_MAX], n;
};

/* A case of which few worlds ended alike is left out whole. */
static bool says(const struct prediction *prediction, const struct prediction_check *check)
{
    return prediction->alike >= SELECTION_WORLDS_LEAST && check->selection.worlds >= SELECTION_WORLDS_LEAST;
}

static struct backtest_coverage cover(const struct backtest *backtest, int level, bool alike, struct row *row)
{
    struct backtest_coverage coverage = {.inside = 0};
    row->n = 0;
    for (int c = 0; c < backtest->cases; c++)
        for (int k = 0; k < backtest->prediction[c].checks; k++) {
            const struct prediction_check *check = &backtest->prediction[c].check[k];
            if (!says(&backtest->prediction[c], check))
                continue;
            const bool inside = score_inside(alike ? check->selection.place : check->place, score_level[level]);
            coverage.inside += inside;
            row->inside[row->n] = inside;
            row->expected[row->n] = alike ? check->selection.would_alike[level] : check->selection.would_hold[level];
            row->group[row->n++] = c;
        }
    coverage.share = score_share_by_group(row->inside, row->group, row->n, backtest->cases);
    coverage.expected = statistics_mean(row->expected, row->n).value;
    coverage.expected_share = score_share_by_group(row->expected, row->group, row->n, backtest->cases).value;
    return coverage;
}

static void score_selection(struct backtest *backtest)
{
    struct backtest_selection *selection = &backtest->selection;
    struct row row;
    for (int level = 0; level < SCORE_LEVELS; level++) {
        selection->forecast[level] = cover(backtest, level, false, &row);
        selection->alike[level] = cover(backtest, level, true, &row);
    }
    selection->truths = row.n;
    selection->left_out = backtest->checks - row.n;
    for (int c = 0; c < backtest->cases; c++) {
        const struct prediction *prediction = &backtest->prediction[c];
        bool complete = true;
        for (int k = 0; k < prediction->checks; k++)
            complete = complete && says(prediction, &prediction->check[k]);
        selection->cases_left_out += !complete;
    }
}

static void score_fates(struct backtest *backtest)
{
    double own[BACKTEST_CASES_MAX], base[BACKTEST_CASES_MAX], gain[BACKTEST_CASES_MAX];
    int n = 0;
    for (int c = 0; c < backtest->cases; c++) {
        const struct prediction *prediction = &backtest->prediction[c];
        if (isnan(prediction->log_score))
            continue;
        own[n] = prediction->log_score;
        base[n] = prediction->base_log_score;
        gain[n] = own[n] - base[n];
        n++;
    }
    backtest->fates = n;
    backtest->log_score = statistics_mean(own, n);
    backtest->base_log_score = statistics_mean(base, n);
    backtest->gain = statistics_mean(gain, n);
}

/* The last truth of a kind, or NULL. */
static const struct prediction_check *last_check(const struct prediction *prediction, enum quantity_kind kind)
{
    const struct prediction_check *last = NULL;
    for (int k = 0; k < prediction->checks; k++)
        if (prediction->check[k].kind == kind && (!last || prediction->check[k].month > last->month))
            last = &prediction->check[k];
    return last;
}

static struct backtest_ranking rank(const struct backtest *backtest, enum quantity_kind kind, int quantile)
{
    double told[BACKTEST_CASES_MAX], truth[BACKTEST_CASES_MAX];
    struct backtest_ranking ranking = {.pairs = 0};
    for (int c = 0; c < backtest->cases; c++) {
        const struct prediction_check *check = last_check(&backtest->prediction[c], kind);
        if (!check)
            continue;
        told[ranking.pairs] = check->quantile[quantile];
        truth[ranking.pairs++] = check->truth;
    }
    ranking.spearman = score_spearman(told, truth, ranking.pairs);
    ranking.kendall = score_kendall(told, truth, ranking.pairs);
    return ranking;
}

static void count_bands(struct backtest *backtest)
{
    for (int c = 0; c < backtest->cases; c++)
        for (int b = 0; b < backtest->prediction[c].precedent->bands; b++) {
            enum acceptance acceptance = backtest->prediction[c].band[b].acceptance;
            backtest->bands++;
            backtest->met += acceptance == ACCEPTANCE_MET;
            backtest->missed += acceptance == ACCEPTANCE_MISSED;
        }
}

void backtest_score(const struct prediction *prediction, int cases, const struct base_rates *rates, uint64_t seed,
                    struct backtest *backtest)
{
    static const int quantiles[BACKTEST_ORDERS] = {[BACKTEST_BY_MEDIAN] = PREDICTION_MEDIAN,
                                                   [BACKTEST_BY_TENTH] = PREDICTION_MEDIAN + 2};
    *backtest = (struct backtest){.version = PLAYBOOK_VERSION, .rates = rates, .seed = seed, .cases = cases,
                                  .prediction = prediction};
    for (int c = 0; c < cases; c++)
        if (c == 0 || prediction[c].paths < backtest->least_paths)
            backtest->least_paths = prediction[c].paths;
    score_checks(backtest);
    score_selection(backtest);
    score_fates(backtest);
    for (int o = 0; o < BACKTEST_ORDERS; o++) {
        backtest->value[o] = rank(backtest, QUANTITY_VALUE, quantiles[o]);
        backtest->revenue[o] = rank(backtest, QUANTITY_REVENUE, quantiles[o]);
    }
    count_bands(backtest);
}
