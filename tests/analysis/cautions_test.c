/* What cannot do what it is there for is told with its place, and nothing else is. */
#include "analysis/cautions.h"

#include "analysis/lone.h"
#include "model/community.h"
#include "montecarlo/batch.h"

#include <math.h>
#include <string.h>

static const char plain[] = "scenario: Plain\nstart: 2020-01\nhorizon: 5 years\nstrategies:\n"
                            "  - name: One\n"
                            "    playbook:\n"
                            "      openness: 100%\n"
                            "      analytics: 2x\n"
                            "      stages:\n"
                            "        - name: All\n"
                            "          offers: [OFFERS]\n"
                            "          pilot_price: $10k\n"
                            "          people: {consultants: 50%, product: 30%, trainers: 20%}\n";

struct session {
    struct scenario *scenario;
    struct caution list[CAUTIONS_MAX];
    int count;
};

/* The plain scenario with what it offers in place of OFFERS. */
static struct session open_session(const char *offers, const char *const *set, int sets)
{
    struct session session = {.count = 0};
    char text[1000];
    const char *hole = strstr(plain, "OFFERS");
    snprintf(text, sizeof text, "%.*s%s%s", (int)(hole - plain), plain, offers, hole + strlen("OFFERS"));
    struct complaints *complaints = complaints_create();
    session.scenario = scenario_load_text("scenarios/plain.yaml", text, strlen(text), set, sets, complaints);
    complaints_print(complaints, stderr, false);
    ck_assert_ptr_nonnull(session.scenario);
    batch_destroy(batch_create(session.scenario, 1, 2, complaints)); /* GSL's handler is off */
    session.count = cautions_find(session.scenario, session.list);
    complaints_destroy(complaints);
    return session;
}

static void expect(const struct session *session, int c, const char *said, int line)
{
    ck_assert_int_lt(c, session->count);
    ck_assert_msg(strstr(session->list[c].text, said) != NULL, "'%s' is not in '%s'", said, session->list[c].text);
    ck_assert_int_eq(session->list[c].place.line, line);
}

START_TEST(who_sells_everything_uses_everything)
{
    struct session session = open_session("services, training, support, subscription", NULL, 0);
    ck_assert_int_eq(session.count, 0);
    scenario_destroy(session.scenario);
}
END_TEST

START_TEST(levers_without_an_effect_are_told)
{
    struct session session = open_session("advertising", NULL, 0);
    ck_assert_int_eq(session.count, 4);
    expect(&session, 0, "no stage offers 'support'", 8);
    expect(&session, 1, "no stage offers 'subscription' or 'licences'", 12);
    expect(&session, 2, "trainers have nothing to do", 13);
    expect(&session, 3, "consultants have nothing to do", 13);
    scenario_destroy(session.scenario);
}
END_TEST

/* Without anything to sell to users there is no community to worry about. */
START_TEST(a_community_that_cannot_grow_is_told_where_it_is_lived_by)
{
    static const char *const set[] = {"community.loss=20% to 60% per month", "community.stickiness=10%"};
    struct session session = open_session("services, training, support, subscription", set, 2);
    ck_assert_int_eq(session.count, 1);
    ck_assert_str_eq(session.list[0].place.file, "--set");
    ck_assert_ptr_nonnull(strstr(session.list[0].text, "does not grow by its users"));
    ck_assert_double_lt(cautions_reproduction(session.scenario, 0), 1.0);
    scenario_destroy(session.scenario);
    session = open_session("services, training, subscription", set, 2);
    for (int c = 0; c < session.count; c++)
        ck_assert_ptr_null(strstr(session.list[c].text, "users"));
    scenario_destroy(session.scenario);
}
END_TEST

/* The model's own figure, of a company without a rival whose product does all, comes near from below. */
START_TEST(the_limit_is_the_models)
{
    static const char *const set[] = {"market.invitations=0.4 per month", "community.activation_floor=5%",
                                      "community.activation_value=30%",   "community.loss=15% per month",
                                      "community.stickiness=60%",         "strategies.1.playbook.openness=80%"};
    struct session session = open_session("support, training, services, subscription", set, 6);
    struct lone lone = lone_create();
    struct parameters *given = &lone.block->given;
    given->market.invitations[0] = 0.4;
    given->community.activation_floor[0] = 0.05;
    given->community.activation_value[0] = 0.3;
    given->community.loss[0] = 0.15;
    given->community.stickiness[0] = 0.6;
    given->community.leader_pull[0] = 0.6;
    given->community.leader_exponent[0] = 1.25;
    given->playbook.openness[0] = 0.8;
    given->market.people_reachable[0] = 1e12;
    lone.block->company.users[0] = 1e6;
    lone.block->company.value[0] = 1.0;
    const double most = cautions_reproduction(session.scenario, 0), model = community_reproduction(lone.block, 0);
    ck_assert_double_le(model, most);
    ck_assert_double_eq_tol(model, most, 1e-4 * most);
    lone.block->company.value[0] = 0.7;
    ck_assert_double_lt(community_reproduction(lone.block, 0), model);
    lone_destroy(&lone);
    scenario_destroy(session.scenario);
}
END_TEST

RUNNER_MAIN("cautions", who_sells_everything_uses_everything, levers_without_an_effect_are_told,
            a_community_that_cannot_grow_is_told_where_it_is_lived_by, the_limit_is_the_models)
