#include "model/field.h"

#include "model/parameters.h"

static const char *const regimes[] = {"free", "open", "shut", NULL};
static const char *const no_yes[] = {"no", "yes", NULL};
static const char *const instruments[] = {"priced", "safe", "note", NULL};
static const char *const maturities[] = {"repaid", "converts", NULL};
static const char *const participations[] = {"none", "full", "limited", NULL};
static const char *const seniorities[] = {"pari-passu", "senior", NULL};
static const char *const protections[] = {"none", "weighted-average", "full-ratchet", NULL};
static const char *const methods[] = {"fixed-percentage", "pre-money", "dollars-invested", NULL};

#define PATH(name, key, unit, low, high, standard, owner, grade, meaning, source)                   \
    {key, UNIT_##unit, low, high, standard, DRAWN_PATH, owner, grade, meaning, source, NULL},
#define MONTH(name, key, unit, low, high, standard, owner, grade, meaning, source)                  \
    {key, UNIT_##unit, low, high, standard, DRAWN_MONTH, owner, grade, meaning, source, NULL},
#define CHOICE(name, key, words, standard, owner, grade, meaning, source)                           \
    {key, UNIT_WORD, 0, sizeof words / sizeof *words - 2, standard, DRAWN_NEVER, owner, grade,      \
     meaning, source, words},
#define FIXED(name, key, unit, low, high, standard, owner, grade, meaning, source)                  \
    {key, UNIT_##unit, low, high, standard, DRAWN_NEVER, owner, grade, meaning, source, NULL},

static const struct field market[] = {
#include "model/market.def"
};
static const struct field climate[] = {
#include "model/climate.def"
};
static const struct field company[] = {
#include "model/company.def"
};
static const struct field capability[] = {
#include "model/capability.def"
};
static const struct field community[] = {
#include "model/community.def"
};
static const struct field sales[] = {
#include "model/sales.def"
};
static const struct field delivery[] = {
#include "model/delivery.def"
};
static const struct field people[] = {
#include "model/people.def"
};
static const struct field exits[] = {
#include "model/exit.def"
};
static const struct field playbook[] = {
#include "model/playbook.def"
};
static const struct field funding[] = {
#include "model/funding.def"
};
static const struct field board[] = {
#include "model/board.def"
};
static const struct field stages[] = {
#include "model/stage.def"
};
static const struct field rounds[] = {
#include "model/round.def"
};
static const struct field founder[] = {
#include "model/founder.def"
};

#define TABLE(section, rows, member, type, repeats, about)                                          \
    {section, about, rows, sizeof rows / sizeof *rows, PARAMETER_COLUMN(member),                    \
     sizeof(struct type) / COLUMN_SIZE, repeats}

const struct field_table field_tables[SECTIONS] = {
    [SECTION_MARKET] = TABLE("market", market, market, market, 1, "The world outside the company; every strategy meets the same one."),
    [SECTION_CLIMATE] = TABLE("climate", climate, climate, climate, 1, "The funding climate, open or shut."),
    [SECTION_COMPANY] = TABLE("company", company, company, founding, 1, "What the company has at the start."),
    [SECTION_CAPABILITY] = TABLE("capability", capability, capability, capability, 1, "How the company learns, contributes and builds."),
    [SECTION_COMMUNITY] = TABLE("community", community, community, community, 1, "The funnel of the free product."),
    [SECTION_SALES] = TABLE("sales", sales, sales, sales, 1, "Enterprise evaluations and the demand for services."),
    [SECTION_DELIVERY] = TABLE("delivery", delivery, delivery, delivery, 1, "What is billed, and what it costs beside people."),
    [SECTION_PEOPLE] = TABLE("people", people, people, people, 1, "What people cost, and how fast they come and go."),
    [SECTION_EXIT] = TABLE("exit", exits, exits, exits, 1, "What companies are worth, and how owners get out."),
    [SECTION_PLAYBOOK] = TABLE("playbook", playbook, playbook, playbook, 1, "A playbook beside its stages."),
    [SECTION_FUNDING] = TABLE("funding", funding, funding, funding, 1, "A funding plan beside its rounds."),
    [SECTION_BOARD] = TABLE("board", board, board, board, 1, "What investors do with their seats."),
    [SECTION_STAGE] = TABLE("stage", stages, stage, stage, STAGES_MAX + 1, "One stage of a playbook."),
    [SECTION_ROUND] = TABLE("round", rounds, round, round, ROUNDS_MAX, "One round: what is sold, when, and on which terms."),
    [SECTION_FOUNDER] = TABLE("founder", founder, founder, founder, 1, "What a founder has and wants beside the company; for the verdict only."),
};

static int width(const struct field *field) { return field->drawn == DRAWN_MONTH ? 2 : 1; }

int fields_column(enum section section, int row, int repeat)
{
    const struct field_table *table = &field_tables[section];
    int column = table->column + repeat * table->columns;
    for (int i = 0; i < row; i++)
        column += width(&table->fields[i]);
    return column;
}

const struct field *fields_of_column(int column, enum section *section, int *repeat, int *spread)
{
    for (int s = 0; s < SECTIONS; s++) {
        const struct field_table *table = &field_tables[s];
        int offset = column - table->column;
        if (offset < 0 || offset >= table->columns * table->repeats)
            continue;
        *section = (enum section)s;
        *repeat = offset / table->columns;
        offset %= table->columns;
        int row = 0;
        while (offset >= width(&table->fields[row]))
            offset -= width(&table->fields[row++]);
        *spread = offset;
        return &table->fields[row];
    }
    return NULL;
}
