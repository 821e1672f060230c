/* --set key=value: one change to a scenario from the command line. */
#ifndef SCENARIO_SETTING_H
#define SCENARIO_SETTING_H

#include "scenario/loading.h"
#include "scenario/node.h"

enum { SETTING_BYTES_MAX = 4096 };

/* Turns 'market.accounts=5000' into the mapping {market: {accounts: 5000}}, to be laid over the
 * scenario. In complaints the settings are the lines of a file called '--set'; this one is line
 * `number`. NULL after a complaint. */
const struct node *setting_read(const struct loading *loading, const char *text, int number);

/* Lets complaints quote the settings. */
void setting_quote(const struct loading *loading, const char *const *settings, int count);

#endif
