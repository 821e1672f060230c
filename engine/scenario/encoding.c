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

/* Line breaks of other traditions would let line numbers drift; what moves the writing direction
 * could show a reader another text than the program reads. */
static const char *objection(uint32_t code)
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
        const char *trouble = objection(code);
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
