#include "report/flip_table.h"

#include "analysis/use.h"
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

enum { KEY_SIZE = 96, SENTENCES_MOST = 3, PAIRS_SHOWN = 5 };

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

static void write_row(const struct flip *flip, int a, FILE *out)
{
    const struct flip_assumption *one = &flip->assumption[a];
    char key[KEY_SIZE], turns[80];
    use_write_key(one->column, key, sizeof key);
    snprintf(turns, sizeof turns, "%s %s", one->crossing.above ? "above" : "below", flip_words_value(flip, a).text);
    fprintf(out, "    %-30s", key);
    cell_pad(out, base_words(flip, a).text, 17);
    cell_pad(out, turns, 20);
    cell_pad(out, flip_words_interval(flip, a).text, 19);
    if (!isnan(one->chance))
        cell_pad(out, words_percent(one->chance).text, 10);
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
            fprintf(out, "\n  %-32s", title);
            cell_pad(out, uncertain ? "in the middle" : "now", 17);
            cell_pad(out, "turns", 20);
            cell_pad(out, "95% interval", 19);
            if (uncertain)
                cell_pad(out, "of worlds", 10);
            fputc('\n', out);
        }
        begun = true;
        write_row(flip, order[i], out);
    }
}

/* Those that end alike, in one paragraph. */
static void write_list(const struct flip *flip, enum crossing_end end, const char *title, FILE *out)
{
    char *text = NULL, key[KEY_SIZE];
    size_t size = 0;
    int count = 0;
    FILE *memory = open_memstream(&text, &size);
    if (!memory)
        return;
    for (int a = 0; a < flip->count; a++)
        if (flip->assumption[a].crossing.end == end) {
            use_write_key(flip->assumption[a].column, key, sizeof key);
            fprintf(memory, "%s%s", count++ ? ", " : title, key);
        }
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
    if (count > 0)
        fputs("\n  Two together, of the five that move it most, each as far out as this share of its worlds\n", out);
    for (int i = 0; i < count && i < PAIRS_SHOWN; i++) {
        const struct flip_pair *pair = &flip->pair[order[i]];
        char key[2][KEY_SIZE];
        struct words value[2];
        for (int w = 0; w < 2; w++) {
            use_write_key(flip->assumption[pair->assumption[w]].column, key[w], KEY_SIZE);
            value[w] = amount_words(pair->value[w], flip_words_field(flip, pair->assumption[w])->unit);
        }
        fprintf(out, "    %-30s", key[0]);
        cell_pad(out, value[0].text, 17);
        fprintf(out, "   %-28s", key[1]);
        cell_pad(out, value[1].text, 10);
        cell_pad(out, words_percent(pair->tail).text, 8);
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
        say("No legal value of a single assumption turns that.", out);
    }
    for (int i = 0; i < count && i < SENTENCES_MOST; i++)
        say(flip_words_turn(flip, order[i]).text, out);
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
    write_list(flip, CROSSING_NEVER, "No legal value turns it: ", out);
    write_list(flip, CROSSING_UNCLEAR, "Not clear in so few worlds: ", out);
    write_list(flip, CROSSING_NOTHING, "Without effect: ", out);
    fprintf(out,
            "\n  %s worlds, the same for every value, seed %" PRIu64
            ". Each value holds in all of them; the rest is drawn as\n"
            "  the scenario says. An interval holds what cannot be told from level; 'of worlds': beyond the value.\n",
            words_count(flip->paths).text, flip->seed);
    free(order);
}
