#include "report/flip_words.h"

#include "analysis/use.h"
#include "model/field.h"
#include "report/amount.h"
#include "report/lettering.h"
#include "scenario/key_name.h"

#include <math.h>
#include <string.h>

enum { KEY_SIZE = 112, NAME_SIZE = 400 };

void flip_words_name(const struct flip *flip, int which, char *name, size_t size)
{
    lettering_plain(name, size, flip->scenario->strategy[flip->strategy[which]].name);
}

const struct field *flip_words_field(const struct flip *flip, int assumption)
{
    enum section section;
    int repeat, spread;
    return fields_of_column(flip->assumption[assumption].column, &section, &repeat, &spread);
}

const char *flip_words_none(const struct flip *flip)
{
    for (int a = 0; a < flip->count; a++)
        if (flip->assumption[a].crossing.end == CROSSING_UNCLEAR)
            return "No single assumption clearly turns the verdict";
    return "No legal value of a single assumption turns the verdict";
}

int flip_words_alone(const struct flip *flip, int assumption)
{
    const struct flip_assumption *one = &flip->assumption[assumption];
    return one->alone ? flip->strategy[one->strategies == 1u ? 0 : 1] + 1 : 0;
}

void flip_words_key(const struct flip *flip, int assumption, char *text, size_t size)
{
    char key[KEY_SIZE];
    const int alone = flip_words_alone(flip, assumption);
    snprintf(key, sizeof key, "%s", key_name(flip->assumption[assumption].column).text);
    if (alone)
        snprintf(text, size, "%d: %s", alone, key);
    else
        snprintf(text, size, "%s", key);
}

static const char *measure_name(const struct flip *flip) { return flip->contest.measure.name; }

struct flip_sentence flip_words_verdict(const struct flip *flip)
{
    struct flip_sentence said;
    char leader[NAME_SIZE], other[NAME_SIZE];
    flip_words_name(flip, flip->leader, leader, sizeof leader);
    flip_words_name(flip, 1 - flip->leader, other, sizeof other);
    const double worlds = (double)flip->base.worlds;
    const double ahead = ((double)flip->base.differ + fabs(flip->base.sum)) / 2.0 / worlds;
    const double behind = ((double)flip->base.differ - fabs(flip->base.sum)) / 2.0 / worlds;
    const struct figure gap = contest_figure(&flip->base);
    if (flip->base.differ == 0) {
        snprintf(said.text, sizeof said.text, "%s and %s end level in every world.", leader, other);
    } else if (flip->contest.by == CONTEST_WINS) {
        snprintf(said.text, sizeof said.text,
                 flip->clear ? "%s beats %s in %s of the same worlds and loses in %s."
                             : "There is no clear winner between %s and %s: the first is ahead in %s of the same "
                               "worlds, the second in %s.",
                 leader, other, words_percent(ahead).text, words_percent(behind).text);
    } else {
        const char *what = flip->contest.by == CONTEST_MEAN ? "mean" : "median";
        const bool dollars = measure_is_money(&flip->contest.measure);
        struct words much = dollars ? words_money_about(fabs(gap.value), gap.error) : words_number(fabs(gap.value));
        if (flip->clear)
            snprintf(said.text, sizeof said.text, "%s has a higher %s of %s than %s, by %s.", leader, what,
                     measure_name(flip), other, much.text);
        else
            snprintf(said.text, sizeof said.text, "There is no clear difference in the %s of %s between %s and %s: %s.",
                     what, measure_name(flip), leader, other, much.text);
    }
    return said;
}

struct words flip_words_value(const struct flip *flip, int assumption)
{
    const struct crossing *crossing = &flip->assumption[assumption].crossing;
    return amount_words_within(crossing->x, crossing->high - crossing->low,
                               flip_words_field(flip, assumption)->unit);
}

struct words flip_words_interval(const struct flip *flip, int assumption)
{
    const struct crossing *crossing = &flip->assumption[assumption].crossing;
    const enum unit unit = flip_words_field(flip, assumption)->unit;
    const double width = crossing->high - crossing->low;
    struct words words, low = amount_words_within(crossing->low, width, unit),
                        high = amount_words_within(crossing->high, width, unit);
    if (isinf(crossing->low) && isinf(crossing->high))
        snprintf(words.text, sizeof words.text, "any value");
    else if (isinf(crossing->low))
        snprintf(words.text, sizeof words.text, "up to %.50s", high.text);
    else if (isinf(crossing->high))
        snprintf(words.text, sizeof words.text, "from %.50s", low.text);
    else
        words = amount_interval(crossing->low, crossing->high, width, unit);
    return words;
}

static void say_who(const struct flip *flip, char *text, size_t size)
{
    char name[NAME_SIZE];
    flip_words_name(flip, 1 - flip->leader, name, sizeof name);
    if (flip->contest.by == CONTEST_WINS)
        snprintf(text, size, "%s would win", name);
    else
        snprintf(text, size, "%s would have the higher %s of %s", name,
                 flip->contest.by == CONTEST_MEAN ? "mean" : "median", measure_name(flip));
}

/* In a sentence a strategy has its name. */
static void say_key(const struct flip *flip, int assumption, char *text, size_t size)
{
    char key[KEY_SIZE], name[NAME_SIZE];
    const struct flip_assumption *one = &flip->assumption[assumption];
    snprintf(key, sizeof key, "%s", key_name(one->column).text);
    flip_words_name(flip, one->strategies == 1u ? 0 : 1, name, sizeof name);
    if (one->alone)
        snprintf(text, size, "%.111s of %.100s", key, name);
    else
        snprintf(text, size, "%s", key);
}

struct flip_sentence flip_words_turn(const struct flip *flip, int assumption)
{
    struct flip_sentence said;
    char who[NAME_SIZE + 100], key[2 * KEY_SIZE + 32];
    const struct flip_assumption *one = &flip->assumption[assumption];
    say_who(flip, who, sizeof who);
    say_key(flip, assumption, key, sizeof key);
    snprintf(said.text, sizeof said.text, "%s if %s %s %s (%s).", who, key,
             one->crossing.above ? "exceeded" : "fell below", flip_words_value(flip, assumption).text,
             flip_words_interval(flip, assumption).text);
    return said;
}

struct flip_sentence flip_words_turn_together(const struct flip *flip, int pair)
{
    struct flip_sentence said;
    const struct flip_pair *both = &flip->pair[pair];
    char who[NAME_SIZE + 100], key[2][2 * KEY_SIZE + 32];
    struct words value[2];
    say_who(flip, who, sizeof who);
    for (int w = 0; w < 2; w++) {
        say_key(flip, both->assumption[w], key[w], sizeof key[w]);
        value[w] = amount_words(both->value[w], flip_words_field(flip, both->assumption[w])->unit);
    }
    snprintf(said.text, sizeof said.text, "%s if %.220s were %s and %.220s %s.", who, key[0], value[0].text, key[1],
             value[1].text);
    return said;
}

/* How far a constant's turning point is from it, in factors. */
static double distance(const struct flip_assumption *assumption)
{
    const double base = isnan(assumption->base[0]) ? assumption->base[1] : assumption->base[0];
    if (!(base > 0.0) || !(assumption->crossing.x > 0.0))
        return INFINITY;
    return fabs(log(assumption->crossing.x / base));
}

static bool comes_before(const struct flip_assumption *a, const struct flip_assumption *b)
{
    if (a->uncertain != b->uncertain)
        return a->uncertain;
    return a->uncertain ? a->chance > b->chance : distance(a) < distance(b);
}

int flip_words_order(const struct flip *flip, int *order)
{
    int count = 0;
    for (int a = 0; a < flip->count; a++) {
        if (flip->assumption[a].crossing.end != CROSSING_FOUND)
            continue;
        int place = count++;
        for (; place > 0 && comes_before(&flip->assumption[a], &flip->assumption[order[place - 1]]); place--)
            order[place] = order[place - 1];
        order[place] = a;
    }
    return count;
}
