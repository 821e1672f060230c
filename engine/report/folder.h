/* An output folder that appears whole or not at all: everything is written into a sibling folder
 * that takes its place at the end. */
#ifndef REPORT_FOLDER_H
#define REPORT_FOLDER_H

#include <limits.h>
#include <stdio.h>

enum { FOLDER_PATH_SIZE = 4096 };

struct folder {
    char path[FOLDER_PATH_SIZE];    /* where it shall appear */
    char partial[FOLDER_PATH_SIZE]; /* where it is written */
    int parents;                    /* missing folders above it that were made for it */
    FILE *talk;                     /* gets a line about whatever fails */
};

/* Whether a folder may and can appear at `path`: nothing is there, or an empty folder, or one of ours,
 * which holds names[0] and nothing but `names` (NULL-terminated), and in them no file that was not there when
 * it was published ('.contents' lists them). It is tried, so that nobody waits for
 * a long run in vain; nothing of the trial remains. 0, or -1 after saying why. */
int folder_check(const char *path, const char *const *names, FILE *talk);

/* The same, and makes the partial folder and the missing ones above it. */
int folder_begin(struct folder *folder, const char *path, const char *const *names, FILE *talk);

/* The partial folder takes its place; what stood there is removed. */
int folder_publish(struct folder *folder);

/* Nothing of it remains. */
void folder_abandon(struct folder *folder);

int folder_make(const struct folder *folder, const char *name); /* a folder inside */

/* A file inside, as "a" or "data/a", for writing; NULL after saying why. Closing says whether all of it
 * was taken. */
FILE *folder_open(const struct folder *folder, const char *name);
int folder_close(const struct folder *folder, const char *name, FILE *file);

int folder_copy(const struct folder *folder, const char *name, const char *source);
int folder_rename(const struct folder *folder, const char *from, const char *to);
int folder_remove_file(const struct folder *folder, const char *name);

#endif
