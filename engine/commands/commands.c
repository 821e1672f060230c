#include "commands/commands.h"

#include "scenario/nearest.h"

#include <string.h>

const struct command commands_table[] = {
    {"new", "FILE", "writes a commented scenario to start from", new_command, new_options,
     "An existing file is never overwritten. The template reads like a page of a plan: edit its\n"
     "ten numbers, then check and run it.\n"
     "\n"
     "Examples:\n"
     "  playbook new --names\n"
     "  playbook new plan.yaml --kind innovation\n"},
    {"check", "FILE...", "finds every mistake in a scenario, with its place", check_command,
     check_options,
     "Mistakes are shown all at once, as file:line:column, with the line and, where one is near,\n"
     "the word that was probably meant. Nothing is run. The exit code is 0 if all files are in\n"
     "order.\n"
     "\n"
     "Example:\n"
     "  playbook check plan.yaml\n"},
    {"explain", "[KEY] [FILE]", "what every assumption means, and what a scenario makes of it",
     explain_command, explain_options,
     "Without a KEY, lists everything that a scenario can set, with its standard value. With a\n"
     "KEY such as market.accounts, or a section such as market, says what it means, how to write\n"
     "it, what is legal, and where the standard value comes from. With a FILE, writes the\n"
     "scenario with nothing left out, as one that can be run again; each value says where it was\n"
     "set.\n"
     "\n"
     "Examples:\n"
     "  playbook explain funding\n"
     "  playbook explain market.differentiation\n"
     "  playbook explain plan.yaml > everything.yaml\n"
     "  playbook explain company.cash plan.yaml\n"},
    {"run", "FILE", "plays every strategy side by side: verdict, tables and charts", run_command,
     run_options,
     "The verdict goes to standard output; tables, gnuplot scripts and charts go to the output\n"
     "folder. The same scenario, seed and version give the same bits on any number of threads.\n"
     "\n"
     "Examples:\n"
     "  playbook run plan.yaml\n"
     "  playbook run plan.yaml --paths 100000 --set market.differentiation=50%\n"
     "  playbook run plan.yaml --set 'strategies.2.funding.rounds.1.amount=$2M'\n"},
    {"trace", "FILE", "tells one world as a dated story per strategy", trace_command, trace_options,
     "Shows what happened and why: whom the company hired, what it sold, when it raised money,\n"
     "and how it ended.\n"
     "\n"
     "Examples:\n"
     "  playbook trace plan.yaml --which worst\n"
     "  playbook trace plan.yaml --path 4711\n"},
    {"claims", "[FILE...]", "measures what the articles claim, with and without its cause", claims_command,
     claims_options,
     "Every claim is a file that names two companies, what is measured of both in the same worlds,\n"
     "which way it should go, and the mechanism behind it. Says what holds, what does not, and\n"
     "whether the effect goes away with the mechanism. Without a FILE, all that are shipped.\n"
     "\n"
     "Example:\n"
     "  playbook claims --paths 20000\n"},
    {"fund", "FILE", "a venture fund over companies that share their worlds", fund_command, fund_options,
     "Plays thousands of funds, each in a world of its own: first cheques, pro rata, fees, carry. Says\n"
     "what comes back and when, how much of it is one company's, how alike companies of one world\n"
     "fare, and what another number of companies or another mix would change.\n"
     "\n"
     "Examples:\n"
     "  playbook fund fund.yaml --out answer\n"
     "  playbook fund fund.yaml --funds 1000\n"},
    {"ruin", "FILE", "which ordinary assumptions together ruin a company", ruin_command, ruin_options,
     "Stress the other way round: searches half of the worlds for a box of at most four assumptions in\n"
     "which the company is mostly closed by month 24, reports on the other half how many of the worlds in\n"
     "it are ruined and how many of the ruins it holds, and tries the box as a scenario of its own.\n"
     "\n"
     "Examples:\n"
     "  playbook ruin plan.yaml\n"
     "  playbook ruin plan.yaml --strategy 'IP with venture money' --by 36 --out answer\n"},
    {"stress", "FILE", "what hard times do to every strategy, in the same worlds", stress_command, stress_options,
     "A shock is a file in scenarios/shocks: a window, and what it sets or multiplies. Plays every strategy\n"
     "without and with each, and with all of them; says what changes, with 95% intervals, and which\n"
     "strategy bears it best. Where an interval includes zero, it says 'not clear'.\n"
     "\n"
     "Examples:\n"
     "  playbook stress plan.yaml\n"
     "  playbook stress plan.yaml --shock funding-winter --shock mine.yaml --out answer\n"},
    {"help", "[VERB]", "says more about a verb", help_command, help_options, NULL},
    {NULL, NULL, NULL, NULL, NULL, NULL}};

const struct command *commands_find(const char *name)
{
    for (const struct command *command = commands_table; command->name; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

const char *commands_suggest(const char *name)
{
    const char *verbs[sizeof commands_table / sizeof *commands_table];
    int count = 0;
    for (const struct command *command = commands_table; command->name; command++)
        verbs[count++] = command->name;
    verbs[count] = NULL;
    return nearest_word(name, verbs);
}
