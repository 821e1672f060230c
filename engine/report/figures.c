#include "report/figures.h"

int figures_write(const struct folder *folder, const struct summary *summary)
{
    (void)folder;
    (void)summary;
    return 0;
}

int figures_draw(const struct folder *folder, volatile sig_atomic_t *interrupted)
{
    (void)folder;
    (void)interrupted;
    return 0;
}
