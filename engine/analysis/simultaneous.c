#include "analysis/simultaneous.h"

#include "numerics/elementary.h"

double simultaneous_width(int claims)
{
    return elementary_normal_quantile(1.0 - 0.025 / (claims > 1 ? claims : 1));
}

/* Student's quantile from the normal one, to three digits from 10 degrees of freedom on (Fisher and Cornish 1960). */
static double student(double z, double degrees)
{
    const double z2 = z * z;
    return z + z * (z2 + 1.0) / (4.0 * degrees) +
           z * ((5.0 * z2 + 16.0) * z2 + 3.0) / (96.0 * degrees * degrees);
}

void simultaneous_widen(struct paired *paired, int claims)
{
    if (claims < 2 || paired->worlds == 0)
        return;
    const double normal = simultaneous_width(claims);
    const double width = paired->degrees ? student(normal, paired->degrees) : normal;
    paired->low = paired->value - width * paired->error;
    paired->high = paired->value + width * paired->error;
}
