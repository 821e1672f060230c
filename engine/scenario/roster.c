#include "scenario/roster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ITEM_SIZE = 300, NAMES_SIZE = 800 };

static bool ends_item(char letter) { return letter == ',' || letter == '\0'; }

/* The strategy that is named here, the longest name first; -1: none. */
static int find_name(const struct scenario *scenario, const char *text, size_t *length)
{
    int found = -1;
    *length = 0;
    for (int s = 0; s < scenario->strategies; s++) {
        const size_t size = strlen(scenario->strategy[s].name);
        if (size > *length && strncmp(text, scenario->strategy[s].name, size) == 0 && ends_item(text[size])) {
            found = s;
            *length = size;
        }
    }
    return found;
}

static int find_number(const struct scenario *scenario, const char *text, size_t *length)
{
    *length = strspn(text, "0123456789");
    if (*length == 0 || *length > 2 || !ends_item(text[*length]))
        return -1;
    const int number = atoi(text);
    return number >= 1 && number <= scenario->strategies ? number - 1 : -1;
}

/* Columns count characters. */
static int column_of(const char *text, const char *here)
{
    int column = 1;
    for (; text < here; text++)
        column += ((unsigned char)*text & 0xC0u) != 0x80u;
    return column;
}

static void complain(const struct scenario *scenario, const char *text, struct place place,
                     struct complaints *complaints)
{
    const char *names[STRATEGIES_MAX + 1] = {NULL};
    char item[ITEM_SIZE];
    for (int s = 0; s < scenario->strategies; s++)
        names[s] = scenario->strategy[s].name;
    snprintf(item, sizeof item, "%.*s", (int)strcspn(text, ","), text);
    complaints_suggest(complaints, place, item, names, "'%.80s' is no strategy of this scenario, nor one of 1 to %d",
                       item, scenario->strategies);
}

static bool add(struct roster *roster, int strategy, struct place place, struct complaints *complaints)
{
    for (int i = 0; i < roster->count; i++)
        if (roster->strategy[i] == strategy) {
            complaints_add(complaints, place, "this strategy is named twice");
            return false;
        }
    roster->strategy[roster->count++] = strategy;
    return true;
}

bool roster_parse(const char *option, const char *text, const struct scenario *scenario,
                  struct complaints *complaints, struct roster *roster)
{
    const char *here = text;
    *roster = (struct roster){.count = 0};
    complaints_source(complaints, option, text);
    for (;;) {
        here += strspn(here, " ");
        const struct place place = {.file = option, .line = 1, .column = column_of(text, here)};
        size_t length;
        int strategy = find_name(scenario, here, &length);
        if (strategy < 0)
            strategy = find_number(scenario, here, &length);
        if (strategy < 0) {
            complain(scenario, here, place, complaints);
            return false;
        }
        if (!add(roster, strategy, place, complaints))
            return false;
        here += length;
        if (*here == '\0')
            return true;
        here++;
    }
}

/* "1 'One', 2 'Other'"; cut where there is no room for more. */
static void list_names(const struct scenario *scenario, char *text, size_t size)
{
    size_t length = 0;
    text[0] = '\0';
    for (int s = 0; s < scenario->strategies && length < size; s++)
        length += (size_t)snprintf(text + length, size - length, "%s%d '%.80s'", s > 0 ? ", " : "", s + 1,
                                   scenario->strategy[s].name);
}

int roster_one(struct place place, const char *text, const struct scenario *scenario,
               struct complaints *complaints)
{
    const char *names[STRATEGIES_MAX + 1] = {NULL};
    char known[NAMES_SIZE];
    size_t length;
    for (int s = 0; s < scenario->strategies; s++) {
        names[s] = scenario->strategy[s].name;
        if (strcmp(names[s], text) == 0)
            return s;
    }
    const int number = find_number(scenario, text, &length);
    if (number >= 0 && text[length] == '\0')
        return number;
    list_names(scenario, known, sizeof known);
    complaints_suggest(complaints, place, text, names, "%s has no strategy '%.60s'; it has %s", scenario->file, text,
                       known);
    return -1;
}
