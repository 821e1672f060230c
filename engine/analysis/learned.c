#include "analysis/learned.h"

#include "analysis/weighted.h"
#include "scenario/correlations.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 17, CHOICES_MAX = 64, DAMPINGS = 40, NAME_SIZE = 400 };

static const double levels[LEVELS] = {0.0, 0.01, 0.025, 0.05, 0.1, 0.2,  0.3,   0.4, 0.5,
                                      0.6, 0.7,  0.8,   0.9,  0.95, 0.975, 0.99, 1.0};

/* Smaller correlations are left out, and so are those that chance explains. */
static const double WEAKEST = 0.1, CLEAR = 3.0;

struct memory {
    struct strategy *strategy;
    struct correlation *correlation;
    double (*point)[2][CHOICES_MAX]; /* by number: points, weights */
    double **rank;
    int numbers;
    char name[NAME_SIZE];
};

static struct memory *memory_create(int numbers, int64_t count, int strategies)
{
    struct memory *memory = calloc(1, sizeof *memory);
    if (!memory)
        return NULL;
    memory->strategy = malloc((size_t)strategies * sizeof *memory->strategy);
    memory->correlation = calloc(CORRELATIONS_MAX, sizeof *memory->correlation);
    memory->point = calloc((size_t)numbers + 1, sizeof *memory->point);
    memory->rank = calloc((size_t)numbers + 1, sizeof *memory->rank);
    memory->numbers = numbers;
    bool room = memory->strategy && memory->correlation && memory->point && memory->rank;
    for (int n = 0; n < numbers && room; n++)
        room = (memory->rank[n] = malloc(((size_t)count + 1) * sizeof(double))) != NULL;
    if (room)
        return memory;
    struct learned partial = {.memory = memory};
    learned_free(&partial);
    return NULL;
}

void learned_free(struct learned *learned)
{
    struct memory *memory = learned->memory;
    if (!memory)
        return;
    for (int n = 0; memory->rank && n < memory->numbers; n++)
        free(memory->rank[n]);
    free(memory->rank);
    free(memory->point);
    free(memory->correlation);
    free(memory->strategy);
    free(memory);
    learned->memory = NULL;
}

/* --- Distributions -------------------------------------------------------------------------- */

static void describe_smooth(const struct prior *prior, int n, const struct weighted_sample *sample,
                            double (*point)[CHOICES_MAX], struct distribution *value)
{
    for (int l = 0; l < LEVELS; l++) {
        point[0][l] = prior_value(prior, n, weighted_quantile(sample, levels[l]).value);
        point[1][l] = levels[l];
    }
    *value = (struct distribution){
        .shape = SHAPE_QUANTILES, .points = point[0], .weights = point[1], .count = LEVELS};
    if (point[0][0] == point[0][LEVELS - 1])
        *value = (struct distribution){.shape = SHAPE_CONSTANT, .a = point[0][0]};
}

/* Whole counts and choices, each with its weight. False when there are too many. */
static bool describe_choice(const struct posterior *posterior, const struct prior *prior, int n,
                            double (*point)[CHOICES_MAX], struct distribution *value)
{
    int count = 0;
    double all = 0.0;
    for (int64_t i = 0; i < posterior->count; i++) {
        const double drawn = prior->number[n].value[posterior->path[i]];
        int c = 0;
        while (c < count && point[0][c] < drawn)
            c++;
        if (c == count || point[0][c] != drawn) {
            if (count == CHOICES_MAX)
                return false;
            memmove(&point[0][c + 1], &point[0][c], (size_t)(count - c) * sizeof(double));
            memmove(&point[1][c + 1], &point[1][c], (size_t)(count - c) * sizeof(double));
            point[0][c] = drawn;
            point[1][c] = 0.0;
            count++;
        }
        point[1][c] += posterior->weight[i];
        all += posterior->weight[i];
    }
    for (int c = 0; c < count; c++)
        point[1][c] /= all;
    *value = (struct distribution){.shape = SHAPE_CHOICE, .points = point[0], .weights = point[1], .count = count};
    if (count == 1)
        *value = (struct distribution){.shape = SHAPE_CONSTANT, .a = point[0][0]};
    return true;
}

static bool same_points(const double *a, const double *b, int count)
{
    return a && b ? memcmp(a, b, (size_t)count * sizeof *a) == 0 : a == b;
}

static bool same_value(const struct distribution *a, const struct distribution *b)
{
    return a->shape == b->shape && a->a == b->a && a->b == b->b && a->c == b->c && a->d == b->d &&
           a->truncated == b->truncated && a->low == b->low && a->high == b->high && a->count == b->count &&
           same_points(a->points, b->points, a->count) && same_points(a->weights, b->weights, a->count);
}

static void describe(const struct posterior *posterior, const struct prior *prior, int strategy,
                     const struct scenario *before, struct weighted *item, struct learned *learned)
{
    struct memory *memory = learned->memory;
    for (int n = 0; n < prior->count; n++) {
        const int column = prior->number[n].column;
        const struct distribution *was = &before->strategy[strategy].assumptions[column].value;
        struct weighted_sample sample = weighted_sort(posterior->score[n], posterior->weight, posterior->count, item);
        struct distribution value;
        if (prior->number[n].smooth || !describe_choice(posterior, prior, n, memory->point[n], &value))
            describe_smooth(prior, n, &sample, memory->point[n], &value);
        for (int64_t i = 0; i < posterior->count; i++)
            memory->rank[n][i] = weighted_rank(&sample, posterior->score[n][i]);
        for (int s = 0; s < before->strategies; s++)
            if (same_value(&before->strategy[s].assumptions[column].value, was))
                memory->strategy[s].assumptions[column] =
                    (struct assumption){.value = value, .place = {.file = "calibrated"}, .set = true};
    }
}

/* --- Correlations --------------------------------------------------------------------------- */

double learned_rank(const double *rank_a, const double *rank_b, const double *weight, int64_t count)
{
    double all = 0.0, mean_a = 0.0, mean_b = 0.0, aa = 0.0, bb = 0.0, ab = 0.0;
    for (int64_t i = 0; i < count; i++) {
        all += weight[i];
        mean_a += weight[i] * rank_a[i];
        mean_b += weight[i] * rank_b[i];
    }
    mean_a /= all;
    mean_b /= all;
    for (int64_t i = 0; i < count; i++) {
        const double a = rank_a[i] - mean_a, b = rank_b[i] - mean_b;
        aa += weight[i] * a * a;
        bb += weight[i] * b * b;
        ab += weight[i] * a * b;
    }
    return aa > 0.0 && bb > 0.0 ? ab / sqrt(aa * bb) : 0.0;
}

static bool is_learnt(const struct prior *prior, int column)
{
    for (int n = 0; n < prior->count; n++)
        if (prior->number[n].column == column)
            return true;
    return false;
}

/* A number of which one value is left has no rank; one that other strategies alone draw keeps its own. */
static bool is_uncertain(const struct scenario *scenario, int column)
{
    for (int s = 0; s < scenario->strategies; s++)
        if (scenario->strategy[s].assumptions[column].value.shape != SHAPE_CONSTANT)
            return true;
    return false;
}

/* Keeps the strongest, in falling order of strength. */
static void insert(struct scenario *scenario, int kept, struct correlation correlation)
{
    int at = scenario->correlations;
    while (at > kept && fabs(scenario->correlation[at - 1].rank) < fabs(correlation.rank))
        at--;
    if (at == CORRELATIONS_MAX)
        return;
    const int last = scenario->correlations < CORRELATIONS_MAX ? scenario->correlations++ : CORRELATIONS_MAX - 1;
    memmove(&scenario->correlation[at + 1], &scenario->correlation[at],
            (size_t)(last - at) * sizeof *scenario->correlation);
    scenario->correlation[at] = correlation;
}

/* Those of the scenario that say something of a number that was not learnt stay; returns how many. */
static int keep_old(const struct scenario *before, const struct prior *prior, struct scenario *scenario)
{
    scenario->correlations = 0;
    for (int c = 0; c < before->correlations; c++) {
        const struct correlation *old = &before->correlation[c];
        const bool learnt = is_learnt(prior, old->column[0]) && is_learnt(prior, old->column[1]);
        if (!learnt && is_uncertain(scenario, old->column[0]) && is_uncertain(scenario, old->column[1]))
            scenario->correlation[scenario->correlations++] = *old;
    }
    return scenario->correlations;
}

static int couple(const struct posterior *posterior, const struct prior *prior, const struct scenario *before,
                  struct learned *learned)
{
    const struct memory *memory = learned->memory;
    const int kept = keep_old(before, prior, &learned->scenario);
    const double least = fmax(WEAKEST, CLEAR / sqrt(posterior->effective));
    for (int a = 0; a < prior->count; a++)
        for (int b = a + 1; b < prior->count; b++) {
            const int first = prior->number[a].column, second = prior->number[b].column;
            const double rank = learned_rank(memory->rank[a], memory->rank[b], posterior->weight, posterior->count);
            if (fabs(rank) >= least && fabs(rank) < 1.0 && is_uncertain(&learned->scenario, first) &&
                is_uncertain(&learned->scenario, second))
                insert(&learned->scenario, kept, (struct correlation){.column = {first, second}, .rank = rank});
        }
    return kept;
}

/* Ranks measured one by one may contradict each other; all of them are weakened until they do not. */
static bool soften(struct learned *learned, int kept)
{
    learned->damping = 1.0;
    for (int i = 0; i < DAMPINGS; i++) {
        struct complaints *complaints = complaints_create();
        struct batch *batch =
            complaints ? batch_create(&learned->scenario, learned->scenario.seed, 2, complaints) : NULL;
        const bool impossible = complaints && complaints_count(complaints) > 0, possible = batch != NULL;
        batch_destroy(batch);
        complaints_destroy(complaints);
        if (possible || !impossible)
            return possible;
        learned->damping *= 0.95;
        for (int c = kept; c < learned->scenario.correlations; c++)
            learned->scenario.correlation[c].rank *= 0.95;
    }
    learned->scenario.correlations = kept;
    learned->damping = 0.0;
    return true;
}

bool learned_make(const struct posterior *posterior, const struct prior *prior, const struct scenario *scenario,
                  int strategy, struct learned *learned)
{
    struct memory *memory = memory_create(prior->count, posterior->count, scenario->strategies);
    struct weighted *item = malloc(((size_t)posterior->count + 1) * sizeof *item);
    *learned = (struct learned){.scenario = *scenario, .memory = memory};
    bool made = memory && item;
    if (made) {
        memcpy(memory->strategy, scenario->strategy, (size_t)scenario->strategies * sizeof *memory->strategy);
        learned->scenario.strategy = memory->strategy;
        learned->scenario.correlation = memory->correlation;
        learned->scenario.memory = NULL;
        snprintf(memory->name, sizeof memory->name, "%.380s, calibrated", scenario->name);
        learned->scenario.name = memory->name;
        describe(posterior, prior, strategy, scenario, item, learned);
        made = soften(learned, couple(posterior, prior, scenario, learned));
    }
    free(item);
    if (!made)
        learned_free(learned);
    return made;
}
