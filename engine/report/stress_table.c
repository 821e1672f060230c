#include "report/stress_table.h"

#include "report/cell.h"
#include "report/change_words.h"
#include "report/lettering.h"
#include "report/words.h"

#include <inttypes.h>

enum { NAME = 32, CELL = 17, COLUMNS = 5, WIDTH = 100, NAME_SIZE = 512 };

static bool is_take_home(const struct stress *stress)
{
    return stress->measure.observable < 0 && stress->measure.ending == ENDING_TAKE_HOME && !stress->measure.chance;
}

static void plain(FILE *out, const char *text)
{
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, text);
    fputs(name, out);
}

static void write_name(const struct stress *stress, int k, FILE *out)
{
    char clean[NAME_SIZE], name[NAME_SIZE];
    lettering_plain(clean, sizeof clean, stress->scenario->strategy[stress->strategy[k]].name);
    lettering_shorten(name, sizeof name, clean, NAME);
    for (double ems = NAME; lettering_columns(name) > NAME - 3; ems -= 0.5)
        lettering_shorten(name, sizeof name, clean, ems);
    int width = lettering_columns(name);
    fprintf(out, "  %s%*s", name, NAME - 2 > width ? NAME - 2 - width : 0, "");
}

static void write_heads(const struct stress *stress, FILE *out)
{
    static const char *const heads[2][COLUMNS] = {
        {"measure,", "take-home,", "take-home,", "chance of", "closed"},
        {"change", "mean", "median", "nothing (pts)", "(points)"}};
    plain(out, stress->scenario->name);
    fprintf(out, "\n%s worlds, seed %" PRIu64 ": each shock, and the same worlds without it. Measure: ",
            words_count(stress->paths).text, stress->seed);
    plain(out, stress->measure.name);
    fputs(".\n\n", out);
    for (int line = 0; line < 2; line++) {
        cell_pad(out, "", NAME);
        for (int c = 0; c < COLUMNS; c++)
            cell_pad(out, heads[line][c], c == 0 ? 14 : CELL);
        fputc('\n', out);
    }
}

static struct words base_measure(const struct stress *stress, const struct stress_base *base)
{
    if (stress->is_share)
        return cell_words(base->measure, CELL_PERCENT);
    return stress->measure.unit == UNIT_DOLLARS ? words_money(base->measure.value) : words_number(base->measure.value);
}

static void write_base(const struct stress *stress, FILE *out)
{
    fputs("Without a shock\n", out);
    for (int k = 0; k < stress->strategies; k++) {
        const struct stress_base *base = &stress->base[k];
        write_name(stress, k, out);
        cell_pad(out, base_measure(stress, base).text, 14);
        cell_pad(out, cell_words(base->mean, CELL_MONEY).text, CELL);
        cell_pad(out, cell_words(base->median, CELL_MONEY).text, CELL);
        cell_pad(out, cell_words(base->nothing, CELL_PERCENT).text, CELL);
        cell_pad(out, cell_words(base->closed, CELL_PERCENT).text, CELL);
        fputc('\n', out);
    }
}

static void write_window(const struct shock *shock, FILE *out)
{
    if (shock->months == 1)
        fprintf(out, " (month %d)\n", shock->first_month + 1);
    else
        fprintf(out, " (month %d to %d)\n", shock->first_month + 1, shock->first_month + shock->months);
}

static void write_row(const struct stress *stress, const struct stress_row *row, FILE *out)
{
    plain(out, row->shock ? row->shock->title : "All of them together");
    if (row->shock)
        write_window(row->shock, out);
    else
        fputc('\n', out);
    for (int k = 0; k < stress->strategies; k++) {
        const struct stress_effect *effect = &row->effect[k];
        write_name(stress, k, out);
        cell_pad(out, change_words(&effect->kept, stress->is_share ? CHANGE_POINTS : CHANGE_PERCENT).text, 14);
        cell_pad(out, change_words(&effect->mean, CHANGE_MONEY).text, CELL);
        cell_pad(out, change_words(&effect->median, CHANGE_MONEY).text, CELL);
        cell_pad(out, change_words(&effect->nothing, CHANGE_POINTS).text, CELL);
        cell_pad(out, change_words(&effect->closed, CHANGE_POINTS).text, CELL);
        fputc('\n', out);
    }
    if (stress->strategies < 2)
        return;
    fputs("  bears it best: ", out);
    plain(out, row->best < 0 ? "not clear" : stress->scenario->strategy[stress->strategy[row->best]].name);
    fputc('\n', out);
}

void stress_table_write(const struct stress *stress, FILE *out)
{
    write_heads(stress, out);
    write_base(stress, out);
    for (int r = 0; r < stress->rows; r++)
        write_row(stress, &stress->row[r], out);
    fputc('\n', out);
    lettering_print(out,
                    "Changes: with the shock less without it, in the same worlds, ± half of the interval; all intervals of "
                    "this table hold together in 95% of cases. not clear: the interval includes zero; none: nothing differs; too few: "
                    "too few worlds differ to tell.\n", WIDTH, 0);
    lettering_print(out,
                    stress->is_share
                        ? "Measure: change of its chance, in points. Bears it best: changes for the worse by clearly less than "
                          "every other strategy.\n"
                        : "Measure: change of its mean, as a share of that without the shock. Bears it best: keeps a clearly "
                          "larger share of it than every other strategy.\n", WIDTH, 0);
    lettering_print(out, is_take_home(stress) ? "Without a shock standard errors are in brackets; the measure is the take-home's mean.\n"
                                              : "Without a shock standard errors are in brackets.\n", WIDTH, 0);
}
