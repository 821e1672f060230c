#include "report/ruin_pages.h"

#include "report/captions.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/ruin_words.h"
#include "report/words.h"

#include <inttypes.h>

enum { NAME_SIZE = 512 };

static void write_lines(const char *text, const char *what, double ems, bool balance, FILE *meta)
{
    char lines[2][CAPTION_SIZE], clean[2 * CAPTION_SIZE];
    lettering_clean(clean, sizeof clean, text);
    (balance ? lettering_balance : lettering_wrap)(lines[0], CAPTION_SIZE, 2, clean, ems);
    meta_text(meta, lines[0], "ruin_%s_1", what);
    meta_text(meta, lines[1], "ruin_%s_2", what);
}

static void write_caption(const struct ruin *ruin, FILE *meta)
{
    char text[2 * CAPTION_SIZE], name[NAME_SIZE];
    const struct prim_count *held = &ruin->box.held_out;
    snprintf(text, sizeof text, "Where %s, %s of the companies are ruined, against %s in all worlds",
             ruin->box.sides > 1 ? "all of these hold" : "this holds", words_percent(ruin->density.value).text,
             words_percent(ruin->rate.value).text);
    write_lines(text, "title", CAPTIONS_TITLE_EMS, true, meta);
    lettering_shorten(name, sizeof name, ruin->scenario->strategy[ruin->strategy].name, 24);
    snprintf(text, sizeof text,
             "‘%s’, ruined: %s. Each bar is all worlds, from the lowest value to the highest, by rank; the dark part is the "
             "box: %s of the worlds, and %s of the ruins",
             name, ruin_words_failure(ruin).text, words_percent(prim_mass(held)).text,
             words_percent(prim_coverage(held)).text);
    write_lines(text, "subtitle", CAPTIONS_SUBTITLE_EMS, false, meta);
    lettering_shorten(name, sizeof name, ruin->scenario->name, 24);
    snprintf(text, sizeof text,
             "%s · seed %" PRIu64 " · %s worlds, half searched, half held out: shares are of these · playbook %s · data/ruin.tsv, "
             "plots/ruin.gp, box.yaml · box.yaml in %s fresh worlds: %s · the ends of bars: 5%% of the worlds lie beyond",
             name, ruin->seed, words_count(ruin->paths).text, ruin->version, words_count(ruin->paths).text,
             words_percent_about(ruin->again.value, ruin->again.error).text);
    write_lines(text, "note", CAPTIONS_NOTE_EMS, false, meta);
}

void ruin_pages_write(const struct ruin *ruin, FILE *meta)
{
    write_caption(ruin, meta);
    meta_number(meta, ruin->strategy + 1, "ruin_strategy");
    meta_number(meta, ruin->box.sides, "ruin_rows");
    for (int s = 0; s < ruin->box.sides; s++) {
        const struct ruin_side *side = &ruin->side[s];
        meta_text(meta, side->key, "ruin_name_%d", s + 1);
        meta_text(meta, ruin_words_side(side).text, "ruin_box_%d", s + 1);
        meta_text(meta, ruin_words_value(side->least, side->unit).text, "ruin_least_%d", s + 1);
        meta_text(meta, ruin_words_value(side->most, side->unit).text, "ruin_most_%d", s + 1);
        meta_number(meta, side->below, "ruin_below_%d", s + 1);
        meta_number(meta, side->upto, "ruin_upto_%d", s + 1);
    }
    meta_text(meta, "ruin", "deck_pages");
}

void ruin_pages_data(const struct ruin *ruin, FILE *out)
{
    fputs("# the sides of the box in the engine's units (months, dollars, per month, shares 0..1), and as shares of all\n"
          "# worlds; NaN: open\n"
          "row\tlow\thigh\tbelow\tupto\tsignificance\tcoupled\tkey\n", out);
    for (int s = 0; s < ruin->box.sides; s++) {
        const struct ruin_side *side = &ruin->side[s];
        fprintf(out, "%d", s + 1);
        const double ends[] = {side->low, side->high};
        for (int e = 0; e < 2; e++)
            if (ends[e] - ends[e] == 0.0)
                fprintf(out, "\t%.10g", ends[e]);
            else
                fputs("\tNaN", out);
        fprintf(out, "\t%.10g\t%.10g\t%.10g\t%d\t%s\n", side->below, side->upto, side->significance, side->coupled, side->key);
    }
}
