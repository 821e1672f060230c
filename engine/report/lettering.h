/* Text as it is seen: how wide it is, where it wraps, what the fonts of a slide can show.
 *
 * On the terminal a character is one column wide. On a slide widths are those of Inter Bold, in
 * units of the type size; the fonts that stand in for it are narrower. */
#ifndef REPORT_LETTERING_H
#define REPORT_LETTERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Reads one character of UTF-8; what is not UTF-8 is read byte by byte as U+FFFD. */
unsigned lettering_next(const char **text);

int lettering_columns(const char *text); /* on the terminal */
int lettering_columns_between(const char *start, const char *end);
double lettering_width(const char *text); /* on a slide, in ems */

/* Ends `text` in '…' when it is wider than `ems`. Always ends whole characters. */
void lettering_shorten(char *short_text, size_t size, const char *text, double ems);

/* Breaks `text` at spaces into at most `lines` lines, the last one shortened if need be; each is
 * `size` bytes long in `lines_text`. Returns how many there are; the others are empty. */
int lettering_wrap(char *lines_text, size_t size, int lines, const char *text, double ems);

/* The same, but text of two lines breaks near its middle, after a comma if there is one. */
int lettering_balance(char *lines_text, size_t size, int lines, const char *text, double ems);

/* Whether it all stands in so many lines. */
bool lettering_fits(const char *text, int lines, double ems);

/* Copies what a slide may show: control characters are dropped, what lies outside the Latin
 * ranges becomes '?' (one missing glyph would black out a whole picture). True when something
 * was replaced. */
bool lettering_clean(char *clean, size_t size, const char *text);

/* Copies what a terminal may be sent in one line: no control characters, nothing that turns the
 * direction of writing. */
void lettering_plain(char *plain, size_t size, const char *text);

/* Prints `text` wrapped at `columns`, continuation lines indented. Keeps its newlines. */
void lettering_print(FILE *out, const char *text, int columns, int indent);

#endif
