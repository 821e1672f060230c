/* Funds are read with their place, and every mistake in them is told. */
#include "scenario/fund.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const path = "tests/scenarios/funds/small.yaml";

START_TEST(a_fund_is_read_in_full)
{
    struct complaints *complaints = complaints_create();
    struct fund *fund = fund_load(path, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(fund);
    ck_assert_str_eq(fund->name, "A small fund");
    ck_assert_int_eq(fund->companies, 6);
    ck_assert_int_eq(fund->funds, 120);
    ck_assert_int_eq(fund->seed, 7);
    ck_assert_double_eq(fund->size, 6e6);
    ck_assert_int_eq(fund->enter, 1);
    ck_assert(!fund->cheque_in_dollars);
    ck_assert_double_eq_tol(fund->cheque, 0.3, 1e-12);
    ck_assert_double_eq_tol(fund->reserves, 0.4, 1e-12);
    ck_assert_double_eq_tol(12.0 * fund->fee, 0.02, 1e-12);
    ck_assert_int_eq(fund->fee_months, 48);
    ck_assert_double_eq_tol(fund->carry, 0.2, 1e-12);
    ck_assert_int_eq(fund->pacing, 12);
    ck_assert_int_eq(fund->term, 60);
    ck_assert_int_eq(fund->share, FUND_SHARES_MARKET);
    ck_assert_int_eq(fund->arms, 2);
    ck_assert_double_eq(fund->arm[0].weight, 2.0);
    ck_assert_str_eq(fund->arm[1].company.strategy, "Product");
    ck_assert_str_eq(fund->arm[1].company.settings[0], "company.cash=$300k");
    fund_destroy(fund);
    complaints_destroy(complaints);
}
END_TEST

/* One line of the legal fund is replaced; the complaint must say this. */
struct change {
    const char *key, *line, *told;
};

static void write_with(const char *wrong, const struct change *change)
{
    char line[1000];
    FILE *in = fopen(path, "r"), *out = fopen(wrong, "w");
    ck_assert_ptr_nonnull(in);
    ck_assert_ptr_nonnull(out);
    size_t length = strlen(change->key);
    while (fgets(line, sizeof line, in)) {
        const char *start = line + strspn(line, " -{");
        if (strncmp(start, change->key, length) == 0 && start[length] == ':')
            fprintf(out, "%s\n", change->line);
        else
            fputs(line, out);
    }
    fclose(in);
    fclose(out);
}

static const struct change mistakes[] = {
    {"fund", "fnd: x", "2:1: error: unknown key 'fnd' in a fund"},
    {"fund", "fund: [a]", "2:7: error: 'fund' needs a text"},
    {"companies", "", "error: a fund needs 'companies', a whole number from 1 to 200"},
    {"companies", "companies: 0", "3:12: error: 'companies' must be a whole number from 1 to 200"},
    {"companies", "companies: 2.5", "3:12: error: 'companies' must be a whole number"},
    {"companies", "companies: many", "3:12: error: "},
    {"funds", "funds: 1", "4:8: error: 'funds' must be a whole number from 2 to 1,000,000"},
    {"size", "", "error: a fund needs 'size'"},
    {"size", "size: 6M", "6:7: error: "},
    {"size", "size: $5", "6:7: error: 'size' must be $1,000 or more"},
    {"enter", "enter: 7", "7:8: error: 'enter' must be the number of a round, 1 to 6"},
    {"cheque", "cheque: 130%", "8:9: error: 'cheque' must be a share of the round"},
    {"cheque", "cheque: 5 years", "8:9: error: "},
    {"cheque", "", "error: a fund needs 'cheque'"},
    {"reserves", "reserves: 100%", "9:11: error: 'reserves' must be 0% to 95%"},
    {"pacing", "pacing: 5 years", "10:9: error: the last company starts after the fund's end"},
    {"pacing", "pacing: 1.5 months", "10:9: error: 'pacing' must be a whole number of months"},
    {"term", "term: 40 years", "11:7: error: 'term' must be a whole number of months, at most 30 years"},
    {"fees", "fees: 2%", "12:7: error: "},
    {"fees", "fees: 20% per year", "12:7: error: 'fees' must be 0% to 10% per year"},
    {"fees_for", "fees_for: 6 years", "13:11: error: fees are paid beyond the fund's end"},
    {"carry", "carry: 95%", "14:8: error: 'carry' must be 0% to 90%"},
    {"share", "share: markets", "15:8: error: 'share' must be 'market' or 'climate'"},
    {"scenario", "scenario: nowhere", "16:11: error: there is no file 'nowhere'"},
    {"scenario", "", "18:5: error: which 'scenario' is this company in?"},
    {"mix", "mxi:", "17:1: error: unknown key 'mxi' in a fund"},
    {"strategy", "  - Plain", "18:5: error: an item of 'mix' must be a mapping of keys to values"},
    {"strategy", "  - {strategie: Plain}", "18:6: error: unknown key 'strategie' in an item of 'mix'"},
    {"strategy", "  - {strategy: Plain, weight: 0}", "18:31: error: 'weight' must be above 0"},
    {"strategy", "  - {strategy: Plain, set: [a]}", "18:28: error: 'set' must be a mapping of keys"},
};

START_TEST(every_mistake_is_told)
{
    char wrong[100], *told = NULL;
    size_t size = 0;
    snprintf(wrong, sizeof wrong, "tests/scenarios/funds/wrong-%d.yaml", _i);
    write_with(wrong, &mistakes[_i]);
    struct complaints *complaints = complaints_create();
    struct fund *fund = fund_load(wrong, complaints);
    remove(wrong);
    FILE *out = open_memstream(&told, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    ck_assert_msg(fund == NULL, "'%s' is taken", mistakes[_i].line);
    ck_assert_msg(strstr(told, mistakes[_i].told), "'%s' is not in\n%s", mistakes[_i].told, told);
    free(told);
    complaints_destroy(complaints);
}
END_TEST

static struct fund *load_with(const char *line)
{
    static const char file[] = "tests/scenarios/funds/market-of.yaml";
    write_with(file, &(struct change){"strategy", line, NULL});
    struct complaints *complaints = complaints_create();
    struct fund *fund = fund_load(file, complaints);
    complaints_print(complaints, stderr, false);
    remove(file);
    complaints_destroy(complaints);
    ck_assert_ptr_nonnull(fund);
    return fund;
}

/* What the company does to itself leaves its market alone. */
START_TEST(a_market_is_what_its_world_is_written_with)
{
    struct fund *fund = load_with("  - {strategy: Plain, set: {company.cash: $1M, funding.planned_runway: 9 months}}");
    ck_assert_int_eq(fund->markets, 1);
    fund_destroy(fund);
    fund = load_with("  - {strategy: Plain, set: {market.accounts: 900}}");
    ck_assert_int_eq(fund->markets, 1); /* both items became this one */
    fund_destroy(fund);
    fund = load_with("  - {strategy: Plain, set: {market.accounts: 900}}\n  - {strategy: Plain}");
    ck_assert_int_eq(fund->arms, 4);
    ck_assert_int_eq(fund->markets, 2);
    ck_assert_int_eq(fund->arm[0].market, fund->arm[2].market);
    ck_assert_int_eq(fund->arm[1].market, fund->arm[3].market);
    ck_assert_int_ne(fund->arm[0].market, fund->arm[1].market);
    fund_destroy(fund);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fund");
    TCase *tests = tcase_create("fund");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, a_fund_is_read_in_full);
    tcase_add_loop_test(tests, every_mistake_is_told, 0, sizeof mistakes / sizeof *mistakes);
    tcase_add_test(tests, a_market_is_what_its_world_is_written_with);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
