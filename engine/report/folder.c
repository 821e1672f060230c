#include "report/folder.h"

#include "report/loss.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const struct folder *folder, const char *doing, const char *path)
{
    fprintf(folder->talk, "playbook: cannot %s '%s': %s\n", doing, path, strerror(errno));
    return -1;
}

/* Joins folder, slash and name; -1 when that is too long for a path. */
static int join(char *path, const char *folder, const char *name)
{
    int length = snprintf(path, FOLDER_PATH_SIZE, "%s/%s", folder, name);
    if (length >= 0 && length < FOLDER_PATH_SIZE)
        return 0;
    errno = ENAMETOOLONG;
    return -1;
}

/* Removes what is at `name` in the open folder `at`, without following links. */
static int remove_at(int at, const char *name)
{
    if (unlinkat(at, name, 0) == 0)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return -1;
    int descriptor = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    DIR *entries = fdopendir(descriptor);
    if (entries == NULL) {
        close(descriptor);
        return -1;
    }
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_at(descriptor, entry->d_name);
    closedir(entries);
    return unlinkat(at, name, AT_REMOVEDIR);
}

static bool is_among(const char *name, const char *const *names)
{
    while (*names != NULL && strcmp(name, *names) != 0)
        names++;
    return *names != NULL;
}

/* What a folder held when it was published, a file a line, so that the next run knows what is not its own. */
static const char contents[] = ".contents";

static int is_proper(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

/* Calls `visit` with the path of every file below `folder`/`within`, as seen from `folder`, in the order of
 * their names, until it says false. */
static bool walk(const char *folder, const char *within, bool (*visit)(const char *name, void *with), void *with)
{
    char path[FOLDER_PATH_SIZE], name[FOLDER_PATH_SIZE];
    struct dirent **entry;
    const int count = join(path, folder, within) == 0 ? scandir(path, &entry, is_proper, alphasort) : -1;
    bool goes_on = count >= 0;
    for (int i = 0; i < count; i++) {
        struct stat status;
        if (goes_on && snprintf(name, sizeof name, "%s%s%s", within, *within ? "/" : "", entry[i]->d_name) < (int)sizeof name &&
            join(path, folder, name) == 0 && lstat(path, &status) == 0)
            goes_on = S_ISDIR(status.st_mode) ? walk(folder, name, visit, with) : visit(name, with);
        else
            goes_on = false;
        free(entry[i]);
    }
    if (count >= 0)
        free(entry);
    return goes_on;
}

static bool list_file(const char *name, void *list)
{
    fprintf(list, "%s\n", name);
    return true;
}

struct inventory {
    char *text;      /* a line break before and after each name */
    char *stranger;
    size_t size;
};

static bool is_listed(const char *name, void *with)
{
    struct inventory *inventory = with;
    char line[FOLDER_PATH_SIZE + 2];
    snprintf(line, sizeof line, "\n%s\n", name);
    if (strcmp(name, contents) == 0 || strstr(inventory->text, line) != NULL)
        return true;
    snprintf(inventory->stranger, inventory->size, "%s", name);
    return false;
}

/* Whether a folder holds nothing but what it held when it was published. One without a list is taken by its names. */
static bool is_as_published(const char *path, char *stranger, size_t size)
{
    char name[FOLDER_PATH_SIZE];
    FILE *file = join(name, path, contents) == 0 ? fopen(name, "r") : NULL;
    if (file == NULL)
        return errno == ENOENT;
    struct stat status;
    struct inventory inventory = {.stranger = stranger, .size = size};
    size_t length = fstat(fileno(file), &status) == 0 ? (size_t)status.st_size : 0;
    inventory.text = malloc(length + 2);
    bool known = false;
    if (inventory.text != NULL) {
        inventory.text[0] = '\n';
        length = fread(inventory.text + 1, 1, length, file);
        inventory.text[length + 1] = '\0';
        known = walk(path, "", is_listed, &inventory);
    }
    free(inventory.text);
    fclose(file);
    return known;
}

/* Ours is a folder that is empty, or that holds names[0] and nothing but `names`, and in its folders nothing
 * that came later. A stranger is told in `stranger`: whatever is not ours must survive. */
static bool is_ours(const char *path, const char *const *names, char *stranger, size_t size)
{
    DIR *entries = opendir(path);
    if (entries == NULL)
        return false;
    bool empty = true, marked = false, known = true;
    for (struct dirent *entry; known && (entry = readdir(entries)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        empty = false;
        marked = marked || strcmp(entry->d_name, names[0]) == 0;
        known = is_among(entry->d_name, names) || strcmp(entry->d_name, contents) == 0;
        if (!known)
            snprintf(stranger, size, "%s", entry->d_name);
    }
    closedir(entries);
    return empty || (marked && known && is_as_published(path, stranger, size));
}

static int check_place(const struct folder *folder, const char *const *names)
{
    const char *slash = strrchr(folder->path, '/');
    const char *base = slash != NULL ? slash + 1 : folder->path;
    if (*base == '\0' || strcmp(base, ".") == 0 || strcmp(base, "..") == 0) {
        fprintf(folder->talk, "playbook: '%s' cannot be an output folder: give it a name\n",
                folder->path);
        return -1;
    }
    struct stat status;
    if (lstat(folder->path, &status) != 0)
        return errno == ENOENT ? 0 : fail(folder, "look at", folder->path);
    char stranger[256] = "";
    if (S_ISDIR(status.st_mode) && is_ours(folder->path, names, stranger, sizeof stranger))
        return access(folder->path, W_OK | X_OK) == 0 ? 0 : fail(folder, "write in", folder->path);
    if (*stranger != '\0')
        fprintf(folder->talk,
                "playbook: '%s' exists and holds '%s', which is not playbook's to replace; "
                "move it away or choose another folder\n",
                folder->path, stranger);
    else
        fprintf(folder->talk,
                "playbook: '%s' exists and is not an output folder of playbook (it has no %s); "
                "move it away or choose another\n",
                folder->path, names[0]);
    return -1;
}

/* Like mkdir -p for the folders above `path`; counts what it makes. */
static int make_parents(struct folder *folder)
{
    char path[FOLDER_PATH_SIZE];
    memcpy(path, folder->path, sizeof path);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(path, 0777) == 0)
            folder->parents++;
        else if (errno != EEXIST)
            return fail(folder, "make the folder", path);
        *slash = '/';
    }
    return 0;
}

static void remove_parents(const struct folder *folder)
{
    char path[FOLDER_PATH_SIZE];
    memcpy(path, folder->path, sizeof path);
    for (int i = 0; i < folder->parents; i++) {
        char *slash = strrchr(path, '/');
        if (slash == NULL || slash == path)
            return;
        *slash = '\0';
        if (rmdir(path) != 0)
            return;
    }
}

static int prepare(struct folder *folder, const char *path, FILE *talk)
{
    *folder = (struct folder){.talk = talk};
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    if (length + 64 > sizeof folder->path) {
        errno = ENAMETOOLONG;
        return fail(folder, "make the folder", path);
    }
    memcpy(folder->path, path, length);
    snprintf(folder->partial, sizeof folder->partial, "%.*s.partial-%ld", (int)length, path,
             (long)getpid());
    return 0;
}

int folder_begin(struct folder *folder, const char *path, const char *const *names, FILE *talk)
{
    if (prepare(folder, path, talk) != 0)
        return -1;
    if (check_place(folder, names) != 0 || make_parents(folder) != 0) {
        remove_parents(folder);
        return -1;
    }
    /* A crashed process of the same number may have left one. */
    remove_at(AT_FDCWD, folder->partial);
    if (mkdir(folder->partial, 0777) != 0) {
        fail(folder, "make the folder", folder->partial);
        remove_parents(folder);
        return -1;
    }
    return 0;
}

void folder_abandon(struct folder *folder)
{
    if (remove_at(AT_FDCWD, folder->partial) != 0)
        fail(folder, "remove", folder->partial);
    remove_parents(folder);
}

/* Whether folders can be made where the first missing one belongs. The trial has a name of its own, so
 * that runs beside this one, into the same new folder, see nothing of it. */
static int try_place(const struct folder *folder)
{
    char path[FOLDER_PATH_SIZE], trial[FOLDER_PATH_SIZE + 32];
    memcpy(path, folder->path, sizeof path);
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (access(path, F_OK) != 0)
            break;
        *slash = '/';
    }
    snprintf(trial, sizeof trial, "%s.partial-%ld", path, (long)getpid());
    if (mkdir(trial, 0777) != 0 && errno != EEXIST)
        return fail(folder, "make the folder", path);
    return rmdir(trial) == 0 ? 0 : fail(folder, "remove", trial);
}

int folder_check(const char *path, const char *const *names, FILE *talk)
{
    struct folder folder;
    return prepare(&folder, path, talk) != 0 || check_place(&folder, names) != 0 ? -1 : try_place(&folder);
}

static int write_contents(const struct folder *folder)
{
    FILE *list = folder_open(folder, contents);
    if (list == NULL)
        return -1;
    walk(folder->partial, "", list_file, list);
    return folder_close(folder, contents, list);
}

int folder_publish(struct folder *folder)
{
    if (write_contents(folder) != 0)
        return -1;
    char old[FOLDER_PATH_SIZE + 16];
    snprintf(old, sizeof old, "%s.old-%ld", folder->path, (long)getpid());
    bool replaces = rename(folder->path, old) == 0;
    if (!replaces && errno != ENOENT)
        return fail(folder, "move away", folder->path);
    if (rename(folder->partial, folder->path) != 0) {
        fail(folder, "put into place", folder->path);
        if (replaces && rename(old, folder->path) != 0)
            fail(folder, "put back", old);
        return -1;
    }
    if (replaces && remove_at(AT_FDCWD, old) != 0)
        fail(folder, "remove", old); /* the new one stands all the same */
    return 0;
}

int folder_make(const struct folder *folder, const char *name)
{
    char path[FOLDER_PATH_SIZE];
    if (join(path, folder->partial, name) != 0 || mkdir(path, 0777) != 0)
        return fail(folder, "make the folder", name);
    return 0;
}

/* The folder that the file at `path` stands in; one that is there stays. */
static int make_above(const char *path)
{
    char above[FOLDER_PATH_SIZE];
    snprintf(above, sizeof above, "%.*s", (int)(strrchr(path, '/') - path), path);
    return mkdir(above, 0777) == 0 || errno == EEXIST ? 0 : -1;
}

FILE *folder_open(const struct folder *folder, const char *name)
{
    char path[FOLDER_PATH_SIZE];
    FILE *file = join(path, folder->partial, name) == 0 && make_above(path) == 0 ? fopen(path, "w") : NULL;
    if (file == NULL)
        fail(folder, "write", name);
    return file;
}

int folder_close(const struct folder *folder, const char *name, FILE *file)
{
    const int reason = loss_of(file);
    const bool closed = fclose(file) == 0;
    if (reason == 0 && closed)
        return 0;
    if (reason != 0)
        errno = reason;
    char path[FOLDER_PATH_SIZE + 8];
    snprintf(path, sizeof path, "%.4000s/%.90s", folder->path, name);
    return fail(folder, "write", path);
}

int folder_copy(const struct folder *folder, const char *name, const char *source)
{
    FILE *from = fopen(source, "r");
    if (from == NULL)
        return fail(folder, "read", source);
    FILE *to = folder_open(folder, name);
    if (to == NULL) {
        fclose(from);
        return -1;
    }
    char block[8192];
    for (size_t length; (length = fread(block, 1, sizeof block, from)) > 0;)
        if (fwrite(block, 1, length, to) != length)
            break;
    errno = EIO;
    int status = ferror(from) ? fail(folder, "read", source) : 0;
    fclose(from);
    return folder_close(folder, name, to) == 0 ? status : -1;
}

int folder_rename(const struct folder *folder, const char *from, const char *to)
{
    char from_path[FOLDER_PATH_SIZE], to_path[FOLDER_PATH_SIZE];
    if (join(from_path, folder->partial, from) != 0 || join(to_path, folder->partial, to) != 0 ||
        rename(from_path, to_path) != 0)
        return fail(folder, "rename", from);
    return 0;
}

int folder_remove_file(const struct folder *folder, const char *name)
{
    char path[FOLDER_PATH_SIZE];
    if (join(path, folder->partial, name) != 0 || unlink(path) != 0)
        return -1;
    return 0;
}
