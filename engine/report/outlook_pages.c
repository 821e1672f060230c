#include "report/outlook_pages.h"

#include "numerics/normal.h"
#include "report/ends.h"
#include "report/heading.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/words.h"
#include "scenario/likeness.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum { MOST_STEPS = 6, TICKS_MOST = 10, NAME_SIZE = 256, AHEAD = 12 };

const char *const outlook_pages_key = "forecast";

/* A year after the last observation, or the last month there is. */
static const struct outlook_point *ahead(const struct outlook *outlook)
{
    const struct outlook_point *point = &outlook->point[0];
    for (int i = 0; i < outlook->points; i++)
        if (outlook->point[i].month <= outlook->history->last + AHEAD)
            point = &outlook->point[i];
    return point;
}

static bool is_revenue(const struct observation *observation)
{
    return observation->measure.observable == OBSERVABLE_revenue;
}

static bool shows_any(const struct history *history)
{
    for (int o = 0; o < history->observations; o++)
        if (is_revenue(&history->observation[o]))
            return true;
    return false;
}

/* --- Data ----------------------------------------------------------------------------------- */

void outlook_pages_data(const struct outlook *outlook, FILE *out)
{
    fputs("# yearly revenue by month: quantiles given the history, with their errors, and of all worlds (before);\n"
          "# 'seen' is what was observed, 'low' and 'high' nine in ten of its error\n"
          "month\tp5\tp5_error\tp25\tp25_error\tmedian\tmedian_error\tp75\tp75_error\tp95\tp95_error\tbefore_p5\t"
          "before_p25\tbefore_median\tbefore_p75\tbefore_p95\tseen\tlow\thigh\n", out);
    for (int i = 0; i < outlook->points; i++) {
        const struct outlook_point *point = &outlook->point[i];
        fprintf(out, "%d", point->month);
        for (int q = 0; q < OUTLOOK_QUANTILES; q++)
            fprintf(out, "\t%.10g\t%.10g", point->revenue[q].value, point->revenue[q].error);
        for (int q = 0; q < OUTLOOK_QUANTILES; q++)
            fprintf(out, "\t%.10g", point->before[q]);
        fputs("\tNaN\tNaN\tNaN\n", out);
    }
    for (int o = 0; o < outlook->history->observations; o++) {
        const struct observation *seen = &outlook->history->observation[o];
        if (!is_revenue(seen))
            continue;
        const double at = likeness_scaled(seen->value, UNIT_DOLLARS), reach = NORMAL_90 * seen->error;
        fprintf(out, "%d", seen->measure.month);
        for (int i = 0; i < 3 * OUTLOOK_QUANTILES; i++)
            fputs("\tNaN", out);
        fprintf(out, "\t%.10g\t%.10g\t%.10g\n", seen->value, likeness_unscaled(at - reach, UNIT_DOLLARS),
                likeness_unscaled(at + reach, UNIT_DOLLARS));
    }
}

/* --- Words ---------------------------------------------------------------------------------- */

static void write_caption(const struct outlook *outlook, FILE *meta)
{
    const struct outlook_point *point = ahead(outlook);
    const struct scenario *scenario = outlook->company->scenario;
    struct caption caption = {.strategy = 0};
    char name[NAME_SIZE], strategy[NAME_SIZE], source[2 * NAME_SIZE];
    snprintf(caption.title, CAPTION_SIZE,
             "Given %d months of history, revenue at month %d is %s in the middle world, and %s to %s in nine of ten",
             outlook->history->last, point->month, words_money(point->revenue[2].value).text,
             words_money(point->revenue[0].value).text, words_money(point->revenue[4].value).text);
    snprintf(caption.subtitle, CAPTION_SIZE,
             "Yearly revenue; a closed company has none. Shaded: half (dark) and nine in ten of the worlds, by how like "
             "the history they are. Dashed: nine in ten of all worlds%s",
             shows_any(outlook->history) ? ". Points: what was observed, with its error" : "");
    snprintf(caption.note, CAPTION_SIZE, "as much as %s worlds of equal weight%s",
             words_round_count(outlook->effective).text, outlook->widening > 1.0 ? ", errors widened" : "");
    lettering_shorten(name, sizeof name, outlook->history->name, 24);
    lettering_shorten(strategy, sizeof strategy, scenario->strategy[outlook->company->strategy].name, 24);
    snprintf(source, sizeof source, "%.200s · %.200s · seed %" PRIu64 " · %s worlds", name, strategy, outlook->seed,
             words_count(outlook->paths).text);
    heading_write(&caption, outlook_pages_key, source, meta);
}

/* --- Axes ----------------------------------------------------------------------------------- */

static void write_time(int horizon, FILE *meta)
{
    static const int steps[] = {3, 6, 12, 24, 60};
    int step = steps[4], ticks = 0;
    for (int s = 4; s >= 0; s--)
        if (horizon / steps[s] <= TICKS_MOST)
            step = steps[s];
    for (int month = 0; month <= horizon; month += step) {
        char text[32];
        if (month == 0)
            snprintf(text, sizeof text, "start");
        else
            snprintf(text, sizeof text, step % 12 ? "month %d" : "year %d", step % 12 ? month : month / 12);
        meta_number(meta, month, "time_tick_%d_month", ++ticks);
        meta_text(meta, text, "time_tick_%d", ticks);
    }
    meta_number(meta, ticks, "time_ticks");
    meta_number(meta, horizon, "horizon");
}

static double highest(const struct outlook *outlook)
{
    double most = 1.0;
    for (int i = 0; i < outlook->points; i++)
        most = fmax(most, outlook->point[i].revenue[OUTLOOK_QUANTILES - 1].value);
    for (int o = 0; o < outlook->history->observations; o++)
        if (is_revenue(&outlook->history->observation[o]))
            most = fmax(most, 1.2 * outlook->history->observation[o].value);
    return most;
}

static void write_ends(const struct outlook *outlook, double top, FILE *meta)
{
    static const char *const names[OUTLOOK_QUANTILES] = {"1 in 20 below", "a quarter below", NULL, "a quarter above",
                                                          "1 in 20 above"};
    const struct outlook_point *last = &outlook->point[outlook->points - 1];
    struct ends ends = {.count = 0};
    for (int q = OUTLOOK_QUANTILES - 1; q >= 0; q--) {
        const bool middle = q == OUTLOOK_QUANTILES / 2;
        struct end *end = ends_add(&ends, middle ? "the middle world" : NULL, 1, middle, last->revenue[q].value / top);
        if (middle)
            ends_line(end, "%s", words_money(last->revenue[q].value).text);
        else
            ends_line(end, "%s %s", names[q], words_money(last->revenue[q].value).text);
    }
    ends_write(&ends, meta, outlook_pages_key);
}

void outlook_pages_write(const struct outlook *outlook, FILE *meta)
{
    const struct layout_axis axis = layout_axis(highest(outlook), MOST_STEPS);
    const double top = axis.step * axis.steps;
    write_time(outlook->company->scenario->horizon, meta);
    write_caption(outlook, meta);
    meta_number(meta, top, "forecast_top");
    meta_number(meta, axis.step, "forecast_step");
    meta_number(meta, axis.steps, "forecast_ticks");
    meta_number(meta, outlook->history->last, "forecast_now");
    meta_number(meta, shows_any(outlook->history), "forecast_seen");
    write_ends(outlook, top, meta);
    meta_text(meta, outlook_pages_key, "deck_pages");
}
