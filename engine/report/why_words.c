#include "report/why_words.h"

#include "report/gain.h"
#include "report/lettering.h"

#include <math.h>
#include <string.h>

enum { NAME_SIZE = 400 };

void why_words_name(const struct why *why, int which, char *name, size_t size)
{
    lettering_plain(name, size, why->scenario->strategy[why->strategy[which]].name);
}

struct words why_words_gain(const struct why *why, double gain) { return gain_words(&why->measure, gain); }

static struct words unsigned_words(const struct why *why, double size)
{
    struct words words = why_words_gain(why, size);
    if (words.text[0] == '+')
        memmove(words.text, words.text + 1, strlen(words.text));
    return words;
}

struct words why_words_interval(const struct why *why, struct figure gain)
{
    return gain_interval_of(&why->measure, gain, why->width);
}

void why_words_order(const struct why_account *account, int *order)
{
    for (int i = 0; i < account->count; i++) {
        int place = i;
        const double size = fabs(account->part[i].gain.value);
        for (; place > 0 && fabs(account->part[order[place - 1]].gain.value) < size; place--)
            order[place] = order[place - 1];
        order[place] = i;
    }
}

/* The largest clear parts, after a colon. */
static void name_parts(const struct why *why, const struct why_account *account, int named, char *text, size_t size)
{
    int order[HYBRID_PARTS + WHY_MECHANISMS_MAX], said = 0;
    size_t length = 0;
    *text = '\0';
    why_words_order(account, order);
    for (int i = 0; i < account->count && said < named; i++) {
        const struct why_part *part = &account->part[order[i]];
        if (!part->clear)
            continue;
        length += (size_t)snprintf(text + length, size - length, "%s%s %s", said ? ", " : ": ", part->name,
                                   why_words_gain(why, part->gain.value).text);
        said++;
    }
}

struct why_sentence why_words_verdict(const struct why *why, int named)
{
    struct why_sentence said;
    const struct why_account *account = &why->parts;
    const double gap = account->difference.value;
    char a[NAME_SIZE], b[NAME_SIZE], most[300];
    why_words_name(why, 0, a, sizeof a);
    why_words_name(why, 1, b, sizeof b);
    name_parts(why, account, named, most, sizeof most);
    if (account->count == 0)
        snprintf(said.text, sizeof said.text, "%s and %s do not differ: there is nothing to attribute", a, b);
    else if (!account->clear)
        snprintf(said.text, sizeof said.text, "There is no clear difference in the mean of %.80s between %s and %s%s",
                 why->measure.name, a, b, most);
    else
        snprintf(said.text, sizeof said.text, "In the mean of %.80s %s is %s %s %s%s", why->measure.name, a,
                 unsigned_words(why, fabs(gap)).text, gap > 0.0 ? "above" : "below", b,
                 *most || named == 0 ? most : "; no single part is clear");
    return said;
}

struct why_sentence why_words_worlds(const struct why *why)
{
    struct why_sentence said;
    const struct words a = words_percent_about(why->more[0].value, why->more[0].error);
    const struct words b = words_percent_about(why->more[1].value, why->more[1].error);
    char name[2][NAME_SIZE];
    why_words_name(why, 0, name[0], sizeof name[0]);
    why_words_name(why, 1, name[1], sizeof name[1]);
    snprintf(said.text, sizeof said.text,
             "What is attributed is the mean of %.80s over all worlds. Counted by worlds, as 'run' counts take_home, "
             "%s has more in %s of the same worlds and %s in %s; a mean and a count may well disagree.",
             why->measure.name, name[0], a.text, name[1], b.text);
    return said;
}

struct why_sentence why_words_mechanisms(const struct why *why, int named)
{
    struct why_sentence said;
    const struct why_account *account = &why->mechanisms;
    char most[300];
    name_parts(why, account, named, most, sizeof most);
    snprintf(said.text, sizeof said.text, "Without any of %d mechanisms the difference is %s, with them %s%s",
             account->count, why_words_gain(why, account->rest.value).text,
             why_words_gain(why, account->difference.value).text, *most || named == 0 ? most : "; no single one is clear");
    return said;
}

struct why_sentence why_words_list(const struct why_account *account, bool clear)
{
    struct why_sentence said = {""};
    size_t length = 0;
    for (int i = 0; i < account->count && length < 1000; i++)
        if (account->part[i].clear == clear)
            length += (size_t)snprintf(said.text + length, sizeof said.text - length, "%s%s", length ? ", " : "",
                                       account->part[i].name);
    return said;
}

struct why_sentence why_words_cut(const struct why *why)
{
    struct why_sentence said = {""};
    const struct strategy *a = &why->scenario->strategy[why->strategy[0]], *b = &why->scenario->strategy[why->strategy[1]];
    if (why->whole)
        snprintf(said.text, sizeof said.text,
                 "%d stages against %d: a list of stages comes whole, with its people%s. ", a->stages, b->stages,
                 why->whole & 1u << HYBRID_CADENCE ? " and its releases" : "");
    return said;
}
