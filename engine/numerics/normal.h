/* How many standard errors from the middle a central interval of a normal distribution ends. */
#ifndef NUMERICS_NORMAL_H
#define NUMERICS_NORMAL_H

#define NORMAL_80 1.2815515655446004
#define NORMAL_90 1.6448536269514722
#define NORMAL_95 1.959963984540054

#endif
