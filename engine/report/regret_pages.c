#include "report/regret_pages.h"

#include "report/captions.h"
#include "report/gain.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/regret_tsv.h"
#include "report/regret_words.h"

#include <inttypes.h>
#include <math.h>

enum { NAME_SIZE = 300, INTERVALS_COLUMNS = 5, HEADS = 2 };

/* Points of a slide, as in plots/regret.gp. */
static const double NAMES = 214.0, PAGE = 864.0;

static double column_width(const struct regret *regret) { return (PAGE - NAMES) / (regret->choices->scenarios + 1); }

/* Wider tables leave no room; data/regret.tsv has them. */
static bool shows_intervals(const struct regret *regret) { return regret->choices->scenarios <= INTERVALS_COLUMNS; }

static void write_lines(const char *text, const char *what, bool balanced, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    if (balanced)
        lettering_balance(lines[0], CAPTION_SIZE, 2, clean, ems);
    else
        lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "regret_%s_1", what);
    meta_text(meta, lines[1], "regret_%s_2", what);
}

static void write_caption(const struct regret *regret, FILE *meta)
{
    char text[2 * CAPTION_SIZE], name[NAME_SIZE];
    struct regret_sentence verdict = regret_words_verdict(regret, 18.0);
    write_lines(verdict.text, "title", true, CAPTIONS_TITLE_EMS, meta);
    snprintf(text, sizeof text,
             "What a choice lacks to the one with the most in each scenario, in the same worlds: %s%.60s. Grey: not clear, zero "
             "lies inside the interval%s",
             regret->objective.by == OBJECTIVE_MEAN ? "mean " : "", regret->objective.name,
             shows_intervals(regret) ? " below the number" : "");
    write_lines(text, "subtitle", false, CAPTIONS_SUBTITLE_EMS, meta);
    lettering_shorten(name, sizeof name, regret_words_scenario(regret, 0), 24);
    snprintf(text, sizeof text,
             "%s · seed %" PRIu64 " · %s worlds of each scenario · playbook %s · data/regret.tsv, plots/regret.gp · all intervals hold "
             "together in 95%% of cases (comparisons: %d) · at worst: the largest number of a row, clear or not",
             name, regret->seed, words_count(regret->paths).text, PLAYBOOK_VERSION, regret->comparisons);
    write_lines(text, "note", false, CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, 1, "regret_strategy");
}

static void write_heads(const struct regret *regret, FILE *meta)
{
    for (int s = 0; s < regret->choices->scenarios; s++) {
        char clean[NAME_SIZE], lines[HEADS][NAME_SIZE];
        lettering_clean(clean, sizeof clean, regret_words_scenario(regret, s));
        const int count = lettering_wrap(lines[0], NAME_SIZE, HEADS, clean, (column_width(regret) - 8.0) / 11.0);
        meta_number(meta, count, "regret_head_%d_lines", s + 1);
        for (int l = 0; l < HEADS; l++)
            meta_text(meta, lines[l], "regret_head_%d_%d", s + 1, l + 1);
    }
}

static void write_cell(const struct regret *regret, int c, int s, FILE *meta)
{
    char below[80];
    const struct regret_cell *cell = &regret->cell[c][s];
    const struct measure *measure = &regret->objective.measure;
    const bool leads = c == regret->leader[s];
    if (leads)
        snprintf(below, sizeof below, "brings %.60s", gain_level(measure, cell->outcome.value).text);
    else
        snprintf(below, sizeof below, "%.70s", regret_words_interval(regret, &cell->behind).text);
    meta_text(meta, !leads ? regret_words_lack(regret, cell->behind.value).text : regret->clear[s] ? "best" : "not clear",
              "regret_cell_%d_%d", c + 1, s + 1);
    meta_text(meta, shows_intervals(regret) ? below : "", "regret_below_%d_%d", c + 1, s + 1);
    meta_number(meta, regret_tsv_shade(regret, c, s), "regret_shade_%d_%d", c + 1, s + 1);
}

static void write_row(const struct regret *regret, int c, FILE *meta)
{
    char clean[NAME_SIZE], lines[2][NAME_SIZE];
    lettering_clean(clean, sizeof clean, regret->choices->name[c]);
    const int count = lettering_wrap(lines[0], NAME_SIZE, 2, clean, (NAMES - 14.0) / 12.0);
    meta_number(meta, count, "regret_name_%d_lines", c + 1);
    meta_text(meta, lines[0], "regret_name_%d_1", c + 1);
    meta_text(meta, lines[1], "regret_name_%d_2", c + 1);
    for (int s = 0; s < regret->choices->scenarios; s++)
        write_cell(regret, c, s, meta);
    const struct words most = regret_words_lack(regret, regret->most[c]);
    meta_text(meta, regret_words_lack(regret, regret->worst[c]).text, "regret_worst_%d", c + 1);
    snprintf(clean, sizeof clean, "95%%: up to %.60s", most.text);
    meta_text(meta, regret->most[c] > 0.0 && shows_intervals(regret) ? clean : "", "regret_most_%d", c + 1);
}

void regret_pages_write(const struct regret *regret, FILE *meta)
{
    static const double share[] = {0.25, 0.5, 1.0};
    char text[80];
    const double most = regret_tsv_most(regret);
    write_caption(regret, meta);
    meta_number(meta, regret->choices->count, "regret_rows");
    meta_number(meta, regret->choices->scenarios, "regret_columns");
    write_heads(regret, meta);
    for (int c = 0; c < regret->choices->count; c++)
        write_row(regret, c, meta);
    meta_number(meta, most > 0.0 ? 3 : 0, "regret_bands");
    for (int b = 0; b < 3; b++) {
        snprintf(text, sizeof text, "%sup to %.40s", b == 0 ? "clearly behind by " : "", regret_words_lack(regret, share[b] * most).text);
        meta_text(meta, text, "regret_band_%d", b + 1);
    }
    meta_text(meta, "regret", "deck_pages");
}
