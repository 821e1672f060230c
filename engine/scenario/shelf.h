/* Where the program finds what it ships with: first the folder that the environment names, then the
 * one installed beside the running program, then the one in the source tree it was built from. */
#ifndef SCENARIO_SHELF_H
#define SCENARIO_SHELF_H

enum { SHELF_PATH_MAX = 4096 };

/* Scenarios and building blocks: $PLAYBOOK_LIBRARY, or share/playbook/scenarios. */
const char *shelf_scenarios(char folder[SHELF_PATH_MAX]);

/* Chart templates: $PLAYBOOK_PLOTS, or share/playbook/plots. */
const char *shelf_plots(char folder[SHELF_PATH_MAX]);

#endif
