#include "scenario/shelf.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder above the one of the running program: bin/playbook is installed beside share/. */
static bool find_prefix(char prefix[SHELF_PATH_MAX])
{
    const ssize_t length = readlink("/proc/self/exe", prefix, SHELF_PATH_MAX - 1);
    if (length <= 0)
        return false;
    prefix[length] = '\0';
    for (int level = 0; level < 2; level++) {
        char *slash = strrchr(prefix, '/');
        if (!slash)
            return false;
        *slash = '\0';
    }
    return true;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static const char *find(const char *variable, const char *name, const char *source,
                        char folder[SHELF_PATH_MAX])
{
    char prefix[SHELF_PATH_MAX];
    const char *chosen = getenv(variable);
    if (chosen && *chosen) {
        snprintf(folder, SHELF_PATH_MAX, "%s", chosen);
        return folder;
    }
    if (find_prefix(prefix) &&
        snprintf(folder, SHELF_PATH_MAX, "%s/share/playbook/%s", prefix, name) < SHELF_PATH_MAX &&
        is_folder(folder))
        return folder;
    snprintf(folder, SHELF_PATH_MAX, "%s", source);
    return folder;
}

const char *shelf_scenarios(char folder[SHELF_PATH_MAX])
{
    return find("PLAYBOOK_LIBRARY", "scenarios", PLAYBOOK_LIBRARY_DIR, folder);
}

const char *shelf_plots(char folder[SHELF_PATH_MAX])
{
    return find("PLAYBOOK_PLOTS", "plots", PLAYBOOK_PLOTS_DIR, folder);
}
