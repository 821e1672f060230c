#include "report/regret_table.h"

#include "report/cell.h"
#include "report/gain.h"
#include "report/json.h"
#include "report/lettering.h"
#include "report/table.h"

#include <inttypes.h>
#include <string.h>

enum { NAME_COLUMNS = 38, NOTE_SIZE = 900, NAME_SIZE = 400 };

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
    lettering_plain(plain, sizeof plain, regret->choices->scenario_name[s]);
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
        cell_pad(out, leads ? (regret->clear[s] ? "best" : "not clear") : level(regret, cell->behind.value).text, 12);
        cell_pad(out, leads ? "" : gain_interval(&regret->objective.measure, cell->behind).text, 24);
        cell_pad(out, level(regret, cell->regret.value).text, 12);
        fputc('\n', out);
    }
}

static bool is_one_choice(const struct regret *regret, bool *clear)
{
    bool one = true;
    *clear = true;
    for (int s = 0; s < regret->choices->scenarios; s++) {
        one = one && regret->leader[s] == regret->leader[0];
        *clear = *clear && regret->clear[s];
    }
    return one;
}

static void write_verdict(const struct regret *regret, FILE *out)
{
    char text[NOTE_SIZE], name[NAME_SIZE];
    bool clear;
    const bool one = is_one_choice(regret, &clear);
    lettering_plain(name, sizeof name, regret->choices->name[one ? regret->leader[0] : regret->least]);
    if (!clear)
        snprintf(text, sizeof text, "No choice is clearly the best%s.",
                 regret->choices->scenarios > 1 ? " in every scenario" : "");
    else if (one)
        snprintf(text, sizeof text, "%.300s is the best choice%s.", name,
                 regret->choices->scenarios > 1 ? " in every scenario" : "");
    else
        snprintf(text, sizeof text, "No choice is the best in every scenario; %.300s is never more than %s behind.", name,
                 level(regret, regret->worst[regret->least]).text);
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
            cell_pad(out, level(regret, regret->worst[c]).text, 12);
            fputc('\n', out);
        }
    }
    snprintf(note, sizeof note, "%s worlds of each scenario, the same for every choice, seed %" PRIu64 ". Outcome: %.60s. Behind: "
             "what a choice lacks to the best of its scenario; regret: what it lacks on average to what would have been best "
             "in each world, for whoever could know that, in %.60s.", words_count(regret->paths).text, regret->seed,
             regret->objective.name, regret->objective.measure.name);
    fputc('\n', out);
    lettering_print(out, note, TABLE_COLUMNS, 2);
    fputc('\n', out);
}

static void write_figure(struct json *json, const char *key, struct figure figure)
{
    json_open_object(json, key);
    json_number(json, "value", figure.value);
    json_number(json, "error", figure.error);
    json_close_object(json);
}

static void write_choices(struct json *json, const struct regret *regret, int s)
{
    json_open_array(json, "choices");
    for (int c = 0; c < regret->choices->count; c++) {
        json_open_object(json, NULL);
        json_text(json, "name", regret->choices->name[c]);
        write_figure(json, "outcome", regret->cell[c][s].outcome);
        write_figure(json, "behind", regret->cell[c][s].behind);
        write_figure(json, "regret", regret->cell[c][s].regret);
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
    json_open_array(&json, "scenarios");
    for (int s = 0; s < regret->choices->scenarios; s++) {
        json_open_object(&json, NULL);
        json_text(&json, "name", regret->choices->scenario_name[s]);
        json_boolean(&json, "clear", regret->clear[s]);
        write_choices(&json, regret, s);
        json_close_object(&json);
    }
    json_close_array(&json);
    json_end(&json);
}
