#include "analysis/evidence.h"

#include "analysis/weighted.h"

#include <math.h>
#include <stdlib.h>

enum { HALVINGS = 14 };

/* Logarithm of a weight that is as good as none. */
static const double NEGLIGIBLE = -20.0;

static const double LOG_ROOT_2PI = 0.91893853320467274;

struct evidence *evidence_create(int64_t paths, int count)
{
    struct evidence *evidence = calloc(1, sizeof *evidence);
    if (!evidence)
        return NULL;
    evidence->paths = paths;
    evidence->count = count;
    evidence->possible = malloc((size_t)paths);
    bool room = evidence->possible != NULL;
    for (int64_t p = 0; room && p < paths; p++)
        evidence->possible[p] = 1;
    for (int o = 0; o < count && room; o++)
        room = (evidence->simulated[o] = malloc((size_t)paths * sizeof(double))) != NULL;
    if (room)
        return evidence;
    evidence_destroy(evidence);
    return NULL;
}

void evidence_destroy(struct evidence *evidence)
{
    if (!evidence)
        return;
    for (int o = 0; o < OBSERVATIONS_MAX; o++)
        free(evidence->simulated[o]);
    free(evidence->possible);
    free(evidence);
}

double evidence_distance(const struct evidence *evidence, int64_t path)
{
    double squares = 0.0;
    for (int o = 0; o < evidence->count; o++) {
        const double residual = (evidence->simulated[o][path] - evidence->given[o]) / evidence->error[o];
        squares += residual * residual;
    }
    return squares;
}

/* Leaves the weights of one widening; the nearest path has weight 1. */
static double weigh(const double *distance, double nearest, int64_t paths, double widening, double *weight)
{
    const double scale = -0.5 / (widening * widening);
    for (int64_t p = 0; p < paths; p++) {
        const double power = scale * (distance[p] - nearest);
        weight[p] = power > NEGLIGIBLE ? exp(power) : 0.0;
    }
    return weighted_effective(weight, paths);
}

void evidence_weigh(const struct evidence *evidence, double wanted, struct weighing *weighing)
{
    double *distance = malloc((size_t)evidence->paths * sizeof *distance), nearest = INFINITY;
    weighing->widening = 1.0;
    weighing->effective = 0.0;
    weighing->misfit = INFINITY;
    weighing->nearest = INFINITY;
    if (!distance)
        return;
    for (int64_t p = 0; p < evidence->paths; p++) {
        distance[p] = evidence->possible[p] ? evidence_distance(evidence, p) : INFINITY;
        nearest = fmin(nearest, distance[p]);
    }
    weighing->nearest = sqrt(nearest / evidence->count);
    double low = 1.0, high = EVIDENCE_WIDEST;
    weighing->effective = weigh(distance, nearest, evidence->paths, low, weighing->weight);
    if (weighing->effective < wanted) {
        for (int i = 0; i < HALVINGS; i++) {
            const double middle = sqrt(low * high);
            if (weigh(distance, nearest, evidence->paths, middle, weighing->weight) < wanted)
                low = middle;
            else
                high = middle;
        }
        weighing->widening = high;
        weighing->effective = weigh(distance, nearest, evidence->paths, high, weighing->weight);
    }
    double squares = 0.0, all = 0.0;
    for (int64_t p = 0; p < evidence->paths; p++)
        if (weighing->weight[p] > 0.0) {
            squares += weighing->weight[p] * distance[p];
            all += weighing->weight[p];
        }
    weighing->misfit = sqrt(squares / (all * evidence->count)) / weighing->widening;
    free(distance);
}

bool evidence_suffices(const struct weighing *weighing)
{
    return weighing->effective >= EVIDENCE_LEAST && weighing->misfit <= EVIDENCE_MISFIT &&
           weighing->nearest <= EVIDENCE_MISFIT;
}

static double log_density(const struct evidence *evidence, int64_t path, int first, int count)
{
    double sum = 0.0;
    for (int o = first; o < first + count; o++) {
        const double residual = (evidence->simulated[o][path] - evidence->given[o]) / evidence->error[o];
        sum -= 0.5 * residual * residual + LOG_ROOT_2PI + log(evidence->error[o]);
    }
    return sum;
}

struct evidence_score evidence_score(const struct evidence *evidence, const double *weight, int first, int count)
{
    double highest = -INFINITY, sum = 0.0, all = 0.0, squares = 0.0;
    for (int64_t p = 0; p < evidence->paths; p++)
        if (evidence->possible[p] && (!weight || weight[p] > 0.0))
            highest = fmax(highest, log_density(evidence, p, first, count));
    for (int pass = 0; pass < 2; pass++)
        for (int64_t p = 0; p < evidence->paths; p++) {
            const double w = !evidence->possible[p] ? 0.0 : weight ? weight[p] : 1.0;
            if (!(w > 0.0))
                continue;
            const double density = exp(log_density(evidence, p, first, count) - highest);
            if (pass == 0) {
                sum += w * density;
                all += w;
            } else {
                const double part = w * (density - sum / all);
                squares += part * part;
            }
        }
    return (struct evidence_score){highest + log(sum / all), sqrt(squares) / sum};
}
