/* The options of a command, as a table that reads them, checks them and yields their help.
 *
 *     struct run_settings { int64_t paths; bool json; struct option_list set; };
 *
 *     const struct option run_options[] = {
 *         {"paths", "N", "worlds to play", OPTION_WHOLE, offsetof(struct run_settings, paths),
 *          .low = 1, .high = 100000000},
 *         {"set", "KEY=VALUE", "overrides a value of the scenario", OPTION_LIST,
 *          offsetof(struct run_settings, set)},
 *         {"json", NULL, "the verdict as JSON", OPTION_FLAG, offsetof(struct run_settings, json)},
 *         {0}};
 *
 * An option that is not given leaves its value alone, so the caller sets what then holds. */
#ifndef COMMANDS_OPTION_H
#define COMMANDS_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum option_kind {
    OPTION_FLAG,  /* bool */
    OPTION_WHOLE, /* int64_t, within low..high */
    OPTION_SHARE, /* double, '1%' or 0.01, above 0 and at most 1 */
    OPTION_TEXT,  /* const char *, not empty */
    OPTION_WORD,  /* int, index into words */
    OPTION_LIST   /* struct option_list; the option may be repeated */
};

enum { OPTION_LIST_MAX = 256 };

struct option_list {
    const char *item[OPTION_LIST_MAX];
    int count;
};

struct option {
    const char *name;     /* without its dashes; NULL ends the table */
    const char *argument; /* what help calls the value; NULL for a flag */
    const char *help;     /* one line */
    enum option_kind kind;
    size_t value;         /* offset in the caller's settings */
    int64_t low, high;    /* OPTION_WHOLE */
    const char *const *words; /* OPTION_WORD, NULL-terminated */
};

/* Reads '--name value', '--name=value' and '--flag' wherever they stand; after '--' everything is
 * an operand. Only a list may be given more than once. argv[0] is the verb, NULL ends argv. Returns the number of operands, or -1 after
 * saying on stderr what is wrong. */
int option_parse(const struct option *options, void *settings, char **argv, const char **operands,
                 int operands_max);

/* One line for each option. */
void option_help(const struct option *options, FILE *out);

#endif
