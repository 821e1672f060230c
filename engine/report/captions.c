#include "report/captions.h"

#include "report/glossary.h"
#include "report/lettering.h"
#include "report/pages.h"
#include "report/reading.h"
#include "report/words.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 256 };

const char *const captions_key[CHARTS] = {
    [CHART_TABLE] = "table",           [CHART_REVENUE] = "revenue",
    [CHART_SURVIVAL] = "survival",     [CHART_OUTCOMES] = "outcomes",
    [CHART_TAKE_HOME] = "take_home",   [CHART_AT_LEAST] = "at_least",
    [CHART_DIFFERENCE] = "difference", [CHART_MIX] = "mix",
    [CHART_CAP_TABLE] = "cap_table",   [CHART_MULTIPLE] = "multiple",
};

/* What every caption needs at hand. */
struct telling {
    const struct summary *summary;
    struct reading reading;
    const struct strategy_summary *one, *other; /* the subject and its rival, or NULL */
    char subject[NAME_SIZE], rival[NAME_SIZE], raiser[NAME_SIZE];
    struct words span; /* of the scenario: 10 years */
    double ems; /* how wide a name may be */
    struct caption *caption;
};

__attribute__((format(printf, 2, 3))) static void title(const struct telling *tell,
                                                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(tell->caption->title, CAPTION_SIZE, format, arguments);
    va_end(arguments);
}

__attribute__((format(printf, 2, 3))) static void subtitle(const struct telling *tell,
                                                           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(tell->caption->subtitle, CAPTION_SIZE, format, arguments);
    va_end(arguments);
}

__attribute__((format(printf, 2, 3))) static void note(const struct telling *tell,
                                                       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(tell->caption->note, CAPTION_SIZE, format, arguments);
    va_end(arguments);
}

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

static void tell_table(const struct telling *tell)
{
    if (tell->other == NULL) {
        title(tell, "%s: %s founders take home nothing, %s take $1M or more", tell->subject,
              words_chance(tell->one->chance_nothing.value).text,
              words_chance(tell->one->chance_1m.value).text);
    } else {
        struct comparison verdict =
            reading_compare(tell->summary, tell->reading.subject, tell->reading.rival);
        double middle = verdict.median_difference.value;
        if (verdict.ties.value >= 1)
            title(tell, "%s and %s leave the founders with the same in every world", tell->subject,
                  tell->rival);
        else if (!verdict.clear)
            title(tell, "No clear difference for the founders between %s and %s", tell->subject,
                  tell->rival);
        else if (verdict.wins.value < verdict.losses.value)
            title(tell, "%s wins most comparisons, yet loses to %s %s", tell->subject, tell->rival,
                  words_times(verdict.losses.value).text);
        else if (middle >= 1000)
            title(tell, "%s beats %s %s and leaves the founders %s better off in the middle world",
                  tell->subject, tell->rival, words_times(verdict.wins.value).text,
                  words_money(middle).text);
        else
            title(tell, "%s beats %s %s and loses %s", tell->subject, tell->rival,
                  words_times(verdict.wins.value).text, words_times(verdict.losses.value).text);
    }
    subtitle(tell, "%s worlds, the same for every strategy, over %s. Small: the 95%% interval",
             words_count(tell->summary->paths).text, tell->span.text);
}

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

static void tell_revenue(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    double mine = last_median(tell->one), theirs = tell->other ? last_median(tell->other) : 0;
    struct words money = words_money(mine), other_money = words_money(theirs);
    int lucky = luckiest(summary);
    double tail = reading_last_quarter(&summary->strategy[lucky])->p95;
    if (tell->other == NULL && mine >= 1000)
        title(tell, "The typical company earns %s a year after %s; 1 in 20 earns more than %s",
              money.text, tell->span.text, words_money(tail).text);
    else if (mine >= 1000 && theirs >= 1000)
        title(tell, "%s brings the typical company to %s a year, %s to %s", tell->subject,
              money.text, tell->rival, other_money.text);
    else if (mine >= 1000)
        title(tell, "%s brings the typical company to %s a year, %s to nothing", tell->subject,
              money.text, tell->rival);
    else if (theirs >= 1000)
        title(tell, "%s brings the typical company to %s a year, %s to nothing", tell->rival,
              other_money.text, tell->subject);
    else if (tail >= 1000) {
        char name[NAME_SIZE];
        captions_name(name, sizeof name, summary, lucky, tell->ems);
        title(tell, "After %s the typical company is closed or sold; with %s 1 in 20 earns "
              "more than %s a year", tell->span.text, name, words_money(tail).text);
    } else
        title(tell, "After %s no company has revenue left", tell->span.text);
    subtitle(tell, "Yearly revenue of all companies; the closed and the sold count as $0. Bands: "
             "middle 50%% and 90%%%s", summary->strategies == 2 ? "; dashed: 1 in 20 is above" : "");
    if (pages_revenue_axis(summary).clipped)
        note(tell, "cut off above %s",
             words_money(pages_revenue_axis(summary).top).text);
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

static void tell_mix(const struct telling *tell)
{
    const struct strategy_summary *one = tell->one;
    const struct quarter *last = reading_last_quarter(one);
    subtitle(tell, "Mean yearly revenue by stream, all companies of %s; the closed and the sold "
             "count as $0", tell->subject);
    int first = 0;
    while (first < one->quarters - 1 && all_streams(&one->quarter[first]) < 1)
        first++;
    if (all_streams(&one->quarter[first]) < 1) {
        title(tell, "%s never has any revenue", tell->subject);
        return;
    }
    int early = biggest_stream(&one->quarter[first]), late = biggest_stream(last);
    double total = all_streams(last);
    if (total < 1) {
        title(tell, "%s lives on %s, and has no revenue left after %s", tell->subject,
              stream_word(early).text, tell->span.text);
        return;
    }
    double share = last->stream[late] / total;
    if (early == late) {
        title(tell, "%s lives on %s throughout: %s of revenue after %s", tell->subject,
              stream_word(late).text, words_percent(share).text, tell->span.text);
        return;
    }
    int turn = one->quarters - 1;
    while (turn > 0 && biggest_stream(&one->quarter[turn - 1]) != early)
        turn--;
    title(tell, "%s lives on %s until %d; in the end %s brings %s of revenue", tell->subject,
          stream_word(early).text,
          captions_year(tell->summary->scenario, one->quarter[turn].month),
          stream_word(late).text, words_percent(share).text);
}

/* '63 in 100' or, at the ends, 'every' and 'no'; for before a noun. */
static struct words so_many(double share)
{
    struct words words = words_chance(share);
    if (share <= 0 || share >= 1)
        snprintf(words.text, sizeof words.text, "%s", share <= 0 ? "no" : "every");
    return words;
}

static const char *plural(double share)
{
    return share <= 0 || share >= 1 ? "company" : "companies";
}

static void tell_survival(const struct telling *tell)
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
    char best[NAME_SIZE], worst[NAME_SIZE];
    captions_name(best, sizeof best, summary, most, tell->ems);
    captions_name(worst, sizeof worst, summary, least, tell->ems);
    const char *any = summary->strategies > 1 ? ", whichever strategy" : "";
    if (high.value <= 0)
        title(tell, "No company survives %s%s", tell->span.text, any);
    else if (low.value >= 1)
        title(tell, "Every company survives %s%s", tell->span.text, any);
    else if (summary->strategies == 1)
        title(tell, "%s %s survive the first %s", words_chance(high.value).text,
              plural(high.value), tell->span.text);
    else if (!reading_differ(high, low))
        title(tell, "About %s companies survive %s, whichever strategy: no clear difference",
              words_chance(high.value).text, tell->span.text);
    else
        title(tell, "%s keeps %s %s alive for %s, %s %s", best, so_many(high.value).text,
              plural(high.value), tell->span.text, worst,
              low.value <= 0 ? "none" : words_chance(low.value).text);
    subtitle(tell, "Share of companies neither shut down nor acqui-hired, with 95%% interval; sold and "
             "listed ones are alive");
}

static void tell_outcomes(const struct telling *tell)
{
    const struct figure *mine = tell->one->outcome;
    double sold = mine[OUTCOME_ACQUIRED].value + mine[OUTCOME_IPO].value;
    double shut = mine[OUTCOME_SHUT_DOWN].value;
    subtitle(tell, "How the companies stand after %s, share of companies", tell->span.text);
    if (tell->other == NULL) {
        title(tell, "%s companies shut down; %s sold or listed", so_many(shut).text,
              sold <= 0 ? "none is" : words_chance(sold).text);
        if (sold > 0)
            title(tell, "%s companies shut down, %s are sold or listed", words_chance(shut).text,
                  words_chance(sold).text);
        return;
    }
    const struct figure *theirs = tell->other->outcome;
    double other_sold = theirs[OUTCOME_ACQUIRED].value + theirs[OUTCOME_IPO].value;
    double other_shut = theirs[OUTCOME_SHUT_DOWN].value;
    if (shut >= 1 && other_shut >= 1)
        title(tell, "Every company is shut down, with %s as with %s", tell->subject, tell->rival);
    else if (sold <= 0 && other_sold <= 0)
        title(tell, "Nobody sells or lists: %s shuts down %s companies, %s %s", tell->rival,
              words_percent(other_shut).text, tell->subject, words_percent(shut).text);
    else
        title(tell, "%s: %s of companies shut down, %s sold or listed; %s: %s and %s",
              tell->subject, words_percent(shut).text, words_percent(sold).text, tell->rival,
              words_percent(other_shut).text, words_percent(other_sold).text);
}

static void tell_take_home(const struct telling *tell)
{
    struct figure mine = tell->one->chance_nothing;
    const struct figure *median = reading_median(tell->one);
    subtitle(tell, "Founders\u2019 take-home over %s, present value; each dot is 1 of 100 equally "
             "likely teams; log scale", tell->span.text);
    if (tell->other == NULL) {
        if (mine.value >= 1)
            title(tell, "No founder takes home anything");
        else
            title(tell, "%s founders take home nothing; the median founder takes %s",
                  words_chance(mine.value).text, words_money(median->value).text);
        return;
    }
    struct figure theirs = tell->other->chance_nothing;
    if (mine.value >= 1 && theirs.value >= 1)
        title(tell, "No founder takes home anything, with %s as with %s", tell->subject,
              tell->rival);
    else if (mine.value <= 0 && theirs.value <= 0)
        title(tell, "No founder goes empty-handed: the median takes %s with %s, %s with %s",
              words_money(median->value).text, tell->subject,
              words_money(reading_median(tell->other)->value).text, tell->rival);
    else if (!reading_differ(mine, theirs))
        title(tell, "About %s founders take home nothing, with %s as with %s",
              words_chance(mine.value).text, tell->subject, tell->rival);
    else {
        bool worse = mine.value > theirs.value;
        struct figure high = worse ? mine : theirs, low = worse ? theirs : mine;
        title(tell, "%s leaves %s %s with nothing, %s %s", worse ? tell->subject : tell->rival,
              so_many(high.value).text, high.value >= 1 ? "founder" : "founders",
              worse ? tell->rival : tell->subject,
              low.value <= 0 ? "none" : words_chance(low.value).text);
    }
}

/* From which amount the second strategy is likelier to clear it, above $1M; 0 if never. */
static double crossing(const struct strategy_summary *one, const struct strategy_summary *other)
{
    const double sure = 0.002; /* both curves end near 0, where a lead means nothing */
    for (int i = CLEARANCES - 1; i >= 0; i--) {
        double lead = one->clears[i] - other->clears[i];
        if (lead > sure)
            return i + 1 < CLEARANCES && other->clears[i + 1] > 2 * sure ? summary_clearance(i + 1)
                                                                        : 0;
        if (lead < -sure)
            for (int k = i; k > 0; k--)
                if (one->clears[k - 1] >= other->clears[k - 1])
                    return summary_clearance(k) >= 1e6 ? summary_clearance(k) : 0;
    }
    return 0;
}

static void tell_at_least(const struct telling *tell)
{
    struct figure mine = tell->one->chance_1m;
    subtitle(tell, "Chance that the founders take home at least this much over %s, present value; "
             "log scale", tell->span.text);
    if (tell->other == NULL) {
        title(tell, "%s founders take home $1M or more, %s $10M or more", words_chance(mine.value).text,
              tell->one->chance_10m.value <= 0 ? "none"
                                               : words_chance(tell->one->chance_10m.value).text);
        return;
    }
    struct figure theirs = tell->other->chance_1m;
    if (mine.value <= 0 && theirs.value <= 0) {
        title(tell, "No founder takes home $1M, with %s as with %s", tell->subject, tell->rival);
        return;
    }
    if (!reading_differ(mine, theirs)) {
        title(tell, "About %s founders clear $1M, with %s as with %s", words_chance(mine.value).text,
              tell->subject, tell->rival);
        return;
    }
    bool first = mine.value > theirs.value;
    struct figure high = first ? mine : theirs, low = first ? theirs : mine;
    const char *leader = first ? tell->subject : tell->rival;
    const char *follower = first ? tell->rival : tell->subject;
    double cross = first ? crossing(tell->one, tell->other) : crossing(tell->other, tell->one);
    struct words rest = {""};
    if (low.value <= 0)
        snprintf(rest.text, sizeof rest.text, "none");
    title(tell, "%s brings %s founders $1M or more, %s %s", leader, so_many(high.value).text,
          follower, low.value <= 0 ? rest.text : words_chance(low.value).text);
    if (cross > 0)
        title(tell, "%s brings %s founders $1M or more, %s %s; above %s it is the reverse",
              leader, so_many(high.value).text, follower, words_chance(low.value).text,
              words_money(cross).text);
}

static bool tell_difference(const struct telling *tell)
{
    if (tell->other == NULL)
        return false;
    struct comparison verdict =
        reading_compare(tell->summary, tell->reading.subject, tell->reading.rival);
    double wins = verdict.wins.value, losses = verdict.losses.value;
    if (verdict.ties.value >= 1)
        title(tell, "%s and %s end level in every world", tell->subject, tell->rival);
    else if (!verdict.clear)
        title(tell, "No clear difference in the same worlds: %s is ahead %s, %s %s", tell->subject,
              words_times(wins).text, tell->rival, words_times(losses).text);
    else if (wins >= losses)
        title(tell, "In the same world, %s beats %s %s%s%s", tell->subject, tell->rival,
              words_times(wins).text, wins >= 1 ? "" : losses <= 0 ? " and " : " and loses ",
              wins >= 1 ? "" : words_times(losses).text);
    else
        title(tell, "In the same world, %s beats %s %s%s%s", tell->rival, tell->subject,
              words_times(losses).text, losses >= 1 ? "" : wins <= 0 ? " and " : " and loses ",
              losses >= 1 ? "" : words_times(wins).text);
    if (verdict.clear && (wins <= 0 || losses <= 0) && wins < 1 && losses < 1) {
        size_t used = 0;
        while (tell->caption->title[used] != '\0')
            used++;
        snprintf(tell->caption->title + used, CAPTION_SIZE - used, " loses");
    }
    subtitle(tell, "Founders\u2019 take-home, the one less the other, same market and same luck for "
             "both; share of worlds, log scale both ways");
    const struct pair_summary *pair = verdict.pair;
    double middle = pair->bin[DIFFERENCE_BINS / 2];
    if (middle > 0)
        note(tell, "not drawn: the %s of worlds in which both end within $10,000 of each other",
             words_percent(middle).text);
    return true;
}

static void tell_cap_table(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    int raiser = tell->reading.raiser;
    if (raiser < 0) {
        title(tell, "Nobody raises money: the founders share only with their employees");
        subtitle(tell, "Fully diluted ownership after %s, mean over all companies",
                 tell->span.text);
        return;
    }
    tell->caption->strategy = raiser;
    const struct strategy_summary *one = &summary->strategy[raiser];
    const struct strategy *plan = &summary->scenario->strategy[raiser];
    double before = 1, dearest = 0;
    int costliest = 0;
    for (int r = 0; r < one->closings; r++) {
        if (before - one->cap_table[r].founders > dearest) {
            dearest = before - one->cap_table[r].founders;
            costliest = r;
        }
        before = one->cap_table[r].founders;
    }
    char round[NAME_SIZE], clean[NAME_SIZE];
    lettering_clean(clean, sizeof clean,
                    costliest < plan->rounds ? plan->round_name[costliest] : "round");
    lettering_shorten(round, sizeof round, clean, 14);
    struct words rounds = words_small_count(one->closings);
    rounds.text[0] = (char)(rounds.text[0] & ~0x20);
    if (one->closings == 1)
        title(tell, "The %s round takes the founders from 100%% to %s", round,
              words_percent(before).text);
    else
        title(tell, "%s rounds take the founders from 100%% to %s; the %s round alone costs %.0f "
              "points", rounds.text, words_percent(before).text, round, 100 * dearest);
    subtitle(tell, "Fully diluted ownership right after each round, %s; mean over the companies "
             "that closed it", tell->raiser);
}

static void tell_multiple(const struct telling *tell)
{
    int raiser = tell->reading.raiser;
    if (raiser < 0) {
        title(tell, "Nobody raises money: there is no investor\u2019s multiple");
        subtitle(tell, "Investors\u2019 multiple of the money they put in, over companies that raised");
        return;
    }
    tell->caption->strategy = raiser;
    const struct strategy_summary *one = &tell->summary->strategy[raiser];
    struct words lose = so_many(one->loss_ratio.value);
    const char *investments = one->loss_ratio.value >= 1 || one->loss_ratio.value <= 0
                                  ? "investment loses" : "investments lose";
    lose.text[0] = lose.text[0] == 'n' || lose.text[0] == 'e' ? (char)(lose.text[0] & ~0x20)
                                                               : lose.text[0];
    double companies = 0, proceeds = 0;
    int bucket = BUCKETS - 1;
    for (; bucket > 3; bucket--) { /* not below 2x */
        companies += one->bucket_companies[bucket];
        proceeds += one->bucket_proceeds[bucket];
        if (companies >= 0.001)
            break;
    }
    if (companies >= 0.001 && proceeds > 0)
        title(tell, "%s %s money; the %s above %s earn %s of all proceeds", lose.text, investments,
              words_chance(companies).text, words_multiple(summary_bucket_floor[bucket]).text,
              words_percent(proceeds).text);
    else
        title(tell, "%s %s money", lose.text, investments);
    subtitle(tell, "Investors\u2019 multiple of the money they put in, %s, over companies that raised",
             tell->raiser);
}

static bool tell_chart(const struct telling *tell, enum chart chart)
{
    switch (chart) {
    case CHART_TABLE: tell_table(tell); break;
    case CHART_REVENUE: tell_revenue(tell); break;
    case CHART_SURVIVAL: tell_survival(tell); break;
    case CHART_OUTCOMES: tell_outcomes(tell); break;
    case CHART_TAKE_HOME: tell_take_home(tell); break;
    case CHART_AT_LEAST: tell_at_least(tell); break;
    case CHART_DIFFERENCE: return tell_difference(tell);
    case CHART_MIX: tell_mix(tell); break;
    case CHART_CAP_TABLE: tell_cap_table(tell); break;
    case CHART_MULTIPLE: tell_multiple(tell); break;
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
