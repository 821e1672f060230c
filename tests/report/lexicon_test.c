/* Every word of tables and charts is in the engine's glossary, too, and none is a key of the language. */
#include "report/lexicon.h"

#include "model/field.h"
#include "report/runner.h"
#include "scenario/key.h"
#include "scenario/topics.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_glossary(void)
{
    enum { MOST = 65536 };
    char *text = calloc(MOST, 1);
    FILE *file = fopen("engine/README.md", "r");
    ck_assert(text && file);
    ck_assert_uint_lt(fread(text, 1, MOST - 1, file), MOST - 1);
    fclose(file);
    return text;
}

START_TEST(words_stand_in_the_glossary)
{
    char *glossary = read_glossary();
    for (const struct lexicon_word *entry = lexicon; entry->word; entry++) {
        /* In bold, by itself or among its kin: '| **box, density, coverage, mass** |'. */
        bool found = false;
        for (char *at = glossary; !found && (at = strstr(at, entry->word)); at++) {
            char *line = at;
            while (line > glossary && line[-1] != '\n')
                line--;
            const char *bold = strstr(line, "**"), *end = bold ? strstr(bold + 2, "**") : NULL;
            found = line[0] == '|' && bold && end && bold < at && at < end;
        }
        ck_assert_msg(found, "'%s' is not in the glossary", entry->word);
    }
    free(glossary);
}
END_TEST

START_TEST(words_are_found_and_are_no_keys)
{
    ck_assert_ptr_nonnull(lexicon_find("sobol INDEX"));
    ck_assert_ptr_null(lexicon_find("sobol"));
    for (const struct lexicon_word *entry = lexicon; entry->word; entry++) {
        struct key key;
        ck_assert_ptr_eq(lexicon_find(entry->word), entry);
        ck_assert(!key_find(entry->word, &key));
        ck_assert_ptr_null(topics_find(entry->word));
        ck_assert(!isspace((unsigned char)entry->meaning[0]) && entry->meaning[strlen(entry->meaning) - 1] != '.');
    }
}
END_TEST

RUNNER_MAIN("lexicon", words_stand_in_the_glossary, words_are_found_and_are_no_keys)
