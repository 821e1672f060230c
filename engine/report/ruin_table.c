#include "report/ruin_table.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/ruin_words.h"

#include <inttypes.h>
#include <math.h>

enum { WIDTH = 100, NAME_SIZE = 512 };

static void write_sides(const struct ruin *ruin, FILE *out)
{
    for (int s = 0; s < ruin->box.sides; s++) {
        const struct ruin_side *side = &ruin->side[s];
        fprintf(out, "  %-38s %-30s of %s to %s%s\n", side->key, ruin_words_side(side).text,
                ruin_words_value(side->least, side->unit).text, ruin_words_value(side->most, side->unit).text,
                side->coupled ? ", coupled" : "");
    }
}

static void write_box(const struct ruin *ruin, FILE *out)
{
    const struct prim_count *held = &ruin->box.held_out;
    struct figure coverage = statistics_share(held->inside_failed, held->failures);
    write_sides(ruin, out);
    fprintf(out, "\nAmong the %s worlds that were held out\n", words_count(held->cases).text);
    fprintf(out, "  density:  %s of the worlds in the box are ruined\n", cell_words(ruin->density, CELL_PERCENT).text);
    fprintf(out, "  coverage: %s of all ruins lie in the box\n", cell_words(coverage, CELL_PERCENT).text);
    fprintf(out, "  mass:     %s of all worlds do\n", words_percent(prim_mass(held)).text);
}

static void write_again(const struct ruin *ruin, FILE *out)
{
    double apart = fabs(ruin->again.value - ruin->density.value);
    bool chance = apart <= 2.0 * hypot(ruin->again.error, ruin->density.error);
    fprintf(out, "\nThe box as a scenario of its own, in %s fresh worlds: %s are ruined, %s.\n",
            words_count(ruin->paths).text, cell_words(ruin->again, CELL_PERCENT).text,
            apart <= 0.03 ? "within 3 points of the density"
            : chance      ? "more than 3 points from the density, which may be chance"
                          : "more than 3 points from the density");
}

void ruin_table_write(const struct ruin *ruin, FILE *out)
{
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, ruin->scenario->name);
    fputs(name, out);
    lettering_plain(name, sizeof name, ruin->scenario->strategy[ruin->strategy].name);
    fprintf(out, ": %s\nRuin: %s. %s worlds, seed %" PRIu64 "; in all of them %s.\n\n", name,
            ruin_words_failure(ruin).text, words_count(ruin->paths).text, ruin->seed,
            cell_words(ruin->rate, CELL_PERCENT).text);
    if (!prim_survives(&ruin->box)) {
        lettering_print(out, "No box of assumptions is clearly more ruinous than the rest: none was found, or it did not "
                             "hold among the worlds that were held out.\n", WIDTH, 0);
        return;
    }
    fprintf(out, "Where all of this holds, of %d uncertain numbers\n", ruin->inputs);
    write_box(ruin, out);
    write_again(ruin, out);
    fputc('\n', out);
    lettering_print(out,
                    "Standard errors in brackets. Ranges are those of nine worlds in ten. The box was found in the first half of the "
                    "worlds, its sides chosen by significance; the figures are of the other half. A coupled number keeps its correlation "
                    "within the box, so that its partner is drawn from all of its range. No box is held that leaves less than a fifth of the worlds out, nor is a "
                    "number searched that is drawn from a list, counted or a word: it cannot be cut in two.\n", WIDTH, 0);
}
