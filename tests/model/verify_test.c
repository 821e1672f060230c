/* The checks themselves: a sound month passes, and every kind of tampering is caught. */
#include "model/verify.h"

#include "laws/fixture.h"
#include "model/month.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef PLAYBOOK_VERIFY

/* An idle company after a month whose start the checks have seen, and whose end they are to see.
 * `quiet` keeps the message of a breach out of the log. */
static struct block *idle_block(int quiet)
{
    struct block *block = fixture_block(2), *before = fixture_block(2);
    fixture_idle(block);
    fixture_play(block, 2);
    *before = *block;
    month_step(block);
    if (quiet && !freopen("/dev/null", "w", stderr))
        exit(1);
    verify_before(before);
    free(before);
    return block;
}

START_TEST(a_month_in_which_nothing_happens_balances)
{
    struct block *block = idle_block(0);
    verify_after(block);
    free(block);
}
END_TEST

/* Columns that must balance or stay within bounds, and after those, columns that need only be
 * finite. */
enum { BALANCED = 21, TAMPERED = 26 };

static double *column_of(struct block *block, int k)
{
    struct company *company = &block->company;
    double *const columns[TAMPERED] = {company->cash,
                                       company->receivables,
                                       company->backlog,
                                       company->headcount,
                                       company->users,
                                       company->payers,
                                       company->subscribers,
                                       company->undecided,
                                       company->engineers,
                                       company->billed_total,
                                       company->revenue,
                                       company->year[STREAM_SUPPORT],
                                       company->founders_share,
                                       company->investor_share[5],
                                       block->now.product,
                                       company->wins,
                                       company->expertise,
                                       company->fit,
                                       block->world.adopters,
                                       block->world.maturity,
                                       block->world.rival_value,
                                       company->worth,
                                       company->strategic,
                                       company->content,
                                       company->since_round,
                                       block->world.demand_log};
    return columns[k];
}

START_TEST(what_nobody_accounted_for_is_refused)
{
    struct block *block = idle_block(1);
    column_of(block, _i)[1] += _i < BALANCED ? 1.5 : INFINITY;
    verify_after(block);
}
END_TEST

START_TEST(what_is_not_a_number_is_refused)
{
    struct block *block = idle_block(1);
    column_of(block, _i)[1] = NAN;
    verify_after(block);
}
END_TEST

/* Ends the life of lane 1 in a sale, of which the founders get all but so much. */
static void sell(struct block *block, double missing)
{
    block->company.live[1] = 0.0;
    block->result[1] = (struct result){.proceeds = 1e6,
                                       .founder_proceeds = 1e6 - missing,
                                       .month = 3,
                                       .outcome = OUTCOME_ACQUIRED,
                                       .cause = CAUSE_OFFER};
    verify_after(block);
}

START_TEST(proceeds_that_add_up_pass)
{
    struct block *block = idle_block(0);
    sell(block, 0.0);
    free(block);
}
END_TEST

START_TEST(proceeds_that_do_not_add_up_are_refused)
{
    struct block *block = idle_block(1);
    sell(block, 1.0);
}
END_TEST

START_TEST(lanes_that_have_ended_are_not_looked_at)
{
    struct block *block = idle_block(0);
    block->company.live[1] = 0.0;
    verify_before(block);
    block->world.new_adopters[0] = 0.0; /* as if a month had passed in which nobody adopted */
    block->company.cash[1] = NAN;
    verify_after(block);
    free(block);
}
END_TEST

static void add_tests(TCase *list)
{
    tcase_add_test(list, a_month_in_which_nothing_happens_balances);
    tcase_add_test(list, proceeds_that_add_up_pass);
    tcase_add_test(list, lanes_that_have_ended_are_not_looked_at);
    tcase_add_loop_test_raise_signal(list, what_nobody_accounted_for_is_refused, SIGABRT, 0,
                                     TAMPERED);
    tcase_add_loop_test_raise_signal(list, what_is_not_a_number_is_refused, SIGABRT, 0, TAMPERED);
    tcase_add_test_raise_signal(list, proceeds_that_do_not_add_up_are_refused, SIGABRT);
}

#else

/* Release builds do not check. */
START_TEST(unchecked_months_may_be_anything)
{
    struct block *block = fixture_block(1);
    fixture_idle(block);
    fixture_play(block, 3);
    verify_before(block);
    block->company.cash[0] = NAN;
    verify_after(block);
    free(block);
}
END_TEST

static void add_tests(TCase *list) { tcase_add_test(list, unchecked_months_may_be_anything); }

#endif

int main(void)
{
    Suite *suite = suite_create("verify");
    TCase *list = tcase_create("verify");
    add_tests(list);
    suite_add_tcase(suite, list);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
