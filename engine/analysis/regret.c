#include "analysis/regret.h"

#include "analysis/candidate.h"
#include "analysis/measurement.h"
#include "analysis/simultaneous.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What all choices of one scenario leave behind, by path. */
struct ledger {
    double *value; /* [choices][paths], of the measure itself */
    double *score; /* [choices][paths], whose mean is the outcome */
    double *room;  /* [2 paths] */
};

static bool is_within(const struct objective *objective, const struct candidate *candidate, const char *file,
                      struct complaints *complaints)
{
    if (objective->measure.observable < 0 || objective->measure.month <= candidate->scenario->horizon)
        return true;
    complaints_add(complaints, (struct place){file, 1, 1}, "'%s' is asked for a month after the end of a scenario",
                   objective->name);
    return false;
}

/* Whether a choice meets the worlds of the first one in its scenario. */
static bool is_paired(const struct regret *regret, const struct candidate *candidate, int c, int s,
                      enum sampling *sampling, struct complaints *complaints)
{
    const struct sheet_company *company = &regret->choices->company[c][s];
    if (!candidate_may_be_paired(candidate->scenario, company->place, "all choices", complaints))
        return false;
    if (c == 0)
        *sampling = candidate->scenario->sampling;
    if (candidate->scenario->sampling == *sampling)
        return true;
    complaints_add(complaints, company->place, "the choices of one scenario differ in 'sampling'");
    return false;
}

/* Of the given scenario: its name, and its seed if none was asked for. */
static void meet_given(struct regret *regret, const struct scenario *scenario, const uint64_t *seed)
{
    regret->seed = seed ? *seed : scenario->seed;
    snprintf(regret->given, sizeof regret->given, "%s", scenario->name);
}

static enum batch_end play(struct regret *regret, const struct candidate *candidate, int c, struct ledger *ledger,
                           const struct batch_options *given, struct complaints *complaints)
{
    struct batch_options options = *given;
    struct batch *batch = batch_create(candidate->scenario, regret->seed, regret->paths, complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    const int watch = objective_watch(batch, &regret->objective);
    batch_restart(batch, 0);
    options.strategies = 1u << candidate->strategy;
    const enum batch_end end = batch_play(batch, regret->paths, &options);
    if (end == BATCH_DONE) {
        double *value = ledger->value + c * regret->paths, *score = ledger->score + c * regret->paths;
        measurement_take(batch, candidate->strategy, &regret->objective.measure, watch, value);
        objective_value(&regret->objective, batch, candidate->strategy, watch, ledger->room, score);
    }
    batch_destroy(batch);
    return end;
}

static enum batch_end play_choice(struct regret *regret, int c, int s, const uint64_t *seed, enum sampling *sampling,
                                  struct ledger *ledger, const struct batch_options *options,
                                  struct complaints *complaints)
{
    struct candidate candidate;
    enum batch_end end = BATCH_NO_MEMORY;
    if (candidate_load(regret->choices->file, &regret->choices->company[c][s], NULL, 0, "", &candidate, complaints) &&
        is_within(&regret->objective, &candidate, regret->choices->file, complaints) &&
        is_paired(regret, &candidate, c, s, sampling, complaints)) {
        if (c == 0 && s == 0)
            meet_given(regret, candidate.scenario, seed);
        end = play(regret, &candidate, c, ledger, options, complaints);
    }
    scenario_destroy(candidate.scenario);
    return end;
}

/* --- One scenario, once all choices are played ---------------------------------------------- */

static void find_regret(struct regret *regret, int s, struct ledger *ledger)
{
    const int64_t paths = regret->paths;
    for (int c = 0; c < regret->choices->count; c++) {
        int64_t best = 0;
        for (int64_t p = 0; p < paths; p++) {
            double most = -INFINITY;
            for (int o = 0; o < regret->choices->count; o++)
                most = fmax(most, ledger->value[o * paths + p]);
            ledger->room[p] = most - ledger->value[c * paths + p];
            best += ledger->room[p] == 0.0;
        }
        regret->cell[c][s].regret = statistics_mean(ledger->room, paths);
        regret->cell[c][s].best = (double)best / (double)paths;
        regret->cell[c][s].outcome = statistics_mean(ledger->score + c * paths, paths);
    }
}

/* Any choice may turn out to be the leader, so that every pair of them is compared. */
static struct paired compare(const struct regret *regret, const struct ledger *ledger, int before, int after)
{
    const double *score = ledger->score;
    struct paired paired = paired_mean(score + before * regret->paths, score + after * regret->paths, regret->paths, ledger->room);
    simultaneous_widen(&paired, regret->comparisons);
    return paired;
}

static void find_most(struct regret *regret, int s, const struct ledger *ledger)
{
    for (int c = 0; c < regret->choices->count; c++) {
        double most = 0.0;
        for (int o = 0; o < regret->choices->count; o++) {
            const double high = compare(regret, ledger, c, o).high;
            most = isnan(high) || high > most ? high : most;
            if (isnan(most))
                break;
        }
        regret->cell[c][s].most = most;
    }
}

static void find_leader(struct regret *regret, int s, const struct ledger *ledger)
{
    int leader = 0;
    for (int c = 1; c < regret->choices->count; c++)
        if (regret->cell[c][s].outcome.value > regret->cell[leader][s].outcome.value)
            leader = c;
    regret->leader[s] = leader;
    regret->clear[s] = true;
    for (int c = 0; c < regret->choices->count; c++) {
        regret->cell[c][s].behind = compare(regret, ledger, c, leader);
        regret->clear[s] = regret->clear[s] && (c == leader || paired_is_clear(&regret->cell[c][s].behind));
    }
}

static void find_least(struct regret *regret)
{
    for (int c = 0; c < regret->choices->count; c++) {
        for (int s = 0; s < regret->choices->scenarios; s++) {
            const double most = regret->cell[c][s].most;
            regret->worst[c] = fmax(regret->worst[c], regret->cell[c][s].behind.value);
            regret->most[c] = isnan(most) || isnan(regret->most[c]) ? NAN : fmax(regret->most[c], most);
        }
        if (regret->worst[c] < regret->worst[regret->least])
            regret->least = c;
    }
}

enum batch_end regret_run(struct regret *regret, const struct choices *choices, const struct objective *objective,
                          const uint64_t *seed, int64_t paths, const struct batch_options *options,
                          struct complaints *complaints)
{
    const size_t n = (size_t)choices->count * (size_t)paths;
    struct ledger ledger = {malloc(n * sizeof(double)), malloc(n * sizeof(double)), malloc(2 * (size_t)paths * sizeof(double))};
    enum batch_end end = ledger.value && ledger.score && ledger.room ? BATCH_DONE : BATCH_NO_MEMORY;
    *regret = (struct regret){.choices = choices, .objective = *objective, .paths = paths};
    regret->comparisons = choices->scenarios * choices->count * (choices->count - 1) / 2;
    for (int s = 0; s < choices->scenarios && end == BATCH_DONE; s++) {
        enum sampling sampling = SAMPLING_MONTE_CARLO;
        for (int c = 0; c < choices->count && end == BATCH_DONE; c++)
            end = play_choice(regret, c, s, seed, &sampling, &ledger, options, complaints);
        if (end == BATCH_DONE) {
            find_regret(regret, s, &ledger);
            find_leader(regret, s, &ledger);
            find_most(regret, s, &ledger);
        }
    }
    find_least(regret);
    free(ledger.value);
    free(ledger.score);
    free(ledger.room);
    return end;
}
