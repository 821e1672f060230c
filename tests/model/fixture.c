/* The tests of single mechanisms and those of laws start from the same companies. */
#include "laws/fixture.c"
