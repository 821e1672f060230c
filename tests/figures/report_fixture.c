/* The summaries and small helps of tests/report, for the tests that draw. */
#include "report/files.c" /* first: it asks for more of the system's headers */

#include "report/backers.c"
#include "report/fixture.c"
#include "report/lifetimes.c"
#include "report/recipe.c"
#include "report/runner.c"
#include "report/takings.c"
