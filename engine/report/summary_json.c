#include "report/summary_json.h"

#include "analysis/footing.h"
#include "report/glossary.h"
#include "report/json.h"

#include <inttypes.h>

static void numbers(struct json *json, const char *key, const double *number, int count)
{
    json_open_array(json, key);
    for (int i = 0; i < count; i++)
        json_number(json, NULL, number[i]);
    json_close_array(json);
}

static void outcomes(struct json *json, const struct strategy_summary *strategy)
{
    json_open_object(json, "outcomes");
    for (int i = 0; i < OUTCOMES; i++)
        json_figure(json, glossary_outcome_key[i], strategy->outcome[i]);
    json_close_object(json);
    json_open_object(json, "causes");
    for (int i = 0; i < CAUSES; i++)
        json_figure(json, glossary_cause_key[i], strategy->cause[i]);
    json_close_object(json);
    json_figure(json, "dead_by_5_years", strategy->dead_by_5_years);
}

static void founders(struct json *json, const struct strategy_summary *strategy)
{
    json_open_object(json, "founders");
    json_open_array(json, "quantiles");
    for (int i = 0; i < SUMMARY_QUANTILES; i++) {
        json_open_object(json, NULL);
        json_number(json, "probability", summary_probability[i]);
        json_number(json, "value", strategy->founder_quantile[i].value);
        json_number(json, "error", strategy->founder_quantile[i].error);
        json_close_object(json);
    }
    json_close_array(json);
    json_figure(json, "mean", strategy->founder_mean);
    json_figure(json, "chance_nothing", strategy->chance_nothing);
    json_figure(json, "chance_1m", strategy->chance_1m);
    json_figure(json, "chance_10m", strategy->chance_10m);
    json_figure(json, "share", strategy->founders_share);
    json_figure(json, "years_to_liquidity", strategy->years_to_liquidity);
    json_figure(json, "certain", strategy->certain);
    json_figure(json, "forgone", strategy->forgone);
    json_figure(json, "worse_than_a_job", strategy->worse);
    json_number(json, "share_of_best_percent", strategy->share_of_best_percent);
    numbers(json, "take_home", strategy->take_home, TAKE_HOMES);
    json_open_array(json, "clears");
    for (int i = 0; i < CLEARANCES; i++) {
        json_open_object(json, NULL);
        json_number(json, "amount", summary_clearance(i));
        json_number(json, "chance", strategy->clears[i]);
        json_close_object(json);
    }
    json_close_array(json);
    json_close_object(json);
}

static void investors(struct json *json, const struct strategy_summary *strategy)
{
    json_open_object(json, "investors");
    json_figure(json, "raised", strategy->raised);
    json_figure(json, "invested", strategy->invested);
    json_figure(json, "multiple", strategy->multiple);
    json_figure(json, "multiple_median", strategy->multiple_median);
    json_figure(json, "loss_ratio", strategy->loss_ratio);
    json_figure(json, "irr", strategy->irr);
    json_number(json, "best_multiple", strategy->best_multiple);
    json_open_array(json, "buckets");
    for (int i = 0; i < BUCKETS; i++) {
        json_open_object(json, NULL);
        json_number(json, "from", summary_bucket_floor[i]);
        json_number(json, "companies", strategy->bucket_companies[i]);
        json_number(json, "proceeds", strategy->bucket_proceeds[i]);
        json_close_object(json);
    }
    json_close_array(json);
    json_close_object(json);
}

static void staff(struct json *json, const struct strategy_summary *strategy)
{
    json_open_object(json, "staff");
    json_figure(json, "mean", strategy->pool_mean);
    json_figure(json, "chance_100k", strategy->pool_100k);
    json_close_object(json);
}

static void over_time(struct json *json, const struct strategy_summary *strategy, int horizon)
{
    json_open_array(json, "quarters");
    for (int i = 0; i < strategy->quarters; i++) {
        const struct quarter *quarter = &strategy->quarter[i];
        json_open_object(json, NULL);
        json_integer(json, "month", quarter->month);
        json_number(json, "p5", quarter->p5);
        json_number(json, "p25", quarter->p25);
        json_number(json, "p50", quarter->p50);
        json_number(json, "p75", quarter->p75);
        json_number(json, "p95", quarter->p95);
        json_open_object(json, "streams");
        for (int s = 0; s < STREAMS; s++)
            json_number(json, glossary_stream_key[s], quarter->stream[s]);
        json_close_object(json);
        json_close_object(json);
    }
    json_close_array(json);
    numbers(json, "open", strategy->open, horizon + 1);
    numbers(json, "open_error", strategy->open_error, horizon + 1);
}

static void rounds(struct json *json, const struct strategy_summary *strategy,
                   const struct strategy *plan)
{
    json_open_array(json, "rounds");
    for (int i = 0; i < strategy->closings; i++) {
        const struct cap_table *table = &strategy->cap_table[i];
        json_open_object(json, NULL);
        json_text(json, "name", i < plan->rounds ? plan->round_name[i] : NULL);
        json_number(json, "reached", table->reached);
        json_number(json, "month", table->month);
        json_number(json, "amount", table->amount);
        json_number(json, "founders", table->founders);
        json_number(json, "pool", table->pool);
        json_number(json, "lenders", table->lenders);
        numbers(json, "investors", table->investor, strategy->closings);
        json_figure(json, "multiple", table->multiple);
        json_figure(json, "loss_ratio", table->loss_ratio);
        json_close_object(json);
    }
    json_close_array(json);
}

/* Only of a strategy whose companies raised and were sold or listed. */
static void exits(struct json *json, const struct strategy_summary *strategy)
{
    const struct cap_table *table = &strategy->exit;
    if (!(table->reached > 0))
        return;
    json_open_object(json, "exit");
    json_number(json, "reached", table->reached);
    json_number(json, "month", table->month);
    json_figure(json, "founders", (struct figure){table->founders, strategy->exit_error});
    json_number(json, "pool", table->pool);
    numbers(json, "investors", table->investor, strategy->closings);
    json_close_object(json);
}

static void pairs(struct json *json, const struct summary *summary)
{
    json_open_array(json, "pairs");
    for (int i = 0; i < summary->pairs; i++) {
        const struct pair_summary *pair = &summary->pair[i];
        json_open_object(json, NULL);
        json_text(json, "a", summary->strategy[pair->a].name);
        json_text(json, "b", summary->strategy[pair->b].name);
        json_figure(json, "a_wins", pair->a_wins);
        json_figure(json, "b_wins", pair->b_wins);
        json_figure(json, "ties", pair->ties);
        json_figure(json, "median_difference", pair->median_difference);
        json_figure(json, "mean_difference", pair->mean_difference);
        json_boolean(json, "clear", pair->clear);
        json_open_object(json, "founders_and_investors_prefer");
        json_figure(json, "a_and_a", pair->prefer[0][0]);
        json_figure(json, "a_and_b", pair->prefer[0][1]);
        json_figure(json, "b_and_a", pair->prefer[1][0]);
        json_figure(json, "b_and_b", pair->prefer[1][1]);
        json_close_object(json);
        json_open_array(json, "bins");
        for (int b = 0; b < DIFFERENCE_BINS; b++) {
            json_open_object(json, NULL);
            json_number(json, "low", summary_bin_edge(b));
            json_number(json, "high", summary_bin_edge(b + 1));
            json_number(json, "share", pair->bin[b]);
            json_close_object(json);
        }
        json_close_array(json);
        json_close_object(json);
    }
    json_close_array(json);
}

/* What the result stands on: shares of the spread that single assumptions explain, by grade. */
static void assumptions(struct json *json, const struct summary *summary)
{
    static const char *const keys[PROVENANCE_GRADES] = {"verified", "recalled", "judgement", "definition",
                                                        "set_by_the_scenario"};
    const struct footing *footing = summary->footing;
    if (!footing || !footing->spread)
        return;
    json_open_object(json, "assumptions");
    json_text(json, "strategy", summary->strategy[footing->subject].name);
    json_integer(json, "worlds", footing->worlds);
    json_integer(json, "uncertain", footing->uncertain);
    json_integer(json, "constants_of_judgement", footing->judged);
    json_figure(json, "explained", footing->sum);
    json_open_object(json, "explained_by_grade");
    for (int g = 0; g < PROVENANCE_GRADES; g++)
        json_figure(json, keys[g], footing->grade_sum[g]);
    json_close_object(json);
    json_close_object(json);
}

void summary_json_write(const struct summary *summary, FILE *out)
{
    const struct scenario *scenario = summary->scenario;
    char hash[17], start[16];
    snprintf(hash, sizeof hash, "%016" PRIx64, scenario->hash);
    snprintf(start, sizeof start, "%04d-%02d", scenario->start_year, scenario->start_month);

    struct json json;
    json_begin(&json, out);
    json_text(&json, "scenario", scenario->name);
    json_text(&json, "description", scenario->description);
    json_text(&json, "file", glossary_file(summary));
    json_text(&json, "hash", hash);
    json_text(&json, "version", summary->version);
    json_natural(&json, "seed", summary->seed);
    json_integer(&json, "paths", summary->paths);
    json_text(&json, "start", start);
    json_integer(&json, "horizon_months", scenario->horizon);
    json_open_array(&json, "strategies");
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *strategy = &summary->strategy[i];
        json_open_object(&json, NULL);
        json_text(&json, "name", strategy->name);
        outcomes(&json, strategy);
        founders(&json, strategy);
        json_text(&json, "dominated_by",
                  strategy->dominated_by < 0 ? NULL : summary->strategy[strategy->dominated_by].name);
        investors(&json, strategy);
        staff(&json, strategy);
        rounds(&json, strategy, &scenario->strategy[i]);
        exits(&json, strategy);
        over_time(&json, strategy, scenario->horizon);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_figure(&json, "torn", summary->torn);
    pairs(&json, summary);
    assumptions(&json, summary);
    json_end(&json);
}
