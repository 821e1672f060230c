#include "report/tab.h"

#include <math.h>

void tab_number(double number, FILE *out)
{
    if (isfinite(number))
        fprintf(out, "\t%.10g", number == 0.0 ? 0.0 : number); /* never '-0' */
    else
        fputs("\tNaN", out);
}

void tab_figure(struct figure figure, FILE *out)
{
    tab_number(figure.value, out);
    tab_number(figure.error, out);
}

void tab_paired(const struct paired *paired, FILE *out)
{
    tab_number(paired->value, out);
    tab_number(paired->low, out);
    tab_number(paired->high, out);
}
