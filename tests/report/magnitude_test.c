/* Quantities of every unit in words. */
#include "report/magnitude.h"

#include "report/runner.h"

START_TEST(every_unit_has_its_words)
{
    static const struct {
        double value;
        enum unit unit;
        const char *words;
    } cases[] = {
        {574e3, UNIT_DOLLARS, "$574k"},       {5e3, UNIT_DOLLARS_MONTH, "$60k/year"}, {0.12, UNIT_SHARE, "12%"},
        {18.0, UNIT_MONTHS, "18 months"},     {0.05, UNIT_RATE, "60%/year"},          {3.0, UNIT_RATE, "3.0/month"},
        {8200.0, UNIT_COUNT, "8,200"},        {5.5, UNIT_PEOPLE, "5.5"},              {2.1e6, UNIT_COUNT, "2.1M"},
        {0.0042, UNIT_NUMBER, "0.0042"},      {0.0, UNIT_NUMBER, "0"},
    };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++)
        ck_assert_str_eq(magnitude_words(cases[c].value, cases[c].unit).text, cases[c].words);
}
END_TEST

START_TEST(an_interval_names_its_unit_once)
{
    ck_assert_str_eq(magnitude_interval(4.0, 24.0, UNIT_MONTHS).text, "4.0 to 24 months");
    ck_assert_str_eq(magnitude_interval(60e3, 500e3, UNIT_DOLLARS).text, "$60k to $500k");
    ck_assert_str_eq(magnitude_interval(0.35 / 12.0, 0.8 / 12.0, UNIT_RATE).text, "35% to 80%/year");
    ck_assert_str_eq(magnitude_interval(0.35 / 12.0, 3.0, UNIT_RATE).text, "0.029 to 3.0/month");
}
END_TEST

RUNNER_MAIN("magnitude", every_unit_has_its_words, an_interval_names_its_unit_once)
