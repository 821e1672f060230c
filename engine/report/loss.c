#include "report/loss.h"

#include <errno.h>
#include <stdbool.h>

/* The errno of a flush; 0 when it succeeds. */
static int flush(FILE *file)
{
    errno = 0;
    if (fflush(file) == 0)
        return 0;
    return errno != 0 ? errno : EIO;
}

int loss_of(FILE *file)
{
    const bool lost = ferror(file) != 0;
    int reason = flush(file);
    if (reason != 0 || !lost)
        return reason;
    /* The call that failed is long past and its reason with it. What the disk says to one letter more
     * is the reason, too; the file is worth nothing any more. */
    errno = 0;
    if (fputc('\n', file) == EOF)
        reason = errno;
    else
        reason = flush(file);
    return reason != 0 ? reason : EIO;
}
