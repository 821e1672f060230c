/* YAML files that are no scenarios but speak of some: what their readers share. */
#ifndef SCENARIO_SHEET_H
#define SCENARIO_SHEET_H

#include "scenario/loading.h"

#include <stdbool.h>

struct sheet {
    const struct loading *loading;
    const struct node *root;
};

/* A company to be played: a strategy of a scenario, with changes as for --set. Keys that a strategy may
 * set for itself ('playbook.analytics', 'funding', 'sales.queue') are set in that strategy. */
struct sheet_company {
    const char *scenario; /* path of the file */
    const char *strategy; /* NULL: the first */
    int count;
    const char *const *settings;
    struct place place;
};

/* Whether a node is a mapping with known keys only; `what` names it. */
bool sheet_mapping(const struct sheet *sheet, const struct node *node, const char *what,
                   const char *const *known);

/* The text under a key, which is more than blanks. NULL when it is not there, after a complaint when it is `needed`. */
const char *sheet_text(const struct sheet *sheet, const struct node *mapping, const char *key,
                       bool needed);

/* The number, in a list, of the word under a key of the sheet; 0 when the key is not there. */
int sheet_word(const struct sheet *sheet, const char *key, const char *const *words, bool needed);

/* A value in one line of YAML, as --set takes it. */
const char *sheet_one_line(struct arena *arena, const struct node *node);

/* What all of the mappings set, one after the other, as --set takes it; some may be NULL. */
const char *const *sheet_settings(const struct sheet *sheet, const struct node *const *sets, int count,
                                  int *settings);

/* Reads {scenario: …, strategy: …, set: …}; `known` lists the keys, these three and the reader's own,
 * or is NULL. What is not said of the company is as said for the whole sheet. */
void sheet_company(const struct sheet *sheet, const struct node *node, const char *what,
                   const char *const *known, struct sheet_company *company);

#endif
