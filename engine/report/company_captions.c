#include "report/company_captions.h"

#include "report/glossary.h"
#include "report/pages.h"
#include "scenario/measure.h"

#include <stdio.h>
#include <string.h>

static double last_median(const struct strategy_summary *strategy)
{
    const struct quarter *last = reading_last_quarter(strategy);
    return last != NULL ? last->p50 : 0;
}

/* The strategy whose luckiest twentieth has most revenue at the end. */
static int luckiest(const struct summary *summary)
{
    int best = 0;
    for (int i = 1; i < summary->strategies; i++)
        if (reading_last_quarter(&summary->strategy[i])->p95 >
            reading_last_quarter(&summary->strategy[best])->p95)
            best = i;
    return best;
}

void company_captions_revenue(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    double mine = last_median(tell->one), theirs = tell->other ? last_median(tell->other) : 0;
    struct words money = words_money(mine), other_money = words_money(theirs);
    int lucky = luckiest(summary);
    double tail = reading_last_quarter(&summary->strategy[lucky])->p95;
    if (tell->other == NULL && mine >= MEASURE_NOTHING)
        telling_title(tell,
                      "The typical company earns %s a year after %s; 1 in 20 earns more than %s",
                      money.text, tell->span.text, words_money(tail).text);
    else if (mine >= MEASURE_NOTHING && strcmp(money.text, other_money.text) == 0)
        telling_title(tell, "The typical company earns %s a year, with %s as with %s", money.text,
                      tell->subject, tell->rival);
    else if (mine >= MEASURE_NOTHING && theirs >= MEASURE_NOTHING)
        telling_title(tell, "%s brings the typical company to %s a year, %s to %s", tell->subject,
                      money.text, tell->rival, other_money.text);
    else if (mine >= MEASURE_NOTHING)
        telling_title(tell, "%s brings the typical company to %s a year, %s to nothing",
                      tell->subject, money.text, tell->rival);
    else if (theirs >= MEASURE_NOTHING)
        telling_title(tell, "%s brings the typical company to %s a year, %s to nothing",
                      tell->rival, other_money.text, tell->subject);
    else if (tail >= MEASURE_NOTHING) {
        char name[TELLING_NAME_SIZE];
        captions_name(name, sizeof name, summary, lucky, tell->ems);
        telling_title(tell,
                      "After %s the typical company is closed or sold; with %s 1 in 20 earns "
                      "more than %s a year",
                      tell->span.text, name, words_money(tail).text);
    } else
        telling_title(tell, "After %s no company has revenue left", tell->span.text);
    telling_subtitle(tell,
                     "Yearly revenue of all companies; the closed and the sold count as $0. Bands: "
                     "middle 50%% and 90%%%s",
                     summary->strategies == 2 ? "; dashed: 1 in 20 is above" : "");
    if (pages_revenue_axis(summary).clipped)
        telling_note(tell, "cut off above %s", words_money(pages_revenue_axis(summary).top).text);
}

static int biggest_stream(const struct quarter *quarter)
{
    int biggest = 0;
    for (int s = 1; s < STREAMS; s++)
        if (quarter->stream[s] > quarter->stream[biggest])
            biggest = s;
    return biggest;
}

static double all_streams(const struct quarter *quarter)
{
    double sum = 0;
    for (int s = 0; s < STREAMS; s++)
        sum += quarter->stream[s];
    return sum;
}

static struct words stream_word(int stream)
{
    struct words word;
    snprintf(word.text, sizeof word.text, "%s", glossary_stream_word[stream]);
    word.text[0] = (char)(word.text[0] | 0x20); /* in a sentence */
    return word;
}

void company_captions_mix(const struct telling *tell)
{
    const struct strategy_summary *one = tell->one;
    const struct quarter *last = reading_last_quarter(one);
    telling_subtitle(tell,
                     "Mean yearly revenue by stream, all companies of %s; the closed and the sold "
                     "count as $0",
                     tell->subject);
    int first = 0;
    while (first < one->quarters - 1 && all_streams(&one->quarter[first]) < 1)
        first++;
    if (all_streams(&one->quarter[first]) < 1) {
        telling_title(tell, "%s never has any revenue", tell->subject);
        return;
    }
    int early = biggest_stream(&one->quarter[first]), late = biggest_stream(last);
    double total = all_streams(last);
    if (total < 1) {
        telling_title(tell, "%s lives on %s, and has no revenue left after %s", tell->subject,
                      stream_word(early).text, tell->span.text);
        return;
    }
    double share = last->stream[late] / total;
    if (early == late) {
        telling_title(tell, "%s lives on %s throughout: %s of revenue after %s", tell->subject,
                      stream_word(late).text, words_percent(share).text, tell->span.text);
        return;
    }
    int turn = one->quarters - 1;
    while (turn > 0 && biggest_stream(&one->quarter[turn - 1]) != early)
        turn--;
    telling_title(tell, "%s lives on %s until %d; in the end %s brings %s of revenue",
                  tell->subject, stream_word(early).text,
                  captions_year(tell->summary->scenario, one->quarter[turn].month),
                  stream_word(late).text, words_percent(share).text);
}

void company_captions_survival(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    int most = 0, least = 0;
    for (int i = 1; i < summary->strategies; i++) {
        if (reading_open(summary, i).value > reading_open(summary, most).value)
            most = i;
        if (reading_open(summary, i).value < reading_open(summary, least).value)
            least = i;
    }
    struct figure high = reading_open(summary, most), low = reading_open(summary, least);
    char best[TELLING_NAME_SIZE], worst[TELLING_NAME_SIZE];
    captions_name(best, sizeof best, summary, most, tell->ems);
    captions_name(worst, sizeof worst, summary, least, tell->ems);
    const char *any = summary->strategies > 1 ? ", whichever strategy" : "";
    if (high.value <= 0)
        telling_title(tell, "No company survives %s%s", tell->span.text, any);
    else if (low.value >= 1)
        telling_title(tell, "Every company survives %s%s", tell->span.text, any);
    else if (summary->strategies == 1)
        telling_title(tell, "%s %s survive the first %s", words_chance(high.value).text,
                      telling_companies(high.value), tell->span.text);
    else if (!reading_differ(high, low))
        telling_title(tell,
                      "About %s companies survive %s, whichever strategy: no clear difference",
                      words_chance(high.value).text, tell->span.text);
    else
        telling_title(tell, "%s keeps %s %s alive for %s, %s %s", best,
                      telling_so_many(high.value).text, telling_companies(high.value),
                      tell->span.text, worst, telling_alone(low.value).text);
    telling_subtitle(
        tell, "Share of companies neither shut down nor acqui-hired, with 95%% interval; sold and "
              "listed ones are alive");
}

void company_captions_outcomes(const struct telling *tell)
{
    const struct figure *mine = tell->one->outcome;
    double sold = mine[OUTCOME_ACQUIRED].value + mine[OUTCOME_IPO].value;
    double shut = mine[OUTCOME_SHUT_DOWN].value;
    telling_subtitle(tell, "How the companies stand after %s, share of companies", tell->span.text);
    if (tell->other == NULL) {
        telling_title(tell, "%s companies shut down; %s sold or listed", telling_so_many(shut).text,
                      sold <= 0 ? "none is" : words_chance(sold).text);
        if (sold > 0)
            telling_title(tell, "%s companies shut down, %s are sold or listed",
                          words_chance(shut).text, words_chance(sold).text);
        return;
    }
    const struct figure *theirs = tell->other->outcome;
    double other_sold = theirs[OUTCOME_ACQUIRED].value + theirs[OUTCOME_IPO].value;
    double other_shut = theirs[OUTCOME_SHUT_DOWN].value;
    if (shut >= 1 && other_shut >= 1)
        telling_title(tell, "Every company is shut down, with %s as with %s", tell->subject,
                      tell->rival);
    else if (sold <= 0 && other_sold <= 0)
        telling_title(tell, "Nobody sells or lists: %s shuts down %s of companies, %s %s",
                      tell->rival, words_percent(other_shut).text, tell->subject,
                      words_percent(shut).text);
    else
        telling_title(tell, "%s: %s of companies shut down, %s sold or listed; %s: %s and %s",
                      tell->subject, words_percent(shut).text, words_percent(sold).text,
                      tell->rival, words_percent(other_shut).text, words_percent(other_sold).text);
}
