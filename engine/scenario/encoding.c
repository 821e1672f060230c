#include "scenario/encoding.h"

#include "scenario/utf8.h"

#include <string.h>

size_t encoding_mark(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static bool begins(const char *text, size_t length, const char *mark, size_t bytes)
{
    return length >= bytes && memcmp(text, mark, bytes) == 0;
}

bool encoding_check(struct place origin, const char *text, size_t length,
                    struct complaints *complaints)
{
    struct place place = origin;
    if (begins(text, length, "\xff\xfe", 2) || begins(text, length, "\xfe\xff", 2) ||
        begins(text, length, "\0\0\xfe\xff", 4)) {
        complaints_add(complaints, place, "this file is UTF-16 or UTF-32; save it as UTF-8");
        return false;
    }
    for (size_t i = encoding_mark(text, length); i < length;) {
        uint32_t code = 0;
        const size_t bytes = utf8_character(text + i, length - i, &code);
        if (bytes == 0) {
            complaints_add(complaints, place, "this is not UTF-8 (byte 0x%02x)",
                           (unsigned)(unsigned char)text[i]);
            return false;
        }
        const char *trouble = utf8_objection(code);
        if (trouble) {
            complaints_add(complaints, place, "%s (U+%04X) is not allowed", trouble,
                           (unsigned)code);
            return false;
        }
        i += bytes;
        const bool carriage = code == '\r' && !(i < length && text[i] == '\n');
        if (code == '\n' || carriage) {
            place.line++;
            place.column = 1;
        } else {
            place.column++;
        }
    }
    return true;
}
