#include "report/sensitivity_tsv.h"

#include "report/sensitivity_table.h"
#include "report/tab.h"
#include "report/tsv.h"

#include <stdlib.h>

static void estimate(struct sobol_estimate estimate, FILE *out)
{
    tab_number(estimate.value, out);
    tab_number(estimate.low, out);
    tab_number(estimate.high, out);
}

static const char *owner_of(const struct factor *factor)
{
    return !factor ? "luck" : factor->field->owner == LEVER ? "lever" : "uncertainty";
}

static void end_line(const struct factor *factor, const char *key, FILE *out)
{
    char meaning[512];
    tsv_clean(meaning, sizeof meaning, factor ? factor->field->meaning : "luck");
    fprintf(out, "\t%s\t%s\t%s\n", owner_of(factor), key, meaning);
}

static void write_tornado(const struct sensitivity *sensitivity, FILE *out)
{
    fputs("# mean outcome with an assumption at its 10% (low) and 90% (high) quantile in the same worlds\n"
          "place\tlow\thigh\tlow_against\thigh_against\tmean_low\tmean_low_error\tmean_high\tmean_high_error\t"
          "swing\tswing_error\tclear\tdecided_by\tkey\tmeaning\n", out);
    for (int i = 0; i < sensitivity->factors.count; i++) {
        const int f = sensitivity->by_swing[i];
        const struct factor *factor = &sensitivity->factors.factor[f];
        const struct sensitivity_factor *each = &sensitivity->each[f];
        char key[SENSITIVITY_NAME_MAX];
        fprintf(out, "%d", i + 1);
        tab_number(each->low[0], out);
        tab_number(each->high[0], out);
        tab_number(each->low[1], out);
        tab_number(each->high[1], out);
        tab_figure(each->bar.low, out);
        tab_figure(each->bar.high, out);
        tab_figure(each->bar.swing, out);
        fprintf(out, "\t%d", each->bar.clear);
        sensitivity_table_factor(factor, key);
        end_line(factor, key, out);
    }
}

static void write_spread(const struct sensitivity *sensitivity, FILE *out)
{
    const int parameters = sensitivity->factors.groups + 1;
    int *order = malloc((size_t)parameters * sizeof *order);
    fputs("# Sobol's indices: shares of the variance by itself (first) and with all it acts with (total); 95% intervals\n"
          "place\tfirst\tfirst_low\tfirst_high\ttotal\ttotal_low\ttotal_high\tdecided_by\tkey\tmeaning\n", out);
    if (order && sensitivity->spread)
        sensitivity_table_order(sensitivity, order);
    for (int p = 0; order && sensitivity->spread && p < parameters; p++) {
        char key[SENSITIVITY_NAME_MAX];
        fprintf(out, "%d", p + 1);
        estimate(sensitivity->sobol[order[p]].first, out);
        estimate(sensitivity->sobol[order[p]].total, out);
        sensitivity_table_parameter(sensitivity, order[p], key);
        end_line(sensitivity_table_first(sensitivity, order[p]), key, out);
    }
    free(order);
}

static void write_drivers(const struct sensitivity *sensitivity, FILE *out)
{
    fputs("# indices by neighbours, from the worlds as run plays them: of the outcome, of being among the highest tenth, of\n"
          "# closing; place: the assumption's mean rank, 0 to 1, among these\n"
          "factor\tfirst\tfirst_error\thighest\thighest_error\tplace_in_highest\tclosed\tclosed_error\tplace_in_closed\t"
          "decided_by\tkey\tmeaning\n", out);
    for (int f = 0; f < sensitivity->factors.count; f++) {
        const struct sensitivity_factor *each = &sensitivity->each[f];
        char key[SENSITIVITY_NAME_MAX];
        fprintf(out, "%d", f + 1);
        tab_figure(each->first, out);
        for (int t = 0; t < TARGETS; t++) {
            tab_figure(each->target[t], out);
            tab_number(each->place[t], out);
        }
        sensitivity_table_factor(&sensitivity->factors.factor[f], key);
        end_line(&sensitivity->factors.factor[f], key, out);
    }
}

static void write_years(const struct sensitivity *sensitivity, FILE *out)
{
    fprintf(out, "# indices by neighbours of the rank of %s at the end of a year\n"
                 "factor\tyear\tindex\terror\tdecided_by\tkey\tmeaning\n",
            observable_table[sensitivity->question.over].key);
    for (int f = 0; f < sensitivity->factors.count; f++)
        for (int y = 0; y < sensitivity->years; y++) {
            char key[SENSITIVITY_NAME_MAX];
            fprintf(out, "%d\t%d", f + 1, sensitivity->year[y]);
            tab_figure(sensitivity->each[f].over[y], out);
            sensitivity_table_factor(&sensitivity->factors.factor[f], key);
            end_line(&sensitivity->factors.factor[f], key, out);
        }
}

const struct sensitivity_tsv sensitivity_tsv_tables[SENSITIVITY_TSV_TABLES] = {
    {"tornado", write_tornado}, {"spread", write_spread}, {"drivers", write_drivers}, {"years", write_years}};
