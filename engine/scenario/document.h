/* One YAML text, read into nodes. The only place that knows libyaml. */
#ifndef SCENARIO_DOCUMENT_H
#define SCENARIO_DOCUMENT_H

#include "scenario/node.h"

#include <stddef.h>

/* What a text may hold at most. A plan of a company is a thousand times smaller. */
enum {
    DOCUMENT_BYTES_MAX = 4 << 20,
    DOCUMENT_NODES_MAX = 100000, /* aliases written out */
    DOCUMENT_DEPTH_MAX = 64,
    DOCUMENT_KEYS_MAX = 1000,    /* of one mapping */
    DOCUMENT_ANCHORS_MAX = 256
};

/* Reads a text that starts at `origin` (line 1, column 1 of a file, or in the middle of a
 * setting). Complains about everything that is no plain YAML: syntax, encoding, tags, merge keys,
 * duplicate keys, several documents, nothing at all. A mistake node when no tree could be made. */
const struct node *document_read(struct arena *arena, struct complaints *complaints,
                                 struct place origin, const char *text, size_t length);

#endif
