#include "report/regret_words.h"

#include "report/gain.h"
#include "report/lettering.h"

#include <inttypes.h>
#include <math.h>

enum { NAME_SIZE = 300, NAMED = 2 };

const char *regret_words_scenario(const struct regret *regret, int s)
{
    return s == 0 ? regret->given : regret->choices->scenario_name[s];
}

bool regret_words_is_never_behind(const struct regret *regret, int c)
{
    for (int s = 0; s < regret->choices->scenarios; s++)
        if (paired_is_clear(&regret->cell[c][s].behind))
            return false;
    return true;
}

static bool is_in_points(const struct regret *regret)
{
    return regret->objective.measure.chance || regret->objective.measure.unit == UNIT_SHARE;
}

struct words regret_words_lack(const struct regret *regret, double behind)
{
    struct words words;
    const struct measure *measure = &regret->objective.measure;
    if (!isfinite(behind) || !is_in_points(regret))
        return gain_level(measure, behind);
    snprintf(words.text, sizeof words.text, "%.*f points", behind > 0.0 && behind < 0.0995 ? 1 : 0, 100.0 * behind);
    return words;
}

struct words regret_words_interval(const struct regret *regret, const struct paired *behind)
{
    struct words words;
    const struct measure *measure = &regret->objective.measure;
    if (behind->worlds == 0)
        snprintf(words.text, sizeof words.text, "the same");
    else if (!isfinite(behind->low))
        snprintf(words.text, sizeof words.text, "too few differ");
    else if (is_in_points(regret)) /* once is enough of the word */
        snprintf(words.text, sizeof words.text, "%s%.1f to %s%.1f points", behind->low < 0.0 ? "\u2212" : "+", fabs(100.0 * behind->low),
                 behind->high < 0.0 ? "\u2212" : "+", fabs(100.0 * behind->high));
    else
        snprintf(words.text, sizeof words.text, "%.26s to %.26s", gain_words(measure, behind->low).text,
                 gain_words(measure, behind->high).text);
    return words;
}

static bool has_clear_winner(const struct regret *regret)
{
    for (int s = 0; s < regret->choices->scenarios; s++)
        if (!regret->clear[s] || regret->leader[s] != regret->leader[0])
            return false;
    return true;
}

static void shorten(const struct regret *regret, int c, double ems, char *name)
{
    char plain[NAME_SIZE];
    lettering_plain(plain, sizeof plain, regret->choices->name[c]);
    lettering_shorten(name, NAME_SIZE, plain, ems);
}

/* '‘Raise now’, ‘Stay’ and 2 more' are never clearly behind; how many. */
static int list_unbeaten(const struct regret *regret, double ems, char *list, size_t size)
{
    int unbeaten = 0, listed = 0;
    size_t length = 0;
    for (int c = 0; c < regret->choices->count; c++)
        unbeaten += regret_words_is_never_behind(regret, c);
    list[0] = '\0';
    for (int c = 0; c < regret->choices->count && listed < NAMED; c++) {
        char name[NAME_SIZE];
        if (!regret_words_is_never_behind(regret, c))
            continue;
        shorten(regret, c, ems, name);
        const char *before = listed == 0 ? "" : unbeaten == NAMED ? " and " : ", ";
        length += (size_t)snprintf(list + length, size - length, "%s‘%.240s’", before, name);
        listed++;
    }
    if (unbeaten > NAMED)
        snprintf(list + length, size - length, " and %s more", words_small_count(unbeaten - NAMED).text);
    return unbeaten;
}

/* What a name alone leaves open. */
static const char *mean_of(const struct regret *regret)
{
    return regret->objective.by == OBJECTIVE_MEAN ? "mean " : "";
}

struct regret_sentence regret_words_verdict(const struct regret *regret, double ems)
{
    struct regret_sentence said;
    char name[NAME_SIZE], list[3 * NAME_SIZE];
    const bool several = regret->choices->scenarios > 1;
    const int unbeaten = list_unbeaten(regret, ems, list, sizeof list);
    shorten(regret, has_clear_winner(regret) ? regret->leader[0] : regret->least, ems, name);
    if (has_clear_winner(regret))
        snprintf(said.text, sizeof said.text, "‘%.240s’ is clearly the best choice%s (by %s%.60s)", name,
                 several ? " in every scenario" : "", mean_of(regret), regret->objective.name);
    else if (unbeaten == 1 && several)
        snprintf(said.text, sizeof said.text, "No choice is clearly the best in every scenario; only %.800s is clearly behind in none", list);
    else if (unbeaten > 0)
        snprintf(said.text, sizeof said.text, "No choice is clearly the best%s; %.800s are clearly behind %s",
                 several ? " in every scenario" : "", list, several ? "in none" : "no other");
    else if (isfinite(regret->most[regret->least]))
        snprintf(said.text, sizeof said.text, "Every choice is clearly behind in some scenario; ‘%.240s’ by %s at worst, and surely not by more than %s",
                 name, regret_words_lack(regret, regret->worst[regret->least]).text,
                 regret_words_lack(regret, regret->most[regret->least]).text);
    else
        snprintf(said.text, sizeof said.text, "Every choice is clearly behind in some scenario");
    return said;
}

struct regret_sentence regret_words_note(const struct regret *regret)
{
    struct regret_sentence said;
    snprintf(said.text, sizeof said.text,
             "%s worlds of each scenario, the same for every choice, seed %" PRIu64 ". Outcome: %s%.60s. Behind: what a choice "
             "lacks to the one with the most in its scenario, with an interval; all intervals hold together in 95%% of cases (comparisons: %d). "
             "Regret: what it lacks on average to what would have been best in each world, for "
             "whoever could know that, in %.60s", words_count(regret->paths).text, regret->seed, mean_of(regret), regret->objective.name,
             regret->comparisons, regret->objective.measure.name);
    return said;
}
