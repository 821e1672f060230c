#include "analysis/why.h"

#include "analysis/contest.h"
#include "analysis/measurement.h"
#include "analysis/series.h"
#include "analysis/shapley.h"
#include "analysis/simultaneous.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Companies that the mechanisms may cost when the parts cost less; and the fewest worlds. */
static const int64_t MECHANISM_PLAYS = 1500000, MECHANISM_PATHS = 500;

static const struct {
    const char *name, *about;
} parts[HYBRID_PARTS] = {
    [HYBRID_STAGES] = {"stages and offers", "what is offered in which order, and what ends a stage"},
    [HYBRID_PEOPLE] = {"people", "how people are split over roles"},
    [HYBRID_CADENCE] = {"releases and listening", "release_interval and listening_lag"},
    [HYBRID_LEVERS] = {"openness and spending", "openness, upstream_share, analytics, marketing, reserve, reinvest, spend_over"},
    [HYBRID_FUNDING] = {"funding plan", "rounds, debt, advances, and how money is searched"},
    [HYBRID_BOARD] = {"board", "when the board takes over, and the stage that it imposes"},
    [HYBRID_REST] = {"own assumptions", "what a strategy says of the company, sales, people, …"},
};

/* Mechanisms whose field says which value switches them off. */
static const struct {
    const char *name, *about;
    int column;
    double off;
} switches[WHY_MECHANISMS_MAX] = {
    {"customers guide development", "capability.intelligence", PARAMETER_COLUMN(capability.intelligence), 0.0},
    {"the community guides development", "capability.listening", PARAMETER_COLUMN(capability.listening), 0.0},
    {"building on the commons", "capability.commons", PARAMETER_COLUMN(capability.commons), 0.0},
    {"contributions by users", "community.contribution", PARAMETER_COLUMN(community.contribution), 0.0},
    {"users' own proof", "sales.own_proof", PARAMETER_COLUMN(sales.own_proof), 0.0},
    {"influence wins trust", "sales.trust_influence", PARAMETER_COLUMN(sales.trust_influence), 0.0},
    {"influence draws customers", "sales.pull_influence", PARAMETER_COLUMN(sales.pull_influence), 0.0},
    {"headlines move investors", "funding.mood_appeal", PARAMETER_COLUMN(funding.mood_appeal), 0.0},
};

/* One game while it is played: worlds of its own for every set of players. */
struct game {
    struct why *why;
    struct why_account *account;
    struct series *series;       /* of all games */
    uint64_t seed;
    double *gain[SHAPLEY_PLAYERS_MAX], *first[SHAPLEY_PLAYERS_MAX], *last[SHAPLEY_PLAYERS_MAX];
    double *none, *all, *value;  /* by path */
    double *room;
};

/* --- What is asked -------------------------------------------------------------------------- */

static bool is_on(const struct scenario *scenario, int strategy, int column, double off)
{
    const struct distribution *value = &scenario->strategy[strategy].assumptions[column].value;
    return value->shape != SHAPE_CONSTANT || value->a != off;
}

/* The mechanisms that at least one of the two has. Headlines move only investors that are asked. */
static int find_mechanisms(const struct why *why, int which[WHY_MECHANISMS_MAX])
{
    int count = 0;
    for (int m = 0; m < WHY_MECHANISMS_MAX; m++) {
        bool on = false;
        for (int i = 0; i < 2; i++)
            on = on || (is_on(why->scenario, why->strategy[i], switches[m].column, switches[m].off) &&
                        (switches[m].column != PARAMETER_COLUMN(funding.mood_appeal) ||
                         why->scenario->strategy[why->strategy[i]].rounds > 0));
        if (on)
            which[count++] = m;
    }
    return count;
}

struct why *why_create(const struct scenario *scenario, const struct measure *of, int a, int b, bool mechanisms)
{
    struct why *why = calloc(1, sizeof *why);
    struct hybrid *hybrid = hybrid_create(scenario, a, b);
    if (!why || !hybrid || !(why->parts.part = calloc(HYBRID_PARTS, sizeof *why->parts.part)) ||
        !(why->mechanisms.part = calloc(WHY_MECHANISMS_MAX, sizeof *why->mechanisms.part))) {
        hybrid_destroy(hybrid);
        why_destroy(why);
        return NULL;
    }
    why->scenario = scenario;
    why->measure = *of;
    why->strategy[0] = a;
    why->strategy[1] = b;
    why->whole = hybrid->whole;
    why->parts.count = hybrid->count;
    for (int i = 0; i < hybrid->count; i++) {
        why->parts.part[i].name = parts[hybrid->part[i]].name;
        why->parts.part[i].about = parts[hybrid->part[i]].about;
        if (hybrid->part[i] == HYBRID_STAGES && why->whole)
            why->parts.part[i].name = why->whole & 1u << HYBRID_CADENCE ? "stages, people, releases" : "stages and people";
    }
    why->asked_mechanisms = mechanisms;
    int which[WHY_MECHANISMS_MAX];
    why->mechanisms.count = mechanisms ? find_mechanisms(why, which) : 0;
    for (int m = 0; m < why->mechanisms.count; m++) {
        why->mechanisms.part[m].name = switches[which[m]].name;
        why->mechanisms.part[m].about = switches[which[m]].about;
    }
    hybrid_destroy(hybrid);
    return why;
}

void why_destroy(struct why *why)
{
    if (!why)
        return;
    free(why->parts.part);
    free(why->mechanisms.part);
    free(why);
}

/* --- One game ------------------------------------------------------------------------------- */

static bool make_room(struct game *game, int players, int64_t paths)
{
    const size_t n = (size_t)paths;
    game->room = calloc(n * (3 * (size_t)players + 3), sizeof *game->room);
    if (!game->room)
        return false;
    double *next = game->room;
    for (int i = 0; i < players; i++) {
        game->gain[i] = next;
        game->first[i] = next + n;
        game->last[i] = next + 2 * n;
        next += 3 * n;
    }
    game->none = next;
    game->all = next + n;
    game->value = next + 2 * n;
    return true;
}

static void add(double *to, const double *value, double sign, int64_t paths)
{
    for (int64_t p = 0; p < paths; p++)
        to[p] += sign * value[p];
}

/* What the values of one set of players say. */
static void take(struct game *game, unsigned set)
{
    const struct why_account *account = game->account;
    const unsigned all = (1u << account->count) - 1;
    shapley_add(account->count, set, game->value, account->paths, game->gain);
    if (set == 0)
        add(game->none, game->value, 1.0, account->paths);
    if (set == all)
        add(game->all, game->value, 1.0, account->paths);
    for (int i = 0; i < account->count; i++) {
        const unsigned only = 1u << i;
        if (set == only || set == 0)
            add(game->first[i], game->value, set ? 1.0 : -1.0, account->paths);
        if (set == all || set == (all & ~only))
            add(game->last[i], game->value, set == all ? 1.0 : -1.0, account->paths);
    }
}

static struct figure figure_of(const double *score, int64_t paths, double width, bool *clear)
{
    struct contest_sums sums = {.worlds = 0};
    contest_add(&sums, score, paths);
    if (clear)
        *clear = fabs(contest_z(&sums)) > width;
    return contest_figure(&sums);
}

/* Parts are counted from nobody; mechanisms from `rest`, which is there without any. */
static void settle(struct game *game, const double *rest)
{
    struct why_account *account = game->account;
    const double width = game->why->width;
    for (int i = 0; i < account->count; i++) {
        struct why_part *part = &account->part[i];
        part->gain = figure_of(game->gain[i], account->paths, width, &part->clear);
        part->first = figure_of(game->first[i], account->paths, width, NULL);
        part->last = figure_of(game->last[i], account->paths, width, NULL);
    }
    if (rest)
        account->rest = figure_of(rest, account->paths, width, NULL);
    else
        add(game->all, game->none, -1.0, account->paths);
    account->difference = figure_of(game->all, account->paths, width, &account->clear);
}

/* --- Playing -------------------------------------------------------------------------------- */

static enum batch_end play_parts(struct game *game, struct hybrid *hybrid, unsigned set, struct complaints *complaints)
{
    hybrid_set(hybrid, set);
    struct batch *batch = batch_create(&hybrid->scenario, game->seed, game->account->paths, complaints);
    if (!batch)
        return BATCH_NO_MEMORY;
    const int watch = measurement_watch(batch, &game->why->measure);
    batch_restart(batch, 0); /* nothing is tallied */
    const enum batch_end end = series_play(game->series, batch, game->account->paths, 1u << HYBRID_STRATEGY);
    if (end == BATCH_DONE) {
        measurement_take(batch, HYBRID_STRATEGY, &game->why->measure, watch, game->value);
        take(game, set);
    }
    batch_destroy(batch);
    return end;
}

/* In which worlds either has more, as 'run' counts them. */
static void count_wins(struct game *game)
{
    const int64_t paths = game->why->parts.paths;
    int64_t more[2] = {0, 0};
    contest_wins(&game->why->measure, game->all, game->none, paths, game->value);
    for (int64_t p = 0; p < paths; p++) {
        more[0] += game->value[p] > 0.0;
        more[1] += game->value[p] < 0.0;
    }
    for (int i = 0; i < 2; i++)
        game->why->more[i] = statistics_share(more[i], paths);
}

static enum batch_end account_for_parts(struct game *game, struct complaints *complaints)
{
    struct why *why = game->why;
    struct hybrid *hybrid = hybrid_create(why->scenario, why->strategy[0], why->strategy[1]);
    if (!hybrid || !make_room(game, why->parts.count, why->parts.paths)) {
        hybrid_destroy(hybrid);
        return BATCH_NO_MEMORY;
    }
    enum batch_end end = BATCH_DONE;
    for (unsigned set = 0; set < 1u << why->parts.count && end == BATCH_DONE; set++)
        end = play_parts(game, hybrid, set, complaints);
    if (end == BATCH_DONE) {
        why->value[0] = figure_of(game->all, why->parts.paths, why->width, NULL);
        why->value[1] = figure_of(game->none, why->parts.paths, why->width, NULL);
        count_wins(game);
        settle(game, NULL);
    }
    hybrid_destroy(hybrid);
    return end;
}

static void switch_off(const struct why *why, struct batch *batch, const int *which, unsigned on)
{
    for (int m = 0; m < why->mechanisms.count; m++)
        for (int i = 0; i < 2; i++)
            if (!(on & 1u << m))
                batch_fix(batch, why->strategy[i], switches[which[m]].column, switches[which[m]].off);
}

static enum batch_end play_mechanisms(struct game *game, struct batch *batch, int watch, const int *which, unsigned set,
                                      double *other)
{
    const struct why *why = game->why;
    batch_restart(batch, 0);
    switch_off(why, batch, which, set);
    const enum batch_end end = series_play(game->series, batch, game->account->paths,
                                           1u << why->strategy[0] | 1u << why->strategy[1]);
    if (end != BATCH_DONE)
        return end;
    measurement_take(batch, why->strategy[0], &why->measure, watch, game->value);
    measurement_take(batch, why->strategy[1], &why->measure, watch, other);
    add(game->value, other, -1.0, why->mechanisms.paths);
    take(game, set);
    return end;
}

static enum batch_end account_for_mechanisms(struct game *game, struct complaints *complaints)
{
    struct why *why = game->why;
    int which[WHY_MECHANISMS_MAX];
    find_mechanisms(why, which);
    struct batch *batch = batch_create(why->scenario, game->seed, why->mechanisms.paths, complaints);
    double *other = malloc((size_t)why->mechanisms.paths * sizeof *other);
    enum batch_end end = BATCH_NO_MEMORY;
    if (batch && other && make_room(game, why->mechanisms.count, why->mechanisms.paths)) {
        const int watch = measurement_watch(batch, &why->measure);
        end = BATCH_DONE;
        for (unsigned set = 0; set < 1u << why->mechanisms.count && end == BATCH_DONE; set++)
            end = play_mechanisms(game, batch, watch, which, set, other);
        if (end == BATCH_DONE)
            settle(game, game->none);
    }
    free(other);
    batch_destroy(batch);
    return end;
}

/* Every part, and the whole; one part is the whole. */
static int claims_of(const struct why_account *account) { return account->count > 1 ? account->count + 1 : 1; }

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

enum batch_end why_run(struct why *why, uint64_t seed, int64_t paths, const struct batch_options *options,
                       struct complaints *complaints)
{
    const int64_t sets = (int64_t)1 << why->parts.count, pairs = (int64_t)2 << why->mechanisms.count;
    const int64_t affordable = (sets * paths > MECHANISM_PLAYS ? sets * paths : MECHANISM_PLAYS) / pairs;
    why->seed = seed;
    why->width = simultaneous_width(claims_of(&why->parts) + (why->asked_mechanisms ? claims_of(&why->mechanisms) : 0));
    why->parts.paths = paths;
    why->mechanisms.paths =
        why->asked_mechanisms ? least(paths, affordable > MECHANISM_PATHS ? affordable : MECHANISM_PATHS) : 0;
    struct series series = {options, sets * paths + pairs * why->mechanisms.paths, 0};
    struct game game = {.why = why, .account = &why->parts, .series = &series, .seed = seed};
    enum batch_end end = account_for_parts(&game, complaints);
    free(game.room);
    if (end != BATCH_DONE || !why->asked_mechanisms)
        return end;
    struct game second = {.why = why, .account = &why->mechanisms, .series = &series, .seed = seed};
    end = account_for_mechanisms(&second, complaints);
    free(second.room);
    return end;
}
