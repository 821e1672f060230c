#include "scenario/choices.h"

#include "scenario/library.h"

#include <string.h>

struct reading {
    struct sheet sheet;
    struct choices *choices;
    const char *given; /* the scenario of the command line */
};

static const char *const keys[] = {"choices", "scenarios", NULL};
static const char *const choice_keys[] = {"name", "strategy", "set", NULL};
static const char *const scenario_keys[] = {"name", "scenario", "strategy", "set", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->sheet.loading->complaints, place, "%s", text);
}

static const struct node *read_list(const struct reading *reading, const char *key, int least, int most)
{
    const struct node *list = node_find(reading->sheet.root, key);
    if (!list && least == 0)
        return NULL;
    if (list && list->kind == NODE_LIST && list->count >= least && list->count <= most)
        return list;
    complaints_add(reading->sheet.loading->complaints, list ? list->place : reading->sheet.root->place,
                   "'%s' must be a list of %d to %d", key, least, most);
    return NULL;
}

static void check_twice(const struct reading *reading, const char *const *names, int count, struct place place)
{
    for (int i = 0; i < count && names[count]; i++)
        if (names[i] && strcmp(names[i], names[count]) == 0)
            complain(reading, place, "this name is taken");
}

/* What a choice is in one scenario: the scenario's settings first, then its own. */
static void compose(const struct reading *reading, int c, int s, const struct node *choice, const struct node *scenario)
{
    struct sheet_company *company = &reading->choices->company[c][s];
    const struct node *file = node_find(scenario, "scenario");
    const struct library_file *found = file ? library_find(reading->sheet.loading->library, file, NULL) : NULL;
    const struct node *sets[] = {node_find(scenario, "set"), node_find(choice, "set")};
    const struct node *speaker = node_find(choice, "strategy") ? choice : scenario;
    company->scenario = !file ? reading->given : found ? found->path : NULL;
    company->strategy = speaker ? sheet_text(&reading->sheet, speaker, "strategy", false) : NULL;
    company->place = choice->place;
    company->settings = sheet_settings(&reading->sheet, sets, 2, &company->count);
}

static void interpret(const struct reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    struct choices *choices = reading->choices;
    if (!sheet_mapping(sheet, sheet->root, "a file of choices", keys))
        return;
    const struct node *list = read_list(reading, "choices", 2, CHOICES_MAX);
    const struct node *others = read_list(reading, "scenarios", 0, CHOICES_SCENARIOS_MAX - 1);
    choices->scenario_name[choices->scenarios++] = reading->given;
    for (int s = 0; others && s < others->count; s++) {
        const struct node *node = others->entries[s].value;
        if (!sheet_mapping(sheet, node, "a scenario of a file of choices", scenario_keys))
            return;
        choices->scenario_name[choices->scenarios] = sheet_text(sheet, node, "name", true);
        check_twice(reading, choices->scenario_name, choices->scenarios++, node->place);
    }
    for (int c = 0; list && c < list->count; c++) {
        const struct node *node = list->entries[c].value;
        if (!sheet_mapping(sheet, node, "a choice", choice_keys))
            return;
        choices->name[c] = sheet_text(sheet, node, "name", true);
        check_twice(reading, choices->name, c, node->place);
        choices->count++;
        for (int s = 0; s < choices->scenarios; s++)
            compose(reading, c, s, node, s ? others->entries[s - 1].value : NULL);
    }
}

static struct choices *make(struct arena *arena, const char *file, const char *scenario, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct choices *choices = arena_allocate(arena, 1, sizeof *choices);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!choices || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct reading reading = {{&loading, document->root}, choices, scenario};
    choices->file = document->path;
    choices->memory = arena;
    interpret(&reading);
    return choices;
}

struct choices *choices_load(const char *file, const char *scenario, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct choices *choices = make(arena, file, scenario, complaints);
    if (!choices || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return choices;
}

void choices_destroy(struct choices *choices)
{
    if (choices)
        arena_destroy(choices->memory);
}
