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
    /* The series to r^13 / 13!, in Estrin's form: several short chains in place of one long. */
    double r2 = r * r, r4 = r2 * r2;
    double p0 = (1.0 + r) + r2 * (0.5 + r * (1.0 / 6.0));
    double p4 = (1.0 / 24.0 + r * (1.0 / 120.0)) + r2 * (1.0 / 720.0 + r * (1.0 / 5040.0));
    double p8 = (1.0 / 40320.0 + r * (1.0 / 362880.0)) + r2 * (1.0 / 3628800.0 + r * (1.0 / 39916800.0));
    double p12 = 1.0 / 479001600.0 + r * (1.0 / 6227020800.0);
    double p = (p0 + r4 * p4) + (r4 * r4) * (p8 + r4 * p12);
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
    double s = (m - 1.0) / (m + 1.0), z = s * s, z2 = z * z, z4 = z2 * z2;
    double low = (2.0 / 3.0 + z * (2.0 / 5.0)) + z2 * (2.0 / 7.0 + z * (2.0 / 9.0));
    double high = (2.0 / 11.0 + z * (2.0 / 13.0)) + z2 * (2.0 / 15.0 + z * (2.0 / 17.0));
    double p = low + z4 * (high + z4 * (2.0 / 19.0));
    double log_m = 2.0 * s + s * z * p;
    return e * 0.693147180369123816490 + (log_m + e * 1.90821492927058770002e-10);
}

/* Standard normal quantile of u in (0,1), relative error below 2e-8; u is clamped to
 * [2^-34, 1 - 2^-34], that is |z| < 6.4. Odd in u - 1/2: z = (2u - 1) P(w) / Q(w) with
 * w = -log(4 u (1 - u)), a rational function of degree 6/5 fitted to the exact one, and the
 * logarithm by a shorter series, good to 2e-10. */
static inline double elementary_normal_quantile(double u)
{
    u = elementary_clamp(u, 5.820766091346741e-11, 1.0 - 5.820766091346741e-11);
    double x = 4.0 * u * (1.0 - u);
    uint64_t bits = elementary_bits(x) + (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu);
    double e = elementary_from_bits((bits >> 52) | 0x4330000000000000u) - (4503599627370496.0 + 1023.0);
    double m = elementary_from_bits((bits & 0x000fffffffffffffu) + 0x3fe6a09e667f3bcdu);
    double s = (m - 1.0) / (m + 1.0), z = s * s;
    double series = (0.66666816702972098 + z * 0.39973603481648468) + (z * z) * 0.2996126510631143;
    double w = -(e * 0.6931471805599453 + (2.0 * s + (s * z) * series)), w2 = w * w, w4 = w2 * w2;
    double p = ((1.2533141241364134 + w * 0.44757106723521078) +
                w2 * (0.091095006490293756 + w * 0.012547474068381038)) +
               w4 * ((0.0011420245086555341 + w * 5.986886199877055e-05) + w2 * 1.9494127325656925e-07);
    double q = ((1.0 + w * 0.095310352163815878) + w2 * (0.03470046184324365 + w * 0.0023172877243003175)) +
               w4 * (0.00024994433210580639 + w * 3.789672567001534e-06);
    return (2.0 * u - 1.0) * p / q;
}

#endif
