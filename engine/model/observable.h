/* Quantities of a living company that claims, forecasts and charts may ask for by name. */
#ifndef MODEL_OBSERVABLE_H
#define MODEL_OBSERVABLE_H

#include "model/block.h"
#include "model/field.h"

#define OBSERVABLE(name, ...) OBSERVABLE_##name,
enum observable {
#include "model/observable.def"
    OBSERVABLES
};
#undef OBSERVABLE

struct observable_row {
    const char *key;
    enum unit unit;
    const char *meaning;
};

extern const struct observable_row observable_table[OBSERVABLES];

/* The one with this key, or -1. */
int observable_find(const char *key);

/* Its value in every lane in use, dead ones included. */
void observable_read(enum observable observable, const struct block *block, double *values);

#endif
