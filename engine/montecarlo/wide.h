/* Loops over the lanes of a block, compiled for every x86-64 level.
 *
 * This folder is built once, unlike the model, so its few hot loops carry their own versions and
 * the loader of the program picks one. They use + - * / sqrt and bit moves alone: every version
 * yields the same bits. The build compiles the files that include this with the options of the
 * kernels; without them the loops are right but slow. */
#ifndef MONTECARLO_WIDE_H
#define MONTECARLO_WIDE_H

/* Sanitizers are not ready yet when the loader asks which version to take. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__) &&    \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define WIDE __attribute__((noinline, target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDE
#endif

#endif
