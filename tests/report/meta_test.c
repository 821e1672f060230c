/* meta.gp: nothing but assignments of a number or of a quoted text that cannot end early. */
#include "report/meta.h"

#include "report/runner.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static char *written(const char *text)
{
    char *out = NULL;
    size_t size = 0;
    FILE *meta = open_memstream(&out, &size);
    meta_text(meta, text, "name_%d", 1);
    fclose(meta);
    return out;
}

START_TEST(a_text_cannot_leave_its_quotes)
{
    static const char *const texts[] = {"",
                                        "'",
                                        "''",
                                        "'''",
                                        "' . system('x') . '",
                                        "a'",
                                        "'a",
                                        "a\n'b'\n!touch x",
                                        "\\' \\",
                                        "\r\n`x`$(y)\"z\"@m"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char *line = written(texts[i]);
        size_t length = strlen(line);
        ck_assert_int_eq(strncmp(line, "name_1 = '", 10), 0);
        ck_assert_str_eq(line + length - 2, "'\n");
        ck_assert_ptr_eq(strchr(line + 10, '\''), line + length - 2);
        for (const char *at = line; at < line + length - 1; at++)
            ck_assert((unsigned char)*at >= ' ');
        free(line);
    }
}
END_TEST

START_TEST(text_is_otherwise_as_it_was)
{
    char *line = written("It's {/=40 a_b^c} `x` $(y) 100%d < \"z\" | @m \\n");
    ck_assert_str_eq(line, "name_1 = 'It\u2019s {/=40 a_b^c} `x` $(y) 100%d < \"z\" | @m \\n'\n");
    free(line);
}
END_TEST

START_TEST(what_no_slide_can_show_is_a_question_mark)
{
    char *line = written("Caf\u00e9 \u6f22");
    ck_assert_str_eq(line, "name_1 = 'Caf\u00e9 ?'\n");
    free(line);
}
END_TEST

START_TEST(numbers_are_numbers)
{
    char *out = NULL;
    size_t size = 0;
    FILE *meta = open_memstream(&out, &size);
    meta_number(meta, 2.5e6, "a");
    meta_number(meta, NAN, "b_%d", 2);
    meta_number(meta, -0.0, "c");
    fclose(meta);
    ck_assert_str_eq(out, "a = 2500000\nb_2 = NaN\nc = 0\n");
    free(out);
}
END_TEST

RUNNER_MAIN("meta", a_text_cannot_leave_its_quotes, text_is_otherwise_as_it_was,
            what_no_slide_can_show_is_a_question_mark, numbers_are_numbers)
