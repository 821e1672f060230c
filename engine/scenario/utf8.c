#include "scenario/utf8.h"

#include <string.h>

size_t utf8_character(const char *text, size_t length, uint32_t *code)
{
    if (length == 0)
        return 0;
    const unsigned char *bytes = (const unsigned char *)text;
    const unsigned char first = bytes[0];
    size_t count;
    uint32_t value, least; /* the least code that needs this many bytes */
    if (first < 0x80) {
        count = 1, value = first, least = 0;
    } else if (first >> 5 == 0x6) {
        count = 2, value = first & 0x1f, least = 0x80;
    } else if (first >> 4 == 0xe) {
        count = 3, value = first & 0x0f, least = 0x800;
    } else if (first >> 3 == 0x1e) {
        count = 4, value = first & 0x07, least = 0x10000;
    } else {
        return 0;
    }
    if (count > length)
        return 0;
    for (size_t i = 1; i < count; i++) {
        if (bytes[i] >> 6 != 0x2)
            return 0;
        value = value << 6 | (bytes[i] & 0x3f);
    }
    if (value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    if (code)
        *code = value;
    return count;
}

void utf8_clean(const char *text, size_t length, char *clean, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < length;) {
        uint32_t code = 0;
        const size_t count = utf8_character(text + i, length - i, &code);
        const size_t bytes = count > 0 ? count : 1;
        const int shown = count > 0 && code >= 0x20 && !(code >= 0x7f && code < 0xa0);
        if (used + (shown ? bytes : 1) >= size)
            break;
        if (shown) {
            memcpy(clean + used, text + i, bytes);
            used += bytes;
        } else {
            clean[used++] = '?';
        }
        i += bytes;
    }
    clean[used] = '\0';
}
