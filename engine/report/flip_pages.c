#include "report/flip_pages.h"

#include "model/field.h"
#include "report/amount.h"
#include "report/captions.h"
#include "report/flip_json.h"
#include "report/flip_words.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/tab.h"
#include "scenario/quantity.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MOST = 10, KEY_SIZE = 112, NAME_SIZE = 256 };

/* Beyond this many times the reach of nine worlds in ten a mark stands at the edge. */
static const double EDGE = 3.0;

/* --- Which rows ----------------------------------------------------------------------------- */

static double swing(const struct flip_assumption *one)
{
    return one->uncertain && isfinite(one->at[0].value) ? fabs(one->at[1].value - one->at[0].value) : 0.0;
}

/* Those that turn the verdict, then those that move it most without turning it. */
static int choose_rows(const struct flip *flip, int *row)
{
    int count = flip_words_order(flip, row);
    count = count < ROWS_MOST ? count : ROWS_MOST;
    while (count < ROWS_MOST) {
        int best = -1;
        for (int a = 0; a < flip->count; a++) {
            bool drawn = false;
            for (int r = 0; r < count; r++)
                drawn = drawn || row[r] == a;
            if (!drawn && flip->assumption[a].crossing.end != CROSSING_FOUND && swing(&flip->assumption[a]) > 0.0 &&
                (best < 0 || swing(&flip->assumption[a]) > swing(&flip->assumption[best])))
                best = a;
        }
        if (best < 0)
            break;
        row[count++] = best;
    }
    return count;
}

/* --- Where marks stand ---------------------------------------------------------------------- */

static double base_of(const struct flip_assumption *one)
{
    return isnan(one->base[0]) || (one->uncertain && one->p5 > one->base[0]) ? one->base[1] : one->base[0];
}

/* On a scale of logarithms on which the middle is 0 and the ends of nine worlds in ten are -1 and 1; of
 * a constant, twice and half of it. */
static double position(const struct flip_assumption *one, double value)
{
    const double base = base_of(one), above = base - one->low;
    const double foot = above > 0.0 ? above / 100.0 : (one->high - one->low) / 1e4;
    if (isnan(value))
        return NAN;
    if (isinf(value))
        return value > 0.0 ? EDGE : -EDGE;
    const double here = log(base - one->low + foot), there = log(value - one->low + foot);
    double reach = log(2.0);
    if (one->uncertain)
        reach = there > here ? log(one->p95 - one->low + foot) - here : here - log(one->p5 - one->low + foot);
    if (!(reach > 0.0))
        return there > here ? EDGE : there < here ? -EDGE : 0.0;
    return fmin(fmax((there - here) / reach, -EDGE), EDGE);
}

/* --- Tables --------------------------------------------------------------------------------- */

static int row_of(const int *row, int rows, int assumption)
{
    for (int r = 0; r < rows; r++)
        if (row[r] == assumption)
            return r + 1;
    return 0;
}

static void write_assumption(const struct flip *flip, int a, int row, FILE *out)
{
    const struct flip_assumption *one = &flip->assumption[a];
    const struct crossing *crossing = &one->crossing;
    const struct field *field = flip_words_field(flip, a);
    const bool found = crossing->end == CROSSING_FOUND;
    char key[KEY_SIZE];
    flip_words_key(flip, a, key, sizeof key);
    fprintf(out, "%s\t%s\t%s\t%d", key, quantity_unit(field->unit), field->owner == LEVER ? "company" : "world",
            one->uncertain);
    const double numbers[] = {one->base[0], one->base[1], one->p5, one->p95, one->low, one->high,
                              one->at[0].value, one->at[0].error, one->at[1].value, one->at[1].error};
    for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
        tab_number(numbers[n], out);
    fprintf(out, "\t%s\t%s", flip_json_end(crossing->end), !found ? "-" : crossing->above ? "above" : "below");
    tab_number(found ? crossing->x : NAN, out);
    tab_number(found ? crossing->low : NAN, out);
    tab_number(found ? crossing->high : NAN, out);
    tab_number(found ? one->chance : NAN, out);
    fprintf(out, "\t%d", row);
    tab_number(found ? position(one, crossing->x) : NAN, out);
    tab_number(found ? position(one, crossing->low) : NAN, out);
    tab_number(found ? position(one, crossing->high) : NAN, out);
    fputc('\n', out);
}

void flip_pages_assumptions(const struct flip *flip, FILE *out)
{
    int *row = calloc((size_t)flip->count + ROWS_MOST, sizeof *row);
    if (!row)
        return;
    const int rows = choose_rows(flip, row);
    fputs("# value at which the verdict turns, in the engine's units; NaN in low or high: as far as was tried. Row "
          "and position are those of the chart\n"
          "key\tunit\towner\tuncertain\tmedian_a\tmedian_b\tp5\tp95\tlowest\thighest\tat_p5\tat_p5_error\tat_p95\t"
          "at_p95_error\tturns\twhen\tvalue\tlow\thigh\tshare_beyond\trow\tposition\tposition_low\tposition_high\n", out);
    for (int a = 0; a < flip->count; a++)
        write_assumption(flip, a, row_of(row, rows, a), out);
    free(row);
}

void flip_pages_pairs(const struct flip *flip, FILE *out)
{
    fputs("# pairs of the most powerful assumptions, each as many deviates from its median\n"
          "key_1\tkey_2\tturns\tvalue_1\tvalue_2\tdeviates\tdeviates_low\tdeviates_high\tshare_beyond\n", out);
    for (int p = 0; p < flip->pairs; p++) {
        const struct flip_pair *pair = &flip->pair[p];
        const bool found = pair->crossing.end == CROSSING_FOUND;
        char key[2][KEY_SIZE];
        for (int w = 0; w < 2; w++)
            flip_words_key(flip, pair->assumption[w], key[w], KEY_SIZE);
        fprintf(out, "%s\t%s\t%s", key[0], key[1], flip_json_end(pair->crossing.end));
        const double numbers[] = {pair->value[0], pair->value[1], pair->crossing.x, pair->crossing.low,
                                  pair->crossing.high, pair->tail};
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            tab_number(found ? numbers[n] : NAN, out);
        fputc('\n', out);
    }
}

/* --- The page ------------------------------------------------------------------------------- */

/* Without its full stop, and no longer than a page has room for. */
static void title(const struct flip_sentence *sentence, char *text)
{
    const size_t length = strlen(sentence->text);
    snprintf(text, CAPTION_SIZE, "%.600s", sentence->text);
    if (length > 0 && length < 600 && text[length - 1] == '.')
        text[length - 1] = '\0';
}

static void caption(const struct flip *flip, const int *row, int rows, struct caption *said)
{
    const struct flip_sentence verdict = flip_words_verdict(flip);
    const bool turns = rows > 0 && flip->assumption[row[0]].crossing.end == CROSSING_FOUND;
    const struct flip_sentence turn = turns ? flip_words_turn(flip, row[0]) : verdict;
    title(flip->clear ? &turn : &verdict, said->title);
    if (flip->clear && !turns)
        snprintf(said->title, CAPTION_SIZE, "%s", flip_words_none(flip));
    snprintf(said->subtitle, CAPTION_SIZE,
             "Dot and line: where the verdict turns, with its 95%% interval. Bar: nine worlds in ten, as the scenario "
             "has it; log scale. %.500s", verdict.text);
}

static void write_caption(const struct flip *flip, const int *row, int rows, FILE *meta)
{
    struct caption said = {.note = ""};
    char lines[2][CAPTION_SIZE], name[NAME_SIZE], note[2 * CAPTION_SIZE], clean[sizeof note];
    caption(flip, row, rows, &said);
    lettering_balance(lines[0], CAPTION_SIZE, 2, said.title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "flip_title_1");
    meta_text(meta, lines[1], "flip_title_2");
    lettering_wrap(lines[0], CAPTION_SIZE, 2, said.subtitle, CAPTIONS_SUBTITLE_EMS);
    meta_text(meta, lines[0], "flip_subtitle_1");
    meta_text(meta, lines[1], "flip_subtitle_2");
    lettering_shorten(name, sizeof name, flip->scenario->name, 24);
    snprintf(note, sizeof note, "%s (%08" PRIx64 ") · seed %" PRIu64 " · %s worlds, the same for every value · playbook %s · "
             "data/flip.tsv, plots/flip.gp · %d assumptions tried, those that move it most are drawn; fixed numbers have "
             "no bar, and a step of a factor of two",
             name, flip->scenario->hash >> 32, flip->seed, words_count(flip->paths).text, PLAYBOOK_VERSION, flip->count);
    lettering_clean(clean, sizeof clean, note);
    lettering_wrap(lines[0], CAPTION_SIZE, 2, clean, CAPTIONS_NOTE_EMS);
    meta_text(meta, lines[0], "flip_note_1");
    meta_text(meta, lines[1], "flip_note_2");
    meta_number(meta, flip->strategy[1 - flip->leader] + 1, "flip_strategy");
    meta_number(meta, flip->strategy[flip->leader] + 1, "flip_leader");
}

/* The middle one has the words of the unit; beside it there is no room for them. */
static struct words beside(double value, enum unit unit)
{
    struct words words = amount_words(value, unit);
    char *per = strstr(words.text, " per ");
    if (per)
        *per = '\0';
    return words;
}

static void write_row(const struct flip *flip, int a, int r, FILE *meta)
{
    const struct flip_assumption *one = &flip->assumption[a];
    const struct crossing *crossing = &one->crossing;
    const enum unit unit = flip_words_field(flip, a)->unit;
    char key[KEY_SIZE], text[200];
    flip_words_key(flip, a, key, sizeof key);
    lettering_shorten(text, sizeof text, key, 17.5);
    meta_text(meta, text, "flip_name_%d", r);
    meta_text(meta, amount_words(base_of(one), unit).text, "flip_here_%d", r);
    meta_text(meta, beside(one->p5, unit).text, "flip_p5_%d", r);
    meta_text(meta, beside(one->p95, unit).text, "flip_p95_%d", r);
    meta_number(meta, one->uncertain, "flip_uncertain_%d", r);
    meta_number(meta, crossing->end == CROSSING_FOUND, "flip_found_%d", r);
    if (crossing->end == CROSSING_FOUND)
        snprintf(text, sizeof text, "%s %s", crossing->above ? "above" : "below", flip_words_value(flip, a).text);
    else
        snprintf(text, sizeof text, "%s", crossing->end == CROSSING_NEVER ? "no legal value" : "not clear");
    meta_text(meta, text, "flip_turn_%d", r);
    if (crossing->end != CROSSING_FOUND || isnan(one->chance))
        text[0] = '\0';
    else
        snprintf(text, sizeof text, "%s", one->chance > 0.0 ? words_percent(one->chance).text : "none");
    meta_text(meta, text, "flip_chance_%d", r);
    meta_number(meta, crossing->above ? 1 : -1, "flip_side_%d", r);
}

void flip_pages_write(const struct flip *flip, FILE *meta)
{
    int *row = calloc((size_t)flip->count + ROWS_MOST, sizeof *row);
    if (!row)
        return;
    const int rows = choose_rows(flip, row);
    write_caption(flip, row, rows, meta);
    int inside = 0, outside = 0;
    for (int r = 0; r < rows; r++) {
        const struct flip_assumption *one = &flip->assumption[row[r]];
        if (one->crossing.end == CROSSING_FOUND)
            ++*(fabs(position(one, one->crossing.x)) < EDGE ? &inside : &outside);
    }
    meta_number(meta, inside, "flip_inside");
    meta_number(meta, outside, "flip_outside");
    meta_number(meta, rows, "flip_rows");
    meta_number(meta, EDGE, "flip_edge");
    for (int r = 0; r < rows; r++)
        write_row(flip, row[r], r + 1, meta);
    meta_text(meta, "flip", "deck_pages");
    free(row);
}
