#include "report/figures.h"

#include "report/captions.h"
#include "report/glossary.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/pages.h"
#include "report/slides.h"
#include "report/words.h"

#include <inttypes.h>
#include <string.h>

enum { NAME_SIZE = 128 };

/* What charts and slides load beside what every folder has. */
static const char *const scripts[] = {"time.gp", "labels.gp", "blank.gp", "cover.gp", "panels.gp", "table.gp"};

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

static void write_meta(const struct summary *summary, FILE *meta)
{
    char pages[CHARTS * 16] = "cover";
    slides_shared(summary, meta);
    slides_cover(summary, meta);
    struct caption caption;
    for (int chart = 0; chart < CHARTS; chart++) {
        if (!captions_make(summary, (enum chart)chart, &caption))
            continue;
        write_caption(summary, (enum chart)chart, &caption, meta);
        pages_chart(summary, (enum chart)chart, meta);
        strcat(strcat(pages, " "), captions_key[chart]);
    }
    meta_text(meta, pages, "deck_pages");
}

void figures_write(const struct summary *summary, struct output *output)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        output_script(output, scripts[i]);
    struct caption caption;
    for (int chart = CHART_TABLE + 1; chart < CHARTS; chart++)
        if (captions_make(summary, (enum chart)chart, &caption))
            output_chart(output, captions_key[chart]);
    write_meta(summary, output_meta(output));
    if (output_stands(output) && lacks_letters(summary))
        fprintf(output->folder.talk, "playbook: some characters of names have no letters in the fonts of "
                                     "charts; they show as '?'\n");
}
