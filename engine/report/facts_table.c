#include "report/facts_table.h"

#include "analysis/trade.h"
#include "report/json.h"
#include "report/lettering.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 96, INDENT = 6, LINE_SIZE = 1024 };

const char *const facts_table_standing[STANDINGS] = {[STANDING_INSIDE] = "inside",
                                                     [STANDING_OUTSIDE] = "OUTSIDE",
                                                     [STANDING_UNCLEAR] = "cannot tell",
                                                     [STANDING_NOT_MODELLED] = "not modelled"};

/* A plain number: bands are narrow, so two decimals of what is small. */
static struct words number(double value)
{
    struct words words;
    if (value >= 9.995)
        return words_number(value);
    snprintf(words.text, sizeof words.text, "%.2f", value);
    return words;
}

static struct words size_of(enum unit unit, double value)
{
    struct words words;
    switch (unit) {
    case UNIT_SHARE:
        return words_percent(value);
    case UNIT_MULTIPLE:
        return words_multiple(value);
    case UNIT_MONTHS:
        if (value >= TRADE_NEVER)
            return (struct words){"never"};
        snprintf(words.text, sizeof words.text, "%.45s months", words_number(value).text);
        return words;
    case UNIT_DOLLARS:
        if (value >= 9.995)
            return words_money(value);
        snprintf(words.text, sizeof words.text, "$%.45s", number(value).text);
        return words;
    default:
        return number(value);
    }
}

struct words facts_table_value(const struct fact *fact, double value)
{
    struct words signed_words;
    if (isnan(value))
        return (struct words){"–"};
    struct words words = size_of(statistic_table[fact->statistic].unit, fabs(value));
    snprintf(signed_words.text, sizeof signed_words.text, "%s%.55s", value < 0.0 ? "−" : "", words.text);
    return signed_words;
}

struct words facts_table_band(const struct fact *fact)
{
    struct words band, low = facts_table_value(fact, fact->low), high = facts_table_value(fact, fact->high);
    if (fact->not_modelled)
        return (struct words){"–"};
    if (isinf(fact->low))
        snprintf(band.text, sizeof band.text, "at most %.40s", high.text);
    else if (isinf(fact->high))
        snprintf(band.text, sizeof band.text, "at least %.40s", low.text);
    else if (statistic_table[fact->statistic].unit == UNIT_MONTHS)
        snprintf(band.text, sizeof band.text, "%g to %g months", fact->low, fact->high);
    else
        snprintf(band.text, sizeof band.text, "%.28s to %.28s", low.text, high.text);
    return band;
}

/* One line with its verdict at the right. */
static void tell_heading(const struct fact_finding *finding, FILE *out)
{
    const struct fact *fact = finding->fact;
    const char *standing = facts_table_standing[finding->standing];
    char line[LINE_SIZE];
    lettering_plain(line, sizeof line, fact->says);
    int gap = COLUMNS - INDENT - lettering_columns(line) - (int)strlen(standing);
    fprintf(out, "%-*s%s%*s%s\n", INDENT, fact->id, line, gap > 2 ? gap : 2, "", standing);
}

static void tell_line(FILE *out, const char *text)
{
    char plain[LINE_SIZE];
    lettering_plain(plain, sizeof plain, text);
    fprintf(out, "%*s", INDENT, "");
    lettering_print(out, plain, COLUMNS - INDENT, INDENT);
    fputc('\n', out);
}

static void tell_figure(const struct facts *facts, const struct fact_finding *finding, FILE *out)
{
    const struct fact *fact = finding->fact;
    const struct figure figure = finding->sample.figure;
    const double margin = FACTBOOK_WIDTH * figure.error;
    char line[LINE_SIZE];
    if (finding->sample.count == 0)
        snprintf(line, sizeof line, "simulated: nothing to measure in '%.60s'; accepted %s",
                 facts->population[fact->of].name, facts_table_band(fact).text);
    else
        snprintf(line, sizeof line, "simulated %s (%s to %s), accepted %s; %s of '%.60s'",
                 facts_table_value(fact, figure.value).text, facts_table_value(fact, figure.value - margin).text,
                 facts_table_value(fact, figure.value + margin).text, facts_table_band(fact).text,
                 words_count(finding->sample.count).text, facts->population[fact->of].name);
    tell_line(out, line);
}

static void tell(const struct facts *facts, const struct fact_finding *finding, FILE *out)
{
    const struct fact *fact = finding->fact;
    char line[LINE_SIZE];
    tell_heading(finding, out);
    if (fact->not_modelled)
        tell_line(out, fact->not_modelled);
    else
        tell_figure(facts, finding, out);
    snprintf(line, sizeof line, "published %.400s; %.400s (%.20s)", fact->published, fact->source, fact->grade);
    tell_line(out, line);
    fputc('\n', out);
}

void facts_table_write(const struct facts *facts, const struct fact_finding *findings, FILE *out)
{
    const struct fact_count count = factbook_count(findings, facts->facts);
    int64_t companies = 0;
    for (int f = 0; f < facts->facts; f++)
        tell(facts, &findings[f], out);
    for (int p = 0; p < facts->populations; p++)
        companies += facts->population[p].paths;
    fprintf(out,
            "Of %d statements %d are inside with all their parts, %d outside with one at least, %d cannot be\n"
            "told, %d not modelled. In brackets 99%% intervals of the simulation; %s\n"
            "companies, each in a world of its own, seed %llu. V: verified on a published page; R: recalled.\n",
            count.statements, count.of[STANDING_INSIDE], count.of[STANDING_OUTSIDE], count.of[STANDING_UNCLEAR],
            count.of[STANDING_NOT_MODELLED], words_count(companies).text, (unsigned long long)facts->seed);
}

/* --- JSON ----------------------------------------------------------------------------------- */

static void write_part(struct json *json, const struct facts *facts, const struct fact_finding *finding)
{
    const struct fact *fact = finding->fact;
    json_open_object(json, NULL);
    json_text(json, "id", fact->id);
    json_text(json, "says", fact->says);
    json_text(json, "standing", finding->standing == STANDING_OUTSIDE ? "outside" : facts_table_standing[finding->standing]);
    if (fact->not_modelled) {
        json_text(json, "why", fact->not_modelled);
    } else {
        json_text(json, "statistic", statistic_table[fact->statistic].key);
        json_text(json, "population", facts->population[fact->of].name);
        json_number(json, "value", finding->sample.figure.value);
        json_number(json, "error", finding->sample.figure.error);
        json_integer(json, "counted", finding->sample.count);
        json_number(json, "low", fact->low);
        json_number(json, "high", fact->high);
    }
    json_text(json, "published", fact->published);
    json_text(json, "source", fact->source);
    json_text(json, "grade", fact->grade);
    json_close_object(json);
}

void facts_table_json(const struct facts *facts, const struct fact_finding *findings, FILE *out)
{
    const struct fact_count count = factbook_count(findings, facts->facts);
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", facts->seed);
    json_open_object(&json, "statements");
    json_integer(&json, "all", count.statements);
    json_integer(&json, "inside", count.of[STANDING_INSIDE]);
    json_integer(&json, "outside", count.of[STANDING_OUTSIDE]);
    json_integer(&json, "cannot_tell", count.of[STANDING_UNCLEAR]);
    json_integer(&json, "not_modelled", count.of[STANDING_NOT_MODELLED]);
    json_close_object(&json);
    json_open_array(&json, "parts");
    for (int f = 0; f < facts->facts; f++)
        write_part(&json, facts, &findings[f]);
    json_close_array(&json);
    json_end(&json);
}
