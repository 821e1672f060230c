/* Cells of data/: ten digits, no negative zero, NaN for whatever is no number. */
#include "report/tab.h"

#include "report/files.h"
#include "report/runner.h"

#include <math.h>
#include <stdlib.h>

START_TEST(a_number_has_a_tab_before_it)
{
    char *text = NULL;
    FILE *out = files_talk(&text);
    tab_number(-0.0, out);
    tab_number(1.0 / 3.0, out);
    tab_number(INFINITY, out);
    fclose(out);
    ck_assert_str_eq(text, "\t0\t0.3333333333\tNaN");
    free(text);
}
END_TEST

START_TEST(figures_and_differences_are_several_cells)
{
    char *text = NULL;
    FILE *out = files_talk(&text);
    tab_figure((struct figure){2.0, NAN}, out);
    tab_paired(&(struct paired){.value = 3.0, .error = 1.0, .low = 1.0, .high = 5.0, .worlds = 100}, out);
    fclose(out);
    ck_assert_str_eq(text, "\t2\tNaN\t3\t1\t5");
    free(text);
}
END_TEST

RUNNER_MAIN("tab", a_number_has_a_tab_before_it, figures_and_differences_are_several_cells)
