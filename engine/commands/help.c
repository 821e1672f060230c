#include "commands/help.h"

#include "commands/commands.h"

const struct option help_options[] = {{0}};

void help_overview(FILE *out)
{
    fputs("playbook compares the ways in which an open-source company can do business, by playing\n"
          "each of them in the same thousands of possible worlds.\n"
          "\n"
          "Usage: playbook VERB ...\n"
          "\n",
          out);
    for (const struct command *command = commands_table; command->name; command++)
        fprintf(out, "  %-11s %s\n", command->name, command->summary);
    fputs("\n"
          "Begin with:\n"
          "  playbook new plan.yaml\n"
          "  playbook run plan.yaml\n"
          "\n"
          "'playbook help VERB' says more. Results go to standard output, everything else to\n"
          "standard error. Exit code 0: done; 1: the world failed (disk full, no gnuplot); 2: the\n"
          "input is wrong.\n",
          out);
}

void help_verb(const struct command *command, FILE *out)
{
    fprintf(out, "playbook %s: %s\n\n", command->name, command->summary);
    fprintf(out, "Usage: playbook %s %s%s\n", command->name, command->operands,
            command->options->name ? " [OPTION...]" : "");
    if (command->options->name) {
        fputc('\n', out);
        option_help(command->options, out);
    }
    if (command->about)
        fprintf(out, "\n%s", command->about);
}

int help_command(int argc, char **argv)
{
    (void)argc;
    const char *verb = NULL;
    int count = option_parse(help_options, NULL, argv, &verb, 1);
    if (count < 0)
        return COMMAND_INPUT_WRONG;
    if (count == 0) {
        help_overview(stdout);
        return COMMAND_DONE;
    }
    const struct command *command = commands_find(verb);
    if (!command) {
        const char *meant = commands_suggest(verb);
        fprintf(stderr, "help: there is no verb '%s'", verb);
        if (meant)
            fprintf(stderr, "; did you mean '%s'?\n", meant);
        else
            fputs("; 'playbook help' lists them\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    help_verb(command, stdout);
    return COMMAND_DONE;
}
