/* A field and the values it shall take, as a command line names them: 'market.accounts',
 * 'market.accounts=2000..8000', 'company.cash=$200k..$1M', 'sales.cycle=3..9 months'. */
#ifndef SCENARIO_SPAN_H
#define SCENARIO_SPAN_H

#include "scenario/key.h"

struct span {
    const char *name;  /* as written */
    struct key key;
    bool ranged;       /* false: the key alone */
    double low, high;  /* low < high, within the field's legal range, in the engine's unit */
};

enum { SPAN_NAME_SIZE = 96 };

/* Reads one. In complaints it is the first line of a file called `option`. Words are refused. A unit that one end has holds for both. `name` lends the memory for
 * span->name. False after a complaint, or without one when memory ran out. */
bool span_parse(const char *option, const char *text, struct complaints *complaints, char name[SPAN_NAME_SIZE],
                struct span *span);

#endif
