#include "report/outlook_table.h"

#include "report/calibration_table.h"
#include "report/cell.h"
#include "report/lettering.h"
#include "report/words.h"

/* Chances within the months ahead that are worth a warning. */
static const double CLOSES_OFTEN = 0.1, SHRINKS_OFTEN = 0.25;

enum { LABEL = 26, CELL = 15, NAME_SIZE = 512 };

static void label(const char *text, FILE *out)
{
    const int width = 2 + lettering_columns(text);
    fprintf(out, "  %s%*s", text, width < LABEL ? LABEL - width : 1, "");
}

static void head(const char *title, const char *const *columns, int count, FILE *out)
{
    const int width = lettering_columns(title);
    fprintf(out, "\n%s%*s", title, width < LABEL ? LABEL - width : 0, "");
    for (int c = 0; c < count; c++)
        cell_pad(out, columns[c], CELL);
    fputc('\n', out);
}

static void row(const char *text, const struct figure *figure, int count, enum cell notation, FILE *out)
{
    label(text, out);
    for (int c = 0; c < count; c++)
        cell_pad(out, cell_words(figure[c], notation).text, CELL);
    fputc('\n', out);
}

/* --- Parts ---------------------------------------------------------------------------------- */

static void write_revenue(const struct outlook *outlook, FILE *out)
{
    static const char *const columns[OUTLOOK_QUANTILES] = {"worst 1 in 20", "worst quarter", "median",
                                                            "best quarter", "best 1 in 20"};
    const int last = outlook->history->last;
    head("Revenue", columns, OUTLOOK_QUANTILES, out);
    for (int i = 0; i < outlook->points; i++) {
        const int month = outlook->point[i].month;
        char text[40];
        if (month != last && month != last + 12 && (month < last || (month % 12 != 0 && i != outlook->points - 1)))
            continue;
        snprintf(text, sizeof text, "month %d%s", month, month == last ? ", as they weigh" : "");
        row(text, outlook->point[i].revenue, OUTLOOK_QUANTILES, CELL_MONEY, out);
    }
    fputs("  A closed company has none; one sold or listed keeps what it had.\n", out);
}

static void write_outcomes(const struct outlook *outlook, FILE *out)
{
    static const char *const columns[] = {"now", "at the start"};
    static const char *const names[OUTCOMES] = {"shut down", "still private", "acqui-hired", "acquired", "listed"};
    static const enum outcome order[OUTCOMES] = {OUTCOME_SHUT_DOWN, OUTCOME_ACQUIHIRED, OUTCOME_PRIVATE,
                                                 OUTCOME_ACQUIRED, OUTCOME_IPO};
    char title[40];
    snprintf(title, sizeof title, "By month %d", outlook->company->scenario->horizon);
    head(title, columns, 2, out);
    for (int o = 0; o < OUTCOMES; o++) {
        const struct figure figures[2] = {outlook->outcome[order[o]], outlook->outcome_before[order[o]]};
        row(names[order[o]], figures, 2, CELL_PERCENT, out);
    }
}

static void write_founders(const struct outlook *outlook, FILE *out)
{
    static const char *const columns[] = {"now", "at the start"};
    const struct outlook_founders *now = &outlook->founders, *then = &outlook->founders_before;
    head("Founders' take-home", columns, 2, out);
    row("nothing", (struct figure[]){now->nothing, then->nothing}, 2, CELL_PERCENT, out);
    row("median", (struct figure[]){now->quantile[2], then->quantile[2]}, 2, CELL_MONEY, out);
    row("best 1 in 20 above", (struct figure[]){now->quantile[4], then->quantile[4]}, 2, CELL_MONEY, out);
    row("mean", (struct figure[]){now->mean, then->mean}, 2, CELL_MONEY, out);
    row("to one founder, for sure", (struct figure[]){now->certain, then->certain}, 2, CELL_MONEY, out);
    fputs("  The last: the sure gain that is as good as all of it since the start, pay gone without included,\n"
          "  against a job from the start.\n", out);
}

static void soon_row(const struct outlook *outlook, const char *text, size_t member, enum cell notation, FILE *out)
{
    struct figure figures[OUTLOOK_SOON];
    for (int s = 0; s < outlook->soons; s++)
        figures[s] = *(const struct figure *)((const char *)&outlook->soon[s] + member);
    row(text, figures, outlook->soons, notation, out);
}

static void write_soon(const struct outlook *outlook, FILE *out)
{
    char text[OUTLOOK_SOON][24];
    const char *columns[OUTLOOK_SOON];
    for (int s = 0; s < outlook->soons; s++) {
        snprintf(text[s], sizeof text[s], "%d months", outlook->soon[s].months);
        columns[s] = text[s];
    }
    if (outlook->soons == 0)
        return;
    head("Within the next", columns, outlook->soons, out);
    soon_row(outlook, "closes", offsetof(struct outlook_soon, closes), CELL_PERCENT, out);
    soon_row(outlook, "… for want of cash", offsetof(struct outlook_soon, starves), CELL_PERCENT, out);
    soon_row(outlook, "is sold or listed", offsetof(struct outlook_soon, sold), CELL_PERCENT, out);
    soon_row(outlook, "closes a round", offsetof(struct outlook_soon, raises), CELL_PERCENT, out);
    soon_row(outlook, "has less revenue than now", offsetof(struct outlook_soon, shrinks), CELL_PERCENT, out);
    soon_row(outlook, "cash if open, worst tenth", offsetof(struct outlook_soon, cash[0]), CELL_MONEY, out);
    soon_row(outlook, "cash if open, median", offsetof(struct outlook_soon, cash[1]), CELL_MONEY, out);
    soon_row(outlook, "people if open, median", offsetof(struct outlook_soon, headcount), CELL_YEARS, out);
}

/* Said only where it is clear: two standard errors above the level. */
static bool exceeds(struct figure chance, double level) { return chance.value - 2.0 * chance.error > level; }

static void write_warnings(const struct outlook *outlook, FILE *out)
{
    if (outlook->soons == 0)
        return;
    const struct outlook_soon *soon = &outlook->soon[outlook->soons - 1];
    if (exceeds(soon->closes, CLOSES_OFTEN)) {
        fprintf(out, "  Warning: %s such companies close%s within %d months", words_chance(soon->closes.value).text,
                words_one(soon->closes.value) ? "s" : "", soon->months);
        fputs(soon->starves.value > 0.5 * soon->closes.value ? ", most of them for want of cash.\n" : ".\n", out);
    }
    if (exceeds(soon->shrinks, SHRINKS_OFTEN))
        fprintf(out, "  Warning: %s ha%s less revenue %d months from now than now.\n",
                words_chance(soon->shrinks.value).text, words_one(soon->shrinks.value) ? "s" : "ve", soon->months);
    if (soon->cash[0].value + 2.0 * soon->cash[0].error < 0.0)
        fprintf(out, "  Warning: a tenth of those still open owe money by then.\n");
}

void outlook_table_write(const struct outlook *outlook, FILE *out)
{
    const struct candidate *company = outlook->company;
    char name[NAME_SIZE], strategy[NAME_SIZE], scenario[NAME_SIZE];
    lettering_plain(name, sizeof name, outlook->history->name);
    lettering_plain(scenario, sizeof scenario, company->scenario->name);
    lettering_plain(strategy, sizeof strategy, company->scenario->strategy[company->strategy].name);
    fprintf(out, "%s, as '%s' in %s\n", name, strategy, scenario);
    calibration_table_worth(outlook->effective, outlook->widening, outlook->paths, out);
    fputc('\n', out);
    calibration_table_sights(outlook->sight, outlook->history->observations, out);
    write_revenue(outlook, out);
    write_soon(outlook, out);
    write_warnings(outlook, out);
    write_outcomes(outlook, out);
    write_founders(outlook, out);
    fputs("\nIn brackets: standard errors of the simulation.\n", out);
}
