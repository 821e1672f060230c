#include "scenario/complaint.h"

#include "scenario/nearest.h"
#include "scenario/utf8.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEPT = 100,    /* complaints; nobody mends more at a time */
    MESSAGE = 600, /* bytes */
    EXCERPT = 96   /* characters of a source line */
};

struct source {
    struct source *next;
    char *file, *text;
};

struct complaint {
    struct source *source; /* its file, with or without a text */
    int order;             /* of the file, by first mention */
    int line, column;
    char *message, *suggestion;
};

struct complaints {
    struct source *sources; /* in the order of their first mention */
    int count, kept;
    long heard;
    struct complaint complaint[KEPT];
};

struct complaints *complaints_create(void) { return calloc(1, sizeof(struct complaints)); }

void complaints_destroy(struct complaints *complaints)
{
    if (!complaints)
        return;
    for (struct source *source = complaints->sources, *next; source; source = next) {
        next = source->next;
        free(source->file);
        free(source->text);
        free(source);
    }
    for (int i = 0; i < complaints->kept; i++) {
        free(complaints->complaint[i].message);
        free(complaints->complaint[i].suggestion);
    }
    free(complaints);
}

int complaints_count(const struct complaints *complaints) { return complaints->count; }

long complaints_heard(const struct complaints *complaints) { return complaints->heard; }

/* The entry of a file, made at its first mention; NULL when memory ran out. */
static struct source *source_of(struct complaints *complaints, const char *file, int *order)
{
    struct source **end = &complaints->sources;
    for (*order = 0; *end; end = &(*end)->next, ++*order)
        if (strcmp((*end)->file, file) == 0)
            return *end;
    struct source *source = calloc(1, sizeof *source);
    if (!source)
        return NULL;
    source->file = strdup(file);
    if (!source->file) {
        free(source);
        return NULL;
    }
    return *end = source;
}

void complaints_source(struct complaints *complaints, const char *file, const char *text)
{
    int order;
    struct source *source = source_of(complaints, file, &order);
    if (!source)
        return;
    free(source->text);
    source->text = strdup(text);
}

static int order_of(const void *left, const void *right)
{
    const struct complaint *a = left, *b = right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return strcmp(a->message, b->message);
}

/* Several strategies may share a file; its mistakes are told once. */
static bool already_told(const struct complaints *complaints, const struct complaint *complaint)
{
    for (int i = 0; i < complaints->kept; i++)
        if (order_of(&complaints->complaint[i], complaint) == 0)
            return true;
    return false;
}

__attribute__((format(printf, 4, 0)))
static void add(struct complaints *complaints, struct place place, const char *suggestion,
                const char *format, va_list arguments)
{
    char raw[MESSAGE], message[MESSAGE];
    complaints->heard++;
    vsnprintf(raw, sizeof raw, format, arguments);
    utf8_clean(raw, strlen(raw), message, sizeof message);

    struct complaint complaint = {.line = place.line, .column = place.column, .message = message};
    complaint.source =
        source_of(complaints, place.file ? place.file : "command line", &complaint.order);
    if (!complaint.source || already_told(complaints, &complaint))
        return;
    complaints->count++;
    if (complaints->kept == KEPT)
        return;
    complaint.message = strdup(message);
    complaint.suggestion = suggestion ? strdup(suggestion) : NULL;
    if (complaint.message)
        complaints->complaint[complaints->kept++] = complaint;
    else
        free(complaint.suggestion);
}

void complaints_add(struct complaints *complaints, struct place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(complaints, place, NULL, format, arguments);
    va_end(arguments);
}

void complaints_suggest(struct complaints *complaints, struct place place, const char *word,
                        const char *const *candidates, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const bool worthwhile = complaints->kept < KEPT; /* comparing words takes time */
    add(complaints, place, worthwhile ? nearest_word(word, candidates) : NULL, format, arguments);
    va_end(arguments);
}

static size_t break_length(const char *text)
{
    return text[0] == '\r' && text[1] == '\n' ? 2 : text[0] == '\r' || text[0] == '\n';
}

/* Prints the line with a caret under its column: of a long line, what stands around the column. */
static void print_excerpt(const char *text, int line, int column, FILE *out)
{
    for (int i = 1; i < line; i++) {
        text += strcspn(text, "\r\n");
        if (!*text)
            return;
        text += break_length(text);
    }
    const size_t length = strcspn(text, "\r\n");
    const int first = column > EXCERPT - 16 ? column - EXCERPT / 2 : 1;
    char caret[EXCERPT + 1] = "";
    int drawn = 0;
    fprintf(out, "%6d | %s", line, first > 1 ? "..." : "");
    size_t at = 0;
    for (int i = 1; at < length && i < first + EXCERPT; i++) {
        const size_t count = utf8_character(text + at, length - at, NULL);
        const size_t bytes = count > 0 ? count : 1;
        if (i >= first) {
            char clean[8];
            utf8_clean(text + at, bytes, clean, sizeof clean);
            const bool tab = text[at] == '\t';
            fputs(tab ? "\t" : clean, out);
            if (i < column)
                caret[drawn++] = tab ? '\t' : ' ';
        }
        at += bytes;
    }
    fprintf(out, "%s\n       | %s%.*s^\n", at < length ? "..." : "", first > 1 ? "   " : "", drawn,
            caret);
}

void complaints_print(const struct complaints *complaints, FILE *out, bool colour)
{
    struct complaint sorted[KEPT];
    const int kept = complaints->kept;
    memcpy(sorted, complaints->complaint, (size_t)kept * sizeof *sorted);
    qsort(sorted, (size_t)kept, sizeof *sorted, order_of);

    const char *bold = colour ? "\033[1m" : "", *red = colour ? "\033[1;31m" : "";
    const char *plain = colour ? "\033[0m" : "";
    for (int i = 0; i < kept; i++) {
        const struct complaint *complaint = &sorted[i];
        fprintf(out, "%s%s:", bold, complaint->source->file);
        if (complaint->line > 0)
            fprintf(out, "%d:%d:", complaint->line, complaint->column);
        fprintf(out, "%s %serror:%s %s\n", plain, red, plain, complaint->message);
        if (complaint->source->text && complaint->line > 0)
            print_excerpt(complaint->source->text, complaint->line, complaint->column, out);
        if (complaint->suggestion)
            fprintf(out, "       | did you mean '%s'?\n", complaint->suggestion);
    }
    if (complaints->count > kept)
        fprintf(out, "... and %d more errors\n", complaints->count - kept);
}
