#include "scenario/events.h"

#include "scenario/header.h"
#include "scenario/key.h"
#include "scenario/quantity.h"
#include "scenario/value.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double FACTOR_MAX = 1e6;

/* One item of `events` while it is taken apart. */
struct reading {
    const struct loading *loading;
    const struct draft *drafts;
    struct scenario *scenario;
    const struct node *node;
    struct event event;              /* what all its changes have in common */
    struct place places[EVENTS_MAX]; /* of the scenario's events, for complaints */
};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->loading->complaints, place, "%s", text);
}

/* --- When ----------------------------------------------------------------------------------- */

/* 'at', a calendar month or a time after the start, as a month counted from 0. */
static bool read_month(const struct reading *reading, const struct node *node, int *month)
{
    const struct scenario *scenario = reading->scenario;
    const char *text = node->kind == NODE_SCALAR ? node->text : "";
    int year, of_year;
    char why[256];
    double months;
    if (node_is_mistake(node))
        return false;
    if (header_read_month(text, &year, &of_year)) {
        *month = (year - scenario->start_year) * 12 + of_year - scenario->start_month;
    } else if (quantity_read(text, strlen(text), UNIT_MONTHS, &months, why, sizeof why) &&
               months == floor(months) && fabs(months) <= INT_MAX) {
        *month = (int)months;
    } else {
        complain(reading, node->place,
                 "expected a month such as 2008-09, or a time after the start such as 14 months");
        return false;
    }
    if (*month >= 0 && *month < scenario->horizon)
        return true;
    complaints_add(reading->loading->complaints, node->place,
                   "this event is outside the scenario's %d months, which begin in %d-%02d",
                   scenario->horizon, scenario->start_year, scenario->start_month);
    return false;
}

static bool read_duration(const struct reading *reading, const struct node *node, int *months)
{
    double value;
    if (!value_read_quantity(reading->loading, node, UNIT_MONTHS, &value))
        return false;
    if (value >= 1 && value == floor(value) && value <= HORIZON_MAX) {
        *months = (int)value;
        return true;
    }
    complain(reading, node->place, "expected a whole number of months, at least one");
    return false;
}

static bool read_window(struct reading *reading)
{
    const struct node *at = node_find(reading->node, "at"), *last = node_find(reading->node, "for");
    const int horizon = reading->scenario->horizon;
    int months = 0;
    if (!at) {
        complain(reading, reading->node->place, "an event needs 'at', the month when it happens");
        return false;
    }
    const bool dated = read_month(reading, at, &reading->event.first_month);
    const bool limited = !last || read_duration(reading, last, &months);
    if (!dated || !limited)
        return false;
    reading->event.last_month = last ? reading->event.first_month + months - 1 : horizon - 1;
    if (reading->event.last_month < horizon)
        return true;
    complaints_add(reading->loading->complaints, last->place,
                   "this event ends %d months after the scenario",
                   reading->event.last_month - horizon + 1);
    return false;
}

/* --- What ----------------------------------------------------------------------------------- */

static bool overlap(const struct event *a, const struct event *b)
{
    const bool together = a->strategy == -1 || b->strategy == -1 || a->strategy == b->strategy;
    return together && a->column == b->column && a->first_month <= b->last_month &&
           b->first_month <= a->last_month;
}

static void complain_many(const struct reading *reading, struct place place)
{
    complaints_add(reading->loading->complaints, place,
                   "too many events: at most %d changes in all", EVENTS_MAX);
}

static void add_event(struct reading *reading, struct place place, const struct event *event)
{
    struct scenario *scenario = reading->scenario;
    for (int i = 0; i < scenario->events; i++)
        if (overlap(&scenario->event[i], event)) {
            complaints_add(reading->loading->complaints, place,
                           "this event overlaps with the one in line %d, which changes the same",
                           reading->places[i].line);
            return;
        }
    if (scenario->events == EVENTS_MAX) {
        complain_many(reading, place);
        return;
    }
    reading->places[scenario->events] = place;
    scenario->event[scenario->events++] = *event;
}

/* What cannot change while a company lives, or for one strategy alone; NULL for what can. */
static const char *fixed(const struct key *key, bool for_one)
{
    const size_t length = strlen(key->field->key);
    const bool at_start = length > 9 && strcmp(key->field->key + length - 9, "_at_start") == 0;
    if (key->section == SECTION_COMPANY || at_start)
        return "it is what the scenario starts with";
    if (for_one && (key->section == SECTION_MARKET || key->section == SECTION_CLIMATE ||
                    key->section == SECTION_CAPABILITY || key->section == SECTION_COMMUNITY))
        return "it belongs to the world, which is the same for every strategy";
    if (key->section == SECTION_FOUNDER)
        return "it says by what the founders judge the end";
    if (key->section > SECTION_EXIT)
        return "it belongs to a strategy's plan; write another stage or round instead";
    return NULL;
}

/* The strategies that an event is for must all be able to bear its factor. */
static bool factor_fits(const struct reading *reading, const struct key *key, struct place place)
{
    const struct event *event = &reading->event;
    for (int s = 0; s < reading->scenario->strategies; s++) {
        const struct assumption *base = &reading->scenario->strategy[s].assumptions[key->column];
        const double value = base->value.a * event->value;
        const bool concerned = event->strategy == -1 || event->strategy == s;
        if (!concerned || base->value.shape != SHAPE_CONSTANT ||
            reading->drafts[s].failed[key->column] ||
            (value >= key->field->low && value <= key->field->high))
            continue;
        char written[64], low[64], high[64];
        quantity_write(value, key->field->unit, written, sizeof written);
        quantity_write(key->field->low, key->field->unit, low, sizeof low);
        quantity_write(key->field->high, key->field->unit, high, sizeof high);
        complaints_add(reading->loading->complaints, place,
                       "this makes %s; '%s' must lie between %s and %s", written, key->field->key,
                       low, high);
        return false;
    }
    return true;
}

/* '1.5', '150%' or '1.5x'. */
static bool read_factor(struct reading *reading, const struct key *key, const struct node *node)
{
    char why[256];
    const size_t length = node->kind == NODE_SCALAR ? strlen(node->text) : 0;
    double *factor = &reading->event.value;
    if (node_is_mistake(node))
        return false;
    const bool read = quantity_read(node->text, length, UNIT_MULTIPLE, factor, why, sizeof why) ||
                      quantity_read(node->text, length, UNIT_SHARE, factor, why, sizeof why);
    if (!read || !(*factor >= 0) || *factor > FACTOR_MAX || *factor == 1) {
        complain(reading, node->place, read && *factor == 1
                                           ? "a factor of 1 changes nothing"
                                           : "expected a factor such as 1.5 or 150%");
        return false;
    }
    return factor_fits(reading, key, node->place);
}

/* One change of one field. */
static void read_change(struct reading *reading, const struct entry *entry, bool multiply,
                        const char *label)
{
    struct key key;
    if (!key_find(entry->key, &key)) {
        key_complain(reading->loading, entry->place, entry->key);
        return;
    }
    const char *reason = fixed(&key, reading->event.strategy >= 0);
    const bool word = key.field->unit == UNIT_WORD;
    if (reason || (word && multiply)) {
        complaints_add(reading->loading->complaints, entry->place, "no event can %s '%s': %s",
                       multiply ? "multiply" : "set", entry->key,
                       reason ? reason : "it is a word");
        return;
    }
    reading->event.column = key.column;
    reading->event.multiply = multiply;
    const bool read = multiply ? read_factor(reading, &key, entry->value)
                               : value_read_constant(reading->loading, key.field, entry->value,
                                                     &reading->event.value);
    if (!read)
        return;
    struct event event = reading->event;
    event.label = label ? label
                        : arena_format(reading->loading->arena, "%s %s %.60s", entry->key,
                                       multiply ? "times" : "becomes", entry->value->text);
    add_event(reading, entry->place, &event);
}

static void read_changes(struct reading *reading, const char *key, const char *label)
{
    const struct node *node = node_find(reading->node, key);
    if (!node || node_is_mistake(node))
        return;
    if (node->kind != NODE_MAPPING || node->count == 0) {
        complaints_add(reading->loading->complaints, node->place,
                       "expected '%s' to be a mapping such as {market.accounts: 2000}", key);
        return;
    }
    for (int i = 0; i < node->count; i++)
        read_change(reading, &node->entries[i], strcmp(key, "times") == 0, label);
}

static void read_enter_stage(struct reading *reading, const struct node *node, const char *label)
{
    const struct draft *draft = &reading->drafts[reading->event.strategy];
    const struct strategy *strategy = &reading->scenario->strategy[reading->event.strategy];
    const char *names[STAGES_MAX + 1];
    int count = 0;
    if (!draft->stages_known || node_is_mistake(node))
        return;
    struct event event = reading->event;
    event.column = -1;
    event.last_month = event.first_month;
    for (int i = 0; i < strategy->stages; i++) {
        if (!strategy->stage_name[i])
            continue;
        names[count++] = strategy->stage_name[i];
        if (node->kind != NODE_SCALAR || strcmp(strategy->stage_name[i], node->text) != 0)
            continue;
        event.stage = i;
        event.label = label ? label
                            : arena_format(reading->loading->arena, "enters the stage '%s'",
                                           node->text);
        add_event(reading, node->place, &event);
        return;
    }
    names[count] = NULL;
    complaints_suggest(reading->loading->complaints, node->place, node->text, names,
                       "the playbook has no stage '%.60s'", node->text);
}

/* --- One item ------------------------------------------------------------------------------- */

static bool check_keys(const struct reading *reading)
{
    static const char *const keys[] = {"at", "for", "set", "times", "label", "enter_stage", NULL};
    bool good = true;
    for (int i = 0; i < reading->node->count; i++) {
        const struct entry *entry = &reading->node->entries[i];
        int k = 0;
        while (keys[k] && strcmp(keys[k], entry->key) != 0)
            k++;
        if (keys[k])
            continue;
        complaints_suggest(reading->loading->complaints, entry->place, entry->key, keys,
                           "unknown key '%.60s' in an event", entry->key);
        good = false;
    }
    return good;
}

/* What an event does must be said, and fit together. */
static bool check_parts(const struct reading *reading)
{
    const struct node *node = reading->node, *enter = node_find(node, "enter_stage");
    const bool changes = node_find(node, "set") || node_find(node, "times");
    const char *trouble = NULL;
    if (!changes && !enter)
        trouble = "an event needs 'set', 'times' or, in a strategy, 'enter_stage'";
    else if (enter && reading->event.strategy == -1)
        trouble = "'enter_stage' belongs in the events of one strategy";
    else if (enter && (changes || node_find(node, "for")))
        trouble = "'enter_stage' stands alone: it takes 'at' and 'label' only";
    if (trouble)
        complain(reading, enter ? enter->place : node->place, trouble);
    return !trouble;
}

static bool read_label(const struct reading *reading, const char **label)
{
    const struct node *node = node_find(reading->node, "label");
    *label = NULL;
    if (!node)
        return true;
    if (node_is_mistake(node))
        return false;
    if (node->kind != NODE_SCALAR || !node->text[0] || strpbrk(node->text, "\n\t") ||
        strlen(node->text) > 120) {
        complain(reading, node->place, "expected a label of one short line");
        return false;
    }
    *label = node->text;
    return true;
}

static void read_event(struct reading *reading, const struct node *node)
{
    const char *label;
    reading->node = node;
    if (node_is_mistake(node))
        return;
    if (node->kind != NODE_MAPPING) {
        complain(reading, node->place, "expected an event such as {at: 2008-09, set: {...}}");
        return;
    }
    const bool known = check_keys(reading);
    const bool dated = read_window(reading);
    const bool labelled = read_label(reading, &label);
    if (!known || !check_parts(reading) || !dated || !labelled)
        return;
    const struct node *enter = node_find(node, "enter_stage");
    if (enter)
        read_enter_stage(reading, enter, label);
    read_changes(reading, "set", label);
    read_changes(reading, "times", label);
}

static void read_list(struct reading *reading, const struct node *list, int strategy)
{
    if (!list || node_is_mistake(list))
        return;
    if (list->kind != NODE_LIST || list->count == 0) {
        complain(reading, list->place,
                 list->kind == NODE_LIST ? "the list of events is empty"
                                         : "events must be a list, each beginning with '- '");
        return;
    }
    if (list->count > EVENTS_MAX)
        complain_many(reading, list->entries[EVENTS_MAX].place);
    for (int i = 0; i < list->count && i < EVENTS_MAX; i++) {
        reading->event = (struct event){.strategy = strategy, .column = -1, .stage = -1};
        read_event(reading, list->entries[i].value);
    }
}

/* Windows on one column never overlap, so this order is unique, and the file's does not matter. */
static int by_time(const void *left, const void *right)
{
    const struct event *a = left, *b = right;
    const int differences[] = {a->first_month - b->first_month, a->strategy - b->strategy,
                               a->column - b->column};
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
        if (differences[i] != 0)
            return differences[i];
    return 0;
}

void events_read(const struct loading *loading, const struct node *root,
                 const struct draft *drafts, struct scenario *scenario)
{
    struct reading reading = {.loading = loading, .drafts = drafts, .scenario = scenario};
    read_list(&reading, node_find(root, "events"), -1);
    for (int s = 0; s < scenario->strategies; s++)
        read_list(&reading, node_find(drafts[s].node, "events"), s);
    qsort(scenario->event, (size_t)scenario->events, sizeof *scenario->event, by_time);
}
