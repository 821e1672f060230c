#include "closed_form.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

double closed_form_uniform(uint64_t seed, int64_t path, int input)
{
    /* splitmix64 of an address */
    uint64_t z = seed * 0x9e3779b97f4a7c15u + (uint64_t)path * 0xd1342543de82ef95u + (uint64_t)(input + 1) * 0x2545f4914f6cdd1du;
    for (int round = 0; round < 2; round++) {
        z += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        z ^= z >> 31;
    }
    return ((double)(z >> 11) + 0.5) / 9007199254740992.0;
}

double closed_form_ishigami(const double u[3])
{
    const double a = PI * (2 * u[0] - 1), b = PI * (2 * u[1] - 1), c = PI * (2 * u[2] - 1);
    return sin(a) + 7 * sin(b) * sin(b) + 0.1 * c * c * c * c * sin(a);
}

const double closed_form_ishigami_first[3] = {0.313905, 0.442411, 0};
const double closed_form_ishigami_total[3] = {0.557589, 0.442411, 0.243684};

double closed_form_g(const double *u, const double *a, int inputs)
{
    double product = 1;
    for (int i = 0; i < inputs; i++)
        product *= (fabs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
    return product;
}

static double part(double a) { return 1 / (3 * (1 + a) * (1 + a)); }

static double whole(const double *a, int inputs, int without)
{
    double product = 1;
    for (int i = 0; i < inputs; i++)
        product *= i == without ? 1 : 1 + part(a[i]);
    return product;
}

double closed_form_g_first(const double *a, int inputs, int input)
{
    return part(a[input]) / (whole(a, inputs, -1) - 1);
}

double closed_form_g_total(const double *a, int inputs, int input)
{
    return part(a[input]) * whole(a, inputs, input) / (whole(a, inputs, -1) - 1);
}
