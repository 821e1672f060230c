/* The words of tables and charts that are no keys of a scenario: what 'explain' says of them. */
#ifndef REPORT_LEXICON_H
#define REPORT_LEXICON_H

struct lexicon_word {
    const char *word;    /* NULL ends the table */
    const char *said_by; /* commands, between commas */
    const char *meaning;
};

extern const struct lexicon_word lexicon[];

/* Whatever the case; NULL when there is no such word. */
const struct lexicon_word *lexicon_find(const char *word);

#endif
