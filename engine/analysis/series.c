#include "analysis/series.h"

struct telling {
    const struct series *series;
    int strategies;
};

static void tell(int64_t done, int64_t all, void *data)
{
    const struct telling *telling = data;
    const struct series *series = telling->series;
    (void)all;
    series->options->progress(series->played + done * telling->strategies, series->all, series->options->data);
}

enum batch_end series_play(struct series *series, struct batch *batch, int64_t paths, unsigned strategies)
{
    struct telling telling = {series, __builtin_popcount(strategies)};
    struct batch_options options = *series->options;
    options.strategies = strategies;
    options.progress = options.progress ? tell : NULL;
    options.data = &telling;
    const enum batch_end end = batch_play(batch, paths, &options);
    series->played += paths * telling.strategies;
    return end;
}
