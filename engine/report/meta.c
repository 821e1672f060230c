#include "report/meta.h"

#include "report/lettering.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdarg.h>

enum { NAME_SIZE = 64 };

static void write_name(struct meta *meta, const char *format, va_list arguments)
{
    char name[NAME_SIZE];
    vsnprintf(name, sizeof name, format, arguments);
    for (const char *at = name; *at != '\0'; at++)
        assert(isalnum((unsigned char)*at) || *at == '_');
    fprintf(meta->out, "%s = ", name);
}

void meta_number(struct meta *meta, double number, const char *name, ...)
{
    va_list arguments;
    va_start(arguments, name);
    write_name(meta, name, arguments);
    va_end(arguments);
    if (isfinite(number))
        fprintf(meta->out, "%.10g\n", number == 0 ? 0.0 : number);
    else
        fputs("NaN\n", meta->out);
}

void meta_text(struct meta *meta, const char *text, const char *name, ...)
{
    va_list arguments;
    va_start(arguments, name);
    write_name(meta, name, arguments);
    va_end(arguments);
    char clean[META_TEXT_SIZE];
    meta->replaced |= lettering_clean(clean, sizeof clean, text);
    fputc('\'', meta->out);
    for (const char *at = clean; *at != '\0'; at++) {
        if (*at == '\'')
            fputs("\u2019", meta->out);
        else
            fputc(*at, meta->out);
    }
    fputs("'\n", meta->out);
}
