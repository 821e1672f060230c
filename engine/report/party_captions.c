#include "report/party_captions.h"

#include <stdio.h>

/* Whether a founder values risk at all. */
static const char *founder_of(const struct summary *summary)
{
    double aversion = reading_founder(summary, PARAMETER_COLUMN(founder.risk_aversion));
    return aversion > 0 ? "a founder who minds risk" : "a founder who counts averages";
}

static void tell_choices(const struct telling *tell, int founders, int investors)
{
    const struct summary *summary = tell->summary;
    char first[TELLING_NAME_SIZE], second[TELLING_NAME_SIZE];
    captions_name(first, sizeof first, summary, founders, tell->ems);
    captions_name(second, sizeof second, summary, investors, tell->ems);
    struct figure certain = summary->strategy[founders].certain;
    struct figure multiple = summary->strategy[investors].multiple;
    struct words back = words_multiple(multiple.value);
    if (summary->strategies == 1)
        telling_title(tell, "%s is worth %s to one founder, against a job, and %s to investors", first,
                      words_money_difference(certain.value).text, back.text);
    else if (founders == investors && certain.value > 0)
        telling_title(tell, "%s suits both: %s to %s, %s to investors", first,
                      words_money_difference(certain.value).text, founder_of(summary), back.text);
    else if (founders == investors)
        telling_title(tell, "%s is best for both, yet to %s a job is better by %s", first,
                      founder_of(summary), words_money(-certain.value).text);
    else if (certain.value > 0)
        telling_title(tell, "For %s %s is best, for investors %s, at %s", founder_of(summary), first,
                      second, back.text);
    else
        telling_title(tell, "Investors do best with %s, at %s; to %s a job is better than any", second,
                      back.text, founder_of(summary));
}

bool party_captions_chart(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    int investors = reading_best_for_investors(summary);
    if (investors < 0)
        return false;
    int founders = reading_best_for_founder(summary);
    tell->caption->strategy = tell->reading.subject;
    if (tell->other == NULL || !telling_few_worlds(tell))
        tell_choices(tell, founders, investors);
    telling_subtitle(
        tell,
        "What is as good for sure to one founder, against a job at %s a year (savings %s, risk "
        "aversion %g); what investors get back",
        words_money(12 * reading_founder(summary, PARAMETER_COLUMN(founder.salary))).text,
        words_money(reading_founder(summary, PARAMETER_COLUMN(founder.wealth))).text,
        reading_founder(summary, PARAMETER_COLUMN(founder.risk_aversion)));
    telling_note(tell, "present values; nobody\u2019s wealth falls below $10k; lines: 95%% intervals");
    return true;
}
