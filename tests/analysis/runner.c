/* Check programs end here as they do in the reports. */
#include "report/runner.c"
