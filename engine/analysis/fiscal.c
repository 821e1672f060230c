#include "analysis/fiscal.h"

enum { YEAR = 12, HALF = 6 };

double fiscal_year(double now, double half, double year)
{
    /* Of twelve months the rates r give bills r[t] - 11/12 r[t - 1]. Their sum needs the rates of the
     * eleven months between, 11 times a mean that Simpson's rule gives. */
    double between = (year + 4.0 * half + now) / 6.0;
    double billed = now - 11.0 / 12.0 * year + 11.0 / 12.0 * between;
    return billed > 0.0 ? billed : 0.0;
}

static int find(const struct batch *batch, enum observable observable, int month)
{
    for (int w = 0; w < batch->watches; w++)
        if (batch->watch[w].observable == observable && batch->watch[w].month == month)
            return w;
    return -1;
}

int fiscal_watch_of(struct batch *batch, enum observable observable, int month)
{
    int watch = find(batch, observable, month);
    if (watch < 0 && batch->watches < WATCHES_MAX)
        watch = batch_watch(batch, observable, month);
    return watch;
}

bool fiscal_watch(struct batch *batch, int month)
{
    bool room = fiscal_watch_of(batch, OBSERVABLE_revenue, month) >= 0;
    for (int back = HALF; back <= YEAR && month > YEAR; back += HALF)
        room = room && fiscal_watch_of(batch, OBSERVABLE_revenue, month - back) >= 0;
    return room;
}

void fiscal_take(const struct batch *batch, int strategy, int month, double *values)
{
    double *const *watched = batch->watched[strategy];
    const double *now = watched[find(batch, OBSERVABLE_revenue, month)];
    const double *half = month > YEAR ? watched[find(batch, OBSERVABLE_revenue, month - HALF)] : NULL;
    const double *year = month > YEAR ? watched[find(batch, OBSERVABLE_revenue, month - YEAR)] : NULL;
    for (int64_t p = 0; p < batch->paths; p++)
        values[p] = half && now[p] > 0.0 ? fiscal_year(now[p], half[p], year[p]) : now[p];
}
