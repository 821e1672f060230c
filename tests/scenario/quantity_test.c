#include "scenario/quantity.h"

#include <check.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool reads(const char *text, enum unit unit, double *value)
{
    char why[200] = "";
    const bool good = quantity_read(text, strlen(text), unit, value, why, sizeof why);
    ck_assert_msg(good == (why[0] == '\0'), "'%s' says '%s'", text, why);
    return good;
}

START_TEST(every_unit_has_its_spellings)
{
    static const struct {
        const char *text;
        enum unit unit;
        double value;
    } cases[] = {
        {"4000", UNIT_COUNT, 4000},
        {"4k", UNIT_COUNT, 4000},
        {"2.5M", UNIT_COUNT, 2.5e6},
        {"1B", UNIT_COUNT, 1e9},
        {"1e3", UNIT_COUNT, 1000},
        {"1e3k", UNIT_COUNT, 1e6},
        {"-7", UNIT_COUNT, -7},
        {"+7", UNIT_COUNT, 7},
        {"25%", UNIT_SHARE, 0.25},
        {"25 %", UNIT_SHARE, 0.25},
        {"0.25", UNIT_SHARE, 0.25},
        {"0.7%", UNIT_SHARE, 0.007},
        {"-100%", UNIT_SHARE, -1},
        {"$600k", UNIT_DOLLARS, 600000},
        {"$4.5M", UNIT_DOLLARS, 4.5e6},
        {"$0.30", UNIT_DOLLARS, 0.3},
        {"$.5", UNIT_DOLLARS, 0.5},
        {"$5.", UNIT_DOLLARS, 5},
        {"$-5", UNIT_DOLLARS, -5},
        {"$80k/year", UNIT_DOLLARS_MONTH, 80000 / 12.0},
        {"$80k per year", UNIT_DOLLARS_MONTH, 80000 / 12.0},
        {"$3k/month", UNIT_DOLLARS_MONTH, 3000},
        {"$3k per month", UNIT_DOLLARS_MONTH, 3000},
        {"9 months", UNIT_MONTHS, 9},
        {"9months", UNIT_MONTHS, 9},
        {"1 month", UNIT_MONTHS, 1},
        {"10 years", UNIT_MONTHS, 120},
        {"1 year", UNIT_MONTHS, 12},
        {"0.5 years", UNIT_MONTHS, 6},
        {"3 per month", UNIT_RATE, 3},
        {"3/month", UNIT_RATE, 3},
        {"13% per year", UNIT_RATE, 0.13 / 12},
        {"13%/year", UNIT_RATE, 0.13 / 12},
        {"0.7 per year", UNIT_RATE, 0.7 / 12},
        {"5", UNIT_PEOPLE, 5},
        {"5 people", UNIT_PEOPLE, 5},
        {"1 person", UNIT_PEOPLE, 1},
        {"6x", UNIT_MULTIPLE, 6},
        {"6", UNIT_MULTIPLE, 6},
        {"0.8", UNIT_NUMBER, 0.8},
        {"1e-12", UNIT_NUMBER, 1e-12},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = NAN;
        ck_assert_msg(reads(cases[i].text, cases[i].unit, &value), "'%s'", cases[i].text);
        ck_assert_msg(value == cases[i].value, "'%s' is %.17g", cases[i].text, value);
    }
}
END_TEST

START_TEST(everything_else_is_refused)
{
    static const struct {
        const char *text;
        enum unit unit;
    } cases[] = {
        {"", UNIT_COUNT},
        {" ", UNIT_COUNT},
        {"many", UNIT_COUNT},
        {"-", UNIT_COUNT},
        {".", UNIT_COUNT},
        {"1.2.3", UNIT_COUNT},
        {"4000 accounts", UNIT_COUNT},
        {"4 k", UNIT_COUNT},
        {"4K", UNIT_COUNT},
        {"4kk", UNIT_COUNT},
        {"4km", UNIT_COUNT},
        {"$4000", UNIT_COUNT},
        {"25%", UNIT_COUNT},
        {"4,000", UNIT_COUNT},
        {"4_000", UNIT_COUNT},
        {"0x10", UNIT_COUNT},
        {"nan", UNIT_COUNT},
        {".nan", UNIT_COUNT},
        {"inf", UNIT_COUNT},
        {"-.inf", UNIT_COUNT},
        {"infinity", UNIT_NUMBER},
        {"1e999", UNIT_NUMBER},
        {"1e99999999999999999999", UNIT_NUMBER},
        {"1e", UNIT_NUMBER},
        {"1d5", UNIT_NUMBER},
        {"0.8x", UNIT_NUMBER},
        {"30%", UNIT_NUMBER},
        {"1,5", UNIT_NUMBER},
        {"\xd9\xa3", UNIT_NUMBER}, /* an Arabic-Indic three */
        {"25%%", UNIT_SHARE},
        {"$25%", UNIT_SHARE},
        {"25 percent", UNIT_SHARE},
        {"600000", UNIT_DOLLARS},
        {"600k$", UNIT_DOLLARS},
        {"$", UNIT_DOLLARS},
        {"$$5", UNIT_DOLLARS},
        {"-$5", UNIT_DOLLARS},
        {"600k EUR", UNIT_DOLLARS},
        {"$80k/year", UNIT_DOLLARS},
        {"$80k", UNIT_DOLLARS_MONTH},
        {"80k/year", UNIT_DOLLARS_MONTH},
        {"$80k/week", UNIT_DOLLARS_MONTH},
        {"$80k a year", UNIT_DOLLARS_MONTH},
        {"9", UNIT_MONTHS},
        {"9 weeks", UNIT_MONTHS},
        {"9 monthss", UNIT_MONTHS},
        {"9%", UNIT_MONTHS},
        {"13%", UNIT_RATE},
        {"3", UNIT_RATE},
        {"3 months", UNIT_RATE},
        {"per month", UNIT_RATE},
        {"3 per month per month", UNIT_RATE},
        {"$3 per month", UNIT_RATE},
        {"5 persons", UNIT_PEOPLE},
        {"5x", UNIT_PEOPLE},
        {"x", UNIT_MULTIPLE},
        {"6 times", UNIT_MULTIPLE},
        {"5 trailing", UNIT_NUMBER},
        {"yes", UNIT_WORD},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value;
        ck_assert_msg(!reads(cases[i].text, cases[i].unit, &value), "'%s'", cases[i].text);
    }
}
END_TEST

START_TEST(a_refusal_says_what_was_expected)
{
    char why[200];
    double value;
    ck_assert(!quantity_read("10 years", 8, UNIT_DOLLARS, &value, why, sizeof why));
    ck_assert_str_eq(why, "expected money such as $600k or $4.5M, not '10 years'");
    char digits[300];
    memset(digits, '1', sizeof digits);
    ck_assert(!quantity_read(digits, sizeof digits, UNIT_COUNT, &value, why, sizeof why));
    ck_assert_ptr_nonnull(strstr(why, "1111..."));
    ck_assert_uint_lt(strlen(why), 160);
}
END_TEST

START_TEST(only_the_given_length_is_read)
{
    double value;
    char why[200];
    ck_assert(quantity_read("12345", 2, UNIT_COUNT, &value, why, sizeof why));
    ck_assert_double_eq(value, 12);
    ck_assert(quantity_read("5%per", 2, UNIT_SHARE, &value, why, sizeof why));
    ck_assert_double_eq(value, 0.05);
}
END_TEST

START_TEST(an_interval_shares_its_unit)
{
    static const struct {
        const char *text;
        enum unit unit;
        double low, high;
    } cases[] = {
        {"2000 to 8000", UNIT_COUNT, 2000, 8000},
        {"2 to 8k", UNIT_COUNT, 2, 8000}, /* a multiplier is no unit */
        {"2k to 8k", UNIT_COUNT, 2000, 8000},
        {"$40k to $900k", UNIT_DOLLARS, 4e4, 9e5},
        {"$40k to 900k", UNIT_DOLLARS, 4e4, 9e5},
        {"40k to $900k", UNIT_DOLLARS, 4e4, 9e5},
        {"2 to 8 months", UNIT_MONTHS, 2, 8},
        {"6 months to 2 years", UNIT_MONTHS, 6, 24},
        {"20 to 30%", UNIT_SHARE, 0.2, 0.3},
        {"20% to 30", UNIT_SHARE, 0.2, 0.3},
        {"0.2 to 0.3", UNIT_SHARE, 0.2, 0.3},
        {"$40k to $90k/year", UNIT_DOLLARS_MONTH, 40000 / 12.0, 90000 / 12.0},
        {"40 to 70% per year", UNIT_RATE, 0.4 / 12, 0.7 / 12},
        {"40% to 70% per year", UNIT_RATE, 0.4 / 12, 0.7 / 12},
        {"40% per year to 70%", UNIT_RATE, 0.4 / 12, 0.7 / 12},
        {"1  to  2x", UNIT_MULTIPLE, 1, 2},
        {"-2 to -1", UNIT_NUMBER, -2, -1},
        {"8 to 2", UNIT_NUMBER, 8, 2}, /* not this function's business */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char why[200];
        double low, high;
        const char *text = cases[i].text;
        ck_assert(quantity_is_interval(text, strlen(text)));
        ck_assert_msg(quantity_read_interval(text, strlen(text), cases[i].unit, &low, &high, why,
                                             sizeof why),
                      "'%s': %s", text, why);
        ck_assert_msg(low == cases[i].low && high == cases[i].high, "'%s' is %g to %g", text, low,
                      high);
    }
}
END_TEST

START_TEST(a_crooked_interval_is_refused)
{
    static const struct {
        const char *text;
        enum unit unit;
    } cases[] = {
        {"2 to ", UNIT_COUNT},        {" to 8", UNIT_COUNT},
        {"2 to 8 to 9", UNIT_COUNT},  {"2 to many", UNIT_COUNT},
        {"1% to 2 per month", UNIT_RATE}, {"2 to 8", UNIT_MONTHS},
        {"$2 to 8 months", UNIT_MONTHS},  {"1 to $2", UNIT_COUNT},
        {"1 mon to 2 months", UNIT_MONTHS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char why[200];
        double low, high;
        ck_assert_msg(!quantity_read_interval(cases[i].text, strlen(cases[i].text), cases[i].unit,
                                              &low, &high, why, sizeof why),
                      "'%s'", cases[i].text);
    }
    ck_assert(!quantity_is_interval("tomato", 6));
    ck_assert(!quantity_is_interval("2to8", 4));
}
END_TEST

START_TEST(people_read_what_is_written)
{
    static const struct {
        double value;
        enum unit unit;
        const char *text;
    } cases[] = {
        {600000, UNIT_DOLLARS, "$600k"},
        {1.5e6, UNIT_DOLLARS, "$1.5M"},
        {1.1e8, UNIT_DOLLARS, "$110M"},
        {0, UNIT_DOLLARS, "$0"},
        {0.3, UNIT_DOLLARS, "$0.3"},
        {120, UNIT_MONTHS, "10 years"},
        {54, UNIT_MONTHS, "54 months"},
        {18, UNIT_MONTHS, "18 months"},
        {12, UNIT_MONTHS, "1 year"},
        {1, UNIT_MONTHS, "1 month"},
        {0.25, UNIT_SHARE, "25%"},
        {1, UNIT_SHARE, "100%"},
        {0, UNIT_SHARE, "0%"},
        {-1, UNIT_SHARE, "-100%"},
        {0.13 / 12, UNIT_RATE, "13% per year"},
        {3, UNIT_RATE, "3 per month"},
        {80000 / 12.0, UNIT_DOLLARS_MONTH, "$80k/year"},
        {4000, UNIT_COUNT, "4000"},
        {1e8, UNIT_COUNT, "100M"},
        {5, UNIT_PEOPLE, "5"},
        {6, UNIT_MULTIPLE, "6x"},
        {0.0005, UNIT_NUMBER, "0.0005"},
        {2, UNIT_WORD, "2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64];
        quantity_write(cases[i].value, cases[i].unit, text, sizeof text);
        ck_assert_str_eq(text, cases[i].text);
    }
}
END_TEST

/* Numbers of every size: random digits and exponents, and sometimes all 53 bits. */
static double random_value(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    const uint64_t bits = *state >> 11;
    const int exponent = (int)(*state >> 7 & 31) - 16;
    const double mantissa = bits % 3 == 0 ? (double)bits : (double)(bits % 100000);
    return (bits & 1 ? -1 : 1) * ldexp(mantissa, exponent);
}

START_TEST(what_is_written_reads_back)
{
    const enum unit unit = (enum unit)_i;
    uint64_t state = 20110701;
    for (int n = 0; n < 5000; n++) {
        const double value = random_value(&state);
        char text[64], why[200];
        double back;
        quantity_write(value, unit, text, sizeof text);
        ck_assert_msg(quantity_read(text, strlen(text), unit, &back, why, sizeof why),
                      "%.17g is written as '%s': %s", value, text, why);
        ck_assert_msg(back == value, "%.17g is written as '%s'", value, text);
    }
}
END_TEST

START_TEST(extremes_read_back)
{
    static const double values[] = {1e-300, 1e300, 5e-324, 1.7976931348623157e308, -1e-9,
                                    123456789012345678.0, 1.0 / 3};
    for (int unit = UNIT_COUNT; unit < UNIT_WORD; unit++)
        for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
            char text[64], why[200];
            double back;
            quantity_write(values[i], (enum unit)unit, text, sizeof text);
            ck_assert_msg(
                quantity_read(text, strlen(text), (enum unit)unit, &back, why, sizeof why), "%s",
                why);
            ck_assert_msg(back == values[i], "%.17g is written as '%s'", values[i], text);
        }
}
END_TEST

START_TEST(there_is_no_negative_zero)
{
    double value = 1;
    ck_assert(reads("-0", UNIT_NUMBER, &value));
    ck_assert(!signbit(value));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("quantity");
    TCase *reading = tcase_create("reading");
    tcase_add_test(reading, every_unit_has_its_spellings);
    tcase_add_test(reading, everything_else_is_refused);
    tcase_add_test(reading, a_refusal_says_what_was_expected);
    tcase_add_test(reading, only_the_given_length_is_read);
    tcase_add_test(reading, an_interval_shares_its_unit);
    tcase_add_test(reading, a_crooked_interval_is_refused);
    tcase_add_test(reading, there_is_no_negative_zero);
    suite_add_tcase(suite, reading);
    TCase *writing = tcase_create("writing");
    tcase_add_test(writing, people_read_what_is_written);
    tcase_add_loop_test(writing, what_is_written_reads_back, UNIT_COUNT, UNIT_WORD);
    tcase_add_test(writing, extremes_read_back);
    suite_add_tcase(suite, writing);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
