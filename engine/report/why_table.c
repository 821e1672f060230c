#include "report/why_table.h"

#include "report/cell.h"
#include "report/lettering.h"
#include "report/table.h"
#include "report/why_words.h"

#include <inttypes.h>

enum { NOTE_SIZE = 1200 };

static void say(const char *text, FILE *out)
{
    lettering_print(out, text, TABLE_COLUMNS, 2);
    fputc('\n', out);
}

static void write_figure(const struct why *why, const char *name, struct figure gain, FILE *out)
{
    fprintf(out, "    %s", name);
    cell_pad(out, "", 32 - lettering_columns(name));
    cell_pad(out, why_words_gain(why, gain.value).text, 16);
    cell_pad(out, why_words_interval(why, gain).text, 34);
}

static void write_account(const struct why *why, const struct why_account *account, const char *title, const char *rest,
                          FILE *out)
{
    int order[HYBRID_PARTS + WHY_MECHANISMS_MAX];
    fprintf(out, "\n  %s", title);
    cell_pad(out, "", 34 - lettering_columns(title));
    cell_pad(out, "brings", 16);
    cell_pad(out, "95% interval", 34);
    cell_pad(out, "", 2);
    fputs("\n", out);
    if (rest) {
        write_figure(why, rest, account->rest, out);
        fputc('\n', out);
    }
    why_words_order(account, order);
    for (int i = 0; i < account->count; i++) {
        const struct why_part *part = &account->part[order[i]];
        write_figure(why, part->name, part->gain, out);
        fputs(part->clear ? "\n" : "  not clear\n", out);
    }
    write_figure(why, "together", account->difference, out);
    fputs(account->clear ? "\n" : "  not clear\n", out);
}

/* Two parts that need each other bring little first and much last. */
static void write_order(const struct why *why, const struct why_account *account, FILE *out)
{
    int order[HYBRID_PARTS + WHY_MECHANISMS_MAX];
    why_words_order(account, order);
    fputs("\n  The same part, when it is", out);
    cell_pad(out, "swapped first", 23);
    cell_pad(out, "swapped last", 17);
    fputc('\n', out);
    for (int i = 0; i < account->count; i++) {
        const struct why_part *part = &account->part[order[i]];
        fprintf(out, "    %s", part->name);
        cell_pad(out, "", 32 - lettering_columns(part->name));
        cell_pad(out, why_words_gain(why, part->first.value).text, 16);
        cell_pad(out, why_words_gain(why, part->last.value).text, 17);
        fputc('\n', out);
    }
}

void why_table_write(const struct why *why, FILE *out)
{
    struct why_sentence said = why_words_verdict(why, WHY_WORDS_PARTS);
    char note[NOTE_SIZE], name[2][400];
    lettering_print(out, said.text, TABLE_COLUMNS, 2);
    fputs(".\n", out);
    if (why->parts.count == 0)
        return;
    if (!why->measure.chance) /* of something true or false the mean is the count */
        say(why_words_worlds(why).text, out);
    why_words_name(why, 0, name[0], sizeof name[0]);
    why_words_name(why, 1, name[1], sizeof name[1]);
    write_account(why, &why->parts, "Part", NULL, out);
    if (why->parts.count > 1)
        write_order(why, &why->parts, out);
    if (why->asked_mechanisms && why->mechanisms.count > 0) {
        said = why_words_mechanisms(why, WHY_WORDS_PARTS);
        fputc('\n', out);
        lettering_print(out, said.text, TABLE_COLUMNS, 2);
        fputs(".\n", out);
        write_account(why, &why->mechanisms, "Mechanism", "without any of them", out);
    }
    snprintf(note, sizeof note,
             "%.400sEach part is swapped from %.100s to %.100s in all %d combinations, in the same %s worlds (seed %" PRIu64
             "), and credited with its mean over all orders: the parts add up to the whole. Means of %.80s. What a "
             "combination offers without anybody to deliver or to buy it, it does not offer. All intervals "
             "hold together in 95%% of cases.",
             why_words_cut(why).text, name[1], name[0], 1 << why->parts.count, words_count(why->parts.paths).text, why->seed,
             why->measure.name);
    fputc('\n', out);
    say(note, out);
    if (why->asked_mechanisms && why->mechanisms.count > 0) {
        snprintf(note, sizeof note, "Mechanisms are switched off in both, in all %d combinations, in %s of these worlds.",
                 1 << why->mechanisms.count, words_count(why->mechanisms.paths).text);
        say(note, out);
    }
}
