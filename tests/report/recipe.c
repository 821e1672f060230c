#include "report/recipe.h"

#include <math.h>

#define SERVICES                                                                                   \
    {                                                                                              \
        "Services first, bootstrapped", .30, 1.9e6, 1.35, 9e6, 0, .10, 0                           \
    }
#define VENTURE                                                                                    \
    {                                                                                              \
        "IP with venture money", .64, 3.2e6, 2.1, 14e6, 4, .02, 0                                  \
    }
#define BOARD                                                                                      \
    {                                                                                              \
        "Services first, then the board takes over", .55, 1.5e6, 1.8, 8e6, 3, .12, 0               \
    }
#define ANGELS                                                                                     \
    {                                                                                              \
        "IP, angels only", .62, 1.2e6, 1.6, 4e6, 1, .02, 0                                         \
    }
#define COMMUNITY                                                                                  \
    {                                                                                              \
        "Community first", .48, 2.4e6, 1.9, 6e6, 2, .05, 0                                         \
    }
#define LATE                                                                                       \
    {                                                                                              \
        "Services first, Series A late", .33, 2.6e6, 1.6, 11e6, 2, .15, 0                          \
    }

#define LIKE_SERVICES(name, dies, median, luck)                                                    \
    {                                                                                              \
        name, dies, median, 1.35, 9e6, 0, .10, luck                                                \
    }
#define DEAD(name)                                                                                 \
    {                                                                                              \
        name, 1, 0, 0, 0, 1, .5, 0                                                                 \
    }
#define LONG(name)                                                                                 \
    "A strategy whose author could not decide what mattered most and therefore wrote down all of " \
    "it, including the reasons, at " name
#define NO_SPACES                                                                                  \
    "Nospacesatallinthisverylongnameofastrategywhichcannotbebrokenanywhereandyetmustbeshownsomeho" \
    "w"

#define TITLE "OpenStack 2011"
#define ABOUT "The market in which three companies made different bets."

static const struct recipe recipes[FIXTURES] = {
    [FIXTURE_TWO] = {"two", TITLE, ABOUT, 2, 120, 20000, {SERVICES, VENTURE}},
    [FIXTURE_ONE] = {"one", TITLE, ABOUT, 1, 120, 20000, {SERVICES}},
    [FIXTURE_THREE] = {"three", TITLE, ABOUT, 3, 120, 20000, {VENTURE, SERVICES, BOARD}},
    [FIXTURE_SIX] =
        {"six", TITLE, ABOUT, 6, 120, 20000, {VENTURE, SERVICES, BOARD, ANGELS, COMMUNITY, LATE}},
    [FIXTURE_EQUAL] = {"equal",
                       TITLE,
                       ABOUT,
                       2,
                       120,
                       20000,
                       {SERVICES, LIKE_SERVICES("The same under another name", .30, 1.9e6, 0)}},
    [FIXTURE_CLOSE] = {"close",
                       TITLE,
                       ABOUT,
                       2,
                       120,
                       400,
                       {SERVICES, LIKE_SERVICES("Services first, a week later", .30, 1.9e6, 2)}},
    [FIXTURE_CERTAIN] = {"certain",
                         TITLE,
                         ABOUT,
                         2,
                         120,
                         20000,
                         {LIKE_SERVICES("Services first, bootstrapped", 0, 1.9e6, 0),
                          LIKE_SERVICES("Services first, at half the price", 0, .95e6, 0)}},
    [FIXTURE_DEAD] =
        {"dead", TITLE, ABOUT, 2, 120, 20000, {DEAD("Sell licences"), DEAD("Sell more licences")}},
    [FIXTURE_BOOTSTRAP] = {"bootstrap",
                           TITLE,
                           ABOUT,
                           2,
                           120,
                           20000,
                           {SERVICES,
                            {"Services first, frugal", .33, 2.6e6, 1.6, 11e6, 0, .15, 3}}},
    [FIXTURE_ONE_PATH] = {"one-path", TITLE, ABOUT, 2, 120, 1, {SERVICES, VENTURE}},
    [FIXTURE_ONE_MONTH] = {"one-month", TITLE, ABOUT, 2, 1, 20000, {SERVICES, VENTURE}},
    [FIXTURE_THIRTY_YEARS] = {"thirty-years", TITLE, ABOUT, 2, 360, 20000, {SERVICES, VENTURE}},
    [FIXTURE_HOSTILE] = {"hostile",
                         "'; system('touch " FIXTURE_CANARY "') # \" `touch " FIXTURE_CANARY
                         "` $(touch " FIXTURE_CANARY ")\n!touch " FIXTURE_CANARY "\n@x %s %d",
                         "<script>alert(1)</script> & | tee " FIXTURE_CANARY " \\ \\n {/:Bold x}",
                         2,
                         120,
                         20000,
                         {{"It's {/=40 a_b^c} `touch " FIXTURE_CANARY "` & 100%d", .30, 1.9e6, 1.35,
                           9e6, 0, .10, 0},
                          {"< \"x\" | \u6f22\u5b57 \U0001f680 \u00e9 @y\nexit", .64, 3.2e6,
                           2.1, 14e6, 4, .02, 0}}},
    [FIXTURE_LONG] = {"long",
                      LONG("considerable length in every respect"),
                      "A description that goes on for longer than anybody will read, which does "
                      "not keep anybody from writing it, since the market, the company, the money "
                      "and the times all deserve a sentence or two of their own, and then there is "
                      "the history of it.",
                      6,
                      120,
                      20000,
                      {{LONG("some length (first)"), .64, 3.2e6, 2.1, 14e6, 4, .02, 0},
                       {LONG("greater length (second)"), .30, 1.9e6, 1.35, 9e6, 0, .10, 0},
                       {NO_SPACES, .55, 1.5e6, 1.8, 8e6, 3, .12, 0},
                       {LONG("length four"), .62, 1.2e6, 1.6, 4e6, 1, .02, 0},
                       {LONG("length five"), .48, 2.4e6, 1.9, 6e6, 2, .05, 0},
                       {LONG("length six"), .33, 2.6e6, 1.6, 11e6, 2, .15, 0}}},
};

const struct recipe *recipe_of(enum fixture fixture) { return &recipes[fixture]; }

struct figure recipe_share(double value, int64_t paths)
{
    return (struct figure){value, paths > 1 ? sqrt(value * (1 - value) / (double)paths) : 0};
}
