#include "scenario/key.h"

#include "model/parameters.h"

#include <stdio.h>
#include <string.h>

static bool find_field(enum section section, int repeat, const char *text, struct key *key)
{
    const struct field_table *table = &field_tables[section];
    for (int row = 0; row < table->count; row++)
        if (strcmp(table->fields[row].key, text) == 0) {
            *key = (struct key){section, &table->fields[row],
                                fields_column(section, row, repeat)};
            return true;
        }
    return false;
}

/* What follows `start` in text, NULL if text does not begin so. */
static const char *after(const char *text, const char *start)
{
    const size_t length = strlen(start);
    return strncmp(text, start, length) == 0 ? text + length : NULL;
}

/* 'stages.2.' and the like: a single digit and a dot. */
static bool find_numbered(enum section section, int most, const char *text, struct key *key)
{
    const int number = text[0] - '0';
    return number >= 1 && number <= most && text[1] == '.' &&
           find_field(section, number - 1, text + 2, key);
}

bool key_find(const char *text, struct key *key)
{
    const char *rest;
    if ((rest = after(text, "board.stage.")) != NULL)
        return find_field(SECTION_STAGE, STAGES_MAX, rest, key);
    if ((rest = after(text, "stages.")) != NULL)
        return find_numbered(SECTION_STAGE, STAGES_MAX, rest, key);
    if ((rest = after(text, "rounds.")) != NULL)
        return find_numbered(SECTION_ROUND, ROUNDS_MAX, rest, key);
    for (int section = 0; section < SECTIONS; section++) {
        rest = after(text, field_tables[section].name);
        if (rest && rest[0] == '.' && field_tables[section].repeats == 1)
            return find_field((enum section)section, 0, rest + 1, key);
    }
    return false;
}

void key_complain(const struct loading *loading, struct place place, const char *text)
{
    enum { MOST = 300, LENGTH = 64 };
    const char *candidates[MOST + 1];
    char words[MOST][LENGTH];
    int count = 0;
    for (int section = 0; section < SECTIONS; section++) {
        const struct field_table *table = &field_tables[section];
        for (int row = 0; table->repeats == 1 && row < table->count && count < MOST; row++) {
            snprintf(words[count], LENGTH, "%s.%s", table->name, table->fields[row].key);
            candidates[count] = words[count];
            count++;
        }
    }
    candidates[count] = NULL;
    complaints_suggest(loading->complaints, place, text, candidates,
                       "there is no '%.60s'; a key is section and field, such as market.accounts",
                       text);
}
