/* A field is one number that a scenario can set: its key, unit, legal range, standard value, who
 * chooses it, what it means and where the standard value comes from.
 *
 * The tables (*.def) stand beside the mechanisms that use them. One row yields the column in the
 * block of lanes, the key of the scenario language, its help, its range check and its place in the
 * JSON schema, so that none of these can drift apart. */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include <stddef.h>

/* The engine's own unit of each quantity: dollars, months, people, shares 0..1, rates per month.
 * Scenarios write other units ('10 years', '25%', '$80k/year'); the loader converts once. */
enum unit {
    UNIT_COUNT,         /* how many, a plain number of things */
    UNIT_SHARE,         /* 0..1, written as '25%' or 0.25 */
    UNIT_DOLLARS,       /* '$600k' */
    UNIT_DOLLARS_MONTH, /* '$80k/year', kept per month */
    UNIT_MONTHS,        /* '9 months', '10 years' */
    UNIT_RATE,          /* events or share per month: '3 per month', '13% per year' */
    UNIT_PEOPLE,        /* full-time equivalents: '5', '5 people' */
    UNIT_MULTIPLE,      /* '6x' or 6 */
    UNIT_NUMBER,        /* dimensionless */
    UNIT_WORD           /* one of field.words, kept as its index */
};

/* How often the world draws the value when the scenario gives a distribution. */
enum drawn {
    DRAWN_NEVER, /* constants only */
    DRAWN_PATH,  /* once per path; any distribution */
    DRAWN_MONTH  /* anew every month; constant or lognormal, kept as median and sd of the log */
};

enum owner {
    LEVER,      /* the company chooses it */
    UNCERTAINTY /* the world decides it */
};

enum grade {
    VERIFIED,  /* the figure was checked against the named source */
    RECALLED,  /* from memory of the named document */
    JUDGEMENT, /* no source: a modelling prior, to be shown as an assumption */
    DEFINITION /* not an empirical claim: a choice, a start value, an 'off' position */
};

struct field {
    const char *key;                 /* within its section; dots lead into nested mappings */
    enum unit unit;
    double low, high;                /* legal range, in the engine's unit */
    const char *standard;            /* default, written in the scenario language */
    enum drawn drawn;
    enum owner owner;
    enum grade grade;
    const char *meaning;
    const char *source;
    const char *const *words;        /* UNIT_WORD: the legal words, NULL-terminated */
};

/* A section is one mapping of the scenario language and one struct of columns. */
enum section {
    SECTION_MARKET,
    SECTION_CLIMATE,
    SECTION_COMPANY,
    SECTION_CAPABILITY,
    SECTION_COMMUNITY,
    SECTION_SALES,
    SECTION_DELIVERY,
    SECTION_PEOPLE,
    SECTION_EXIT,
    SECTION_PLAYBOOK,
    SECTION_FUNDING,
    SECTION_BOARD,
    SECTION_STAGE, /* repeated: one mapping per stage of a playbook, and the board's own stage */
    SECTION_ROUND, /* repeated: one mapping per round of a funding plan */
    SECTION_FOUNDER, /* last: draws are addressed by column */
    SECTIONS
};

struct field_table {
    const char *name;           /* key of the mapping in a scenario */
    const char *about;          /* one sentence */
    const struct field *fields; /* count rows */
    int count;
    int column;                 /* of the first field in struct parameters (first repetition) */
    int columns;                /* columns of one repetition; a monthly field takes two */
    int repeats;                /* 1, or STAGES_MAX + 1, or ROUNDS_MAX */
};

extern const struct field_table field_tables[SECTIONS];

/* Column (see model/parameters.h) of field number `row` of a section, in repetition `repeat`. */
int fields_column(enum section section, int row, int repeat);

/* The field that owns a column, with its section and repetition. The second column of a monthly
 * field (the spread) answers with the same field and *spread = 1. Never NULL for a legal column. */
const struct field *fields_of_column(int column, enum section *section, int *repeat, int *spread);

#endif
