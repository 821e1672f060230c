#include "report/flip_table.h"

#include "model/field.h"
#include "report/amount.h"
#include "report/cell.h"
#include "report/flip_words.h"
#include "report/lettering.h"
#include "report/table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_SIZE = 112, SENTENCES_MOST = 3, PAIRS_SHOWN = 5, LISTED_MOST = 50, NOTE_SIZE = 800 };

static struct words base_words(const struct flip *flip, int a)
{
    const struct flip_assumption *one = &flip->assumption[a];
    const enum unit unit = flip_words_field(flip, a)->unit;
    struct words words, first = amount_words(one->base[0], unit), second = amount_words(one->base[1], unit);
    if (isnan(one->base[0]) || isnan(one->base[1]))
        return isnan(one->base[0]) ? second : first;
    if (strcmp(first.text, second.text) == 0)
        return first;
    snprintf(words.text, sizeof words.text, "%.28s / %.28s", first.text, second.text);
    return words;
}

/* At the right of so many columns, two of them empty whatever the text. */
static void gap_pad(FILE *out, const char *text, int columns)
{
    fputs("  ", out);
    cell_pad(out, text, columns - 2);
}

static void write_row(const struct flip *flip, int a, FILE *out)
{
    const struct flip_assumption *one = &flip->assumption[a];
    char key[KEY_SIZE], turns[80];
    flip_words_key(flip, a, key, sizeof key);
    snprintf(turns, sizeof turns, "%s %s", one->crossing.above ? "above" : "below", flip_words_value(flip, a).text);
    fprintf(out, "    %-29s", key);
    gap_pad(out, base_words(flip, a).text, 17);
    gap_pad(out, turns, 19);
    gap_pad(out, flip_words_interval(flip, a).text, 21);
    if (!isnan(one->chance))
        cell_pad(out, one->chance > 0.0 ? words_percent(one->chance).text : "none", 10);
    fputc('\n', out);
}

static void write_rows(const struct flip *flip, const int *order, int count, bool uncertain, enum owner owner,
                       const char *title, FILE *out)
{
    bool begun = false;
    for (int i = 0; i < count; i++) {
        if (flip->assumption[order[i]].uncertain != uncertain || flip_words_field(flip, order[i])->owner != owner)
            continue;
        if (!begun) {
            fprintf(out, "\n  %-31s", title);
            gap_pad(out, uncertain ? "in the middle" : "now", 17);
            gap_pad(out, "turns", 19);
            gap_pad(out, "95% interval", 21);
            if (uncertain)
                cell_pad(out, "beyond", 10);
            fputc('\n', out);
        }
        begun = true;
        write_row(flip, order[i], out);
    }
}

/* ' ($0 to $9.2M)': what was tried. */
static void write_range(const struct flip *flip, int a, FILE *out)
{
    const struct flip_assumption *one = &flip->assumption[a];
    fprintf(out, " (%s)", amount_interval(one->low, one->high, 0.0, flip_words_field(flip, a)->unit).text);
}

/* Those that end alike, in one paragraph. */
static void write_list(const struct flip *flip, enum crossing_end end, const char *title, FILE *out)
{
    char *text = NULL, key[KEY_SIZE];
    size_t size = 0;
    int count = 0, all = 0;
    for (int a = 0; a < flip->count; a++)
        all += flip->assumption[a].crossing.end == end;
    FILE *memory = open_memstream(&text, &size);
    if (!memory)
        return;
    for (int a = 0; a < flip->count; a++)
        if (flip->assumption[a].crossing.end == end && count < LISTED_MOST) {
            flip_words_key(flip, a, key, sizeof key);
            fprintf(memory, "%s%s", count++ ? ", " : title, key);
            if (end == CROSSING_NEVER)
                write_range(flip, a, memory);
        }
    if (all > count)
        fprintf(memory, ", and %d more (flip.json, --json)", all - count);
    if (fclose(memory) == 0 && count > 0) {
        fputs("\n", out);
        lettering_print(out, text, TABLE_COLUMNS - 2, 2);
        fputs("\n", out);
    }
    free(text);
}

static void write_pairs(const struct flip *flip, FILE *out)
{
    int order[FLIP_PAIRS_MAX], count = 0;
    for (int p = 0; p < flip->pairs; p++) {
        if (flip->pair[p].crossing.end != CROSSING_FOUND)
            continue;
        int place = count++;
        for (; place > 0 && flip->pair[order[place - 1]].crossing.x > flip->pair[p].crossing.x; place--)
            order[place] = order[place - 1];
        order[place] = p;
    }
    if (count == 0 && flip->pairs > 0 && flip->clear)
        fputs("\n  No two of those that move it most turn it together, up to three deviates from their medians.\n", out);
    if (count > 0)
        fputs("\n  Two together, of the five that move it most, each as far out as this share of its worlds\n", out);
    for (int i = 0; i < count && i < PAIRS_SHOWN; i++) {
        const struct flip_pair *pair = &flip->pair[order[i]];
        char key[2][KEY_SIZE];
        struct words value[2];
        for (int w = 0; w < 2; w++) {
            flip_words_key(flip, pair->assumption[w], key[w], KEY_SIZE);
            value[w] = amount_words(pair->value[w], flip_words_field(flip, pair->assumption[w])->unit);
        }
        fprintf(out, "    %-29s", key[0]);
        gap_pad(out, value[0].text, 17);
        fprintf(out, "  %-29s", key[1]);
        gap_pad(out, value[1].text, 12);
        gap_pad(out, words_percent(pair->tail).text, 6);
        fputc('\n', out);
    }
}

static void say(const char *text, FILE *out)
{
    lettering_print(out, text, TABLE_COLUMNS, 2);
    fputc('\n', out);
}

static void write_sentences(const struct flip *flip, const int *order, int count, FILE *out)
{
    say(flip_words_verdict(flip).text, out);
    if (!flip->clear) {
        say("There is no verdict that could turn; where the lead changes hands beyond chance is said all the same.", out);
    } else if (count == 0) {
        fprintf(out, "%s.\n", flip_words_none(flip));
    }
    for (int i = 0; i < count && i < SENTENCES_MOST; i++)
        say(flip_words_turn(flip, order[i]).text, out);
}

static void write_alone(const struct flip *flip, FILE *out)
{
    char note[NOTE_SIZE], name[2][400];
    bool any = false;
    for (int a = 0; a < flip->count; a++)
        any = any || flip_words_alone(flip, a);
    if (!any)
        return;
    for (int i = 0; i < 2; i++)
        flip_words_name(flip, i, name[i], sizeof name[i]);
    snprintf(note, sizeof note, "What belongs to a playbook, a funding plan or a board is moved in one strategy at a time: '%d:' in %.200s, '%d:' in %.200s.",
             flip->strategy[0] + 1, name[0], flip->strategy[1] + 1, name[1]);
    say(note, out);
}

void flip_table_write(const struct flip *flip, FILE *out)
{
    int *order = calloc((size_t)flip->count + 1, sizeof *order);
    if (!order)
        return;
    const int count = flip_words_order(flip, order);
    write_sentences(flip, order, count, out);
    write_rows(flip, order, count, true, UNCERTAINTY, "Uncertain, up to the world", out);
    write_rows(flip, order, count, true, LEVER, "Uncertain, up to the company", out);
    write_rows(flip, order, count, false, UNCERTAINTY, "Fixed, up to the world", out);
    write_rows(flip, order, count, false, LEVER, "Fixed, up to the company", out);
    write_pairs(flip, out);
    write_list(flip, CROSSING_NEVER, "No legal value turns it, of those in brackets: ", out);
    write_list(flip, CROSSING_UNCLEAR, "Not clear in so few worlds: ", out);
    write_list(flip, CROSSING_NOTHING, "Without effect: ", out);
    char note[NOTE_SIZE];
    snprintf(note, sizeof note,
             "%s worlds, the same for every value, seed %" PRIu64 ". A value holds in all of them; the rest is drawn as the "
             "scenario says. The interval holds what cannot be told from level; 'beyond': how many worlds of the scenario's lie there. "
             "That the lead changes hands is said where it is beyond chance for all assumptions together (95%%); where, by an interval of which one in twenty misses.",
             words_count(flip->paths).text, flip->seed);
    fputc('\n', out);
    say(note, out);
    write_alone(flip, out);
    free(order);
}
