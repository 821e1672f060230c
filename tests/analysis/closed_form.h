/* Functions of independent uniform numbers whose indices are known. */
#ifndef TESTS_ANALYSIS_CLOSED_FORM_H
#define TESTS_ANALYSIS_CLOSED_FORM_H

#include <stdint.h>

/* A uniform number in (0,1), the same for ever. */
double closed_form_uniform(uint64_t seed, int64_t path, int input);

/* Ishigami and Homma 1990: sin a + 7 sin² b + 0.1 c⁴ sin a, of angles from -pi to pi. */
double closed_form_ishigami(const double u[3]);
extern const double closed_form_ishigami_first[3], closed_form_ishigami_total[3];

/* Sobol's g: the product of (|4 u - 2| + a) / (1 + a); the input of a = 99 does next to nothing. */
double closed_form_g(const double *u, const double *a, int inputs);
double closed_form_g_first(const double *a, int inputs, int input);
double closed_form_g_total(const double *a, int inputs, int input);

#endif
