#include "report/money_pages.h"

#include "analysis/payout.h"
#include "report/ends.h"
#include "report/lettering.h"
#include "report/panels.h"
#include "report/reading.h"
#include "report/words.h"
#include "scenario/measure.h"

#include <math.h>
#include <string.h>

enum { NAME_SIZE = 256, FOUNDERS = 1, STAFF = 2, FIRST_ROUND = 3 /* colours of cap tables */ };

int money_pages_exit(const struct summary *summary)
{
    int best = -1;
    for (int i = 0; i < summary->strategies; i++)
        if (summary->strategy[i].payout != NULL &&
            (best < 0 || summary->strategy[i].raised.value > summary->strategy[best].raised.value))
            best = i;
    return best;
}

const struct cap_table *money_pages_last(const struct strategy_summary *strategy)
{
    return strategy->exit.reached > 0 ? &strategy->exit : &strategy->cap_table[reading_rounds(strategy) - 1];
}

static void round_name(char *name, size_t size, const struct summary *summary, int strategy, int round, double ems)
{
    const struct strategy *plan = &summary->scenario->strategy[strategy];
    char clean[NAME_SIZE];
    lettering_clean(clean, sizeof clean, round < plan->rounds ? plan->round_name[round] : "");
    lettering_shorten(name, size, clean, ems);
}

/* --- Cap tables side by side ----------------------------------------------------------------- */

static void tell_row(FILE *meta, int panel, int row, const char *label, double reached)
{
    meta_text(meta, label, "ownership_label_%d_%d", panel, row);
    meta_text(meta, row > 1 ? words_percent(reached).text : "", "ownership_reached_%d_%d", panel, row);
}

void money_pages_ownership(const struct summary *summary, FILE *meta)
{
    struct panels panels = {.count = 0};
    int most = 0, rounds_most = 0;
    for (int i = 0; i < summary->strategies; i++)
        if (reading_raises(&summary->strategy[i]))
            panels_add(&panels, i);
    panels_arrange(&panels, 864);
    panels_write(&panels, summary, meta, "ownership");
    double label = fmin(96, 0.36 * panels.width);
    meta_number(meta, label, "ownership_label_width");
    for (int p = 0; p < panels.count; p++) {
        int strategy = panels.strategy[p];
        const struct strategy_summary *one = &summary->strategy[strategy];
        int rounds = reading_rounds(one), row = 0;
        bool exits = one->exit.reached > 0;
        tell_row(meta, p + 1, ++row, "Founding", 1);
        for (int r = 0; r < rounds; r++) {
            char name[NAME_SIZE];
            round_name(name, sizeof name, summary, strategy, r, label / 10.5);
            tell_row(meta, p + 1, ++row, name, one->cap_table[r].reached);
        }
        if (exits)
            tell_row(meta, p + 1, ++row, "Exit", one->exit.reached);
        meta_number(meta, row, "ownership_events_%d", p + 1);
        meta_number(meta, rounds, "ownership_rounds_%d", p + 1);
        meta_number(meta, exits ? one->closings + 1 : -1, "ownership_exit_%d", p + 1);
        most = row > most ? row : most;
        rounds_most = one->closings > rounds_most ? one->closings : rounds_most;
    }
    meta_number(meta, most, "ownership_events_most");
    meta_number(meta, rounds_most, "ownership_rounds_most");
}

/* --- Who gets what at an exit ------------------------------------------------------------------ */

static const char *kind_word(const struct payout *payout, const struct payout_step *step)
{
    switch (step->kind) {
    case PAYOUT_MONEY_BACK: return "money back";
    case PAYOUT_PREFERENCE: return "preference";
    case PAYOUT_PARTICIPATION: return "participates";
    case PAYOUT_CONVERSION: return payout->outcome == OUTCOME_IPO ? "as common" : "converts";
    case PAYOUT_LENDERS: return "paid first";
    case PAYOUT_STAFF: return "options";
    case PAYOUT_FORMER:
    case PAYOUT_FOUNDERS: return "common";
    case PAYOUT_FEES:
    case PAYOUT_WARRANTS:
    case PAYOUT_KINDS: break;
    }
    return "";
}

static const char *party_word(enum payout_kind kind)
{
    static const char *const word[PAYOUT_KINDS] = {
        [PAYOUT_FEES] = "Fees",         [PAYOUT_LENDERS] = "Lenders",        [PAYOUT_WARRANTS] = "Warrants",
        [PAYOUT_STAFF] = "Employees",   [PAYOUT_FORMER] = "Former founders", [PAYOUT_FOUNDERS] = "Founders"};
    return word[kind] != NULL ? word[kind] : "Investors";
}

static int colour_of(const struct payout_step *step)
{
    return step->kind == PAYOUT_FOUNDERS                                ? FOUNDERS
           : step->kind == PAYOUT_STAFF || step->kind == PAYOUT_FORMER  ? STAFF
           : step->round >= 0                                           ? FIRST_ROUND + step->round
                                                                        : 0;
}

void money_pages_waterfall(const struct summary *summary, FILE *meta)
{
    int strategy = money_pages_exit(summary);
    const struct payout *payout = summary->strategy[strategy].payout;
    double wide = 864.0 / (payout->steps + 1), ems = wide / 12.5;
    meta_number(meta, payout->steps + 1, "waterfall_bars");
    meta_number(meta, payout->price, "waterfall_price");
    char text[NAME_SIZE];
    meta_text(meta, payout->outcome == OUTCOME_IPO ? "Worth when listed" : "Sale price", "waterfall_name_1");
    snprintf(text, sizeof text, "%s%s cash", payout->steps < 9 ? "with " : "", words_money(payout->cash).text);
    meta_text(meta, payout->cash >= MEASURE_NOTHING ? text : "", "waterfall_kind_1");
    meta_text(meta, words_money(payout->price).text, "waterfall_amount_1");
    meta_text(meta, "", "waterfall_share_1");
    meta_number(meta, -1, "waterfall_colour_1");
    for (int k = 0; k < payout->steps; k++) {
        const struct payout_step *step = &payout->step[k];
        char name[NAME_SIZE];
        if (step->round >= 0)
            round_name(name, sizeof name, summary, strategy, step->round, ems);
        else
            lettering_shorten(name, sizeof name, party_word(step->kind), ems);
        meta_text(meta, name, "waterfall_name_%d", k + 2);
        lettering_shorten(text, sizeof text, kind_word(payout, step), wide / 10.5);
        if (step->amount < step->owed * 0.999)
            snprintf(text, sizeof text, "of %s owed", words_money(step->owed).text);
        meta_text(meta, text, "waterfall_kind_%d", k + 2);
        bool founders = step->kind == PAYOUT_FOUNDERS;
        struct words amount = words_money(founders ? step->amount : -step->amount);
        meta_text(meta, amount.text, "waterfall_amount_%d", k + 2);
        meta_text(meta, words_percent(step->amount / payout->price).text, "waterfall_share_%d", k + 2);
        meta_number(meta, colour_of(step), "waterfall_colour_%d", k + 2);
    }
}

/* --- At other prices ------------------------------------------------------------------------- */

enum { BANDS = 5 + ROUNDS_MAX };

/* From the bottom: founders, former founders, employees, warrants, rounds, lenders. */
static double band_share(const struct payout_shares *point, int band)
{
    const double common[4] = {point->founders, point->former, point->staff, point->warrants};
    return band < 4 ? common[band] : band < 4 + ROUNDS_MAX ? point->round[band - 4] : point->fees + point->lenders;
}

static void band_name(char *name, size_t size, const struct summary *summary, int strategy, int band)
{
    static const char *const common[4] = {"Founders", "Former founders", "Employees", "Warrants"};
    if (band >= 4 && band < 4 + ROUNDS_MAX)
        round_name(name, size, summary, strategy, band - 4, 9);
    else
        snprintf(name, size, "%s", band < 4 ? common[band] : "Lenders");
}

static int band_colour(int band)
{
    return band == 0 ? FOUNDERS : band == 1 || band == 2 ? STAFF : band >= 4 && band < 4 + ROUNDS_MAX ? band - 1 : 0;
}

/* What gets little in the end is named where it is much: at the middle of its band. True if so. */
static bool name_inside(const struct payout *payout, int band, FILE *meta, int number, const char *name)
{
    double weight = 0, place = 0, most = 0;
    for (int p = 0; p < PAYOUT_POINTS; p++) {
        double share = band_share(&payout->point[p], band), square = share * share;
        weight += square;
        place += square * p;
        most = fmax(most, share);
    }
    if (most < 0.12)
        return false;
    int at = (int)fmin(fmax(place / weight, 16), PAYOUT_POINTS - 17);
    double below = 0, share = band_share(&payout->point[at], band);
    for (int b = 0; b < band; b++)
        below += band_share(&payout->point[at], b);
    if (share < 0.08)
        return false;
    meta_number(meta, payout->point[at].price, "breakpoints_inside_price_%d", number);
    meta_number(meta, below + share / 2, "breakpoints_inside_y_%d", number);
    meta_number(meta, band_colour(band), "breakpoints_inside_colour_%d", number);
    meta_text(meta, name, "breakpoints_inside_%d", number);
    return true;
}

void money_pages_breakpoints(const struct summary *summary, FILE *meta)
{
    int strategy = money_pages_exit(summary), inside = 0;
    const struct payout *payout = summary->strategy[strategy].payout;
    const struct payout_shares *last = &payout->point[PAYOUT_POINTS - 1];
    struct ends ends = {.count = 0};
    double below = 0;
    for (int band = 0; band < BANDS; band++) {
        double share = band_share(last, band);
        char name[NAME_SIZE];
        band_name(name, sizeof name, summary, strategy, band);
        if (share >= 0.015 || band == 0) {
            struct end *end = ends_add(&ends, NULL, 0, band_colour(band), below + share / 2);
            end->strong = band == 0;
            ends_line(end, "%s %s", name, words_percent(share).text);
        } else if (name_inside(payout, band, meta, inside + 1, name)) {
            inside++;
        }
        below += share;
    }
    meta_number(meta, inside, "breakpoints_insides");
    meta_number(meta, payout->point[0].price, "breakpoints_low");
    meta_number(meta, last->price, "breakpoints_high");
    meta_number(meta, payout->price, "breakpoints_price");
    char text[NAME_SIZE];
    snprintf(text, sizeof text, "the median exit, %s", words_money(payout->price).text);
    meta_text(meta, text, "breakpoints_price_text");
    ends_write(&ends, meta, "breakpoints");
}
