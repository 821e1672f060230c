#include "report/figures.h"

#include "report/captions.h"
#include "report/drawing.h"
#include "report/glossary.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/pages.h"
#include "report/slides.h"
#include "report/words.h"

#include <inttypes.h>
#include <string.h>

enum { NAME_SIZE = 128 };

static const char *const shared_files[] = {"theme.gp", "draw.gp",  "time.gp", "labels.gp",
                                           "page.gp",  "blank.gp", "deck.gp", "cover.gp", "panels.gp",
                                           "table.gp", "README"};
enum { SHARED_FILES = sizeof shared_files / sizeof shared_files[0] };

static void write_note(const struct summary *summary, enum chart chart, const char *extra,
                       FILE *meta)
{
    const struct scenario *scenario = summary->scenario;
    char name[NAME_SIZE], file[NAME_SIZE], text[4 * CAPTION_SIZE], lines[2][CAPTION_SIZE];
    lettering_shorten(name, sizeof name, scenario->name, 24);
    lettering_shorten(file, sizeof file, glossary_file(summary), 24);
    snprintf(text, sizeof text,
             "%s (%s, %08" PRIx32 ") · seed %" PRIu64 " · %s path%s%s · playbook %s · "
             "data/%s.tsv, plots/%s.gp%s%s",
             name, file, (uint32_t)(scenario->hash >> 32), summary->seed,
             words_count(summary->paths).text, summary->paths == 1 ? "" : "s",
             summary->strategies > 1 ? ", the same worlds for every strategy" : "",
             summary->version,
             chart == CHART_TABLE       ? "figures"
             : chart == CHART_OWNERSHIP ? "cap_table"
                                        : captions_key[chart],
             captions_key[chart], *extra != '\0' ? " · " : "", extra);
    char clean[sizeof text];
    lettering_clean(clean, sizeof clean, text);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, CAPTIONS_NOTE_EMS);
    meta_text(meta, lines[0], "%s_note_1", captions_key[chart]);
    meta_text(meta, lines[1], "%s_note_2", captions_key[chart]);
}

static void write_caption(const struct summary *summary, enum chart chart,
                          const struct caption *caption, FILE *meta)
{
    const char *key = captions_key[chart];
    char lines[2][CAPTION_SIZE];
    lettering_balance(lines[0], CAPTION_SIZE, 2, caption->title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "%s_title_1", key);
    meta_text(meta, lines[1], "%s_title_2", key);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, caption->subtitle, CAPTIONS_SUBTITLE_EMS);
    meta_text(meta, lines[0], "%s_subtitle_1", key);
    meta_text(meta, lines[1], "%s_subtitle_2", key);
    write_note(summary, chart, caption->note, meta);
    meta_number(meta, caption->strategy + 1, "%s_strategy", key);
}

static bool lacks_letter(const char *text)
{
    char clean[4 * CAPTION_SIZE];
    return text != NULL && lettering_clean(clean, sizeof clean, text);
}

/* Whether anything that charts show has a character that no slide can. */
static bool lacks_letters(const struct summary *summary)
{
    const struct scenario *scenario = summary->scenario;
    bool lacks = lacks_letter(scenario->name) || lacks_letter(scenario->description) ||
                 lacks_letter(glossary_file(summary));
    for (int i = 0; i < summary->strategies; i++) {
        lacks |= lacks_letter(summary->strategy[i].name);
        for (int r = 0; r < scenario->strategy[i].rounds; r++)
            lacks |= lacks_letter(scenario->strategy[i].round_name[r]);
    }
    return lacks;
}

static int write_meta(const struct folder *folder, const struct summary *summary)
{
    char font[NAME_SIZE], pages[CHARTS * 16] = "cover";
    drawing_font(font, sizeof font, folder->talk);
    FILE *file = folder_open(folder, "plots/meta.gp");
    if (file == NULL)
        return -1;
    fputs("# Written by playbook: what the charts of this folder say and where.\n", file);
    meta_text(file, font, "font");
    slides_shared(summary, file);
    slides_cover(summary, file);
    struct caption caption;
    for (int chart = 0; chart < CHARTS; chart++) {
        if (!captions_make(summary, (enum chart)chart, &caption))
            continue;
        write_caption(summary, (enum chart)chart, &caption, file);
        pages_chart(summary, (enum chart)chart, file);
        strcat(strcat(pages, " "), captions_key[chart]);
    }
    meta_text(file, pages, "deck_pages");
    if (lacks_letters(summary))
        fprintf(folder->talk, "playbook: some characters of names have no letters in the fonts of "
                              "charts; they show as '?'\n");
    return folder_close(folder, "plots/meta.gp", file);
}

int figures_write(const struct folder *folder, const struct summary *summary)
{
    if (folder_make(folder, "plots") != 0 || folder_make(folder, "charts") != 0)
        return -1;
    for (int i = 0; i < SHARED_FILES; i++)
        if (drawing_copy(folder, shared_files[i]) != 0)
            return -1;
    struct caption caption;
    for (int chart = CHART_TABLE + 1; chart < CHARTS; chart++) {
        char name[NAME_SIZE];
        snprintf(name, sizeof name, "%s.gp", captions_key[chart]);
        if (captions_make(summary, (enum chart)chart, &caption) && drawing_copy(folder, name) != 0)
            return -1;
    }
    return write_meta(folder, summary);
}

int figures_draw(const struct folder *folder, const struct summary *summary,
                 volatile sig_atomic_t *interrupted)
{
    const char *charts[CHARTS];
    struct caption caption;
    int count = 0;
    for (int chart = CHART_TABLE + 1; chart < CHARTS; chart++)
        if (captions_make(summary, (enum chart)chart, &caption))
            charts[count++] = captions_key[chart];
    return drawing_run(folder, charts, count, interrupted);
}
