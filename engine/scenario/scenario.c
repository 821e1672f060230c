#include "scenario/scenario.h"

#include "scenario/arena.h"
#include "scenario/correlations.h"
#include "scenario/events.h"
#include "scenario/hash.h"
#include "scenario/header.h"
#include "scenario/library.h"
#include "scenario/overlay.h"
#include "scenario/plausibility.h"
#include "scenario/setting.h"
#include "scenario/strategies.h"

#include <string.h>

/* Where a scenario comes from. */
struct origin {
    const char *file, *text; /* text NULL: what the file holds */
    size_t length;
    const char *const *settings;
    int count;
};

/* All that is written, laid together: the file, what it extends, the settings. */
static const struct node *gather(const struct loading *loading, const struct origin *origin,
                                 const struct library_file *file)
{
    static const struct slot scenario = {.part = PART_SCENARIO};
    const struct overlay_chain chain = {.file = file, .before = NULL};
    const struct node *root = overlay_apply(loading, scenario, NULL, file->root, &chain);
    setting_quote(loading, origin->settings, origin->count);
    for (int i = 0; i < origin->count; i++) {
        const struct node *setting = setting_read(loading, origin->settings[i], i + 1);
        if (setting && root && !node_is_mistake(root))
            root = overlay_apply(loading, scenario, root, setting, &chain);
    }
    return root;
}

static void interpret(const struct loading *loading, const struct node *root,
                      struct scenario *scenario)
{
    header_read(loading, root, scenario);
    const struct draft *drafts = strategies_read(loading, root, scenario);
    if (!drafts)
        return;
    correlations_read(loading, root, drafts, scenario);
    events_read(loading, root, drafts, scenario);
    plausibility_check(loading, scenario, drafts);
}

/* As much of a scenario as can be made; NULL when there is nothing to interpret. */
static struct scenario *make(struct arena *arena, const struct origin *origin,
                             struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, origin->file);
    struct scenario *scenario = arena_allocate(arena, 1, sizeof *scenario);
    if (!library || !scenario)
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct library_file *document =
        origin->text ? library_main_text(library, origin->text, origin->length)
                     : library_main(library);
    const struct node *root = document ? gather(&loading, origin, document) : NULL;
    if (!root || node_is_mistake(root))
        return NULL;
    interpret(&loading, root, scenario);
    scenario->file = document->path;
    scenario->memory = arena;
    return scenario;
}

static struct scenario *load(const struct origin *origin, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct scenario *scenario = make(arena, origin, complaints);
    if (!scenario || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    scenario->hash = hash_scenario(scenario);
    return scenario;
}

struct scenario *scenario_load(const char *file, const char *const *settings, int count,
                               struct complaints *complaints)
{
    const struct origin origin = {.file = file, .settings = settings, .count = count};
    return load(&origin, complaints);
}

struct scenario *scenario_load_text(const char *file, const char *text, size_t length,
                                    const char *const *settings, int count,
                                    struct complaints *complaints)
{
    const struct origin origin = {file, text, length, settings, count};
    return load(&origin, complaints);
}

void scenario_destroy(struct scenario *scenario)
{
    if (scenario)
        arena_destroy(scenario->memory);
}
