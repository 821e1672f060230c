#include "report/meta.h"

#include "report/lettering.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdarg.h>

enum { NAME_SIZE = 64 };

__attribute__((format(printf, 2, 0))) static void write_name(FILE *meta, const char *format,
                                                             va_list arguments)
{
    char name[NAME_SIZE];
    vsnprintf(name, sizeof name, format, arguments);
    for (const char *at = name; *at != '\0'; at++)
        assert(isalnum((unsigned char)*at) || *at == '_');
    fprintf(meta, "%s = ", name);
}

void meta_number(FILE *meta, double number, const char *name, ...)
{
    va_list arguments;
    va_start(arguments, name);
    write_name(meta, name, arguments);
    va_end(arguments);
    if (isfinite(number))
        fprintf(meta, "%.10g\n", number == 0 ? 0.0 : number);
    else
        fputs("NaN\n", meta);
}

void meta_text(FILE *meta, const char *text, const char *name, ...)
{
    va_list arguments;
    va_start(arguments, name);
    write_name(meta, name, arguments);
    va_end(arguments);
    char clean[META_TEXT_SIZE];
    lettering_clean(clean, sizeof clean, text);
    fputc('\'', meta);
    for (const char *at = clean; *at != '\0'; at++) {
        if (*at == '\'')
            fputs("\u2019", meta);
        else
            fputc(*at, meta);
    }
    fputs("'\n", meta);
}
