/* The field tables: what the loader, the help and the sampler rely on. */
#include "model/field.h"

#include "laws/fixture.h"

#include <math.h>
#include <stdlib.h>

START_TEST(every_column_belongs_to_one_field)
{
    int columns = 0;
    for (int s = 0; s < SECTIONS; s++)
        for (int repeat = 0; repeat < field_tables[s].repeats; repeat++)
            for (int row = 0; row < field_tables[s].count; row++) {
                const struct field *field = &field_tables[s].fields[row];
                int width = field->drawn == DRAWN_MONTH ? 2 : 1;
                for (int k = 0; k < width; k++, columns++) {
                    enum section section;
                    int back, spread, column = fields_column((enum section)s, row, repeat) + k;
                    ck_assert_int_eq(column, columns);
                    ck_assert_ptr_eq(fields_of_column(column, &section, &back, &spread), field);
                    ck_assert_int_eq((int)section, s);
                    ck_assert_int_eq(back, repeat);
                    ck_assert_int_eq(spread, k);
                }
            }
    ck_assert_int_eq(columns, PARAMETER_COLUMNS);
}
END_TEST

START_TEST(columns_are_members_of_the_struct)
{
    ck_assert_int_eq(fields_column(SECTION_MARKET, 0, 0), PARAMETER_COLUMN(market.accounts));
    ck_assert_int_eq(fields_column(SECTION_STAGE, 0, 3), PARAMETER_COLUMN(stage[3].services));
    ck_assert_int_eq(fields_column(SECTION_ROUND, 0, 5), PARAMETER_COLUMN(round[5].amount));
}
END_TEST

START_TEST(a_foreign_column_belongs_to_nobody)
{
    enum section section;
    int repeat, spread;
    ck_assert_ptr_null(fields_of_column(-1, &section, &repeat, &spread));
    ck_assert_ptr_null(fields_of_column(PARAMETER_COLUMNS, &section, &repeat, &spread));
}
END_TEST

START_TEST(keys_are_unique_in_their_section)
{
    for (int s = 0; s < SECTIONS; s++)
        for (int row = 0; row < field_tables[s].count; row++)
            for (int other = 0; other < row; other++)
                ck_assert_str_ne(field_tables[s].fields[row].key,
                                 field_tables[s].fields[other].key);
}
END_TEST

START_TEST(every_field_explains_itself)
{
    for (int s = 0; s < SECTIONS; s++) {
        ck_assert_str_ne(field_tables[s].about, "");
        for (int row = 0; row < field_tables[s].count; row++) {
            const struct field *field = &field_tables[s].fields[row];
            ck_assert_str_ne(field->meaning, "");
            ck_assert_str_ne(field->source, "");
            ck_assert_msg(field->low < field->high, "%s", field->key);
            ck_assert_int_eq(field->words != NULL, field->unit == UNIT_WORD);
            ck_assert_int_eq(field->drawn == DRAWN_NEVER,
                             field->unit == UNIT_WORD || s == SECTION_FOUNDER);
        }
    }
}
END_TEST

/* A lognormal's median stands for the interval of a monthly field. */
START_TEST(standards_are_legal)
{
    struct block *block = fixture_block(1);
    double(*column)[STRIDE] = (void *)&block->given;
    for (int c = 0; c < PARAMETER_COLUMNS; c++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(c, &section, &repeat, &spread);
        ck_assert_msg(isfinite(column[c][0]), "%s", field->key);
        if (!spread)
            ck_assert_msg(column[c][0] >= field->low && column[c][0] <= field->high, "%s",
                          field->key);
        else
            ck_assert_msg(column[c][0] >= 0.0, "%s", field->key);
    }
    free(block);
}
END_TEST

START_TEST(words_are_counted_from_zero)
{
    for (int s = 0; s < SECTIONS; s++)
        for (int row = 0; row < field_tables[s].count; row++) {
            const struct field *field = &field_tables[s].fields[row];
            int count = 0;
            while (field->words && field->words[count])
                count++;
            if (field->words)
                ck_assert_double_eq(field->high, count - 1);
        }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        every_column_belongs_to_one_field,  columns_are_members_of_the_struct,
        a_foreign_column_belongs_to_nobody, keys_are_unique_in_their_section,
        every_field_explains_itself,        standards_are_legal,
        words_are_counted_from_zero,        NULL};
    return fixture_run("fields", tests);
}
