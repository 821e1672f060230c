/* The model, compiled for several instruction sets; one is chosen when the program runs. All give
 * the same bits. */
#ifndef MODEL_KERNEL_H
#define MODEL_KERNEL_H

#include "model/block.h"

struct kernel {
    const char *name;                         /* "v2", "v3", "v4": levels of x86-64 */
    void (*start)(struct block *block);
    void (*month)(struct block *block);
    void (*compact)(struct block *block);
    void (*normals)(double *u, int n);        /* uniform to normal, in place */
    void (*exps)(double *x, int n);           /* in place */
};

extern const struct kernel kernel_v2;
#ifndef KERNEL_ONLY
extern const struct kernel kernel_v3, kernel_v4;
#endif

#endif
