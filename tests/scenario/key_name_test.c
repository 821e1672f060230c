/* Every column has the key that leads back to it. */
#include "scenario/key_name.h"

#include "model/parameters.h"
#include "scenario/key.h"

#include <check.h>

START_TEST(names_lead_back_to_their_columns)
{
    int found = 0;
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(column, &section, &repeat, &spread);
        struct key key;
        if (spread)
            continue;
        ck_assert_msg(key_find(key_name(column).text, &key), "%s", key_name(column).text);
        ck_assert_int_eq(key.column, column);
        ck_assert_ptr_eq(key.field, field);
        found++;
    }
    ck_assert_int_gt(found, 100);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("key name");
    TCase *tests = tcase_create("key name");
    tcase_add_test(tests, names_lead_back_to_their_columns);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
