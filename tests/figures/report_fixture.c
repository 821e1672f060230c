/* The summaries and small helps of tests/report, for the tests that draw. */
#include "report/files.c" /* first: it asks for more of the system's headers */

#include "report/fixture.c"
#include "report/runner.c"
