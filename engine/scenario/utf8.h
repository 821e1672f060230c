/* The shape of UTF-8, byte by byte. */
#ifndef SCENARIO_UTF8_H
#define SCENARIO_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length in bytes of the character at text[0..length), 0 when there is none: a broken or overlong
 * sequence, a surrogate, a code beyond Unicode. `code` may be NULL. */
size_t utf8_character(const char *text, size_t length, uint32_t *code);

/* What speaks against a character in a text that people and programs must read alike: 'a control
 * character'. NULL when nothing does. */
const char *utf8_objection(uint32_t code);

/* Copies text into clean[0..size), with '?' for every byte that is not UTF-8 and every character
 * with an objection, cut at a whole character if it is too long. Safe to show on a terminal. */
void utf8_clean(const char *text, size_t length, char *clean, size_t size);

#endif
