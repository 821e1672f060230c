#include "report/words.h"

#include "report/runner.h"

#include <math.h>

#define EXPECT(words, expected) ck_assert_str_eq((words).text, expected)

START_TEST(money_reads_in_two_or_three_digits)
{
    EXPECT(words_money(0), "$0");
    EXPECT(words_money(0.4), "$0");
    EXPECT(words_money(640), "$640");
    EXPECT(words_money(6900), "$6.9k");
    EXPECT(words_money(574321), "$574k");
    EXPECT(words_money(6.94e6), "$6.9M");
    EXPECT(words_money(38.4e6), "$38M");
    EXPECT(words_money(1.25e9), "$1.2B");
    EXPECT(words_money(3.2e13), "$32T");
    EXPECT(words_money(-6.9e6), "−$6.9M");
    EXPECT(words_money(NAN), "–");
    EXPECT(words_money(INFINITY), "–");
}
END_TEST

START_TEST(money_changes_its_unit_after_rounding)
{
    EXPECT(words_money(999.4), "$999");
    EXPECT(words_money(999.6), "$1.0k");
    EXPECT(words_money(9949), "$9.9k");
    EXPECT(words_money(9951), "$10k");
    EXPECT(words_money(999.4e3), "$999k");
    EXPECT(words_money(999.6e3), "$1.0M");
    EXPECT(words_money(9.96e6), "$10M");
}
END_TEST

START_TEST(differences_carry_their_sign)
{
    EXPECT(words_money_difference(190e3), "+$190k");
    EXPECT(words_money_difference(-34e3), "−$34k");
    EXPECT(words_money_difference(0), "$0");
}
END_TEST

START_TEST(percentages_never_pretend_all_or_nothing)
{
    EXPECT(words_percent(0), "0%");
    EXPECT(words_percent(1), "100%");
    EXPECT(words_percent(0.56), "56%");
    EXPECT(words_percent(0.048), "4.8%");
    EXPECT(words_percent(0.0083), "0.83%");
    EXPECT(words_percent(0.00002), "under 0.01%");
    EXPECT(words_percent(0.997), "99.7%");
    EXPECT(words_percent(0.99999), "over 99.9%");
    EXPECT(words_percent(-0.19), "−19%");
    EXPECT(words_percent(NAN), "–");
}
END_TEST

START_TEST(intervals_show_the_digits_that_stand)
{
    EXPECT(words_percent_about(0.712, 0.005), "71% ± 1%");
    EXPECT(words_percent_about(0.082, 0.00194), "8.2% ± 0.4%");
    EXPECT(words_percent_about(0.56, 0), "56%");
    EXPECT(words_percent_about(0.56, NAN), "56%");
    EXPECT(words_percent_about(0.5, 0.2), "50% ± 39%");
    EXPECT(words_money_about(574e3, 3e3), "$574k ± $5.9k");
    EXPECT(words_money_about(574e3, NAN), "$574k");
    EXPECT(words_multiple_about(1.85, 0.21), "1.9× ± 0.4");
    EXPECT(words_multiple_about(0.414, 0.01), "0.41× ± 0.02");
    EXPECT(words_multiple_about(0, 0), "0×");
}
END_TEST

START_TEST(chances_are_counted)
{
    EXPECT(words_chance(0.56), "56 in 100");
    EXPECT(words_chance(0.05), "1 in 20");
    EXPECT(words_chance(0.1), "1 in 10");
    EXPECT(words_chance(1 / 137.0), "1 in 140");
    EXPECT(words_chance(0.001), "1 in 1,000");
    EXPECT(words_chance(0.0004), "fewer than 1 in 1,000");
    EXPECT(words_chance(0.9999), "more than 99 in 100");
    EXPECT(words_chance(0), "0 in 100");
    EXPECT(words_chance(1), "100 in 100");
    EXPECT(words_chance(NAN), "–");
    EXPECT(words_times(0.56), "56 times in 100");
    EXPECT(words_times(0.05), "once in 20");
    EXPECT(words_times(0.001), "once in 1,000");
    EXPECT(words_times(0.0001), "less than once in 1,000");
    EXPECT(words_times(0), "never");
    EXPECT(words_times(1), "every time");
    ck_assert(words_one(0.05) && !words_one(0.5) && !words_one(0.0001) && !words_one(0));
}
END_TEST

START_TEST(counts_and_durations)
{
    EXPECT(words_count(0), "0");
    EXPECT(words_count(999), "999");
    EXPECT(words_count(20000), "20,000");
    EXPECT(words_count(100000000), "100,000,000");
    EXPECT(words_count(-1234), "−1,234");
    EXPECT(words_round_count(0), "0");
    EXPECT(words_round_count(6.6), "7");
    EXPECT(words_round_count(99.4), "99");
    EXPECT(words_round_count(996), "1,000");
    EXPECT(words_round_count(8154), "8,200");
    EXPECT(words_round_count(23456), "23,000");
    EXPECT(words_within("Value-added parts"), "value-added parts");
    EXPECT(words_small_count(3), "three");
    EXPECT(words_small_count(13), "13");
    EXPECT(words_duration(120), "10 years");
    EXPECT(words_duration(12), "1 year");
    EXPECT(words_duration(18), "18 months");
    EXPECT(words_duration(1), "1 month");
    EXPECT(words_duration(42), "3.5 years");
    EXPECT(words_multiple(12.3), "12×");
    EXPECT(words_multiple(0.414), "0.41×");
    EXPECT(words_number(1234567), "1,234,567");
    EXPECT(words_number(-0.5), "−0.50");
}
END_TEST

RUNNER_MAIN("words", money_reads_in_two_or_three_digits, money_changes_its_unit_after_rounding,
            differences_carry_their_sign, percentages_never_pretend_all_or_nothing,
            intervals_show_the_digits_that_stand, chances_are_counted, counts_and_durations)
