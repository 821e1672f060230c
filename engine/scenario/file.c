#include "scenario/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads until the end or one byte past the limit, so that a file that grows meanwhile is caught. */
static bool read_all(int descriptor, char *text, size_t room, size_t *length)
{
    *length = 0;
    while (*length < room) {
        const ssize_t count = read(descriptor, text + *length, room - *length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        if (count == 0)
            break;
        *length += (size_t)count;
    }
    return true;
}

static const char *read_open(struct arena *arena, int descriptor, size_t limit, size_t *length,
                             char *why, size_t size)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        snprintf(why, size, "cannot be read: %s", strerror(errno));
        return NULL;
    }
    if (!S_ISREG(status.st_mode)) {
        snprintf(why, size, S_ISDIR(status.st_mode) ? "is a folder, not a file"
                                                    : "is not a regular file");
        return NULL;
    }
    if (status.st_size > (off_t)limit) {
        snprintf(why, size, "is larger than %zu MB", limit >> 20);
        return NULL;
    }
    const size_t room = (size_t)status.st_size + 1;
    char *text = arena_allocate(arena, room + 1, 1);
    if (!text)
        return NULL;
    if (!read_all(descriptor, text, room, length)) {
        snprintf(why, size, "cannot be read: %s", strerror(errno));
        return NULL;
    }
    if (*length == room) {
        snprintf(why, size, "changes while it is read");
        return NULL;
    }
    text[*length] = '\0';
    return text;
}

const char *file_read(struct arena *arena, const char *path, size_t limit, size_t *length,
                      char *why, size_t size)
{
    why[0] = '\0';
    /* Without O_NONBLOCK, opening a pipe would wait for somebody to write into it. */
    const int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        snprintf(why, size, "cannot be opened: %s", strerror(errno));
        return NULL;
    }
    const char *text = read_open(arena, descriptor, limit, length, why, size);
    close(descriptor);
    return text;
}

const char *file_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return arena_copy(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *file_join(struct arena *arena, const char *folder, const char *name)
{
    if (strcmp(folder, ".") == 0)
        return name;
    const size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    return arena_format(arena, "%s%s%s", folder, slash, name);
}

const char *file_identity(struct arena *arena, const char *path)
{
    char *resolved = realpath(path, NULL);
    if (!resolved)
        return NULL;
    const char *identity = arena_copy(arena, resolved, strlen(resolved));
    free(resolved);
    return identity;
}
