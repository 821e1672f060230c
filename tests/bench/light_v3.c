#if defined(__clang__) && defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#elif defined(__x86_64__)
#pragma GCC optimize("O3", "no-math-errno", "no-trapping-math")
#pragma GCC target("arch=x86-64-v3")
#endif

#define LIGHT_LEVEL v3
#include "bench/light_loops.h"

#if defined(__clang__) && defined(__x86_64__)
#pragma clang attribute pop
#endif
