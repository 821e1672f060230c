#include "report/regret_table.h"

#include "report/cell.h"
#include "report/gain.h"
#include "report/json.h"
#include "report/lettering.h"
#include "report/regret_words.h"
#include "report/table.h"

#include <inttypes.h>
#include <string.h>

enum { NAME_COLUMNS = 38, NOTE_SIZE = 1300, NAME_SIZE = 400 };

static struct words level(const struct regret *regret, double value)
{
    return gain_level(&regret->objective.measure, value);
}

/* What is wider than its column ends in three dots. */
static void cut(char *plain)
{
    const char *at = plain;
    for (int columns = 0; columns < NAME_COLUMNS - 3; columns++)
        lettering_next(&at);
    memcpy(plain + (at - plain), "...", 4);
}

static void write_name(const char *name, FILE *out)
{
    char plain[NAME_SIZE];
    lettering_plain(plain, sizeof plain, name);
    if (lettering_columns(plain) > NAME_COLUMNS)
        cut(plain);
    fprintf(out, "    %s", plain);
    cell_pad(out, "", NAME_COLUMNS - lettering_columns(plain));
}

static void write_scenario(const struct regret *regret, int s, FILE *out)
{
    char plain[NAME_SIZE];
    lettering_plain(plain, sizeof plain, regret_words_scenario(regret, s));
    fprintf(out, "\n  %s\n", plain);
    cell_pad(out, "outcome", NAME_COLUMNS + 16);
    cell_pad(out, "behind", 12);
    cell_pad(out, "95% interval", 24);
    cell_pad(out, "regret", 12);
    fputc('\n', out);
    for (int c = 0; c < regret->choices->count; c++) {
        const struct regret_cell *cell = &regret->cell[c][s];
        write_name(regret->choices->name[c], out);
        cell_pad(out, level(regret, cell->outcome.value).text, 12);
        const bool leads = c == regret->leader[s];
        cell_pad(out, leads ? (regret->clear[s] ? "best" : "not clear") : regret_words_lack(regret, cell->behind.value).text, 12);
        cell_pad(out, leads ? "" : regret_words_interval(regret, &cell->behind).text, 24);
        cell_pad(out, regret_words_lack(regret, cell->regret.value).text, 12);
        fputc('\n', out);
    }
}

static void write_verdict(const struct regret *regret, FILE *out)
{
    char text[NOTE_SIZE];
    struct regret_sentence verdict = regret_words_verdict(regret, 40.0);
    snprintf(text, sizeof text, "%s.", verdict.text);
    lettering_print(out, text, TABLE_COLUMNS, 2);
    fputc('\n', out);
}

void regret_table_write(const struct regret *regret, FILE *out)
{
    char note[NOTE_SIZE];
    write_verdict(regret, out);
    for (int s = 0; s < regret->choices->scenarios; s++)
        write_scenario(regret, s, out);
    if (regret->choices->scenarios > 1) {
        fputs("\n  Over all scenarios", out);
        cell_pad(out, "at worst behind", NAME_COLUMNS + 16 - 20);
        fputc('\n', out);
        for (int c = 0; c < regret->choices->count; c++) {
            write_name(regret->choices->name[c], out);
            cell_pad(out, regret_words_lack(regret, regret->worst[c]).text, 12);
            fputc('\n', out);
        }
    }
    struct regret_sentence explained = regret_words_note(regret);
    snprintf(note, sizeof note, "%s.", explained.text);
    fputc('\n', out);
    lettering_print(out, note, TABLE_COLUMNS, 2);
    fputc('\n', out);
}

static void write_choices(struct json *json, const struct regret *regret, int s)
{
    json_open_array(json, "choices");
    for (int c = 0; c < regret->choices->count; c++) {
        json_open_object(json, NULL);
        json_text(json, "name", regret->choices->name[c]);
        json_figure(json, "outcome", regret->cell[c][s].outcome);
        json_paired(json, "behind", &regret->cell[c][s].behind);
        json_number(json, "at_most_behind", regret->cell[c][s].most);
        json_figure(json, "regret", regret->cell[c][s].regret);
        json_number(json, "best_in", regret->cell[c][s].best);
        json_close_object(json);
    }
    json_close_array(json);
}

void regret_table_json(const struct regret *regret, FILE *out)
{
    struct json json;
    json_begin(&json, out);
    json_text(&json, "version", PLAYBOOK_VERSION);
    json_natural(&json, "seed", regret->seed);
    json_integer(&json, "paths", regret->paths);
    json_text(&json, "maximise", regret->objective.name);
    json_integer(&json, "comparisons", regret->comparisons);
    json_open_array(&json, "scenarios");
    for (int s = 0; s < regret->choices->scenarios; s++) {
        json_open_object(&json, NULL);
        json_text(&json, "name", regret_words_scenario(regret, s));
        json_boolean(&json, "clear", regret->clear[s]);
        write_choices(&json, regret, s);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_end(&json);
}
