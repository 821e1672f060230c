/* The box as a scenario of its own, box.yaml: 'playbook run' plays it. */
#ifndef REPORT_RUIN_BOX_H
#define REPORT_RUIN_BOX_H

#include "analysis/ruin.h"

#include <stdio.h>

void ruin_box_write(const struct ruin *ruin, FILE *out);

#endif
