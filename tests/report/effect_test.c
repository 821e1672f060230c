/* Measures, differences and values in words. */
#include "report/effect.h"

#include "report/runner.h"
#include "scenario/key.h"

#include <math.h>

static const struct field *field_of(const char *text)
{
    struct key key;
    ck_assert(key_find(text, &key));
    return key.field;
}

START_TEST(measures_speak_their_unit)
{
    const struct measure dollars = {.unit = UNIT_DOLLARS}, chance = {.unit = UNIT_DOLLARS, .chance = true},
                         months = {.unit = UNIT_MONTHS}, count = {.unit = UNIT_COUNT};
    ck_assert_str_eq(effect_level(&dollars, 1.2e6).text, "$1.2M");
    ck_assert_str_eq(effect_difference(&dollars, -3.4e4).text, "−$34k");
    ck_assert_str_eq(effect_level(&chance, 0.34).text, "34%");
    ck_assert_str_eq(effect_difference(&chance, -0.031).text, "−3.1 points");
    ck_assert_str_eq(effect_level(&months, 17).text, "17 months");
    ck_assert_str_eq(effect_difference(&count, 4213).text, "+4,200");
    ck_assert_str_eq(effect_difference(&count, 0).text, "0");
}
END_TEST

START_TEST(ranges_name_their_unit_once)
{
    ck_assert_str_eq(effect_range(field_of("market.months_to_mature"), 67.66, 158.9).text, "67.7 → 159 months");
    ck_assert_str_eq(effect_range(field_of("market.services_need"), 75.8e3, 396e3).text, "$76k → $396k");
    ck_assert_str_eq(effect_range(field_of("market.support_price"), 322, 1940).text, "$3.9k → $23k/year");
    ck_assert_str_eq(effect_value(field_of("market.accounts"), 9543.2).text, "9,500");
    ck_assert_str_eq(effect_value(field_of("market.accounts"), NAN).text, "–");
    ck_assert_str_eq(effect_value(field_of("climate.regime"), 0).text, field_of("climate.regime")->words[0]);
}
END_TEST

RUNNER_MAIN("effect", measures_speak_their_unit, ranges_name_their_unit_once)
