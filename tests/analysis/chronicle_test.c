/* A chronicle tells the company that the batch has played, and no other. */
#include "analysis/chronicle.h"

#include "montecarlo/batch.h"
#include "montecarlo/machine.h"
#include "report/runner.h"

#include <math.h>
#include <string.h>

enum { PATHS = 200 };

static struct scenario *load(const char *const *settings, int count)
{
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load("scenarios/openstack-2011.yaml", settings, count, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    complaints_destroy(complaints);
    return scenario;
}

/* The same few worlds for every test. */
static struct batch *play(const struct scenario *scenario)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, scenario->seed, PATHS, complaints);
    struct batch_options options = {.threads = 2, .kernel = machine_kernel(&why)};
    ck_assert(batch && options.kernel);
    ck_assert_int_eq(batch_play(batch, PATHS, &options), BATCH_DONE);
    complaints_destroy(complaints);
    return batch;
}

typedef void look(const struct scenario *scenario, int strategy, const struct result *result,
                  const struct chronicle *chronicle);

/* Shows every path of every strategy to a test. */
static void look_at_all(const char *const *settings, int count, look *at)
{
    const char *why;
    struct scenario *scenario = load(settings, count);
    struct batch *batch = play(scenario);
    for (int s = 0; s < scenario->strategies; s++)
        for (int64_t path = 0; path < PATHS; path++) {
            struct chronicle *chronicle = chronicle_create(
                scenario, batch->sampler, machine_kernel(&why), batch->seed, s, path);
            ck_assert_ptr_nonnull(chronicle);
            at(scenario, s, &batch->result[s][path], chronicle);
            chronicle_destroy(chronicle);
        }
    batch_destroy(batch);
    scenario_destroy(scenario);
}

static void ends_the_same(const struct scenario *scenario, int strategy,
                          const struct result *result, const struct chronicle *chronicle)
{
    (void)scenario, (void)strategy;
    const struct result *told = &chronicle->result;
    ck_assert(told->founder_present == result->founder_present);
    ck_assert(told->proceeds == result->proceeds);
    ck_assert(told->founder_proceeds == result->founder_proceeds);
    ck_assert(told->pool_proceeds == result->pool_proceeds);
    ck_assert(told->investor_proceeds == result->investor_proceeds);
    ck_assert(told->invested == result->invested);
    ck_assert(told->founders_share == result->founders_share);
    ck_assert(told->revenue == result->revenue);
    ck_assert_int_eq(told->month, result->month);
    ck_assert_int_eq(told->outcome, result->outcome);
    ck_assert_int_eq(told->cause, result->cause);
    ck_assert_int_eq(told->rounds, result->rounds);
    ck_assert_int_eq(told->stage, result->stage);
}

START_TEST(it_ends_as_the_batch_did) { look_at_all(NULL, 0, ends_the_same); }
END_TEST

/* Other designs place a path by all the others; the chronicle must ask the same sampler. */
START_TEST(it_ends_as_the_batch_did_on_a_hypercube)
{
    const char *const settings[] = {"sampling=latin-hypercube", "paths=200"};
    look_at_all(settings, 2, ends_the_same);
}
END_TEST

static void is_in_order(const struct scenario *scenario, int strategy, const struct result *result,
                        const struct chronicle *chronicle)
{
    (void)scenario, (void)strategy;
    ck_assert_int_ge(chronicle->events, 2);
    const struct chronicle_event *event = chronicle->event;
    ck_assert(event[0].what == HAPPENED_START && event[0].month == 0);
    ck_assert(event[0].number[0] > 0);
    for (int e = 1; e < chronicle->events; e++) {
        ck_assert_int_le(event[e - 1].month, event[e].month);
        ck_assert_int_ne(event[e].what, HAPPENED_START);
        ck_assert_int_eq(event[e].what == HAPPENED_END, e == chronicle->events - 1);
        for (int k = 0; k < CHRONICLE_NUMBERS; k++)
            ck_assert(isfinite(event[e].number[k]));
    }
    /* Results count months that have passed, events from 0. */
    ck_assert_int_eq(event[chronicle->events - 1].month, result->month - 1);
}

START_TEST(it_is_in_order_from_start_to_end) { look_at_all(NULL, 0, is_in_order); }
END_TEST

static void tells_rounds(const struct scenario *scenario, int strategy, const struct result *result,
                         const struct chronicle *chronicle)
{
    int rounds = 0, boards = 0;
    double invested = 0, share = 1;
    bool bridged = false; /* since the last round, which costs the founders shares */
    for (int e = 0; e < chronicle->events; e++) {
        const struct chronicle_event *event = &chronicle->event[e];
        boards += event->what == HAPPENED_BOARD;
        if (event->what == HAPPENED_SEARCH)
            ck_assert_int_eq((int)event->number[0], rounds);
        if (event->what == HAPPENED_STAGE)
            ck_assert_int_lt((int)event->number[0], scenario->strategy[strategy].stages);
        if (event->what == HAPPENED_BOARD) {
            ck_assert_int_eq((int)event->number[1], STAGES_MAX);
            ck_assert(event->number[0] > 0 && event->number[0] < 1);
        }
        if (event->what == HAPPENED_BRIDGE) {
            ck_assert_int_eq((int)event->number[0], rounds);
            invested += event->number[1];
            bridged = true;
        }
        if (event->what != HAPPENED_ROUND)
            continue;
        ck_assert_int_eq((int)event->number[0], rounds);
        ck_assert(event->number[1] > 0 && event->number[2] > 0);
        ck_assert(event->number[3] > 0 && event->number[3] < share);
        rounds++;
        invested += event->number[1];
        share = event->number[3];
        bridged = false;
    }
    ck_assert_int_eq(rounds, result->rounds);
    ck_assert_int_le(rounds, scenario->strategy[strategy].rounds);
    ck_assert(fabs(invested - result->invested) <= 1e-9 * invested);
    if (bridged)
        ck_assert((double)result->founders_share < share);
    else
        ck_assert(fabs(share - (double)result->founders_share) < 1e-6);
    ck_assert_int_le(boards, scenario->strategy[strategy].has_board);
    ck_assert_int_eq(boards, result->stage == STAGES_MAX);
}

START_TEST(it_tells_every_round_and_board) { look_at_all(NULL, 0, tells_rounds); }
END_TEST

static void says_each_once(const struct scenario *scenario, int strategy,
                           const struct result *result, const struct chronicle *chronicle)
{
    (void)scenario, (void)strategy, (void)result;
    int count[HAPPENINGS] = {0}, climate = 0;
    double giants = 0;
    for (int e = 0; e < chronicle->events; e++) {
        const struct chronicle_event *event = &chronicle->event[e];
        ck_assert(event->what >= 0 && event->what < HAPPENINGS);
        count[event->what]++;
        if (event->what == HAPPENED_CLIMATE_SHUTS || event->what == HAPPENED_CLIMATE_OPENS) {
            int now = event->what == HAPPENED_CLIMATE_OPENS ? 1 : -1;
            ck_assert_int_ne(now, climate); /* they take turns */
            climate = now;
        }
        if (event->what == HAPPENED_GIANT) {
            ck_assert(event->number[0] > giants);
            giants = event->number[0];
        }
        if (event->what == HAPPENED_HEADLINES)
            ck_assert(event->number[0] > 1.33 || event->number[0] < 0.75);
        if (event->what == HAPPENED_CUTS)
            ck_assert(event->number[0] < 0.75 * event->number[1]);
        if (event->what == HAPPENED_FIRST_LOSS)
            ck_assert(event->number[0] >= LOSS_INCOMPLETE && event->number[0] <= LOSS_NO_NEED);
    }
    static const enum happening once[] = {
        HAPPENED_CONTENT,     HAPPENED_FIRST_EVALUATION, HAPPENED_FIRST_LOSS, HAPPENED_TENTH_DECISION,
        HAPPENED_TENTH_WIN,   HAPPENED_HALF_COMPLETE,    HAPPENED_TRAINING,   HAPPENED_VALUE_ADDED,
        HAPPENED_DISMANTLED,  HAPPENED_SERVICES_HALF};
    for (size_t i = 0; i < sizeof once / sizeof *once; i++)
        ck_assert_int_le(count[once[i]], 1);
    ck_assert_int_le(count[HAPPENED_SHRINK], 2);
    ck_assert_int_le(count[HAPPENED_CYCLE_BEGINS] + count[HAPPENED_CYCLE_ENDS], 4);
    ck_assert_int_le(count[HAPPENED_EXPERTISE], 2);
    ck_assert_int_le(count[HAPPENED_INFLUENCE], 3);
    ck_assert_int_le(count[HAPPENED_FIRST_EVALUATION], chronicle->evaluations > 0.0);
    ck_assert_int_le(count[HAPPENED_FIRST_WIN], chronicle->won > 0.0);
    ck_assert_int_eq(count[HAPPENED_TENTH_WIN], chronicle->won >= 10.0);
    ck_assert(chronicle->won <= chronicle->decided && chronicle->decided <= chronicle->evaluations);
    ck_assert_int_le(count[HAPPENED_HALF_MATURE], 1);
    ck_assert_int_le(count[HAPPENED_ADOPTION], 2);
    ck_assert_int_le(count[HAPPENED_FIRST_ENGAGEMENT], 1);
    ck_assert_int_le(count[HAPPENED_FIRST_WIN], 1);
    ck_assert_int_le(count[HAPPENED_REVENUE], 4);
    ck_assert_int_lt(chronicle->events, 70); /* who reads more? */
}

START_TEST(it_repeats_nothing) { look_at_all(NULL, 0, says_each_once); }
END_TEST

static void names_a_real_obstacle(const struct scenario *scenario, int strategy,
                                  const struct result *result, const struct chronicle *chronicle)
{
    bool round_left = result->rounds < scenario->strategy[strategy].rounds;
    ck_assert_int_eq(chronicle->obstacle == OBSTACLE_NO_ROUND_LEFT, !round_left);
    switch (chronicle->obstacle) {
    case OBSTACLE_NONE:
    case OBSTACLE_NO_ROUND_LEFT:
        break;
    case OBSTACLE_COMPLETENESS:
        ck_assert(chronicle->had == chronicle->completeness && chronicle->needed <= 1);
        ck_assert(chronicle->had < chronicle->needed);
        break;
    default:
        ck_assert(chronicle->had < chronicle->needed);
        break;
    }
    ck_assert_int_ge(chronicle->months_searched, 0);
    ck_assert_int_le(chronicle->months_searched, result->month);
    ck_assert(chronicle->completeness >= 0 && chronicle->completeness <= 1);
    ck_assert(chronicle->influence >= 0 && chronicle->influence <= 1);
    ck_assert(chronicle->maturity >= 0 && chronicle->maturity <= 1);
    ck_assert(chronicle->open == 0 || chronicle->open == 1);
}

START_TEST(obstacles_are_real) { look_at_all(NULL, 0, names_a_real_obstacle); }
END_TEST

/* A small company that dies soon, before a round that asks for one thing. */
static enum obstacle obstacle_of(const char *needs, const char *users)
{
    const char *why;
    char text[2000];
    snprintf(text, sizeof text,
             "scenario: Short of cash\n"
             "start: 2024-01\n"
             "horizon: 3 years\n"
             "paths: 1\n"
             "company: {cash: $50k%s}\n"
             "strategies:\n"
             "  - name: Hopeful\n"
             "    playbook:\n"
             "      stages:\n"
             "        - name: Build\n"
             "          people: {product: 100%%}\n"
             "    funding:\n"
             "      rounds:\n"
             "        - {name: Seed, amount: $1M, odds: 0%% per month, wait: 0 months, needs: {%s}}\n",
             users, needs);
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("short.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    struct sampler *sampler = sampler_create(scenario, 1, 1, complaints);
    ck_assert_ptr_nonnull(sampler);
    struct chronicle *chronicle =
        chronicle_create(scenario, sampler, machine_kernel(&why), 1, 0, 0);
    ck_assert_ptr_nonnull(chronicle);
    enum obstacle obstacle = chronicle->obstacle;
    ck_assert_int_eq(chronicle->result.rounds, 0);
    ck_assert(chronicle->result.outcome == OUTCOME_SHUT_DOWN ||
              chronicle->result.outcome == OUTCOME_ACQUIHIRED);
    chronicle_destroy(chronicle);
    sampler_destroy(sampler);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    return obstacle;
}

START_TEST(each_need_is_an_obstacle_when_it_is_not_met)
{
    ck_assert_int_eq(obstacle_of("revenue: $0/year", ""), OBSTACLE_NONE);
    ck_assert_int_eq(obstacle_of("revenue: $9M/year", ""), OBSTACLE_REVENUE);
    ck_assert_int_eq(obstacle_of("product_revenue: $9M/year", ""), OBSTACLE_PRODUCT_REVENUE);
    ck_assert_int_eq(obstacle_of("customers: 1", ""), OBSTACLE_CUSTOMERS);
    ck_assert_int_eq(obstacle_of("completeness: 100%", ""), OBSTACLE_COMPLETENESS);
    ck_assert_int_eq(obstacle_of("growth: 1900%", ""), OBSTACLE_GROWTH);
    ck_assert_int_eq(obstacle_of("month: 30 months", ""), OBSTACLE_WAIT);
}
END_TEST

/* In place of revenue investors take users, but nothing in place of a product. */
START_TEST(enough_users_stand_for_revenue)
{
    const char *with_users = ", users: 5000";
    ck_assert_int_eq(obstacle_of("revenue: $9M/year, users: 1000000000", with_users),
                     OBSTACLE_REVENUE);
    ck_assert_int_eq(obstacle_of("revenue: $9M/year, product_revenue: $1M/year, users: 1", with_users),
                     OBSTACLE_NONE);
    ck_assert_int_eq(obstacle_of("revenue: $9M/year, users: 1, customers: 5", with_users),
                     OBSTACLE_CUSTOMERS);
    ck_assert_int_eq(obstacle_of("revenue: $9M/year, users: 1, completeness: 100%", with_users),
                     OBSTACLE_COMPLETENESS);
}
END_TEST

/* Events of one strategy are told to it alone, in their month. */
START_TEST(dated_events_are_told_to_whom_they_concern)
{
    static const char text[] = "scenario: Events\n"
                               "start: 2024-01\n"
                               "horizon: 2 years\n"
                               "paths: 1\n"
                               "company: {cash: $50M}\n"
                               "strategies:\n"
                               "  - name: One\n"
                               "    playbook:\n"
                               "      stages:\n"
                               "        - {name: Build, people: {product: 100%}}\n"
                               "  - name: Two\n"
                               "    playbook:\n"
                               "      stages:\n"
                               "        - {name: Build, people: {product: 100%}}\n"
                               "    events:\n"
                               "      - at: 2024-02\n"
                               "        for: 2 months\n"
                               "        set: {people.fixed_cost: $1M/month}\n"
                               "        label: fire\n"
                               "events:\n"
                               "  - at: 2024-01\n"
                               "    for: 3 months\n"
                               "    set: {climate.regime: shut}\n"
                               "    label: winter\n";
    const char *why;
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text("events.yaml", text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(scenario);
    struct sampler *sampler = sampler_create(scenario, 1, 1, complaints);
    for (int s = 0; s < 2; s++) {
        struct chronicle *chronicle =
            chronicle_create(scenario, sampler, machine_kernel(&why), 1, s, 0);
        int told[2] = {0};
        for (int e = 0; e < chronicle->events; e++) {
            const struct chronicle_event *event = &chronicle->event[e];
            if (event->what != HAPPENED_EVENT)
                continue;
            const char *label = scenario->event[(int)event->number[0]].label;
            int which = strcmp(label, "fire") == 0;
            told[which]++;
            ck_assert_int_eq(event->month, which == 0 ? 0 : 1);
        }
        ck_assert_int_ge(chronicle->result.month, 2);
        ck_assert_int_eq(told[0], 1);
        ck_assert_int_eq(told[1], s == 1);
        chronicle_destroy(chronicle);
    }
    chronicle_destroy(NULL);
    sampler_destroy(sampler);
    scenario_destroy(scenario);
    complaints_destroy(complaints);
}
END_TEST

RUNNER_MAIN("chronicle", it_ends_as_the_batch_did, it_ends_as_the_batch_did_on_a_hypercube,
            it_is_in_order_from_start_to_end, it_tells_every_round_and_board, it_repeats_nothing,
            obstacles_are_real, each_need_is_an_obstacle_when_it_is_not_met,
            enough_users_stand_for_revenue, dated_events_are_told_to_whom_they_concern)
