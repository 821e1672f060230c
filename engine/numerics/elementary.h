/* exp, log and the normal quantile from + - * / sqrt and bit moves alone.
 *
 * The C library picks other code for other processors, and a fused multiply-add rounds once where
 * two operations round twice. These functions give the same bits on every instruction set, one lane
 * at a time or eight, and every compiler turns a loop over them into vector code. Compile with
 * -ffp-contract=off. */
#ifndef NUMERICS_ELEMENTARY_H
#define NUMERICS_ELEMENTARY_H

#include <math.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t elementary_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double elementary_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline double elementary_min(double a, double b) { return a < b ? a : b; }
static inline double elementary_max(double a, double b) { return a > b ? a : b; }
static inline double elementary_clamp(double x, double low, double high)
{
    return elementary_min(elementary_max(x, low), high);
}

/* Largest integer <= x for 0 <= x < 2^52. Adding 2^52 leaves no room for a fraction. */
static inline double elementary_floor(double x)
{
    const double room = 4503599627370496.0;
    double nearest = (x + room) - room;
    return nearest - (nearest > x ? 1.0 : 0.0);
}

/* exp(x), relative error below 4e-16; x is clamped to [-700, 700]. */
static inline double elementary_exp(double x)
{
    const double round = 6755399441055744.0; /* 1.5 * 2^52: the sum's low bits are the integer */
    x = elementary_clamp(x, -700.0, 700.0);
    double shifted = x * 1.4426950408889634 + round;
    double n = shifted - round;
    double r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    return elementary_from_bits(elementary_bits(p) + (elementary_bits(shifted) << 52));
}

/* log(x) for normal x > 0, error below 1e-15 relative to max(1, |log x|). */
static inline double elementary_log(double x)
{
    /* Split x = m * 2^e with m in [sqrt(1/2), sqrt(2)). */
    uint64_t bits = elementary_bits(x) + (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu);
    double e = elementary_from_bits((bits >> 52) | 0x4330000000000000u) - (4503599627370496.0 + 1023.0);
    double m = elementary_from_bits((bits & 0x000fffffffffffffu) + 0x3fe6a09e667f3bcdu);
    /* log m = 2 artanh(s), s = (m - 1)/(m + 1), |s| < 0.1716 */
    double s = (m - 1.0) / (m + 1.0), z = s * s;
    double p = 2.0 / 19.0;
    p = p * z + 2.0 / 17.0;
    p = p * z + 2.0 / 15.0;
    p = p * z + 2.0 / 13.0;
    p = p * z + 2.0 / 11.0;
    p = p * z + 2.0 / 9.0;
    p = p * z + 2.0 / 7.0;
    p = p * z + 2.0 / 5.0;
    p = p * z + 2.0 / 3.0;
    double log_m = 2.0 * s + s * z * p;
    return e * 0.693147180369123816490 + (log_m + e * 1.90821492927058770002e-10);
}

/* Standard normal quantile of u in (0,1), relative error below 1e-7; u is clamped to
 * [2^-34, 1 - 2^-34], that is |z| < 6.4. Odd in u - 1/2: z = (2u - 1) f(w) with
 * w = -log(4 u (1 - u)); f is a polynomial of degree 10 in w below 5 and in sqrt(w) above, both
 * through Chebyshev points of the exact function. */
static inline double elementary_normal_quantile(double u)
{
    u = elementary_clamp(u, 5.820766091346741e-11, 1.0 - 5.820766091346741e-11);
    double w = -elementary_log(4.0 * u * (1.0 - u));
    int tail = w >= 5.0;
    double t = tail ? sqrt(w) - 3.5929077229028112 : w - 2.5;
    double f = tail ? -1.8805270765456125e-05 : 6.607109947638079e-10;
    f = f * t + (tail ? 2.320282299156849e-05 : -1.2358827518468554e-08);
    f = f * t + (tail ? 0.0001140658333259796 : 2.2605223003774883e-08);
    f = f * t + (tail ? -0.0003150406060455859 : 6.58199614867441e-07);
    f = f * t + (tail ? 0.0004177955457694677 : -4.841438898261087e-06);
    f = f * t + (tail ? -0.0006160351999448609 : -7.01406340366289e-06);
    f = f * t + (tail ? 0.0011733530869261527 : 0.0003086630333251709);
    f = f * t + (tail ? -0.002436018558533204 : -0.0017716539229571194);
    f = f * t + (tail ? 0.003893679984833514 : -0.005907622655705325);
    f = f * t + (tail ? 1.4254265386978144 : 0.34880204233593154);
    f = f * t + (tail ? 4.849486468905695 : 2.1233134670146696);
    return (2.0 * u - 1.0) * f;
}

#endif
