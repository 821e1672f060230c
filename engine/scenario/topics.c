#include "scenario/topics.h"

#include <stddef.h>
#include <string.h>

const struct topic topics_top_level[] = {
    {"scenario", "text", NULL, "the scenario's name, for the verdict and the charts",
     "scenario: OpenStack 2011\n"},
    {"description", "text", "empty", "what the scenario is about, in a sentence or a paragraph",
     "description: Three companies that made different bets.\n"},
    {"start", "month, YYYY-MM", "2024-01", "the first month; charts and events are dated from it",
     "start: 2011-07\n"},
    {"horizon", "duration, 1 to 360 months", "10 years", "how long each world is played",
     "horizon: 10 years\n"},
    {"paths", "whole number, 1 to 100M", "10000",
     "worlds to play; every strategy lives in each of them", "paths: 20k\n"},
    {"seed", "whole number", "1", "another seed gives other worlds; the same seed the same ones",
     "seed: 2011\n"},
    {"sampling", "monte-carlo, latin-hypercube or sobol", "monte-carlo",
     "how the uncertain numbers of a world are drawn; the last two spread the worlds more evenly",
     "sampling: latin-hypercube\n"},
    {"extends", "file, without its .yaml", NULL,
     "a scenario to start from: what is said here overlays it, key by key; a list takes the place "
     "of a list. Sections and mappings of a strategy have an 'extends' of their own. Files are looked for beside this one, then in "
     "the program's library",
     "extends: openstack-2011\n"},
    {"strategies", "list of 1 to 6 strategies", NULL,
     "what is compared: each has a name, a playbook, perhaps funding, a board and events, and any "
     "section in which its company differs from the others. On the command line one is named by "
     "its place or its name, as in --set strategies.2.funding.rounds.1.amount=$2M",
     "strategies:\n"
     "  - name: Services first, then the board takes over\n"
     "    playbook: playbooks/services-first\n"
     "    funding: funding/venture\n"
     "    board: boards/insists-on-product\n"
     "    company:\n"
     "      people: 8\n"},
    {"correlations", "list", "none: all drawn independently",
     "uncertain numbers that are high together (rank above 0) or high when the other is low (below "
     "0), by Spearman's rank correlation",
     "correlations:\n"
     "  - between: [market.accounts, market.services_need]\n"
     "    rank: -0.4\n"},
    {"events", "list; at most 16 changes in all", "none",
     "dated changes of numbers, for all strategies or, inside a strategy, for that one: from 'at' "
     "(a month, or a time after the start), 'for' so long (to the end without it), 'set' to a "
     "value or 'times' a factor; a strategy's event may also be the stage to enter, 'enter_stage'",
     "events:\n"
     "  - at: 2013-06\n"
     "    for: 12 months\n"
     "    set: {climate.regime: shut}\n"
     "    label: funding winter\n"},
    {NULL, NULL, NULL, NULL, NULL}};

const struct topic topics_further[] = {
    {"values", "quantity, interval or distribution", NULL,
     "a number is written with its unit. Where the world decides it anew in each path, it may be a "
     "distribution instead: 'a to b' is a 90% interval, lognormal if both ends are positive and "
     "normal otherwise; the other shapes are mappings, each with an optional "
     "'truncate: [low, high]'",
     "accounts: 4000\n"
     "accounts: 2000 to 8000\n"
     "accounts: {lognormal: {median: 4000, sd_log: 0.7}, truncate: [500, 50000]}\n"
     "accounts: {normal: {mean: 4000, sd: 900}}\n"
     "accounts: {uniform: [2000, 8000]}\n"
     "accounts: {triangular: {low: 2000, mode: 3000, high: 8000}}\n"
     "accounts: {pert: {low: 2000, mode: 3000, high: 8000}}\n"
     "accounts: {beta: {alpha: 2, beta: 5, low: 1000, high: 9000}}\n"
     "accounts: {gamma: {shape: 3, scale: 1200}}\n"
     "accounts: {poisson: {mean: 4000}}\n"
     "accounts: {choice: {2000: 30%, 4000: 60%, 9000: 10%}}\n"
     "accounts: {quantiles: {10%: 1800, 50%: 4000, 90%: 9500}}\n"
     "accounts: {data: accounts.csv}\n"},
    {"offers", "list", "nothing",
     "what a stage sells: services, training, support, subscription, value-added, licences, "
     "advertising",
     "strategies:\n"
     "  - playbook:\n"
     "      stages:\n"
     "        - name: Experts\n"
     "          offers: [services, training]\n"},
    {"stages", "list of 1 to 8", NULL,
     "a playbook's stages, in order: each lasts until all its 'until' conditions hold",
     "strategies:\n"
     "  - playbook:\n"
     "      stages:\n"
     "        - name: Experts\n"
     "          offers: [services, training]\n"
     "          people: {consultants: 80%, upstream: 15%, sales: 5%}\n"
     "          until: {expertise: 30%}\n"
     "        - name: Product\n"
     "          offers: [services, subscription]\n"
     "          people: {consultants: 40%, product: 50%, sales: 10%}\n"},
    {"rounds", "list of at most 6", "none", "the rounds of a funding plan, in order",
     "strategies:\n"
     "  - funding:\n"
     "      rounds:\n"
     "        - name: Series A\n"
     "          amount: $4.5M\n"
     "          pre_money: $9M to $15M\n"
     "          needs: {revenue: $1M/year}\n"},
    {NULL, NULL, NULL, NULL, NULL}};

static const struct topic *find(const struct topic *topics, const char *key)
{
    for (; topics->key; topics++)
        if (strcmp(topics->key, key) == 0)
            return topics;
    return NULL;
}

const struct topic *topics_find(const char *key)
{
    if (strcmp(key, "playbook.stages") == 0 || strcmp(key, "funding.rounds") == 0)
        key = strchr(key, '.') + 1;
    const struct topic *topic = find(topics_top_level, key);
    return topic ? topic : find(topics_further, key);
}
