#include "report/terms_table.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/terms_words.h"
#include "report/words.h"

#include <inttypes.h>

enum { CELL = 16, COLUMNS = 6, WIDTH = CELL * COLUMNS, NAME_SIZE = 512 };

static void plain(FILE *out, const char *text)
{
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, text);
    fputs(name, out);
}

static void name_term(FILE *out, const struct term *term)
{
    plain(out, term->title);
    fputs(", against ", out);
    plain(out, term->against);
}

static void write_head(const struct terms *terms, FILE *out)
{
    static const char *const heads[2][COLUMNS] = {
        {"worth to one", "chance of", "take-home,", "take-home,", "investors’", "companies"},
        {"founder", "nothing (pts)", "median", "mean", "multiple", "below 1× (pts)"}};
    plain(out, terms->scenario->name);
    fputs(": ", out);
    plain(out, terms->strategy);
    fprintf(out, "\n%s worlds, seed %" PRIu64 ": each term in all rounds that it concerns, and without it.\n\n",
            words_count(terms->paths).text, terms->seed);
    for (int line = 0; line < 2; line++) {
        for (int c = 0; c < COLUMNS; c++)
            cell_pad(out, heads[line][c], CELL);
        fputc('\n', out);
    }
}

static void write_plan(const struct terms_plan *plan, FILE *out)
{
    fputs("The plan as it is\n", out);
    cell_pad(out, cell_words(plan->certain, CELL_MONEY).text, CELL);
    cell_pad(out, cell_words(plan->nothing, CELL_PERCENT).text, CELL);
    cell_pad(out, cell_words(plan->median, CELL_MONEY).text, CELL);
    cell_pad(out, cell_words(plan->mean, CELL_MONEY).text, CELL);
    cell_pad(out, cell_words(plan->multiple, CELL_TIMES).text, CELL);
    cell_pad(out, cell_words(plan->loss_ratio, CELL_PERCENT).text, CELL);
    fputc('\n', out);
}

static void write_effect(const struct terms_effect *effect, FILE *out)
{
    name_term(out, effect->term);
    fputs(effect->in_plan ? " (the plan has it)\n" : "\n", out);
    cell_pad(out, terms_words(&effect->certain, TERMS_MONEY).text, CELL);
    cell_pad(out, terms_words(&effect->nothing, TERMS_POINTS).text, CELL);
    cell_pad(out, terms_words(&effect->median, TERMS_MONEY).text, CELL);
    cell_pad(out, terms_words(&effect->mean, TERMS_MONEY).text, CELL);
    cell_pad(out, terms_words(&effect->multiple, TERMS_TIMES).text, CELL);
    cell_pad(out, terms_words(&effect->loss_ratio, TERMS_POINTS).text, CELL);
    fputc('\n', out);
}

static void write_rest(const struct terms *terms, FILE *out)
{
    if (terms->apply < terms->count)
        fputs("\nDoes not apply\n", out);
    for (int e = terms->apply; e < terms->count; e++) {
        const struct terms_effect *effect = &terms->effect[e];
        char line[3 * NAME_SIZE], clean[sizeof line];
        snprintf(line, sizeof line, "  %.400s, against %.400s: %.400s", effect->term->title, effect->term->against,
                 effect->why_not);
        lettering_plain(clean, sizeof clean, line);
        lettering_print(out, clean, WIDTH, 4);
        fputc('\n', out);
    }
}

static void write_notes(const struct terms *terms, FILE *out)
{
    fputc('\n', out);
    if (terms->apply > 0)
        lettering_print(out,
                        "Each row: with the term less without it, in the same worlds, ± half of the interval; all "
                        "intervals of this table hold together in 95% of cases. unclear: the interval includes zero; none: nothing differs; "
                        "too few worlds: those that differ are too few to tell.\n", WIDTH, 0);
    lettering_print(out,
                    "Worth: the sure gain that is as good to one founder, dollars. Nothing: a take-home of all founders "
                    "below $1,000. What a company does for a term, such as selling later, is what the model has it do. "
                    "The plan's own row has standard errors in brackets.\n", WIDTH, 0);
}

void terms_table_write(const struct terms *terms, FILE *out)
{
    write_head(terms, out);
    write_plan(&terms->plan, out);
    for (int e = 0; e < terms->apply; e++)
        write_effect(&terms->effect[e], out);
    write_rest(terms, out);
    write_notes(terms, out);
}
