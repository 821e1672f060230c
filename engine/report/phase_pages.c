#include "report/phase_pages.h"

#include "analysis/contour.h"
#include "report/captions.h"
#include "report/layout.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/phase_words.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum { BANDS = 4, TICKS_MOST = 7, STEPS_MOST = 5, NAME_SIZE = 300 };

static const double NAME_EMS = 13.0;

/* --- How far ahead -------------------------------------------------------------------------- */

static bool is_share(const struct phase *phase)
{
    return phase->contest.by == CONTEST_WINS || measure_is_share(&phase->contest.measure);
}

static double largest_lead(const struct phase *phase)
{
    double most = 0.0;
    for (int y = 0; y < phase->cells; y++)
        for (int x = 0; x < phase->cells; x++) {
            const double lead = phase_verdict(phase, x, y).lead.value;
            most = isfinite(lead) ? fmax(most, lead) : most;
        }
    return most;
}

/* Least lead of each band but the first: of shares the same on every map, of amounts by powers of four. */
static double edge_of(const struct phase *phase, int band, double most)
{
    static const double points[BANDS] = {0.0, 0.1, 0.3, 0.6};
    static const double parts[BANDS] = {0.0, 1 / 32.0, 1 / 8.0, 1 / 2.0};
    return is_share(phase) ? points[band] : parts[band] * most;
}

static int band_of(const struct phase *phase, double lead, double most)
{
    int band = 0;
    while (band + 1 < BANDS && lead >= edge_of(phase, band + 1, most))
        band++;
    return band + 1;
}

/* --- Tables --------------------------------------------------------------------------------- */

void phase_pages_cells(const struct phase *phase, FILE *out)
{
    const double most = largest_lead(phase);
    fprintf(out, "# who is ahead at x = %s, y = %s, in the engine's units; lead is of the best over the second\n"
                 "column\trow\tx\ty\tbest\tsecond\tlead\terror\tresolved\tband\tworlds\n",
            phase->axis[0].name, phase->axis[1].name);
    for (int y = 0; y < phase->cells; y++)
        for (int x = 0; x < phase->cells; x++) {
            const struct phase_verdict verdict = phase_verdict(phase, x, y);
            fprintf(out, "%d\t%d\t%.10g\t%.10g\t%d\t%d\t%.10g\t%.10g\t%d\t%d\t%" PRId64 "\n", x, y,
                    phase_value(phase, 0, x), phase_value(phase, 1, y), phase->roster.strategy[verdict.best] + 1,
                    phase->roster.strategy[verdict.second] + 1, verdict.lead.value + 0.0, verdict.lead.error,
                    verdict.resolved, band_of(phase, verdict.lead.value, most), phase->cell[y * phase->cells + x].worlds);
        }
}

void phase_pages_line(const struct phase *phase, FILE *out)
{
    const int n = phase->cells;
    struct contour_segment *segments = calloc((size_t)(2 * n * n), sizeof *segments);
    double *smooth = calloc((size_t)(n * n), sizeof *smooth);
    int count = 0;
    fputs("# pieces of the line on which neither of two strategies is ahead, smoothed over neighbours; column and row "
          "as in map.tsv\ncolumn\trow\tx\ty\n", out);
    if (segments && smooth && phase->roster.count == 2) {
        phase_words_smooth(phase, smooth);
        count = contour_trace(smooth, n, segments);
    }
    for (int s = 0; s < count; s++) {
        for (int e = 0; e < 2; e++)
            fprintf(out, "%.6g\t%.6g\t%.10g\t%.10g\n", segments[s].x[e], segments[s].y[e],
                    phase_value(phase, 0, segments[s].x[e]), phase_value(phase, 1, segments[s].y[e]));
        fputc('\n', out);
    }
    if (count == 0)
        fputs("NaN\tNaN\tNaN\tNaN\n", out); /* gnuplot complains of empty tables */
    free(segments);
    free(smooth);
}

/* --- Axes ----------------------------------------------------------------------------------- */

static void write_tick(const struct phase *phase, int axis, double value, int number, FILE *meta)
{
    const char *name = axis == 0 ? "x" : "y";
    meta_number(meta, phase_place(phase, axis, value), "map_%s_tick_%d_place", name, number);
    /* To gnuplot a tick is a format. */
    const struct words words = phase_words_value(phase, axis, value);
    char doubled[2 * sizeof words.text];
    size_t length = 0;
    for (const char *at = words.text; *at; at++) {
        doubled[length++] = *at;
        if (*at == '%')
            doubled[length++] = '%';
    }
    doubled[length] = '\0';
    meta_text(meta, doubled, "map_%s_tick_%d", name, number);
}

/* 1, 2, 5 of each power of ten, or fewer of them where there are many. */
static int write_logarithmic(const struct phase *phase, int axis, double unit, FILE *meta)
{
    static const double all[] = {1, 2, 5};
    const double low = phase->axis[axis].low * unit, high = phase->axis[axis].high * unit;
    const double decades = log10(high / low);
    const int each = decades > 4.5 ? 1 : decades > 2.2 ? 2 : 3, skip = decades > 8.0 ? 2 : 1;
    int count = 0;
    for (int ten = (int)floor(log10(low)); ten <= (int)ceil(log10(high)); ten += skip)
        for (int i = 0; i < each; i++) {
            const double value = (each == 2 && i == 1 ? 3.0 : all[i]) * pow(10.0, ten);
            if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) && count < 2 * TICKS_MOST)
                write_tick(phase, axis, value / unit, ++count, meta);
        }
    return count;
}

static int write_linear(const struct phase *phase, int axis, double unit, FILE *meta)
{
    const double low = phase->axis[axis].low * unit, high = phase->axis[axis].high * unit;
    const double step = layout_axis(high - low, STEPS_MOST).step;
    int count = 0;
    for (double i = ceil(low / step - 1e-9); i * step <= high + 1e-9 * step && count < 2 * TICKS_MOST; i++)
        write_tick(phase, axis, i * step / unit + 0.0, ++count, meta);
    return count;
}

/* Ticks are round in the unit that is written: years for what takes years. */
static void write_axis(const struct phase *phase, int axis, FILE *meta)
{
    const struct phase_axis *a = &phase->axis[axis];
    const char *name = axis == 0 ? "x" : "y";
    const double unit = a->key.field->unit == UNIT_DOLLARS_MONTH                  ? 12.0
                        : a->key.field->unit == UNIT_MONTHS && a->high >= 48.0 ? 1.0 / 12.0
                                                                               : 1.0;
    const int ticks = a->logarithmic ? write_logarithmic(phase, axis, unit, meta) : write_linear(phase, axis, unit, meta);
    meta_number(meta, ticks, "map_%s_ticks", name);
    meta_text(meta, a->name, "map_%s_name", name);
}

/* --- The page ------------------------------------------------------------------------------- */

static void write_lines(const char *text, const char *what, double ems, FILE *meta)
{
    char lines[2][CAPTION_SIZE];
    lettering_wrap(lines[0], CAPTION_SIZE, 2, text, ems);
    meta_text(meta, lines[0], "map_%s_1", what);
    meta_text(meta, lines[1], "map_%s_2", what);
}

static void write_caption(const struct phase *phase, FILE *meta)
{
    static const char *const by[] = {"the share of worlds won", "the mean", "the median"};
    char title[CAPTION_SIZE], text[2 * CAPTION_SIZE], lines[2][CAPTION_SIZE], name[NAME_SIZE];
    const struct phase_sentence whole = phase_words_whole(phase), line = phase_words_line(phase);
    int length = snprintf(title, sizeof title, "%.700s", whole.text);
    if (length > 0 && length < 700 && title[length - 1] == '.')
        title[length - 1] = '\0';
    lettering_balance(lines[0], CAPTION_SIZE, 2, title, CAPTIONS_TITLE_EMS);
    meta_text(meta, lines[0], "map_title_1");
    meta_text(meta, lines[1], "map_title_2");
    snprintf(text, sizeof text, "Who is ahead in the same worlds, by %s (%s); grey: not clear at 95%%. %.400s", by[phase->contest.by],
             phase->contest.measure.name, line.text);
    write_lines(text, "subtitle", CAPTIONS_SUBTITLE_EMS, meta);
    lettering_shorten(name, sizeof name, phase->scenario->name, 24);
    snprintf(text, sizeof text,
             "%s (%08" PRIx64 ") · seed %" PRIu64 " · %s worlds in all, most where it is close · playbook %s · data/map.tsv, "
             "plots/map.gp · all else as the scenario draws it · of twenty cells in which nobody leads one is given to somebody%s",
             name, phase->scenario->hash >> 32, phase->seed, words_count(phase_worlds(phase)).text, PLAYBOOK_VERSION,
             phase_words_turns(phase) ? " · the line is smoothed" : "");
    write_lines(text, "note", CAPTIONS_NOTE_EMS, meta);
}

static void write_strategies(const struct phase *phase, FILE *meta)
{
    const struct phase_count count = phase_words_count(phase);
    int most = 0;
    for (int i = 0; i < phase->roster.count; i++) {
        char name[NAME_SIZE], lines[2][NAME_SIZE];
        phase_words_name(phase, i, name, sizeof name);
        const int wrapped = lettering_balance(lines[0], NAME_SIZE, 2, name, NAME_EMS);
        meta_number(meta, wrapped, "map_name_%d_lines", i + 1);
        meta_text(meta, lines[0], "map_name_%d_1", i + 1);
        meta_text(meta, lines[1], "map_name_%d_2", i + 1);
        meta_text(meta, words_percent(count.wins[i]).text, "map_share_%d", i + 1);
        meta_number(meta, phase->roster.strategy[i] + 1, "map_colour_%d", i + 1);
        most = count.wins[i] > count.wins[most] ? i : most;
    }
    meta_number(meta, phase->roster.count, "map_strategies");
    meta_text(meta, words_percent(count.unresolved).text, "map_unresolved");
    meta_number(meta, phase->roster.strategy[most] + 1, "map_strategy");
}

/* Which strategies and bands there are cells of; band 0: not resolved. gnuplot complains of layers
 * without any. */
static void write_layers(const struct phase *phase, double most, FILE *meta)
{
    bool any[STRATEGIES_MAX][BANDS + 1] = {{false}};
    int layers = 0;
    for (int y = 0; y < phase->cells; y++)
        for (int x = 0; x < phase->cells; x++) {
            const struct phase_verdict verdict = phase_verdict(phase, x, y);
            any[verdict.resolved ? verdict.best : 0]
               [verdict.resolved ? band_of(phase, verdict.lead.value, most) : 0] = true;
        }
    for (int i = 0; i < phase->roster.count; i++)
        for (int band = 0; band <= BANDS; band++)
            if (any[i][band]) {
                meta_number(meta, phase->roster.strategy[i] + 1, "map_layer_%d_best", ++layers);
                meta_number(meta, band, "map_layer_%d_band", layers);
            }
    meta_number(meta, layers, "map_layers");
}

void phase_pages_write(const struct phase *phase, FILE *meta)
{
    const double most = largest_lead(phase);
    int x, y;
    const bool here = phase_here(phase, &x, &y);
    write_caption(phase, meta);
    write_strategies(phase, meta);
    write_axis(phase, 0, meta);
    write_axis(phase, 1, meta);
    meta_number(meta, phase->cells, "map_cells");
    meta_number(meta, BANDS, "map_bands");
    write_layers(phase, most, meta);
    meta_number(meta, phase_words_turns(phase), "map_line");
    for (int band = 0; band < BANDS; band++) {
        char text[128];
        const struct words edge = phase_words_lead(phase, edge_of(phase, band > 0 ? band : 1, most));
        snprintf(text, sizeof text, band > 0 ? "by %s or more" : "by less than %s", edge.text);
        meta_text(meta, text, "map_band_%d", band + 1);
    }
    meta_number(meta, here, "map_here");
    meta_number(meta, here ? phase_place(phase, 0, phase->axis[0].here) : 0.0, "map_here_x");
    meta_number(meta, here ? phase_place(phase, 1, phase->axis[1].here) : 0.0, "map_here_y");
    meta_text(meta, "map", "deck_pages");
}
