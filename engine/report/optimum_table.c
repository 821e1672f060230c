#include "report/optimum_table.h"

#include "report/amount.h"
#include "report/cell.h"
#include "report/gain.h"
#include "report/lettering.h"
#include "report/optimum_words.h"
#include "report/table.h"

#include <inttypes.h>
#include <math.h>

enum { NOTE_SIZE = 1000, FRONTIER_SHOWN = 8 };

static void say(const char *text, const char *end, FILE *out)
{
    lettering_print(out, text, TABLE_COLUMNS, 2);
    fputs(end, out);
}

static struct words lever_words(const struct lever *lever, double value)
{
    struct words words;
    if (lever->key.field->unit != UNIT_WORD || !isfinite(value))
        return amount_words(value, lever->key.field->unit);
    snprintf(words.text, sizeof words.text, "%.60s", lever->key.field->words[(int)value]);
    return words;
}

static struct words lever_now(const struct optimum_task *task, const struct lever *lever)
{
    const struct distribution *value = &task->scenario->strategy[task->strategy].assumptions[lever->key.column].value;
    struct words words;
    if (value->shape == SHAPE_CONSTANT)
        return lever_words(lever, value->a);
    snprintf(words.text, sizeof words.text, "drawn");
    return words;
}

static void write_levers(const struct optimum *optimum, FILE *out)
{
    const struct optimum_task *task = &optimum->task;
    fputs("\n  Lever                                       now          from            to      best\n", out);
    for (int l = 0; l < task->levers; l++) {
        const struct lever *lever = &task->lever[l];
        fprintf(out, "    %-32s", lever->name);
        cell_pad(out, lever_now(task, lever).text, 11);
        cell_pad(out, lever_words(lever, lever->low).text, 14);
        cell_pad(out, lever_words(lever, lever->high).text, 14);
        cell_pad(out, lever_words(lever, optimum->try[optimum->best].value[l]).text, 14);
        fputc('\n', out);
    }
}

static void write_check(const struct optimum *optimum, const struct optimum_check *check, const char *name, FILE *out)
{
    const struct measure *measure = &optimum->task.objective.measure;
    fprintf(out, "    %-26s", name);
    cell_pad(out, optimum_words_aim(optimum, check->base.value).text, 12);
    cell_pad(out, optimum_words_aim(optimum, check->best.value).text, 14);
    cell_pad(out, gain_words(measure, check->gain.value).text, 14);
    cell_pad(out, gain_interval(measure, check->gain).text, 30);
    fputc('\n', out);
}

static void write_chance(const char *name, double base, double best, const char *end, FILE *out)
{
    fprintf(out, "    %-26s", name);
    cell_pad(out, words_percent(base).text, 12);
    cell_pad(out, words_percent(best).text, 14);
    fprintf(out, "%s\n", end);
}

static void write_checks(const struct optimum *optimum, FILE *out)
{
    const struct optimum_task *task = &optimum->task;
    fprintf(out, "\n  %-28s%12s%14s%14s%30s\n", "", "now", "best", "gain", "95% interval");
    write_check(optimum, &optimum->seen, "worlds of the search", out);
    write_check(optimum, &optimum->fresh, "fresh worlds", out);
    fputs("\n  In fresh worlds\n", out);
    write_chance("chance of nothing", optimum->fresh.ruin_base, optimum->fresh.ruin_best, "", out);
    for (int l = 0; l < task->limits; l++) {
        const struct measure *measure = &task->limit[l].measure;
        const bool kept = optimum->fresh.limit_best[l] <= task->limit[l].most;
        fprintf(out, "    %-26s", task->limit[l].name);
        cell_pad(out, gain_level(measure, optimum->fresh.limit_base[l]).text, 12);
        cell_pad(out, gain_level(measure, optimum->fresh.limit_best[l]).text, 14);
        fprintf(out, "%s\n", kept ? "" : "  broken");
    }
}

/* The try on the frontier with the least ruin above `ruin`; no two there have the same. */
static int following(const struct optimum *optimum, double ruin)
{
    int next = -1;
    for (int t = 0; t < optimum->tried; t++) {
        const struct optimum_try *try = &optimum->try[t];
        if (try->efficient && try->ruin > ruin && (next < 0 || try->ruin < optimum->try[next].ruin))
            next = t;
    }
    return next;
}

static void write_frontier(const struct optimum *optimum, FILE *out)
{
    int count = 0, shown = 0;
    for (int t = 0; t < optimum->tried; t++)
        count += optimum->try[t].efficient;
    if (count < 2)
        return;
    fputs("\n  Tries that none beats in both: chance of nothing, and what is maximised\n", out);
    const int most = count < FRONTIER_SHOWN ? count : FRONTIER_SHOWN;
    double ruin = -INFINITY;
    for (int place = 0; place < count; place++) {
        const int t = following(optimum, ruin);
        ruin = optimum->try[t].ruin;
        if (place < shown * (count - 1) / (most - 1)) /* as many as fit, evenly spread */
            continue;
        shown++;
        cell_pad(out, words_percent(ruin).text, 12);
        cell_pad(out, optimum_words_aim(optimum, optimum->try[t].aim).text, 12);
        fprintf(out, "   %s\n", t ? optimum_words_levers(optimum, t).text : "as it is");
    }
}

/* What cannot be told from luck, or breaks a limit, is not recommended. */
static bool is_answer(const struct optimum *optimum)
{
    return optimum->best > 0 && optimum->clear && optimum->keeps_limits;
}

void optimum_table_settings(const struct optimum *optimum, FILE *out)
{
    for (int i = 0; is_answer(optimum) && i < optimum->plan.count; i++) {
        char text[LEVER_SETTING_SIZE];
        lever_setting(&optimum->plan, i, optimum->task.strategy, text);
        fprintf(out, "%s\n", text);
    }
}

static void write_settings(const struct optimum *optimum, FILE *out)
{
    fputs("\n  To play it\n    playbook run ", out);
    fputs(optimum->task.file, out);
    for (int i = 0; i < optimum->plan.count; i++) {
        char text[LEVER_SETTING_SIZE];
        lever_setting(&optimum->plan, i, optimum->task.strategy, text);
        fprintf(out, " \\\n      --set '%s'", text);
    }
    fputc('\n', out);
}

/* Levers that were drawn together with another number, which keeps its draw. */
static void write_coupled(const struct optimum_task *task, char *text, size_t size)
{
    for (int l = 0; l < task->levers; l++)
        for (int c = 0; c < task->scenario->correlations; c++) {
            const int *column = task->scenario->correlation[c].column;
            const int now = task->lever[l].key.column;
            if (column[0] != now && column[1] != now)
                continue;
            snprintf(text, size, " Now %s is drawn together with another number, which stays as it is drawn when the lever "
                     "is set: mind that.", task->lever[l].name);
            return;
        }
}

static double part_lost(const struct optimum *optimum)
{
    return 1.0 - optimum->fresh.gain.value / optimum->seen.gain.value;
}

void optimum_table_write(const struct optimum *optimum, FILE *out)
{
    const struct optimum_task *task = &optimum->task;
    char note[NOTE_SIZE], lost[160] = "", refused[120] = "", coupled[260] = "";
    say(optimum_words_verdict(optimum).text, ".\n", out);
    if (optimum->best > 0) {
        write_levers(optimum, out);
        write_checks(optimum, out);
    }
    write_frontier(optimum, out);
    if (is_answer(optimum))
        write_settings(optimum, out);
    if (optimum->best > 0 && part_lost(optimum) >= 0.1)
        snprintf(lost, sizeof lost, " Of the gain in the worlds of the search %s is lost in fresh ones: that much was luck.",
                 part_lost(optimum) < 1.0 ? words_percent(part_lost(optimum)).text : "all");
    write_coupled(task, coupled, sizeof coupled);
    if (optimum->refused > 0)
        snprintf(refused, sizeof refused, " %d tries make no sound scenario and were not played.", optimum->refused);
    snprintf(note, sizeof note, "%d tries of %s worlds each, always the same (seed %" PRIu64 "); checked in %s worlds that "
             "the search has not seen.%s%s%s%s Errors are those of the simulation, not of the assumptions.",
             optimum->tried - 1, words_count(task->paths).text, task->seed, words_count(task->fresh_paths).text, lost,
             refused, coupled, task->limits > 0 ? " A try must keep a limit by two standard errors." : "");
    fputc('\n', out);
    say(note, "\n", out);
}
