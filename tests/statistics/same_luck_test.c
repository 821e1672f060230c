/* Path by path: with the same luck, the engine and the plain program must tell the same story,
 * every month and to the end. */
#include "model/kernel.h"
#include "montecarlo/batch.h"
#include "montecarlo/machine.h"
#include "statistics/plain.h"
#include "statistics/trial.h"
#include "statistics/worlds.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Relative difference that a month may bring by itself: the engine's normal quantile is good to
 * 1e-7, and its errors live on in what they fed. */
static const double fresh = 1e-5;

/* And by how much it may magnify the difference of the month before. Where two large numbers nearly
 * cancel, as in the cash above a reserve, a difference grows tenfold, month after month. */
static const double magnified = 100.0;

/* A path that has drifted so far apart is not followed any more. */
static const double drifted = 1e-3;

/* A comparison such as u < chance falls differently where the two sides lie within 1e-7 of each
 * other: of some thirty a month, once in a few hundred thousand months. */
static const double odd_months = 1e-5;

#define SAME(name)                                                                                 \
    {                                                                                              \
#name, offsetof(struct block, name), offsetof(struct plain_life, name)                     \
    }
#define ALIKE(engine, plain)                                                                       \
    {                                                                                              \
#engine, offsetof(struct block, engine), offsetof(struct plain_life, plain)                \
    }

static const struct {
    const char *name;
    size_t engine, plain;
} quantities[] = {
    SAME(world.demand),
    SAME(world.headlines),
    SAME(world.mood),
    SAME(world.adopters),
    SAME(world.maturity),
    ALIKE(world.rival_appeal, world.appeal),
    SAME(world.giants),
    SAME(world.upstream),
    SAME(world.rival_users),
    SAME(world.rival_value),
    SAME(world.valuation),
    SAME(company.experience),
    SAME(company.commits),
    SAME(company.edge),
    SAME(company.expertise),
    SAME(company.influence),
    SAME(company.completeness),
    SAME(company.lead),
    SAME(company.fit),
    SAME(company.value),
    SAME(company.product),
    SAME(company.users),
    SAME(company.invited),
    SAME(company.content),
    SAME(company.payers),
    SAME(company.backlog),
    ALIKE(company.evaluating[0], company.evaluating[0]),
    ALIKE(company.evaluating[2], company.evaluating[2]),
    SAME(company.wins),
    SAME(company.started),
    SAME(company.proven),
    SAME(company.subscribers),
    SAME(company.subscription),
    SAME(company.licensees),
    SAME(company.licence_base),
    SAME(company.direct_cost),
    ALIKE(company.year[STREAM_SERVICES], company.year.services),
    ALIKE(company.year[STREAM_TRAINING], company.year.training),
    ALIKE(company.year[STREAM_SUPPORT], company.year.support),
    ALIKE(company.year[STREAM_VALUE_ADDED], company.year.value_added),
    ALIKE(company.year[STREAM_LICENCES], company.year.licences),
    ALIKE(company.year[STREAM_ADVERTISING], company.year.advertising),
    SAME(company.revenue),
    SAME(company.growth),
    ALIKE(company.consultants, company.team.consultants),
    ALIKE(company.engineers, company.team.engineers),
    ALIKE(company.upstreamers, company.team.upstreamers),
    ALIKE(company.trainers, company.team.trainers),
    ALIKE(company.sellers, company.team.sellers),
    ALIKE(company.carers, company.team.carers),
    SAME(company.headcount),
    SAME(company.kept),
    SAME(company.payroll),
    SAME(company.unpaid),
    SAME(company.marketing),
    SAME(company.collected),
    SAME(company.receivables),
    SAME(company.spent),
    SAME(company.cash),
    SAME(company.worth),
    SAME(company.founders_share),
    SAME(company.pool_share),
    SAME(company.lender_share),
    SAME(company.investor_share[0]),
    SAME(company.investor_share[1]),
    SAME(company.preference[0]),
    SAME(company.notes),
    SAME(company.repaid),
    SAME(company.post_money),
    SAME(company.budget),
    SAME(company.strategic),
    SAME(company.searching),
    SAME(company.searched),
    SAME(company.agreed),
    SAME(company.resting),
    SAME(company.debt),
    SAME(company.advance),
};
enum { QUANTITIES = sizeof quantities / sizeof *quantities };

struct tale {
    long months;
    int paths, drifted, odd;
    int outcome[OUTCOMES], cause[CAUSES], rounds, controlled, later_stages;
    int gave_way; /* paths not followed beyond a round that asked for more than there was */
    int converted, repaid, sold, warrants, limited, open_at_end; /* SAFEs and notes; paths; classes; securities */
};

/* One path, twice. */
struct pair {
    struct plain_life life;
    double difference; /* relative, of last month */
    bool left;         /* not followed any more */
};

static double relative(double a, double b, double scale)
{
    return fabs(a - b) / fmax(scale, fmax(fabs(a), fabs(b)));
}

static double engine_value(const struct block *block, int lane, int q)
{
    return ((const double *)((const char *)block + quantities[q].engine))[lane];
}

static double plain_value(const struct plain_life *life, int q)
{
    return *(const double *)((const char *)life + quantities[q].plain);
}

/* Stocks of money that may all but vanish. */
static bool is_left_over(int q)
{
    return quantities[q].engine == offsetof(struct block, company.cash) ||
           quantities[q].engine == offsetof(struct block, company.backlog);
}

/* The largest difference and its quantity. What is left over is measured by what flows. */
static double largest_difference(const struct block *block, int lane, const struct plain_life *life,
                                 int *where)
{
    double flow = life->company.spent + life->company.collected, largest = 0.0;
    for (int q = 0; q < QUANTITIES; q++) {
        double scale = is_left_over(q) ? flow : 1e-3;
        double difference = relative(engine_value(block, lane, q), plain_value(life, q), scale);
        if (difference > largest) {
            largest = difference;
            *where = q;
        }
    }
    return largest;
}

static double end_difference(const struct result *a, const struct result *b)
{
    if (a->outcome != b->outcome || a->cause != b->cause || a->rounds != b->rounds ||
        a->month != b->month || a->stage != b->stage)
        return INFINITY;
    /* Cash that all but vanished may be all there is to divide: thousands of dollars count. */
    const double money[][2] = {
        {a->founder_present, b->founder_present},
        {a->proceeds, b->proceeds},
        {a->founder_proceeds, b->founder_proceeds},
        {a->pool_proceeds, b->pool_proceeds},
        {a->lender_proceeds, b->lender_proceeds},
        {a->investor_proceeds, b->investor_proceeds},
        {a->founder_sold, b->founder_sold},
        {a->repaid, b->repaid},
        {a->invested, b->invested},
        {a->revenue, b->revenue},
    };
    double largest = fmax(relative(a->founders_share, b->founders_share, 1e-3),
                          fmax(relative(a->unpaid, b->unpaid, 1.0), relative(a->founders, b->founders, 1.0)));
    for (size_t m = 0; m < sizeof money / sizeof *money; m++)
        largest = fmax(largest, relative(money[m][0], money[m][1], 1e3));
    return largest;
}

static void show_end(const struct result *engine, const struct result *plain)
{
    printf("  the end (engine, plain): month %d %d, outcome %d %d, cause %d %d, rounds %d %d, "
           "stage %d "
           "%d, proceeds %.9g %.9g, founders %.9g %.9g, investors %.9g %.9g\n",
           engine->month, plain->month, engine->outcome, plain->outcome, engine->cause,
           plain->cause, engine->rounds, plain->rounds, engine->stage, plain->stage,
           engine->proceeds, plain->proceeds, engine->founder_proceeds, plain->founder_proceeds,
           engine->investor_proceeds, plain->investor_proceeds);
}

/* Holds a month of one path against the other; at the end, the results. */
static void follow(struct tale *tale, const struct block *block, int lane, struct pair *pair)
{
    const struct plain_life *life = &pair->life;
    int q = -1;
    bool ended = life->over || block->company.live[lane] == 0.0;
    double difference = ended ? end_difference(&block->result[lane], &life->result)
                              : largest_difference(block, lane, life, &q);
    tale->months++;
    if (difference > fresh + magnified * pair->difference) {
        if (tale->odd++ < 10) {
            printf("seed %llu, path %llu, month %d: ", (unsigned long long)block->seed,
                   (unsigned long long)block->path[lane], block->month - 1);
            if (ended)
                show_end(&block->result[lane], &life->result);
            else
                printf("%s is %.9g in the engine, %.9g in the plain program\n", quantities[q].name,
                       engine_value(block, lane, q), plain_value(life, q));
        }
        pair->left = true;
    } else if (difference > drifted) {
        tale->drifted++;
        pair->left = true;
    }
    pair->difference = difference;
}

static void count(struct tale *tale, const struct plain_life *life)
{
    tale->paths++;
    tale->outcome[life->result.outcome]++;
    tale->cause[life->result.cause]++;
    tale->rounds += life->result.rounds;
    tale->controlled += life->company.controlled;
    tale->later_stages += life->company.stage > 0;
    tale->sold += life->company.owners.sold > 0.0;
    tale->warrants += life->result.lender_proceeds > 0.0;
    for (int i = 0; i < life->company.owners.count; i++) {
        const struct plain_security *security = &life->company.owners.security[i];
        bool preferred = security->kind == PLAIN_PREFERRED;
        tale->converted += preferred && security->cost != security->paid && security->since > 0;
        tale->repaid += security->kind == PLAIN_REPAID;
        tale->limited += preferred && security->participation == 2;
        tale->open_at_end += security->kind == PLAIN_SAFE || security->kind == PLAIN_NOTE;
    }
}

/* Plays a prepared block and the same paths one by one. */
static void compare(struct block *block, const struct scenario *scenario, int strategy, int n,
                    const struct kernel *kernel, struct tale *tale)
{
    struct pair *pair = calloc((size_t)n, sizeof *pair);
    ck_assert_ptr_nonnull(pair);
    for (int i = 0; i < n; i++) {
        struct plain_life *life = &pair[i].life;
        life->scenario = scenario;
        life->strategy = strategy;
        life->luck = (struct plain_luck){.seed = block->seed, .path = block->path[i]};
        plain_read(&block->given, i, &life->given);
        plain_start(life);
    }
    block->n = n;
    kernel->start(block);
    for (int month = 0; month < scenario->horizon; month++) {
        kernel->month(block);
        for (int i = 0; i < n; i++) {
            if (pair[i].life.over)
                continue;
            plain_month(&pair[i].life);
            /* Then there is more than one price, and each program takes its own. */
            if (pair[i].life.company.owners.gave_way && !pair[i].left) {
                pair[i].left = true;
                tale->gave_way++;
            }
            if (!pair[i].left)
                follow(tale, block, i, &pair[i]);
        }
    }
    for (int i = 0; i < n; i++)
        count(tale, &pair[i].life);
    free(pair);
}

static void check(const struct tale *tale)
{
    printf("%d paths, %ld months: %d paths drifted apart, %d odd months\n", tale->paths,
           tale->months, tale->drifted, tale->odd);
    printf("  outcomes");
    for (int o = 0; o < OUTCOMES; o++)
        printf(" %d", tale->outcome[o]);
    printf("; causes");
    for (int c = 0; c < CAUSES; c++)
        printf(" %d", tale->cause[c]);
    printf("; rounds %d; boards %d; later stages %d\n", tale->rounds, tale->controlled,
           tale->later_stages);
    printf("  gave way %d; notes converted %d, repaid %d; SAFEs and notes open at the end %d; limited classes %d; "
           "founders sold %d; warrants paid %d\n", tale->gave_way, tale->converted, tale->repaid, tale->open_at_end,
           tale->limited, tale->sold, tale->warrants);
    ck_assert_int_le(tale->odd, (int)ceil(odd_months * (double)tale->months));
    ck_assert_int_le(tale->drifted, tale->paths / 100);
    ck_assert_int_le(tale->gave_way, tale->paths / 25);
}

enum { RANDOM_PATHS = 25600 };

/* Investors who give to everybody, so that cap tables grow long. */
static void open_purses(struct block *block)
{
    for (int r = 0; r < ROUNDS_MAX; r++) {
        struct round *round = &block->given.round[r];
        for (int i = 0; i < LANES; i++) {
            round->odds[i] = 0.4;
            round->runway[i] = 120.0;
            round->wait[i] = r;
            round->need_completeness[i] = round->need_revenue[i] = 0.0;
            round->need_product_revenue[i] = round->need_customers[i] = 0.0;
            round->need_growth[i] = -1.0;
        }
    }
}

START_TEST(random_worlds)
{
    const char *why;
    const struct kernel *kernel = machine_kernel(&why);
    struct block *block = trial_block();
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_taus2);
    struct tale tale = {0};
    for (unsigned long plan = 1; plan <= RANDOM_PATHS / LANES; plan++) {
        gsl_rng_set(rng, plan);
        struct worlds worlds;
        worlds_draw_plan(&worlds, rng);
        batch_prepare(&worlds.scenario, 0, plan, block);
        worlds_draw_parameters(rng, LANES, &block->given);
        if (plan % 4 == 0)
            open_purses(block);
        for (int i = 0; i < LANES; i++)
            block->path[i] = (uint64_t)i;
        compare(block, &worlds.scenario, 0, LANES, kernel, &tale);
    }
    check(&tale);
    /* The random worlds are of use only if they reach everything. */
    for (int o = 0; o < OUTCOMES; o++)
        ck_assert_int_gt(tale.outcome[o], 5);
    for (int c = 0; c < CAUSES; c++)
        ck_assert_int_gt(tale.cause[c], 5);
    ck_assert_int_gt(tale.controlled, 5);
    ck_assert_int_gt(tale.later_stages, 5);
    ck_assert_int_gt(tale.converted, 5);
    ck_assert_int_gt(tale.repaid, 5);
    ck_assert_int_gt(tale.open_at_end, 5);
    ck_assert_int_gt(tale.limited, 5);
    ck_assert_int_gt(tale.sold, 5);
    ck_assert_int_gt(tale.warrants, 5);
    gsl_rng_free(rng);
    free(block);
}
END_TEST

static const char *const shipped[] = {"scenarios/openstack-2011.yaml",
                                      "scenarios/innovation-market.yaml",
                                      "scenarios/community-2007.yaml"};
enum { SHIPPED = sizeof shipped / sizeof *shipped };

/* A block that is played alone must also be what the batch makes of it, which compacts. */
static void compare_batch(const struct trial *trial, const struct block *block, int strategy)
{
    struct batch *batch = batch_create(trial->scenario, trial->seed, LANES, trial->complaints);
    struct batch_options options = {.threads = 1, .kernel = trial->kernel};
    ck_assert_ptr_nonnull(batch);
    ck_assert_int_eq(batch_play(batch, LANES, &options), BATCH_DONE);
    for (int i = 0; i < LANES; i++) {
        const struct result *a = &batch->result[strategy][i], *b = &block->result[i];
        ck_assert_int_eq(a->outcome, b->outcome);
        ck_assert_int_eq(a->month, b->month);
        ck_assert_double_eq(a->founder_proceeds, b->founder_proceeds);
        ck_assert_double_eq(a->investor_proceeds, b->investor_proceeds);
    }
    batch_destroy(batch);
}

START_TEST(shipped_scenarios)
{
    struct trial trial;
    struct block *block = trial_block();
    trial_open(&trial, shipped[_i], 7, LANES);
    for (int s = 0; s < trial.scenario->strategies; s++) {
        struct tale tale = {0};
        for (int64_t first = 0; first < 2048; first += LANES) {
            batch_prepare(trial.scenario, s, trial.seed, block);
            trial_fill(&trial, s, first, LANES);
            memcpy(&block->given, trial.parameters, sizeof block->given);
            for (int i = 0; i < LANES; i++)
                block->path[i] = (uint64_t)(first + i);
            compare(block, trial.scenario, s, LANES, trial.kernel, &tale);
            if (first == 0)
                compare_batch(&trial, block, s);
        }
        printf("%s, %s: ", trial.scenario->name, trial.scenario->strategy[s].name);
        check(&tale);
    }
    trial_close(&trial);
    free(block);
}
END_TEST

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0); /* a failed test leaves its process without flushing */
    Suite *suite = suite_create("same luck");
    TCase *paths = tcase_create("paths");
    tcase_set_timeout(paths, 300);
    tcase_add_test(paths, random_worlds);
    tcase_add_loop_test(paths, shipped_scenarios, 0, SHIPPED);
    suite_add_tcase(suite, paths);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
