#include "report/forecast_table.h"

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

static void write_revenue(const struct outlook *forecast, FILE *out)
{
    static const char *const columns[OUTLOOK_QUANTILES] = {"worst 1 in 20", "worst quarter", "median",
                                                            "best quarter", "best 1 in 20"};
    const int last = forecast->history->last;
    head("Revenue", columns, OUTLOOK_QUANTILES, out);
    for (int i = 0; i < forecast->points; i++) {
        const int month = forecast->point[i].month;
        char text[40];
        if (month != last && month != last + 12 && (month < last || (month % 12 != 0 && i != forecast->points - 1)))
            continue;
        snprintf(text, sizeof text, "month %d%s", month, month == last ? ", as they weigh" : "");
        row(text, forecast->point[i].revenue, OUTLOOK_QUANTILES, CELL_MONEY, out);
    }
    fputs("  A closed company has none; one sold or listed keeps what it had.\n", out);
}

static void write_outcomes(const struct outlook *forecast, FILE *out)
{
    static const char *const columns[] = {"now", "at the start"};
    static const char *const names[OUTCOMES] = {"shut down", "still private", "acqui-hired", "acquired", "listed"};
    static const enum outcome order[OUTCOMES] = {OUTCOME_SHUT_DOWN, OUTCOME_ACQUIHIRED, OUTCOME_PRIVATE,
                                                 OUTCOME_ACQUIRED, OUTCOME_IPO};
    char title[40];
    snprintf(title, sizeof title, "By month %d", forecast->company->scenario->horizon);
    head(title, columns, 2, out);
    for (int o = 0; o < OUTCOMES; o++) {
        const struct figure figures[2] = {forecast->outcome[order[o]], forecast->outcome_before[order[o]]};
        row(names[order[o]], figures, 2, CELL_PERCENT, out);
    }
}

static void write_founders(const struct outlook *forecast, FILE *out)
{
    static const char *const columns[] = {"now", "at the start"};
    const struct outlook_founders *now = &forecast->founders, *then = &forecast->founders_before;
    head("Founders' take-home", columns, 2, out);
    row("nothing", (struct figure[]){now->nothing, then->nothing}, 2, CELL_PERCENT, out);
    row("median", (struct figure[]){now->quantile[2], then->quantile[2]}, 2, CELL_MONEY, out);
    row("best 1 in 20 above", (struct figure[]){now->quantile[4], then->quantile[4]}, 2, CELL_MONEY, out);
    row("mean", (struct figure[]){now->mean, then->mean}, 2, CELL_MONEY, out);
    row("to one founder, for sure", (struct figure[]){now->certain, then->certain}, 2, CELL_MONEY, out);
    fputs("  The last: the sure gain that is as good as all of it since the start, pay gone without included,\n"
          "  against a job from the start.\n", out);
}

static void soon_row(const struct outlook *forecast, const char *text, size_t member, enum cell notation, FILE *out)
{
    struct figure figures[OUTLOOK_SOON];
    for (int s = 0; s < forecast->soons; s++)
        figures[s] = *(const struct figure *)((const char *)&forecast->soon[s] + member);
    row(text, figures, forecast->soons, notation, out);
}

static void write_soon(const struct outlook *forecast, FILE *out)
{
    char text[OUTLOOK_SOON][24];
    const char *columns[OUTLOOK_SOON];
    for (int s = 0; s < forecast->soons; s++) {
        snprintf(text[s], sizeof text[s], "%d months", forecast->soon[s].months);
        columns[s] = text[s];
    }
    if (forecast->soons == 0)
        return;
    head("Within the next", columns, forecast->soons, out);
    soon_row(forecast, "closes", offsetof(struct outlook_soon, closes), CELL_PERCENT, out);
    soon_row(forecast, "… for want of cash", offsetof(struct outlook_soon, starves), CELL_PERCENT, out);
    soon_row(forecast, "is sold or listed", offsetof(struct outlook_soon, sold), CELL_PERCENT, out);
    soon_row(forecast, "closes a round", offsetof(struct outlook_soon, raises), CELL_PERCENT, out);
    soon_row(forecast, "has less revenue than now", offsetof(struct outlook_soon, shrinks), CELL_PERCENT, out);
    soon_row(forecast, "cash if open, worst tenth", offsetof(struct outlook_soon, cash[0]), CELL_MONEY, out);
    soon_row(forecast, "cash if open, median", offsetof(struct outlook_soon, cash[1]), CELL_MONEY, out);
    soon_row(forecast, "people if open, median", offsetof(struct outlook_soon, headcount), CELL_YEARS, out);
}

/* Said only where it is clear: two standard errors above the level. */
static bool exceeds(struct figure chance, double level) { return chance.value - 2.0 * chance.error > level; }

static void write_warnings(const struct outlook *forecast, FILE *out)
{
    if (forecast->soons == 0)
        return;
    const struct outlook_soon *soon = &forecast->soon[forecast->soons - 1];
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

void forecast_table_write(const struct outlook *forecast, FILE *out)
{
    const struct candidate *company = forecast->company;
    char name[NAME_SIZE], strategy[NAME_SIZE], scenario[NAME_SIZE];
    lettering_plain(name, sizeof name, forecast->history->name);
    lettering_plain(scenario, sizeof scenario, company->scenario->name);
    lettering_plain(strategy, sizeof strategy, company->scenario->strategy[company->strategy].name);
    fprintf(out, "%s, as '%s' in %s\n", name, strategy, scenario);
    calibration_table_worth(forecast->effective, forecast->widening, forecast->paths, out);
    fputc('\n', out);
    calibration_table_sights(forecast->sight, forecast->history->observations, out);
    write_revenue(forecast, out);
    write_soon(forecast, out);
    write_warnings(forecast, out);
    write_outcomes(forecast, out);
    write_founders(forecast, out);
    fputs("\nIn brackets: standard errors of the simulation.\n", out);
}
