#include "model/observable.h"

#include "model/community.h"
#include "model/debt.h"
#include "model/delivery.h"
#include "model/funding.h"

#include <string.h>

#define OBSERVABLE(name, key, unit, value, meaning) {key, UNIT_##unit, meaning},
const struct observable_row observable_table[OBSERVABLES] = {
#include "model/observable.def"
};
#undef OBSERVABLE

int observable_find(const char *key)
{
    for (int o = 0; o < OBSERVABLES; o++)
        if (strcmp(observable_table[o].key, key) == 0)
            return o;
    return -1;
}

void observable_read(enum observable observable, const struct block *block, double *values)
{
    const struct company *company = &block->company;
    const struct world *world = &block->world;
    switch (observable) {
#define OBSERVABLE(name, key, unit, value, meaning)                                                 \
    case OBSERVABLE_##name:                                                                         \
        for (int i = 0; i < block->n; i++)                                                          \
            values[i] = value;                                                                      \
        break;
#include "model/observable.def"
#undef OBSERVABLE
    case OBSERVABLES:
        break;
    }
}
