/* A scenario as one YAML file that needs no other. */
#include "scenario/notation.h"
#include "scenario/key_name.h"
#include "scenario/quantity.h"
#include "scenario/scenario.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { ORIGIN_COLUMN = 56 };

/* Which values of a section are written: those all strategies share, at the top; those in which
 * they differ, in each strategy; or all, because the section is the strategy's alone. */
enum scope { SCOPE_SHARED, SCOPE_DIFFERING, SCOPE_ALL };

struct sheet {
    const struct scenario *scenario;
    const struct strategy *strategy; /* the one whose values are written */
    FILE *out;
    bool origins;
    enum scope scope;
};

/* --- What is worth writing ------------------------------------------------------------------ */

static bool same_points(const double *a, const double *b, int count)
{
    return a && b ? memcmp(a, b, (size_t)count * sizeof *a) == 0 : a == b;
}

static bool same_value(const struct distribution *a, const struct distribution *b)
{
    return a->shape == b->shape && a->a == b->a && a->b == b->b && a->c == b->c && a->d == b->d &&
           a->truncated == b->truncated && a->low == b->low && a->high == b->high &&
           a->count == b->count && same_points(a->points, b->points, a->count) &&
           same_points(a->weights, b->weights, a->count);
}

static bool shared(const struct scenario *scenario, int column)
{
    const struct distribution *first = &scenario->strategy[0].assumptions[column].value;
    for (int s = 1; s < scenario->strategies; s++)
        if (!same_value(first, &scenario->strategy[s].assumptions[column].value))
            return false;
    return true;
}

/* The value to write for a column, or NULL to leave it out. */
static const struct assumption *chosen(const struct sheet *sheet, const struct field *field,
                                       int column)
{
    const struct assumption *assumption = &sheet->strategy->assumptions[column];
    /* The last stage may not even say that nothing ends it. */
    if (!assumption->set && strncmp(field->key, "until.", 6) == 0)
        return NULL;
    if (sheet->scope == SCOPE_SHARED && !shared(sheet->scenario, column))
        return NULL;
    if (sheet->scope == SCOPE_DIFFERING && shared(sheet->scenario, column))
        return NULL;
    return assumption->set || sheet->origins ? assumption : NULL;
}

/* --- Lines ---------------------------------------------------------------------------------- */

/* Ends a line that has `text` so far, with the origin of its value if that is wanted. */
static void finish_line(const struct sheet *sheet, const char *text,
                        const struct assumption *assumption)
{
    if (sheet->origins) {
        fprintf(sheet->out, "%-*s  # ", ORIGIN_COLUMN, text);
        notation_write_origin(assumption, sheet->out);
    } else {
        fputs(text, sheet->out);
    }
    fputc('\n', sheet->out);
}

static void write_line(const struct sheet *sheet, int indent, const char *key,
                       const struct assumption *assumption, const struct field *field)
{
    char *text = NULL;
    size_t length = 0;
    FILE *line = open_memstream(&text, &length);
    if (!line)
        return;
    fprintf(line, "%*s%s: ", indent, "", key);
    notation_write(assumption, field, line);
    if (fclose(line) == 0)
        finish_line(sheet, text, assumption);
    free(text);
}

static void write_name(const struct sheet *sheet, int indent, const char *key, const char *name)
{
    fprintf(sheet->out, "%*s%s: ", indent, "", key);
    notation_quote(name, sheet->out);
    fputc('\n', sheet->out);
}

/* --- Sections ------------------------------------------------------------------------------- */

static bool is_offer(const struct field *field) { return strncmp(field->key, "offers.", 7) == 0; }

/* offers: [services, training] */
static void write_offers(const struct sheet *sheet, int indent, int repeat)
{
    const struct field_table *table = &field_tables[SECTION_STAGE];
    const struct assumption *first = NULL;
    char line[256];
    snprintf(line, sizeof line, "%*soffers: [", indent, "");
    for (int row = 0; row < table->count; row++) {
        const struct assumption *assumption =
            &sheet->strategy->assumptions[fields_column(SECTION_STAGE, row, repeat)];
        if (!is_offer(&table->fields[row]) || assumption->value.a == 0)
            continue;
        const size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, "%s%s", first ? ", " : "",
                 table->fields[row].key + 7);
        first = first ? first : assumption;
    }
    if (!first)
        return;
    const size_t used = strlen(line);
    snprintf(line + used, sizeof line - used, "]");
    finish_line(sheet, line, first);
}

/* Writes the fields of a section, the dotted ones in mappings of their own. Without a title, the
 * mapping they belong to has been begun; with one, it begins with the first field. */
static void write_fields(const struct sheet *sheet, enum section section, int repeat, int indent,
                         const char *title)
{
    const struct field_table *table = &field_tables[section];
    const char *group = "";
    size_t group_length = 0;
    for (int row = 0; row < table->count; row++) {
        const struct field *field = &table->fields[row];
        const struct assumption *assumption =
            chosen(sheet, field, fields_column(section, row, repeat));
        if (!assumption || is_offer(field))
            continue;
        if (title)
            fprintf(sheet->out, "%*s%s:\n", indent - 2, "", title);
        title = NULL;
        const char *dot = strchr(field->key, '.');
        const size_t length = dot ? (size_t)(dot - field->key) : 0;
        if (dot && (length != group_length || strncmp(group, field->key, length) != 0))
            fprintf(sheet->out, "%*s%.*s:\n", indent, "", (int)length, field->key);
        group = field->key;
        group_length = length;
        write_line(sheet, dot ? indent + 2 : indent, dot ? dot + 1 : field->key, assumption, field);
    }
}

/* The sections that the scenario and its strategies have in common. */
static void write_common(struct sheet *sheet, enum scope scope, enum section first, int indent)
{
    sheet->scope = scope;
    for (int section = (int)first; section <= SECTION_EXIT; section++)
        write_fields(sheet, (enum section)section, 0, indent, field_tables[section].name);
}

static void write_stage(const struct sheet *sheet, int repeat, int indent)
{
    write_offers(sheet, indent, repeat);
    write_fields(sheet, SECTION_STAGE, repeat, indent, NULL);
}

static void write_playbook(const struct sheet *sheet)
{
    fputs("    playbook:\n", sheet->out);
    write_fields(sheet, SECTION_PLAYBOOK, 0, 6, NULL);
    fputs("      stages:\n", sheet->out);
    for (int i = 0; i < sheet->strategy->stages; i++) {
        write_name(sheet, 8, "- name", sheet->strategy->stage_name[i]);
        write_stage(sheet, i, 10);
    }
}

static void write_funding(const struct sheet *sheet)
{
    const bool advance = sheet->strategy->assumptions[PARAMETER_COLUMN(funding.advance_amount)].set;
    if (sheet->strategy->rounds == 0 && !advance)
        return;
    fputs("    funding:\n", sheet->out);
    write_fields(sheet, SECTION_FUNDING, 0, 6, NULL);
    if (sheet->strategy->rounds == 0)
        return;
    fputs("      rounds:\n", sheet->out);
    for (int i = 0; i < sheet->strategy->rounds; i++) {
        write_name(sheet, 8, "- name", sheet->strategy->round_name[i]);
        write_fields(sheet, SECTION_ROUND, i, 10, NULL);
    }
}

static void write_board(const struct sheet *sheet)
{
    if (!sheet->strategy->has_board)
        return;
    fputs("    board:\n", sheet->out);
    write_fields(sheet, SECTION_BOARD, 0, 6, NULL);
    fputs("      stage:\n", sheet->out);
    write_name(sheet, 8, "name", sheet->strategy->stage_name[STAGES_MAX]);
    write_stage(sheet, STAGES_MAX, 8);
}

/* --- Events and correlations ---------------------------------------------------------------- */

static void write_change(const struct sheet *sheet, const struct event *event, int indent)
{
    char factor[64];
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(event->column, &section, &repeat, &spread);
    fprintf(sheet->out, "%*s  %s: {%s: ", indent, "", event->multiply ? "times" : "set",
            key_name(event->column).text);
    if (event->multiply) {
        quantity_write(event->value, UNIT_MULTIPLE, factor, sizeof factor);
        fputs(factor, sheet->out);
    } else {
        const struct assumption value = {.value = {.shape = SHAPE_CONSTANT, .a = event->value}};
        notation_write(&value, field, sheet->out);
    }
    fputs("}\n", sheet->out);
}

static void write_event(const struct sheet *sheet, const struct event *event, int indent)
{
    const struct scenario *scenario = sheet->scenario;
    const int month = scenario->start_month - 1 + event->first_month;
    fprintf(sheet->out, "%*s- at: %04d-%02d\n", indent, "", scenario->start_year + month / 12,
            month % 12 + 1);
    if (event->column < 0) {
        write_name(sheet, indent + 2, "enter_stage",
                   scenario->strategy[event->strategy].stage_name[event->stage]);
    } else {
        fprintf(sheet->out, "%*s  for: %d months\n", indent, "",
                event->last_month - event->first_month + 1);
        write_change(sheet, event, indent);
    }
    write_name(sheet, indent + 2, "label", event->label);
}

/* The events of one strategy, or with -1 those of all. */
static void write_events(const struct sheet *sheet, int strategy, int indent)
{
    const char *title = "events:";
    for (int i = 0; i < sheet->scenario->events; i++) {
        if (sheet->scenario->event[i].strategy != strategy)
            continue;
        if (title)
            fprintf(sheet->out, "%*s%s\n", indent, "", title);
        title = NULL;
        write_event(sheet, &sheet->scenario->event[i], indent + 2);
    }
}

static void write_correlations(const struct sheet *sheet)
{
    const struct scenario *scenario = sheet->scenario;
    if (scenario->correlations > 0)
        fputs("correlations:\n", sheet->out);
    for (int i = 0; i < scenario->correlations; i++) {
        const int *column = scenario->correlation[i].column;
        char rank[64];
        quantity_write(scenario->correlation[i].rank, UNIT_NUMBER, rank, sizeof rank);
        fprintf(sheet->out, "  - between: [%s, %s]\n    rank: %s\n", key_name(column[0]).text,
                key_name(column[1]).text, rank);
    }
}

/* --- The whole ------------------------------------------------------------------------------ */

static void write_head(const struct sheet *sheet)
{
    static const char *const samplings[] = {[SAMPLING_MONTE_CARLO] = "monte-carlo",
                                            [SAMPLING_LATIN_HYPERCUBE] = "latin-hypercube",
                                            [SAMPLING_SOBOL] = "sobol"};
    const struct scenario *scenario = sheet->scenario;
    char horizon[64];
    quantity_write(scenario->horizon, UNIT_MONTHS, horizon, sizeof horizon);
    if (sheet->origins)
        fprintf(sheet->out, "# %s with nothing left out. Hash %016" PRIx64 ".\n", scenario->file,
                scenario->hash);
    write_name(sheet, 0, "scenario", scenario->name);
    if (*scenario->description)
        write_name(sheet, 0, "description", scenario->description);
    fprintf(sheet->out, "start: %04d-%02d\nhorizon: %s\npaths: %" PRId64 "\nseed: %" PRIu64 "\n",
            scenario->start_year, scenario->start_month, horizon, scenario->paths, scenario->seed);
    fprintf(sheet->out, "sampling: %s\n", samplings[scenario->sampling]);
}

void scenario_write(const struct scenario *scenario, FILE *out, bool origins)
{
    struct sheet sheet = {scenario, &scenario->strategy[0], out, origins, SCOPE_SHARED};
    write_head(&sheet);
    write_common(&sheet, SCOPE_SHARED, SECTION_MARKET, 2);
    write_fields(&sheet, SECTION_FOUNDER, 0, 2, "founder");
    fputs("strategies:\n", out);
    for (int s = 0; s < scenario->strategies; s++) {
        sheet.strategy = &scenario->strategy[s];
        write_name(&sheet, 2, "- name", sheet.strategy->name);
        write_common(&sheet, SCOPE_DIFFERING, SECTION_COMPANY, 6);
        sheet.scope = SCOPE_ALL;
        write_playbook(&sheet);
        write_funding(&sheet);
        write_board(&sheet);
        write_events(&sheet, s, 4);
    }
    write_correlations(&sheet);
    write_events(&sheet, -1, 0);
}
