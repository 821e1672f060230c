/* plots/meta.gp, the one file of gnuplot's language that the engine writes: nothing but lines
 * NAME = number and NAME = 'text'. In single quotes gnuplot expands nothing. Control characters are
 * dropped, since a line end would end the string; a quote becomes the apostrophe it stands for,
 * since gnuplot 5.4 understands a doubled quote everywhere but at the beginning of a string. */
#ifndef REPORT_META_H
#define REPORT_META_H

#include <stdio.h>

enum { META_TEXT_SIZE = 1024 };

/* Names are made from formats of the engine's own, never from a scenario. */
__attribute__((format(printf, 3, 4))) void meta_number(FILE *meta, double number, const char *name,
                                                       ...);
__attribute__((format(printf, 3, 4))) void meta_text(FILE *meta, const char *text, const char *name,
                                                     ...);

#endif
