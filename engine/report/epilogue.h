/* How a company ended, and why: the last lines of its story. */
#ifndef REPORT_EPILOGUE_H
#define REPORT_EPILOGUE_H

#include "analysis/chronicle.h"

#include <stdio.h>

void epilogue_end(const struct chronicle *chronicle, FILE *out);
void epilogue_tell(const struct strategy *strategy, const struct chronicle *chronicle, FILE *out);

#endif
