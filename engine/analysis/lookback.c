#include "analysis/lookback.h"

#include "analysis/measurement.h"
#include "scenario/likeness.h"

bool lookback_check(const struct history *history, const struct scenario *scenario,
                    struct complaints *complaints)
{
    bool sound = true;
    for (int o = 0; o < history->observations; o++) {
        const struct observation *observation = &history->observation[o];
        if (observation->measure.month <= scenario->horizon)
            continue;
        complaints_add(complaints, observation->place, "the scenario ends after %d months, this was seen after %d",
                       scenario->horizon, observation->measure.month);
        sound = false;
    }
    return sound;
}

int lookback_watch(struct batch *batch, const struct history *history)
{
    const int first = batch->watches;
    for (int o = 0; o < history->observations; o++)
        measurement_watch(batch, &history->observation[o].measure);
    return first;
}

struct evidence *lookback_read(const struct batch *batch, int strategy, const struct history *history,
                               int first_watch)
{
    struct evidence *evidence = evidence_create(batch->paths, history->observations);
    if (!evidence)
        return NULL;
    for (int o = 0; o < history->observations; o++) {
        const struct observation *observation = &history->observation[o];
        const double *watched = batch->watched[strategy][first_watch + o];
        evidence->given[o] = likeness_scaled(observation->value, observation->measure.unit);
        evidence->error[o] = observation->error;
        for (int64_t p = 0; p < batch->paths; p++)
            evidence->simulated[o][p] = likeness_scaled(watched[p], observation->measure.unit);
    }
    lookback_possible(batch, strategy, history->last, evidence->possible);
    return evidence;
}

void lookback_possible(const struct batch *batch, int strategy, int month, unsigned char *possible)
{
    for (int64_t p = 0; p < batch->paths; p++)
        possible[p] = measurement_is_open(&batch->result[strategy][p], month, batch->scenario->horizon);
}
