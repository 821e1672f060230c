/* An output folder appears whole or not at all, and replaces nothing that is not its own. */
#include "report/folder.h"

#include "report/files.h"
#include "report/runner.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char mark[] = "verdict.txt";
static const char *const names[] = {"verdict.txt", "data", NULL};

/* What the tests work in: a place, a path in it, and what was said. */
struct scene {
    char place[FILES_PATH_SIZE], path[2 * FILES_PATH_SIZE];
    char *words;
    FILE *talk;
};

static void scene_begin(struct scene *scene, const char *name)
{
    files_begin(scene->place);
    snprintf(scene->path, sizeof scene->path, "%s/%s", scene->place, name);
    scene->talk = files_talk(&scene->words);
}

static const char *said(struct scene *scene)
{
    fflush(scene->talk);
    return scene->words != NULL ? scene->words : "";
}

static void scene_end(struct scene *scene)
{
    fclose(scene->talk);
    free(scene->words);
    files_end(scene->place);
}

static void write_in(const struct folder *folder, const char *name, const char *text)
{
    FILE *file = folder_open(folder, name);
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(folder_close(folder, name, file), 0);
}

static void publish(struct scene *scene, const char *text)
{
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene->path, names, scene->talk), 0);
    write_in(&folder, mark, text);
    ck_assert_int_eq(folder_make(&folder, "data"), 0);
    write_in(&folder, "data/x.tsv", text);
    ck_assert_int_eq(folder_publish(&folder), 0);
}

static void expect_file(const char *folder, const char *name, const char *text)
{
    char *found = files_read(folder, name);
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, text);
    free(found);
}

START_TEST(a_new_folder_appears_with_its_parents)
{
    struct scene scene;
    scene_begin(&scene, "a/b/out");
    publish(&scene, "one");
    expect_file(scene.path, "data/x.tsv", "one");
    ck_assert_str_eq(said(&scene), "");
    scene_end(&scene);
}
END_TEST

START_TEST(an_older_one_is_replaced_whole)
{
    struct scene scene;
    scene_begin(&scene, "out/");
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene.path, names, scene.talk), 0);
    write_in(&folder, mark, "one");
    write_in(&folder, "data/old.tsv", "stale");
    ck_assert_int_eq(folder_publish(&folder), 0);
    publish(&scene, "two");
    expect_file(scene.path, "data/x.tsv", "two");
    ck_assert(!files_exist(scene.path, "data/old.tsv"));
    ck_assert_int_eq(files_count(scene.place), 1);
    scene_end(&scene);
}
END_TEST

/* However deep somebody's own file lies, the folder is not replaced. */
START_TEST(what_came_later_is_kept)
{
    struct scene scene;
    scene_begin(&scene, "out");
    publish(&scene, "one");
    publish(&scene, "two");
    files_write(scene.path, "data/mine.tsv", "notes");
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene.path, names, scene.talk), -1);
    ck_assert_ptr_nonnull(strstr(said(&scene), "holds 'data/mine.tsv'"));
    expect_file(scene.path, "data/mine.tsv", "notes");
    expect_file(scene.path, mark, "two");
    scene_end(&scene);
}
END_TEST

START_TEST(an_abandoned_one_leaves_everything_as_it_was)
{
    struct scene scene;
    scene_begin(&scene, "out");
    publish(&scene, "one");
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene.path, names, scene.talk), 0);
    ck_assert_int_eq(folder_make(&folder, "data"), 0);
    write_in(&folder, "data/x.tsv", "two");
    folder_abandon(&folder);
    expect_file(scene.path, "data/x.tsv", "one");
    ck_assert_int_eq(files_count(scene.place), 1);
    scene_end(&scene);
}
END_TEST

START_TEST(parents_made_in_vain_are_removed)
{
    struct scene scene;
    scene_begin(&scene, "a/b/out");
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene.path, names, scene.talk), 0);
    folder_abandon(&folder);
    ck_assert_int_eq(files_count(scene.place), 0);
    scene_end(&scene);
}
END_TEST

static void expect_refusal(struct scene *scene, const char *because)
{
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene->path, names, scene->talk), -1);
    ck_assert_msg(strstr(said(scene), because) != NULL, "'%s' is not in '%s'", because,
                  said(scene));
}

START_TEST(what_is_not_ours_is_left_alone)
{
    struct scene scene;
    scene_begin(&scene, "home");
    ck_assert_int_eq(mkdir(scene.path, 0777), 0);
    files_write(scene.path, "thesis.txt", "years");
    expect_refusal(&scene, "holds 'thesis.txt'");
    expect_file(scene.path, "thesis.txt", "years");
    ck_assert_int_eq(files_count(scene.place), 1);
    scene_end(&scene);
}
END_TEST

START_TEST(files_links_and_dots_are_no_folders)
{
    struct scene scene;
    scene_begin(&scene, "file");
    files_write(scene.place, "file", "x");
    expect_refusal(&scene, "is not an output folder");
    char link[FILES_PATH_SIZE + 8];
    snprintf(link, sizeof link, "%s/link", scene.place);
    ck_assert_int_eq(symlink(scene.place, link), 0);
    strcpy(scene.path, link);
    expect_refusal(&scene, "is not an output folder");
    strcpy(scene.path, scene.place);
    strcat(scene.path, "/..");
    expect_refusal(&scene, "give it a name");
    strcpy(scene.path, "");
    expect_refusal(&scene, "give it a name");
    strcpy(scene.path, scene.place);
    strcat(scene.path, "/file/out");
    expect_refusal(&scene, "Not a directory");
    scene_end(&scene);
}
END_TEST

START_TEST(an_empty_folder_may_be_used)
{
    struct scene scene;
    scene_begin(&scene, "out");
    ck_assert_int_eq(mkdir(scene.path, 0777), 0);
    publish(&scene, "one");
    expect_file(scene.path, mark, "one");
    scene_end(&scene);
}
END_TEST

START_TEST(what_a_crash_left_is_in_nobodys_way)
{
    struct scene scene;
    scene_begin(&scene, "out");
    char left[3 * FILES_PATH_SIZE];
    snprintf(left, sizeof left, "%s.partial-%ld", scene.path, (long)getpid());
    ck_assert_int_eq(mkdir(left, 0777), 0);
    files_write(left, "half", "x");
    publish(&scene, "one");
    ck_assert(!files_exist(scene.path, "half"));
    ck_assert_int_eq(files_count(scene.place), 1);
    scene_end(&scene);
}
END_TEST

/* Root may write in any folder of a disk, but not make one in /proc. */
START_TEST(a_place_is_tried_before_anything_is_played)
{
    struct scene scene;
    scene_begin(&scene, "a/b/out");
    ck_assert_int_eq(folder_check(scene.path, names, scene.talk), 0);
    ck_assert_int_eq(files_count(scene.place), 0);
    ck_assert_str_eq(said(&scene), "");
    ck_assert_int_eq(folder_check("/proc/answers/out", names, scene.talk), -1);
    ck_assert_ptr_nonnull(strstr(said(&scene), "cannot make the folder '/proc/answers': No such file or directory"));
    files_write(scene.place, "file", "x");
    strcpy(scene.path + strlen(scene.place), "/file/out");
    ck_assert_int_eq(folder_check(scene.path, names, scene.talk), -1);
    ck_assert_ptr_nonnull(strstr(said(&scene), "file/out': Not a directory"));
    ck_assert_int_eq(files_count(scene.place), 1);
    scene_end(&scene);
}
END_TEST

/* A limit on the size of files stands in for a full disk. */
START_TEST(a_full_disk_is_reported_with_path_and_reason)
{
    struct scene scene;
    scene_begin(&scene, "out");
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene.path, names, scene.talk), 0);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, limit;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = before;
    limit.rlim_cur = 10000;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    FILE *file = folder_open(&folder, "big");
    ck_assert_ptr_nonnull(file);
    for (int i = 0; i < 20000; i++)
        fputc('x', file);
    int status = folder_close(&folder, "big", file);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    ck_assert_int_eq(status, -1);
    ck_assert_ptr_nonnull(strstr(said(&scene), "cannot write"));
    ck_assert_ptr_nonnull(strstr(said(&scene), "out/big': File too large"));
    folder_abandon(&folder);
    ck_assert_int_eq(files_count(scene.place), 0);
    scene_end(&scene);
}
END_TEST

START_TEST(links_inside_are_removed_not_followed)
{
    struct scene scene;
    scene_begin(&scene, "out");
    files_write(scene.place, "precious", "x");
    struct folder folder;
    ck_assert_int_eq(folder_begin(&folder, scene.path, names, scene.talk), 0);
    char link[FOLDER_PATH_SIZE + 8];
    snprintf(link, sizeof link, "%s/link", folder.partial);
    ck_assert_int_eq(symlink(scene.place, link), 0);
    folder_abandon(&folder);
    expect_file(scene.place, "precious", "x");
    scene_end(&scene);
}
END_TEST

RUNNER_MAIN("folder", a_new_folder_appears_with_its_parents, an_older_one_is_replaced_whole, what_came_later_is_kept,
            an_abandoned_one_leaves_everything_as_it_was, parents_made_in_vain_are_removed,
            what_is_not_ours_is_left_alone, files_links_and_dots_are_no_folders,
            an_empty_folder_may_be_used, what_a_crash_left_is_in_nobodys_way,
            a_place_is_tried_before_anything_is_played, a_full_disk_is_reported_with_path_and_reason, links_inside_are_removed_not_followed)
