#include "scenario/shape.h"

#include "numerics/normal.h"
#include "scenario/samples.h"
#include "scenario/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PARAMETERS = 4 };

/* --- What each set of parameters makes; an objection when they make nothing ----------------- */

typedef const char *maker(const double *p, struct distribution *value);

static const char *const spread_objection = "the standard deviation must be above 0";
static const char *const order_objection = "low, mode and high must rise";

static const char *make_normal(const double *p, struct distribution *value)
{
    value->a = p[0];
    value->b = p[1];
    return p[1] > 0 ? NULL : spread_objection;
}

static const char *make_lognormal(double median, double spread, struct distribution *value)
{
    value->a = median;
    value->b = spread;
    if (!(median > 0))
        return "a lognormal lies above 0";
    return spread > 0 && spread <= 20 ? NULL : "the standard deviation of the logarithm must lie "
                                               "between 0 and 20";
}

static const char *make_median_log(const double *p, struct distribution *value)
{
    return make_lognormal(p[0], p[1], value);
}

static const char *make_mean_log(const double *p, struct distribution *value)
{
    return make_lognormal(p[0] * exp(-p[1] * p[1] / 2), p[1], value);
}

/* With w = exp(spread^2), the variance is median^2 w (w - 1). */
static const char *make_median_sd(const double *p, struct distribution *value)
{
    if (!(p[1] > 0))
        return spread_objection;
    const double ratio = p[1] / p[0];
    return make_lognormal(p[0], sqrt(log((1 + sqrt(1 + 4 * ratio * ratio)) / 2)), value);
}

/* The variance is mean^2 (w - 1). */
static const char *make_mean_sd(const double *p, struct distribution *value)
{
    if (!(p[1] > 0))
        return spread_objection;
    const double ratio = p[1] / p[0];
    return make_lognormal(p[0] / sqrt(1 + ratio * ratio), sqrt(log1p(ratio * ratio)), value);
}

static const char *make_between(const double *p, double z, struct distribution *value)
{
    if (!(p[0] > 0))
        return "a lognormal lies above 0";
    if (!(p[0] < p[1]))
        return "the lower quantile must be below the upper one";
    return make_lognormal(sqrt(p[0]) * sqrt(p[1]), log(p[1] / p[0]) / (2 * z), value);
}

static const char *make_p5_p95(const double *p, struct distribution *value)
{
    return make_between(p, NORMAL_90, value);
}

static const char *make_p10_p90(const double *p, struct distribution *value)
{
    return make_between(p, NORMAL_80, value);
}

static const char *make_uniform(const double *p, struct distribution *value)
{
    value->a = p[0];
    value->b = p[1];
    return p[0] < p[1] ? NULL : "low must be below high";
}

static const char *make_peak(const double *p, struct distribution *value)
{
    value->a = p[0];
    value->b = p[1];
    value->c = p[2];
    return p[0] <= p[1] && p[1] <= p[2] && p[0] < p[2] ? NULL : order_objection;
}

/* Outside these the density is a spike or a needle that no assumption means. */
static bool plausible(double shape) { return shape >= 0.01 && shape <= 1e6; }

static const char *make_beta_between(const double *p, struct distribution *value)
{
    value->a = p[0];
    value->b = p[1];
    value->c = p[2];
    value->d = p[3];
    if (!plausible(p[0]) || !plausible(p[1]))
        return "alpha and beta must lie between 0.01 and 1000000";
    return p[2] < p[3] ? NULL : "low must be below high";
}

static const char *make_beta(const double *p, struct distribution *value)
{
    const double unit[PARAMETERS] = {p[0], p[1], 0, 1};
    return make_beta_between(unit, value);
}

static const char *make_gamma(const double *p, struct distribution *value)
{
    value->a = p[0];
    value->b = p[1];
    if (!plausible(p[0]))
        return "the shape must lie between 0.01 and 1000000";
    return p[1] > 0 ? NULL : "the scale must be above 0";
}

static const char *make_gamma_mean(const double *p, struct distribution *value)
{
    if (!(p[0] > 0) || !(p[1] > 0))
        return "mean and standard deviation must be above 0";
    const double ratio = p[0] / p[1];
    const double shape[PARAMETERS] = {ratio * ratio, p[1] / ratio};
    return make_gamma(shape, value);
}

static const char *make_poisson(const double *p, struct distribution *value)
{
    value->a = p[0];
    return p[0] > 0 && p[0] <= 1e9 ? NULL : "the mean must lie between 0 and 1000000000";
}

static const struct form {
    const char *name;
    enum shape shape;
    const char *keys[PARAMETERS + 1];
    maker *make;
} forms[] = {
    {"normal", SHAPE_NORMAL, {"mean", "sd"}, make_normal},
    {"lognormal", SHAPE_LOGNORMAL, {"median", "sd_log"}, make_median_log},
    {"lognormal", SHAPE_LOGNORMAL, {"median", "sd"}, make_median_sd},
    {"lognormal", SHAPE_LOGNORMAL, {"mean", "sd_log"}, make_mean_log},
    {"lognormal", SHAPE_LOGNORMAL, {"mean", "sd"}, make_mean_sd},
    {"lognormal", SHAPE_LOGNORMAL, {"p5", "p95"}, make_p5_p95},
    {"lognormal", SHAPE_LOGNORMAL, {"p10", "p90"}, make_p10_p90},
    {"uniform", SHAPE_UNIFORM, {"low", "high"}, make_uniform},
    {"triangular", SHAPE_TRIANGULAR, {"low", "mode", "high"}, make_peak},
    {"pert", SHAPE_PERT, {"low", "mode", "high"}, make_peak},
    {"beta", SHAPE_BETA, {"alpha", "beta", "low", "high"}, make_beta_between},
    {"beta", SHAPE_BETA, {"alpha", "beta"}, make_beta},
    {"gamma", SHAPE_GAMMA, {"shape", "scale"}, make_gamma},
    {"gamma", SHAPE_GAMMA, {"mean", "sd"}, make_gamma_mean},
    {"poisson", SHAPE_POISSON, {"mean"}, make_poisson},
};
enum { FORMS = sizeof forms / sizeof *forms };

static int keys_of(const struct form *form)
{
    int count = 0;
    while (form->keys[count])
        count++;
    return count;
}

/* Parameters that are numbers whatever the field's unit. */
static bool is_plain(const char *key)
{
    static const char *const plain[] = {"alpha", "beta", "shape", "sd_log"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(plain[i], key) == 0)
            return true;
    return false;
}

/* --- Finding the form that was written ------------------------------------------------------ */

static bool matches(const struct form *form, const struct node *node)
{
    if (node->kind == NODE_LIST) /* in the order of the keys; only where that is obvious */
        return form->shape == SHAPE_UNIFORM && node->count == 2;
    const int count = keys_of(form);
    if (node->count != count)
        return false;
    for (int i = 0; i < count; i++)
        if (!node_find(node, form->keys[i]))
            return false;
    return true;
}

static void complain_form(const struct loading *loading, const char *name, const struct node *node)
{
    char list[300] = "";
    const char *known[FORMS * PARAMETERS + 1];
    int count = 0;
    for (int f = 0; f < FORMS; f++) {
        if (strcmp(forms[f].name, name) != 0)
            continue;
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s{", used > 0 ? " or " : "");
        for (int i = 0; forms[f].keys[i]; i++) {
            used = strlen(list);
            snprintf(list + used, sizeof list - used, "%s%s", i > 0 ? ", " : "", forms[f].keys[i]);
            known[count++] = forms[f].keys[i];
        }
        used = strlen(list);
        snprintf(list + used, sizeof list - used, "}");
    }
    known[count] = NULL;
    for (int i = 0; node->kind == NODE_MAPPING && i < node->count; i++) {
        bool legal = false;
        for (int k = 0; k < count; k++)
            legal = legal || strcmp(known[k], node->entries[i].key) == 0;
        if (legal)
            continue;
        complaints_suggest(loading->complaints, node->entries[i].place, node->entries[i].key,
                           known, "unknown key '%.60s'; %s takes %s", node->entries[i].key, name,
                           list);
        return;
    }
    complaints_add(loading->complaints, node->place, "%s takes %s", name, list);
}

static bool make(const struct loading *loading, const struct field *field, const struct form *form,
                 const struct node *node, struct distribution *value)
{
    double p[PARAMETERS] = {0};
    bool good = true;
    for (int i = 0; form->keys[i]; i++) {
        const struct node *parameter =
            node->kind == NODE_LIST ? node->entries[i].value : node_find(node, form->keys[i]);
        const enum unit unit = is_plain(form->keys[i]) ? UNIT_NUMBER : field->unit;
        good = value_read_quantity(loading, parameter, unit, &p[i]) && good;
    }
    if (!good)
        return false;
    value->shape = form->shape;
    const char *objection = form->make(p, value);
    if (!objection && !(isfinite(value->a) && isfinite(value->b)))
        objection = "these numbers are too extreme";
    if (objection)
        complaints_add(loading->complaints, node->place, "%s", objection);
    return !objection;
}

static bool suits_unit(const struct loading *loading, const struct field *field,
                       const struct form *form, struct place place)
{
    const enum unit unit = field->unit;
    if (form->shape == SHAPE_POISSON && unit != UNIT_COUNT && unit != UNIT_PEOPLE &&
        unit != UNIT_NUMBER && unit != UNIT_MONTHS) {
        complaints_add(loading->complaints, place,
                       "a Poisson distribution counts things; '%s' is no count", field->key);
        return false;
    }
    if (form->make == make_beta && unit != UNIT_SHARE && unit != UNIT_NUMBER) {
        complaints_add(loading->complaints, place, "beta needs low and high here");
        return false;
    }
    return true;
}

/* --- The mapping around it ------------------------------------------------------------------ */

static bool read_shape(const struct loading *loading, const struct field *field,
                       const struct entry *entry, struct distribution *value)
{
    const struct node *node = entry->value;
    if (node_is_mistake(node))
        return false;
    if (strcmp(entry->key, "choice") == 0)
        return samples_read_choice(loading, field, node, value);
    if (strcmp(entry->key, "quantiles") == 0)
        return samples_read_quantiles(loading, field, node, value);
    if (strcmp(entry->key, "data") == 0)
        return samples_read_data(loading, field, node, value);
    if (node->kind != NODE_SCALAR)
        for (int i = 0; i < FORMS; i++)
            if (strcmp(forms[i].name, entry->key) == 0 && matches(&forms[i], node))
                return suits_unit(loading, field, &forms[i], node->place) &&
                       make(loading, field, &forms[i], node, value);
    complain_form(loading, entry->key, node);
    return false;
}

/* One end of a truncation, when it is given. */
static bool read_end(const struct loading *loading, const struct field *field,
                     const struct node *node, double *end)
{
    return !node || value_read_quantity(loading, node, field->unit, end);
}

static bool read_truncation(const struct loading *loading, const struct field *field,
                            const struct node *node, struct distribution *value)
{
    const struct node *low = node_find(node, "low"), *high = node_find(node, "high");
    int expected = (low != NULL) + (high != NULL);
    if (node->kind == NODE_LIST && node->count == 2) {
        low = node->entries[0].value;
        high = node->entries[1].value;
        expected = 2;
    }
    if (node_is_mistake(node))
        return false;
    if (expected == 0 || node->count != expected) {
        complaints_add(loading->complaints, node->place,
                       "truncate takes [low, high] or {low, high}");
        return false;
    }
    value->truncated = true;
    const bool good = read_end(loading, field, low, &value->low);
    if (!read_end(loading, field, high, &value->high) || !good)
        return false;
    if (value->low >= value->high)
        complaints_add(loading->complaints, node->place, "low must be below high");
    return value->low < value->high;
}

static bool is_shape(const char *key)
{
    for (int i = 0; i < FORMS; i++)
        if (strcmp(forms[i].name, key) == 0)
            return true;
    return strcmp(key, "choice") == 0 || strcmp(key, "quantiles") == 0 || strcmp(key, "data") == 0;
}

bool shape_read(const struct loading *loading, const struct field *field,
                const struct node *mapping, struct distribution *value)
{
    static const char *const keys[] = {
        "normal", "lognormal", "uniform",   "triangular", "pert",     "beta", "gamma",
        "poisson", "choice",   "quantiles", "data",       "truncate", NULL,
    };
    bool good = true;
    int shapes = 0;
    for (int i = 0; i < mapping->count; i++) {
        const struct entry *entry = &mapping->entries[i];
        if (is_shape(entry->key)) {
            if (shapes++ > 0)
                complaints_add(loading->complaints, entry->place,
                               "a value has one distribution; '%s' is one too many", entry->key);
            good = shapes == 1 && read_shape(loading, field, entry, value) && good;
        } else if (strcmp(entry->key, "truncate") == 0) {
            good = read_truncation(loading, field, entry->value, value) && good;
        } else {
            complaints_suggest(loading->complaints, entry->place, entry->key, keys,
                               "unknown distribution '%.60s'", entry->key);
            good = false;
        }
    }
    if (good && shapes == 0)
        complaints_add(loading->complaints, mapping->place,
                       "expected a value or a distribution such as {normal: {mean: ..., sd: ...}}");
    return good && shapes == 1;
}

void shape_interval(double low, double high, bool positive, struct distribution *value)
{
    const double ends[PARAMETERS] = {low, high};
    if (low > 0 && positive) {
        value->shape = SHAPE_LOGNORMAL;
        make_p5_p95(ends, value);
    } else {
        value->shape = SHAPE_NORMAL;
        value->a = low / 2 + high / 2;
        value->b = (high - low) / (2 * NORMAL_90);
    }
}
