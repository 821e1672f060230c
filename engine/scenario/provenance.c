#include "scenario/provenance.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { FILES_MAX = 64, TEXT_BYTES_MAX = 1 << 20 };

const char *const provenance_word[PROVENANCE_GRADES] = {
    [VERIFIED] = "verified",     [RECALLED] = "recalled",
    [JUDGEMENT] = "judgement",   [DEFINITION] = "definition",
    [PROVENANCE_UNGRADED] = "set by the scenario"};

struct file {
    const char *name; /* of the scenario's memory */
    char *text;       /* or NULL */
    int grade;        /* of all its values */
};

struct provenance_files {
    int count;
    struct file file[FILES_MAX];
};

struct provenance_files *provenance_open(void) { return calloc(1, sizeof(struct provenance_files)); }

void provenance_close(struct provenance_files *files)
{
    for (int f = 0; files && f < files->count; f++)
        free(files->file[f].text);
    free(files);
}

/* What is no file on a disk can be read only once, and has been. */
static char *read_text(const char *name)
{
    struct stat about;
    FILE *file = stat(name, &about) == 0 && S_ISREG(about.st_mode) ? fopen(name, "r") : NULL;
    char *text = file ? malloc(TEXT_BYTES_MAX + 1) : NULL;
    if (text) {
        const size_t length = fread(text, 1, TEXT_BYTES_MAX, file);
        text[length] = '\0';
    }
    if (file)
        fclose(file);
    return text;
}

/* A grade at the start of a text that ends there or goes on with a mark; what follows is moved to. */
static int read_grade(const char **text)
{
    for (int grade = VERIFIED; grade < DEFINITION; grade++) {
        const size_t length = strlen(provenance_word[grade]);
        if (strncasecmp(*text, provenance_word[grade], length) == 0 &&
            ((*text)[length] == '\0' || strchr(":.,; \r\n", (*text)[length]))) {
            *text += length;
            return grade;
        }
    }
    return PROVENANCE_UNGRADED;
}

static int grade_of_file(const char *text)
{
    static const char mark[] = "# grade:";
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncasecmp(line, mark, sizeof mark - 1) != 0)
            continue;
        const char *word = line + sizeof mark - 1;
        word += strspn(word, " ");
        return read_grade(&word);
    }
    return PROVENANCE_UNGRADED;
}

static const struct file *find_file(struct provenance_files *files, const char *name)
{
    for (int f = 0; f < files->count; f++)
        if (files->file[f].name == name || strcmp(files->file[f].name, name) == 0)
            return &files->file[f];
    if (files->count == FILES_MAX)
        return NULL;
    struct file *file = &files->file[files->count++];
    *file = (struct file){.name = name, .text = read_text(name), .grade = PROVENANCE_UNGRADED};
    if (file->text)
        file->grade = grade_of_file(file->text);
    return file;
}

static const char *find_line(const char *text, int number)
{
    for (int line = 1; text && line < number; line++) {
        text = strchr(text, '\n');
        text += text != NULL;
    }
    return text;
}

/* What stands behind the '#' of a line, or NULL; one inside quotes begins no comment. */
static const char *comment_of(const char *text)
{
    char quote = '\0';
    for (const char *at = text; at && *at && *at != '\n'; at++) {
        if (quote)
            quote = *at == quote ? '\0' : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '#' && at > text && isspace((unsigned char)at[-1]))
            return at + 1 + strspn(at + 1, " ");
    }
    return NULL;
}

static void keep_source(struct provenance *provenance, const char *text)
{
    text += strspn(text, ":.,; ");
    const size_t length = strcspn(text, "\r\n");
    snprintf(provenance->source, sizeof provenance->source, "%.*s",
             (int)(length < PROVENANCE_SOURCE_MAX ? length : PROVENANCE_SOURCE_MAX - 1), text);
}

/* Copies the value that begins at a column, counted in characters, if it ends in the same line. */
static void keep_written(struct provenance *provenance, const char *line, int column)
{
    const char *start = line;
    for (int at = 1; start && at < column && *start && *start != '\n'; at++)
        for (start++; ((unsigned char)*start & 0xc0) == 0x80;)
            start++;
    int depth = 0;
    const char *end = start;
    for (; end && *end && *end != '\n' && *end != '\r'; end++) {
        if (depth == 0 && (strchr("}]", *end) || (*end == ',' && end[1] == ' ') || (*end == '#' && end > start && end[-1] == ' ')))
            break;
        depth += (*end == '{' || *end == '[') - (*end == '}' || *end == ']');
    }
    while (end > start && end[-1] == ' ')
        end--;
    if (start && depth == 0 && end - start < PROVENANCE_SOURCE_MAX)
        snprintf(provenance->written, sizeof provenance->written, "%.*s", (int)(end - start), start);
}

struct provenance provenance_of(struct provenance_files *files, const struct assumption *assumption,
                                const struct field *field)
{
    struct provenance provenance = {.grade = PROVENANCE_UNGRADED};
    if (!assumption->set) {
        provenance.grade = (int)field->grade;
        keep_source(&provenance, field->source);
        snprintf(provenance.written, sizeof provenance.written, "%s", field->standard);
        return provenance;
    }
    const struct place place = assumption->place;
    const bool of_file = place.file && place.line > 0 && strncmp(place.file, "--", 2) != 0;
    const struct file *file = of_file ? find_file(files, place.file) : NULL;
    if (!file || !file->text)
        return provenance;
    provenance.grade = file->grade;
    const char *line = find_line(file->text, place.line);
    keep_written(&provenance, line, place.column);
    const char *comment = comment_of(line), *rest = comment;
    const int grade = comment ? read_grade(&rest) : PROVENANCE_UNGRADED;
    if (grade != PROVENANCE_UNGRADED) {
        provenance.grade = grade;
        keep_source(&provenance, rest);
    }
    return provenance;
}
