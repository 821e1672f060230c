#include "commands/option.h"

#include "scenario/nearest.h"
#include "scenario/quantity.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_MAX = 64 };

__attribute__((format(printf, 2, 3)))
static bool fail(const char *verb, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", verb);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return false;
}

static const struct option *option_named(const struct option *options, const char *name,
                                         size_t length)
{
    for (; options->name; options++)
        if (strlen(options->name) == length && memcmp(options->name, name, length) == 0)
            return options;
    return NULL;
}

static bool unknown(const struct option *options, const char *verb, const char *name, size_t length)
{
    char written[64];
    snprintf(written, sizeof written, "%.*s", (int)length, name);
    const char *names[NAMES_MAX] = {"help"};
    for (int i = 1; options->name && i < NAMES_MAX - 1; options++)
        names[i++] = options->name;
    const char *meant = nearest_word(written, names);
    if (meant)
        return fail(verb, "there is no option --%s; did you mean --%s?", written, meant);
    return fail(verb, "there is no option --%s; 'playbook help %s' lists them", written, verb);
}

static bool read_whole(const struct option *option, const char *verb, const char *text,
                       int64_t *value)
{
    char *end;
    errno = 0;
    intmax_t number = strtoimax(text, &end, 10);
    const char *first = text + (*text == '-'); /* no blanks, no '+' */
    const bool whole = isdigit((unsigned char)*first) && !*end && !errno;
    if (!whole || number < option->low || number > option->high)
        return fail(verb,
                    "--%s needs a whole number between %" PRId64 " and %" PRId64 ", not \"%s\"",
                    option->name, option->low, option->high, text);
    *value = number;
    return true;
}

static bool read_share(const struct option *option, const char *verb, const char *text,
                       double *value)
{
    char why[160];
    if (!quantity_read(text, strlen(text), UNIT_SHARE, value, why, sizeof why) || !(*value > 0) ||
        *value > 1)
        return fail(verb, "--%s needs a share above 0%% and at most 100%%, not \"%s\"",
                    option->name, text);
    return true;
}

static bool read_word(const struct option *option, const char *verb, const char *text, int *value)
{
    for (int i = 0; option->words[i]; i++)
        if (strcmp(option->words[i], text) == 0) {
            *value = i;
            return true;
        }
    const char *meant = nearest_word(text, option->words);
    if (meant)
        return fail(verb, "--%s knows no \"%s\"; did you mean '%s'?", option->name, text, meant);
    fprintf(stderr, "%s: --%s needs one of", verb, option->name);
    for (int i = 0; option->words[i]; i++)
        fprintf(stderr, "%s '%s'", i ? "," : "", option->words[i]);
    fprintf(stderr, ", not \"%s\"\n", text);
    return false;
}

static bool append(const struct option *option, const char *verb, const char *text,
                   struct option_list *list)
{
    if (list->count == OPTION_LIST_MAX)
        return fail(verb, "--%s may be given %d times, not more", option->name, OPTION_LIST_MAX);
    list->item[list->count++] = text;
    return true;
}

static bool read_value(const struct option *option, const char *verb, const char *text,
                       void *settings)
{
    void *value = (char *)settings + option->value;
    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)value = true;
        return true;
    case OPTION_WHOLE:
        return read_whole(option, verb, text, value);
    case OPTION_SHARE:
        return read_share(option, verb, text, value);
    case OPTION_WORD:
        return read_word(option, verb, text, value);
    case OPTION_LIST:
        return append(option, verb, text, value);
    case OPTION_TEXT:
        break;
    }
    if (!*text)
        return fail(verb, "--%s needs a value, not nothing", option->name);
    *(const char **)value = text;
    return true;
}

/* Of two values one would be forgotten silently; only lists are meant to be given again. */
static bool is_first(const struct option *options, const struct option *option, const char *verb, uint64_t *given)
{
    const uint64_t bit = (uint64_t)1 << (option - options);
    const bool first = !(*given & bit) || option->kind == OPTION_LIST;
    *given |= bit;
    return first || fail(verb, "--%s is given twice; say it once", option->name);
}

/* Reads the option at *argv and leaves *argv at the last argument that belongs to it. */
static bool read_option(const struct option *options, const char *verb, char ***argv,
                        void *settings, uint64_t *given)
{
    const char *name = **argv + 2;
    size_t length = strcspn(name, "=");
    const struct option *option = option_named(options, name, length);
    if (!option)
        return unknown(options, verb, name, length);
    if (!is_first(options, option, verb, given))
        return false;
    const char *text = name[length] ? name + length + 1 : NULL;
    if (option->kind == OPTION_FLAG) {
        if (text)
            return fail(verb, "--%s takes no value, but was given \"%s\"", option->name, text);
    } else if (!text) {
        text = (*argv)[1];
        /* A forgotten value would otherwise swallow the option after it. */
        if (!text || strncmp(text, "--", 2) == 0)
            return fail(verb, "--%s needs a value: --%s %s", option->name, option->name,
                        option->argument);
        ++*argv;
    }
    return read_value(option, verb, text, settings);
}

int option_parse(const struct option *options, void *settings, char **argv, const char **operands,
                 int operands_max)
{
    const char *verb = *argv++;
    int count = 0;
    bool options_over = false;
    uint64_t given = 0; /* a bit for each row; a table has fewer than NAMES_MAX */
    for (; *argv; argv++) {
        const char *word = *argv;
        if (!options_over && strcmp(word, "--") == 0) {
            options_over = true;
        } else if (!options_over && strncmp(word, "--", 2) == 0) {
            if (!read_option(options, verb, &argv, settings, &given))
                return -1;
        } else if (!options_over && word[0] == '-' && word[1]) {
            fail(verb, "there is no option %s; options have long names, which 'playbook help %s' "
                 "lists", word, verb);
            return -1;
        } else if (count == operands_max) {
            if (operands_max == 0)
                fail(verb, "takes nothing but options; what is \"%s\"?", word);
            else
                fail(verb, "takes %d argument%s; \"%s\" is too many", operands_max,
                     operands_max == 1 ? "" : "s", word);
            return -1;
        } else {
            operands[count++] = word;
        }
    }
    return count;
}

void option_help(const struct option *options, FILE *out)
{
    for (; options->name; options++) {
        char left[64];
        snprintf(left, sizeof left, "--%s%s%s", options->name, options->argument ? " " : "",
                 options->argument ? options->argument : "");
        fprintf(out, "  %-22s %s\n", left, options->help);
    }
}
