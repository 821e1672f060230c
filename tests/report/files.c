#define _XOPEN_SOURCE 700 /* nftw */

#include "report/files.h"

#include <check.h>
#include <dirent.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void join(char *path, const char *folder, const char *name)
{
    int length = snprintf(path, FILES_PATH_SIZE, "%s/%s", folder, name);
    ck_assert_int_lt(length, FILES_PATH_SIZE);
}

void files_begin(char *folder)
{
    const char *place = getenv("TMPDIR");
    join(folder, place != NULL && *place != '\0' ? place : "/tmp", "playbook-report-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

void files_end(const char *folder)
{
    ck_assert_int_eq(nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

char *files_read(const char *folder, const char *name)
{
    char path[FILES_PATH_SIZE];
    join(path, folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *text = NULL;
    size_t size = 0, used;
    FILE *copy = open_memstream(&text, &size);
    char block[4096];
    while ((used = fread(block, 1, sizeof block, file)) > 0)
        fwrite(block, 1, used, copy);
    fclose(copy);
    fclose(file);
    return text;
}

void files_write(const char *folder, const char *name, const char *text)
{
    char path[FILES_PATH_SIZE];
    join(path, folder, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}

bool files_exist(const char *folder, const char *name)
{
    char path[FILES_PATH_SIZE];
    join(path, folder, name);
    return access(path, F_OK) == 0;
}

int files_count(const char *folder)
{
    DIR *entries = opendir(folder);
    if (entries == NULL)
        return -1;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(entries);
    return count;
}

char *files_text(const struct summary *summary, void (*write)(const struct summary *, FILE *))
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    write(summary, out);
    fclose(out);
    return text;
}

static size_t talk_size;

FILE *files_talk(char **text)
{
    *text = NULL;
    return open_memstream(text, &talk_size);
}
