#include "report/optimum_pages.h"

#include "report/captions.h"
#include "report/gain.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/optimum_words.h"
#include "report/tab.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum { NAME_SIZE = 400, MOST_STEPS = 5 };

/* --- The table ------------------------------------------------------------------------------ */

/* From little ruin to much, so that the frontier is one line. */
static int *order_tries(const struct optimum *optimum)
{
    int *order = malloc((size_t)optimum->tried * sizeof *order);
    for (int t = 0; order && t < optimum->tried; t++) {
        int place = t;
        for (; place > 0 && optimum->try[order[place - 1]].ruin > optimum->try[t].ruin; place--)
            order[place] = order[place - 1];
        order[place] = t;
    }
    return order;
}

void optimum_pages_tries(const struct optimum *optimum, FILE *out)
{
    int *order = order_tries(optimum);
    fputs("# everything that was tried, from little ruin to much, in the worlds of the search and the engine's units; "
          "number 0 is the strategy as it is, kind 0: a limit is broken, 1: legal, 2: nothing has less ruin and more\n"
          "try\tkind\tbest\tnothing\taim\texcess", out);
    for (int l = 0; l < optimum->task.levers; l++)
        fprintf(out, "\t%s", optimum->task.lever[l].name);
    fputc('\n', out);
    for (int i = 0; order && i < optimum->tried; i++) {
        const struct optimum_try *try = &optimum->try[order[i]];
        if (!isfinite(try->aim))
            continue;
        fprintf(out, "%d\t%d\t%d", order[i], try->efficient ? 2 : try->excess > 0.0 ? 0 : 1, order[i] == optimum->best);
        tab_number(try->ruin, out);
        tab_number(try->aim, out);
        tab_number(try->excess, out);
        for (int l = 0; l < optimum->task.levers; l++)
            tab_number(try->value[l], out);
        fputc('\n', out);
    }
    free(order);
}

/* --- The page ------------------------------------------------------------------------------- */

static void write_lines(const char *text, const char *what, bool balanced, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    if (balanced)
        lettering_balance(lines[0], CAPTION_SIZE, 2, clean, ems);
    else
        lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "frontier_%s_1", what);
    meta_text(meta, lines[1], "frontier_%s_2", what);
}

static void write_caption(const struct optimum *optimum, FILE *meta)
{
    const struct optimum_task *task = &optimum->task;
    char text[2 * CAPTION_SIZE], name[NAME_SIZE];
    if (optimum->best > 0 && optimum->clear && optimum->keeps_limits)
        snprintf(text, sizeof text, "In worlds that the search has not seen, %s goes from %s to %s",
                 optimum_words_objective(optimum).text, optimum_words_aim(optimum, optimum->fresh.base.value).text,
                 optimum_words_aim(optimum, optimum->fresh.best.value).text);
    else
        snprintf(text, sizeof text, "%s", optimum_words_verdict(optimum).text);
    write_lines(text, "title", true, CAPTIONS_TITLE_EMS, meta);
    lettering_shorten(name, sizeof name, task->scenario->strategy[task->strategy].name, 30);
    snprintf(text, sizeof text, "%.120s. Each dot is a try, in the worlds of the search; the line joins those that none beats in both.%s%.500s",
             name, optimum->best > 0 ? " Best: " : "", optimum->best > 0 ? optimum_words_levers(optimum, optimum->best).text : "");
    write_lines(text, "subtitle", false, CAPTIONS_SUBTITLE_EMS, meta);
    lettering_shorten(name, sizeof name, task->scenario->name, 24);
    snprintf(text, sizeof text, "%s (%08" PRIx64 ") · seed %" PRIu64 " · %d tries in the same %s worlds, checked in %s others · "
             "playbook %s · data/frontier.tsv, plots/frontier.gp", name, task->scenario->hash >> 32, task->seed,
             optimum->tried - 1, words_count(task->paths).text, words_count(task->fresh_paths).text, PLAYBOOK_VERSION);
    write_lines(text, "note", false, CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, task->strategy + 1, "frontier_strategy");
}

/* From the frontier's ends outwards: a few bad tries must not press all others together. */
static void find_range(const struct optimum *optimum, double *low, double *high, double *left, double *right)
{
    double lowest = INFINITY;
    *low = *left = INFINITY;
    *high = *right = -INFINITY;
    for (int t = 0; t < optimum->tried; t++) {
        const struct optimum_try *try = &optimum->try[t];
        if (!isfinite(try->aim))
            continue;
        lowest = fmin(lowest, try->aim);
        *high = fmax(*high, try->aim);
        if (try->efficient || t == 0)
            *low = fmin(*low, try->aim);
    }
    *low = fmax(lowest, *low - (*high - *low > 0.0 ? *high - *low : fabs(*high)));
    for (int t = 0; t < optimum->tried; t++)
        if (optimum->try[t].aim >= *low) {
            *left = fmin(*left, optimum->try[t].ruin);
            *right = fmax(*right, optimum->try[t].ruin);
        }
}

static void write_axis(const struct optimum *optimum, double low, double high, char name, FILE *meta)
{
    const double reach = high - low > 0.0 ? high - low : name == 'x' ? 0.02 : fmax(fabs(high), 1.0) / 10.0;
    const struct layout_axis axis = layout_axis(reach, MOST_STEPS);
    const double from = axis.step * floor(low / axis.step), to = axis.step * ceil((low + reach) / axis.step);
    const struct measure chance = {.chance = true, .unit = UNIT_SHARE};
    int ticks = 0;
    meta_number(meta, from, "frontier_%c_low", name);
    meta_number(meta, to, "frontier_%c_high", name);
    for (double at = from; at <= to + axis.step / 2.0; at += axis.step) {
        const double tick = fabs(at) < axis.step / 2.0 ? 0.0 : at;
        meta_number(meta, tick, "frontier_%c_tick_%d_at", name, ++ticks);
        meta_text(meta, gain_tick(name == 'x' ? &chance : &optimum->task.objective.measure, tick, axis.step, false).text, "frontier_%c_tick_%d", name, ticks);
    }
    meta_number(meta, ticks, "frontier_%c_ticks", name);
}

static void write_mark(const struct optimum *optimum, int t, const char *name, const char *key, FILE *meta)
{
    char text[200];
    const struct optimum_try *try = &optimum->try[t < 0 ? 0 : t];
    snprintf(text, sizeof text, "%s: %s, %s nothing", name, optimum_words_aim(optimum, try->aim).text,
             words_percent(try->ruin).text);
    meta_text(meta, text, "frontier_%s", key);
    meta_number(meta, t < 0 ? NAN : try->ruin, "frontier_%s_x", key);
    meta_number(meta, t < 0 ? NAN : try->aim, "frontier_%s_y", key);
}

void optimum_pages_write(const struct optimum *optimum, FILE *meta)
{
    double low, high, left, right;
    char text[200];
    write_caption(optimum, meta);
    find_range(optimum, &low, &high, &left, &right);
    write_axis(optimum, left, right, 'x', meta);
    write_axis(optimum, low, high, 'y', meta);
    write_mark(optimum, 0, "as it is", "now", meta);
    write_mark(optimum, optimum->best > 0 ? optimum->best : 0, "best", "best", meta);
    meta_number(meta, optimum->best > 0, "frontier_found");
    snprintf(text, sizeof text, "%s", optimum_words_objective(optimum).text);
    meta_text(meta, text, "frontier_objective");
    meta_text(meta, "frontier", "deck_pages");
}
