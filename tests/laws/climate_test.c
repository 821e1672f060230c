/* The funding climate is a two-state Markov chain: stays are geometric with the given means, and in
 * the long run it is open for open_length / (open_length + shut_length) of the time. */
#include "laws/fixture.h"
#include "model/market.h"

#include <math.h>
#include <stdlib.h>

enum { MONTHS = 1200 };
static const double OPEN_LENGTH = 20.0, SHUT_LENGTH = 8.0;

/* What happened to all lanes together: months that began open or shut, and how many of them the
 * climate turned in. */
struct record {
    double open, shut, closings, openings;
};

static struct record play_climate(double regime)
{
    struct block *block = fixture_block(LANES);
    struct record record = {0};
    FIXTURE_SET(block, climate.open_length, OPEN_LENGTH);
    FIXTURE_SET(block, climate.shut_length, SHUT_LENGTH);
    FIXTURE_SET(block, climate.regime, regime);
    FIXTURE_SET(block, climate.open_at_start, OPEN_LENGTH / (OPEN_LENGTH + SHUT_LENGTH));
    market_start(block);
    for (; block->month < MONTHS; block->month++) {
        double before[LANES];
        for (int i = 0; i < LANES; i++)
            before[i] = block->world.open[i];
        block_draw(block);
        market_step(block);
        for (int i = 0; i < LANES; i++) {
            double after = block->world.open[i];
            record.open += before[i];
            record.shut += 1.0 - before[i];
            record.closings += before[i] * (1.0 - after);
            record.openings += (1.0 - before[i]) * after;
        }
    }
    free(block);
    return record;
}

START_TEST(the_climate_is_open_its_share_of_the_time)
{
    struct record record = play_climate(0.0);
    double share = OPEN_LENGTH / (OPEN_LENGTH + SHUT_LENGTH), months = (double)LANES * MONTHS;
    /* A month remembers the one before with r = 1 - 1/open_length - 1/shut_length, which makes the
     * variance of a mean over many months (1 + r) / (1 - r) times as large. Four errors. */
    double r = 1.0 - 1.0 / OPEN_LENGTH - 1.0 / SHUT_LENGTH;
    double error = sqrt(share * (1.0 - share) * (1.0 + r) / (1.0 - r) / months);
    ck_assert_double_eq_tol(record.open / months, share, 4.0 * error);
}
END_TEST

START_TEST(stays_have_their_mean_lengths)
{
    struct record record = play_climate(0.0);
    /* Each month ends the stay with chance 1/length, so the number of ends is binomial. */
    double closing = 1.0 / OPEN_LENGTH, opening = 1.0 / SHUT_LENGTH;
    ck_assert_double_eq_tol(record.closings / record.open, closing,
                            4.0 * sqrt(closing * (1.0 - closing) / record.open));
    ck_assert_double_eq_tol(record.openings / record.shut, opening,
                            4.0 * sqrt(opening * (1.0 - opening) / record.shut));
}
END_TEST

START_TEST(a_regime_pins_the_climate)
{
    struct record open = play_climate(1.0), shut = play_climate(2.0);
    ck_assert_double_eq(open.closings, 0.0);
    ck_assert_double_eq(shut.openings, 0.0);
    /* Only the first month may still be as drawn. */
    ck_assert_double_ge(open.open, (MONTHS - 1.0) * LANES);
    ck_assert_double_ge(shut.shut, (MONTHS - 1.0) * LANES);
}
END_TEST

START_TEST(the_start_is_open_as_often_as_said)
{
    int open = 0, blocks = 20;
    for (int b = 0; b < blocks; b++) {
        struct block *block = fixture_block(LANES);
        FIXTURE_SET(block, climate.open_at_start, 0.3);
        for (int i = 0; i < LANES; i++)
            block->path[i] += (uint64_t)(b * LANES);
        market_start(block);
        for (int i = 0; i < LANES; i++)
            open += block->world.open[i] > 0.0;
        free(block);
    }
    double paths = (double)blocks * LANES;
    /* Binomial: four standard errors. */
    ck_assert_double_eq_tol(open / paths, 0.3, 4.0 * sqrt(0.3 * 0.7 / paths));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_climate_is_open_its_share_of_the_time,
                                  stays_have_their_mean_lengths, a_regime_pins_the_climate,
                                  the_start_is_open_as_often_as_said, NULL};
    return fixture_run("climate", tests);
}
