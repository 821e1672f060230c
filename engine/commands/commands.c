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
     "the word that was probably meant. What is legal but cannot do what it is for is noted. Nothing\n"
     "is run. The exit code is 0 if all files are in order.\n"
     "\n"
     "Example:\n"
     "  playbook check plan.yaml\n"},
    {"explain", "[KEY] [FILE]", "what every assumption means, and what a scenario makes of it",
     explain_command, explain_options,
     "Without a KEY, lists everything that a scenario can set, with its standard value. With a\n"
     "KEY such as market.accounts, or a section such as market, says what it means, how to write\n"
     "it, what is legal, and where the standard value comes from; words of tables and charts, such as\n"
     "regret, are explained, too. With a FILE, writes the scenario with nothing left out, as one that\n"
     "can be run again; each value says where it was set.\n"
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
    {"why", "FILE", "why one strategy does better: the difference, part by part", why_command, why_options,
     "Takes two strategies apart: stages and offers, people, releases, spending, funding plan,\n"
     "board. Every combination of their parts is played in the same worlds, and each part is\n"
     "credited with its mean over all orders, so that the parts add up to the difference.\n"
     "With --mechanisms, the same of what the model has at work, switched off one by one.\n"
     "\n"
     "Examples:\n"
     "  playbook why plan.yaml\n"
     "  playbook why plan.yaml --strategies 1,2 --of closed --mechanisms --out answer\n"},
    {"sensitivity", "FILE", "which assumptions the outcome depends on, and how much is luck", sensitivity_command,
     sensitivity_options,
     "Moves each uncertain assumption from low to high in the same worlds; splits the spread of the\n"
     "outcome into what assumptions explain by themselves, together, and luck; says what drives the\n"
     "highest tenth of worlds and the companies that close, and how that changes over the years.\n"
     "\n"
     "Examples:\n"
     "  playbook sensitivity plan.yaml --out answer\n"
     "  playbook sensitivity plan.yaml --of 'take_home>=$1M' --strategy 'IP with venture money'\n"
     "  playbook sensitivity plan.yaml --against 'IP with venture money' --paths 5000\n"},
    {"flip", "FILE", "what would have to be otherwise for the verdict to turn", flip_command, flip_options,
     "For each uncertain assumption alone, and for pairs of the most powerful, finds the value at which\n"
     "the other strategy begins to win, with its 95% interval; or says that no legal value turns the\n"
     "verdict. All values are tried in the same worlds.\n"
     "\n"
     "Examples:\n"
     "  playbook flip plan.yaml\n"
     "  playbook flip plan.yaml --strategies 1,2 --by mean --out answer\n"},
    {"map", "FILE", "who wins over two numbers, and where it does not matter", map_command, map_options,
     "Lays two numbers out as a map and says in each cell which strategy wins, by how much, and whether\n"
     "that is beyond chance at 95%. Where it is close, more worlds are played. With --out, a map that\n"
     "was interrupted goes on where it stopped, when the same command is given again.\n"
     "\n"
     "Examples:\n"
     "  playbook map plan.yaml --x market.accounts --y market.differentiation\n"
     "  playbook map plan.yaml --x company.cash='$200k..$2M' --y company.skill --cells 20 --out answer\n"},
    {"optimise", "FILE", "the best that a company can make of its levers, within limits", optimise_command,
     optimise_options,
     "Tries values of levers, each between two ends, in the same worlds, for as much as may be of\n"
     "a measure, its median, or one founder's certainty equivalent ('certain'). The best is then\n"
     "held against the strategy as it is in fresh worlds that the search has not seen: what was\n"
     "luck is lost there, and where the 95% interval includes zero no improvement is claimed.\n"
     "With --choices, named settings are held against each other instead, in several scenarios.\n"
     "\n"
     "Examples:\n"
     "  playbook optimise plan.yaml --lever playbook.marketing=0%..10% --maximise certain\n"
     "  playbook optimise plan.yaml --strategy 2 --lever 'rounds.1.amount=$1M..$10M' \\\n"
     "    --lever stages.1.people.sales=5%..30% --at-most 'nothing<=60%' --out answer\n"},
    {"stress", "FILE", "what hard times do to every strategy, in the same worlds", stress_command, stress_options,
     "A shock is a file in scenarios/shocks: a window, and what it sets or multiplies. Plays every strategy\n"
     "without and with each, and with all of them; says what changes, with intervals that hold together in\n"
     "95% of cases, and which strategy bears it best. Where one includes zero, it says 'not clear'.\n"
     "\n"
     "Examples:\n"
     "  playbook stress plan.yaml\n"
     "  playbook stress plan.yaml --shock funding-winter --shock mine.yaml --out answer\n"},
    {"ruin", "FILE", "which ordinary assumptions together ruin a company", ruin_command, ruin_options,
     "Stress the other way round: searches half of the worlds for a box of at most four assumptions in\n"
     "which the company is mostly closed by month 24, reports on the other half how many of the worlds in\n"
     "it are ruined and how many of the ruins it holds, and tries the box as a scenario of its own.\n"
     "\n"
     "Examples:\n"
     "  playbook ruin plan.yaml\n"
     "  playbook ruin plan.yaml --strategy 'IP with venture money' --by 36 --out answer\n"},
    {"warn", "FILE", "which early figures tell that a company will close, or be sold well", warn_command, warn_options,
     "Reads the figures of companies that go on after month 12, and asks of each how well it tells who is\n"
     "closed by month 60, and who is sold or listed with success. Thresholds are learned from one half of\n"
     "the worlds; how many of the warned die, how many deaths were caught and how many alarms were false\n"
     "is counted in the other. What is not clear after a correction for so many figures is not claimed.\n"
     "\n"
     "Examples:\n"
     "  playbook warn plan.yaml\n"
     "  playbook warn plan.yaml --at 18 --by 48 --strategy 2 --of 'proceeds>=$10M' --out answer\n"},
    {"terms", "FILE", "what terms of a term sheet are worth to a founder, in the same worlds", terms_command,
     terms_options,
     "Plays a strategy with and without each term, in all rounds of its plan: participation, preference,\n"
     "ratchet, pool, pro rata, valuation and more. Says what a term is worth to a founder in certain\n"
     "dollars, with an interval (all hold together in 95% of cases); where that includes zero, no sign is\n"
     "claimed. Each term is a file in scenarios/terms.\n"
     "\n"
     "Examples:\n"
     "  playbook terms plan.yaml\n"
     "  playbook terms plan.yaml --strategy 'IP with venture money' --out answer\n"},
    {"fund", "FILE", "a venture fund over companies that share their worlds", fund_command, fund_options,
     "Plays thousands of funds, each in a world of its own: first cheques, pro rata, fees, carry. Says\n"
     "what comes back and when, how much of it is one company's, how alike companies of one world\n"
     "fare, and what another number of companies or another mix would change.\n"
     "\n"
     "Examples:\n"
     "  playbook fund fund.yaml --out answer\n"
     "  playbook fund fund.yaml --funds 1000\n"},
    {"claims", "[FILE...]", "measures what the articles claim, with and without its cause", claims_command,
     claims_options,
     "Every claim is a file that names two companies, what is measured of both in the same worlds,\n"
     "which way it should go, and the mechanism behind it. Says what holds, what does not, and\n"
     "whether the effect goes away with the mechanism. Without a FILE, all that are shipped.\n"
     "\n"
     "Example:\n"
     "  playbook claims --paths 20000\n"},
    {"facts", "[FILE]", "holds simulated companies against what history tells of such", facts_command,
     facts_options,
     "Plays populations of companies and measures of them what is known of real ones: what financings\n"
     "return, who raises again, how long firms live, how services give way to subscriptions. Says what\n"
     "lies in the accepted band, what does not, and what the model knows nothing of. Without a FILE,\n"
     "the facts that are shipped.\n"
     "\n"
     "Example:\n"
     "  playbook facts --paths 2000\n"},
    {"backtest", "[FOLDER|FILE...]", "foretells companies whose story is known, and scores it", backtest_command,
     backtest_options,
     "Every case is a file that names a scenario of what was knowable when a company began, what became\n"
     "of it, and what a credible forecast should say of it. Says how the company stood in the forecast,\n"
     "and of all cases how often intervals held the truth, what chance the ends had that came, and\n"
     "whether cases were put in their order. Without a FOLDER, all that are shipped.\n"
     "\n"
     "Examples:\n"
     "  playbook backtest --out answer\n"
     "  playbook backtest mycases --paths 5000\n"},
    {"calibrate", "FILE", "what a company's history teaches about the numbers of a scenario", calibrate_command,
     calibrate_options,
     "Weighs worlds by how like the history their companies are, and says which numbers that narrows\n"
     "down, which it says nothing of, and whether the last month would have been forecast. The output\n"
     "folder holds the calibrated scenario, for other companies of this kind: it knows their world and\n"
     "their abilities, not the luck of the one observed. To go on with that one, see forecast.\n"
     "\n"
     "Examples:\n"
     "  playbook calibrate openstack-2011.yaml --data histories/services.yaml\n"
     "  playbook calibrate plan.yaml --data history.yaml --of market.accounts,company.skill --out answer\n"},
    {"forecast", "FILE", "how one company goes on, given its history so far", forecast_command, forecast_options,
     "Weighs worlds by how like the actual company theirs is, its luck included, and goes on from there:\n"
     "revenue, what becomes of the company, what the founders get, and what to watch in the next months.\n"
     "Says how many worlds are left, and refuses when they are too few.\n"
     "\n"
     "Example:\n"
     "  playbook forecast openstack-2011.yaml --actuals histories/month-14.yaml --out answer\n"},
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
