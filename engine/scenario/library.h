/* The files a scenario is put together from: where a reference such as 'markets/ecosystem' is
 * looked up, and what may be read at all. */
#ifndef SCENARIO_LIBRARY_H
#define SCENARIO_LIBRARY_H

#include "scenario/node.h"

#include <stddef.h>

enum { LIBRARY_FILES_MAX = 64, LIBRARY_DATA_MAX = 64 << 20 };

struct library;

struct library_file {
    const char *path;     /* as shown to people */
    const char *identity; /* the same for every way to name the file */
    const struct node *root;
};

/* Files are looked up beside the file that refers to them, then in the folder of the main scenario,
 * then in the library (scenario/shelf.h). What they lead to
 * must lie inside one of the last two. */
struct library *library_create(struct arena *arena, struct complaints *complaints,
                               const char *main_file);

/* The main scenario, from the file itself or from a text that stands for it. NULL after a
 * complaint. */
const struct library_file *library_main(struct library *library);
const struct library_file *library_main_text(struct library *library, const char *text,
                                             size_t length);

/* The YAML file that a scalar refers to; '.yaml' may be left out, and so may `kind`, the folder
 * where such files usually are (or NULL). Each file is read once. NULL after a complaint. */
const struct library_file *library_find(struct library *library, const struct node *reference,
                                        const char *kind);

/* The text of the data file that a scalar refers to, and the path to show. NULL after a
 * complaint. */
const char *library_data(struct library *library, const struct node *reference, size_t limit,
                         size_t *length, const char **path);

#endif
