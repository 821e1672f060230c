/* What every assumption means, and what a scenario makes of it. */
#include "commands/catalogue.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/schema.h"
#include "commands/terminal.h"
#include "commands/valuation.h"
#include "report/lexicon.h"
#include "scenario/scenario.h"
#include "scenario/topics.h"

#include <string.h>

struct explain_settings {
    const char *file;
    struct option_list set;
    bool names, schema;
};

const struct option explain_options[] = {
    {"file", "FILE", "the scenario, where it could be mistaken for a KEY", OPTION_TEXT,
     offsetof(struct explain_settings, file), 0, 0, NULL},
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000",
     OPTION_LIST, offsetof(struct explain_settings, set), 0, 0, NULL},
    {"names", NULL, "the bare names of everything there is to explain", OPTION_FLAG,
     offsetof(struct explain_settings, names), 0, 0, NULL},
    {"schema", NULL, "a JSON schema of scenarios, or with a KEY such as playbook of that part",
     OPTION_FLAG, offsetof(struct explain_settings, schema), 0, 0, NULL},
    {0}};

/* --- A word --------------------------------------------------------------------------------- */

/* Breaks a long text into lines between words. */
static void print_wrapped(const char *text)
{
    enum { WIDTH = 88 };
    while (*text) {
        size_t length = strlen(text);
        if (length > WIDTH)
            for (length = WIDTH; text[length] != ' '; length--)
                ;
        printf("  %.*s\n", (int)length, text);
        text += length;
        text += *text == ' ';
    }
}

static void explain_topic(const struct topic *topic)
{
    bool colour = terminal_shows_colour(stdout);
    printf("%s%s%s\n", colour ? "\033[1m" : "", topic->key, colour ? "\033[0m" : "");
    print_wrapped(topic->meaning);
    printf("\n  written as      %s\n", topic->form);
    if (topic->standard)
        printf("  standard value  %s\n", topic->standard);
    puts("\n  In a scenario:");
    for (const char *line = topic->example; *line; line = strchr(line, '\n') + 1)
        printf("    %.*s\n", (int)strcspn(line, "\n"), line);
}

static void explain_word(const struct lexicon_word *word)
{
    bool colour = terminal_shows_colour(stdout);
    printf("%s%s%s\n", colour ? "\033[1m" : "", word->word, colour ? "\033[0m" : "");
    print_wrapped(word->meaning);
    printf("\n  said by         %s\n", word->said_by);
}

static int refuse_key(const char *key)
{
    char meant[CATALOGUE_NAME_MAX];
    fprintf(stderr, "explain: there is nothing called '%s'", key);
    if (catalogue_suggest(key, meant))
        fprintf(stderr, "; did you mean '%s'?\n", meant);
    else
        fputs("; 'playbook explain' lists everything\n", stderr);
    return COMMAND_INPUT_WRONG;
}

static int explain_key(const char *key, const struct scenario *scenario)
{
    struct catalogue_match matches[CATALOGUE_MATCHES_MAX];
    const struct topic *topic = topics_find(key);
    if (topic) {
        explain_topic(topic);
        return COMMAND_DONE;
    }
    if (catalogue_list(key, stdout) > 0)
        return COMMAND_DONE;
    int count = catalogue_find(key, matches);
    const struct lexicon_word *word = count == 0 ? lexicon_find(key) : NULL;
    if (word) {
        explain_word(word);
        return COMMAND_DONE;
    }
    for (int i = 0; i < count; i++) {
        if (i > 0)
            putchar('\n');
        catalogue_explain(matches[i], stdout);
        if (scenario)
            valuation_print(scenario, matches[i], stdout);
    }
    return count > 0 ? COMMAND_DONE : refuse_key(key);
}

/* --- A scenario ----------------------------------------------------------------------------- */

static int explain_file(const char *file, const char *key, const struct option_list *set)
{
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, set, &code);
    if (scenario && key)
        code = explain_key(key, scenario);
    else if (scenario)
        scenario_write(scenario, stdout, true);
    scenario_destroy(scenario);
    return code;
}

/* --- Which is which ------------------------------------------------------------------------- */

static bool looks_like_file(const char *word)
{
    size_t length = strlen(word);
    return strchr(word, '/') || (length > 5 && strcmp(word + length - 5, ".yaml") == 0) ||
           (length > 4 && strcmp(word + length - 4, ".yml") == 0);
}

/* Sorts at most two operands into a KEY and a FILE, in either order. */
static bool sort_operands(const char *const *operands, int count, const char **key,
                          const char **file)
{
    for (int i = 0; i < count; i++) {
        const char **place = looks_like_file(operands[i]) ? file : key;
        if (*place) {
            fprintf(stderr, "explain: one %s at a time, not '%s' and '%s'\n",
                    place == file ? "file" : "key", *place, operands[i]);
            return false;
        }
        *place = operands[i];
    }
    return true;
}

static int explain_schema(const char *key)
{
    if (schema_write(key ? key : "scenario", stdout))
        return COMMAND_DONE;
    fprintf(stderr, "explain: there is no schema of '%s'; there is one of a scenario and of each "
                    "of its sections\n", key);
    return COMMAND_INPUT_WRONG;
}

int explain_command(int argc, char **argv)
{
    (void)argc;
    struct explain_settings settings = {.file = NULL};
    const char *operands[2], *key = NULL;
    int count = option_parse(explain_options, &settings, argv, operands, 2);
    if (count < 0 || !sort_operands(operands, count, &key, &settings.file))
        return COMMAND_INPUT_WRONG;
    if (settings.schema)
        return explain_schema(key);
    if (settings.names) {
        catalogue_list_names(stdout);
        return COMMAND_DONE;
    }
    if (settings.file)
        return explain_file(settings.file, key, &settings.set);
    if (settings.set.count > 0) {
        fputs("explain: --set needs a scenario to change\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    if (key)
        return explain_key(key, NULL);
    catalogue_list(NULL, stdout);
    return COMMAND_DONE;
}
