#include "analysis/objective.h"

#include "analysis/measurement.h"
#include "analysis/parties.h"
#include "scenario/quantity.h"

#include <math.h>
#include <string.h>

enum { TEXT_MAX = 160, WHY_SIZE = 200 };

/* --- Reading -------------------------------------------------------------------------------- */

static bool read_measure(const char *option, const char *text, int horizon, struct complaints *complaints,
                         struct measure *measure)
{
    if (!measure_parse(option, text, complaints, measure))
        return false;
    if (measure->observable < 0 || measure->month <= horizon)
        return true;
    complaints_add(complaints, (struct place){option, 1, 1}, "'%s' is asked for month %d, after the end of the scenario",
                   measure->name, measure->month);
    return false;
}

bool objective_parse(const char *option, const char *text, int horizon, struct complaints *complaints,
                     struct objective *objective)
{
    *objective = (struct objective){.name = text, .by = OBJECTIVE_MEAN};
    if (strcmp(text, "certain") == 0) {
        objective->by = OBJECTIVE_CERTAIN;
        text = "take_home";
    } else if (strcmp(text, "median") == 0) {
        objective->by = OBJECTIVE_MEDIAN;
        text = "take_home";
    } else if (strncmp(text, "median ", 7) == 0) {
        objective->by = OBJECTIVE_MEDIAN;
        text += 7;
    }
    return read_measure(option, text, horizon, complaints, &objective->measure);
}

/* The last '<=' : a measure may hold a '>='. */
static const char *find_sign(const char *text)
{
    const char *found = NULL;
    for (const char *at = strstr(text, "<="); at; at = strstr(at + 2, "<="))
        found = at;
    return found;
}

static bool read_most(const char *option, const char *text, size_t start, enum unit unit, struct complaints *complaints,
                      double *most)
{
    char why[WHY_SIZE];
    const char *number = text + start + strspn(text + start, " ");
    const bool read = quantity_read(number, strlen(number), unit, most, why, sizeof why);
    if (read && (unit != UNIT_SHARE || (*most >= 0.0 && *most <= 1.0)))
        return true;
    if (read)
        snprintf(why, sizeof why, "a share lies between 0%% and 100%%; write 60%% or 0.6");
    complaints_add(complaints, (struct place){option, 1, (int)start + 1}, "%s", why);
    return false;
}

bool objective_parse_limit(const char *option, const char *text, int horizon, struct complaints *complaints,
                           struct objective_limit *limit)
{
    const char *sign = find_sign(text);
    size_t length = sign ? (size_t)(sign - text) : 0;
    const size_t most = length + 2;
    char measure[TEXT_MAX];
    *limit = (struct objective_limit){.name = text};
    complaints_source(complaints, option, text);
    if (!sign || length >= sizeof measure) {
        complaints_add(complaints, (struct place){option, 1, 1},
                       "expected a measure and the most that it may be, as in 'closed<=40%%' or 'nothing<=50%%'");
        return false;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    memcpy(measure, text, length);
    measure[length] = '\0';
    limit->nothing = strcmp(measure, "nothing") == 0;
    if (limit->nothing) /* its unit is that of a chance */
        memcpy(measure, "closed", sizeof "closed");
    if (!read_measure(option, measure, horizon, complaints, &limit->measure))
        return false;
    complaints_source(complaints, option, text);
    return read_most(option, text, most, limit->measure.chance ? UNIT_SHARE : limit->measure.unit, complaints,
                     &limit->most);
}

/* --- Values --------------------------------------------------------------------------------- */

int objective_watch(struct batch *batch, const struct objective *objective)
{
    return measurement_watch(batch, &objective->measure);
}

int objective_watch_limit(struct batch *batch, const struct objective_limit *limit)
{
    return measurement_watch(batch, &limit->measure);
}

static double mean_of(const double *values, int64_t n)
{
    double sum = 0.0;
    for (int64_t i = 0; i < n; i++)
        sum += values[i];
    return sum / (double)n;
}

/* The influence of each world on the median, where the density is what the error implies. */
static double score_median(const double *values, int64_t n, double *sorted, double *score)
{
    memcpy(sorted, values, (size_t)n * sizeof *sorted);
    statistics_sort(sorted, n);
    const struct figure median = statistics_quantile(sorted, n, 0.5);
    const double step = isfinite(median.error) ? 2.0 * median.error * sqrt((double)n) : 0.0;
    int64_t above = 0;
    for (int64_t i = 0; i < n; i++)
        above += values[i] > median.value;
    for (int64_t i = 0; i < n; i++)
        score[i] = median.value + step * ((values[i] > median.value) - (double)above / (double)n);
    return median.value;
}

/* The same of the certainty equivalent: what a world adds to the mean utility, at its going rate. */
static double score_certain(const struct batch *batch, int strategy, double *wealth, double *score)
{
    const double job = parties_wealth(batch, strategy, wealth), aversion = parties_aversion(batch->scenario);
    const int64_t n = batch->paths;
    const bool logs = fabs(1.0 - aversion) < 1e-9;
    double scale = 0.0; /* keeps powers in range */
    for (int64_t i = 0; i < n; i++)
        scale += log(wealth[i]) / (double)n;
    scale = exp(scale);
    for (int64_t i = 0; i < n; i++)
        score[i] = logs ? log(wealth[i] / scale) : pow(wealth[i] / scale, 1.0 - aversion);
    const double utility = mean_of(score, n);
    const double certain = scale * (logs ? exp(utility) : pow(utility, 1.0 / (1.0 - aversion)));
    const double rate = logs ? certain : certain / ((1.0 - aversion) * utility);
    for (int64_t i = 0; i < n; i++)
        score[i] = certain - job + rate * (score[i] - utility);
    return certain - job;
}

double objective_value(const struct objective *objective, const struct batch *batch, int strategy, int watch,
                       double *room, double *score)
{
    if (objective->by == OBJECTIVE_CERTAIN)
        return score_certain(batch, strategy, room, score);
    measurement_take(batch, strategy, &objective->measure, watch, objective->by == OBJECTIVE_MEAN ? score : room);
    if (objective->by == OBJECTIVE_MEAN)
        return mean_of(score, batch->paths);
    return score_median(room, batch->paths, room + batch->paths, score);
}

static double is_ruined(const struct result *result) { return result->founder_present < MEASURE_NOTHING ? 1.0 : 0.0; }

double objective_ruin(const struct batch *batch, int strategy)
{
    double ruined = 0.0;
    for (int64_t i = 0; i < batch->paths; i++)
        ruined += is_ruined(&batch->result[strategy][i]);
    return ruined / (double)batch->paths;
}

struct figure objective_limit_value(const struct objective_limit *limit, const struct batch *batch, int strategy,
                                    int watch, double *room)
{
    if (limit->nothing)
        for (int64_t i = 0; i < batch->paths; i++)
            room[i] = is_ruined(&batch->result[strategy][i]);
    else
        measurement_take(batch, strategy, &limit->measure, watch, room);
    return statistics_mean(room, batch->paths);
}
