/* A scenario to start from. The templates are ordinary scenarios in the library's folder
 * `templates`, so that the checks that hold for every shipped scenario hold for them too. A kind is
 * the name of such a file; the file `usual` names the one that is meant when nobody says. */
#include "commands/command.h"
#include "report/loss.h"
#include "scenario/nearest.h"
#include "scenario/shelf.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS_MAX = 100, KIND_BYTES = 64, TEMPLATE_PATH_MAX = SHELF_PATH_MAX + 100 };

static const char extension[] = ".yaml";

struct new_settings {
    const char *kind;
    bool names;
};

const struct option new_options[] = {
    {"kind", "KIND", "which scenario; --names lists the kinds", OPTION_TEXT,
     offsetof(struct new_settings, kind), 0, 0, NULL},
    {"names", NULL, "the bare names of all kinds, the usual one first", OPTION_FLAG,
     offsetof(struct new_settings, names), 0, 0, NULL},
    {0}};

/* The kinds that there are, the usual one first. */
struct kinds {
    char text[KINDS_MAX][KIND_BYTES];
    const char *name[KINDS_MAX + 1]; /* ends in NULL */
    int count;
};

static int complain(const char *what, const char *file)
{
    fprintf(stderr, "new: cannot %s %s: %s\n", what, file, strerror(errno));
    return COMMAND_WORLD_FAILED;
}

static void find_path(char path[TEMPLATE_PATH_MAX], const char *name, const char *ending)
{
    char shelf[SHELF_PATH_MAX];
    snprintf(path, TEMPLATE_PATH_MAX, "%s/templates%s%s%s", shelf_scenarios(shelf), *name ? "/" : "", name,
             ending);
}

/* Length of the kind that a file of this name is; 0 for other files. */
static size_t kind_length(const char *file)
{
    const size_t length = strlen(file), tail = strlen(extension);
    if (file[0] == '.' || length <= tail || strcmp(file + length - tail, extension) != 0)
        return 0;
    return length - tail < KIND_BYTES ? length - tail : 0;
}

static int compare_names(const void *a, const void *b) { return strcmp(a, b); }

static int list_templates(struct kinds *kinds)
{
    char path[TEMPLATE_PATH_MAX];
    find_path(path, "", "");
    DIR *folder = opendir(path);
    if (!folder)
        return complain("read", path);
    const struct dirent *item;
    while (kinds->count < KINDS_MAX && (item = readdir(folder)) != NULL) {
        const size_t length = kind_length(item->d_name);
        if (length > 0)
            memcpy(kinds->text[kinds->count++], item->d_name, length);
    }
    closedir(folder);
    qsort(kinds->text, (size_t)kinds->count, KIND_BYTES, compare_names);
    for (int i = 0; i < kinds->count; i++)
        kinds->name[i] = kinds->text[i];
    return COMMAND_DONE;
}

/* Moves the usual kind to the front. */
static int find_usual(struct kinds *kinds)
{
    char path[TEMPLATE_PATH_MAX], line[KIND_BYTES + 1] = "";
    find_path(path, "usual", "");
    FILE *file = fopen(path, "r");
    if (!file)
        return complain("read", path);
    if (fgets(line, sizeof line, file))
        line[strcspn(line, "\r\n")] = '\0';
    fclose(file);
    int found = 0;
    while (found < kinds->count && strcmp(kinds->name[found], line) != 0)
        found++;
    if (found == kinds->count) {
        fprintf(stderr, "new: %s names no template\n", path);
        return COMMAND_WORLD_FAILED;
    }
    const char *usual = kinds->name[found];
    memmove(kinds->name + 1, kinds->name, (size_t)found * sizeof *kinds->name);
    kinds->name[0] = usual;
    return COMMAND_DONE;
}

static int list_kinds(struct kinds *kinds)
{
    int code = list_templates(kinds);
    return code == COMMAND_DONE ? find_usual(kinds) : code;
}

/* The kind of this name, the usual one for NULL. NULL after a complaint. */
static const char *find_kind(const struct kinds *kinds, const char *wanted)
{
    if (!wanted)
        return kinds->name[0];
    for (int i = 0; i < kinds->count; i++)
        if (strcmp(kinds->name[i], wanted) == 0)
            return kinds->name[i];
    const char *meant = nearest_word(wanted, kinds->name);
    if (meant) {
        fprintf(stderr, "new: --kind knows no \"%s\"; did you mean '%s'?\n", wanted, meant);
        return NULL;
    }
    fputs("new: --kind needs one of", stderr);
    for (int i = 0; i < kinds->count; i++)
        fprintf(stderr, "%s '%s'", i ? "," : "", kinds->name[i]);
    fprintf(stderr, ", not \"%s\"\n", wanted);
    return NULL;
}

static int copy(FILE *from, FILE *to, const char *file)
{
    char block[4096];
    size_t length;
    while ((length = fread(block, 1, sizeof block, from)) > 0)
        if (fwrite(block, 1, length, to) < length)
            break;
    const int reason = ferror(from) ? EIO : loss_of(to);
    if (fclose(to) != 0 || reason != 0) {
        if (reason != 0)
            errno = reason;
        int code = complain("write", file);
        remove(file); /* half a scenario would be worse than none */
        return code;
    }
    return COMMAND_DONE;
}

static int write_template(FILE *template, const char *file)
{
    FILE *out = fopen(file, "wx");
    if (!out && errno == EEXIST) {
        fprintf(stderr, "new: %s exists already, and is left as it is\n", file);
        return COMMAND_INPUT_WRONG;
    }
    if (!out) { /* no such folder, or not ours to write in: another name helps */
        complain("create", file);
        return COMMAND_INPUT_WRONG;
    }
    return copy(template, out, file);
}

static int write_kind(const struct kinds *kinds, const char *wanted, const char *file)
{
    const char *kind = find_kind(kinds, wanted);
    if (!kind)
        return COMMAND_INPUT_WRONG;
    char path[TEMPLATE_PATH_MAX];
    find_path(path, kind, extension);
    FILE *template = fopen(path, "r");
    if (!template)
        return complain("read", path);
    int code = write_template(template, file);
    fclose(template);
    if (code == COMMAND_DONE)
        fprintf(stderr, "new: wrote %s; edit it, then: playbook run %s\n", file, file);
    return code;
}

int new_command(int argc, char **argv)
{
    (void)argc;
    struct new_settings settings = {0};
    const char *file = NULL;
    int count = option_parse(new_options, &settings, argv, &file, 1);
    if (count < 0)
        return COMMAND_INPUT_WRONG;
    if (!settings.names && (count == 0 || !*file)) {
        fputs("new: needs the name of the file to write, as in 'playbook new plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    struct kinds kinds = {.count = 0};
    int code = list_kinds(&kinds);
    if (code != COMMAND_DONE)
        return code;
    if (!settings.names)
        return write_kind(&kinds, settings.kind, file);
    for (int i = 0; i < kinds.count; i++)
        puts(kinds.name[i]);
    return COMMAND_DONE;
}
