#include "report/facts_pages.h"

#include "report/captions.h"
#include "report/facts_table.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/tab.h"
#include "report/tsv.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_ON_ONE = 25, NAME_SIZE = 256 };

static const double NAME_EMS = 31.0; /* of a statement beside its row, over the size of its letters */
static const double EDGE = 1.1;      /* how far beyond the band a row reaches, in widths of the band */
static const double OPEN_SPAN = 0.8; /* what the figure may take of a row whose band is open */

const char *const facts_pages_key[FACTS_PAGES] = {"facts", "facts_more"};

/* The first row of the second page: a statement begins there, as near to the middle as can be. */
static int second(const struct facts *facts, const struct fact_finding *findings)
{
    const int count = facts->facts;
    int best = count;
    for (int f = 1; f < count && count > ROWS_ON_ONE; f++)
        if (factbook_is_first(findings, f) && (best == count || abs(2 * f - count) < abs(2 * best - count)))
            best = f;
    return best;
}

int facts_pages_count(const struct facts *facts, const struct fact_finding *findings)
{
    return second(facts, findings) < facts->facts ? 2 : 1;
}

double facts_pages_place(const struct fact *fact, struct figure figure, double value)
{
    double place;
    if (isfinite(fact->low) && isfinite(fact->high)) {
        place = (value - fact->low) / (fact->high - fact->low);
    } else {
        const double edge = isfinite(fact->low) ? fact->low : fact->high;
        const double away = fabs(figure.value - edge) + FACTBOOK_WIDTH * (isfinite(figure.error) ? figure.error : 0.0);
        const double span = fmax(fmax(fabs(edge), away), 1e-12);
        place = (isfinite(fact->low) ? 0.0 : 1.0) + OPEN_SPAN * (value - edge) / span;
    }
    return place < -EDGE ? -EDGE : place > 1.0 + EDGE ? 1.0 + EDGE : place;
}

void facts_pages_data(const struct facts *facts, const struct fact_finding *findings, FILE *out)
{
    const int next = second(facts, findings);
    fputs("# places in a row: the band goes from 0 to 1; standing 0 inside, 1 outside, 2 cannot tell, 3 not modelled\n"
          "page\trow\tstanding\tat\tfrom\tto\tband_from\tband_to\tmark\tvalue\terror\tlow\thigh\tsays\n", out);
    for (int f = 0; f < facts->facts; f++) {
        const struct fact *fact = findings[f].fact;
        const struct figure figure = findings[f].sample.figure;
        const double margin = FACTBOOK_WIDTH * figure.error;
        const double numbers[] = {facts_pages_place(fact, figure, figure.value),
                                  facts_pages_place(fact, figure, figure.value - margin),
                                  facts_pages_place(fact, figure, figure.value + margin),
                                  isfinite(fact->low) ? 0.0 : -EDGE,
                                  isfinite(fact->high) ? 1.0 : 1.0 + EDGE,
                                  facts_pages_place(fact, figure, fact->mark),
                                  figure.value, figure.error, fact->low, fact->high};
        char says[NAME_SIZE];
        fprintf(out, "%d\t%d\t%d", f < next ? 1 : 2, f < next ? f + 1 : f - next + 1, (int)findings[f].standing);
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            tab_number(fact->not_modelled ? NAN : numbers[n], out);
        tsv_clean(says, sizeof says, fact->says);
        fprintf(out, "\t%s\n", says);
    }
}

static void write_row(const struct fact_finding *findings, int f, const char *key, int row, FILE *meta)
{
    const struct fact *fact = findings[f].fact;
    char name[NAME_SIZE];
    lettering_shorten(name, sizeof name, fact->says, NAME_EMS);
    meta_text(meta, row == 1 || strcmp(fact->id, findings[f - 1].fact->id) != 0 ? fact->id : "", "%s_id_%d", key, row);
    meta_text(meta, name, "%s_name_%d", key, row);
    meta_text(meta, facts_table_band(fact).text, "%s_band_%d", key, row);
    meta_text(meta, fact->not_modelled ? "–" : facts_table_value(fact, findings[f].sample.figure.value).text,
              "%s_value_%d", key, row);
    meta_text(meta, findings[f].standing == STANDING_OUTSIDE ? "outside" : facts_table_standing[findings[f].standing],
              "%s_standing_%d", key, row);
    meta_number(meta, findings[f].standing, "%s_code_%d", key, row);
}

static void write_caption(const struct facts *facts, const struct fact_finding *findings, int first, int count,
                          const char *key, FILE *meta)
{
    const struct fact_count all = factbook_count(findings, facts->facts);
    const struct fact_count here = factbook_count(findings + first, count);
    char title[CAPTION_SIZE], lines[2][CAPTION_SIZE], name[NAME_SIZE], note[2 * CAPTION_SIZE];
    if (count == facts->facts)
        snprintf(title, sizeof title, "Of %d statements about real companies %d hold here, and %d do not", all.statements,
                 all.of[STANDING_INSIDE], all.of[STANDING_OUTSIDE]);
    else
        snprintf(title, sizeof title, "%s to %s: of %d statements about real companies %d hold here, and %d do not",
                 findings[first].fact->id, findings[first + count - 1].fact->id, here.statements,
                 here.of[STANDING_INSIDE], here.of[STANDING_OUTSIDE]);
    lettering_balance(lines[0], CAPTION_SIZE, 2, title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "%s_title_1", key);
    meta_text(meta, lines[1], "%s_title_2", key);
    meta_text(meta, "Each row on a scale of its own: accepted band (grey), published figure (tick), simulated with its 99% "
                    "interval", "%s_subtitle_1", key);
    meta_text(meta, "", "%s_subtitle_2", key);
    lettering_shorten(name, sizeof name, facts->name, 24);
    snprintf(note, sizeof note,
             "%s · seed %" PRIu64 " · %d of all %d statements are inside with all their parts · playbook %s · "
             "data/facts.tsv, plots/%s.gp · Points at the end of a row lie beyond it",
             name, facts->seed, all.of[STANDING_INSIDE], all.statements, PLAYBOOK_VERSION, key);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, note, CAPTIONS_NOTE_EMS);
    meta_text(meta, lines[0], "%s_note_1", key);
    meta_text(meta, lines[1], "%s_note_2", key);
    meta_number(meta, 1, "%s_strategy", key);
}

void facts_pages_write(const struct facts *facts, const struct fact_finding *findings, FILE *meta)
{
    const int next = second(facts, findings), pages = facts_pages_count(facts, findings);
    for (int page = 0; page < pages; page++) {
        const int first = page ? next : 0, count = page ? facts->facts - next : next;
        write_caption(facts, findings, first, count, facts_pages_key[page], meta);
        for (int row = 1; row <= count; row++)
            write_row(findings, first + row - 1, facts_pages_key[page], row, meta);
        meta_number(meta, count, "%s_rows", facts_pages_key[page]);
        meta_number(meta, page + 1, "%s_page", facts_pages_key[page]);
    }
    meta_text(meta, pages > 1 ? "facts facts_more" : "facts", "deck_pages");
}
