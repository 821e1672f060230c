#include "analysis/holm.h"

#include <stdlib.h>

struct asked {
    double chance;
    int number;
};

static int ascending(const void *a, const void *b)
{
    const struct asked *x = a, *y = b;
    if (x->chance != y->chance)
        return x->chance < y->chance ? -1 : 1;
    return x->number - y->number;
}

bool holm_adjust(double *chance, int n)
{
    struct asked *asked = malloc(((size_t)n + 1) * sizeof *asked);
    if (!asked)
        return false;
    for (int i = 0; i < n; i++)
        asked[i] = (struct asked){chance[i], i};
    qsort(asked, (size_t)n, sizeof *asked, ascending);
    double least = 0.0; /* corrected chances keep the order of the others */
    for (int i = 0; i < n; i++) {
        const double corrected = asked[i].chance * (double)(n - i);
        least = corrected > least ? corrected : least;
        chance[asked[i].number] = least < 1.0 ? least : 1.0;
    }
    free(asked);
    return true;
}
