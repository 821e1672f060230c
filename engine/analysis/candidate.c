#include "analysis/candidate.h"

#include "scenario/grammar.h"
#include "scenario/roster.h"
#include "scenario/setting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longer ones are cut, and still too long for the loader, which complains. */
enum { SETTING_SIZE = SETTING_BYTES_MAX + 100 };

/* Sections that a strategy may write for itself; there the last word is its own. */
static bool is_strategys(const char *setting)
{
    const struct slot strategy = {.part = PART_STRATEGY};
    struct slot child;
    char word[32];
    const size_t length = strcspn(setting, ".=");
    if (length >= sizeof word)
        return false;
    memcpy(word, setting, length);
    word[length] = '\0';
    return grammar_child(strategy, word, &child) && child.part == PART_SECTION;
}

/* Settings with those of a strategy under its number; there is room for all of them. */
struct settings {
    char (*text)[SETTING_SIZE];
    const char **list;
    int count;
};

static bool make_room(struct settings *settings, int most)
{
    settings->text = malloc(((size_t)most + 1) * sizeof *settings->text);
    settings->list = malloc(((size_t)most + 1) * sizeof *settings->list);
    return settings->text && settings->list;
}

static void free_room(struct settings *settings)
{
    free(settings->text);
    free(settings->list);
}

/* What is set for everybody's funding plan or board touches only who has one. */
static bool concerns(const struct strategy *strategy, const char *setting)
{
    if (strncmp(setting, "funding.", 8) == 0)
        return strategy->rounds > 0;
    if (strncmp(setting, "board.", 6) == 0)
        return strategy->has_board;
    return true;
}

static void add_setting(struct settings *settings, int strategy, const char *setting)
{
    char *text = settings->text[settings->count];
    if (is_strategys(setting))
        snprintf(text, SETTING_SIZE, "strategies.%d.%s", strategy + 1, setting);
    else
        snprintf(text, SETTING_SIZE, "%s", setting);
    settings->list[settings->count++] = text;
}

/* Complaints about settings name the line of the command line; these come from a file. */
static void blame(const char *file, const struct sheet_company *company, const char *what,
                  struct complaints *complaints)
{
    complaints_add(complaints, (struct place){file, company->place.line, company->place.column},
                   "this company does not load%s; its settings, in order, are the lines of '--set'", what);
}

/* Whether a strategy still stands where it stood before there were settings. */
static bool keeps_strategy(const struct scenario *bare, const struct scenario *set, int strategy)
{
    return strategy < set->strategies &&
           strcmp(set->strategy[strategy].name, bare->strategy[strategy].name) == 0;
}

bool candidate_load(const char *file, const struct sheet_company *company, const char *const *more,
                    int mores, const char *what, struct candidate *candidate,
                    struct complaints *complaints)
{
    *candidate = (struct candidate){.strategy = -1};
    struct scenario *bare = scenario_load(company->scenario, NULL, 0, complaints);
    if (!bare)
        return false;
    candidate->strategy = company->strategy ? roster_one(company->place, company->strategy, bare, complaints) : 0;
    struct settings settings = {.count = 0};
    if (candidate->strategy < 0 || !make_room(&settings, company->count + mores)) {
        scenario_destroy(bare);
        free_room(&settings);
        return false;
    }
    for (int i = 0; i < company->count; i++)
        add_setting(&settings, candidate->strategy, company->settings[i]);
    for (int i = 0; i < mores; i++)
        if (concerns(&bare->strategy[candidate->strategy], more[i]))
            add_setting(&settings, candidate->strategy, more[i]);
    candidate->scenario = scenario_load(company->scenario, settings.list, settings.count, complaints);
    if (!candidate->scenario && complaints_count(complaints) > 0)
        blame(file, company, what, complaints);
    bool same = candidate->scenario && keeps_strategy(bare, candidate->scenario, candidate->strategy);
    if (candidate->scenario && !same)
        complaints_add(complaints, company->place, "the settings of this company rename or remove '%.60s'",
                       bare->strategy[candidate->strategy].name);
    scenario_destroy(bare);
    free_room(&settings);
    return same;
}

/* Points of the Sobol sequence belong to the uncertain keys in their order: whoever is uncertain of one
 * more meets other worlds. Latin hypercubes, like plain draws, are dealt key by key. */
bool candidate_may_be_paired(const struct scenario *scenario, struct place place, const char *who,
                             struct complaints *complaints)
{
    if (scenario->sampling != SAMPLING_SOBOL)
        return true;
    complaints_add(complaints, place,
                   "%s must meet the same worlds, which 'sampling: sobol' does not promise; use 'sampling: monte-carlo'",
                   who);
    return false;
}
