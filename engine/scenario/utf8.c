#include "scenario/utf8.h"

#include <stdbool.h>
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

/* Line breaks of other traditions would let line numbers drift; what moves the writing direction
 * could show a reader another text than the program reads. */
const char *utf8_objection(uint32_t code)
{
    if (code == 0)
        return "a NUL byte";
    if ((code < 0x20 && code != '\n' && code != '\r' && code != '\t') ||
        (code >= 0x7f && code < 0xa0))
        return "a control character";
    if (code == 0x2028 || code == 0x2029)
        return "a Unicode line separator";
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
        return "a character that turns the writing direction";
    if (code == 0xfeff)
        return "a byte order mark inside the text";
    if (code == 0xfffe || code == 0xffff)
        return "a code that is no character";
    return NULL;
}

void utf8_clean(const char *text, size_t length, char *clean, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < length;) {
        uint32_t code = 0;
        const size_t count = utf8_character(text + i, length - i, &code);
        const size_t bytes = count > 0 ? count : 1;
        const bool shown = count > 0 && code >= 0x20 && !utf8_objection(code);
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
