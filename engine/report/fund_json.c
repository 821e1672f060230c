#include "report/fund_json.h"

#include "report/json.h"

static void write_quantiles(struct json *json, const char *key, const struct figure quantile[FUND_QUANTILES])
{
    json_open_array(json, key);
    for (int q = 0; q < FUND_QUANTILES; q++) {
        json_open_object(json, NULL);
        json_number(json, "probability", fund_figures_probability[q]);
        json_number(json, "value", quantile[q].value);
        json_number(json, "error", quantile[q].error);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_terms(struct json *json, const struct fund_figures *figures)
{
    static const char *const shares[] = {"market", "climate", "nothing"};
    const struct fund *fund = figures->fund;
    json_integer(json, "companies", fund->companies);
    json_integer(json, "funds", fund->funds);
    json_natural(json, "seed", fund->seed);
    json_number(json, "size", fund->size);
    json_integer(json, "enter", fund->enter);
    json_number(json, fund->cheque_in_dollars ? "cheque_dollars" : "cheque_share", fund->cheque);
    json_number(json, "reserves", fund->reserves);
    json_number(json, "fee_per_year", 12.0 * fund->fee);
    json_integer(json, "fee_months", fund->fee_months);
    json_number(json, "carry", fund->carry);
    json_integer(json, "pacing_months", fund->pacing);
    json_integer(json, "term_months", fund->term);
    json_text(json, "share", shares[fund->share]);
    json_open_array(json, "mix");
    for (int a = 0; a < fund->arms; a++) {
        json_open_object(json, NULL);
        json_text(json, "market", figures->market_name[a]);
        json_text(json, "strategy", figures->arm_name[a]);
        json_number(json, "weight", fund->arm[a].weight);
        json_integer(json, "companies", figures->seats[a]);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_returns(struct json *json, const char *key, const struct fund_returns *returns, bool rates)
{
    json_open_object(json, key);
    json_integer(json, "companies", returns->companies);
    json_integer(json, "funds", returns->funds);
    json_figure(json, "net_all", returns->net);
    json_figure(json, "gross_all", returns->gross);
    json_figure(json, "net_mean", returns->net_mean);
    json_figure(json, "net_deviation", returns->net_deviation);
    write_quantiles(json, "net", returns->net_quantile);
    write_quantiles(json, "gross", returns->gross_quantile);
    if (rates) {
        write_quantiles(json, "net_yearly", returns->irr_quantile);
        write_quantiles(json, "gross_yearly", returns->gross_irr_quantile);
    }
    json_figure(json, "at_least_1", returns->at_least_1);
    json_figure(json, "at_least_3", returns->at_least_3);
    json_figure(json, "entered", returns->entered);
    json_figure(json, "invested", returns->invested);
    json_figure(json, "loss_ratio", returns->loss_ratio);
    json_figure(json, "best_share", returns->best_share);
    json_figure(json, "marked", returns->marked);
    json_figure(json, "carry", returns->carry);
    json_close_object(json);
}

static void write_time(struct json *json, const struct fund_figures *figures)
{
    json_open_array(json, "quarters");
    for (int q = 0; q < figures->quarters; q++) {
        const struct fund_quarter *quarter = &figures->quarter[q];
        json_open_object(json, NULL);
        json_integer(json, "month", quarter->month);
        json_figure(json, "cash_mean", quarter->cash_mean);
        write_quantiles(json, "cash", quarter->cash);
        write_quantiles(json, "dpi", quarter->paid);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_tail(struct json *json, const struct fund_figures *figures)
{
    json_figure(json, "tail_exponent", figures->tail_exponent);
    json_open_array(json, "tail");
    for (int i = 0; i < FUND_TAIL; i++) {
        json_open_object(json, NULL);
        json_number(json, "multiple", fund_figures_multiple(i));
        json_figure(json, "share", figures->tail[i]);
        json_close_object(json);
    }
    json_close_array(json);
}

static void write_correlation(struct json *json, const char *key, const struct fund_correlation *correlation)
{
    json_open_object(json, key);
    json_figure(json, "same_market", correlation->same_market);
    json_figure(json, "other_market", correlation->other_market);
    json_figure(json, "other_world", correlation->other_world);
    json_close_object(json);
}

void fund_json_write(const struct fund_figures *figures, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", figures->version);
    json_text(&json, "fund", figures->fund->name);
    write_terms(&json, figures);
    write_returns(&json, "returns", &figures->whole, true);
    write_correlation(&json, "correlation_of_success", &figures->success);
    write_correlation(&json, "correlation_of_log_multiple", &figures->growth);
    json_open_array(&json, "by_companies");
    for (int s = 0; s < figures->sizes; s++) {
        json_open_object(&json, NULL);
        write_returns(&json, "one_world", &figures->together[s], false);
        write_returns(&json, "worlds_apart", &figures->apart[s], false);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_open_array(&json, "by_mix");
    for (int a = 0; a < figures->fund->arms && figures->fund->arms > 1; a++) {
        json_open_object(&json, NULL);
        json_text(&json, "strategy", figures->arm_name[a]);
        write_returns(&json, "alone", &figures->alone[a], true);
        json_close_object(&json);
    }
    json_close_array(&json);
    write_tail(&json, figures);
    write_time(&json, figures);
    json_end(&json);
}
