#include "scenario/claim.h"

#include "scenario/document.h"
#include "scenario/key.h"
#include "scenario/library.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

enum { PATHS_STANDARD = 10000, PATHS_MAX = 10000000 };

struct reading {
    const struct loading *loading;
    const struct node *root;
    struct claim *claim;
    struct sheet sheet; /* the first two once more */
};

static const char *const keys[] = {"claim", "source", "says", "scenario", "set", "paths", "base",
                                   "change", "than", "measure", "among", "compare", "expect",
                                   "ablation", "across", "threshold", NULL};
static const char *const than_keys[] = {"base", "change", NULL};
static const char *const ablation_keys[] = {"without", "set", NULL};
static const char *const across_keys[] = {"key", "values", NULL};
static const char *const threshold_keys[] = {"key", "low", "high", "level", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->loading->complaints, place, "%s", text);
}

/* --- Companies ------------------------------------------------------------------------------ */

static void read_than(const struct reading *reading)
{
    const struct node *than = node_find(reading->root, "than");
    if (!than || !sheet_mapping(&reading->sheet, than, "'than'", than_keys))
        return;
    reading->claim->contrast = true;
    sheet_company(&reading->sheet, node_find(than, "base"), "'base' of 'than'", NULL, &reading->claim->than_base);
    sheet_company(&reading->sheet, node_find(than, "change"), "'change' of 'than'", NULL, &reading->claim->than_change);
}

/* --- What is asked -------------------------------------------------------------------------- */

static void read_ablation(const struct reading *reading)
{
    const struct node *ablation = node_find(reading->root, "ablation");
    if (!sheet_mapping(&reading->sheet, ablation, "'ablation'", ablation_keys))
        return;
    reading->claim->without = sheet_text(&reading->sheet, ablation, "without", true);
    const struct node *sets[] = {node_find(ablation, "set")};
    reading->claim->ablation =
        sheet_settings(&reading->sheet, sets, 1, &reading->claim->ablations);
    if (reading->claim->ablations == 0)
        complain(reading, ablation->place, "an ablation sets at least one value");
}

static void read_across(const struct reading *reading)
{
    const struct node *across = node_find(reading->root, "across");
    if (!across || !sheet_mapping(&reading->sheet, across, "'across'", across_keys))
        return;
    const struct node *values = node_find(across, "values");
    reading->claim->across = sheet_text(&reading->sheet, across, "key", true);
    if (!values || values->kind != NODE_LIST || values->count > CLAIM_VALUES_MAX) {
        complaints_add(reading->loading->complaints, across->place,
                       "'across' needs 'values', a list of at most %d", CLAIM_VALUES_MAX);
        return;
    }
    for (int v = 0; v < values->count; v++)
        reading->claim->value[reading->claim->values++] =
            sheet_one_line(reading->loading->arena, values->entries[v].value);
}

static void read_threshold(const struct reading *reading)
{
    struct claim *claim = reading->claim;
    const struct node *threshold = node_find(reading->root, "threshold");
    if (!threshold || !sheet_mapping(&reading->sheet, threshold, "'threshold'", threshold_keys))
        return;
    const struct node *word = node_find(threshold, "key");
    struct key key;
    claim->threshold = sheet_text(&reading->sheet, threshold, "key", true);
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
    reading->claim->among = (enum claim_among)sheet_word(&reading->sheet, "among", among, false);
    reading->claim->compare = (enum claim_compare)sheet_word(&reading->sheet, "compare", compare, false);
    reading->claim->expect = (enum claim_expect)sheet_word(&reading->sheet, "expect", expect, true);
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
    if (!sheet_mapping(&reading->sheet, reading->root, "a claim", keys))
        return;
    claim->text = sheet_text(&reading->sheet, reading->root, "claim", true);
    claim->source = sheet_text(&reading->sheet, reading->root, "source", true);
    claim->says = sheet_text(&reading->sheet, reading->root, "says", true);
    read_paths(reading);
    sheet_company(&reading->sheet, node_find(reading->root, "base"), "'base'", NULL, &claim->base);
    sheet_company(&reading->sheet, node_find(reading->root, "change"), "'change'", NULL, &claim->change);
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
    const struct reading reading = {&loading, document->root, claim, {&loading, document->root}};
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
