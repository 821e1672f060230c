#include "scenario/strategies.h"

#include "scenario/name.h"
#include "scenario/overlay.h"
#include "scenario/value.h"

#include <string.h>

struct reading {
    const struct loading *loading;
    const struct node *root;
    struct scenario *scenario;
    struct draft *drafts;
};

/* --- Standard values ------------------------------------------------------------------------ */

/* Fills all columns; every repetition of a section has the same. */
static bool fill_standards(const struct loading *loading, struct assumption *assumptions)
{
    for (int section = 0; section < SECTIONS; section++) {
        const struct field_table *table = &field_tables[section];
        for (int row = 0; row < table->count; row++) {
            struct assumption standard = {.set = false};
            if (!value_read_standard(loading, &table->fields[row], &standard.value))
                return false;
            for (int repeat = 0; repeat < table->repeats; repeat++) {
                const int column = fields_column((enum section)section, row, repeat);
                assumptions[column] = standard;
                if (table->fields[row].drawn == DRAWN_MONTH)
                    assumptions[column + 1] = standard; /* the spread says the same */
            }
        }
    }
    return true;
}

/* --- Sections ------------------------------------------------------------------------------- */

/* Strategies share most values; what an earlier one has read is not read again. */
static bool copy_read(const struct reading *reading, int strategy, int column,
                      const struct node *node)
{
    for (int s = 0; s < strategy; s++) {
        if (reading->drafts[s].written[column] != node)
            continue;
        reading->scenario->strategy[strategy].assumptions[column] =
            reading->scenario->strategy[s].assumptions[column];
        reading->drafts[strategy].failed[column] = reading->drafts[s].failed[column];
        return true;
    }
    return false;
}

static void read_field(const struct reading *reading, int strategy, const struct field *field,
                       int column, const struct node *node)
{
    struct draft *draft = &reading->drafts[strategy];
    struct assumption *assumption = &reading->scenario->strategy[strategy].assumptions[column];
    draft->written[column] = node;
    if (!copy_read(reading, strategy, column, node)) {
        draft->failed[column] = !value_read(reading->loading, field, node, &assumption->value);
        assumption->place = node->place;
        assumption->set = true;
    }
    if (field->drawn == DRAWN_MONTH)
        assumption[1] = assumption[0];
}

/* Reads every field of a section that the mapping (or NULL) has. */
static void read_section(const struct reading *reading, int strategy, enum section section,
                         int repeat, const struct node *mapping)
{
    const struct field_table *table = &field_tables[section];
    for (int row = 0; row < table->count; row++) {
        const int column = fields_column(section, row, repeat);
        const struct node *node = node_find_dotted(mapping, table->fields[row].key);
        if (node_is_mistake(mapping))
            reading->drafts[strategy].failed[column] = true;
        else if (node)
            read_field(reading, strategy, &table->fields[row], column, node);
    }
}

/* The scenario's section with the strategy's own changes laid over it. */
static const struct node *effective(const struct reading *reading, const struct draft *draft,
                                    enum section section)
{
    const char *name = field_tables[section].name;
    const struct node *base = node_find(reading->root, name);
    const struct node *own = node_find(draft->node, name);
    const struct slot slot = {.part = PART_SECTION, .section = section};
    if (!own)
        return base;
    if (!base || own->reference || node_is_mistake(base)) /* a file of its own starts anew */
        return own;
    return overlay_apply(reading->loading, slot, base, own, NULL);
}

/* --- Stages and rounds ---------------------------------------------------------------------- */

/* The list of stages or rounds in a mapping, and where its items go. */
struct repeated {
    enum section section;
    const char *owner, *key, *noun;
    const char **names;
    const struct node **nodes;
    int *count;
};

/* The list that is to be read, NULL when it is not there or is a mistake. */
static const struct node *find_list(const struct reading *reading, const struct node *mapping,
                                    const struct repeated *repeated)
{
    const struct node *list = node_find(mapping, repeated->key);
    if (node_is_mistake(mapping) || node_is_mistake(list))
        return NULL;
    if (!list && !mapping->flawed)
        complaints_add(reading->loading->complaints, mapping->place, "%s needs '%s'",
                       repeated->owner, repeated->key);
    return list;
}

/* False when something is wrong with the list itself. */
static bool read_repeated(const struct reading *reading, int strategy, const struct node *mapping,
                          const struct repeated *repeated)
{
    const struct node *list = find_list(reading, mapping, repeated);
    const struct node *missing =
        list ? NULL : node_mistake(reading->loading->arena, mapping->place);
    for (int i = 0; missing && i < field_tables[repeated->section].repeats; i++)
        read_section(reading, strategy, repeated->section, i, missing);
    if (!list)
        return false;
    for (int i = 0; i < list->count; i++) {
        const struct node *item = list->entries[i].value;
        repeated->nodes[i] = item;
        repeated->names[i] = name_read(reading->loading, item, "name", repeated->noun);
        read_section(reading, strategy, repeated->section, i, item);
    }
    *repeated->count = list->count;
    name_check_unique(reading->loading, list, repeated->key);
    return node_is_sound(list);
}

static const char *reference_of(const struct node *node) { return node ? node->reference : NULL; }

static void read_playbook(const struct reading *reading, int s)
{
    struct strategy *strategy = &reading->scenario->strategy[s];
    struct draft *draft = &reading->drafts[s];
    const struct node *playbook = node_find(draft->node, "playbook");
    if (!playbook) {
        if (!draft->node->flawed)
            complaints_add(reading->loading->complaints, draft->node->place,
                           "a strategy needs a 'playbook'");
        return;
    }
    strategy->playbook = reference_of(playbook);
    read_section(reading, s, SECTION_PLAYBOOK, 0, playbook);
    const struct repeated stages = {SECTION_STAGE, "a playbook", "stages", "a stage",
                                    strategy->stage_name, draft->stage, &strategy->stages};
    draft->stages_known = read_repeated(reading, s, playbook, &stages);
}

static void read_funding(const struct reading *reading, int s)
{
    struct strategy *strategy = &reading->scenario->strategy[s];
    struct draft *draft = &reading->drafts[s];
    const struct node *funding = node_find(draft->node, "funding");
    if (!funding)
        return;
    strategy->funding = reference_of(funding);
    read_section(reading, s, SECTION_FUNDING, 0, funding);
    const struct repeated rounds = {SECTION_ROUND, "a funding plan", "rounds", "a round",
                                    strategy->round_name, draft->round, &strategy->rounds};
    /* Who lives on an advance alone needs no round. */
    if (node_find(funding, "rounds") || !node_find(funding, "advance"))
        read_repeated(reading, s, funding, &rounds);
}

static void read_board(const struct reading *reading, int s)
{
    struct strategy *strategy = &reading->scenario->strategy[s];
    struct draft *draft = &reading->drafts[s];
    const struct node *board = node_find(draft->node, "board");
    const struct node *stage = node_find(board, "stage");
    if (!board)
        return;
    strategy->has_board = true;
    strategy->board = reference_of(board);
    read_section(reading, s, SECTION_BOARD, 0, board);
    if (!stage && node_is_sound(board))
        complaints_add(reading->loading->complaints, board->place,
                       "a board needs the 'stage' that it imposes");
    if (!stage)
        return;
    draft->stage[STAGES_MAX] = stage;
    strategy->stage_name[STAGES_MAX] = name_read(reading->loading, stage, "name", "a stage");
    read_section(reading, s, SECTION_STAGE, STAGES_MAX, stage);
}

static void read_strategy(const struct reading *reading, int s, const struct node *node)
{
    struct strategy *strategy = &reading->scenario->strategy[s];
    struct draft *draft = &reading->drafts[s];
    draft->node = node;
    strategy->name = name_read(reading->loading, node, "name", "a strategy");
    for (int section = SECTION_MARKET; section <= SECTION_EXIT; section++)
        read_section(reading, s, (enum section)section, 0,
                     effective(reading, draft, (enum section)section));
    read_section(reading, s, SECTION_FOUNDER, 0, node_find(reading->root, "founder"));
    if (node_is_mistake(node))
        return;
    read_playbook(reading, s);
    read_funding(reading, s);
    read_board(reading, s);
}

struct draft *strategies_read(const struct loading *loading, const struct node *root,
                              struct scenario *scenario)
{
    const struct node *list = node_find(root, "strategies");
    if (!list && !root->flawed)
        complaints_add(loading->complaints, root->place, "a scenario needs 'strategies'");
    /* Without strategies, the scenario's own sections are still worth reading. */
    const bool listed = list && list->kind == NODE_LIST;
    const int count = listed ? list->count : 1;
    struct strategy *strategies = arena_allocate(loading->arena, (size_t)count, sizeof *strategies);
    struct draft *drafts = arena_allocate(loading->arena, (size_t)count, sizeof *drafts);
    if (!strategies || !drafts || !fill_standards(loading, strategies[0].assumptions))
        return NULL;
    scenario->strategy = strategies;
    scenario->strategies = count;
    const struct reading reading = {loading, root, scenario, drafts};
    const struct node *missing = node_mistake(loading->arena, root->place);
    if (!missing)
        return NULL;
    for (int s = 1; s < count; s++)
        memcpy(strategies[s].assumptions, strategies[0].assumptions,
               sizeof strategies[0].assumptions);
    for (int s = 0; s < count; s++)
        read_strategy(&reading, s, listed ? list->entries[s].value : missing);
    if (listed)
        name_check_unique(loading, list, "strategies");
    return drafts;
}
