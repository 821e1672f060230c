/* A verb of the command line. Each stands in its own file, which provides the two names that the
 * table in commands.c lists: `int VERB_command(int argc, char **argv)`, with argv[0] the verb, and
 * `const struct option VERB_options[]`. */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "commands/option.h"

/* What the program's exit codes mean. */
enum {
    COMMAND_DONE = 0,
    COMMAND_WORLD_FAILED = 1, /* disk full, out of memory, no gnuplot */
    COMMAND_INPUT_WRONG = 2   /* the user's mistake, already reported */
};

struct command {
    const char *name;     /* NULL ends the table */
    const char *operands; /* as usage shows them */
    const char *summary;  /* what it does, for the list of verbs */
    int (*execute)(int argc, char **argv);
    const struct option *options;
    const char *about;    /* further help: paragraphs and examples */
};

int backtest_command(int argc, char **argv);
int calibrate_command(int argc, char **argv);
int check_command(int argc, char **argv);
int claims_command(int argc, char **argv);
int explain_command(int argc, char **argv);
int forecast_command(int argc, char **argv);
int flip_command(int argc, char **argv);
int fund_command(int argc, char **argv);
int facts_command(int argc, char **argv);
int help_command(int argc, char **argv);
int map_command(int argc, char **argv);
int new_command(int argc, char **argv);
int optimise_command(int argc, char **argv);
int run_command(int argc, char **argv);
int terms_command(int argc, char **argv);
int sensitivity_command(int argc, char **argv);
int ruin_command(int argc, char **argv);
int run_command(int argc, char **argv);
int stress_command(int argc, char **argv);
int trace_command(int argc, char **argv);
int warn_command(int argc, char **argv);
int why_command(int argc, char **argv);

extern const struct option backtest_options[];
extern const struct option calibrate_options[];
extern const struct option check_options[];
extern const struct option claims_options[];
extern const struct option explain_options[];
extern const struct option forecast_options[];
extern const struct option flip_options[];
extern const struct option fund_options[];
extern const struct option facts_options[];
extern const struct option help_options[];
extern const struct option map_options[];
extern const struct option new_options[];
extern const struct option optimise_options[];
extern const struct option run_options[];
extern const struct option terms_options[];
extern const struct option sensitivity_options[];
extern const struct option ruin_options[];
extern const struct option run_options[];
extern const struct option stress_options[];
extern const struct option trace_options[];
extern const struct option warn_options[];
extern const struct option why_options[];

#endif
