/* Runs gnuplot, and asks fontconfig which fonts there are, without a shell. */
#ifndef REPORT_GNUPLOT_H
#define REPORT_GNUPLOT_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum gnuplot_end {
    GNUPLOT_DONE,
    GNUPLOT_MISSING,    /* no such program */
    GNUPLOT_COMPLAINED, /* it failed, or wrote anything on standard error */
    GNUPLOT_TOO_SLOW,
    GNUPLOT_INTERRUPTED,
    GNUPLOT_NOT_STARTED /* no process, no pipe */
};

enum { GNUPLOT_WORDS_SIZE = 2048 };

/* One script, run in its own folder. What the script draws goes to names that end in .partial. */
struct gnuplot_run {
    const char *folder, *script;
    const char *program;            /* NULL: gnuplot */
    double seconds;                 /* at most */
    enum gnuplot_end end;           /* set */
    char words[GNUPLOT_WORDS_SIZE]; /* the beginning of what it said on standard error */
};

/* Runs them all, a few at a time; true when every one is done without a word. */
bool gnuplot_run_all(struct gnuplot_run *run, int count, volatile sig_atomic_t *interrupted);

/* The family that fontconfig has for `family`; false when it cannot be asked. */
bool gnuplot_font(const char *family, char *found, size_t size);

#endif
