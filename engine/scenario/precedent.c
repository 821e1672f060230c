#include "scenario/precedent.h"

#include "scenario/acceptance.h"
#include "scenario/header.h"
#include "scenario/library.h"
#include "scenario/scenario.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

enum { PATHS_MAX = 10000000, GUESSES_MAX = 40 };

const char *const precedent_outcome[OUTCOMES + 1] = {
    [OUTCOME_SHUT_DOWN] = "shut-down", [OUTCOME_PRIVATE] = "private", [OUTCOME_ACQUIHIRED] = "acqui-hired",
    [OUTCOME_ACQUIRED] = "acquired",   [OUTCOME_IPO] = "listed",      [OUTCOMES] = NULL};

const char *const precedent_grade[4] = {"verified", "recalled", "assumed", NULL};

struct reading {
    struct sheet sheet;
    bool sound; /* no key is misspelt, so what is not there is missing */
    struct precedent *precedent;
};

static const char *const keys[] = {"case",  "says",    "source", "grade", "start",  "scenario", "strategy",
                                   "set",   "paths",   "truth",  "accept", "assumed", NULL};
static const char *const truth_keys[] = {"outcome", "at", "value", "raised", "revenue", "services_share", "grades", NULL};
static const char *const grade_keys[] = {"outcome", "value", "raised", NULL};

static struct complaints *hear(const struct reading *reading) { return reading->sheet.loading->complaints; }

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(hear(reading), place, "%s", text);
}

/* --- Small readings ------------------------------------------------------------------------- */

/* The number of a word in a list; -1 after a complaint. */
static int find_word(const struct reading *reading, const struct node *node, const char *const *words,
                     const char *what)
{
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    for (int w = 0; words[w]; w++)
        if (strcmp(words[w], text) == 0)
            return w;
    complaints_suggest(hear(reading), node->place, text, words, "'%.60s' is no %s", text, what);
    return -1;
}

static enum precedent_grade read_grade(const struct reading *reading, const struct node *mapping, const char *key,
                                       enum precedent_grade standard)
{
    const struct node *node = node_find(mapping, key);
    int grade = node ? find_word(reading, node, precedent_grade, "grade") : (int)standard;
    return grade < 0 ? standard : (enum precedent_grade)grade;
}

/* A date, of which the end is meant, or a duration, as months since the start. 0 after a complaint. */
static int read_time(const struct reading *reading, const struct node *mapping, const char *what)
{
    const struct node *node = node_find(mapping, "at");
    int year, month;
    double months = 0.0;
    if (!node) {
        complaints_add(hear(reading), mapping->place, "%s needs 'at', a month such as 2014-10 or 39 months", what);
        return 0;
    }
    if (node->kind == NODE_SCALAR && header_read_month(node->text, &year, &month))
        months = 12.0 * (year - reading->precedent->start_year) + month - reading->precedent->start_month + 1.0;
    else if (!value_read_quantity(reading->sheet.loading, node, UNIT_MONTHS, &months))
        return 0;
    if (months >= 1 && months <= HORIZON_MAX && months == floor(months))
        return (int)months;
    complaints_add(hear(reading), node->place, "%s must lie 1 to 360 whole months after the start", what);
    return 0;
}

static double read_dollars(const struct reading *reading, const struct node *mapping, const char *key)
{
    const struct node *node = node_find(mapping, key);
    double value = NAN;
    if (!node || !value_read_quantity(reading->sheet.loading, node, UNIT_DOLLARS, &value))
        return NAN;
    if (value >= 0.0)
        return value;
    complaints_add(hear(reading), node->place, "'%s' must not be negative", key);
    return NAN;
}

/* --- What became of it ---------------------------------------------------------------------- */

static void read_point(const struct reading *reading, const struct node *node, enum quantity_kind kind)
{
    static const char *const revenue_keys[] = {"at", "dollars", "grade", NULL};
    static const char *const share_keys[] = {"at", "share", "grade", NULL};
    const bool revenue = kind == QUANTITY_REVENUE;
    struct precedent *precedent = reading->precedent;
    struct precedent_point *point = &precedent->point[precedent->points];
    const char *what = revenue ? "revenue" : "a services share", *key = revenue ? "dollars" : "share";
    if (!sheet_mapping(&reading->sheet, node, what, revenue ? revenue_keys : share_keys))
        return;
    const struct node *number = node_find(node, key);
    *point = (struct precedent_point){.kind = kind, .place = node->place, .month = read_time(reading, node, what),
                                      .grade = read_grade(reading, node, "grade", precedent->grade)};
    if (!number)
        complaints_add(hear(reading), node->place, "'%s' is missing here", key);
    else if (value_read_quantity(reading->sheet.loading, number, revenue ? UNIT_DOLLARS : UNIT_SHARE, &point->value) &&
             !(point->value >= 0.0 && (revenue || point->value <= 1.0)))
        complaints_add(hear(reading), number->place, "'%s' is out of range", key);
    precedent->points++;
}

static void read_points(const struct reading *reading, const struct node *truth, const char *key,
                        enum quantity_kind kind)
{
    const struct node *list = node_find(truth, key);
    if (!list)
        return;
    if (list->kind != NODE_LIST) {
        complaints_add(hear(reading), list->place, "'%s' must be a list of what was seen when", key);
        return;
    }
    for (int e = 0; e < list->count; e++) {
        if (reading->precedent->points == PRECEDENT_POINTS_MAX) {
            complain(reading, list->entries[e].place, "there is room for 24 such figures");
            return;
        }
        read_point(reading, list->entries[e].value, kind);
    }
}

static void read_end(const struct reading *reading, const struct node *truth)
{
    struct precedent *precedent = reading->precedent;
    const struct node *outcome = node_find(truth, "outcome"), *grades = node_find(truth, "grades");
    const struct node *value = node_find(truth, "value");
    precedent->has_outcome = outcome != NULL;
    if (outcome) {
        int found = find_word(reading, outcome, precedent_outcome, "outcome");
        precedent->outcome = found < 0 ? OUTCOME_PRIVATE : (enum outcome)found;
        precedent->month = read_time(reading, truth, "an outcome");
    }
    precedent->value = read_dollars(reading, truth, "value");
    precedent->raised = read_dollars(reading, truth, "raised");
    if (value && (!outcome || precedent->outcome == OUTCOME_PRIVATE))
        complain(reading, value->place, "a company that did not end has no 'value'");
    if (!outcome && node_find(truth, "raised"))
        complain(reading, truth->place, "'raised' needs an 'outcome', 'private' perhaps, and 'at', up to when");
    if (grades && !sheet_mapping(&reading->sheet, grades, "'grades'", grade_keys))
        return;
    precedent->outcome_grade = read_grade(reading, grades, "outcome", precedent->grade);
    precedent->value_grade = read_grade(reading, grades, "value", precedent->grade);
    precedent->raised_grade = read_grade(reading, grades, "raised", precedent->grade);
}

static void read_truth(const struct reading *reading)
{
    const struct node *truth = node_find(reading->sheet.root, "truth");
    reading->precedent->value = reading->precedent->raised = NAN;
    if (!truth) {
        if (reading->sound)
            complain(reading, reading->sheet.root->place, "a case needs 'truth': what became of the company");
        return;
    }
    if (!sheet_mapping(&reading->sheet, truth, "'truth'", truth_keys))
        return;
    read_end(reading, truth);
    read_points(reading, truth, "revenue", QUANTITY_REVENUE);
    read_points(reading, truth, "services_share", QUANTITY_SERVICES_SHARE);
    if (!reading->precedent->has_outcome && reading->precedent->points == 0)
        complain(reading, truth->place, "'truth' says nothing to hold a forecast against");
}

/* --- The rest ------------------------------------------------------------------------------- */

static void read_start(const struct reading *reading)
{
    struct precedent *precedent = reading->precedent;
    const struct node *node = node_find(reading->sheet.root, "start");
    precedent->start_year = 2000;
    precedent->start_month = 1;
    if (node && node->kind == NODE_SCALAR &&
        header_read_month(node->text, &precedent->start_year, &precedent->start_month))
        return;
    if (node || reading->sound)
        complain(reading, node ? node->place : reading->sheet.root->place, "a case needs 'start', the month of its scenario's start, such as 2011-07");
}

static void read_paths(const struct reading *reading)
{
    const struct node *node = node_find(reading->sheet.root, "paths");
    double paths = 0.0;
    if (node && value_read_quantity(reading->sheet.loading, node, UNIT_COUNT, &paths) &&
        !(paths >= 2 && paths <= PATHS_MAX && paths == floor(paths)))
        complain(reading, node->place, "'paths' must be a whole number from 2 to 10,000,000");
    reading->precedent->paths = (int64_t)paths;
}

static void read_guesses(const struct reading *reading)
{
    const struct node *node = node_find(reading->sheet.root, "assumed");
    if (!node)
        return;
    const char **guess = arena_allocate(reading->sheet.loading->arena, GUESSES_MAX, sizeof *guess);
    bool sound = node->kind == NODE_LIST && node->count <= GUESSES_MAX;
    for (int e = 0; sound && guess && e < node->count; e++) {
        sound = node->entries[e].value->kind == NODE_SCALAR;
        guess[reading->precedent->guesses++] = node->entries[e].value->text;
    }
    if (!sound)
        complain(reading, node->place, "'assumed' must be a list of at most 40 words, the inputs that are guesses");
    reading->precedent->guess = guess;
}

static void interpret(struct reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    struct precedent *precedent = reading->precedent;
    reading->sound = sheet_mapping(sheet, sheet->root, "a case", keys);
    if (sheet->root->kind != NODE_MAPPING)
        return;
    precedent->name = sheet_text(sheet, sheet->root, "case", reading->sound);
    precedent->says = sheet_text(sheet, sheet->root, "says", reading->sound);
    precedent->source = sheet_text(sheet, sheet->root, "source", reading->sound);
    precedent->grade = read_grade(reading, sheet->root, "grade", PRECEDENT_RECALLED);
    read_start(reading);
    sheet_company(sheet, sheet->root, "a case", keys, &precedent->company);
    read_paths(reading);
    read_guesses(reading);
    read_truth(reading);
    acceptance_read(sheet, precedent);
}

static struct precedent *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct precedent *precedent = arena_allocate(arena, 1, sizeof *precedent);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!precedent || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    struct reading reading = {.sheet = {&loading, document->root}, .precedent = precedent};
    precedent->file = document->path;
    precedent->memory = arena;
    interpret(&reading);
    return precedent;
}

struct precedent *precedent_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct precedent *precedent = make(arena, file, complaints);
    if (!precedent || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return precedent;
}

void precedent_destroy(struct precedent *precedent)
{
    if (precedent)
        arena_destroy(precedent->memory);
}
