/* The verdict and the captions, for every fixture: what they must say, and what they never may. */
#include "report/captions.h"
#include "report/fixture.h"
#include "report/lettering.h"
#include "report/report.h"
#include "report/runner.h"
#include "report/sentences.h"

#include <stdlib.h>
#include <string.h>

static char *verdict_of(enum fixture fixture)
{
    struct summary *summary = fixture_create(fixture);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    sentences_verdict(summary, out);
    fclose(out);
    fixture_destroy(summary);
    return text;
}

static void expect(enum fixture fixture, const char *part)
{
    char *text = verdict_of(fixture);
    ck_assert_msg(strstr(text, part) != NULL, "%s: '%s' is not in\n%s", fixture_name(fixture), part,
                  text);
    free(text);
}

static void expect_not(enum fixture fixture, const char *part)
{
    char *text = verdict_of(fixture);
    ck_assert_msg(strstr(text, part) == NULL, "%s: '%s' is in\n%s", fixture_name(fixture), part,
                  text);
    free(text);
}

static char *verdict_with(void (*change)(struct summary *))
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    change(summary);
    sentences_verdict(summary, out);
    fclose(out);
    fixture_destroy(summary);
    return text;
}

static void raise_seldom(struct summary *summary)
{
    for (int i = 0; i < summary->strategies; i++)
        if (summary->strategy[i].raised.value > 0)
            summary->strategy[i].raised.value = 0.02;
}

START_TEST(who_hardly_ever_raises_is_told)
{
    char *text = verdict_with(raise_seldom);
    ck_assert_msg(strstr(text, "raises outside money in only 1 in 50 worlds") != NULL, "%s", text);
    free(text);
    expect_not(FIXTURE_TWO, "raises outside money in only");
}
END_TEST

static struct caption caption_of(enum fixture fixture, enum chart chart)
{
    struct summary *summary = fixture_create(fixture);
    struct caption caption = {.title = ""};
    captions_make(summary, chart, &caption);
    fixture_destroy(summary);
    return caption;
}

static void expect_title(enum fixture fixture, enum chart chart, const char *part)
{
    struct caption caption = caption_of(fixture, chart);
    ck_assert_msg(strstr(caption.title, part) != NULL, "%s, %s: '%s' is not in '%s'",
                  fixture_name(fixture), captions_key[chart], part, caption.title);
}

START_TEST(the_winner_is_named_with_its_interval)
{
    expect(FIXTURE_TWO, "Services first, bootstrapped beats IP with venture money for the founders "
                        "in 56% ± 1% of the same worlds and loses in 25% ± 1%");
    expect(FIXTURE_TWO, "In the middle world it leaves them $324k better off (95% interval");
    expect(FIXTURE_THREE, "Services first, bootstrapped beats IP with venture money");
}
END_TEST

START_TEST(a_mean_that_contradicts_the_verdict_is_told_with_what_drives_it)
{
    expect(FIXTURE_TWO, "On average, though, IP with venture money brings $4.5M");
    expect(FIXTURE_TWO, "its best 1% of worlds provide");
}
END_TEST

START_TEST(no_difference_is_claimed_where_there_may_be_none)
{
    expect(FIXTURE_CLOSE, "no clear difference");
    expect_not(FIXTURE_CLOSE, " beats ");
    expect_title(FIXTURE_CLOSE, CHART_DIFFERENCE, "No clear difference");
    expect_title(FIXTURE_CLOSE, CHART_TABLE, "No clear difference");
    expect(FIXTURE_EQUAL, "leave the founders with the same in every world");
    expect_title(FIXTURE_EQUAL, CHART_DIFFERENCE, "end level in every world");
}
END_TEST

START_TEST(certainty_is_said_without_an_interval)
{
    expect(FIXTURE_CERTAIN, "in every one of the 20,000 worlds");
    expect(FIXTURE_CERTAIN, "nobody ends with nothing");
    expect_not(FIXTURE_CERTAIN, "100% ±");
    expect_title(FIXTURE_CERTAIN, CHART_DIFFERENCE, "every time");
    expect_title(FIXTURE_CERTAIN, CHART_TAKE_HOME, "No team goes empty-handed");
}
END_TEST

START_TEST(death_of_all_is_said_plainly)
{
    expect(FIXTURE_DEAD, "take home nothing in any world");
    expect(FIXTURE_DEAD, "every investment loses some");
    expect_title(FIXTURE_DEAD, CHART_REVENUE, "no company has revenue left");
    expect_title(FIXTURE_DEAD, CHART_SURVIVAL, "No company survives 10 years, whichever strategy");
    expect_title(FIXTURE_DEAD, CHART_OUTCOMES, "Every company is shut down");
    expect_title(FIXTURE_DEAD, CHART_TAKE_HOME, "No team takes home anything");
    expect_title(FIXTURE_DEAD, CHART_AT_LEAST, "No team takes home $1M");
    expect_title(FIXTURE_DEAD, CHART_MULTIPLE, "Every investment loses money");
}
END_TEST

START_TEST(one_strategy_is_compared_with_nothing)
{
    expect_not(FIXTURE_ONE, " beats ");
    expect_not(FIXTURE_ONE, "difference");
    expect_title(FIXTURE_ONE, CHART_REVENUE, "The typical company earns $6.3M a year");
    expect_title(FIXTURE_ONE, CHART_TABLE, "29 in 100 teams take home nothing");
    struct summary *summary = fixture_create(FIXTURE_ONE);
    struct caption caption;
    ck_assert(!captions_make(summary, CHART_DIFFERENCE, &caption));
    fixture_destroy(summary);
}
END_TEST

START_TEST(nobody_raising_is_no_investor)
{
    expect(FIXTURE_BOOTSTRAP, "Nobody raises outside money in any world.");
    expect_title(FIXTURE_BOOTSTRAP, CHART_CAP_TABLE, "Nobody raises money");
    expect_title(FIXTURE_BOOTSTRAP, CHART_MULTIPLE, "Nobody raises money");
}
END_TEST

START_TEST(those_who_differ_are_told_so)
{
    expect(FIXTURE_TWO, "To one founder with $200k, risk aversion 2 and a job at $150k a year to go to,");
    expect(FIXTURE_TWO, "for sure; it ends worse than the job ");
    expect(FIXTURE_TWO, "of the worlds no strategy is best for both sides.");
    expect(FIXTURE_DEAD, "is the least bad, as good as losing $160k");
    expect(FIXTURE_DEAD, "for sure and always worse than the job.");
    expect_not(FIXTURE_BOOTSTRAP, "best for both sides");
    expect_not(FIXTURE_ONE, "the least bad");
    expect_not(FIXTURE_ONE_PATH, "risk aversion");
    expect_title(FIXTURE_DEAD, CHART_PARTIES, "a job is better by $160k");
    struct summary *summary = fixture_create(FIXTURE_BOOTSTRAP);
    struct caption caption;
    ck_assert(!captions_make(summary, CHART_PARTIES, &caption));
    fixture_destroy(summary);
}
END_TEST

START_TEST(a_single_world_is_an_anecdote)
{
    expect(FIXTURE_ONE_PATH, "Only 1 world was played: an anecdote, not a verdict.");
    expect_not(FIXTURE_ONE_PATH, "±");
    expect_title(FIXTURE_ONE_PATH, CHART_TABLE, "Only 1 world: too few to say");
}
END_TEST

START_TEST(the_others_are_not_forgotten)
{
    expect(FIXTURE_SIX, "Against Services first, bootstrapped, Services first, Series A late is");
    expect(FIXTURE_SIX, "Against Community first");
    expect(FIXTURE_SIX, "Against IP, angels only");
}
END_TEST

START_TEST(findings_carry_their_numbers)
{
    expect_title(FIXTURE_TWO, CHART_SURVIVAL, "keeps 70 in 100 companies alive for 10 years");
    expect_title(FIXTURE_TWO, CHART_TAKE_HOME, "IP with venture money leaves 65 in 100 teams");
    expect_title(FIXTURE_TWO, CHART_AT_LEAST, "above $6.3M it is the reverse");
    expect_title(FIXTURE_TWO, CHART_MIX, "lives on services until 2018; in the end subscription");
    expect_title(FIXTURE_TWO, CHART_CAP_TABLE, "from 100% to 36%; the Seed round alone costs 30");
    expect_title(FIXTURE_TWO, CHART_MULTIPLE, "the 1 in 100 above 20× earns 24% of all proceeds");
    struct caption caption = caption_of(FIXTURE_TWO, CHART_REVENUE);
    ck_assert_str_eq(caption.note, "cut off above $30M");
}
END_TEST

/* What a careless printf leaves behind. */
static void look_for_blunders(const char *text, const char *where)
{
    static const char *const blunders[] = {" nan", "$nan",   "nan%", " inf", "$inf", "(null)",
                                           "-$",   "$-",     "−$0",  "  ",   "%%",   " 1 worlds",
                                           "±$0",  "100% ±", " ,",   " .",   "– "};
    for (size_t i = 0; i < sizeof blunders / sizeof blunders[0]; i++) {
        const char *found = strstr(text, blunders[i]);
        ck_assert_msg(found == NULL, "%s: '%s' in '%.80s'", where, blunders[i],
                      found > text + 20 ? found - 20 : text);
    }
}

START_TEST(no_sentence_is_nonsense)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++) {
        if (fixture == FIXTURE_HOSTILE)
            continue; /* its names are nonsense */
        char *text = verdict_of((enum fixture)fixture);
        look_for_blunders(text, fixture_name((enum fixture)fixture));
        free(text);
        for (int chart = 0; chart < CHARTS; chart++) {
            struct caption caption = caption_of((enum fixture)fixture, (enum chart)chart);
            look_for_blunders(caption.title, fixture_name((enum fixture)fixture));
            look_for_blunders(caption.subtitle, fixture_name((enum fixture)fixture));
            look_for_blunders(caption.note, fixture_name((enum fixture)fixture));
        }
    }
}
END_TEST

START_TEST(captions_fit_their_lines)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++)
        for (int chart = 0; chart < CHARTS; chart++) {
            struct caption caption = caption_of((enum fixture)fixture, (enum chart)chart);
            ck_assert_msg(lettering_fits(caption.title, 2, CAPTIONS_TITLE_EMS), "%s: %s",
                          fixture_name((enum fixture)fixture), caption.title);
            ck_assert_msg(lettering_fits(caption.subtitle, 1, CAPTIONS_SUBTITLE_EMS), "%s: %s",
                          fixture_name((enum fixture)fixture), caption.subtitle);
        }
}
END_TEST

START_TEST(names_cut_short_stay_apart)
{
    struct summary *summary = fixture_create(FIXTURE_LONG);
    for (double ems = 8; ems < 60; ems += 4) {
        char names[STRATEGIES_MAX][256];
        for (int i = 0; i < summary->strategies; i++) {
            captions_name(names[i], sizeof names[i], summary, i, ems);
            ck_assert_double_le(lettering_width(names[i]), ems + 1);
            for (int k = 0; k < i; k++)
                ck_assert_str_ne(names[i], names[k]);
        }
    }
    fixture_destroy(summary);
}
END_TEST

RUNNER_MAIN("sentences", who_hardly_ever_raises_is_told, the_winner_is_named_with_its_interval,
            a_mean_that_contradicts_the_verdict_is_told_with_what_drives_it,
            no_difference_is_claimed_where_there_may_be_none, certainty_is_said_without_an_interval,
            death_of_all_is_said_plainly, one_strategy_is_compared_with_nothing,
            nobody_raising_is_no_investor, those_who_differ_are_told_so, a_single_world_is_an_anecdote,
            the_others_are_not_forgotten, findings_carry_their_numbers, no_sentence_is_nonsense,
            captions_fit_their_lines, names_cut_short_stay_apart)
