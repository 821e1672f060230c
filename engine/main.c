/* playbook: argv -> one verb. */
#include "commands/commands.h"
#include "commands/help.h"
#include "report/loss.h"
#include "scenario/nearest.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* '--help' anywhere before '--' asks about the verb instead of running it. */
static bool asks_for_help(char **argv)
{
    for (; *argv && strcmp(*argv, "--") != 0; argv++)
        if (strcmp(*argv, "--help") == 0 || strcmp(*argv, "-h") == 0)
            return true;
    return false;
}

static bool ends_in_yaml(const char *word)
{
    const char *dot = strrchr(word, '.');
    return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static int refuse(const char *verb)
{
    static const char *const options[] = {"--help", "--version", NULL};
    const char *meant = *verb == '-' ? nearest_word(verb, options) : commands_suggest(verb);
    fprintf(stderr, "playbook: there is no %s '%s'", *verb == '-' ? "option" : "verb", verb);
    if (meant)
        fprintf(stderr, "; did you mean 'playbook %s'?\n", meant);
    else if (ends_in_yaml(verb))
        fprintf(stderr, "; did you mean 'playbook run %s'?\n", verb);
    else
        fputs("; 'playbook help' lists the verbs\n", stderr);
    return COMMAND_INPUT_WRONG;
}

static int dispatch(int argc, char **argv)
{
    if (argc < 2) {
        help_overview(stdout);
        return COMMAND_DONE;
    }
    const char *verb = argv[1];
    if (strcmp(verb, "--version") == 0) {
        puts("playbook " PLAYBOOK_VERSION);
        return COMMAND_DONE;
    }
    const struct command *command = commands_find(verb);
    if (asks_for_help(argv + 1)) {
        if (command)
            help_verb(command, stdout);
        else if (*verb == '-')
            help_overview(stdout);
        else
            return refuse(verb);
        return COMMAND_DONE;
    }
    return command ? command->execute(argc - 1, argv + 1) : refuse(verb);
}

/* A reader who has seen enough, as in '| head', is a failure but no news. */
static bool reader_left(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

int main(int argc, char **argv)
{
    int code = dispatch(argc, argv);
    /* A full disk shows only when the last bytes leave. */
    const int reason = loss_of(stdout);
    if (reason == 0)
        return code;
    if (!reader_left())
        fprintf(stderr, "playbook: cannot write to standard output: %s\n", strerror(reason));
    return code == COMMAND_DONE ? COMMAND_WORLD_FAILED : code;
}
