#include "report/captions.h"

#include "report/assumptions.h"
#include "report/company_captions.h"
#include "report/founder_captions.h"
#include "report/investor_captions.h"
#include "report/lettering.h"
#include "report/money_captions.h"
#include "report/party_captions.h"

#include <string.h>

const char *const captions_key[CHARTS] = {
    [CHART_TABLE] = "table",           [CHART_REVENUE] = "revenue",
    [CHART_SURVIVAL] = "survival",     [CHART_OUTCOMES] = "outcomes",
    [CHART_TAKE_HOME] = "take_home",   [CHART_AT_LEAST] = "at_least",
    [CHART_DIFFERENCE] = "difference", [CHART_MIX] = "mix",
    [CHART_CAP_TABLE] = "cap_table",   [CHART_MULTIPLE] = "multiple",
    [CHART_PARTIES] = "parties",       [CHART_OWNERSHIP] = "ownership",
    [CHART_WATERFALL] = "waterfall",   [CHART_BREAKPOINTS] = "breakpoints",
    [CHART_CASH] = "cash",             [CHART_ASSUMPTIONS] = "assumptions",
};

/* The end of a text where its beginning will not do: '… at half the price'. */
static void keep_tail(char *tail, size_t size, const char *text, double ems)
{
    const char *start = text;
    while (*start != '\0' && lettering_width(start) > ems - 1)
        lettering_next(&start);
    const char *word = strchr(start, ' ');
    if (start > text && start[-1] != ' ' && word != NULL)
        start = word;
    while (*start == ' ')
        start++;
    snprintf(tail, size, "\u2026 %s", start);
}

void captions_name(char *name, size_t size, const struct summary *summary, int strategy, double ems)
{
    char clean[1024], other[1024], short_other[1024];
    lettering_clean(clean, sizeof clean, summary->strategy[strategy].name);
    lettering_shorten(name, size, clean, ems);
    for (int i = 0; i < summary->strategies; i++) {
        lettering_clean(other, sizeof other, summary->strategy[i].name);
        lettering_shorten(short_other, sizeof short_other, other, ems);
        bool alike = i != strategy && strcmp(name, short_other) == 0 && strcmp(clean, other) != 0;
        if (alike) {
            keep_tail(name, size, clean, ems);
            return;
        }
    }
}

int captions_year(const struct scenario *scenario, int month)
{
    return scenario->start_year + (scenario->start_month - 1 + month) / 12;
}

static bool tell_chart(const struct telling *tell, enum chart chart)
{
    switch (chart) {
    case CHART_TABLE: founder_captions_table(tell); break;
    case CHART_REVENUE: company_captions_revenue(tell); break;
    case CHART_SURVIVAL: company_captions_survival(tell); break;
    case CHART_OUTCOMES: company_captions_outcomes(tell); break;
    case CHART_TAKE_HOME: founder_captions_take_home(tell); break;
    case CHART_AT_LEAST: founder_captions_at_least(tell); break;
    case CHART_DIFFERENCE:
        if (tell->other == NULL)
            return false;
        founder_captions_difference(tell);
        break;
    case CHART_MIX: company_captions_mix(tell); break;
    case CHART_CAP_TABLE: investor_captions_cap_table(tell); break;
    case CHART_OWNERSHIP: return money_captions_ownership(tell);
    case CHART_WATERFALL: return money_captions_waterfall(tell);
    case CHART_BREAKPOINTS: return money_captions_breakpoints(tell);
    case CHART_CASH: return money_captions_cash(tell);
    case CHART_MULTIPLE: investor_captions_multiple(tell); break;
    case CHART_PARTIES: return party_captions_chart(tell);
    case CHART_ASSUMPTIONS: return assumptions_caption(tell);
    case CHARTS: return false;
    }
    return true;
}

bool captions_make(const struct summary *summary, enum chart chart, struct caption *caption)
{
    struct telling tell = {.summary = summary, .reading = reading_of(summary), .caption = caption};
    struct reading reading = tell.reading;
    tell.span = words_duration(summary->scenario->horizon);
    tell.one = &summary->strategy[reading.subject];
    if (reading.rival >= 0)
        tell.other = &summary->strategy[reading.rival];
    /* Names are cut as little as two lines of title allow. */
    for (tell.ems = 26; tell.ems >= 8; tell.ems -= 2) {
        *caption = (struct caption){.strategy = reading.subject};
        captions_name(tell.subject, sizeof tell.subject, summary, reading.subject, tell.ems);
        if (reading.rival >= 0)
            captions_name(tell.rival, sizeof tell.rival, summary, reading.rival, tell.ems);
        if (reading.raiser >= 0)
            captions_name(tell.raiser, sizeof tell.raiser, summary, reading.raiser, tell.ems);
        if (!tell_chart(&tell, chart))
            return false;
        if (lettering_fits(caption->title, 2, CAPTIONS_TITLE_EMS) &&
            lettering_fits(caption->subtitle, 1, CAPTIONS_SUBTITLE_EMS))
            break;
    }
    return true;
}
