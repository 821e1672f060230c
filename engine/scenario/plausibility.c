#include "scenario/plausibility.h"

#include "model/field.h"
#include "scenario/cumulative.h"
#include "scenario/value.h"

#include <math.h>
#include <string.h>

/* People of a stage that are constants must add up to 100% within this; rounding to whole percents
 * in a table of six stays below it. */
static const double SUM_TOLERANCE = 0.005;

/* Of uncertain shares only the medians can add up; the model divides each path's by their sum. */
static const double SUM_TOLERANCE_UNCERTAIN = 0.1;

struct checking {
    const struct loading *loading;
    const struct strategy *strategy;
    const struct draft *draft;
};

static int stage_column(int stage, int member)
{
    return member + stage * field_tables[SECTION_STAGE].columns;
}

#define STAGE_MEMBER(member) PARAMETER_COLUMN(stage[0].member)

static const struct assumption *assumption_of(const struct checking *checking, int column)
{
    return &checking->strategy->assumptions[column];
}

/* Whether the column is known to be this number on every path. */
static bool is_always(const struct checking *checking, int column, double number)
{
    const struct assumption *assumption = assumption_of(checking, column);
    return !checking->draft->failed[column] && assumption->value.shape == SHAPE_CONSTANT &&
           assumption->value.a == number;
}

/* Where to complain about a column: where it was written, or else at the mapping around it. */
static struct place place_of(const struct checking *checking, int column,
                             const struct node *around)
{
    const struct assumption *assumption = assumption_of(checking, column);
    return assumption->set ? assumption->place : around->place;
}

/* --- One stage ------------------------------------------------------------------------------ */

static void check_people(const struct checking *checking, const struct node *stage, int index)
{
    static const int members[] = {
        STAGE_MEMBER(consultants), STAGE_MEMBER(product), STAGE_MEMBER(upstream),
        STAGE_MEMBER(trainers),    STAGE_MEMBER(sales),   STAGE_MEMBER(community),
    };
    double sum = 0;
    bool constant = true;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const int column = stage_column(index, members[i]);
        const struct distribution *value = &assumption_of(checking, column)->value;
        if (checking->draft->failed[column])
            return;
        constant = constant && value->shape == SHAPE_CONSTANT;
        sum += cumulative_median(value, 0, 1);
    }
    const double tolerance = constant ? SUM_TOLERANCE : SUM_TOLERANCE_UNCERTAIN;
    const struct node *people = node_find(stage, "people");
    if (fabs(sum - 1) > tolerance + 1e-9)
        complaints_add(checking->loading->complaints, people ? people->place : stage->place,
                       "the people of a stage must add up to 100%%, not %.4g%%", 100 * sum);
}

/* An offer that needs somebody, or something, that is not there. */
static void check_offer(const struct checking *checking, const struct node *stage, int offer,
                        int need, const char *objection)
{
    if (is_always(checking, offer, 1) && is_always(checking, need, 0))
        complaints_add(checking->loading->complaints, place_of(checking, offer, stage), "%s",
                       objection);
}

static void check_offers(const struct checking *checking, const struct node *stage, int index)
{
    const int openness = PARAMETER_COLUMN(playbook.openness);
    check_offer(checking, stage, stage_column(index, STAGE_MEMBER(services)),
                stage_column(index, STAGE_MEMBER(consultants)),
                "services need consultants; people.consultants is 0%");
    check_offer(checking, stage, stage_column(index, STAGE_MEMBER(training)),
                stage_column(index, STAGE_MEMBER(trainers)),
                "training needs trainers; people.trainers is 0%");
    check_offer(checking, stage, stage_column(index, STAGE_MEMBER(support)), openness,
                "support is sold to users of the free product; openness is 0%");
    check_offer(checking, stage, stage_column(index, STAGE_MEMBER(advertising)), openness,
                "advertising is sold on the free product; openness is 0%");
    const int subscription = stage_column(index, STAGE_MEMBER(subscription));
    check_offer(checking, stage, stage_column(index, STAGE_MEMBER(value_added)), subscription,
                "value-added components are sold on top of a subscription, which is not offered");
}

static void check_stage(const struct checking *checking, int index)
{
    const struct node *stage = checking->draft->stage[index];
    if (node_is_mistake(stage) || !node_is_sound(node_find(stage, "people")))
        return;
    check_people(checking, stage, index);
    if (node_is_sound(node_find(stage, "offers")))
        check_offers(checking, stage, index);
}

/* --- When a stage ends ---------------------------------------------------------------------- */

/* Whether nothing that was written under `until` holds the stage back. */
static bool ends_at_once(const struct checking *checking, int index)
{
    const struct field_table *table = &field_tables[SECTION_STAGE];
    for (int row = 0; row < table->count; row++)
        if (strncmp(table->fields[row].key, "until.", 6) == 0 &&
            !is_always(checking, fields_column(SECTION_STAGE, row, index), 0))
            return false;
    return true;
}

static void check_end(const struct checking *checking, int index, bool last)
{
    const struct node *stage = checking->draft->stage[index];
    const struct node *until = node_find(stage, "until");
    if (!node_is_sound(stage) || !node_is_sound(until))
        return;
    if (last && until)
        complaints_add(checking->loading->complaints, until->place,
                       "no stage follows this one, so it cannot end");
    else if (!last && !until)
        complaints_add(checking->loading->complaints, stage->place,
                       "this stage never ends: say 'until' when the next one begins");
    else if (!last && ends_at_once(checking, index))
        complaints_add(checking->loading->complaints, until->place,
                       "this stage ends before it begins: nothing under 'until' holds it");
}

/* --- One round ------------------------------------------------------------------------------ */

enum { PRICED = 1, SAFE = 2, NOTE = 4 };

static int round_column(int round, int member)
{
    return member + round * field_tables[SECTION_ROUND].columns;
}

#define ROUND_MEMBER(member) PARAMETER_COLUMN(round[0].member)

static void object(const struct checking *checking, int column, const struct node *around,
                   const char *objection)
{
    complaints_add(checking->loading->complaints, place_of(checking, column, around), "%s", objection);
}

/* Whether the column was written, and not as what it would be anyway: a scenario told in full writes
 * everything. */
static bool is_chosen(const struct checking *checking, int column)
{
    const struct assumption *assumption = assumption_of(checking, column);
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    struct distribution standard;
    return assumption->set && value_read_standard(checking->loading, field, &standard) &&
           !(standard.shape == assumption->value.shape && standard.a == assumption->value.a);
}

/* A word is always known, unless it was complained about. */
static int instrument_of(const struct checking *checking, int round)
{
    const int column = round_column(round, ROUND_MEMBER(instrument));
    return checking->draft->failed[column] ? 0 : 1 << (int)assumption_of(checking, column)->value.a;
}

static bool is_known(const struct checking *checking, int column, double *value)
{
    const struct assumption *assumption = assumption_of(checking, column);
    *value = assumption->value.a;
    return !checking->draft->failed[column] && assumption->value.shape == SHAPE_CONSTANT;
}

/* Terms that an instrument does not have. */
static void check_terms(const struct checking *checking, int index, int instrument)
{
    static const struct {
        int member, has;
        const char *objection;
    } terms[] = {
        {ROUND_MEMBER(cap), SAFE | NOTE, "a priced round has no cap: its price is in 'pre_money'"},
        {ROUND_MEMBER(discount), SAFE | NOTE, "a priced round has no discount: its price is in 'pre_money'"},
        {ROUND_MEMBER(favoured), SAFE, "only a SAFE can be favoured: 'instrument: safe'"},
        {ROUND_MEMBER(interest), NOTE, "only a note bears interest: 'instrument: note'"},
        {ROUND_MEMBER(maturity), NOTE, "only a note falls due: 'instrument: note'"},
        {ROUND_MEMBER(at_maturity), NOTE, "only a note falls due: 'instrument: note'"},
        {ROUND_MEMBER(qualified), NOTE, "only a note waits for a round of some size; a SAFE converts in the next priced one"},
        {ROUND_MEMBER(pre_money), PRICED, "SAFEs and notes set no price: give them a 'cap'"},
        {ROUND_MEMBER(pool), PRICED, "the pool is topped up in priced rounds only"},
        {ROUND_MEMBER(preference), PRICED, "SAFEs and notes take the preference of the round in which they convert"},
        {ROUND_MEMBER(participation), PRICED, "SAFEs and notes take the participation of the round in which they convert"},
        {ROUND_MEMBER(participation_limit), PRICED, "SAFEs and notes take the participation of the round in which they convert"},
        {ROUND_MEMBER(protection), PRICED, "SAFEs and notes take the protection of the round in which they convert"},
        {ROUND_MEMBER(seniority), PRICED | SAFE, "notes are paid before all classes"},
        {ROUND_MEMBER(secondary), PRICED, "founders sell at the price of a priced round; this one has none"},
    };
    for (size_t t = 0; t < sizeof terms / sizeof *terms; t++) {
        const int column = round_column(index, terms[t].member);
        if (!(terms[t].has & instrument) && is_chosen(checking, column))
            object(checking, column, checking->draft->round[index], terms[t].objection);
    }
}

static void check_participation(const struct checking *checking, int index)
{
    const struct node *round = checking->draft->round[index];
    const int limit = round_column(index, ROUND_MEMBER(participation_limit));
    const int kind = round_column(index, ROUND_MEMBER(participation));
    double most, preference;
    if (checking->draft->failed[kind])
        return;
    if (!is_always(checking, kind, 2)) {
        if (is_chosen(checking, limit))
            object(checking, limit, round, "'participation_limit' needs 'participation: limited'");
    } else if (is_known(checking, limit, &most) && !is_always(checking, PARAMETER_COLUMN(funding.limit_on_top), 1) &&
               is_known(checking, round_column(index, ROUND_MEMBER(preference)), &preference) &&
               most < preference)
        object(checking, limit, round, "participation ends below the preference, which the limit includes");
}

/* Whether a later round of the plan is of that kind and can be of that size. */
static bool follows(const struct checking *checking, int index, int instrument, double size)
{
    for (int later = index + 1; later < checking->strategy->rounds; later++) {
        double low, high;
        const int amount = round_column(later, ROUND_MEMBER(amount));
        cumulative_support(&assumption_of(checking, amount)->value, &low, &high);
        const int kind = instrument_of(checking, later);
        if (kind == 0 || (kind == instrument && (checking->draft->failed[amount] || high >= size)))
            return true;
    }
    return false;
}

static void check_safe(const struct checking *checking, int index)
{
    const struct node *round = checking->draft->round[index];
    const int cap = round_column(index, ROUND_MEMBER(cap)), amount = round_column(index, ROUND_MEMBER(amount));
    double after, money;
    if (is_always(checking, cap, 0) &&
        is_always(checking, round_column(index, ROUND_MEMBER(discount)), 0)) {
        if (is_always(checking, round_column(index, ROUND_MEMBER(favoured)), 0))
            complaints_add(checking->loading->complaints, round->place,
                           "a SAFE needs a cap, a discount, or 'favoured: yes'");
        else if (!follows(checking, index, SAFE, 0))
            complaints_add(checking->loading->complaints, round->place,
                           "this SAFE gets the terms of later ones, and none follows");
    }
    if (is_known(checking, cap, &after) && is_known(checking, amount, &money) && after > 0 && after <= money)
        object(checking, cap, round, "a SAFE's cap is a valuation after its money, and must exceed the amount");
}

static void check_note(const struct checking *checking, int index)
{
    double size;
    if (is_always(checking, round_column(index, ROUND_MEMBER(maturity)), 0) &&
        is_known(checking, round_column(index, ROUND_MEMBER(qualified)), &size) &&
        !follows(checking, index, PRICED, size))
        complaints_add(checking->loading->complaints, checking->draft->round[index]->place,
                       "this note never converts, nor is it repaid: it is never due, and no priced "
                       "round that qualifies follows");
}

static void check_priced(const struct checking *checking, int index)
{
    const int pool = round_column(index, ROUND_MEMBER(pool));
    double amount, before, share;
    check_participation(checking, index);
    if (is_known(checking, round_column(index, ROUND_MEMBER(amount)), &amount) &&
        is_known(checking, round_column(index, ROUND_MEMBER(pre_money)), &before) &&
        is_known(checking, pool, &share) && share > 0.95 * before / (before + amount))
        object(checking, pool, checking->draft->round[index],
               "the pool and the new investors leave nothing to the owners before the round");
}

static void check_round(const struct checking *checking, int index)
{
    const struct node *round = checking->draft->round[index];
    const int instrument = instrument_of(checking, index);
    if (!node_is_sound(round) || instrument == 0)
        return;
    check_terms(checking, index, instrument);
    if (instrument == SAFE)
        check_safe(checking, index);
    else if (instrument == NOTE)
        check_note(checking, index);
    else
        check_priced(checking, index);
    double month, earlier;
    const int column = round_column(index, ROUND_MEMBER(need_month));
    if (index > 0 && is_chosen(checking, column) && is_known(checking, column, &month) &&
        is_known(checking, round_column(index - 1, ROUND_MEMBER(need_month)), &earlier) && month < earlier)
        object(checking, column, round, "this round may close before the one above it: rounds come in order");
}

/* --- Whole strategies ----------------------------------------------------------------------- */

/* Complains if a constant is not within another constant that bounds it, or, if it must lie below,
 * not less than that. */
static void check_bound(const struct checking *checking, int column, int bound, bool below,
                        const char *objection)
{
    const struct assumption *value = assumption_of(checking, column);
    const struct assumption *most = assumption_of(checking, bound);
    if (checking->draft->failed[column] || checking->draft->failed[bound] ||
        value->value.shape != SHAPE_CONSTANT || most->value.shape != SHAPE_CONSTANT ||
        value->value.a < most->value.a || (!below && value->value.a == most->value.a))
        return;
    const struct node *around = checking->draft->node;
    complaints_add(checking->loading->complaints,
                   place_of(checking, value->set ? column : bound, around), "%s", objection);
}

static void check_at_most(const struct checking *checking, int column, int bound, const char *objection)
{
    check_bound(checking, column, bound, false, objection);
}

static void check_below(const struct checking *checking, int column, int bound, const char *objection)
{
    check_bound(checking, column, bound, true, objection);
}

/* --- A funding plan ------------------------------------------------------------------------- */

/* What the plan says under a key: the columns of its fields. */
struct part {
    const char *key;
    int first, last;
};
static const struct part debt_part = {"debt", PARAMETER_COLUMN(funding.debt_share),
                                      PARAMETER_COLUMN(funding.debt_warrants)};
static const struct part advance_part = {"advance", PARAMETER_COLUMN(funding.advance_amount),
                                         PARAMETER_COLUMN(funding.advance_needs)};
static const struct part partner_part = {"partner", PARAMETER_COLUMN(funding.partner_reach),
                                         PARAMETER_COLUMN(funding.partner_premium)};

/* Complains where something was chosen under a key of the plan although it can never matter. */
static void check_use(const struct checking *checking, const struct part *part, bool matters, const char *objection)
{
    const struct entry *entry = node_entry(node_find(checking->draft->node, "funding"), part->key);
    bool chooses = false;
    for (int column = part->first; column <= part->last; column++)
        chooses |= is_chosen(checking, column);
    if (entry && chooses && !matters)
        complaints_add(checking->loading->complaints, entry->place, "%s", objection);
}

static bool has_strategic_round(const struct checking *checking)
{
    const int columns = field_tables[SECTION_ROUND].columns;
    for (int r = 0; r < checking->strategy->rounds; r++)
        if (!is_always(checking, PARAMETER_COLUMN(round[0].strategic) + r * columns, 0))
            return true;
    return false;
}

static void check_funding(const struct checking *checking)
{
    const struct node *funding = node_find(checking->draft->node, "funding");
    if (!node_is_sound(funding) || !funding)
        return;
    check_below(checking, PARAMETER_COLUMN(funding.search_least), PARAMETER_COLUMN(funding.search_window),
                "a search fails before a term sheet can come: search.least is not below search.window");
    check_below(checking, PARAMETER_COLUMN(funding.debt_grace), PARAMETER_COLUMN(funding.debt_term),
                "nothing is left of the term to pay back in: debt.grace is not below debt.term");
    check_use(checking, &debt_part, !is_always(checking, PARAMETER_COLUMN(funding.debt_share), 0),
              "nothing is lent: debt.share is 0%");
    check_use(checking, &advance_part, !is_always(checking, PARAMETER_COLUMN(funding.advance_amount), 0),
              "nothing is advanced: advance.amount is $0");
    check_use(checking, &advance_part, !is_always(checking, PARAMETER_COLUMN(funding.advance_share), 0),
              "the advance is never repaid: advance.share is 0%");
    check_use(checking, &partner_part, has_strategic_round(checking),
              "a partner comes with a round that says 'strategic: yes', and none does");
    check_use(checking, &debt_part, checking->strategy->rounds > 0 || node_find(funding, "rounds"),
              "venture debt is lent beside a round: this plan has no 'rounds'");
    double first;
    const int first_round = PARAMETER_COLUMN(funding.debt_first_round), rounds = checking->strategy->rounds;
    if (rounds > 0 && is_chosen(checking, first_round) && is_known(checking, first_round, &first) && first > rounds)
        object(checking, first_round, funding, "nothing is lent: debt.first_round is after the last round");
}

static void check_strategy(const struct checking *checking)
{
    const struct strategy *strategy = checking->strategy;
    check_at_most(checking, PARAMETER_COLUMN(company.founders), PARAMETER_COLUMN(company.people),
                  "there are more founders than people");
    check_at_most(checking, PARAMETER_COLUMN(market.adopters_at_start),
                  PARAMETER_COLUMN(market.accounts), "more adopters at the start than accounts");
    check_at_most(checking, PARAMETER_COLUMN(company.users),
                  PARAMETER_COLUMN(market.people_reachable), "more users than people reachable");
    if (is_chosen(checking, PARAMETER_COLUMN(company.cliff)))
        check_at_most(checking, PARAMETER_COLUMN(company.cliff), PARAMETER_COLUMN(company.vesting),
                      "the cliff is longer than the vesting");
    check_at_most(checking, PARAMETER_COLUMN(funding.smallest_stake),
                  PARAMETER_COLUMN(funding.largest_stake), "the smallest stake exceeds the largest");
    for (int i = 0; i < strategy->rounds; i++)
        check_round(checking, i);
    const struct entry *board = node_entry(checking->draft->node, "board");
    if (board && !node_find(checking->draft->node, "funding"))
        complaints_add(checking->loading->complaints, board->place,
                       "a board comes with investors: this strategy has no 'funding'");
    check_funding(checking);
    for (int i = 0; i < strategy->stages; i++) {
        check_stage(checking, i);
        if (checking->draft->stages_known)
            check_end(checking, i, i == strategy->stages - 1);
    }
    if (checking->draft->stage[STAGES_MAX]) {
        check_stage(checking, STAGES_MAX);
        check_end(checking, STAGES_MAX, true);
    }
}

void plausibility_check(const struct loading *loading, const struct scenario *scenario,
                        const struct draft *drafts)
{
    for (int s = 0; s < scenario->strategies; s++) {
        const struct checking checking = {loading, &scenario->strategy[s], &drafts[s]};
        if (!node_is_mistake(drafts[s].node))
            check_strategy(&checking);
    }
}
