/* Spells of the climate and of word of mouth, by hand. */
#include "analysis/cycles.h"

#include "life.h"
#include "report/runner.h"

static const double none[ARGUMENTS];

/* Two worlds of ten months, 'oooossooos' and 'ssssssssoo'; a third company did not live to see the end. */
START_TEST(spells_that_are_cut_off_do_no_harm)
{
    static const char *const months[] = {"oooossooos", "ssssssssoo", "ssssssssss"};
    struct lives lives = life_some(3, 10, 1);
    for (int i = 0; i < 3; i++)
        for (int month = 1; month <= 10; month++)
            life_set(&lives, OBSERVABLE_climate, i, month, months[i][month - 1] == 'o');
    life_end(&lives, 2, OUTCOME_SHUT_DOWN, 4, 0.0);
    /* Open in 4 + 3 + 1 months from which the next was seen, ended twice; shut in 2 + 8, ended twice. */
    life_expect(life_take(cycles_open_length, &lives, NULL, none), 4.0, 2);
    life_expect(life_take(cycles_shut_length, &lives, NULL, none), 5.0, 2);
    lives_destroy(&lives);
}
END_TEST

START_TEST(runs_end_with_the_company)
{
    struct lives lives = life_some(3, 20, 1);
    for (int i = 0; i < 3; i++)
        life_set(&lives, OBSERVABLE_reproduction, i, 3, 1.2); /* for 18 months */
    life_set(&lives, OBSERVABLE_reproduction, 1, 10, 0.9);
    life_end(&lives, 2, OUTCOME_ACQUIRED, 9, 1.0);
    double argument[ARGUMENTS] = {[ARGUMENT_LENGTH] = 17};
    life_expect(life_take(cycles_reproduction_lasts, &lives, NULL, argument), 1.0 / 3.0, 3);
    argument[ARGUMENT_LENGTH] = 6;
    life_expect(life_take(cycles_reproduction_lasts, &lives, NULL, argument), 1.0, 3);
    argument[ARGUMENT_LENGTH] = 7;
    life_expect(life_take(cycles_reproduction_lasts, &lives, NULL, argument), 1.0 / 3.0, 3);
    argument[ARGUMENT_LENGTH] = 18;
    life_expect(life_take(cycles_reproduction_lasts, &lives, NULL, argument), 0.0, 3);
    lives_destroy(&lives);
}
END_TEST

RUNNER_MAIN("cycles", spells_that_are_cut_off_do_no_harm, runs_end_with_the_company)
