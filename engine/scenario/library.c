#include "scenario/library.h"

#include "scenario/document.h"
#include "scenario/encoding.h"
#include "scenario/file.h"
#include "scenario/shelf.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

enum {
    REFERENCE_MAX = 200, /* bytes */
    SUGGESTIONS_MAX = 200
};

struct library {
    struct arena *arena;
    struct complaints *complaints;
    const char *main_file;
    const char *main_folder, *shared_folder; /* as shown */
    const char *main_tree, *shared_tree;     /* resolved; NULL when there is no such folder */
    size_t data; /* bytes of all data files, each time they are used */
    int files;
    struct library_file file[LIBRARY_FILES_MAX];
};

struct library *library_create(struct arena *arena, struct complaints *complaints,
                               const char *main_file)
{
    struct library *library = arena_allocate(arena, 1, sizeof *library);
    char shared[SHELF_PATH_MAX];
    if (!library)
        return NULL;
    shelf_scenarios(shared);
    library->arena = arena;
    library->complaints = complaints;
    library->main_file = arena_copy(arena, main_file, strlen(main_file));
    library->main_folder = file_folder(arena, main_file);
    library->shared_folder = arena_copy(arena, shared, strlen(shared));
    if (!library->main_file || !library->main_folder || !library->shared_folder)
        return NULL;
    library->main_tree = file_identity(arena, library->main_folder);
    library->shared_tree = file_identity(arena, shared);
    return library;
}

static bool inside(const char *identity, const char *tree)
{
    if (!tree)
        return false;
    const size_t length = strlen(tree);
    return strncmp(identity, tree, length) == 0 &&
           (identity[length] == '/' || (length > 0 && tree[length - 1] == '/'));
}

static const struct library_file *keep(struct library *library, const char *path,
                                       const char *identity, const char *text, size_t length)
{
    complaints_source(library->complaints, path, text + encoding_mark(text, length));
    struct library_file *file = &library->file[library->files++];
    *file = (struct library_file){.path = path, .identity = identity};
    const struct place top = {.file = path, .line = 1, .column = 1};
    file->root = document_read(library->arena, library->complaints, top, text, length);
    return file;
}

const struct library_file *library_main(struct library *library)
{
    char why[200];
    size_t length = 0;
    const char *path = library->main_file;
    const char *text =
        file_read(library->arena, path, DOCUMENT_BYTES_MAX, &length, why, sizeof why);
    if (text)
        return library_main_text(library, text, length);
    if (why[0])
        complaints_add(library->complaints, (struct place){.file = path}, "this file %s", why);
    return NULL;
}

const struct library_file *library_main_text(struct library *library, const char *text,
                                             size_t length)
{
    const char *identity = file_identity(library->arena, library->main_file);
    const char *copy = arena_copy(library->arena, text, length); /* for the complaints' excerpts */
    if (!copy)
        return NULL;
    return keep(library, library->main_file, identity ? identity : library->main_file, copy,
                length);
}

/* Folders to look in for what `from` refers to, at most three, without repetitions. */
static int folders(const struct library *library, const char *from, const char *list[3])
{
    const bool setting = strncmp(from, "--", 2) == 0; /* the command line stands beside no file */
    const char *beside = setting ? library->main_folder : file_folder(library->arena, from);
    int count = 0;
    if (beside && strcmp(beside, library->main_folder) != 0)
        list[count++] = beside;
    list[count++] = library->main_folder;
    if (strcmp(library->shared_folder, library->main_folder) != 0)
        list[count++] = library->shared_folder;
    return count;
}

static bool ends_in(const char *text, const char *end)
{
    const size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* The names under which a reference may be stored, at most two. */
static int spellings(struct library *library, const char *reference, const char *kind, bool yaml,
                     const char *names[2])
{
    const char *extension = !yaml || ends_in(reference, ".yaml") || ends_in(reference, ".yml")
                                ? ""
                                : ".yaml";
    int count = 0;
    names[count++] = arena_format(library->arena, "%s%s", reference, extension);
    if (kind && !strchr(reference, '/'))
        names[count++] = arena_format(library->arena, "%s/%s%s", kind, reference, extension);
    return count;
}

/* Adds the files of one folder, written as references, to the candidates for 'did you mean'. */
struct candidates {
    const char *list[SUGGESTIONS_MAX + 1];
    int count;
};

static void gather(struct library *library, const char *folder, const char *prefix,
                   const char *extension, struct candidates *candidates)
{
    const char *path = prefix[0] ? file_join(library->arena, folder, prefix) : folder;
    DIR *stream = path ? opendir(path) : NULL;
    const struct dirent *item;
    while (stream && candidates->count < SUGGESTIONS_MAX && (item = readdir(stream)) != NULL) {
        if (!ends_in(item->d_name, extension))
            continue;
        const int length = (int)strlen(item->d_name) - (int)strlen(extension);
        const char *candidate = arena_format(library->arena, "%s%s%.*s", prefix,
                                             prefix[0] ? "/" : "", length, item->d_name);
        if (candidate)
            candidates->list[candidates->count++] = candidate;
    }
    if (stream)
        closedir(stream);
}

static void complain_missing(struct library *library, const struct node *reference,
                             const char *kind, bool yaml)
{
    struct candidates candidates = {.count = 0};
    const char *list[3], *extension = yaml ? ".yaml" : "";
    char looked[400] = "";
    const int count = folders(library, reference->place.file, list);
    const bool slash = strchr(reference->text, '/') != NULL;
    const char *prefix = slash ? file_folder(library->arena, reference->text) : kind;
    for (int i = 0; i < count; i++) {
        const size_t used = strlen(looked);
        snprintf(looked + used, sizeof looked - used, "%s%s", i > 0 ? " or in " : "", list[i]);
        if (!slash)
            gather(library, list[i], "", extension, &candidates);
        if (prefix)
            gather(library, list[i], prefix, extension, &candidates);
    }
    complaints_suggest(library->complaints, reference->place, reference->text, candidates.list,
                       "there is no file '%.60s' in %s", reference->text, looked);
}

static bool well_formed(struct library *library, const struct node *reference)
{
    const char *text = reference->text, *trouble = NULL;
    if (reference->kind != NODE_SCALAR || !text[0])
        trouble = "expected the name of a file, such as playbooks/mine";
    else if (strlen(text) > REFERENCE_MAX || strchr(text, '\n'))
        trouble = "this is too long for the name of a file";
    else if (text[0] == '/' || text[0] == '~')
        trouble = "a file is named from the scenario's folder or the library, not by its full path";
    if (trouble)
        complaints_add(library->complaints, reference->place, "%s", trouble);
    return !trouble;
}

/* The path of the first file that fits, and its identity. NULL after a complaint. */
static const char *locate(struct library *library, const struct node *reference, const char *kind,
                          bool yaml, const char **identity)
{
    if (!well_formed(library, reference))
        return NULL;
    const char *list[3], *names[2];
    const int places = folders(library, reference->place.file, list);
    const int spelled = spellings(library, reference->text, kind, yaml, names);
    for (int i = 0; i < places * spelled; i++) {
        const char *name = names[i % spelled];
        const char *path = name ? file_join(library->arena, list[i / spelled], name) : NULL;
        *identity = path ? file_identity(library->arena, path) : NULL;
        if (!*identity)
            continue;
        if (inside(*identity, library->main_tree) || inside(*identity, library->shared_tree))
            return path;
        complaints_add(library->complaints, reference->place,
                       "'%.60s' leads out of the scenario's folder and the library",
                       reference->text);
        return NULL;
    }
    complain_missing(library, reference, kind, yaml);
    return NULL;
}

const struct library_file *library_find(struct library *library, const struct node *reference,
                                        const char *kind)
{
    const char *identity;
    const char *path = locate(library, reference, kind, true, &identity);
    if (!path)
        return NULL;
    for (int i = 0; i < library->files; i++)
        if (strcmp(library->file[i].identity, identity) == 0)
            return &library->file[i];
    if (library->files == LIBRARY_FILES_MAX) {
        complaints_add(library->complaints, reference->place,
                       "a scenario is put together from at most %d files", LIBRARY_FILES_MAX);
        return NULL;
    }
    char why[200];
    size_t length = 0;
    const char *text =
        file_read(library->arena, path, DOCUMENT_BYTES_MAX, &length, why, sizeof why);
    if (text)
        return keep(library, path, identity, text, length);
    if (why[0])
        complaints_add(library->complaints, reference->place, "'%.60s' %s", reference->text, why);
    return NULL;
}

const char *library_data(struct library *library, const struct node *reference, size_t limit,
                         size_t *length, const char **path)
{
    char why[200];
    const char *identity;
    *path = locate(library, reference, NULL, false, &identity);
    if (!*path)
        return NULL;
    const char *text = file_read(library->arena, *path, limit, length, why, sizeof why);
    if (!text && why[0])
        complaints_add(library->complaints, reference->place, "'%.60s' %s", reference->text, why);
    if (!text)
        return NULL;
    library->data += *length;
    if (library->data > LIBRARY_DATA_MAX) {
        complaints_add(library->complaints, reference->place,
                       "the data of a scenario add up to at most %d MB", LIBRARY_DATA_MAX >> 20);
        return NULL;
    }
    complaints_source(library->complaints, *path, text + encoding_mark(text, *length));
    return text;
}
