#include "report/quadrants.h"

#include "report/captions.h"
#include "report/layout.h"
#include "report/meta.h"
#include "report/reading.h"
#include "report/words.h"

#include <math.h>

enum { NAME_SIZE = 256 };

/* Dollars up to both ends of what is shown, zero among them. */
static void tell_dollars(const struct summary *summary, FILE *meta)
{
    double low = 0, high = 0;
    for (int i = 0; i < summary->strategies; i++) {
        struct figure certain = summary->strategy[i].certain;
        double margin = isfinite(certain.error) ? words_margin(certain.error) : 0;
        low = fmin(low, certain.value - margin);
        high = fmax(high, certain.value + margin);
    }
    /* Room for the words in the corners. */
    double span = fmax(high - low, 2e4);
    low -= 0.2 * span;
    high += 0.2 * span;
    double step = layout_axis(high - low, 6).step;
    low = floor(low / step) * step;
    high = ceil(high / step) * step;
    meta_number(meta, low, "parties_low");
    meta_number(meta, high, "parties_high");
    meta_number(meta, step, "parties_step");
}

static void tell_multiples(const struct summary *summary, FILE *meta)
{
    double most = 1.8;
    bool without = false;
    for (int i = 0; i < summary->strategies; i++) {
        struct figure multiple = summary->strategy[i].multiple;
        if (isfinite(multiple.value))
            most = fmax(most, multiple.value * 1.05);
        else
            without = true;
    }
    struct layout_axis axis = layout_axis(most, 6);
    meta_number(meta, axis.step * axis.steps, "parties_most");
    meta_number(meta, axis.step, "parties_multiple_step");
    meta_number(meta, without, "parties_without"); /* some raise nothing */
}

static void tell_strategy(const struct summary *summary, int i, FILE *meta)
{
    const struct strategy_summary *one = &summary->strategy[i];
    char text[NAME_SIZE];
    captions_name(text, sizeof text, summary, i, 19);
    meta_text(meta, text, "parties_name_%d", i + 1);
    snprintf(text, sizeof text, "founder %s; %s do worse than in a job",
             words_money_difference(one->certain.value).text, words_percent(one->worse.value).text);
    meta_text(meta, text, "parties_founder_%d", i + 1);
    if (isfinite(one->multiple.value))
        snprintf(text, sizeof text, "investors %s; staff get %s",
                 words_multiple(one->multiple.value).text, words_money(one->pool_mean.value).text);
    else if (one->pool_mean.value > 0)
        snprintf(text, sizeof text, "no investors; staff get %s",
                 words_money(one->pool_mean.value).text);
    else
        snprintf(text, sizeof text, "no investors; no shares for staff");
    meta_text(meta, text, "parties_investor_%d", i + 1);
}

void quadrants_chart(const struct summary *summary, FILE *meta)
{
    tell_dollars(summary, meta);
    tell_multiples(summary, meta);
    for (int i = 0; i < summary->strategies; i++)
        tell_strategy(summary, i, meta);
    char text[NAME_SIZE] = "";
    if (summary->strategies > 1)
        snprintf(text, sizeof text, "No strategy is best for both in %s of the same worlds.",
                 words_percent(summary->torn.value).text);
    meta_text(meta, text, "parties_torn");
}
