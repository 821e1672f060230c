#include "report/lettering.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>

START_TEST(characters_are_read_whole)
{
    const char *text = "a\u00e9\u20ac\U0001f680";
    static const unsigned expected[] = {'a', 0xe9, 0x20ac, 0x1f680};
    for (int i = 0; i < 4; i++)
        ck_assert_uint_eq(lettering_next(&text), expected[i]);
    ck_assert_int_eq(*text, '\0');
}
END_TEST

START_TEST(what_is_not_utf8_is_read_byte_by_byte)
{
    static const char *const bad[] = {
        "\x80",             /* a continuation without a beginning */
        "\xc0\xaf",         /* two bytes for one */
        "\xe2\x82",         /* cut short */
        "\xed\xa0\x80",     /* a surrogate */
        "\xf4\x90\x80\x80", /* beyond the last */
        "\xff\xfe",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const char *text = bad[i];
        size_t length = strlen(text);
        ck_assert_uint_eq(lettering_next(&text), 0xfffd);
        ck_assert_ptr_eq(text, bad[i] + 1);
        ck_assert_int_le(lettering_columns(bad[i]), (int)length);
    }
}
END_TEST

START_TEST(shortened_text_ends_in_an_ellipsis_and_in_whole_characters)
{
    char out[64];
    lettering_shorten(out, sizeof out, "short", 20);
    ck_assert_str_eq(out, "short");
    lettering_shorten(out, sizeof out, "Services first, bootstrapped", 8);
    ck_assert_ptr_nonnull(strstr(out, "\u2026"));
    ck_assert_double_le(lettering_width(out), 8);
    /* However little room there is in memory. */
    for (size_t size = 8; size < sizeof out; size++) {
        lettering_shorten(out, size, "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", 100);
        ck_assert_uint_lt(strlen(out), size);
        for (const char *at = out; *at != '\0';)
            ck_assert_uint_ne(lettering_next(&at), 0xfffd);
    }
}
END_TEST

START_TEST(titles_break_after_a_comma_near_their_middle)
{
    char lines[2][128];
    ck_assert_int_eq(lettering_balance(lines[0], 128, 2, "one line", 36), 1);
    ck_assert_str_eq(lines[0], "one line");
    ck_assert_str_eq(lines[1], "");
    ck_assert_int_eq(lettering_balance(lines[0], 128, 2,
                                       "Four rounds take the founders from 100% to 36%; the Seed "
                                       "round alone costs 30 points",
                                       36),
                     2);
    ck_assert_str_eq(lines[0], "Four rounds take the founders from 100% to 36%;");
    ck_assert_str_eq(lines[1], "the Seed round alone costs 30 points");
}
END_TEST

START_TEST(a_number_is_not_torn_apart)
{
    char lines[2][128];
    lettering_balance(lines[0], 128, 2,
                      "In the same world, that strategy beats the other one 54 times in 100 here",
                      36);
    ck_assert(strstr(lines[0], "54 times in 100") || strstr(lines[1], "54 times in 100"));
}
END_TEST

START_TEST(what_does_not_fit_is_shortened_in_the_last_line)
{
    char lines[2][256];
    const char *text =
        "Nospacesatallinthisverylongnameofastrategywhichcannotbebrokenanywhere and on "
        "and on and on and on and on and on and on and on and on and on";
    ck_assert_int_eq(lettering_wrap(lines[0], 256, 2, text, 20), 2);
    for (int i = 0; i < 2; i++) {
        ck_assert_double_le(lettering_width(lines[i]), 20);
        ck_assert_ptr_nonnull(strstr(lines[i], "\u2026"));
    }
    ck_assert(!lettering_fits(text, 2, 20));
    ck_assert(lettering_fits("fits", 1, 20));
}
END_TEST

START_TEST(slides_get_no_character_without_a_letter)
{
    char clean[64];
    ck_assert(
        !lettering_clean(clean, sizeof clean, "Caf\u00e9 \u201cx\u201d \u00b1 \u2026 \u0141"));
    ck_assert_str_eq(clean, "Caf\u00e9 \u201cx\u201d \u00b1 \u2026 \u0141");
    ck_assert(lettering_clean(clean, sizeof clean, "\u6f22\u5b57 \U0001f680 \u202e x"));
    ck_assert_str_eq(clean, "?? ? ? x");
    ck_assert(!lettering_clean(clean, sizeof clean, "a\nb\tc\x01\x1b[31md\x7f"));
    ck_assert_str_eq(clean, "a b c[31md");
    ck_assert(lettering_clean(clean, sizeof clean, "\xff"));
    ck_assert_str_eq(clean, "?");
}
END_TEST

START_TEST(terminals_get_no_control_characters)
{
    char plain[64];
    lettering_plain(plain, sizeof plain, "a\x1b[2Jb\nc\u202ed\xc2\x85\u6f22");
    ck_assert_str_eq(plain, "a[2Jb cd\u6f22");
    lettering_plain(plain, 4, "\u6f22\u6f22");
    ck_assert_str_eq(plain, "\u6f22");
}
END_TEST

static char *printed(const char *text, int columns)
{
    char *out = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&out, &size);
    lettering_print(file, text, columns, 2);
    fclose(file);
    return out;
}

START_TEST(printed_lines_are_wrapped_by_columns_not_bytes)
{
    char *text = printed("\u00e9\u00e9\u00e9\u00e9 bbbb cccc\nd\n", 9);
    ck_assert_str_eq(text, "\u00e9\u00e9\u00e9\u00e9 bbbb\n  cccc\nd\n");
    free(text);
}
END_TEST

RUNNER_MAIN("lettering", characters_are_read_whole, what_is_not_utf8_is_read_byte_by_byte,
            shortened_text_ends_in_an_ellipsis_and_in_whole_characters,
            titles_break_after_a_comma_near_their_middle, a_number_is_not_torn_apart,
            what_does_not_fit_is_shortened_in_the_last_line,
            slides_get_no_character_without_a_letter, terminals_get_no_control_characters,
            printed_lines_are_wrapped_by_columns_not_bytes)
