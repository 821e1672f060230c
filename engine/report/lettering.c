#include "report/lettering.h"

#include <ctype.h>
#include <string.h>

/* Advance widths of Inter Bold from ' ' to '~', in thousandths of the type size. */
static const short advance[] = {
    232, 325, 392, 650, 655, 859, 674, 209, 409, 409, 565, 680, 303, 469,  298, 390, 688, 489,  630,
    659, 678, 645, 660, 595, 661, 660, 298, 303, 680, 680, 680, 562, 1031, 748, 661, 752, 727,  613,
    585, 761, 746, 281, 570, 690, 567, 915, 735, 782, 648, 783, 656, 655,  668, 729, 748, 1036, 714,
    724, 667, 409, 390, 409, 488, 477, 497, 580, 635, 587, 635, 598, 386,  633, 624, 272, 272,  582,
    272, 912, 622, 614, 632, 632, 409, 562, 388, 622, 586, 850, 574, 586,  572, 409, 374, 409,  680,
};
static const double OTHER_ADVANCE = 0.66; /* letters with accents and signs, rather wide */

unsigned lettering_next(const char **text)
{
    const unsigned char *byte = (const unsigned char *)*text;
    static const unsigned least[] = {0, 0x80, 0x800, 0x10000};
    int more = byte[0] < 0x80 ? 0 : byte[0] >= 0xf0 ? 3 : byte[0] >= 0xe0 ? 2 : 1;
    unsigned character = byte[0];
    if (more > 0) {
        bool sound = byte[0] >= 0xc2 && byte[0] <= 0xf4;
        character = byte[0] & (0x3fu >> more);
        for (int i = 1; i <= more && sound; i++) {
            sound = (byte[i] & 0xc0) == 0x80;
            character = character << 6 | (byte[i] & 0x3fu);
        }
        if (!sound || character < least[more] || character > 0x10ffff ||
            (character >= 0xd800 && character < 0xe000)) {
            *text += 1;
            return 0xfffd;
        }
    }
    *text += more + 1;
    return character;
}

int lettering_columns_between(const char *start, const char *end)
{
    int columns = 0;
    for (; start < end; columns++)
        lettering_next(&start);
    return columns;
}

int lettering_columns(const char *text)
{
    return lettering_columns_between(text, text + strlen(text));
}

static double character_width(unsigned character)
{
    return character >= 32 && character < 127 ? advance[character - 32] / 1000.0 : OTHER_ADVANCE;
}

double lettering_width(const char *text)
{
    double width = 0;
    while (*text != '\0')
        width += character_width(lettering_next(&text));
    return width;
}

/* Copies as many whole characters as fit into `size` bytes and `ems`; returns how many bytes. */
static size_t copy_fitting(char *copy, size_t size, const char *text, size_t length, double ems)
{
    size_t used = 0;
    double width = 0;
    const char *end = text + length;
    while (text < end) {
        const char *next = text;
        width += character_width(lettering_next(&next));
        size_t bytes = (size_t)(next - text);
        if (width > ems || used + bytes >= size)
            break;
        memcpy(copy + used, text, bytes);
        used += bytes;
        text = next;
    }
    copy[used] = '\0';
    return used;
}

void lettering_shorten(char *short_text, size_t size, const char *text, double ems)
{
    static const char ellipsis[] = "\u2026";
    size_t length = strlen(text);
    if (copy_fitting(short_text, size, text, length, ems) == length)
        return;
    size_t used = copy_fitting(short_text, size - sizeof ellipsis + 1, text, length,
                               ems - OTHER_ADVANCE - 0.15);
    while (used > 0 && strchr(" ,;:-", short_text[used - 1]) != NULL)
        used--;
    memcpy(short_text + used, ellipsis, sizeof ellipsis);
}

static double width_between(const char *start, const char *end)
{
    double width = 0;
    while (start < end)
        width += character_width(lettering_next(&start));
    return width;
}

/* Where the line that begins at `text` ends when it may be `ems` wide: at a space, or at the end
 * of the text, or after the first word when even that is too wide. */
static const char *line_end(const char *text, double ems)
{
    const char *end = NULL;
    for (const char *at = text;; at++) {
        if (*at != ' ' && *at != '\0')
            continue;
        if (end != NULL && width_between(text, at) > ems)
            return end;
        end = at;
        if (*at == '\0')
            return end;
    }
}

/* All lines but the last are no wider than `ems`, the last no wider than `most`. */
static int wrap(char *lines_text, size_t size, int lines, const char *text, double ems, double most)
{
    for (int i = 0; i < lines; i++)
        lines_text[(size_t)i * size] = '\0';
    int used = 0;
    for (; used < lines && *text != '\0'; used++) {
        char *line = lines_text + (size_t)used * size;
        const char *end = used == lines - 1 ? text + strlen(text) : line_end(text, ems);
        char whole[2048];
        size_t length = (size_t)(end - text);
        if (length >= sizeof whole)
            length = sizeof whole - 1;
        memcpy(whole, text, length);
        whole[length] = '\0';
        lettering_shorten(line, size, whole, most);
        text = end + (*end == ' ');
    }
    return used;
}

int lettering_wrap(char *lines_text, size_t size, int lines, const char *text, double ems)
{
    return wrap(lines_text, size, lines, text, ems, ems);
}

/* Two lines break best near the middle, the first a little longer, and better after a comma than
 * inside a phrase. NULL when no break lets both lines fit. */
static const char *best_break(const char *text, double ems)
{
    double whole = lettering_width(text), best = 1e9;
    const char *chosen = NULL;
    for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        double first = width_between(text, at), second = whole - first;
        if (first > ems || second > ems || at == text)
            continue;
        double badness = first >= second ? first - second : 1.5 * (second - first);
        badness -= at[-1] == ';' || at[-1] == ':' ? 14 : at[-1] == ',' ? 7 : 0;
        /* '56 times in 100' is one word to the reader. */
        bool in_number = isdigit((unsigned char)at[1]) || isdigit((unsigned char)at[-1]) ||
                         strncmp(at, " in ", 4) == 0;
        badness += in_number ? 12 : 0;
        if (badness < best) {
            best = badness;
            chosen = at;
        }
    }
    return chosen;
}

int lettering_balance(char *lines_text, size_t size, int lines, const char *text, double ems)
{
    const char *middle = NULL;
    if (lines >= 2 && lettering_width(text) > ems)
        middle = best_break(text, ems);
    if (middle == NULL)
        return wrap(lines_text, size, lines, text, ems, ems);
    memset(lines_text, 0, (size_t)lines * size);
    copy_fitting(lines_text, size, text, (size_t)(middle - text), ems + 1);
    lettering_shorten(lines_text + size, size, middle + 1, ems + 1);
    return 2;
}

bool lettering_fits(const char *text, int lines, double ems)
{
    for (int line = 0; line < lines && *text != '\0'; line++) {
        const char *end = line_end(text, ems);
        if (width_between(text, end) > ems)
            return false;
        text = end + (*end == ' ');
    }
    return *text == '\0';
}

static bool on_slides(unsigned character)
{
    static const struct {
        unsigned first, last;
    } shown[] = {
        {0x20, 0x7e},     {0xa0, 0xac},     {0xae, 0x17f},    {0x218, 0x21b},   {0x1e80, 0x1e85},
        {0x1e9e, 0x1e9e}, {0x2013, 0x2014}, {0x2018, 0x201e}, {0x2020, 0x2022}, {0x2026, 0x2026},
        {0x2030, 0x2030}, {0x2039, 0x203a}, {0x20ac, 0x20ac}, {0x2122, 0x2122}, {0x2190, 0x2193},
        {0x2212, 0x2212}, {0x2248, 0x2248}, {0x2264, 0x2265},
    };
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
        if (character >= shown[i].first && character <= shown[i].last)
            return true;
    return false;
}

bool lettering_clean(char *clean, size_t size, const char *text)
{
    bool replaced = false;
    size_t used = 0;
    while (*text != '\0') {
        const char *start = text;
        unsigned character = lettering_next(&text);
        if (character == '\n' || character == '\t')
            start = " ";
        else if (character < 0x20 || (character >= 0x7f && character < 0xa0))
            continue;
        else if (!on_slides(character)) {
            start = "?";
            replaced = true;
        }
        size_t bytes = *start == ' ' || *start == '?' ? 1 : (size_t)(text - start);
        if (used + bytes >= size)
            break;
        memcpy(clean + used, start, bytes);
        used += bytes;
    }
    clean[used] = '\0';
    return replaced;
}

void lettering_plain(char *plain, size_t size, const char *text)
{
    size_t used = 0;
    while (*text != '\0') {
        const char *start = text;
        unsigned c = lettering_next(&text);
        bool space = c == '\n' || c == '\t' || c == '\r';
        bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
        bool turns = (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
                     (c >= 0x2066 && c <= 0x2069);
        if ((control && !space) || turns)
            continue;
        const char *copy = space ? " " : c == 0xfffd ? "\ufffd" : start;
        size_t bytes = space ? 1 : c == 0xfffd ? 3 : (size_t)(text - start);
        if (used + bytes >= size)
            break;
        memcpy(plain + used, copy, bytes);
        used += bytes;
    }
    plain[used] = '\0';
}

void lettering_print(FILE *out, const char *text, int columns, int indent)
{
    int column = 0;
    while (*text != '\0') {
        const char *end = text + strcspn(text, " \n");
        int width = lettering_columns_between(text, end);
        if (column > 0 && column + 1 + width > columns) {
            fprintf(out, "\n%*s", indent, "");
            column = indent;
        } else if (column > 0 && end > text) {
            fputc(' ', out);
            column++;
        }
        fwrite(text, 1, (size_t)(end - text), out);
        column += width;
        if (*end == '\n') {
            fputc('\n', out);
            column = 0;
        }
        text = end + (*end != '\0');
    }
}
