/* Which of the compiled kernels this machine runs. */
#ifndef MONTECARLO_MACHINE_H
#define MONTECARLO_MACHINE_H

#include "model/kernel.h"

/* The best kernel the processor supports, or the one that the environment variable PLAYBOOK_ISA
 * names ("v2", "v3", "v4"). NULL when that one is unknown or the processor lacks it; *why then says
 * so in a static text. */
const struct kernel *machine_kernel(const char **why);

/* Processors that are online, at least 1. */
int machine_processors(void);

#endif
