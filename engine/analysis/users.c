#include "analysis/users.h"

#include "model/community.h"

#include <math.h>

/* A following of fewer is nobody's story. */
static const double crowd = 1000.0;

/* A story is told once or twice, not every time that it happens. */
enum { SHRINKS = 2, CYCLES = 4, CHANGES = 4 };

static const double user_marks[] = {1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
static const double payer_marks[] = {10, 100, 1e4};
static const double contribution_marks[] = {0.5, 5.0}; /* per engineer of its own */
#define COUNT(marks) ((int)(sizeof(marks) / sizeof *(marks)))

#define TELL(what, ...) CHRONICLE_TELL(chronicle, month, what, __VA_ARGS__)

/* 1 if ahead by a tenth, -1 if behind by a tenth, else as it was. */
static int compare(double own, double other, int before)
{
    return own > 1.1 * other ? 1 : other > 1.1 * own ? -1 : before;
}

void users_start(struct users *users, const struct block *block)
{
    double now = block->company.users[0];
    *users = (struct users){.peak = now};
    chronicle_mark(&users->marked, now, user_marks, COUNT(user_marks));
    chronicle_mark(&users->paid, block->company.payers[0], payer_marks, COUNT(payer_marks));
    users->standing = compare(now, block->world.rival_users[0], -1);
    users->content = block->company.content[0] >= block->given.community.content_half[0];
}

/* Of this month's visitors. */
static double staying(const struct company *company)
{
    return company->visits[0] > 0.0 ? company->joined[0] / company->visits[0] : 0.0;
}

static void notice_growth(struct users *users, const struct block *block, int month,
                          struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    double now = company->users[0], stay = staying(company);
    double brings = community_reproduction(block, 0), rivals = block->world.rival_users[0];
    double mark = chronicle_mark(&users->marked, now, user_marks, COUNT(user_marks));
    double reached = now / block->given.market.people_reachable[0];
    bool begins = !users->growing && brings > 1.1 && now >= crowd && reached < 0.5;
    bool ends = users->growing && brings < 0.9;
    if (mark > 0.0)
        TELL(HAPPENED_USERS, mark, company->visits[0], stay, begins || ends ? 0.0 : brings);
    if (begins) {
        users->growing = true;
        if (users->cycles++ < CYCLES)
            TELL(HAPPENED_CYCLE_BEGINS, brings, stay, company->value[0], company->content[0]);
    }
    if (ends) {
        users->growing = false;
        if (users->cycles++ < CYCLES)
            TELL(HAPPENED_CYCLE_ENDS, brings, company->value[0], reached, rivals, now);
    }
    users->peak = fmax(users->peak, now);
    if (now < 0.5 * users->peak && users->peak >= crowd) {
        if (users->shrinks++ < (stay > 0.0 ? SHRINKS : 1))
            TELL(HAPPENED_SHRINK, now, users->peak, company->completeness[0], company->fit[0], stay, rivals);
        users->peak = now;
    }
    int standing = compare(now, rivals, users->standing);
    if (standing != users->standing && now >= crowd && users->changes++ < CHANGES)
        TELL(standing > 0 ? HAPPENED_LEADS : HAPPENED_TRAILS, now, rivals, company->value[0],
             block->world.rival_value[0]);
    users->standing = standing;
}

void users_notice(struct users *users, const struct block *block, int month,
                  struct chronicle *chronicle)
{
    const struct company *company = &block->company;
    notice_growth(users, block, month, chronicle);
    double code = community_merged(block, 0), engineers = fmax(company->engineers[0], 1.0);
    if (chronicle_mark(&users->contributed, code / engineers, contribution_marks,
                       COUNT(contribution_marks)) > 0.0)
        TELL(HAPPENED_CONTRIBUTIONS, code, company->engineers[0],
             block->given.community.contributor_share[0] * company->users[0]);
    if (!users->content && company->content[0] >= block->given.community.content_half[0]) {
        users->content = true;
        TELL(HAPPENED_CONTENT, company->content[0]);
    }
    double mark = chronicle_mark(&users->paid, company->payers[0], payer_marks, COUNT(payer_marks));
    if (mark > 0.0)
        TELL(HAPPENED_PAYERS, mark, company->business_users[0], company->users[0],
             block->given.playbook.analytics[0]);
    chronicle->users_at_most = fmax(chronicle->users_at_most, company->users[0]);
}
