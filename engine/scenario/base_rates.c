#include "scenario/base_rates.h"

#include "scenario/library.h"
#include "scenario/sheet.h"
#include "scenario/shelf.h"
#include "scenario/value.h"

#include <math.h>
#include <stdio.h>

const char *const base_rates_fate[FATES] = {"closed", "private", "acquired", "listed"};

static const char *const keys[] = {"base_rates", "source", "rates", NULL};
static const char *const row_keys[] = {"at", "closed", "acquired", "listed", NULL};

static void complain(const struct sheet *sheet, struct place place, const char *text)
{
    complaints_add(sheet->loading->complaints, place, "%s", text);
}

static double read_number(const struct sheet *sheet, const struct node *row, const char *key, enum unit unit)
{
    const struct node *node = node_find(row, key);
    double value = 0.0;
    if (!node)
        complaints_add(sheet->loading->complaints, row->place, "a row of rates needs '%s'", key);
    else if (value_read_quantity(sheet->loading, node, unit, &value) && value < 0.0)
        complain(sheet, node->place, "this must not be negative");
    return value;
}

static void read_row(const struct sheet *sheet, const struct node *node, struct base_rates *rates)
{
    int r = rates->rows;
    if (!sheet_mapping(sheet, node, "a row of rates", row_keys))
        return;
    double *share = rates->row[r].share;
    rates->row[r].month = read_number(sheet, node, "at", UNIT_MONTHS);
    share[FATE_CLOSED] = read_number(sheet, node, "closed", UNIT_SHARE);
    share[FATE_ACQUIRED] = read_number(sheet, node, "acquired", UNIT_SHARE);
    share[FATE_LISTED] = read_number(sheet, node, "listed", UNIT_SHARE);
    share[FATE_PRIVATE] = 1.0 - share[FATE_CLOSED] - share[FATE_ACQUIRED] - share[FATE_LISTED];
    if (share[FATE_PRIVATE] < 0.0)
        complain(sheet, node->place, "these shares add up to more than 100%; what is left of it is private");
    for (int f = 0; f < FATES; f++)
        if (share[f] == 0.0) {
            complain(sheet, node->place, "a rate of 0% says that an end is impossible; nothing could then be scored");
            break;
        }
    for (int f = 0; r > 0 && f < FATES; f++)
        if (f != FATE_PRIVATE && share[f] < rates->row[r - 1].share[f]) {
            complain(sheet, node->place, "ends do not come undone: no rate falls from one row to the next");
            break;
        }
    if (r > 0 && rates->row[r].month <= rates->row[r - 1].month)
        complain(sheet, node->place, "rows of rates must rise by 'at'");
    rates->rows++;
}

static void interpret(const struct sheet *sheet, struct base_rates *rates)
{
    if (!sheet_mapping(sheet, sheet->root, "base rates", keys))
        return;
    rates->name = sheet_text(sheet, sheet->root, "base_rates", true);
    rates->source = sheet_text(sheet, sheet->root, "source", true);
    rates->row[rates->rows++].share[FATE_PRIVATE] = 1.0;
    const struct node *list = node_find(sheet->root, "rates");
    if (!list || list->kind != NODE_LIST || list->count == 0 || list->count >= BASE_RATES_MAX) {
        complain(sheet, list ? list->place : sheet->root->place, "base rates need 'rates', a list of 1 to 23 rows");
        return;
    }
    for (int e = 0; e < list->count; e++)
        read_row(sheet, list->entries[e].value, rates);
}

static struct base_rates *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct base_rates *rates = arena_allocate(arena, 1, sizeof *rates);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!rates || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    const struct sheet sheet = {&loading, document->root};
    rates->file = document->path;
    rates->memory = arena;
    interpret(&sheet, rates);
    return rates;
}

struct base_rates *base_rates_load(const char *file, struct complaints *complaints)
{
    char shelf[SHELF_PATH_MAX], shipped[SHELF_PATH_MAX + 20];
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    snprintf(shipped, sizeof shipped, "%s/base-rates.yaml", shelf_scenarios(shelf));
    const long before = complaints_heard(complaints);
    struct base_rates *rates = make(arena, file ? file : shipped, complaints);
    if (!rates || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return rates;
}

void base_rates_destroy(struct base_rates *rates)
{
    if (rates)
        arena_destroy(rates->memory);
}

void base_rates_at(const struct base_rates *rates, double month, double share[FATES])
{
    int r = 1;
    while (r < rates->rows && rates->row[r].month < month)
        r++;
    for (int f = 0; f < FATES; f++) {
        if (r >= rates->rows) {
            share[f] = rates->row[rates->rows - 1].share[f];
            continue;
        }
        double before = rates->row[r - 1].month, part = (month - before) / (rates->row[r].month - before);
        share[f] = rates->row[r - 1].share[f] + fmax(part, 0.0) * (rates->row[r].share[f] - rates->row[r - 1].share[f]);
    }
}
