/* The equations of engine/model/README.md, computed beside the model: companies of the shipped
 * scenarios are played step by step, and what stands in their columns before and after each step
 * goes to a file; tests/laws/equations.py works out the same from the text. */
#include "laws/fixture.h"

#include "model/capability.h"
#include "model/cash.h"
#include "model/community.h"
#include "model/delivery.h"
#include "model/exit.h"
#include "model/funding.h"
#include "model/market.h"
#include "model/month.h"
#include "model/people.h"
#include "model/playbook.h"
#include "model/sales.h"
#include "numerics/draws.h"

#include <stdlib.h>
#include <unistd.h>

enum { LANES_TOLD = 3, MONTHS_TOLD = 96 };

/* Columns of one lane, one after the other. */
static void tell(FILE *out, const void *columns, size_t size, int lane)
{
    const double *column = columns;
    for (size_t c = 0; c < size / COLUMN_SIZE; c++)
        fwrite(&column[c * STRIDE + (size_t)lane], sizeof(double), 1, out);
}

static void tell_state(FILE *out, const struct block *block)
{
    for (int lane = 0; lane < LANES_TOLD; lane++) {
        tell(out, &block->world, sizeof block->world, lane);
        tell(out, &block->company, sizeof block->company, lane);
        tell(out, &block->rates, sizeof block->rates, lane);
        tell(out, &block->now, sizeof block->now, lane);
        tell(out, &block->next, sizeof block->next, lane);
    }
}

static void tell_month(FILE *out, const struct block *block)
{
    for (int lane = 0; lane < LANES_TOLD; lane++) {
        const struct draws_pair bits = draws_threefry(block->seed, DRAWS_OTHER, block->path[lane]);
        const double also[] = {block->month, block->stages, block->rounds,
                               draws_uniform32(bits.first), draws_uniform32(bits.second)};
        fwrite(also, sizeof *also, sizeof also / sizeof *also, out);
        tell(out, &block->given, offsetof(struct parameters, stage), lane);
        tell(out, block->draw, sizeof block->draw, lane);
    }
}

static void tell_life(FILE *out, struct block *block)
{
    static void (*const steps[])(struct block *) = {
        market_step,   playbook_step, capability_step, community_step, sales_step,
        delivery_step, people_step,   cash_step,       funding_step,   exit_step};
    month_start(block);
    block_draw(block);
    tell_month(out, block);
    tell_state(out, block);
    while (block->month < MONTHS_TOLD) {
        block_draw(block);
        tell_month(out, block);
        for (size_t s = 0; s < sizeof steps / sizeof *steps; s++) {
            steps[s](block);
            tell_state(out, block);
        }
        block->month++;
    }
}

START_TEST(the_reference_computes_what_the_model_does)
{
    static const char *const files[] = {"scenarios/openstack-2011.yaml",
                                        "scenarios/templates/community.yaml",
                                        "scenarios/templates/consumer-internet.yaml"};
    char name[] = "/tmp/playbook-equations-XXXXXX", command[200];
    const int descriptor = mkstemp(name);
    FILE *out = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    ck_assert_ptr_nonnull(out);
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
        struct complaints *complaints = complaints_create();
        struct scenario *scenario = scenario_load(files[f], NULL, 0, complaints);
        ck_assert_ptr_nonnull(scenario);
        for (int s = 0; s < scenario->strategies; s++) {
            struct block *block = fixture_lanes(scenario, s, 0, LANES_TOLD);
            block->changes = 0;
            /* Lenders and strategic investors, which no shipped scenario has. */
            FIXTURE_SET(block, funding.debt_share, 0.3);
            FIXTURE_SET(block, funding.advance_amount, 2e5);
            FIXTURE_SET(block, round[1].strategic, 1.0);
            tell_life(out, block);
            free(block);
        }
        scenario_destroy(scenario);
        complaints_destroy(complaints);
    }
    ck_assert_int_eq(fclose(out), 0);
    snprintf(command, sizeof command, "python3 tests/laws/equations.py %s %d %d", name, LANES_TOLD,
             MONTHS_TOLD);
    const int failed = system(command);
    unlink(name);
    ck_assert_msg(failed == 0, "the model and its reference differ");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_reference_computes_what_the_model_does, NULL};
    return fixture_run("equations", tests);
}
