/* Folders and texts for the tests. */
#ifndef TESTS_REPORT_FILES_H
#define TESTS_REPORT_FILES_H

#include "analysis/summary.h"

#include <stdbool.h>
#include <stdio.h>

enum { FILES_PATH_SIZE = 1024 };

/* A new folder of its own; removed with all it holds. */
void files_begin(char *folder);
void files_end(const char *folder);

/* The whole text of a file, NULL when there is none; the caller frees it. */
char *files_read(const char *folder, const char *name);
void files_write(const char *folder, const char *name, const char *text);
bool files_exist(const char *folder, const char *name);
int files_count(const char *folder); /* entries; -1 when it is no folder */

/* What a writer of summaries writes; the caller frees it. */
char *files_text(const struct summary *summary, void (*write)(const struct summary *, FILE *));

/* Somewhere for messages; the caller frees *text after closing. */
FILE *files_talk(char **text);

#endif
