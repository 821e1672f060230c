/* The output folder of choices: regret.txt, regret.json, data, plots, charts, deck. */
#ifndef REPORT_REGRET_REPORT_H
#define REPORT_REGRET_REPORT_H

#include "analysis/regret.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* Whether `folder` may be written; 0, or -1 after saying why. To be asked before the work. */
int regret_report_check(const char *folder, FILE *talk);

/* Writes the whole folder, or nothing: 0, or -1 after saying why. When only charts could not be drawn,
 * the folder stands without them and the answer is -1 all the same. */
int regret_report_write(const struct regret *regret, const char *folder, bool charts, volatile sig_atomic_t *interrupted,
                        FILE *talk);

#endif
