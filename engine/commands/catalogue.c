#include "commands/catalogue.h"

#include "commands/terminal.h"
#include "scenario/key.h"
#include "scenario/nearest.h"
#include "scenario/quantity.h"
#include "scenario/topics.h"

#include <string.h>

/* Where the fields of a section stand in a scenario: the lines above them, and the other name by
 * which their path may be called. */
static const struct home {
    const char *lines, *indent, *path;
} homes[SECTIONS] = {
    [SECTION_MARKET] = {"market:\n", "  ", "market"},
    [SECTION_CLIMATE] = {"climate:\n", "  ", "climate"},
    [SECTION_COMPANY] = {"company:\n", "  ", "company"},
    [SECTION_CAPABILITY] = {"capability:\n", "  ", "capability"},
    [SECTION_COMMUNITY] = {"community:\n", "  ", "community"},
    [SECTION_SALES] = {"sales:\n", "  ", "sales"},
    [SECTION_DELIVERY] = {"delivery:\n", "  ", "delivery"},
    [SECTION_PEOPLE] = {"people:\n", "  ", "people"},
    [SECTION_EXIT] = {"exit:\n", "  ", "exit"},
    [SECTION_FOUNDER] = {"founder:\n", "  ", "founder"},
    [SECTION_PLAYBOOK] = {"strategies:\n  - playbook:\n", "      ", "playbook"},
    [SECTION_FUNDING] = {"strategies:\n  - funding:\n", "      ", "funding"},
    [SECTION_BOARD] = {"strategies:\n  - board:\n", "      ", "board"},
    [SECTION_STAGE] = {"strategies:\n  - playbook:\n      stages:\n        - name: First\n",
                       "          ", "playbook.stages"},
    [SECTION_ROUND] = {"strategies:\n  - funding:\n      rounds:\n        - name: Series A\n",
                       "          ", "funding.rounds"},
};

static const struct field *field_of(struct catalogue_match match)
{
    return &field_tables[match.section].fields[match.row];
}

void catalogue_name(struct catalogue_match match, char name[CATALOGUE_NAME_MAX])
{
    snprintf(name, CATALOGUE_NAME_MAX, "%s.%s", field_tables[match.section].name,
             field_of(match)->key);
}

/* The number of fields over all sections, and the place of the n-th. */
static bool nth(int n, struct catalogue_match *match)
{
    for (int section = 0; section < SECTIONS; section++) {
        if (n < field_tables[section].count) {
            *match = (struct catalogue_match){(enum section)section, n};
            return true;
        }
        n -= field_tables[section].count;
    }
    return false;
}

/* --- Finding -------------------------------------------------------------------------------- */

static bool is_full_name(struct catalogue_match match, const char *word)
{
    const char *key = field_of(match)->key;
    const char *prefixes[] = {field_tables[match.section].name, homes[match.section].path,
                              match.section == SECTION_STAGE ? "board.stage" : NULL};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && prefixes[i]; i++) {
        size_t length = strlen(prefixes[i]);
        if (strncmp(word, prefixes[i], length) == 0 && word[length] == '.' &&
            strcmp(word + length + 1, key) == 0)
            return true;
    }
    return false;
}

static bool is_short_name(struct catalogue_match match, const char *word)
{
    const char *key = field_of(match)->key, *dot = strrchr(key, '.');
    return strcmp(key, word) == 0 || (dot && strcmp(dot + 1, word) == 0);
}

static int collect(const char *word, bool (*fits)(struct catalogue_match, const char *),
                   struct catalogue_match matches[CATALOGUE_MATCHES_MAX])
{
    int count = 0;
    struct catalogue_match match;
    for (int n = 0; count < CATALOGUE_MATCHES_MAX && nth(n, &match); n++)
        if (fits(match, word))
            matches[count++] = match;
    return count;
}

int catalogue_find(const char *word, struct catalogue_match matches[CATALOGUE_MATCHES_MAX])
{
    struct key key; /* as events and correlations write it: 'stages.2.people.sales' */
    if (key_find(word, &key)) {
        matches[0].section = key.section;
        matches[0].row = (int)(key.field - field_tables[key.section].fields);
        return 1;
    }
    int count = collect(word, is_full_name, matches);
    return count > 0 ? count : collect(word, is_short_name, matches);
}

bool catalogue_suggest(const char *word, char meant[CATALOGUE_NAME_MAX])
{
    enum { FIELDS_MAX = 400, OTHERS_MAX = 100 };
    char names[FIELDS_MAX][CATALOGUE_NAME_MAX];
    const char *list[2 * FIELDS_MAX + OTHERS_MAX];
    int count = 0;
    struct catalogue_match match;
    for (int n = 0; n < FIELDS_MAX && nth(n, &match); n++) {
        catalogue_name(match, names[n]);
        list[count++] = names[n];
        list[count++] = field_of(match)->key;
    }
    for (int section = 0; section < SECTIONS; section++)
        list[count++] = field_tables[section].name;
    for (const struct topic *topic = topics_top_level; topic->key; topic++)
        list[count++] = topic->key;
    for (const struct topic *topic = topics_further; topic->key; topic++)
        list[count++] = topic->key;
    list[count] = NULL;
    const char *nearest = nearest_word(word, list);
    snprintf(meant, CATALOGUE_NAME_MAX, "%s", nearest ? nearest : "");
    return nearest;
}

/* --- Listing -------------------------------------------------------------------------------- */

static void list_field(const struct field *field, const char *key, FILE *out)
{
    fprintf(out, "  %-30s %-14s %-16s %s\n", key, quantity_unit(field->unit), field->standard,
            field->meaning);
}

static void list_title(const struct field_table *table, FILE *out)
{
    bool colour = terminal_shows_colour(out);
    fprintf(out, "%s%s%s: %s\n", colour ? "\033[1m" : "", table->name, colour ? "\033[0m" : "",
            table->about);
}

static int list_section(enum section section, FILE *out)
{
    const struct field_table *table = &field_tables[section];
    list_title(table, out);
    for (int row = 0; row < table->count; row++)
        list_field(&table->fields[row], table->fields[row].key, out);
    return table->count;
}

static int list_all(FILE *out)
{
    int count = 0;
    for (int section = 0; section < SECTIONS; section++) {
        count += list_section((enum section)section, out);
        fputc('\n', out);
    }
    fputs("Beside these, a scenario may say:\n", out);
    for (const struct topic *topic = topics_top_level; topic->key; topic++)
        fprintf(out, "  %-30s %s\n", topic->key, topic->form);
    fputs("\nHow numbers are written: 'playbook explain values'.\n", out);
    return count;
}

/* 'stage.until.users' is within 'stage.until' and within 'until'. */
static bool is_within(const char *name, const char *group)
{
    const char *found = strstr(name, group);
    return found && (found == name || found[-1] == '.') && found[strlen(group)] == '.';
}

int catalogue_list(const char *group, FILE *out)
{
    if (!group)
        return list_all(out);
    for (int section = 0; section < SECTIONS; section++)
        if (strcmp(group, field_tables[section].name) == 0)
            return list_section((enum section)section, out);
    int count = 0;
    struct catalogue_match match;
    for (int n = 0; nth(n, &match); n++) {
        char name[CATALOGUE_NAME_MAX];
        catalogue_name(match, name);
        if (!is_within(name, group))
            continue;
        list_field(field_of(match), name, out);
        count++;
    }
    return count;
}

void catalogue_list_names(FILE *out)
{
    struct catalogue_match match;
    for (int n = 0; nth(n, &match); n++) {
        char name[CATALOGUE_NAME_MAX];
        catalogue_name(match, name);
        fprintf(out, "%s\n", name);
    }
    for (int section = 0; section < SECTIONS; section++)
        fprintf(out, "%s\n", field_tables[section].name);
    for (const struct topic *topic = topics_top_level; topic->key; topic++)
        fprintf(out, "%s\n", topic->key);
    for (const struct topic *topic = topics_further; topic->key; topic++)
        fprintf(out, "%s\n", topic->key);
}

/* --- One field ------------------------------------------------------------------------------ */

static void explain_writing(const struct field *field, FILE *out)
{
    if (field->unit != UNIT_WORD) {
        char low[64], high[64];
        quantity_write(field->low, field->unit, low, sizeof low);
        quantity_write(field->high, field->unit, high, sizeof high);
        fprintf(out, "  written as      %s\n", quantity_expected(field->unit));
        fprintf(out, "  legal range     %s to %s\n", low, high);
        return;
    }
    fputs("  written as      one of ", out);
    for (int i = 0; field->words[i]; i++)
        fprintf(out, "%s%s", i ? ", " : "", field->words[i]);
    fputc('\n', out);
}

static void explain_origin(const struct field *field, FILE *out)
{
    static const char *const drawn[] = {
        [DRAWN_NEVER] = "never; a constant",
        [DRAWN_PATH] = "once for each path; any distribution ('playbook explain values')",
        [DRAWN_MONTH] = "anew every month; a constant or a lognormal"};
    static const char *const owners[] = {[LEVER] = "the company: a lever",
                                         [UNCERTAINTY] = "the world: an uncertainty"};
    static const char *const grades[] = {
        [VERIFIED] = "verified: the figure was checked against the named source",
        [RECALLED] = "recalled: from memory of the named document",
        [JUDGEMENT] = "judgement: no source; a prior, to be shown as an assumption",
        [DEFINITION] = "definition: a choice, a start value or an 'off' position, not a claim"};
    fprintf(out, "  standard value  %s\n", field->standard);
    fprintf(out, "  drawn           %s\n", drawn[field->drawn]);
    fprintf(out, "  decided by      %s\n", owners[field->owner]);
    fprintf(out, "  source          %s\n", field->source);
    fprintf(out, "  grade           %s\n", grades[field->grade]);
}

static void explain_place(struct catalogue_match match, FILE *out)
{
    const struct field *field = field_of(match);
    const struct home *home = &homes[match.section];
    const char *dot = strchr(field->key, '.');
    for (const char *line = home->lines; *line; line = strchr(line, '\n') + 1)
        fprintf(out, "    %.*s\n", (int)strcspn(line, "\n"), line);
    fprintf(out, "    %s", home->indent);
    if (strncmp(field->key, "offers.", 7) == 0)
        fprintf(out, "offers: [%s]\n", dot + 1);
    else if (dot)
        fprintf(out, "%.*s: {%s: %s}\n", (int)(dot - field->key), field->key, dot + 1,
                field->standard);
    else
        fprintf(out, "%s: %s\n", field->key, field->standard);
}

void catalogue_explain(struct catalogue_match match, FILE *out)
{
    bool colour = terminal_shows_colour(out);
    char name[CATALOGUE_NAME_MAX];
    catalogue_name(match, name);
    fprintf(out, "%s%s%s\n", colour ? "\033[1m" : "", name, colour ? "\033[0m" : "");
    fprintf(out, "  %s\n\n", field_of(match)->meaning);
    explain_writing(field_of(match), out);
    explain_origin(field_of(match), out);
    fputs("\n  In a scenario:\n", out);
    explain_place(match, out);
}
