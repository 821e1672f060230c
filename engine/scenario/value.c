#include "scenario/value.h"

#include "scenario/cumulative.h"
#include "scenario/quantity.h"
#include "scenario/shape.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Where a distribution is clamped to the legal range, at most this much of it may be. */
static const double OUTSIDE_MAX = 0.05 + 1e-6; /* 'a to b' ending at the limit is legal */

/* A truncation that leaves less than this was not meant. */
static const double REMAINS_MIN = 0.001;

static void complain_range(const struct loading *loading, const struct field *field,
                           struct place place, const char *what)
{
    char low[64], high[64];
    quantity_write(field->low, field->unit, low, sizeof low);
    quantity_write(field->high, field->unit, high, sizeof high);
    complaints_add(loading->complaints, place, "%s; '%s' must lie between %s and %s", what,
                   field->key, low, high);
}

static bool in_range(const struct loading *loading, const struct field *field, struct place place,
                     double value)
{
    if (value >= field->low && value <= field->high)
        return true;
    char written[64], what[96];
    quantity_write(value, field->unit, written, sizeof written);
    snprintf(what, sizeof what, "%s is out of range", written);
    complain_range(loading, field, place, what);
    return false;
}

/* The share of a distribution below x, or at x too, after truncation. */
static double share_below(const struct distribution *value, double x, bool inclusive)
{
    if (!inclusive)
        x = nextafter(x, -INFINITY);
    if (!value->truncated)
        return cumulative_share(value, x);
    const double before = cumulative_share(value, nextafter(value->low, -INFINITY));
    const double all = cumulative_share(value, value->high) - before;
    const double inner = fmin(fmax(x, value->low), value->high);
    if (x < value->low)
        return 0;
    return (cumulative_share(value, inner) - before) / all;
}

static bool distribution_in_range(const struct loading *loading, const struct field *field,
                                  struct place place, const struct distribution *value)
{
    double low, high;
    cumulative_support(value, &low, &high);
    if (value->truncated) {
        const double remains = cumulative_share(value, value->high) -
                               cumulative_share(value, nextafter(value->low, -INFINITY));
        if (!(low <= high) || !(remains >= REMAINS_MIN)) {
            complaints_add(loading->complaints, place,
                           "the truncation leaves nothing of the distribution");
            return false;
        }
    }
    /* What has ends must keep them inside; of what has none, the tails may be clamped. */
    const bool low_end = isfinite(low), high_end = isfinite(high);
    const bool too_low = low < field->low &&
                         (low_end || share_below(value, field->low, false) > OUTSIDE_MAX);
    const bool too_high = high > field->high &&
                          (high_end || 1 - share_below(value, field->high, true) > OUTSIDE_MAX);
    if ((too_low && low_end) || (!too_low && too_high && high_end))
        in_range(loading, field, place, too_low ? low : high); /* which says so */
    else if (too_low || too_high)
        complain_range(loading, field, place,
                       too_low ? "more than 5% of this lies too low"
                               : "more than 5% of this lies too high");
    return !too_low && !too_high;
}

static bool read_word(const struct loading *loading, const struct field *field,
                      const struct node *node, struct distribution *value)
{
    char list[200] = "";
    for (int i = 0; field->words[i]; i++) {
        if (node->kind == NODE_SCALAR && strcmp(node->text, field->words[i]) == 0) {
            value->a = i;
            return true;
        }
        const size_t used = strlen(list);
        const char *separator = i == 0 ? "" : field->words[i + 1] ? ", " : " or ";
        snprintf(list + used, sizeof list - used, "%s%s", separator, field->words[i]);
    }
    complaints_suggest(loading->complaints, node->place, node->text, field->words, "expected %s",
                       list);
    return false;
}

static bool read_interval(const struct loading *loading, const struct field *field,
                          const struct node *node, struct distribution *value)
{
    char why[256];
    double low, high;
    if (!quantity_read_interval(node->text, strlen(node->text), field->unit, &low, &high, why,
                                sizeof why)) {
        complaints_add(loading->complaints, node->place, "%s", why);
        return false;
    }
    if (low >= high) {
        complaints_add(loading->complaints, node->place,
                       low > high ? "reversed interval: write the smaller end first"
                                  : "both ends of the interval are the same; write one number");
        return false;
    }
    if (!in_range(loading, field, node->place, low) ||
        !in_range(loading, field, node->place, high))
        return false;
    shape_interval(low, high, field->low >= 0, value);
    if (field->unit == UNIT_SHARE) {
        value->truncated = true;
        value->low = field->low;
        value->high = field->high;
    }
    return true;
}

bool value_read_quantity(const struct loading *loading, const struct node *node, enum unit unit,
                         double *value)
{
    char why[256];
    if (node_is_mistake(node))
        return false;
    if (node->kind != NODE_SCALAR)
        complaints_add(loading->complaints, node->place, "expected %s", quantity_expected(unit));
    else if (quantity_is_interval(node->text, strlen(node->text)))
        complaints_add(loading->complaints, node->place,
                       "expected one number here, not an interval");
    else if (quantity_read(node->text, strlen(node->text), unit, value, why, sizeof why))
        return true;
    else
        complaints_add(loading->complaints, node->place, "%s", why);
    return false;
}

bool value_read_constant(const struct loading *loading, const struct field *field,
                         const struct node *node, double *value)
{
    if (node_is_mistake(node))
        return false;
    if (field->unit == UNIT_WORD) {
        struct distribution word = {.shape = SHAPE_CONSTANT};
        const bool known = read_word(loading, field, node, &word);
        *value = word.a;
        return known;
    }
    return value_read_quantity(loading, node, field->unit, value) &&
           in_range(loading, field, node->place, *value);
}

static bool read_scalar(const struct loading *loading, const struct field *field,
                        const struct node *node, struct distribution *value)
{
    if (field->drawn != DRAWN_NEVER && quantity_is_interval(node->text, strlen(node->text)))
        return read_interval(loading, field, node, value);
    return value_read_constant(loading, field, node, &value->a);
}

static bool read_mapping(const struct loading *loading, const struct field *field,
                         const struct node *node, struct distribution *value)
{
    if (field->drawn == DRAWN_NEVER) {
        complaints_add(loading->complaints, node->place, "'%s' takes no distribution", field->key);
        return false;
    }
    return shape_read(loading, field, node, value) &&
           distribution_in_range(loading, field, node->place, value);
}

/* A value that is drawn every month is kept as median and spread, which hold nothing else. */
static bool suits_months(const struct loading *loading, const struct field *field,
                         struct place place, const struct distribution *value)
{
    if (field->drawn != DRAWN_MONTH || value->shape == SHAPE_CONSTANT ||
        (value->shape == SHAPE_LOGNORMAL && !value->truncated))
        return true;
    complaints_add(loading->complaints, place,
                   "'%s' is drawn anew every month: only a constant, an interval above 0 or a "
                   "lognormal without truncation will do",
                   field->key);
    return false;
}

bool value_read(const struct loading *loading, const struct field *field, const struct node *node,
                struct distribution *value)
{
    *value = (struct distribution){.shape = SHAPE_CONSTANT, .low = -INFINITY, .high = INFINITY};
    if (node_is_mistake(node))
        return false;
    bool good = false;
    if (node->kind == NODE_MAPPING)
        good = read_mapping(loading, field, node, value);
    else if (node->kind == NODE_SCALAR)
        good = read_scalar(loading, field, node, value);
    else
        complaints_add(loading->complaints, node->place,
                       "expected one value or a distribution, not a list");
    return good && suits_months(loading, field, node->place, value);
}

bool value_read_standard(const struct loading *loading, const struct field *field,
                         struct distribution *value)
{
    const struct place nowhere = {.file = NULL};
    struct node *node = node_create(loading->arena, NODE_SCALAR, nowhere);
    if (!node)
        return false;
    node->text = field->standard;
    const bool legal = value_read(loading, field, node, value);
    assert(legal); /* a test reads all of them */
    return legal;
}
