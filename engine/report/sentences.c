#include "report/sentences.h"

#include "report/assumptions.h"
#include "report/lettering.h"
#include "report/reading.h"
#include "report/words.h"
#include "scenario/measure.h"

#include <inttypes.h>
#include <math.h>

static bool known(struct figure figure)
{
    return isfinite(figure.value);
}

static double low(struct figure figure)
{
    return figure.value - words_margin(figure.error);
}

static double high(struct figure figure)
{
    return figure.value + words_margin(figure.error);
}

struct name {
    char text[1024];
};

/* Who raises in a smaller share of worlds is hardly a company with money: guess. */
static const double rarely = 0.1;

static struct name name_of(const struct summary *summary, int strategy)
{
    struct name name;
    lettering_plain(name.text, sizeof name.text, summary->strategy[strategy].name);
    return name;
}

static struct words about(struct figure share)
{
    return words_percent_about(share.value, share.error);
}

static void say_winner(const struct summary *summary, struct comparison verdict, FILE *out)
{
    struct name winner = name_of(summary, verdict.a), loser = name_of(summary, verdict.b);
    if (verdict.wins.value >= 1) {
        fprintf(out, "%s beats %s for the founders in every one of the %s worlds.", winner.text,
                loser.text, words_count(summary->paths).text);
        return;
    }
    fprintf(out, "%s beats %s for the founders in %s of the same worlds", winner.text, loser.text,
            about(verdict.wins).text);
    if (verdict.losses.value <= 0)
        fprintf(out, " and never loses");
    else
        fprintf(out, " and loses in %s", about(verdict.losses).text);
    if (verdict.ties.value >= 0.005)
        fprintf(out, "; in the other %s both end within $1,000 of each other",
                words_percent(verdict.ties.value).text);
    fprintf(out, ".");
}

static void say_no_difference(const struct summary *summary, struct comparison verdict, FILE *out)
{
    struct name a = name_of(summary, verdict.a), b = name_of(summary, verdict.b);
    if (verdict.ties.value >= 1) {
        fprintf(out, "%s and %s leave the founders with the same in every world.", a.text, b.text);
        return;
    }
    fprintf(out,
            "There is no clear difference for the founders between %s and %s: the first is ahead "
            "in %s of the same worlds, the second in %s",
            a.text, b.text, about(verdict.wins).text, about(verdict.losses).text);
    if (verdict.ties.value >= 0.005)
        fprintf(out, ", neither in %s", words_percent(verdict.ties.value).text);
    fprintf(out, ".");
}

/* The median of the differences, world by world: not the difference of the medians. */
static void say_middle_world(struct comparison verdict, FILE *out)
{
    struct figure difference = verdict.median_difference;
    if (!known(difference) || verdict.ties.value >= 1)
        return;
    if (fabs(difference.value) < MEASURE_NOTHING) {
        fprintf(out, " In the middle world both end level.");
        return;
    }
    bool excludes_zero = low(difference) > 0 || high(difference) < 0;
    if (difference.error > 0 && !excludes_zero) {
        fprintf(out, " The middle world shows no clear difference (95%% interval %s to %s).",
                words_money_difference(low(difference)).text,
                words_money_difference(high(difference)).text);
        return;
    }
    fprintf(out, " In the middle world it leaves them %s %s off",
            words_money(fabs(difference.value)).text, difference.value > 0 ? "better" : "worse");
    if (difference.error > 0)
        fprintf(out, " (95%% interval %s to %s)", words_money(fabs(low(difference))).text,
                words_money(fabs(high(difference))).text);
    fprintf(out, ".");
}

/* A mean that contradicts the count of worlds is worth a sentence, with what drives it. */
static void say_mean(const struct summary *summary, struct comparison verdict, FILE *out)
{
    struct figure mean = verdict.mean_difference;
    if (!known(mean) || !(mean.error > 0) || !verdict.clear || !(high(mean) < 0))
        return;
    const struct strategy_summary *rival = &summary->strategy[verdict.b];
    fprintf(out, " On average, though, %s brings %s more", name_of(summary, verdict.b).text,
            words_money_about(-mean.value, mean.error).text);
    if (rival->share_of_best_percent > 0.1)
        fprintf(out, ": its best 1%% of worlds provide %s of its mean",
                words_percent(rival->share_of_best_percent).text);
    fprintf(out, ".");
}

/* '56 in 100 take nothing', '1 in 20 takes nothing' */
static struct words takes(double share, const char *what)
{
    struct words words;
    snprintf(words.text, sizeof words.text, "%.32s %s %.16s", words_chance(share).text,
             words_one(share) ? "takes" : "take", what);
    return words;
}

static void say_take_home(const struct summary *summary, int i, FILE *out)
{
    const struct strategy_summary *strategy = &summary->strategy[i];
    const struct figure *median = reading_median(strategy);
    fprintf(out, "%s: ", name_of(summary, i).text);
    if (strategy->chance_nothing.value >= 1) {
        fprintf(out, "the founders take home nothing in any world");
        return;
    }
    if (median->value < MEASURE_NOTHING)
        fprintf(out, "the median team of founders takes home nothing");
    else
        fprintf(out, "the median team of founders takes home %s",
                words_money_about(median->value, median->error).text);
    if (strategy->chance_nothing.value <= 0)
        fprintf(out, ", nobody ends with nothing");
    else
        fprintf(out, ", %s", takes(strategy->chance_nothing.value, "nothing").text);
    if (strategy->chance_10m.value > 0)
        fprintf(out, ", %s", takes(strategy->chance_10m.value, "$10M or more").text);
    else
        fprintf(out, ", nobody takes $10M");
}

/* Where the mean of the other is clearly higher, whatever the count of worlds says. */
static struct words yet_on_average(struct comparison against)
{
    struct words words = {""};
    const struct figure mean = against.mean_difference;
    if (known(mean) && mean.error > 0 && against.wins.value > against.losses.value && high(mean) < 0)
        snprintf(words.text, sizeof words.text, ", yet brings %.32s less on average", words_money(-mean.value).text);
    else if (known(mean) && mean.error > 0 && against.wins.value < against.losses.value && low(mean) > 0)
        snprintf(words.text, sizeof words.text, ", yet brings %.32s more on average", words_money(mean.value).text);
    return words;
}

static void say_others(const struct summary *summary, struct reading reading, FILE *out)
{
    struct name subject = name_of(summary, reading.subject);
    for (int i = 0; i < summary->strategies; i++) {
        if (i == reading.subject || i == reading.rival)
            continue;
        struct comparison against = reading_compare(summary, reading.subject, i);
        if (against.ties.value >= 1)
            fprintf(out, "%s and %s leave the founders with the same in every world.\n",
                    subject.text, name_of(summary, i).text);
        else if (!against.clear)
            fprintf(out,
                    "Against %s there is no clear difference: %s is ahead in %s, behind in %s.\n",
                    name_of(summary, i).text, subject.text, about(against.wins).text,
                    about(against.losses).text);
        else
            fprintf(out, "Against %s, %s is ahead in %s and behind in %s%s.\n",
                    name_of(summary, i).text, subject.text, about(against.wins).text,
                    about(against.losses).text, yet_on_average(against).text);
    }
}

static void say_investors(const struct summary *summary, FILE *out)
{
    int raising = 0;
    for (int i = 0; i < summary->strategies; i++) {
        const struct strategy_summary *one = &summary->strategy[i];
        if (!reading_raises(one) || !known(one->multiple))
            continue;
        fputs(raising++ == 0 ? "Investors, over all their companies together: " : "; ", out);
        fprintf(out, "%s returns %s of their money", name_of(summary, i).text,
                words_multiple_about(one->multiple.value, one->multiple.error).text);
        double lose = one->loss_ratio.value;
        if (lose >= 1)
            fprintf(out, ", every investment loses some");
        else if (lose <= 0)
            fprintf(out, ", no investment loses any");
        else if (known(one->loss_ratio))
            fprintf(out, ", %s investments %s some", words_chance(lose).text,
                    words_one(lose) ? "loses" : "lose");
    }
    fprintf(out, raising > 0 ? ".\n" : "Nobody raises outside money in any world.\n");
    for (int i = 0; i < summary->strategies && raising > 0; i++) {
        const double raised = summary->strategy[i].raised.value;
        if (summary->scenario->strategy[i].rounds > 0 && raised < rarely)
            fprintf(out, raised > 0 ? "%s raises outside money in only %s worlds: what is said of it is mostly of a company without.\n"
                                    : "%s raises outside money in no world.\n",
                    name_of(summary, i).text, words_chance(raised).text);
    }
}

/* What the strategies are worth to one founder, who has a job to go to. */
static void say_certain(const struct summary *summary, FILE *out)
{
    int best = reading_best_for_founder(summary);
    const struct strategy_summary *one = &summary->strategy[best];
    if (!known(one->certain))
        return;
    bool loses = one->certain.value < 0;
    fprintf(out, "To one founder with %s, risk aversion %g and a job at %s a year to go to, ",
            words_money(reading_founder(summary, PARAMETER_COLUMN(founder.wealth))).text,
            reading_founder(summary, PARAMETER_COLUMN(founder.risk_aversion)),
            words_money(12 * reading_founder(summary, PARAMETER_COLUMN(founder.salary))).text);
    fprintf(out, "%s is %sas good as %s %s for sure", name_of(summary, best).text,
            summary->strategies == 1 ? "" : loses ? "the least bad, " : "the best, ",
            loses ? "losing" : "winning",
            words_money_about(fabs(one->certain.value), one->certain.error).text);
    if (one->worse.value <= 0)
        fprintf(out, " and never worse than the job.\n");
    else if (one->worse.value >= 1)
        fprintf(out, " and always worse than the job.\n");
    else
        fprintf(out, "; it ends worse than the job %s.\n", words_times(one->worse.value).text);
}

/* 'A', 'A and B', 'A, B and C' */
static void say_names(const struct summary *summary, const int *strategy, int count, FILE *out)
{
    for (int i = 0; i < count; i++)
        fprintf(out, "%s%s", i == 0 ? "" : i + 1 < count ? "; " : " or ",
                name_of(summary, strategy[i]).text);
}

/* Whoever looks at the chance of nothing and at the median needs some strategies no more. */
static void say_dominated(const struct summary *summary, FILE *out)
{
    for (int by = 0; by < summary->strategies; by++) {
        int worse[STRATEGIES_MAX], count = 0;
        for (int i = 0; i < summary->strategies; i++)
            if (summary->strategy[i].dominated_by == by)
                worse[count++] = i;
        if (count == 0)
            continue;
        fprintf(out, "Founders who go by the median and by the chance of nothing have no use for ");
        say_names(summary, worse, count, out);
        fprintf(out, ": %s is no worse in either and clearly better in one.\n",
                name_of(summary, by).text);
    }
}

/* Where founders and investors want different things. */
static void say_torn(const struct summary *summary, FILE *out)
{
    int investors = reading_best_for_investors(summary), founder = reading_best_for_founder(summary);
    if (investors < 0 || summary->strategies < 2)
        return;
    if (founder == investors)
        fprintf(out, "Investors, too, do best with %s", name_of(summary, investors).text);
    else
        fprintf(out, "Investors do best with %s, that founder with %s",
                name_of(summary, investors).text, name_of(summary, founder).text);
    if (summary->torn.value <= 0)
        fprintf(out, "; in every world some strategy is best for both sides.\n");
    else
        fprintf(out, "; in %s of the worlds no strategy is best for both sides.\n",
                about(summary->torn).text);
}

void sentences_verdict(const struct summary *summary, FILE *out)
{
    struct reading reading = reading_of(summary);
    /* One world says who was ahead in it, which the lines below say as well. */
    if (reading.rival >= 0 && summary->paths > 1) {
        struct comparison verdict = reading_compare(summary, reading.subject, reading.rival);
        /* The subject wins most worlds overall, yet may lose to this one. */
        if (verdict.clear && verdict.wins.value < verdict.losses.value)
            verdict = reading_compare(summary, reading.rival, reading.subject);
        if (verdict.clear)
            say_winner(summary, verdict, out);
        else
            say_no_difference(summary, verdict, out);
        if (verdict.clear)
            say_middle_world(verdict, out);
        say_mean(summary, verdict, out);
        fputc('\n', out);
        say_others(summary, reading, out);
    }
    for (int i = 0; i < summary->strategies; i++) {
        say_take_home(summary, i, out);
        fprintf(out, ".\n");
    }
    say_investors(summary, out);
    if (summary->paths > 1) {
        say_certain(summary, out);
        say_dominated(summary, out);
        say_torn(summary, out);
    }
    assumptions_say(summary, out);
    if (summary->paths < SENTENCES_FEW_WORLDS)
        fprintf(out, "Only %s world%s played: an anecdote, not a verdict.\n",
                words_count(summary->paths).text, summary->paths == 1 ? " was" : "s were");
    else
        fprintf(out,
                "± is the 95%% interval of the simulation (%s worlds%s); it says nothing about the "
                "assumptions.\n",
                words_count(summary->paths).text,
                summary->strategies > 1 ? ", the same for every strategy" : "");
}
