#include "report/why_pages.h"

#include "report/captions.h"
#include "report/gain.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/tab.h"
#include "report/why_words.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_SIZE = 400, MOST_STEPS = 4 };

static bool has_mechanisms(const struct why *why) { return why->asked_mechanisms && why->mechanisms.count > 0; }

/* --- Tables --------------------------------------------------------------------------------- */

static void figures(FILE *out, struct figure gain, struct figure first, struct figure last)
{
    const struct figure all[] = {gain, first, last};
    for (int i = 0; i < 3; i++)
        tab_figure(all[i], out);
    fputc('\n', out);
}

static void write_table(const struct why_account *account, bool rest, FILE *out)
{
    const struct figure none = {NAN, NAN};
    int order[HYBRID_PARTS + WHY_MECHANISMS_MAX], row = 1;
    fputs("row\tname\tclear\tgain\tgain_error\tfirst\tfirst_error\tlast\tlast_error\n", out);
    if (rest) {
        fprintf(out, "%d\twithout any of them\t1", row++);
        figures(out, account->rest, none, none);
    }
    why_words_order(account, order);
    for (int i = 0; i < account->count; i++) {
        const struct why_part *part = &account->part[order[i]];
        fprintf(out, "%d\t%s\t%d", row++, part->name, part->clear);
        figures(out, part->gain, part->first, part->last);
    }
    fprintf(out, "%d\ttogether\t%d", row, account->clear);
    figures(out, account->difference, none, none);
}

void why_pages_parts(const struct why *why, FILE *out)
{
    fputs("# what each part brings to the difference of the two strategies, in the engine's units; first and last: "
          "swapped before or after all others\n", out);
    write_table(&why->parts, false, out);
}

void why_pages_mechanisms(const struct why *why, FILE *out)
{
    fputs("# what each mechanism brings to the difference of the two strategies, in the engine's units; first and last: "
          "switched on before or after all others\n", out);
    write_table(&why->mechanisms, true, out);
}

/* --- The pages ------------------------------------------------------------------------------ */

static void write_lines(const char *text, const char *key, const char *what, bool balanced, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    if (balanced)
        lettering_balance(lines[0], CAPTION_SIZE, 2, clean, ems);
    else
        lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "%s_%s_1", key, what);
    meta_text(meta, lines[1], "%s_%s_2", key, what);
}

static void write_caption(const struct why *why, const struct why_account *account, const char *key, bool mechanisms,
                          FILE *meta)
{
    struct why_sentence said = mechanisms ? why_words_mechanisms(why, WHY_WORDS_PARTS) : why_words_verdict(why, WHY_WORDS_PARTS);
    for (int named = WHY_WORDS_PARTS - 1; named >= 0 && !lettering_fits(said.text, 2, CAPTIONS_TITLE_EMS); named--)
        said = mechanisms ? why_words_mechanisms(why, named) : why_words_verdict(why, named);
    const struct why_sentence unclear = why_words_list(account, false);
    char text[2 * CAPTION_SIZE], name[NAME_SIZE];
    write_lines(said.text, key, "title", true, CAPTIONS_TITLE_EMS, meta);
    snprintf(text, sizeof text, "What each %s to the difference in mean %.60s, averaged over all orders of %s. "
             "Lines: intervals that hold together in 95%% of cases%s", mechanisms ? "mechanism brings" : "part brings", why->measure.name,
             mechanisms ? "switching on" : "swapping", *unclear.text ? "; pale: not clear" : "");
    write_lines(text, key, "subtitle", false, CAPTIONS_SUBTITLE_EMS, meta);
    lettering_shorten(name, sizeof name, why->scenario->name, 24);
    snprintf(text, sizeof text, "%s (%08" PRIx64 ") · seed %" PRIu64 " · %s worlds, the same for all %d combinations · "
             "playbook %s · data/%s.tsv, plots/%s.gp · %.200sThe parts add up to the whole", name,
             why->scenario->hash >> 32, why->seed, words_count(account->paths).text, 1 << account->count, PLAYBOOK_VERSION,
             key, key, mechanisms ? "" : why_words_cut(why).text);
    write_lines(text, key, "note", false, CAPTIONS_NOTE_EMS, meta);
    meta_number(meta, why->strategy[account->difference.value < 0.0] + 1, "%s_strategy", key);
}

static void stretch(const struct why *why, struct figure figure, double *low, double *high)
{
    const double half = isfinite(figure.error) ? why->width * figure.error : 0.0;
    *low = fmin(*low, figure.value - half);
    *high = fmax(*high, figure.value + half);
}

static void write_row(const struct why *why, const char *key, int row, const char *name, struct figure gain, bool clear,
                      bool strong, FILE *meta)
{
    char text[200];
    snprintf(text, sizeof text, "%c%s", name[0] >= 'a' && name[0] <= 'z' ? name[0] - 'a' + 'A' : name[0], name + 1);
    meta_text(meta, text, "%s_name_%d", key, row);
    meta_text(meta, why_words_gain(why, gain.value).text, "%s_gain_%d", key, row);
    meta_number(meta, gain.value < 0.0 ? why->strategy[1] + 1 : why->strategy[0] + 1, "%s_side_%d", key, row);
    meta_number(meta, clear, "%s_clear_%d", key, row);
    meta_number(meta, strong, "%s_strong_%d", key, row);
}

static void write_axis(const struct why *why, const char *key, double low, double high, FILE *meta)
{
    const struct layout_axis axis = layout_axis(high - low > 0.0 ? high - low : 1.0, MOST_STEPS);
    const double from = axis.step * floor(low / axis.step), to = axis.step * ceil(high / axis.step);
    int ticks = 0;
    meta_number(meta, from, "%s_low", key);
    meta_number(meta, to > from ? to : from + axis.step, "%s_high", key);
    for (double at = from; at <= to + axis.step / 2.0; at += axis.step) {
        const double tick = fabs(at) < axis.step / 2.0 ? 0.0 : at;
        meta_number(meta, tick, "%s_tick_%d_at", key, ++ticks);
        meta_text(meta, tick == 0.0 ? "0" : gain_tick(&why->measure, tick, axis.step, true).text, "%s_tick_%d", key, ticks);
    }
    meta_number(meta, ticks, "%s_ticks", key);
}

static void write_page(const struct why *why, const struct why_account *account, const char *key, bool mechanisms,
                       FILE *meta)
{
    int order[HYBRID_PARTS + WHY_MECHANISMS_MAX], row = 0;
    double low = 0.0, high = 0.0;
    char name[NAME_SIZE];
    write_caption(why, account, key, mechanisms, meta);
    if (mechanisms) {
        write_row(why, key, ++row, "without any of them", account->rest, true, true, meta);
        stretch(why, account->rest, &low, &high);
    }
    why_words_order(account, order);
    for (int i = 0; i < account->count; i++) {
        const struct why_part *part = &account->part[order[i]];
        write_row(why, key, ++row, part->name, part->gain, part->clear, false, meta);
        stretch(why, part->gain, &low, &high);
    }
    write_row(why, key, ++row, "together", account->difference, account->clear, true, meta);
    stretch(why, account->difference, &low, &high);
    meta_number(meta, row, "%s_rows", key);
    meta_number(meta, why->width, "%s_width", key);
    write_axis(why, key, low, high, meta);
    for (int i = 0; i < 2; i++) {
        lettering_shorten(name, sizeof name, why->scenario->strategy[why->strategy[i]].name, 24);
        meta_text(meta, name, "%s_for_%d", key, i + 1);
        meta_number(meta, why->strategy[i] + 1, "%s_for_%d_strategy", key, i + 1);
    }
}

void why_pages_write(const struct why *why, FILE *meta)
{
    write_page(why, &why->parts, "why", false, meta);
    if (has_mechanisms(why))
        write_page(why, &why->mechanisms, "mechanisms", true, meta);
    meta_text(meta, has_mechanisms(why) ? "why mechanisms" : "why", "deck_pages");
}
