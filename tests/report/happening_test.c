/* Each thing that happens reads as a sentence that says why. */
#include "report/happening.h"

#include "report/runner.h"

#include <stdlib.h>
#include <string.h>

static void expect(const char *sentence, enum happening what, const double number[CHRONICLE_NUMBERS])
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct chronicle_event event = {.what = what};
    memcpy(event.number, number, sizeof event.number);
    happening_tell(&event, out);
    fclose(out);
    ck_assert(size > 0 && text[size - 1] == '\n');
    text[size - 1] = '\0';
    ck_assert_str_eq(text, sentence);
    free(text);
}
#define EXPECT(sentence, what, ...) expect(sentence, what, (const double[CHRONICLE_NUMBERS]){__VA_ARGS__})

START_TEST(headlines_stand_beside_fundamentals)
{
    EXPECT("Headlines turn hostile: investors' mood is at 70% of normal. Yet revenue grew by 80% in a year, to $2.1M.",
           HAPPENED_HEADLINES, 0.7, 0.8, 2.1e6);
    EXPECT("Headlines turn hostile: investors' mood is at 70% of normal. Yet revenue is 2.5× that of a year ago, $2.1M.",
           HAPPENED_HEADLINES, 0.7, 1.5, 2.1e6);
    EXPECT("Headlines turn hostile: investors' mood is at 70% of normal.", HAPPENED_HEADLINES, 0.7, 0.8, 20e3);
    EXPECT("Headlines turn hostile: investors' mood is at 70% of normal.", HAPPENED_HEADLINES, 0.7, -0.2, 2.1e6);
    EXPECT("Headlines turn enthusiastic: investors' mood is at 150% of normal. Yet revenue fell by 20% in a year,"
           " to $2.1M.",
           HAPPENED_HEADLINES, 1.5, -0.2, 2.1e6);
}
END_TEST

START_TEST(giants_take_buyers_away)
{
    EXPECT("A giant enters the market; the best rival product now scores 0.30.", HAPPENED_GIANT, 1, 0.3);
    EXPECT("Another giant enters the market; the best rival product now scores 0.30. Of buyers who compare, 20%"
           " prefer the company; before it 30% did.",
           HAPPENED_GIANT, 2, 0.3, 0.3, 0.2);
    EXPECT("Another giant enters the market; the best rival product now scores 0.30.", HAPPENED_GIANT, 2, 0.3, 0.3,
           0.29);
}
END_TEST

START_TEST(streams_agree_with_their_verb)
{
    EXPECT("Services fall below half of the revenue: 43% of $751k a year; licences bring 57%.", HAPPENED_SERVICES_HALF,
           0.43, 751e3, STREAM_LICENCES, 0.57);
    EXPECT("Services fall below half of the revenue: 43% of $751k a year; support brings 57%.", HAPPENED_SERVICES_HALF,
           0.43, 751e3, STREAM_SUPPORT, 0.57);
}
END_TEST

START_TEST(users_go_for_a_reason)
{
    EXPECT("Half of the users are gone: 1,500 are left of 3,200. People visit once and leave (6.4% stay): the product"
           " does 44% of what is needed, and 95% of that is still wanted.",
           HAPPENED_SHRINK, 1512, 3180, 0.44, 0.95, 0.064, 9000);
    EXPECT("Half of the users are gone: 1,500 are left of 3,200. Newcomers prefer the leading rival community, with"
           " 9,000 users; 6.4% of visitors stay.",
           HAPPENED_SHRINK, 1512, 3180, 0.9, 0.95, 0.064, 9000);
    EXPECT("Half of the users are gone: 1,500 are left of 3,200. They leave faster than visitors, of whom 6.4% stay,"
           " replace them.",
           HAPPENED_SHRINK, 1512, 3180, 0.9, 0.95, 0.064, 90);
    EXPECT("Half of the users are gone: 1,500 are left of 3,200. Nothing is given away, so nobody who visits stays.",
           HAPPENED_SHRINK, 1512, 3180, 0.44, 0.95, 0, 9000);
    EXPECT("The virtuous cycle slows: each user brings only 0.80 others before leaving. 60% of all who could use the"
           " product do already.",
           HAPPENED_CYCLE_ENDS, 0.8, 0.9, 0.6, 10, 1000);
    EXPECT("The virtuous cycle ends: each user brings only 0.50 others before leaving. The product meets 40% of the"
           " need.",
           HAPPENED_CYCLE_ENDS, 0.5, 0.4, 0.1, 10, 1000);
}
END_TEST

START_TEST(payers_are_one_in_so_many)
{
    EXPECT("Ten business users pay for support: one in 100, of 4,000 users in all.", HAPPENED_PAYERS, 10, 1000, 4000, 1);
    EXPECT("100 business users pay for support: one in 50, of 40,000 users in all. Without analytics there would be"
           " about 67.",
           HAPPENED_PAYERS, 100, 5000, 40000, 1.5);
}
END_TEST

START_TEST(deals_are_lost_for_a_reason)
{
    EXPECT("First paid pilot: an enterprise pays $200k to try the product for 6 months.", HAPPENED_FIRST_EVALUATION,
           200e3, 6.1);
    EXPECT("First deal lost: the product does only 31% of what is needed.", HAPPENED_FIRST_LOSS, LOSS_INCOMPLETE, 0.31,
           0.8, 0.1, 0.3, 9);
    EXPECT("First deal lost: only 50% of what the product does is still wanted; releases come every 2 years.",
           HAPPENED_FIRST_LOSS, LOSS_OUT_OF_DATE, 0.9, 0.5, 0.1, 0.3, 24);
    EXPECT("First deal lost: the buyer trusts the best rival more, 0.30 against 0.10.", HAPPENED_FIRST_LOSS, LOSS_TRUST,
           0.9, 0.5, 0.1, 0.3, 24);
    EXPECT("First licence sold: $2.5M. It is the first yes of seven decisions in 14 months.", HAPPENED_FIRST_WIN, 2.5e6,
           0, 7, 200e3, 14, 0);
    EXPECT("First enterprise subscriber: $40k a year, after a proof of concept of its own.", HAPPENED_FIRST_WIN, 0, 40e3,
           1, 0, 14, 5000);
    EXPECT("Of the first ten enterprises that decided, none bought: the product is not complete enough.",
           HAPPENED_TENTH_DECISION, 10, LOSS_INCOMPLETE);
}
END_TEST

/* None is silent, whatever its numbers. */
START_TEST(every_happening_has_a_sentence)
{
    for (int what = HAPPENED_CLIMATE_SHUTS; what < HAPPENED_END; what++) {
        if (what >= HAPPENED_EVENT && what <= HAPPENED_DEBT_REPAID)
            continue; /* told with the names of the plan */
        char *text = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&text, &size);
        struct chronicle_event event = {.what = (enum happening)what, .number = {1, 1, 1, 1, 1, 1}};
        happening_tell(&event, out);
        fclose(out);
        ck_assert_msg(size > 10 && text[size - 2] == '.' && text[size - 1] == '\n', "happening %d: '%s'", what, text);
        free(text);
    }
}
END_TEST

RUNNER_MAIN("happening", headlines_stand_beside_fundamentals, giants_take_buyers_away, users_go_for_a_reason,
            streams_agree_with_their_verb, payers_are_one_in_so_many, deals_are_lost_for_a_reason, every_happening_has_a_sentence)
