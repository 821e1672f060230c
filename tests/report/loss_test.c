/* What did not reach the disk is told with its reason, however long ago it was lost. */
#include "report/loss.h"

#include "report/runner.h"

#include <errno.h>
#include <unistd.h>

/* A device that is always full; where there is none, there is nothing to test. */
static FILE *open_full(void) { return access("/dev/full", W_OK) == 0 ? fopen("/dev/full", "w") : NULL; }

START_TEST(nothing_is_lost_where_there_is_room)
{
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    fputs("all of it", file);
    ck_assert_int_eq(loss_of(file), 0);
    ck_assert_int_eq(ftell(file), 9);
    fclose(file);
}
END_TEST

START_TEST(a_full_disk_says_so_at_the_end)
{
    FILE *file = open_full();
    if (!file)
        return;
    fputs("little", file);
    ck_assert_int_eq(loss_of(file), ENOSPC);
    fclose(file);
}
END_TEST

/* An unbuffered stream fails at once and keeps nothing that a flush could fail on. */
START_TEST(a_full_disk_says_so_long_after)
{
    FILE *file = open_full();
    if (!file)
        return;
    setvbuf(file, NULL, _IONBF, 0);
    fputs("lost at once", file);
    ck_assert(ferror(file));
    ck_assert_int_eq(fflush(file), 0);
    errno = 0;
    ck_assert_int_eq(loss_of(file), ENOSPC);
    fclose(file);
}
END_TEST

RUNNER_MAIN("loss", nothing_is_lost_where_there_is_room, a_full_disk_says_so_at_the_end, a_full_disk_says_so_long_after)
