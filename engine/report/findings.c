#include "report/findings.h"

#include "report/json.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 96 };

static const char *const verdict_words[] = {[VERDICT_HOLDS] = "holds",
                                            [VERDICT_DOES_NOT_HOLD] = "does not hold",
                                            [VERDICT_UNCLEAR] = "no clear difference"};

/* --- One number ----------------------------------------------------------------------------- */

static struct words level(const struct claim *claim, double value)
{
    struct words words;
    if (measure_is_share(&claim->measure))
        return words_percent(value);
    if (claim->measure.unit == UNIT_DOLLARS)
        return words_money(value);
    words = words_number(value);
    if (claim->measure.unit == UNIT_MONTHS)
        strncat(words.text, " months", sizeof words.text - strlen(words.text) - 1);
    return words;
}

static struct words difference(const struct claim *claim, double value)
{
    struct words words, size;
    if (claim->compare == COMPARE_MEAN && measure_is_money(&claim->measure))
        return words_money_difference(value);
    bool points = claim->compare == COMPARE_WORLDS || measure_is_share(&claim->measure);
    double shown = fabs(points ? 100.0 * value : value);
    size = words_number(shown);
    const char *sign = strcmp(size.text, "0") == 0 ? "" : value < 0.0 ? "−" : "+";
    snprintf(words.text, sizeof words.text, "%s%.40s%s", sign, size.text,
             points                                  ? " points"
             : claim->measure.unit == UNIT_MONTHS ? " months"
                                                     : "");
    return words;
}

/* '+$1.2M (+$0.9M to +$1.5M)' */
static void tell_effect(const struct claim *claim, struct figure effect, FILE *out)
{
    double margin = EXPERIMENT_WIDTH * effect.error;
    fprintf(out, "%s (%s to %s)", difference(claim, effect.value).text,
            difference(claim, effect.value - margin).text, difference(claim, effect.value + margin).text);
}

/* --- One finding ---------------------------------------------------------------------------- */

/* Characters, not bytes. */
static int width(const char *text)
{
    int count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0u) != 0x80u;
    return count;
}

static void tell_heading(const struct finding *finding, int number, FILE *out)
{
    const char *verdict = verdict_words[finding->verdict];
    int gap = COLUMNS - 4 - width(finding->claim->text) - (int)strlen(verdict);
    fprintf(out, "%2d  %s%*s%s\n", number, finding->claim->text, gap > 2 ? gap : 2, "", verdict);
}

static void tell_measure(const struct finding *finding, FILE *out)
{
    const struct claim *claim = finding->claim;
    fputs(claim->measure.name, out);
    if (claim->measure.chance)
        fprintf(out, " of %s or more",
                claim->measure.unit == UNIT_SHARE     ? words_percent(claim->measure.least).text
                : claim->measure.unit == UNIT_DOLLARS ? words_money(claim->measure.least).text
                                                      : words_number(claim->measure.least).text);
    if (claim->measure.observable >= 0)
        fprintf(out, " at month %d", claim->measure.month);
    if (claim->among == AMONG_OPEN)
        fprintf(out, ", where both are open (%s worlds)", words_count(finding->worlds).text);
    fputs(claim->compare == COMPARE_WORLDS ? ", worlds won less worlds lost: " : ": ", out);
}

static struct words setting(const struct claim *claim, double value)
{
    if (claim->threshold_unit == UNIT_DOLLARS)
        return words_money(value);
    return claim->threshold_unit == UNIT_SHARE ? words_percent(value) : words_number(value);
}

static void tell_threshold(const struct finding *finding, FILE *out)
{
    const struct claim *claim = finding->claim;
    struct words needed = level(claim, claim->threshold_level);
    if (isnan(finding->threshold))
        fprintf(out, "    never passes %s for %s from %s to %s\n", needed.text, claim->threshold,
                setting(claim, claim->threshold_low).text, setting(claim, claim->threshold_high).text);
    else
        fprintf(out, "    passes %s at %s %s\n", needed.text, claim->threshold,
                setting(claim, finding->threshold).text);
}

/* '$1.2M to $2.1M, ', where such levels say something. */
static void tell_levels(const struct claim *claim, struct figure base, struct figure change, FILE *out)
{
    if (claim->compare == COMPARE_MEAN && !claim->contrast)
        fprintf(out, "%s to %s, ", level(claim, base.value).text, level(claim, change.value).text);
}

void findings_write(const struct finding *finding, int number, FILE *out)
{
    const struct claim *claim = finding->claim;
    tell_heading(finding, number, out);
    fputs("    ", out);
    tell_measure(finding, out);
    tell_levels(claim, finding->base, finding->change, out);
    tell_effect(claim, finding->effect, out);
    fprintf(out, "\n    without %s: ", claim->without);
    tell_levels(claim, finding->ablated_base, finding->ablated_change, out);
    tell_effect(claim, finding->ablated, out);
    bool doubted = finding->verdict == VERDICT_HOLDS && !finding->vanishes;
    bool remains = fabs(finding->ablated.value) > EXPERIMENT_WIDTH * finding->ablated.error;
    fputs(!doubted ? "\n" : remains ? ", so it is not that alone\n" : ", which leaves it open\n", out);
    for (int v = 0; v < claim->values; v++) {
        fprintf(out, "    %s %s: ", claim->across, claim->value[v]);
        tell_effect(claim, finding->across[v], out);
        fputc('\n', out);
    }
    if (claim->threshold)
        tell_threshold(finding, out);
    fputc('\n', out);
}

void findings_conclude(const struct finding *findings, int count, int64_t paths, uint64_t seed, FILE *out)
{
    int verdicts[3] = {0}, vanish = 0;
    for (int f = 0; f < count; f++) {
        verdicts[findings[f].verdict]++;
        vanish += findings[f].verdict == VERDICT_HOLDS && findings[f].vanishes;
    }
    fprintf(out,
            "Of %d claims %d hold, %d do not, and for %d there is no clear difference. Of those that\n"
            "hold, %d hold by their mechanism: without it the effect is gone. 99%% intervals; the same\n",
            count, verdicts[VERDICT_HOLDS], verdicts[VERDICT_DOES_NOT_HOLD], verdicts[VERDICT_UNCLEAR],
            vanish);
    if (paths > 0)
        fprintf(out, "%s ", words_count(paths).text);
    fprintf(out, "worlds for both companies, seed %llu.\n", (unsigned long long)seed);
}

/* --- JSON ----------------------------------------------------------------------------------- */

static void finding_json(struct json *json, const struct finding *finding)
{
    const struct claim *claim = finding->claim;
    json_open_object(json, NULL);
    json_text(json, "claim", claim->text);
    json_text(json, "source", claim->source);
    json_text(json, "says", claim->says);
    json_text(json, "measure", claim->measure.name);
    if (claim->measure.observable >= 0)
        json_integer(json, "month", claim->measure.month);
    if (claim->measure.chance)
        json_number(json, "least", claim->measure.least);
    json_text(json, "among", claim->among == AMONG_ALL ? "all" : "open");
    json_text(json, "compare", claim->compare == COMPARE_MEAN ? "mean" : "worlds");
    json_text(json, "expect", claim->expect == EXPECT_HIGHER ? "higher" : "lower");
    json_text(json, "verdict", verdict_words[finding->verdict]);
    json_integer(json, "worlds", finding->worlds);
    json_figure(json, "base", finding->base);
    json_figure(json, "change", finding->change);
    json_figure(json, "effect", finding->effect);
    json_text(json, "without", claim->without);
    json_figure(json, "ablated_base", finding->ablated_base);
    json_figure(json, "ablated_change", finding->ablated_change);
    json_figure(json, "ablated", finding->ablated);
    json_boolean(json, "vanishes", finding->vanishes);
    if (claim->values > 0)
        json_open_array(json, "across");
    for (int v = 0; v < claim->values; v++) {
        json_open_object(json, NULL);
        json_text(json, claim->across, claim->value[v]);
        json_figure(json, "effect", finding->across[v]);
        json_close_object(json);
    }
    if (claim->values > 0)
        json_close_array(json);
    if (claim->threshold)
        json_number(json, "threshold", finding->threshold);
    json_close_object(json);
}

void findings_json(const struct finding *findings, int count, int64_t paths, uint64_t seed, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", seed);
    if (paths > 0)
        json_integer(&json, "paths", paths);
    json_open_array(&json, "claims");
    for (int f = 0; f < count; f++)
        finding_json(&json, &findings[f]);
    json_close_array(&json);
    json_end(&json);
}
