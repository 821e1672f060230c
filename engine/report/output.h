/* An output folder in the making: one file after another, then scripts, charts and slides. After a first
 * failure, which is said, files are still handed out but lead nowhere, so that who writes need not ask. */
#ifndef REPORT_OUTPUT_H
#define REPORT_OUTPUT_H

#include "report/drawing.h"
#include "report/folder.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

enum { OUTPUT_NAME_SIZE = 128 };

struct output {
    struct folder folder;
    bool failed;                       /* nothing of it shall appear; the reason has been said */
    bool shares;                       /* it has the scripts that all charts load */
    FILE *file, *nowhere;              /* what is being written; what is written after a failure */
    char name[OUTPUT_NAME_SIZE];       /* of `file` */
    const char *chart[DRAWING_CHARTS]; /* keys of what is to be drawn */
    int charts;
};

/* The same places and names as folder_begin. 0, or -1 after saying why. */
int output_begin(struct output *output, const char *path, const char *const *names, FILE *talk);

/* A file to write, as "data/%s.tsv"; the one before it is closed. Never NULL. */
__attribute__((format(printf, 2, 3))) FILE *output_file(struct output *output, const char *name, ...);

/* Closes the file that is being written; whether all stands so far. */
bool output_stands(struct output *output);

/* One more script of plots/, beside those that every folder has. */
void output_script(struct output *output, const char *name);

/* The script KEY.gp, and at the end its chart. `key` must outlive the folder. */
void output_chart(struct output *output, const char *key);

/* What every chart needs: the shared scripts, a place for pictures, and plots/meta.gp, which has its heading
 * and the font and is to be written. */
FILE *output_meta(struct output *output);

/* Draws, if asked and if there is a chart, and the folder takes its place. -1 after saying what failed: then
 * nothing appears; only when the charts failed, the folder stands without them. `interrupted` may be NULL. */
int output_end(struct output *output, bool draw, volatile sig_atomic_t *interrupted);

#endif
