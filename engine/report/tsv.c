#include "report/tsv.h"

#include "report/assumptions.h"
#include "report/glossary.h"
#include "report/money_tsv.h"
#include "report/reading.h"
#include "scenario/measure.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_SIZE = 512, DOTS_PER_DECADE = 10 };

struct name {
    char text[NAME_SIZE];
};

void tsv_clean(char *clean, size_t size, const char *text)
{
    size_t used = 0;
    for (; *text != '\0' && used + 1 < size; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x20 || c == 0x7f)
            continue;
        clean[used++] = c == '"' ? '\'' : *text;
    }
    /* Not half a character at the end of a cut name. */
    while (*text != '\0' && used > 0 && ((unsigned char)*text & 0xc0) == 0x80) {
        text--;
        used--;
    }
    clean[used] = '\0';
}

static struct name clean_name(const char *text)
{
    struct name name;
    tsv_clean(name.text, sizeof name.text, text);
    return name;
}

static struct name name_of(const struct summary *summary, int strategy)
{
    return clean_name(summary->strategy[strategy].name);
}

void tsv_number(FILE *out, double value)
{
    if (isfinite(value))
        fprintf(out, "%.10g\t", value == 0 ? 0.0 : value);
    else
        fputs("NaN\t", out);
}

static void numbers(FILE *out, const double *values, int count)
{
    for (int i = 0; i < count; i++)
        tsv_number(out, values[i]);
}

static void one_figure(FILE *out, const struct summary *summary, int strategy, const char *key,
                       struct figure figure)
{
    fprintf(out, "%d\t%s\t", strategy + 1, key);
    tsv_number(out, figure.value);
    tsv_number(out, figure.error);
    fprintf(out, "%s\n", name_of(summary, strategy).text);
}

static void write_figures(const struct summary *summary, FILE *out)
{
    char key[64];
    fputs("strategy\tfigure\tvalue\terror\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        for (int q = 0; q < SUMMARY_QUANTILES; q++) {
            snprintf(key, sizeof key, "founders_p%g", 100 * summary_probability[q]);
            one_figure(out, summary, i, key, one->founder_quantile[q]);
        }
        one_figure(out, summary, i, "founders_mean", one->founder_mean);
        one_figure(out, summary, i, "chance_nothing", one->chance_nothing);
        one_figure(out, summary, i, "chance_1m", one->chance_1m);
        one_figure(out, summary, i, "chance_10m", one->chance_10m);
        one_figure(out, summary, i, "founders_share", one->founders_share);
        one_figure(out, summary, i, "years_to_liquidity", one->years_to_liquidity);
        one_figure(out, summary, i, "share_of_best_percent",
                   (struct figure){one->share_of_best_percent, NAN});
        one_figure(out, summary, i, "certain", one->certain);
        one_figure(out, summary, i, "forgone", one->forgone);
        one_figure(out, summary, i, "worse_than_a_job", one->worse);
        one_figure(out, summary, i, "staff_mean", one->pool_mean);
        one_figure(out, summary, i, "staff_100k", one->pool_100k);
        one_figure(out, summary, i, "dead_by_5_years", one->dead_by_5_years);
        for (int c = 0; c < CAUSES; c++) {
            snprintf(key, sizeof key, "cause_%s", glossary_cause_key[c]);
            one_figure(out, summary, i, key, one->cause[c]);
        }
        one_figure(out, summary, i, "raised", one->raised);
        one_figure(out, summary, i, "invested", one->invested);
        one_figure(out, summary, i, "multiple", one->multiple);
        one_figure(out, summary, i, "multiple_median", one->multiple_median);
        one_figure(out, summary, i, "loss_ratio", one->loss_ratio);
        one_figure(out, summary, i, "irr", one->irr);
        one_figure(out, summary, i, "best_multiple", (struct figure){one->best_multiple, NAN});
    }
}

static void write_revenue(const struct summary *summary, FILE *out)
{
    fputs("strategy\tmonth\tp5\tp25\tmedian\tp75\tp95\tname\n", out);
    for (int i = 0; i < summary->strategies; i++)
        for (int q = 0; q < summary->strategy[i].quarters; q++) {
            const struct quarter *quarter = &summary->strategy[i].quarter[q];
            fprintf(out, "%d\t%d\t", i + 1, quarter->month);
            const double values[] = {quarter->p5, quarter->p25, quarter->p50, quarter->p75,
                                     quarter->p95};
            numbers(out, values, 5);
            fprintf(out, "%s\n", name_of(summary, i).text);
        }
}

static void write_mix(const struct summary *summary, FILE *out)
{
    fputs("strategy\tmonth\t", out);
    for (int s = 0; s < STREAMS; s++)
        fprintf(out, "%s\t", glossary_stream_key[s]);
    fputs("name\n", out);
    for (int i = 0; i < summary->strategies; i++)
        for (int q = 0; q < summary->strategy[i].quarters; q++) {
            const struct quarter *quarter = &summary->strategy[i].quarter[q];
            fprintf(out, "%d\t%d\t", i + 1, quarter->month);
            numbers(out, quarter->stream, STREAMS);
            fprintf(out, "%s\n", name_of(summary, i).text);
        }
}

static void write_survival(const struct summary *summary, FILE *out)
{
    fputs("strategy\tmonth\topen\terror\tname\n", out);
    for (int i = 0; i < summary->strategies; i++)
        for (int m = 0; m <= summary->scenario->horizon; m++) {
            fprintf(out, "%d\t%d\t", i + 1, m);
            tsv_number(out, summary->strategy[i].open[m]);
            tsv_number(out, summary->strategy[i].open_error[m]);
            fprintf(out, "%s\n", name_of(summary, i).text);
        }
}

static void write_outcomes(const struct summary *summary, FILE *out)
{
    fputs("strategy\tnumber\toutcome\tshare\terror\tfrom\tto\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        double from = 0;
        for (int o = 0; o < OUTCOMES; o++) {
            struct figure share = summary->strategy[i].outcome[o];
            fprintf(out, "%d\t%d\t%s\t", i + 1, o + 1, glossary_outcome_key[o]);
            const double values[] = {share.value, share.error, from, from + share.value};
            numbers(out, values, 4);
            fprintf(out, "%s\n", name_of(summary, i).text);
            from += share.value;
        }
    }
}

double tsv_dot_place(double take_home)
{
    if (!(take_home >= MEASURE_NOTHING))
        return 0;
    double cell = floor(log10(take_home) * DOTS_PER_DECADE + 1e-9);
    return pow(10, (cell + 0.5) / DOTS_PER_DECADE);
}

static void write_take_home(const struct summary *summary, FILE *out)
{
    fputs("strategy\tfounder\tprobability\ttake_home\tplace\tlevel\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        int level = 0;
        double last = -1;
        for (int f = 0; f < TAKE_HOMES; f++) {
            double take_home = summary->strategy[i].take_home[f];
            double place = tsv_dot_place(take_home);
            level = place > last ? 1 : level + 1;
            last = place;
            fprintf(out, "%d\t%d\t", i + 1, f + 1);
            const double values[] = {(f + 0.5) / TAKE_HOMES, take_home, place, level};
            numbers(out, values, 4);
            fprintf(out, "%s\n", name_of(summary, i).text);
        }
    }
}

static void write_at_least(const struct summary *summary, FILE *out)
{
    fputs("strategy\tamount\tchance\tname\n", out);
    for (int i = 0; i < summary->strategies; i++)
        for (int c = 0; c < CLEARANCES; c++) {
            fprintf(out, "%d\t", i + 1);
            tsv_number(out, summary_clearance(c));
            tsv_number(out, summary->strategy[i].clears[c]);
            fprintf(out, "%s\n", name_of(summary, i).text);
        }
}

static void write_difference(const struct summary *summary, FILE *out)
{
    fputs("pair\ta\tb\tbin\tlow\thigh\tshare\tname_a\tname_b\n", out);
    for (int p = 0; p < summary->pairs; p++) {
        const struct pair_summary *pair = &summary->pair[p];
        for (int b = 0; b < DIFFERENCE_BINS; b++) {
            fprintf(out, "%d\t%d\t%d\t%d\t", p + 1, pair->a + 1, pair->b + 1,
                    b - DIFFERENCE_BINS / 2);
            tsv_number(out, summary_bin_edge(b));
            tsv_number(out, summary_bin_edge(b + 1));
            tsv_number(out, pair->bin[b]);
            fprintf(out, "%s\t%s\n", name_of(summary, pair->a).text,
                    name_of(summary, pair->b).text);
        }
    }
}

static void write_cap_table(const struct summary *summary, FILE *out)
{
    fputs("strategy\tevent\treached\tmonth\tamount\tfounders\tpool\t", out);
    for (int r = 0; r < ROUNDS_MAX; r++)
        fprintf(out, "round%d\t", r + 1);
    fputs("lenders\tevent_name\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        const struct strategy *plan = &summary->scenario->strategy[i];
        struct cap_table founding = {.reached = 1, .founders = one->founding_share, .pool = 1 - one->founding_share};
        const int exit = one->closings + 1, events = one->exit.reached > 0 ? exit : one->closings;
        for (int event = 0; event <= events; event++) {
            const struct cap_table *table = event == 0      ? &founding
                                            : event == exit ? &one->exit
                                                            : &one->cap_table[event - 1];
            const char *round = event == 0              ? "Founding"
                                : event == exit         ? "Exit"
                                : event <= plan->rounds ? plan->round_name[event - 1]
                                                        : "";
            fprintf(out, "%d\t%d\t", i + 1, event);
            const double values[] = {table->reached, table->month, table->amount, table->founders,
                                     table->pool};
            numbers(out, values, 5);
            numbers(out, table->investor, ROUNDS_MAX);
            tsv_number(out, table->lenders);
            fprintf(out, "%s\t%s\n", clean_name(round).text, name_of(summary, i).text);
        }
    }
}

static void write_multiple(const struct summary *summary, FILE *out)
{
    fputs("strategy\tbucket\tfrom\tcompanies\tproceeds\tname\n", out);
    for (int i = 0; i < summary->strategies; i++)
        for (int b = 0; b < BUCKETS; b++) {
            fprintf(out, "%d\t%d\t", i + 1, b + 1);
            tsv_number(out, summary_bucket_floor[b]);
            tsv_number(out, summary->strategy[i].bucket_companies[b]);
            tsv_number(out, summary->strategy[i].bucket_proceeds[b]);
            fprintf(out, "%s\n", name_of(summary, i).text);
        }
}

static void write_parties(const struct summary *summary, FILE *out)
{
    fputs("strategy\tcertain\tcertain_error\tforgone\tworse\tmultiple\tmultiple_error\tloss_ratio\t"
          "staff\tstaff_100k\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        fprintf(out, "%d\t", i + 1);
        const double values[] = {one->certain.value,  one->certain.error,  one->forgone.value,
                                 one->worse.value,    one->multiple.value, one->multiple.error,
                                 one->loss_ratio.value, one->pool_mean.value, one->pool_100k.value};
        numbers(out, values, 9);
        fprintf(out, "%s\n", name_of(summary, i).text);
    }
}

static void write_agreement(const struct summary *summary, FILE *out)
{
    fputs("pair\ta\tb\tboth_a\tboth_a_error\tfounders_a\tfounders_a_error\tfounders_b\t"
          "founders_b_error\tboth_b\tboth_b_error\tname_a\tname_b\n", out);
    for (int p = 0; p < summary->pairs; p++) {
        const struct pair_summary *pair = &summary->pair[p];
        fprintf(out, "%d\t%d\t%d\t", p + 1, pair->a + 1, pair->b + 1);
        for (int f = 0; f < 2; f++)
            for (int i = 0; i < 2; i++) {
                tsv_number(out, pair->prefer[f][i].value);
                tsv_number(out, pair->prefer[f][i].error);
            }
        fprintf(out, "%s\t%s\n", name_of(summary, pair->a).text, name_of(summary, pair->b).text);
    }
}

static void write_frontier(const struct summary *summary, FILE *out)
{
    fputs("strategy\tnothing\tnothing_error\tmedian\tmedian_error\tdominated_by\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        const struct figure *median = reading_median(one);
        fprintf(out, "%d\t", i + 1);
        const double values[] = {one->chance_nothing.value, one->chance_nothing.error, median->value,
                                 median->error};
        numbers(out, values, 4);
        fprintf(out, "%d\t%s\n", one->dominated_by + 1, name_of(summary, i).text);
    }
}

static void write_rounds(const struct summary *summary, FILE *out)
{
    fputs("strategy\tround\treached\tmultiple\tmultiple_error\tloss_ratio\tloss_ratio_error\t"
          "round_name\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy *plan = &summary->scenario->strategy[i];
        for (int r = 0; r < summary->strategy[i].closings; r++) {
            const struct cap_table *table = &summary->strategy[i].cap_table[r];
            fprintf(out, "%d\t%d\t", i + 1, r + 1);
            const double values[] = {table->reached, table->multiple.value, table->multiple.error,
                                     table->loss_ratio.value, table->loss_ratio.error};
            numbers(out, values, 5);
            fprintf(out, "%s\t%s\n", clean_name(r < plan->rounds ? plan->round_name[r] : "").text,
                    name_of(summary, i).text);
        }
    }
}

const struct tsv tsv_tables[TSV_TABLES] = {
    {"figures", "Every figure of the summary with its standard error.", write_figures},
    {"revenue",
     "Yearly revenue by quarter over all companies; one that is closed or sold counts as $0.",
     write_revenue},
    {"mix", "Mean yearly revenue by stream and quarter over all companies.", write_mix},
    {"survival", "Share of companies neither shut down nor acqui-hired by the end of each month.",
     write_survival},
    {"outcomes", "How the companies stand at the horizon: shares, stacked from 0 to 1.",
     write_outcomes},
    {"take_home",
     "What 100 equally likely founding teams take home, as a present value; place and level stack "
     "them as dots.",
     write_take_home},
    {"at_least", "Chance that the founders take home at least the amount.", write_at_least},
    {"difference",
     "Founders' take-home, a less b in the same world: shares of worlds by bin; bin 0 is less than "
     "$10,000 either way.",
     write_difference},
    {"cap_table",
     "Mean fully diluted ownership right after each round, over the companies that closed it; the last "
     "event is the sale or listing of those that raised, if there is one. Amounts in dollars, months "
     "since the start.",
     write_cap_table},
    {"multiple",
     "Investors' multiple, over companies that raised: share of companies and of all proceeds by "
     "bucket; bucket 1 is nothing back.",
     write_multiple},
    {"parties",
     "What a strategy is worth to one founder for sure, against a job at market pay; investors' "
     "multiple; the staff's pool, not discounted.",
     write_parties},
    {"agreement",
     "Shares of worlds in which founders, by their take-home, and investors, by what they get back "
     "less what they put in, are better off with a or b; in the rest one side is level.",
     write_agreement},
    {"frontier",
     "Chance of nothing against the median take-home, and the strategy that is no worse in both and "
     "clearly better in one; 0 for none.",
     write_frontier},
    {"waterfall",
     "Who gets what at the median sale or listing of companies that raised (world `path`), in the "
     "order of payment: dollars, of which `owed` at most; the price holds the company's cash.",
     money_tsv_waterfall},
    {"breakpoints",
     "What each would get if the company of waterfall.tsv were sold for another price: shares of the "
     "price, which is in dollars.",
     money_tsv_breakpoints},
    {"cash",
     "Cash at the end of each month, in dollars, of the company nearest to the medians of lifetime, "
     "money raised and take-home, of those that raised where any did; money that came that month, "
     "and for how many months of spending the cash was enough before it.",
     money_tsv_cash},
    {"rounds", "Investors by round: multiple of all their money, share of investments below 1x.",
     write_rounds},
    {"assumptions",
     "What the run stands on: every assumption that matters, who set it, its grade, and the share of the spread "
     "of the founders' take-home, in ranks, that it explains by itself under the verdict's first strategy; correlated ones each count what they share.",
     assumptions_list},
};

void tsv_write(const struct tsv *table, const struct summary *summary, FILE *out)
{
    const struct scenario *scenario = summary->scenario;
    fprintf(out, "# %s\n", table->about);
    fprintf(out, "# scenario: %s (%s, %016" PRIx64 ")\n", clean_name(scenario->name).text,
            clean_name(glossary_file(summary)).text, scenario->hash);
    fprintf(out, "# seed %" PRIu64 ", %" PRId64 " paths, playbook %s\n", summary->seed,
            summary->paths, summary->version);
    table->write(summary, out);
}
