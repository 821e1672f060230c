#include "commands/valuation.h"

#include "scenario/notation.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

int valuation_repetitions(const struct strategy *strategy, enum section section)
{
    switch (section) {
    case SECTION_FUNDING:
        return strategy->rounds > 0;
    case SECTION_BOARD:
        return strategy->has_board;
    case SECTION_STAGE:
        return strategy->stages;
    case SECTION_ROUND:
        return strategy->rounds;
    default:
        return 1;
    }
}

/* 'VALUE  (ORIGIN)', to be freed; NULL when memory ran out. */
static char *spell(const struct assumption *assumption, const struct field *field)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    if (!stream)
        return NULL;
    notation_write(assumption, field, stream);
    fputs("  (", stream);
    notation_write_origin(assumption, stream);
    fputc(')', stream);
    return fclose(stream) == 0 ? text : NULL;
}

static const char *name_of_repetition(const struct strategy *strategy, enum section section,
                                      int repeat)
{
    if (section == SECTION_STAGE)
        return strategy->stage_name[repeat];
    return section == SECTION_ROUND ? strategy->round_name[repeat] : NULL;
}

static void print_line(const char *strategy, const char *part, const char *value, FILE *out)
{
    fprintf(out, "    %s%s%s: %s\n", strategy, part ? ", " : "", part ? part : "",
            value ? value : "?");
}

static void print_strategy(const struct scenario *scenario, int s, struct catalogue_match match,
                           FILE *out)
{
    const struct strategy *strategy = &scenario->strategy[s];
    const struct field *field = &field_tables[match.section].fields[match.row];
    for (int repeat = 0; repeat < valuation_repetitions(strategy, match.section); repeat++) {
        const int column = fields_column(match.section, match.row, repeat);
        char *value = spell(&strategy->assumptions[column], field);
        print_line(strategy->name, name_of_repetition(strategy, match.section, repeat), value, out);
        free(value);
    }
    if (match.section == SECTION_STAGE && strategy->has_board) {
        const int column = fields_column(match.section, match.row, STAGES_MAX);
        char *value = spell(&strategy->assumptions[column], field);
        print_line(strategy->name, "the board's stage", value, out);
        free(value);
    }
}

/* Whether all strategies have the same value from the same place. */
static bool agree(const struct scenario *scenario, struct catalogue_match match)
{
    const struct field *field = &field_tables[match.section].fields[match.row];
    const int column = fields_column(match.section, match.row, 0);
    bool same = match.section < SECTION_PLAYBOOK || match.section == SECTION_FOUNDER;
    char *first = spell(&scenario->strategy[0].assumptions[column], field);
    for (int s = 1; same && s < scenario->strategies; s++) {
        char *other = spell(&scenario->strategy[s].assumptions[column], field);
        same = first && other && strcmp(first, other) == 0;
        free(other);
    }
    free(first);
    return same;
}

void valuation_print(const struct scenario *scenario, struct catalogue_match match, FILE *out)
{
    fprintf(out, "\n  In %s:\n", scenario->file);
    if (!agree(scenario, match)) {
        for (int s = 0; s < scenario->strategies; s++)
            print_strategy(scenario, s, match, out);
        return;
    }
    const int column = fields_column(match.section, match.row, 0);
    char *value = spell(&scenario->strategy[0].assumptions[column],
                        &field_tables[match.section].fields[match.row]);
    print_line("every strategy", NULL, value, out);
    free(value);
}
