#include "report/happening.h"

#include "report/glossary.h"
#include "report/words.h"

#include <ctype.h>
#include <math.h>

static int whole(double people) { return (int)(people + 0.5); }

static struct words stream(double number) { return words_within(glossary_stream_word[(int)number]); }

/* A count that begins a sentence: Ten, 100. */
static struct words first_count(double count)
{
    struct words words = count < 12.5 ? words_small_count(whole(count)) : words_round_count(count);
    words.text[0] = (char)toupper((unsigned char)words.text[0]);
    return words;
}

/* --- The world ------------------------------------------------------------------------------ */

static void tell_giant(const double *number, FILE *out)
{
    fprintf(out, "%s giant enters the market; the best rival product now scores %.2f.",
            number[0] < 1.5 ? "A" : "Another", number[1]);
    if (number[2] >= 0.02 && number[3] < 0.9 * number[2]) /* else it changes little */
        fprintf(out, " Of buyers who compare, %s prefer the company; before it %s did.",
                words_percent(number[3]).text, words_percent(number[2]).text);
    fputc('\n', out);
}

/* Headlines against fundamentals: both in one line when they disagree. */
static void tell_headlines(const double *number, FILE *out)
{
    bool good = number[0] > 1.0, business = number[2] >= 100e3;
    fprintf(out, "Headlines turn %s: investors' mood is at %.0f%% of normal", good ? "enthusiastic" : "hostile",
            100.0 * number[0]);
    if (business && !good && number[1] > 0.95)
        fprintf(out, ". Yet revenue is %s that of a year ago, %s", words_multiple(1.0 + number[1]).text,
                words_money(number[2]).text);
    else if (business && !good && number[1] > 0.1)
        fprintf(out, ". Yet revenue grew by %s in a year, to %s", words_percent(number[1]).text,
                words_money(number[2]).text);
    if (business && good && number[1] < -0.1)
        fprintf(out, ". Yet revenue fell by %s in a year, to %s", words_percent(-number[1]).text,
                words_money(number[2]).text);
    fputs(".\n", out);
}

static void tell_adoption(const double *number, FILE *out)
{
    fprintf(out, "%s organisations, %s of the market, have adopted the technology.",
            words_round_count(number[0]).text, words_percent(number[1]).text);
    if (number[1] < 0.3 && number[3] > 0.4)
        fprintf(out, " Services, %s of all the money so far (%s), kept the company alive until now.",
                words_percent(number[3]).text, words_money(number[2]).text);
    fputc('\n', out);
}

static bool tell_world(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_CLIMATE_SHUTS:
        fputs("The funding climate shuts.\n", out);
        return true;
    case HAPPENED_CLIMATE_OPENS:
        fputs("The funding climate opens again.\n", out);
        return true;
    case HAPPENED_GIANT:
        tell_giant(number, out);
        return true;
    case HAPPENED_HEADLINES:
        tell_headlines(number, out);
        return true;
    case HAPPENED_HALF_MATURE:
        fputs("The technology is half mature: a package can do what experts did.\n", out);
        return true;
    case HAPPENED_ADOPTION:
        tell_adoption(number, out);
        return true;
    default:
        return false;
    }
}

/* --- Users ---------------------------------------------------------------------------------- */

/* 'only 0.6 others', '1.4 others' */
static void tell_reproduction(double brings, FILE *out)
{
    if (brings < 0.05)
        fputs("users bring hardly any others before leaving", out);
    else
        fprintf(out, "each user brings %s%s others before leaving", brings < 1.0 ? "only " : "",
                words_number(brings).text);
}

static void tell_end_of_cycle(const double *number, FILE *out)
{
    /* With nobody reached yet each user would bring that much more. */
    bool full = number[0] >= 1.0 - number[2];
    fprintf(out, "The virtuous cycle %s: ", full ? "slows" : "ends");
    tell_reproduction(number[0], out);
    if (full)
        fprintf(out, ". %s of all who could use the product do already.\n", words_percent(number[2]).text);
    else if (number[3] > number[4])
        fprintf(out, ". Newcomers prefer the leading rival community, with %s users against %s.\n",
                words_round_count(number[3]).text, words_round_count(number[4]).text);
    else
        fprintf(out, ". The product meets %s of the need.\n", words_percent(number[1]).text);
}

static void tell_shrink(const double *number, FILE *out)
{
    struct words stay = words_percent(number[4]);
    fprintf(out, "Half of the users are gone: %s are left of %s.", words_round_count(number[0]).text,
            words_round_count(number[1]).text);
    if (number[4] <= 0.0)
        fputs(" Nothing is given away, so nobody who visits stays.\n", out);
    else if (number[2] * number[3] < 0.5)
        fprintf(out, " People visit once and leave (%s stay): the product does %s of what is needed, and %s"
                     " of that is still wanted.\n",
                stay.text, words_percent(number[2]).text, words_percent(number[3]).text);
    else if (number[5] > number[0])
        fprintf(out, " Newcomers prefer the leading rival community, with %s users; %s of visitors stay.\n",
                words_round_count(number[5]).text, stay.text);
    else
        fprintf(out, " They leave faster than visitors, of whom %s stay, replace them.\n", stay.text);
}

static void tell_payers(const double *number, FILE *out)
{
    fprintf(out, "%s business users pay for support: one in %s, of %s users in all.",
            first_count(number[0]).text, words_round_count(number[1] / number[0]).text,
            words_round_count(number[2]).text);
    if (number[3] > 1.05)
        fprintf(out, " Without analytics there would be about %s.", words_round_count(number[0] / number[3]).text);
    fputc('\n', out);
}

static void tell_rivalry(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    fprintf(out, "%s: %s users against %s. The product meets %s of the need, the rival's %s.\n",
            event->what == HAPPENED_LEADS ? "It overtakes the leading rival community"
                                          : "The leading rival community overtakes it",
            words_round_count(number[0]).text, words_round_count(number[1]).text,
            words_percent(number[2]).text, words_percent(number[3]).text);
}

static bool tell_users(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_USERS:
        fprintf(out, "%s people use the product. This month %s visited and %s of them stayed",
                words_round_count(number[0]).text, words_round_count(number[1]).text,
                words_percent(number[2]).text);
        if (number[3] > 0.0) {
            fputs("; ", out);
            tell_reproduction(number[3], out);
        }
        fputs(".\n", out);
        return true;
    case HAPPENED_CYCLE_BEGINS:
        fprintf(out, "A virtuous cycle begins: the product meets %s of the need, %s of visitors stay, and ",
                words_percent(number[2]).text, words_percent(number[1]).text);
        tell_reproduction(number[0], out);
        fputs(".\n", out);
        return true;
    case HAPPENED_CYCLE_ENDS:
        tell_end_of_cycle(number, out);
        return true;
    case HAPPENED_LEADS:
    case HAPPENED_TRAILS:
        tell_rivalry(event, out);
        return true;
    case HAPPENED_SHRINK:
        tell_shrink(number, out);
        return true;
    case HAPPENED_CONTRIBUTIONS:
        fprintf(out, "%s of the users contribute as much useful code as %s engineers would; it employs %s of its own.\n",
                words_round_count(number[2]).text, words_number(number[0]).text, words_number(number[1]).text);
        return true;
    case HAPPENED_CONTENT:
        fprintf(out, "Users have created %s contributions that are still in use; these draw further users.\n",
                words_round_count(number[0]).text);
        return true;
    case HAPPENED_PAYERS:
        tell_payers(number, out);
        return true;
    default:
        return false;
    }
}

/* --- Deals ---------------------------------------------------------------------------------- */

static void tell_loss(const double *number, FILE *out)
{
    fputs("First deal lost: ", out);
    switch ((enum loss_reason)number[0]) {
    case LOSS_INCOMPLETE:
        fprintf(out, "the product does only %s of what is needed.\n", words_percent(number[1]).text);
        break;
    case LOSS_OUT_OF_DATE:
        fprintf(out, "only %s of what the product does is still wanted; releases come every %s.\n",
                words_percent(number[2]).text, number[5] < 1.5 ? "month" : words_duration(number[5]).text);
        break;
    case LOSS_TECHNOLOGY:
        fprintf(out, "the best rival has the better technology, %.2f against %.2f.\n", number[4], number[3]);
        break;
    case LOSS_TRUST:
        fprintf(out, "the buyer trusts the best rival more, %.2f against %.2f.\n", number[4], number[3]);
        break;
    default:
        fputs("the customer buys from nobody.\n", out);
        break;
    }
}

static const char *loss_in_short(double reason)
{
    static const char *const words[] = {
        [LOSS_INCOMPLETE] = "the product is not complete enough",
        [LOSS_OUT_OF_DATE] = "the product is no longer what customers want",
        [LOSS_TECHNOLOGY] = "the best rival has the better technology",
        [LOSS_TRUST] = "buyers trust the best rival more",
        [LOSS_NO_NEED] = "most buy from nobody",
    };
    return words[(int)reason];
}

static void tell_first_win(const double *number, FILE *out)
{
    if (number[0] > 0.0)
        fprintf(out, "First licence sold: %s", words_money(number[0]).text);
    else
        fprintf(out, "First enterprise subscriber: %s a year%s", words_money(number[1]).text,
                number[5] >= 1000.0 && number[3] <= 0.0 ? ", after a proof of concept of its own" : "");
    if (number[2] > 1.5)
        fprintf(out, ". It is the first yes of %s decisions in %s", words_small_count(whole(number[2])).text,
                words_duration(number[4]).text);
    fputs(".\n", out);
}

static bool tell_deals(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_FIRST_ENGAGEMENT:
        fprintf(out, "First services engagement: %s.\n", words_money(number[0]).text);
        return true;
    case HAPPENED_FIRST_EVALUATION:
        if (number[0] > 0.0)
            fprintf(out, "First paid pilot: an enterprise pays %s to try the product for %s.\n",
                    words_money(number[0]).text, words_duration(rint(number[1])).text);
        else
            fprintf(out, "An enterprise tries the product, for nothing; such a proof of concept takes %s.\n",
                    words_duration(rint(number[1])).text);
        return true;
    case HAPPENED_FIRST_LOSS:
        tell_loss(number, out);
        return true;
    case HAPPENED_FIRST_WIN:
        tell_first_win(number, out);
        return true;
    case HAPPENED_TENTH_DECISION:
        fprintf(out, "Of the first %s enterprises that decided, none bought: %s.\n",
                words_small_count(whole(number[0])).text, loss_in_short(number[1]));
        return true;
    case HAPPENED_TENTH_WIN:
        fprintf(out, "Tenth deal won, of %s that were decided.\n", words_round_count(number[0]).text);
        return true;
    case HAPPENED_CUSTOMERS:
        fprintf(out, "%s enterprise customers; they pay %s a year.\n", words_round_count(number[0]).text,
                words_money(number[1]).text);
        return true;
    default:
        return false;
    }
}

/* --- Milestones ----------------------------------------------------------------------------- */

/* Such boards are public; which share stands where on them is a guess. */
static const char *on_the_board(double influence)
{
    if (influence < 0.03)
        return "its name stands on the contribution board";
    return influence < 0.1 ? "it is on the first page of the contribution board"
                           : "it is at the head of the contribution board";
}

static void tell_guidance(const double *number, FILE *out)
{
    fputs("The product does half of what is needed. ", out);
    if (fmax(number[1], number[2]) < 0.15)
        fputs("Its makers follow their own vision.\n", out);
    else if (number[1] > number[2])
        fputs("What is learnt in customers' projects guides its makers.\n", out);
    else
        fputs("What users report guides its makers.\n", out);
}

static void tell_revenue(const double *number, FILE *out)
{
    fprintf(out, "Revenue passes %s a year: ", words_money(number[0]).text);
    if (number[2] >= 0.95)
        fprintf(out, "nearly all from %s.\n", stream(number[1]).text);
    else
        fprintf(out, "%s from %s, %s from %s.\n", words_percent(number[2]).text, stream(number[1]).text,
                words_percent(number[4]).text, stream(number[3]).text);
}

static void tell_cuts(const double *number, FILE *out)
{
    fprintf(out, "Lay-offs: %d people are left of %d half a year ago", whole(number[0]), whole(number[1]));
    if (number[2] < -0.1)
        fprintf(out, "; revenue fell by %s in a year", words_percent(-number[2]).text);
    else if (number[3] < 18.0)
        fprintf(out, "; the cash lasts %s at this rate", number[3] < 1.0 ? "less than a month"
                                                             : words_duration(rint(number[3])).text);
    fputs(".\n", out);
}

static bool tell_milestones(const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_EXPERTISE:
        fprintf(out, "Expertise reaches %s: it has seen %s person-months of customers' projects.\n",
                words_percent(number[0]).text, words_round_count(number[1]).text);
        return true;
    case HAPPENED_INFLUENCE:
        fprintf(out, "%.0f%% of all upstream work is now its own, by %s engineers: %s.\n", 100.0 * number[0],
                words_number(number[1]).text, on_the_board(number[0]));
        return true;
    case HAPPENED_HALF_COMPLETE:
        tell_guidance(number, out);
        return true;
    case HAPPENED_BREAKTHROUGH:
        fputs("Breakthroughs give it a clear lead in technology.\n", out);
        return true;
    case HAPPENED_TRAINING:
        fprintf(out, "Training sells: %s a year.\n", words_money(number[0]).text);
        return true;
    case HAPPENED_VALUE_ADDED:
        fprintf(out, "Subscribers buy value-added parts: %s a year.\n", words_money(number[0]).text);
        return true;
    case HAPPENED_SERVICES_HALF:
        fprintf(out, "Services fall below half of the revenue: %s of %s a year; %s %s %s.\n",
                words_percent(number[0]).text, words_money(number[1]).text, stream(number[2]).text,
                number[2] == STREAM_LICENCES || number[2] == STREAM_VALUE_ADDED ? "bring" : "brings",
                words_percent(number[3]).text);
        return true;
    case HAPPENED_DISMANTLED:
        fprintf(out, "Services are dismantled: %s a year at the takeover, %s now; products bring %s. Expertise falls"
                     " from %s to %s.\n",
                words_money(number[0]).text, words_money(number[1]).text, words_money(number[4]).text,
                words_percent(number[2]).text, words_percent(number[3]).text);
        return true;
    case HAPPENED_REVENUE:
        tell_revenue(number, out);
        return true;
    case HAPPENED_CUTS:
        tell_cuts(number, out);
        return true;
    default:
        return false;
    }
}

void happening_tell(const struct chronicle_event *event, FILE *out)
{
    if (!tell_world(event, out) && !tell_users(event, out) && !tell_deals(event, out))
        tell_milestones(event, out);
}
