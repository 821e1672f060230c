#include "scenario/claim.h"

#include "scenario/document.h"
#include "scenario/key.h"
#include "scenario/library.h"
#include "scenario/value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS_STANDARD = 10000, PATHS_MAX = 10000000, SETTINGS_MAX = 32 };

struct reading {
    const struct loading *loading;
    const struct node *root;
    struct claim *claim;
};

static const char *const keys[] = {"claim", "source", "says", "scenario", "set", "paths", "base",
                                   "change", "than", "measure", "among", "compare", "expect",
                                   "ablation", "across", "threshold", NULL};
static const char *const arm_keys[] = {"scenario", "strategy", "set", NULL};
static const char *const than_keys[] = {"base", "change", NULL};
static const char *const ablation_keys[] = {"without", "set", NULL};
static const char *const across_keys[] = {"key", "values", NULL};
static const char *const threshold_keys[] = {"key", "low", "high", "level", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->loading->complaints, place, "%s", text);
}

/* A mapping with known keys only; `what` names it. */
static bool check_mapping(const struct reading *reading, const struct node *node, const char *what,
                          const char *const *known)
{
    if (!node || node->kind != NODE_MAPPING) {
        complaints_add(reading->loading->complaints, node ? node->place : reading->root->place,
                       "%s must be a mapping of keys to values", what);
        return false;
    }
    bool sound = true;
    for (int e = 0; e < node->count; e++) {
        int k = 0;
        while (known[k] && strcmp(known[k], node->entries[e].key) != 0)
            k++;
        if (known[k])
            continue;
        complaints_suggest(reading->loading->complaints, node->entries[e].place,
                           node->entries[e].key, known, "unknown key '%.60s' in %s",
                           node->entries[e].key, what);
        sound = false;
    }
    return sound;
}

/* The text under a key. NULL when it is not there, after a complaint when it is `needed`. */
static const char *read_text(const struct reading *reading, const struct node *mapping,
                             const char *key, bool needed)
{
    const struct node *node = node_find(mapping, key);
    if (node && node->kind == NODE_SCALAR && !node_is_null(node))
        return node->text;
    if (node || needed)
        complaints_add(reading->loading->complaints, node ? node->place : mapping->place,
                       "'%s' needs a text", key);
    return NULL;
}

/* The place of a word in a list; the first when the key is not there. */
static int read_word(const struct reading *reading, const char *key, const char *const *words,
                     bool needed)
{
    const struct node *node = node_find(reading->root, key);
    if (!node && !needed)
        return 0;
    for (int w = 0; node && node->kind == NODE_SCALAR && words[w]; w++)
        if (strcmp(words[w], node->text) == 0)
            return w;
    complaints_suggest(reading->loading->complaints, node ? node->place : reading->root->place,
                       node && node->kind == NODE_SCALAR ? node->text : "", words,
                       "'%s' must be '%s' or '%s'", key, words[0], words[1]);
    return 0;
}

/* --- Settings ------------------------------------------------------------------------------- */

/* Between double quotes, so that it reads back as the same text. */
static const char *quote(struct arena *arena, const char *text)
{
    char *quoted = arena_allocate(arena, 2 * strlen(text) + 3, 1), *end = quoted;
    if (!quoted)
        return NULL;
    *end++ = '"';
    for (; *text; text++) {
        const char letter = *text == '\n' ? 'n' : *text == '\r' ? 'r' : *text;
        if (letter != *text || letter == '"' || letter == '\\')
            *end++ = '\\';
        *end++ = letter;
    }
    *end = '"';
    return quoted;
}

/* A value in one line of YAML, as --set takes it. */
static const char *in_one_line(struct arena *arena, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return node->plain ? node->text : quote(arena, node->text);
    const bool mapping = node->kind == NODE_MAPPING;
    const char *text = "";
    for (int e = 0; text && e < node->count; e++) {
        const char *value = in_one_line(arena, node->entries[e].value);
        const char *key = mapping ? quote(arena, node->entries[e].key) : "";
        if (value && key)
            text = arena_format(arena, "%s%s%s%s%s", text, e > 0 ? ", " : "", key, mapping ? ": " : "",
                                value);
    }
    return text ? arena_format(arena, mapping ? "{%s}" : "[%s]", text) : NULL;
}

static void add_settings(const struct reading *reading, const struct node *set, const char **list,
                         int *count)
{
    if (!set)
        return;
    if (set->kind != NODE_MAPPING) {
        complain(reading, set->place, "'set' must be a mapping of keys such as market.accounts to values");
        return;
    }
    for (int e = 0; e < set->count; e++) {
        const char *value = in_one_line(reading->loading->arena, set->entries[e].value);
        if (*count == SETTINGS_MAX) {
            complain(reading, set->entries[e].place, "too many settings for one company");
            return;
        }
        if (value)
            list[(*count)++] = arena_format(reading->loading->arena, "%s=%s", set->entries[e].key, value);
    }
}

static const char *const *keep_settings(struct arena *arena, const char **list, int count)
{
    const char **kept = arena_allocate(arena, (size_t)count + 1, sizeof *kept);
    for (int i = 0; kept && i < count; i++)
        kept[i] = list[i];
    return kept;
}

/* --- Companies ------------------------------------------------------------------------------ */

/* What is not said of a company is as said for the claim. */
static void read_arm(const struct reading *reading, const struct node *node, const char *what,
                     struct claim_arm *arm)
{
    struct arena *arena = reading->loading->arena;
    const char *list[SETTINGS_MAX];
    if (!check_mapping(reading, node, what, arm_keys))
        return;
    const struct node *scenario = node_find(node, "scenario");
    if (!scenario)
        scenario = node_find(reading->root, "scenario");
    const struct library_file *file =
        scenario ? library_find(reading->loading->library, scenario, NULL) : NULL;
    if (!scenario)
        complain(reading, node->place, "which 'scenario' is this company in?");
    *arm = (struct claim_arm){.scenario = file ? file->path : NULL,
                              .strategy = read_text(reading, node, "strategy", false),
                              .place = node->place};
    add_settings(reading, node_find(reading->root, "set"), list, &arm->count);
    add_settings(reading, node_find(node, "set"), list, &arm->count);
    arm->settings = keep_settings(arena, list, arm->count);
}

static void read_than(const struct reading *reading)
{
    const struct node *than = node_find(reading->root, "than");
    if (!than || !check_mapping(reading, than, "'than'", than_keys))
        return;
    reading->claim->contrast = true;
    read_arm(reading, node_find(than, "base"), "'base' of 'than'", &reading->claim->than_base);
    read_arm(reading, node_find(than, "change"), "'change' of 'than'", &reading->claim->than_change);
}

/* --- What is asked -------------------------------------------------------------------------- */

static void read_ablation(const struct reading *reading)
{
    const struct node *ablation = node_find(reading->root, "ablation");
    const char *list[SETTINGS_MAX];
    if (!check_mapping(reading, ablation, "'ablation'", ablation_keys))
        return;
    reading->claim->without = read_text(reading, ablation, "without", true);
    add_settings(reading, node_find(ablation, "set"), list, &reading->claim->ablations);
    reading->claim->ablation =
        keep_settings(reading->loading->arena, list, reading->claim->ablations);
    if (reading->claim->ablations == 0)
        complain(reading, ablation->place, "an ablation sets at least one value");
}

static void read_across(const struct reading *reading)
{
    const struct node *across = node_find(reading->root, "across");
    if (!across || !check_mapping(reading, across, "'across'", across_keys))
        return;
    const struct node *values = node_find(across, "values");
    reading->claim->across = read_text(reading, across, "key", true);
    if (!values || values->kind != NODE_LIST || values->count > CLAIM_VALUES_MAX) {
        complaints_add(reading->loading->complaints, across->place,
                       "'across' needs 'values', a list of at most %d", CLAIM_VALUES_MAX);
        return;
    }
    for (int v = 0; v < values->count; v++)
        reading->claim->value[reading->claim->values++] =
            in_one_line(reading->loading->arena, values->entries[v].value);
}

static void read_threshold(const struct reading *reading)
{
    struct claim *claim = reading->claim;
    const struct node *threshold = node_find(reading->root, "threshold");
    if (!threshold || !check_mapping(reading, threshold, "'threshold'", threshold_keys))
        return;
    const struct node *word = node_find(threshold, "key");
    struct key key;
    claim->threshold = read_text(reading, threshold, "key", true);
    if (!claim->threshold)
        return;
    if (!key_find(claim->threshold, &key)) {
        key_complain(reading->loading, word->place, claim->threshold);
        return;
    }
    claim->threshold_unit = key.field->unit;
    static const char *const numbers[] = {"low", "high", "level"};
    double *values[] = {&claim->threshold_low, &claim->threshold_high, &claim->threshold_level};
    const enum unit level = claim->measure.chance ? UNIT_SHARE : claim->measure.unit;
    for (int i = 0; i < 3; i++) {
        const struct node *node = node_find(threshold, numbers[i]);
        if (!node)
            complaints_add(reading->loading->complaints, threshold->place,
                           "a threshold needs '%s'", numbers[i]);
        else
            value_read_quantity(reading->loading, node, i < 2 ? key.field->unit : level, values[i]);
    }
    if (claim->threshold_low <= 0 || claim->threshold_high <= claim->threshold_low)
        complain(reading, threshold->place, "'low' must be above 0 and below 'high'");
}

static void read_measure(const struct reading *reading)
{
    static const char *const among[] = {"all", "open", NULL};
    static const char *const compare[] = {"mean", "worlds", NULL};
    static const char *const expect[] = {"higher", "lower", NULL};
    const struct node *measure = node_find(reading->root, "measure");
    if (measure)
        measure_read(reading->loading, measure, &reading->claim->measure);
    else
        complain(reading, reading->root->place, "a claim needs a 'measure', such as take_home");
    reading->claim->among = (enum claim_among)read_word(reading, "among", among, false);
    reading->claim->compare = (enum claim_compare)read_word(reading, "compare", compare, false);
    reading->claim->expect = (enum claim_expect)read_word(reading, "expect", expect, true);
}

static void read_paths(const struct reading *reading)
{
    const struct node *node = node_find(reading->root, "paths");
    double paths = PATHS_STANDARD;
    if (node && value_read_quantity(reading->loading, node, UNIT_COUNT, &paths) &&
        !(paths >= 2 && paths <= PATHS_MAX && paths == floor(paths)))
        complain(reading, node->place, "'paths' must be a whole number from 2 to 10,000,000");
    reading->claim->paths = (int64_t)paths;
}

static void interpret(const struct reading *reading)
{
    struct claim *claim = reading->claim;
    if (!check_mapping(reading, reading->root, "a claim", keys))
        return;
    claim->text = read_text(reading, reading->root, "claim", true);
    claim->source = read_text(reading, reading->root, "source", true);
    claim->says = read_text(reading, reading->root, "says", true);
    read_paths(reading);
    read_arm(reading, node_find(reading->root, "base"), "'base'", &claim->base);
    read_arm(reading, node_find(reading->root, "change"), "'change'", &claim->change);
    read_than(reading);
    read_measure(reading);
    read_ablation(reading);
    read_across(reading);
    read_threshold(reading);
    if (claim->contrast && claim->among == AMONG_OPEN)
        complain(reading, reading->root->place, "a claim with 'than' is about all worlds");
    if (claim->threshold && claim->among == AMONG_OPEN)
        complain(reading, reading->root->place, "a claim with a 'threshold' is about all worlds");
}

static struct claim *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct claim *claim = arena_allocate(arena, 1, sizeof *claim);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!claim || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct reading reading = {&loading, document->root, claim};
    claim->file = document->path;
    claim->memory = arena;
    interpret(&reading);
    return claim;
}

struct claim *claim_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct claim *claim = make(arena, file, complaints);
    if (!claim || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return claim;
}

void claim_destroy(struct claim *claim)
{
    if (claim)
        arena_destroy(claim->memory);
}
