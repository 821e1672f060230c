/* Every number a company's life depends on, one column per field of the tables, one lane per path.
 *
 * The structs are made of nothing but columns of the same size, so a column has an index that does
 * not depend on how many lanes a block has; the loader and the sampler address columns by it. */
#ifndef MODEL_PARAMETERS_H
#define MODEL_PARAMETERS_H

#include <stddef.h>

/* Paths that are played side by side. One lane gives the plain scalar program that the tests hold
 * against the wide one. The padding keeps columns out of each other's cache sets. */
#ifndef LANES
#define LANES 128
#endif
#define STRIDE (LANES == 1 ? 1 : LANES + 8)

enum { STAGES_MAX = 8, ROUNDS_MAX = 6 };

#define PATH(name, ...) double name[STRIDE];
#define MONTH(name, ...) double name[STRIDE], name##_spread[STRIDE];
#define CHOICE(name, ...) double name[STRIDE];
#define FIXED(name, ...) double name[STRIDE];

struct market {
#include "model/market.def"
};
struct climate {
#include "model/climate.def"
};
struct founding {
#include "model/company.def"
};
struct capability {
#include "model/capability.def"
};
struct community {
#include "model/community.def"
};
struct sales {
#include "model/sales.def"
};
struct delivery {
#include "model/delivery.def"
};
struct people {
#include "model/people.def"
};
struct exits {
#include "model/exit.def"
};
struct playbook {
#include "model/playbook.def"
};
struct funding {
#include "model/funding.def"
};
struct board {
#include "model/board.def"
};
struct stage {
#include "model/stage.def"
};
struct round {
#include "model/round.def"
};
struct founder {
#include "model/founder.def"
};

#undef PATH
#undef MONTH
#undef CHOICE
#undef FIXED

struct parameters {
    struct market market;
    struct climate climate;
    struct founding company;
    struct capability capability;
    struct community community;
    struct sales sales;
    struct delivery delivery;
    struct people people;
    struct exits exits;
    struct playbook playbook;
    struct funding funding;
    struct board board;
    struct stage stage[STAGES_MAX + 1]; /* the last one is the board's own stage */
    struct round round[ROUNDS_MAX];
    struct founder founder; /* for the verdict; no month reads it */
};

#define COLUMN_SIZE (STRIDE * sizeof(double))
#define PARAMETER_COLUMNS ((int)(sizeof(struct parameters) / COLUMN_SIZE))
#define PARAMETER_COLUMN(member) ((int)(offsetof(struct parameters, member) / COLUMN_SIZE))

#endif
