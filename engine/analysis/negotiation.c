#include "analysis/negotiation.h"

#include "analysis/candidate.h"
#include "model/holdings.h"
#include "scenario/roster.h"
#include "scenario/stretch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETTINGS_MAX = 400, SETTING_SIZE = 1200 };

/* --- Which rounds --------------------------------------------------------------------------- */

static int column_of(const struct field *field, enum section section, int repeat)
{
    int row = (int)(field - field_tables[section].fields);
    return fields_column(section, row, repeat);
}

static bool is_priced(const struct strategy *strategy, int round)
{
    int column = PARAMETER_COLUMN(round[0].instrument) + round * field_tables[SECTION_ROUND].columns;
    return strategy->assumptions[column].value.a == HOLDINGS_PRICED;
}

/* The rounds that 'rounds.*' of a term stands for, as bits. */
static unsigned touched(const struct term *term, const struct strategy *strategy)
{
    unsigned rounds = 0;
    int seen = 0;
    for (int r = 0; r < strategy->rounds; r++)
        if (!term->priced || is_priced(strategy, r))
            rounds |= ++seen >= term->from ? 1u << r : 0u;
    return rounds;
}

/* Whether a term has nothing to hold on to in this plan, and why. */
static bool finds_no_hold(const struct term *term, const struct strategy *strategy, char *why)
{
    static const char *const ordinals[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    bool rounds = false;
    int furthest = 0;
    for (int i = 0; i < term->settings + term->bases; i++) {
        const struct term_setting *s = i < term->settings ? &term->setting[i] : &term->base[i - term->settings];
        rounds = rounds || s->rounds;
        furthest = s->round > furthest ? s->round : furthest;
    }
    if (strategy->rounds == 0)
        snprintf(why, NEGOTIATION_REASON_SIZE, "the strategy has no rounds");
    else if (furthest > strategy->rounds)
        snprintf(why, NEGOTIATION_REASON_SIZE, "the plan has no %s round", ordinals[furthest - 1]);
    else if (rounds && !touched(term, strategy))
        snprintf(why, NEGOTIATION_REASON_SIZE, "the plan has no %s%sround",
                 term->from > 1 ? ordinals[term->from - 1] : term->priced ? "priced " : "",
                 term->from == 1 ? "" : term->priced ? " priced " : " ");
    else
        return false;
    return true;
}

/* --- Plans ---------------------------------------------------------------------------------- */

struct settings {
    char (*text)[SETTING_SIZE];
    const char *list[SETTINGS_MAX];
    int count;
    bool full;
};

static void add(struct settings *settings, int strategy, const char *before, int round, const struct term_setting *set)
{
    if (settings->count == SETTINGS_MAX) {
        settings->full = true;
        return;
    }
    char *text = settings->text[settings->count], where[32] = "";
    if (round >= 0)
        snprintf(where, sizeof where, "rounds.%d.", round + 1);
    int length = snprintf(text, SETTING_SIZE, "strategies.%d.%s%s%s=%s", strategy + 1, before, where, set->key, set->value);
    settings->full = settings->full || length >= SETTING_SIZE;
    settings->list[settings->count++] = text;
}

static void add_all(struct settings *settings, const struct term *term, const struct term_setting *set, int count,
                    const struct strategy *plan, int strategy)
{
    unsigned rounds = touched(term, plan);
    for (int i = 0; i < count; i++) {
        if (!set[i].value)
            continue;
        if (!set[i].rounds)
            add(settings, strategy, set[i].field ? "funding." : "", set[i].round - 1, &set[i]);
        for (int r = 0; set[i].rounds && r < plan->rounds; r++)
            if (rounds >> r & 1u)
                add(settings, strategy, "funding.", r, &set[i]);
    }
}

static bool stretch_all(struct negotiation_plan *plan, const struct term *term, int strategy)
{
    unsigned rounds = touched(term, &plan->scenario->strategy[strategy]);
    for (int i = 0; i < term->settings; i++) {
        const struct term_setting *set = &term->setting[i];
        if (set->value)
            continue;
        unsigned of = set->rounds ? rounds : set->round > 0 ? 1u << (set->round - 1) : 0u;
        plan->stretched = plan->stretched || set->times != 1.0;
        if (of == 0 && !stretch_value(plan->scenario, strategy, column_of(set->field, SECTION_FUNDING, 0), set->times))
            return false;
        for (int r = 0; r < ROUNDS_MAX; r++)
            if (of >> r & 1u &&
                !stretch_value(plan->scenario, strategy, column_of(set->field, SECTION_ROUND, r), set->times))
                return false;
    }
    return true;
}

/* The first of the complaints, without its place. */
static void repeat_complaint(const struct complaints *complaints, char *why)
{
    char *told = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&told, &size);
    snprintf(why, NEGOTIATION_REASON_SIZE, "it does not go with the plan");
    if (!out)
        return;
    complaints_print(complaints, out, false);
    fclose(out);
    const char *text = told ? strstr(told, "error: ") : NULL;
    if (text)
        snprintf(why, NEGOTIATION_REASON_SIZE, "%.*s", (int)strcspn(text + 7, "\n"), text + 7);
    free(told);
}

/* The number of the plan with the same content, which may be this one; the other is destroyed. */
static int settle(struct negotiation *negotiation, const struct negotiation_plan *plan)
{
    for (int p = 0; p < negotiation->plans && !plan->stretched; p++)
        if (!negotiation->plan[p].stretched && negotiation->plan[p].scenario->hash == plan->scenario->hash) {
            scenario_destroy(plan->scenario);
            return p;
        }
    negotiation->plan[negotiation->plans] = *plan;
    return negotiation->plans++;
}

/* -1 with the reason in `why`, or without when memory ran out. */
static int prepare(struct negotiation *negotiation, struct settings *settings, const struct term *term, bool with,
                   char *why)
{
    struct complaints *complaints = complaints_create();
    struct negotiation_plan plan = {.scenario = NULL};
    const struct strategy *bare = &negotiation->plan[0].scenario->strategy[negotiation->strategy];
    settings->count = 0;
    settings->full = negotiation->settings > SETTINGS_MAX;
    for (int i = 0; i < negotiation->settings && i < SETTINGS_MAX; i++)
        settings->list[settings->count++] = negotiation->setting[i];
    add_all(settings, term, with ? term->setting : term->base, with ? term->settings : term->bases, bare,
            negotiation->strategy);
    if (settings->full)
        snprintf(why, NEGOTIATION_REASON_SIZE, "it sets too much");
    else if (complaints)
        plan.scenario = scenario_load(negotiation->file, settings->list, settings->count, complaints);
    if (!plan.scenario && complaints && complaints_count(complaints) > 0)
        repeat_complaint(complaints, why);
    complaints_destroy(complaints);
    if (!plan.scenario)
        return -1;
    if (!with || stretch_all(&plan, term, negotiation->strategy))
        return settle(negotiation, &plan);
    snprintf(why, NEGOTIATION_REASON_SIZE, "what it multiplies cannot be multiplied");
    scenario_destroy(plan.scenario);
    return -1;
}

enum negotiation_end negotiation_add(struct negotiation *negotiation, const struct term *term, int *without, int *with,
                                     char *why)
{
    why[0] = '\0';
    *without = *with = -1;
    if (negotiation->plans + 2 > NEGOTIATION_PLANS) {
        snprintf(why, NEGOTIATION_REASON_SIZE, "there are too many terms");
        return NEGOTIATION_NOT;
    }
    if (finds_no_hold(term, &negotiation->plan[0].scenario->strategy[negotiation->strategy], why))
        return NEGOTIATION_NOT;
    struct settings settings = {.text = malloc(SETTINGS_MAX * sizeof *settings.text)};
    if (settings.text)
        *without = prepare(negotiation, &settings, term, false, why);
    if (*without >= 0)
        *with = prepare(negotiation, &settings, term, true, why);
    free(settings.text);
    if (*with < 0)
        return why[0] != '\0' ? NEGOTIATION_NOT : NEGOTIATION_NO_MEMORY;
    if (*with != *without)
        return NEGOTIATION_APPLIES;
    snprintf(why, NEGOTIATION_REASON_SIZE, "already so: it changes nothing in this plan");
    return NEGOTIATION_NOT;
}

/* --- Creating ------------------------------------------------------------------------------- */

/* Without a name the first that has rounds, or else the first. */
static int find_strategy(const struct scenario *scenario, const char *name, struct complaints *complaints)
{
    if (name)
        return roster_one((struct place){"--strategy", 1, 1}, name, scenario, complaints);
    for (int s = 0; s < scenario->strategies; s++)
        if (scenario->strategy[s].rounds > 0)
            return s;
    return 0;
}

struct negotiation *negotiation_create(const char *file, const char *const *settings, int count, const char *strategy,
                                       struct complaints *complaints)
{
    struct scenario *plan = scenario_load(file, settings, count, complaints);
    struct negotiation *negotiation = plan ? calloc(1, sizeof *negotiation) : NULL;
    if (!negotiation) {
        scenario_destroy(plan);
        return NULL;
    }
    *negotiation = (struct negotiation){.file = file, .setting = settings, .settings = count, .plans = 1};
    negotiation->plan[0].scenario = plan;
    negotiation->strategy = find_strategy(plan, strategy, complaints);
    if (negotiation->strategy >= 0 && candidate_may_be_paired(plan, (struct place){.file = file}, "a company with and without a term",
                                                              complaints))
        return negotiation;
    negotiation_destroy(negotiation);
    return NULL;
}

void negotiation_destroy(struct negotiation *negotiation)
{
    for (int p = 0; negotiation && p < negotiation->plans; p++)
        scenario_destroy(negotiation->plan[p].scenario);
    free(negotiation);
}
