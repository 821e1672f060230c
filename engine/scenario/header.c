#include "scenario/header.h"

#include "scenario/name.h"
#include "scenario/quantity.h"
#include "scenario/value.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS_STANDARD = 10000, PATHS_MAX = 100000000, DESCRIPTION_BYTES_MAX = 10000 };

static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool header_read_month(const char *text, int *year, int *month)
{
    static const char pattern[] = "0000-00";
    if (strlen(text) != strlen(pattern))
        return false;
    for (int i = 0; pattern[i]; i++)
        if (pattern[i] == '-' ? text[i] != '-' : !is_digit(text[i]))
            return false;
    *year = atoi(text);
    *month = atoi(text + 5);
    return *year >= 1900 && *year <= 2200 && *month >= 1 && *month <= 12;
}

/* The node of a key, or NULL when there is nothing to read. */
static const struct node *given(const struct node *root, const char *key)
{
    const struct node *node = node_find(root, key);
    return node_is_mistake(node) ? NULL : node;
}

static void read_start(const struct loading *loading, const struct node *root,
                       struct scenario *scenario)
{
    const struct node *node = given(root, "start");
    scenario->start_year = 2024;
    scenario->start_month = 1;
    if (node && !(node->kind == NODE_SCALAR && header_read_month(node->text, &scenario->start_year,
                                                                  &scenario->start_month)))
        complaints_add(loading->complaints, node->place,
                       "expected a month from 1900-01 to 2200-12, such as 2011-07");
}

/* A whole number of `unit` from 1 to `most`. */
static double read_whole(const struct loading *loading, const struct node *root, const char *key,
                         enum unit unit, double standard, double most)
{
    const struct node *node = given(root, key);
    double value = standard;
    if (!node || !value_read_quantity(loading, node, unit, &value))
        return standard;
    if (value >= 1 && value <= most && floor(value) == value)
        return value;
    char low[64], high[64];
    quantity_write(1, unit, low, sizeof low);
    quantity_write(most, unit, high, sizeof high);
    complaints_add(loading->complaints, node->place,
                   "'%s' must be a whole number%s, from %s to %s", key,
                   unit == UNIT_MONTHS ? " of months" : "", low, high);
    return standard;
}

static void read_seed(const struct loading *loading, const struct node *root,
                      struct scenario *scenario)
{
    const struct node *node = given(root, "seed");
    scenario->seed = 1;
    if (!node)
        return;
    errno = 0;
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    if (text[0] && text[strspn(text, "0123456789")] == '\0')
        scenario->seed = strtoull(text, NULL, 10);
    else
        errno = EINVAL;
    if (errno != 0)
        complaints_add(loading->complaints, node->place,
                       "expected a whole number from 0 to 18446744073709551615");
}

static void read_sampling(const struct loading *loading, const struct node *root,
                          struct scenario *scenario)
{
    static const char *const words[] = {
        [SAMPLING_MONTE_CARLO] = "monte-carlo",
        [SAMPLING_LATIN_HYPERCUBE] = "latin-hypercube",
        [SAMPLING_SOBOL] = "sobol",
        NULL,
    };
    const struct node *node = given(root, "sampling");
    scenario->sampling = SAMPLING_MONTE_CARLO;
    if (!node)
        return;
    for (int i = 0; words[i]; i++)
        if (node->kind == NODE_SCALAR && strcmp(words[i], node->text) == 0) {
            scenario->sampling = (enum sampling)i;
            return;
        }
    complaints_suggest(loading->complaints, node->place, node->text, words,
                       "expected monte-carlo, latin-hypercube or sobol");
}

static void read_description(const struct loading *loading, const struct node *root,
                             struct scenario *scenario)
{
    const struct node *node = given(root, "description");
    scenario->description = "";
    if (!node)
        return;
    if (node->kind == NODE_SCALAR && strlen(node->text) <= DESCRIPTION_BYTES_MAX)
        scenario->description = node->text;
    else
        complaints_add(loading->complaints, node->place, "expected a text of at most %d bytes",
                       DESCRIPTION_BYTES_MAX);
}

void header_read(const struct loading *loading, const struct node *root, struct scenario *scenario)
{
    scenario->name = name_read(loading, root, "scenario", "a scenario");
    read_description(loading, root, scenario);
    read_start(loading, root, scenario);
    scenario->horizon =
        (int)read_whole(loading, root, "horizon", UNIT_MONTHS, 120, HORIZON_MAX);
    scenario->paths =
        (int64_t)read_whole(loading, root, "paths", UNIT_COUNT, PATHS_STANDARD, PATHS_MAX);
    read_seed(loading, root, scenario);
    read_sampling(loading, root, scenario);
}
