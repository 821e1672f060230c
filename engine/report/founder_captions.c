#include "report/founder_captions.h"

#include "scenario/measure.h"

#include <math.h>

/* The verdict in one line. */
static void tell_verdict(const struct telling *tell)
{
    struct comparison verdict =
        reading_compare(tell->summary, tell->reading.subject, tell->reading.rival);
    double middle = verdict.median_difference.value;
    if (telling_few_worlds(tell))
        return;
    if (verdict.ties.value >= 1)
        telling_title(tell, "%s and %s leave the founders with the same in every world",
                      tell->subject, tell->rival);
    else if (!verdict.clear)
        telling_title(tell, "No clear difference for the founders between %s and %s", tell->subject,
                      tell->rival);
    else if (verdict.wins.value < verdict.losses.value)
        telling_title(tell, "%s wins most comparisons, yet loses to %s %s", tell->subject,
                      tell->rival, words_times(verdict.losses.value).text);
    else if (middle >= MEASURE_NOTHING)
        telling_title(tell,
                      "%s beats %s %s and leaves the founders %s better off in the middle world",
                      tell->subject, tell->rival, words_times(verdict.wins.value).text,
                      words_money(middle).text);
    else
        telling_title(tell, "%s beats %s %s and loses %s", tell->subject, tell->rival,
                      words_times(verdict.wins.value).text, words_times(verdict.losses.value).text);
}

void founder_captions_table(const struct telling *tell)
{
    if (tell->other != NULL)
        tell_verdict(tell);
    else
        telling_title(tell, "%s: %s teams take home nothing, %s take $1M or more", tell->subject,
                      words_chance(tell->one->chance_nothing.value).text,
                      words_chance(tell->one->chance_1m.value).text);
    int64_t paths = tell->summary->paths;
    telling_subtitle(tell, "%s world%s%s over %s. Small: the 95%% interval",
                     words_count(paths).text, paths == 1 ? "" : "s",
                     tell->other != NULL ? ", the same for every strategy," : "", tell->span.text);
}

void founder_captions_take_home(const struct telling *tell)
{
    struct figure mine = tell->one->chance_nothing;
    const struct figure *median = reading_median(tell->one);
    telling_subtitle(
        tell,
        "Founders\u2019 take-home over %s, present value; each dot is 1 of 100 equally "
        "likely teams; log scale",
        tell->span.text);
    if (tell->other == NULL) {
        if (mine.value >= 1)
            telling_title(tell, "No team takes home anything");
        else
            telling_title(tell, "%s teams take home nothing; the median team takes %s",
                          words_chance(mine.value).text, words_money(median->value).text);
        return;
    }
    struct figure theirs = tell->other->chance_nothing;
    if (mine.value >= 1 && theirs.value >= 1)
        telling_title(tell, "No team takes home anything, with %s as with %s", tell->subject,
                      tell->rival);
    else if (mine.value <= 0 && theirs.value <= 0)
        telling_title(tell, "No team goes empty-handed: the median takes %s with %s, %s with %s",
                      words_money(median->value).text, tell->subject,
                      words_money(reading_median(tell->other)->value).text, tell->rival);
    else if (!reading_differ(mine, theirs))
        telling_title(tell, "About %s teams take home nothing, with %s as with %s",
                      words_chance(mine.value).text, tell->subject, tell->rival);
    else {
        bool worse = mine.value > theirs.value;
        struct figure high = worse ? mine : theirs, low = worse ? theirs : mine;
        telling_title(tell, "%s leaves %s %s with nothing, %s %s",
                      worse ? tell->subject : tell->rival, telling_so_many(high.value).text,
                      telling_teams(high.value), worse ? tell->rival : tell->subject,
                      telling_alone(low.value).text);
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

void founder_captions_at_least(const struct telling *tell)
{
    struct figure mine = tell->one->chance_1m;
    telling_subtitle(
        tell,
        "Chance that the founders together take home at least this much over %s, present value; "
        "log scale",
        tell->span.text);
    if (tell->other == NULL) {
        telling_title(tell, "%s %s take home $1M or more, %s $10M or more",
                      telling_so_many(mine.value).text, telling_teams(mine.value),
                      telling_alone(tell->one->chance_10m.value).text);
        return;
    }
    struct figure theirs = tell->other->chance_1m;
    if (mine.value <= 0 && theirs.value <= 0) {
        telling_title(tell, "No team takes home $1M, with %s as with %s", tell->subject,
                      tell->rival);
        return;
    }
    if (!reading_differ(mine, theirs)) {
        telling_title(tell, "About %s teams clear $1M, with %s as with %s",
                      words_chance(mine.value).text, tell->subject, tell->rival);
        return;
    }
    bool first = mine.value > theirs.value;
    struct figure high = first ? mine : theirs, low = first ? theirs : mine;
    const char *leader = first ? tell->subject : tell->rival;
    const char *follower = first ? tell->rival : tell->subject;
    double cross = first ? crossing(tell->one, tell->other) : crossing(tell->other, tell->one);
    if (cross > 0)
        telling_title(tell, "%s brings %s %s $1M or more, %s %s; above %s it is the reverse",
                      leader, telling_so_many(high.value).text, telling_teams(high.value),
                      follower, telling_alone(low.value).text, words_money(cross).text);
    else
        telling_title(tell, "%s brings %s %s $1M or more, %s %s", leader,
                      telling_so_many(high.value).text, telling_teams(high.value), follower,
                      telling_alone(low.value).text);
}

/* 'a beats b 56 times in 100 and loses 21 times in 100' */
static void tell_duel(const struct telling *tell, const char *a, const char *b, double wins,
                      double losses)
{
    if (wins >= 1)
        telling_title(tell, "In the same world, %s beats %s every time", a, b);
    else if (losses <= 0)
        telling_title(tell, "In the same world, %s beats %s %s and never loses", a, b,
                      words_times(wins).text);
    else
        telling_title(tell, "In the same world, %s beats %s %s and loses %s", a, b,
                      words_times(wins).text, words_times(losses).text);
}

void founder_captions_difference(const struct telling *tell)
{
    struct comparison verdict =
        reading_compare(tell->summary, tell->reading.subject, tell->reading.rival);
    double wins = verdict.wins.value, losses = verdict.losses.value;
    if (telling_few_worlds(tell))
        ;
    else if (verdict.ties.value >= 1)
        telling_title(tell, "%s and %s end level in every world", tell->subject, tell->rival);
    else if (!verdict.clear)
        telling_title(tell, "No clear difference in the same worlds: %s is ahead %s, %s %s",
                      tell->subject, words_times(wins).text, tell->rival, words_times(losses).text);
    else if (wins >= losses)
        tell_duel(tell, tell->subject, tell->rival, wins, losses);
    else
        tell_duel(tell, tell->rival, tell->subject, losses, wins);
    telling_subtitle(
        tell, "Founders\u2019 take-home, the one less the other, same market and same luck for "
              "both; share of worlds, log scale both ways");
    double middle = verdict.pair->bin[DIFFERENCE_BINS / 2];
    if (middle > 0)
        telling_note(tell,
                     "not drawn: the %s of worlds in which both end within $10,000 of each other",
                     words_percent(middle).text);
}
