#include "report/heading.h"

#include "report/lettering.h"
#include "report/meta.h"

static void write_lines(const char *text, const char *key, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "%s_%s_1", key, what);
    meta_text(meta, lines[1], "%s_%s_2", key, what);
}

void heading_write(const struct caption *caption, const char *key, const char *source, FILE *meta)
{
    char lines[2][CAPTION_SIZE], note[2 * CAPTION_SIZE], clean[CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, caption->title);
    lettering_balance(lines[0], CAPTION_SIZE, 2, clean, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "%s_title_1", key);
    meta_text(meta, lines[1], "%s_title_2", key);
    write_lines(caption->subtitle, key, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    snprintf(note, sizeof note, "%.500s · data/%s.tsv, plots/%s.gp%s%s", source, key, key, *caption->note ? " · " : "",
             caption->note);
    write_lines(note, key, "note", CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, caption->strategy + 1, "%s_strategy", key);
}
