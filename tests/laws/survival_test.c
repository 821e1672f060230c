/* A constant hazard as the only way out: lives are geometric. */
#include "laws/fixture.h"
#include "model/exit.h"
#include "model/month.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCKS = 20, PATHS = BLOCKS * LANES, MONTHS = 240 };

/* How many of all paths are alive after each month, and how many ended for `cause`. */
struct record {
    double alive[MONTHS + 1];
    int causes;
};

/* Plays only the exits of companies whose state the caller has arranged. */
static struct record play_exits(void arrange(struct block *), enum cause cause)
{
    struct record record = {0};
    for (int b = 0; b < BLOCKS; b++) {
        struct block *block = fixture_block(LANES);
        fixture_idle(block);
        block->horizon = MONTHS;
        for (int i = 0; i < LANES; i++)
            block->path[i] = (uint64_t)(b * LANES + i);
        arrange(block);
        for (; block->month < MONTHS; block->month++) {
            for (int i = 0; i < LANES; i++)
                record.alive[block->month] += block->company.live[i];
            block_draw(block);
            exit_step(block);
        }
        for (int i = 0; i < LANES; i++) {
            record.alive[MONTHS] += block->company.live[i];
            if (block->company.live[i] == 0.0)
                record.causes += block->result[i].cause == cause;
        }
        free(block);
    }
    return record;
}

static void expect_geometric(const struct record *record, double hazard)
{
    ck_assert_double_eq(record->alive[0], PATHS);
    for (int month = 1; month <= MONTHS; month += month < 12 ? 1 : 12) {
        double share = pow(1.0 - hazard, month);
        /* Binomial; four and a half standard errors, because 30 months are asked. */
        double error = sqrt(share * (1.0 - share) / PATHS);
        ck_assert_double_eq_tol(record->alive[month] / PATHS, share, 4.5 * error);
    }
    ck_assert_double_eq(record->causes, PATHS - record->alive[MONTHS]);
}

/* Every offer is good enough, and a company worth a thousand times offer_half gets nearly all. */
static void arrange_offers(struct block *block)
{
    FIXTURE_SET(block, exits.offer_rate, 0.02);
    FIXTURE_SET(block, exits.offer_half, 1.0);
    FIXTURE_SET(block, exits.reservation, 0.0);
    FIXTURE_SET(block, exits.reservation_independent, 0.0);
    FIXTURE_SET(block, people.break_up, 0.0);
    month_start(block);
    fixture_fill(block->world.valuation, 1.0);
    fixture_fill(block->world.open, 1.0);
    fixture_fill(block->company.worth, 1e9);
}

START_TEST(offers_end_lives_at_their_rate)
{
    struct record record = play_exits(arrange_offers, CAUSE_OFFER);
    expect_geometric(&record, 0.02);
}
END_TEST

/* Ready for the stock exchange, in a climate that is open. */
static void arrange_listings(struct block *block)
{
    FIXTURE_SET(block, exits.ipo_rate, 0.05);
    FIXTURE_SET(block, exits.ipo_revenue, 1e8);
    FIXTURE_SET(block, exits.ipo_growth, 0.2);
    month_start(block);
    fixture_fill(block->world.open, 1.0);
    fixture_fill(block->company.worth, 1e9);
    fixture_fill(block->company.revenue, 2e8);
    fixture_fill(block->company.growth, 0.5);
}

START_TEST(listings_end_lives_at_their_rate)
{
    struct record record = play_exits(arrange_listings, CAUSE_LISTED);
    expect_geometric(&record, 0.05);
}
END_TEST

/* A founder alone, with a month's costs in the bank and customers who do not pay for him. */
static void arrange_despair(struct block *block)
{
    FIXTURE_SET(block, people.patience, 40.0);
    month_start(block);
    fixture_fill(block->company.cash, 1000.0);
    fixture_fill(block->company.spent, 1000.0);
    fixture_fill(block->company.payroll, 1000.0);
}

START_TEST(founders_give_up_when_patience_ends)
{
    struct record record = play_exits(arrange_despair, CAUSE_GAVE_UP);
    expect_geometric(&record, 1.0 / 40.0);
}
END_TEST

START_TEST(nothing_ends_an_idle_company)
{
    struct block *block = fixture_block(LANES);
    fixture_idle(block);
    fixture_play(block, block->horizon);
    for (int i = 0; i < LANES; i++) {
        ck_assert_int_eq(block->result[i].outcome, OUTCOME_PRIVATE);
        ck_assert_int_eq(block->result[i].month, block->horizon);
    }
    free(block);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {offers_end_lives_at_their_rate, listings_end_lives_at_their_rate,
                                  founders_give_up_when_patience_ends, nothing_ends_an_idle_company,
                                  NULL};
    return fixture_run("survival", tests);
}
