#include "report/phase_table.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/phase_words.h"
#include "report/table.h"

#include <inttypes.h>
#include <string.h>

enum { COLUMNS_MOST = 60, MARGIN = 22, NAME_SIZE = 300, NOTE_SIZE = 800 };

/* Letters are about twice as high as wide, so every other row is shown. */
static int step_of(int cells, bool across)
{
    int step = 1;
    while (cells / step > COLUMNS_MOST)
        step++;
    return across || cells < 8 ? step : 2 * step;
}

static char mark(const struct phase *phase, int x, int y)
{
    const struct phase_verdict verdict = phase_verdict(phase, x, y);
    return !verdict.resolved ? '.' : (char)('A' + verdict.best);
}

static bool is_within(int place, int from, int step) { return place >= from && place < from + step; }

static void write_row(const struct phase *phase, int y, int across, int up, FILE *out)
{
    int here_x = -1, here_y = -1;
    if (!phase_here(phase, &here_x, &here_y))
        here_x = here_y = -1;
    for (int x = 0; x < phase->cells; x += across)
        fputc(is_within(here_x, x, across) && is_within(here_y, y, up) ? '@' : mark(phase, x, y), out);
}

static void write_map(const struct phase *phase, FILE *out)
{
    const int across = step_of(phase->cells, true), up = step_of(phase->cells, false);
    const int rows = (phase->cells + up - 1) / up;
    fprintf(out, "  %s\n", phase->axis[1].name);
    for (int row = rows - 1; row >= 0; row--) {
        const double at = row == rows - 1 ? phase->axis[1].high : phase->axis[1].low;
        cell_pad(out, row == rows - 1 || row == 0 ? phase_words_value(phase, 1, at).text : "", MARGIN);
        fputs(" |", out);
        write_row(phase, row * up, across, up, out);
        fputc('\n', out);
    }
    const int width = (phase->cells + across - 1) / across;
    const struct words low = phase_words_value(phase, 0, phase->axis[0].low),
                       high = phase_words_value(phase, 0, phase->axis[0].high);
    fprintf(out, "%*s +", MARGIN, "");
    for (int x = 0; x < width; x++)
        fputc('-', out);
    fprintf(out, "\n%*s  %s", MARGIN, "", low.text);
    const int room = width - lettering_columns(low.text);
    cell_pad(out, high.text, room > lettering_columns(high.text) ? room : lettering_columns(high.text) + 2);
    fprintf(out, "   %s\n", phase->axis[0].name);
}

static void write_key(const struct phase *phase, FILE *out)
{
    for (int i = 0; i < phase->roster.count; i++) {
        char name[NAME_SIZE];
        phase_words_name(phase, i, name, sizeof name);
        fprintf(out, "  %c  %s\n", 'A' + i, name);
    }
    fputs("  .  not clear at 95%\n", out);
    int x, y;
    if (phase_here(phase, &x, &y))
        fputs("  @  the scenario's own medians\n", out);
}

static void say(const char *text, FILE *out)
{
    if (*text) {
        lettering_print(out, text, TABLE_COLUMNS, 2);
        fputc('\n', out);
    }
}

void phase_table_write(const struct phase *phase, FILE *out)
{
    static const char *const by[] = {"wins (worlds won less worlds lost)", "the higher mean of", "the higher median of"};
    say(phase_words_whole(phase).text, out);
    say(phase_words_here(phase).text, out);
    say(phase_words_line(phase).text, out);
    fputc('\n', out);
    write_map(phase, out);
    fputc('\n', out);
    write_key(phase, out);
    char note[NOTE_SIZE];
    snprintf(note, sizeof note,
             "By %s%s%s. %d x %d cells in the same worlds, seed %" PRIu64 "; %s of them in all, more where it is close. The "
             "rest is drawn as the scenario says. Each cell stands by itself: of twenty in which nobody leads, one is given "
             "to somebody.%s",
             by[phase->contest.by], phase->contest.by == CONTEST_WINS ? ", " : " ", phase->contest.measure.name,
             phase->cells, phase->cells, phase->seed, words_count(phase_worlds(phase)).text,
             step_of(phase->cells, false) > 1 ? " Not every row is shown." : "");
    fputc('\n', out);
    say(note, out);
}
