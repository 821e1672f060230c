#include "report/backtest_json.h"

#include "analysis/score.h"
#include "report/backtest_table.h"
#include "report/json.h"

#include <math.h>

static const char *const kinds[QUANTITIES] = {"value", "raised", "mark", "lifetime", "revenue", "services_share"};

static void write_fates(struct json *json, const struct prediction *prediction)
{
    if (!prediction->precedent->has_outcome)
        return;
    json_text(json, "outcome", precedent_outcome[prediction->precedent->outcome]);
    json_integer(json, "month", prediction->precedent->month);
    json_open_object(json, "chance");
    for (int f = 0; f < FATES; f++)
        json_number(json, base_rates_fate[f], prediction->chance[f]);
    json_close_object(json);
    json_open_object(json, "base_rate");
    for (int f = 0; f < FATES; f++)
        json_number(json, base_rates_fate[f], prediction->base[f]);
    json_close_object(json);
    json_integer(json, "worlds_ended_alike", prediction->alike);
    json_number(json, "log_score", prediction->log_score);
    json_number(json, "base_log_score", prediction->base_log_score);
}

static void write_levels(struct json *json, const char *key, const double share[SCORE_LEVELS])
{
    json_open_array(json, key);
    for (int l = 0; l < SCORE_LEVELS; l++)
        json_number(json, NULL, share[l]);
    json_close_array(json);
}

static void write_check(struct json *json, const struct prediction_check *check)
{
    json_open_object(json, NULL);
    json_text(json, "of", kinds[check->kind]);
    if (check->month > 0)
        json_integer(json, "month", check->month);
    json_number(json, "truth", check->truth);
    json_text(json, "grade", precedent_grade[check->grade]);
    json_number(json, "place", check->place);
    json_integer(json, "worlds", check->worlds);
    json_open_object(json, "ended_alike");
    json_number(json, "place", check->selection.place);
    json_integer(json, "worlds", check->selection.worlds);
    write_levels(json, "forecast_would_hold", check->selection.would_hold);
    write_levels(json, "own_would_hold", check->selection.would_alike);
    json_close_object(json);
    json_open_array(json, "quantiles");
    for (int q = 0; q < PREDICTION_QUANTILES; q++) {
        json_open_object(json, NULL);
        json_number(json, "probability", prediction_probability[q]);
        json_number(json, "value", check->quantile[q]);
        json_close_object(json);
    }
    json_close_array(json);
    json_close_object(json);
}

static void write_band(struct json *json, const struct precedent_band *band, const struct prediction_band *judged)
{
    json_open_object(json, NULL);
    json_text(json, "says", band->says);
    json_number(json, "low", isfinite(band->low) ? band->low : NAN);
    json_number(json, "high", isfinite(band->high) ? band->high : NAN);
    json_figure(json, "foretold", judged->figure);
    json_integer(json, "worlds", judged->worlds);
    json_text(json, "acceptance", backtest_table_acceptance[judged->acceptance]);
    json_close_object(json);
}

static void write_case(struct json *json, const struct prediction *prediction)
{
    const struct precedent *precedent = prediction->precedent;
    json_open_object(json, NULL);
    json_text(json, "case", precedent->name);
    json_text(json, "strategy", prediction->strategy);
    json_text(json, "grade", precedent_grade[precedent->grade]);
    json_integer(json, "paths", prediction->paths);
    json_integer(json, "horizon", prediction->horizon);
    json_open_array(json, "assumed");
    for (int g = 0; g < precedent->guesses; g++)
        json_text(json, NULL, precedent->guess[g]);
    json_close_array(json);
    write_fates(json, prediction);
    json_open_array(json, "truths");
    for (int k = 0; k < prediction->checks; k++)
        write_check(json, &prediction->check[k]);
    json_close_array(json);
    json_open_array(json, "bands");
    for (int b = 0; b < precedent->bands; b++)
        write_band(json, &precedent->band[b], &prediction->band[b]);
    json_close_array(json);
    json_close_object(json);
}

static void write_ranking(struct json *json, const char *key, const struct backtest_ranking *ranking)
{
    const struct figure *figures[] = {&ranking->spearman, &ranking->kendall};
    static const char *const names[] = {"spearman", "kendall"};
    json_open_object(json, key);
    json_integer(json, "cases", ranking->pairs);
    for (int i = 0; i < 2; i++) {
        double low, high;
        score_interval(*figures[i], &low, &high);
        json_open_object(json, names[i]);
        json_number(json, "value", figures[i]->value);
        json_number(json, "low", low);
        json_number(json, "high", high);
        json_close_object(json);
    }
    json_close_object(json);
}

static void write_coverage(struct json *json, const char *key, const struct backtest_coverage coverage[SCORE_LEVELS])
{
    json_open_array(json, key);
    for (int l = 0; l < SCORE_LEVELS; l++) {
        json_open_object(json, NULL);
        json_number(json, "level", score_level[l]);
        json_integer(json, "inside", coverage[l].inside);
        json_figure(json, "by_case", coverage[l].share);
        json_number(json, "were_the_model_right", coverage[l].expected);
        json_number(json, "were_the_model_right_by_case", coverage[l].expected_share);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_selection(struct json *json, const struct backtest_selection *selection)
{
    json_open_object(json, "chosen_by_end");
    json_integer(json, "truths", selection->truths);
    json_integer(json, "left_out", selection->left_out);
    json_integer(json, "cases_left_out", selection->cases_left_out);
    json_integer(json, "worlds_least", SELECTION_WORLDS_LEAST);
    write_coverage(json, "forecast", selection->forecast);
    write_coverage(json, "ended_alike", selection->alike);
    json_close_object(json);
}

static void write_together(struct json *json, const struct backtest *backtest)
{
    json_open_object(json, "together");
    json_integer(json, "truths", backtest->checks);
    json_open_array(json, "coverage");
    for (int l = 0; l < SCORE_LEVELS; l++) {
        json_open_object(json, NULL);
        json_number(json, "level", score_level[l]);
        json_integer(json, "inside", backtest->inside[l]);
        json_figure(json, "by_case", backtest->share[l]);
        json_close_object(json);
    }
    json_close_array(json);
    write_selection(json, &backtest->selection);
    json_open_array(json, "places");
    for (int b = 0; b < BACKTEST_BINS; b++)
        json_integer(json, NULL, backtest->bin[b]);
    json_close_array(json);
    json_figure(json, "mean_place", backtest->place);
    json_integer(json, "ends", backtest->fates);
    json_figure(json, "log_score", backtest->log_score);
    json_figure(json, "base_log_score", backtest->base_log_score);
    json_figure(json, "gain", backtest->gain);
    write_ranking(json, "value_by_median", &backtest->value[BACKTEST_BY_MEDIAN]);
    write_ranking(json, "value_by_best_tenth", &backtest->value[BACKTEST_BY_TENTH]);
    write_ranking(json, "revenue_by_median", &backtest->revenue[BACKTEST_BY_MEDIAN]);
    write_ranking(json, "revenue_by_best_tenth", &backtest->revenue[BACKTEST_BY_TENTH]);
    json_integer(json, "bands", backtest->bands);
    json_integer(json, "bands_met", backtest->met);
    json_integer(json, "bands_missed", backtest->missed);
    json_close_object(json);
}

void backtest_json_write(const struct backtest *backtest, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", backtest->version);
    json_natural(&json, "seed", backtest->seed);
    json_text(&json, "base_rates", backtest->rates->name);
    json_open_array(&json, "cases");
    for (int c = 0; c < backtest->cases; c++)
        write_case(&json, &backtest->prediction[c]);
    json_close_array(&json);
    write_together(&json, backtest);
    json_end(&json);
}
