/* Dotted names of single fields, as events and correlations use them: 'market.accounts',
 * 'playbook.openness', 'stages.2.people.sales', 'rounds.1.pre_money', 'board.stage.listening_lag'.
 * Stages and rounds are numbered from 1. */
#ifndef SCENARIO_KEY_H
#define SCENARIO_KEY_H

#include "model/field.h"
#include "scenario/loading.h"

struct key {
    enum section section;
    const struct field *field;
    int column;
};

/* False when there is no such field. */
bool key_find(const char *text, struct key *key);

/* Complains about a text that is no key, with the nearest one. */
void key_complain(const struct loading *loading, struct place place, const char *text);

#endif
