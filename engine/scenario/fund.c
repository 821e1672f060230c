#include "scenario/fund.h"

#include "model/parameters.h"
#include "scenario/library.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

enum { FUNDS_STANDARD = 10000, FUNDS_MAX = 1000000, SEED_STANDARD = 2007 };

static const double CENTURY = 1200.0; /* months */

struct reading {
    struct sheet sheet;
    bool sound; /* no key is misspelt, so what is not there is missing */
    struct fund *fund;
};

static const char *const keys[] = {"fund",   "description", "companies", "funds", "seed",  "size",
                                   "pacing", "term",        "enter",     "cheque", "reserves", "fees",
                                   "fees_for", "carry",     "share",     "scenario", "set", "mix", NULL};
static const char *const arm_keys[] = {"scenario", "strategy", "set", "weight", NULL};

static void complain(const struct reading *reading, struct place place, const char *text)
{
    complaints_add(reading->sheet.loading->complaints, place, "%s", text);
}

static const struct node *find(const struct reading *reading, const char *key)
{
    return node_find(reading->sheet.root, key);
}

/* --- Numbers -------------------------------------------------------------------------------- */

/* A number within bounds, or the standard one; NaN as a standard means that it must be there. */
static double read_number(const struct reading *reading, const char *key, enum unit unit,
                          double standard, double low, double high, const char *legal)
{
    const struct node *node = find(reading, key);
    double value = standard;
    if (!node && isnan(standard)) {
        if (reading->sound)
            complaints_add(reading->sheet.loading->complaints, reading->sheet.root->place,
                           "a fund needs '%s', %s", key, legal);
        return low;
    }
    if (!node || !value_read_quantity(reading->sheet.loading, node, unit, &value))
        return isnan(value) ? low : value;
    if (value >= low && value <= high)
        return value;
    complaints_add(reading->sheet.loading->complaints, node->place, "'%s' must be %s", key, legal);
    return low;
}

static int64_t read_whole(const struct reading *reading, const char *key, enum unit unit,
                          double standard, double low, double high, const char *legal)
{
    double value = read_number(reading, key, unit, standard, low, high, legal);
    if (value != floor(value))
        complaints_add(reading->sheet.loading->complaints, find(reading, key)->place,
                       "'%s' must be %s", key, legal);
    return (int64_t)value;
}

/* '30%' of the round, or '$500k'. */
static void read_cheque(const struct reading *reading)
{
    struct fund *fund = reading->fund;
    const struct node *node = find(reading, "cheque");
    fund->cheque_in_dollars = node && node->kind == NODE_SCALAR && node->text[0] == '$';
    if (fund->cheque_in_dollars)
        fund->cheque = read_number(reading, "cheque", UNIT_DOLLARS, NAN, 1.0, 1e12, "at least $1");
    else
        fund->cheque = read_number(reading, "cheque", UNIT_SHARE, NAN, 0.001, 1.0,
                                   "a share of the round, 0.1% to 100%, or dollars such as $500k");
}

static void read_money(const struct reading *reading)
{
    struct fund *fund = reading->fund;
    fund->size = read_number(reading, "size", UNIT_DOLLARS, NAN, 1000.0, 1e12, "$1,000 or more, such as $40M");
    read_cheque(reading);
    fund->reserves = read_number(reading, "reserves", UNIT_SHARE, 0.0, 0.0, 0.95, "0% to 95%");
    fund->fee = read_number(reading, "fees", UNIT_RATE, 0.02 / 12.0, 0.0, 0.1 / 12.0,
                            "0% to 10% per year, of what is committed");
    fund->carry = read_number(reading, "carry", UNIT_SHARE, 0.2, 0.0, 0.9, "0% to 90%");
}

static void read_times(const struct reading *reading)
{
    struct fund *fund = reading->fund;
    static const char *const months = "a whole number of months, at least one, such as 4 years";
    fund->term = (int)read_whole(reading, "term", UNIT_MONTHS, 120.0, 1.0, 360.0,
                                 "a whole number of months, at most 30 years");
    fund->pacing = (int)read_whole(reading, "pacing", UNIT_MONTHS, 48.0, 1.0, CENTURY, months);
    fund->fee_months = (int)read_whole(reading, "fees_for", UNIT_MONTHS, 120.0, 1.0, CENTURY, months);
    const struct node *pacing = find(reading, "pacing"), *fees = find(reading, "fees_for");
    if (fund->pacing >= fund->term)
        complain(reading, pacing ? pacing->place : reading->sheet.root->place,
                 "the last company starts after the fund's end; 'pacing' must be shorter than 'term'");
    if (fees && fund->fee_months > fund->term)
        complain(reading, fees->place, "fees are paid beyond the fund's end; 'fees_for' must not exceed 'term'");
    if (fund->fee_months > fund->term)
        fund->fee_months = fund->term;
    if (fund->fee * fund->fee_months >= 0.95) {
        const struct node *fee = find(reading, "fees");
        complain(reading, fee ? fee->place : reading->sheet.root->place,
                 "fees leave less than 5% of the fund to invest");
    }
}

static void read_counts(const struct reading *reading)
{
    struct fund *fund = reading->fund;
    fund->companies = (int)read_whole(reading, "companies", UNIT_COUNT, NAN, 1.0, FUND_COMPANIES_MAX,
                                      "a whole number from 1 to 200");
    fund->funds = read_whole(reading, "funds", UNIT_COUNT, FUNDS_STANDARD, 2.0, FUNDS_MAX,
                             "a whole number from 2 to 1,000,000");
    fund->seed = (uint64_t)read_whole(reading, "seed", UNIT_COUNT, SEED_STANDARD, 0.0, 0x1p53,
                                      "a whole number, not negative");
    fund->enter = (int)read_whole(reading, "enter", UNIT_COUNT, 1.0, 1.0, ROUNDS_MAX,
                                  "the number of a round, 1 to 6");
    if (fund->companies * fund->funds > FUND_PATHS_MAX)
        complain(reading, find(reading, "companies")->place,
                 "'companies' times 'funds' is more than 20,000,000");
}

/* --- Companies ------------------------------------------------------------------------------ */

/* Sections of which nothing is read by the world. */
static bool is_the_companys(const char *setting)
{
    static const char *const sections[] = {"company", "sales",    "delivery", "people",
                                           "exit",    "playbook", "funding",  "board"};
    for (size_t s = 0; s < sizeof sections / sizeof *sections; s++) {
        size_t length = strlen(sections[s]);
        if (strncmp(setting, sections[s], length) == 0 && setting[length] == '.')
            return true;
    }
    return false;
}

static const char *next_of_world(const struct sheet_company *company, int *at)
{
    while (*at < company->count && is_the_companys(company->settings[*at]))
        (*at)++;
    return *at < company->count ? company->settings[(*at)++] : NULL;
}

/* Whether two companies are of one market: the same scenario, with the same changes of its world. */
static bool same_market(const struct sheet_company *a, const struct sheet_company *b)
{
    if (!a->scenario || !b->scenario || strcmp(a->scenario, b->scenario) != 0)
        return false;
    for (int i = 0, j = 0;;) {
        const char *of_a = next_of_world(a, &i), *of_b = next_of_world(b, &j);
        if (!of_a || !of_b)
            return of_a == of_b;
        if (strcmp(of_a, of_b) != 0)
            return false;
    }
}

static void find_market(struct fund *fund, int arm)
{
    for (int other = 0; other < arm; other++)
        if (same_market(&fund->arm[arm].company, &fund->arm[other].company)) {
            fund->arm[arm].market = fund->arm[other].market;
            return;
        }
    fund->arm[arm].market = fund->markets++;
}

static void read_arm(const struct reading *reading, const struct node *node)
{
    struct fund *fund = reading->fund;
    struct fund_arm *arm = &fund->arm[fund->arms++];
    sheet_company(&reading->sheet, node, "an item of 'mix'", arm_keys, &arm->company);
    const struct node *weight = node_find(node, "weight");
    arm->weight = 1.0;
    if (weight && value_read_quantity(reading->sheet.loading, weight, UNIT_NUMBER, &arm->weight) &&
        !(arm->weight > 0.0 && arm->weight <= 1e6))
        complain(reading, weight->place, "'weight' must be above 0");
    find_market(fund, fund->arms - 1);
}

static void read_mix(const struct reading *reading)
{
    const struct node *mix = find(reading, "mix");
    if (!mix && !reading->sound)
        return;
    if (!mix || mix->kind != NODE_LIST || mix->count == 0 || mix->count > FUND_ARMS_MAX) {
        complaints_add(reading->sheet.loading->complaints,
                       mix ? mix->place : reading->sheet.root->place,
                       "a fund needs 'mix', a list of 1 to %d kinds of company", FUND_ARMS_MAX);
        return;
    }
    for (int e = 0; e < mix->count; e++)
        read_arm(reading, mix->entries[e].value);
}

static void interpret(struct reading *reading)
{
    static const char *const shares[] = {"market", "climate", "nothing", NULL};
    const struct sheet *sheet = &reading->sheet;
    reading->sound = sheet_mapping(sheet, sheet->root, "a fund", keys);
    if (sheet->root->kind != NODE_MAPPING)
        return;
    reading->fund->name = sheet_text(sheet, sheet->root, "fund", reading->sound);
    reading->fund->description = sheet_text(sheet, sheet->root, "description", false);
    read_counts(reading);
    read_money(reading);
    read_times(reading);
    reading->fund->share = (enum fund_share)sheet_word(sheet, "share", shares, false);
    read_mix(reading);
}

static struct fund *make(struct arena *arena, const char *file, struct complaints *complaints)
{
    struct library *library = library_create(arena, complaints, file);
    struct fund *fund = arena_allocate(arena, 1, sizeof *fund);
    const struct library_file *document = library ? library_main(library) : NULL;
    if (!fund || !document || node_is_mistake(document->root))
        return NULL;
    const struct loading loading = {arena, complaints, library};
    struct reading reading = {.sheet = {&loading, document->root}, .fund = fund};
    fund->file = document->path;
    fund->memory = arena;
    interpret(&reading);
    return fund;
}

struct fund *fund_load(const char *file, struct complaints *complaints)
{
    struct arena *arena = arena_create();
    if (!arena)
        return NULL;
    const long before = complaints_heard(complaints);
    struct fund *fund = make(arena, file, complaints);
    if (!fund || arena_exhausted(arena) || complaints_heard(complaints) > before) {
        arena_destroy(arena);
        return NULL;
    }
    return fund;
}

void fund_destroy(struct fund *fund)
{
    if (fund)
        arena_destroy(fund->memory);
}
