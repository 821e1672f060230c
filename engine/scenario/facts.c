#include "scenario/facts.h"

#include "scenario/library.h"
#include "scenario/scenario.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

enum { PATHS_STANDARD = 50000, HORIZON_STANDARD = 120, EVERY_STANDARD = 12, SEED_STANDARD = 2007 };

struct reading {
    struct sheet sheet;
    struct facts *facts;
};

static const char *const keys[] = {"facts", "description", "seed", "populations", "statements", NULL};
static const char *const population_keys[] = {"population", "says", "paths",   "horizon", "every",
                                              "starts",     "among", "set",    "members", NULL};
static const char *const member_keys[] = {"scenario", "strategy", "set", "weight", NULL};
static const char *const fact_keys[] = {"id",   "says", "statistic", "of",     "against", "with",
                                        "low",  "high", "mark", "published", "source", "grade", "not_modelled", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->sheet.loading->complaints, place, "%s", text);
}

/* A number under a key within bounds, or the standard one. */
static double read_number(const struct reading *reading, const struct node *mapping, const char *key,
                          enum unit unit, double standard, double low, double high, const char *legal)
{
    const struct node *node = node_find(mapping, key);
    double value = standard;
    if (!node || !value_read_quantity(reading->sheet.loading, node, unit, &value))
        return standard;
    const bool whole = unit == UNIT_NUMBER || value == floor(value);
    if (value >= low && value <= high && whole)
        return value;
    complaints_add(reading->sheet.loading->complaints, node->place, "'%s' must be %s", key, legal);
    return standard;
}

/* --- Populations ---------------------------------------------------------------------------- */

static void read_starts(const struct reading *reading, const struct node *node, struct fact_population *population)
{
    const struct node *starts = node_find(node, "starts");
    population->starts = 1;
    if (!starts)
        return;
    if (starts->kind != NODE_LIST || starts->count < 1 || starts->count > FACTS_STARTS_MAX) {
        complaints_add(reading->sheet.loading->complaints, starts->place,
                       "'starts' must be a list of 1 to %d times, such as [0 months, 2 years]", FACTS_STARTS_MAX);
        return;
    }
    population->starts = starts->count;
    for (int s = 0; s < starts->count; s++) {
        double months = 0.0;
        const struct node *item = starts->entries[s].value;
        if (!value_read_quantity(reading->sheet.loading, item, UNIT_MONTHS, &months))
            continue;
        if (months >= 0.0 && months <= HORIZON_MAX && months == floor(months))
            population->start[s] = (int)months;
        else
            complain(reading, item->place, "a start must be a whole number of months, at most 30 years");
    }
}

/* What is set for the whole population comes before what a member sets for itself. */
static void read_member(const struct reading *reading, const struct node *node, const struct node *all,
                        struct fact_member *member)
{
    const struct sheet *sheet = &reading->sheet;
    sheet_company(sheet, node, "an item of 'members'", member_keys, &member->company);
    if (node->kind != NODE_MAPPING)
        return;
    const struct node *sets[] = {all, node_find(node, "set")};
    member->company.settings = sheet_settings(sheet, sets, 2, &member->company.count);
    member->weight = read_number(reading, node, "weight", UNIT_NUMBER, 1.0, 1e-6, 1e6, "above 0");
}

static void read_members(const struct reading *reading, const struct node *node, struct fact_population *population)
{
    const struct node *members = node_find(node, "members");
    if (!members || members->kind != NODE_LIST || members->count < 1 || members->count > FACTS_MEMBERS_MAX) {
        complaints_add(reading->sheet.loading->complaints, members ? members->place : node->place,
                       "a population needs 'members', a list of 1 to %d kinds of company", FACTS_MEMBERS_MAX);
        return;
    }
    for (int m = 0; m < members->count; m++)
        read_member(reading, members->entries[m].value, node_find(node, "set"),
                    &population->member[population->members++]);
}

static int find_population(const struct facts *facts, const char *name)
{
    for (int p = 0; p < facts->populations; p++)
        if (facts->population[p].name && strcmp(facts->population[p].name, name) == 0)
            return p;
    return -1;
}

static void read_among(const struct reading *reading, const struct node *node, struct fact_population *population)
{
    static const char *const words[] = {"all", "raised", NULL};
    const struct node *among = node_find(node, "among");
    const char *word = among && among->kind == NODE_SCALAR ? among->text : "";
    population->raised = strcmp(word, "raised") == 0;
    if (among && !population->raised && strcmp(word, "all") != 0)
        complaints_suggest(reading->sheet.loading->complaints, among->place, word, words,
                           "'among' must be 'all' or 'raised'");
}

static void read_population(const struct reading *reading, const struct node *node)
{
    const struct sheet *sheet = &reading->sheet;
    if (!sheet_mapping(sheet, node, "a population", population_keys))
        return;
    struct facts *facts = reading->facts;
    const char *name = sheet_text(sheet, node, "population", true);
    if (name && find_population(facts, name) >= 0)
        complain(reading, node->place, "there is a population of this name already");
    struct fact_population *population = &facts->population[facts->populations++];
    *population = (struct fact_population){
        .name = name,
        .says = sheet_text(sheet, node, "says", false),
        .place = node->place,
        .paths = (int64_t)read_number(reading, node, "paths", UNIT_COUNT, PATHS_STANDARD, 2.0, FACTS_PATHS_MAX,
                                      "a whole number from 2 to 1,000,000"),
        .horizon = (int)read_number(reading, node, "horizon", UNIT_MONTHS, HORIZON_STANDARD, 1.0, HORIZON_MAX,
                                    "a whole number of months, at most 30 years"),
        .every = (int)read_number(reading, node, "every", UNIT_MONTHS, EVERY_STANDARD, 1.0, HORIZON_MAX,
                                  "a whole number of months")};
    read_starts(reading, node, population);
    read_among(reading, node, population);
    read_members(reading, node, population);
}

/* --- Facts ---------------------------------------------------------------------------------- */

static int read_reference(const struct reading *reading, const struct node *node, const char *key, bool needed)
{
    const struct facts *facts = reading->facts;
    const struct node *reference = node_find(node, key);
    const char *name = sheet_text(&reading->sheet, node, key, needed);
    const char *names[FACTS_POPULATIONS_MAX + 1] = {NULL};
    int found = name ? find_population(facts, name) : -1;
    if (!name || found >= 0)
        return found;
    for (int p = 0, n = 0; p < facts->populations; p++)
        if (facts->population[p].name)
            names[n++] = facts->population[p].name;
    complaints_suggest(reading->sheet.loading->complaints, reference->place, name, names,
                       "there is no population '%.60s'", name);
    return -1;
}

static bool find_statistic(const struct reading *reading, const struct node *node, struct fact *fact)
{
    const char *known[STATISTICS + 1] = {NULL};
    const char *word = sheet_text(&reading->sheet, node, "statistic", true);
    for (int s = 0; word && s < STATISTICS; s++) {
        known[s] = statistic_table[s].key;
        fact->statistic = (enum statistic)s;
        if (strcmp(known[s], word) == 0)
            return true;
    }
    if (word)
        complaints_suggest(reading->sheet.loading->complaints, node_find(node, "statistic")->place, word, known,
                           "'%.60s' is nothing that can be measured", word);
    return false;
}

/* Counts and times are whole, and times lie within the population's life. */
static void check_argument(const struct reading *reading, const struct node *node, const struct fact *fact, int a)
{
    const double value = fact->argument[a];
    const struct fact_population *of = fact->of >= 0 ? &reading->facts->population[fact->of] : NULL;
    const bool time = a == ARGUMENT_WITHIN || a == ARGUMENT_AT || a == ARGUMENT_UNTIL;
    if (value < 0.0)
        complain(reading, node->place, "must not be negative");
    else if (a == ARGUMENT_ROUND && (value < 1.0 || value >= ROUNDS_MAX || value != floor(value)))
        complain(reading, node->place, "'round' must be the number of a round, 1 to 5");
    else if (statistic_argument[a].unit == UNIT_MONTHS && (value < 1.0 || value != floor(value)))
        complain(reading, node->place, "expected a whole number of months, at least one");
    else if (time && of && value > of->horizon)
        complain(reading, node->place, "this is after the population's horizon");
    else if ((a == ARGUMENT_AT || a == ARGUMENT_UNTIL) && of && fmod(value, of->every) != 0.0)
        complaints_add(reading->sheet.loading->complaints, node->place,
                       "the population is observed every %d months, and not then", of->every);
}

static void read_arguments(const struct reading *reading, const struct node *node, struct fact *fact)
{
    static const struct node nothing = {.kind = NODE_MAPPING};
    const struct node *with = node_find(node, "with");
    const struct statistic_row *row = &statistic_table[fact->statistic];
    const char *known[ARGUMENTS + 1] = {NULL};
    for (int a = 0, n = 0; a < ARGUMENTS; a++)
        if (row->arguments & 1u << a)
            known[n++] = statistic_argument[a].key;
    if (with && !sheet_mapping(&reading->sheet, with, "'with' of this statistic", known))
        return;
    for (int a = 0; a < ARGUMENTS; a++) {
        if (!(row->arguments & 1u << a))
            continue;
        const struct node *value = node_find(with ? with : &nothing, statistic_argument[a].key);
        if (!value)
            complaints_add(reading->sheet.loading->complaints, with ? with->place : node->place,
                           "'%s' needs '%s' in 'with'", row->key, statistic_argument[a].key);
        else if (value_read_quantity(reading->sheet.loading, value, statistic_argument[a].unit, &fact->argument[a]))
            check_argument(reading, value, fact, a);
    }
    if (fact->argument[ARGUMENT_UNTIL] <= fact->argument[ARGUMENT_AT])
        complain(reading, with->place, "'until' must be later than 'at'");
}

static void read_band(const struct reading *reading, const struct node *node, struct fact *fact)
{
    const enum unit unit = statistic_table[fact->statistic].unit;
    const struct node *low = node_find(node, "low"), *high = node_find(node, "high");
    if (!low && !high)
        complain(reading, node->place, "which band is accepted? 'low', 'high', or both");
    if (low)
        value_read_quantity(reading->sheet.loading, low, unit, &fact->low);
    if (high)
        value_read_quantity(reading->sheet.loading, high, unit, &fact->high);
    if (node_find(node, "mark"))
        value_read_quantity(reading->sheet.loading, node_find(node, "mark"), unit, &fact->mark);
    if (low && high && fact->low >= fact->high)
        complain(reading, low->place, "'low' must be below 'high'");
}

static void read_measure(const struct reading *reading, const struct node *node, struct fact *fact)
{
    fact->of = read_reference(reading, node, "of", true);
    if (!find_statistic(reading, node, fact))
        return;
    const struct statistic_row *row = &statistic_table[fact->statistic];
    const struct node *against = node_find(node, "against");
    if (row->against || against)
        fact->against = read_reference(reading, node, "against", true);
    if (against && !row->against)
        complaints_add(reading->sheet.loading->complaints, against->place, "'%s' is of one population", row->key);
    read_arguments(reading, node, fact);
    read_band(reading, node, fact);
}

static void read_fact(const struct reading *reading, const struct node *node)
{
    const struct sheet *sheet = &reading->sheet;
    if (!sheet_mapping(sheet, node, "a statement", fact_keys))
        return;
    struct fact *fact = &reading->facts->fact[reading->facts->facts++];
    *fact = (struct fact){.of = -1, .against = -1, .low = -INFINITY, .high = INFINITY, .mark = NAN, .place = node->place};
    for (int a = 0; a < ARGUMENTS; a++)
        fact->argument[a] = NAN;
    fact->id = sheet_text(sheet, node, "id", true);
    fact->says = sheet_text(sheet, node, "says", true);
    fact->published = sheet_text(sheet, node, "published", true);
    fact->source = sheet_text(sheet, node, "source", true);
    fact->grade = sheet_text(sheet, node, "grade", true);
    fact->not_modelled = sheet_text(sheet, node, "not_modelled", false);
    if (!fact->not_modelled)
        read_measure(reading, node, fact);
    else if (node_find(node, "statistic"))
        complain(reading, node_find(node, "statistic")->place, "what is not modelled has no statistic");
}

/* --- The file ------------------------------------------------------------------------------- */

static void read_list(const struct reading *reading, const char *key, int most,
                      void (*read)(const struct reading *, const struct node *))
{
    const struct node *list = node_find(reading->sheet.root, key);
    if (!list || list->kind != NODE_LIST || list->count < 1 || list->count > most) {
        complaints_add(reading->sheet.loading->complaints, list ? list->place : reading->sheet.root->place,
                       "facts need '%s', a list of 1 to %d", key, most);
        return;
    }
    for (int e = 0; e < list->count; e++)
        read(reading, list->entries[e].value);
}

static void interpret(const struct reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    if (!sheet_mapping(sheet, sheet->root, "facts", keys))
        return;
    reading->facts->name = sheet_text(sheet, sheet->root, "facts", true);
    reading->facts->description = sheet_text(sheet, sheet->root, "description", false);
    reading->facts->seed = (uint64_t)read_number(reading, sheet->root, "seed", UNIT_COUNT, SEED_STANDARD, 0.0, 0x1p53,
                                                 "a whole number, not negative");
    read_list(reading, "populations", FACTS_POPULATIONS_MAX, read_population);
    read_list(reading, "statements", FACTS_MAX, read_fact);
}

static struct facts *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct facts *facts = arena_allocate(arena, 1, sizeof *facts);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!facts || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct reading reading = {.sheet = {&loading, document->root}, .facts = facts};
    facts->file = document->path;
    facts->memory = arena;
    interpret(&reading);
    return facts;
}

struct facts *facts_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct facts *facts = make(arena, file, complaints);
    if (!facts || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return facts;
}

void facts_destroy(struct facts *facts)
{
    if (facts)
        arena_destroy(facts->memory);
}
