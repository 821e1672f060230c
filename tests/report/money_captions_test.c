/* The charts of money say what their data say, and are left out where there is nothing to say; the
 * labels of cash stand apart. */
#include "report/captions.h"

#include "analysis/payout.h"
#include "analysis/typical.h"
#include "report/cash_page.h"
#include "report/fixture.h"
#include "report/lettering.h"
#include "report/runner.h"

#include <stdlib.h>
#include <string.h>

static bool has(enum fixture fixture, enum chart chart)
{
    struct summary *summary = fixture_create(fixture);
    struct caption caption;
    bool made = captions_make(summary, chart, &caption);
    if (made) {
        ck_assert_msg(lettering_fits(caption.title, 2, CAPTIONS_TITLE_EMS), "%s: %s", fixture_name(fixture),
                      caption.title);
        ck_assert(*caption.title != '\0' && strstr(caption.title, "nan") == NULL);
    }
    fixture_destroy(summary);
    return made;
}

START_TEST(charts_are_left_out_where_there_is_nothing_to_show)
{
    for (int f = 0; f < FIXTURES; f++) {
        enum fixture fixture = (enum fixture)f;
        bool raises = fixture != FIXTURE_ONE && fixture != FIXTURE_EQUAL && fixture != FIXTURE_CLOSE &&
                      fixture != FIXTURE_CERTAIN && fixture != FIXTURE_BOOTSTRAP;
        bool several = fixture == FIXTURE_THREE || fixture == FIXTURE_SIX || fixture == FIXTURE_LONG ||
                       fixture == FIXTURE_DEAD;
        ck_assert_int_eq(has(fixture, CHART_WATERFALL), raises && fixture != FIXTURE_DEAD);
        ck_assert_int_eq(has(fixture, CHART_BREAKPOINTS), raises && fixture != FIXTURE_DEAD);
        ck_assert_int_eq(has(fixture, CHART_OWNERSHIP), several);
        ck_assert_int_eq(has(fixture, CHART_CASH), fixture != FIXTURE_EQUAL);
    }
}
END_TEST

static void expect_title(struct summary *summary, enum chart chart, const char *words)
{
    struct caption caption;
    ck_assert(captions_make(summary, chart, &caption));
    ck_assert_msg(strstr(caption.title, words) != NULL, "'%s' is not in '%s'", words, caption.title);
}

/* 'Of a $48M sale …': $300k to lenders, $2M to each of four classes, half of the rest to founders. */
START_TEST(titles_are_the_finding)
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    struct strategy_summary *venture = &summary->strategy[1];
    expect_title(summary, CHART_WATERFALL,
                 "Of a $48M sale the founders keep $20M, or 41%; investors get $24M and lenders $300k");
    expect_title(summary, CHART_BREAKPOINTS,
                 "nothing from a sale below $8.3M, 8.5% of a $10M sale and 46% of a $100M one");
    expect_title(summary, CHART_CASH, "$30M in four rounds, the last with 14 months of cash left; shut down after 5 years");

    struct payout *payout = venture->payout;
    payout->step[0].amount += payout->step[payout->steps - 1].amount;
    payout->step[payout->steps - 1].amount = 0;
    expect_title(summary, CHART_WATERFALL, "the founders get nothing: lenders and investors are owed $8.3M before them");

    venture->typical->result.rounds = 1;
    venture->typical->marks = 1;
    venture->typical->mark[0].runway = 0.2;
    venture->typical->raised_in_all = 1e6;
    expect_title(summary, CHART_CASH, "one round of $1.0M, raised with no cash left; shut down");
    fixture_destroy(summary);

    summary = fixture_create(FIXTURE_SIX);
    expect_title(summary, CHART_OWNERSHIP, "the founders own 70% of it under IP, angels only, 36% under IP with venture");
    for (int i = 0; i < summary->strategies; i++)
        summary->strategy[i].exit_error = 0.3;
    expect_title(summary, CHART_OWNERSHIP, "no clear difference");
    for (int i = 0; i < summary->strategies; i++)
        summary->strategy[i].exit.founders = 0.5;
    expect_title(summary, CHART_OWNERSHIP, "own 50% of it, whoever put money in");
    fixture_destroy(summary);
}
END_TEST

/* --- Labels of cash ---------------------------------------------------------------------------- */

static double number_of(const char *meta, const char *name, int p, int k)
{
    char line[96];
    snprintf(line, sizeof line, "\ncash_label_%s_%d_%d = ", name, p, k);
    const char *at = strstr(meta, line);
    ck_assert_msg(at != NULL, "%s", line);
    return strtod(at + strlen(line), NULL);
}

static double width_of(const char *meta, int p, int k)
{
    char line[96], text[256] = "";
    snprintf(line, sizeof line, "\ncash_label_first_%d_%d = '", p, k);
    const char *at = strstr(meta, line);
    ck_assert_ptr_nonnull(at);
    snprintf(text, sizeof text, "%.*s", (int)strcspn(at + strlen(line), "'"), at + strlen(line));
    return lettering_width(text) * 9.5; /* the smallest letters of the chart */
}

START_TEST(labels_on_one_level_stand_apart)
{
    int seen = 0;
    for (int f = 0; f < FIXTURES; f++) {
        if (f == FIXTURE_EQUAL)
            continue;
        struct summary *summary = fixture_create((enum fixture)f);
        char *meta = NULL;
        size_t size;
        FILE *out = open_memstream(&meta, &size);
        fputc('\n', out);
        cash_page_write(summary, out);
        fclose(out);
        for (int p = 1; p <= summary->strategies; p++) {
            int labels = summary->strategy[p - 1].typical->marks + 1;
            for (int k = 1; k <= labels; k++)
                for (int j = k + 1; j <= labels; j++) {
                    if (number_of(meta, "level", p, k) < number_of(meta, "level", p, j) ||
                        number_of(meta, "level", p, k) > number_of(meta, "level", p, j))
                        continue;
                    double left = number_of(meta, "x", p, k), right = number_of(meta, "x", p, j);
                    left += number_of(meta, "flipped", p, k) > 0 ? 0 : width_of(meta, p, k);
                    right -= number_of(meta, "flipped", p, j) > 0 ? width_of(meta, p, j) : 0;
                    ck_assert_msg(left <= right, "%s: label %d of %d", fixture_name((enum fixture)f), k, p);
                    seen++;
                }
        }
        free(meta);
        fixture_destroy(summary);
    }
    ck_assert_int_gt(seen, 0);
}
END_TEST

RUNNER_MAIN("money_captions", charts_are_left_out_where_there_is_nothing_to_show, titles_are_the_finding,
            labels_on_one_level_stand_apart)
