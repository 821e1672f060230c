#include "report/stress_pages.h"

#include "report/captions.h"
#include "report/change_words.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { ROWS_MOST = 12, STEPS_MOST = 6, NAME_SIZE = 512 };

/* Widths of the labels at both sides over the sizes of their letters. */
static const double TITLE_EMS = 205 / 12.0, MEANS_EMS = 240 / 9.5, BEST_EMS = 215 / 11.0;

static const char *name_of(const struct stress *stress, int k)
{
    return stress->scenario->strategy[stress->strategy[k]].name;
}

static void write_lines(const char *text, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "stress_%s_1", what);
    meta_text(meta, lines[1], "stress_%s_2", what);
}

static const char *words_of(const struct stress *stress)
{
    bool usual = stress->measure.observable < 0 && stress->measure.ending == ENDING_TAKE_HOME;
    return usual ? "take-home" : stress->measure.name;
}

/* The hardest single shock on one strategy that is clearly for the worse; false when there is none. */
static bool find_hardest(const struct stress *stress, int *row, int *strategy)
{
    double worst = 0.0;
    bool found = false;
    for (int r = 0; r < stress->shocks && r < ROWS_MOST; r++)
        for (int k = 0; k < stress->strategies; k++) {
            const struct paired *kept = &stress->row[r].effect[k].kept;
            double harm = stress->wants_less ? kept->value : -kept->value;
            if (paired_is_clear(kept) && harm > worst) {
                worst = harm;
                *row = r;
                *strategy = k;
                found = true;
            }
        }
    return found;
}

static void write_title(const struct stress *stress, FILE *meta)
{
    char title[CAPTION_SIZE], clean[CAPTION_SIZE], lines[2][CAPTION_SIZE], name[NAME_SIZE];
    int row = 0, k = 0;
    const char *measure = words_of(stress);
    if (find_hardest(stress, &row, &k)) {
        const struct paired *kept = &stress->row[row].effect[k].kept;
        lettering_shorten(name, sizeof name, name_of(stress, k), 20);
        if (stress->is_share)
            snprintf(title, sizeof title, "‘%.120s’ changes ‘%.60s’ of ‘%.160s’ by %s points", stress->row[row].shock->title,
                     stress->measure.name, name, change_words_short(kept, CHANGE_POINTS).text);
        else
            snprintf(title, sizeof title, "‘%.120s’ takes %s off the mean %.60s of ‘%.160s’",
                     stress->row[row].shock->title, words_percent(-kept->value).text, measure, name);
    } else {
        snprintf(title, sizeof title, "No shock makes any strategy clearly worse in %s worlds",
                 words_count(stress->paths).text);
    }
    lettering_clean(clean, sizeof clean, title);
    lettering_balance(lines[0], CAPTION_SIZE, 2, clean, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "stress_title_1");
    meta_text(meta, lines[1], "stress_title_2");
    meta_number(meta, stress->strategy[k] + 1, "stress_strategy");
}

static void write_caption(const struct stress *stress, int rows, FILE *meta)
{
    char text[2 * CAPTION_SIZE], name[NAME_SIZE], left_out[80] = "";
    write_title(stress, meta);
    snprintf(text, sizeof text,
             "Mean %.80s with each shock less without it in the same worlds, %s. Lines: intervals; hollow: zero lies "
             "inside",
             words_of(stress), stress->is_share ? "in points" : "as a share");
    write_lines(text, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    if (rows < stress->rows)
        snprintf(left_out, sizeof left_out, " · left out: %d rows", stress->rows - rows);
    lettering_shorten(name, sizeof name, stress->scenario->name, 24);
    snprintf(text, sizeof text,
             "%s · seed %" PRIu64 " · %s worlds · playbook %s · data/stress.tsv, plots/stress.gp · bears it best: %s than "
             "every other strategy, each pair's interval without zero · all %d intervals of the table hold together in 95%% of cases%s",
             name, stress->seed, words_count(stress->paths).text, stress->version,
             stress->is_share ? "changes less for the worse" : "keeps a larger share",
             stress->claims, left_out);
    write_lines(text, "note", CAPTIONS_NOTE_EMS, meta);
}

static void write_label(const char *text, double ems, const char *what, int row, FILE *meta)
{
    char clean[NAME_SIZE], shown[NAME_SIZE];
    lettering_clean(clean, sizeof clean, text);
    lettering_shorten(shown, sizeof shown, clean, ems);
    meta_text(meta, shown, "stress_%s_%d", what, row);
}

static void write_row(const struct stress *stress, int r, FILE *meta)
{
    char text[NAME_SIZE];
    const struct stress_row *row = &stress->row[r];
    write_label(row->shock ? row->shock->title : "All of them together", TITLE_EMS, "name", r + 1, meta);
    if (row->shock && row->shock->months == 1)
        snprintf(text, sizeof text, "month %d", row->shock->first_month + 1);
    else if (row->shock)
        snprintf(text, sizeof text, "month %d to %d", row->shock->first_month + 1,
                 row->shock->first_month + row->shock->months);
    else
        snprintf(text, sizeof text, "each in its own months");
    write_label(text, MEANS_EMS, "when", r + 1, meta);
    write_label(stress->strategies < 2 ? "" : row->best < 0 ? "not clear" : name_of(stress, row->best), BEST_EMS, "best",
                r + 1, meta);
    meta_number(meta, row->best < 0 ? 0 : stress->strategy[row->best] + 1, "stress_best_strategy_%d", r + 1);
}

static void write_axis(const struct stress *stress, int rows, FILE *meta)
{
    double low = 0.0, high = 0.0;
    for (int r = 0; r < rows; r++)
        for (int k = 0; k < stress->strategies; k++) {
            const struct paired *kept = &stress->row[r].effect[k].kept;
            low = fmin(low, fmin(kept->value, kept->low)); /* an end that is not known does not count */
            high = fmax(high, fmax(kept->value, kept->high));
        }
    struct layout_axis axis = layout_axis(high - low > 0.0 ? high - low : 0.1, STEPS_MOST);
    meta_number(meta, axis.step, "stress_step");
    meta_number(meta, -axis.step * ceil(-low / axis.step - 1e-9), "stress_low");
    meta_number(meta, axis.step * fmax(ceil(high / axis.step - 1e-9), low < 0.0 ? 0.0 : 1.0), "stress_top");
}

void stress_pages_write(const struct stress *stress, FILE *meta)
{
    int rows = stress->rows < ROWS_MOST ? stress->rows : ROWS_MOST;
    write_caption(stress, rows, meta);
    meta_number(meta, rows, "stress_rows");
    meta_number(meta, stress->strategies, "stress_strategies");
    for (int k = 0; k < stress->strategies; k++) {
        write_label(name_of(stress, k), 864.0 / 12.0 / (stress->strategies > 4 ? 5 : stress->strategies) - 2.5, "legend",
                    k + 1, meta);
        meta_number(meta, stress->strategy[k] + 1, "stress_number_%d", k + 1);
    }
    for (int r = 0; r < rows; r++)
        write_row(stress, r, meta);
    meta_number(meta, stress->is_share, "stress_points");
    write_axis(stress, rows, meta);
    meta_text(meta, "stress", "deck_pages");
}
