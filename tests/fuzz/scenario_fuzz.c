/* Any bytes at all: the loader either says what is wrong or makes a scenario that keeps its
 * promises. Lines '# set: key=value' in the text are settings, as in the bad scenarios. */
#include "fuzz/promise.h"
#include "model/field.h"
#include "scenario/scenario.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* References are looked up among the good scenarios. */
static const char folder[] = "tests/scenarios/good";
static const char file[] = "tests/scenarios/good/fuzz.yaml";

enum { SETTINGS_MAX = 8 };

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count;
    (void)arguments;
    return setenv("PLAYBOOK_LIBRARY", folder, 1);
}

static int find_settings(const char *text, char *settings[SETTINGS_MAX])
{
    static const char mark[] = "# set: ";
    int count = 0;
    while (count < SETTINGS_MAX && (text = strstr(text, mark)) != NULL) {
        text += strlen(mark);
        settings[count++] = strndup(text, strcspn(text, "\n"));
    }
    return count;
}

static void check_value(const struct assumption *assumption, int column)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    const struct distribution *value = &assumption->value;
    PROMISE(isfinite(value->a) && isfinite(value->b) && isfinite(value->c) && isfinite(value->d));
    PROMISE(assumption->set == (assumption->place.file != NULL));
    if (value->shape == SHAPE_CONSTANT)
        PROMISE(value->a >= field->low && value->a <= field->high);
    if (field->drawn == DRAWN_NEVER)
        PROMISE(value->shape == SHAPE_CONSTANT);
    if (field->unit == UNIT_WORD)
        PROMISE(value->a == floor(value->a));
    if (field->drawn == DRAWN_MONTH)
        PROMISE(value->shape == SHAPE_CONSTANT || value->shape == SHAPE_LOGNORMAL);
    if (value->truncated)
        PROMISE(value->low < value->high);
    for (int i = 1; i < value->count; i++)
        PROMISE(value->points[i - 1] <= value->points[i]);
}

static void check_scenario(const struct scenario *scenario)
{
    PROMISE(scenario->name && scenario->description && scenario->file);
    PROMISE(scenario->horizon >= 1 && scenario->horizon <= HORIZON_MAX);
    PROMISE(scenario->strategies >= 1 && scenario->strategies <= STRATEGIES_MAX);
    PROMISE(scenario->events <= EVENTS_MAX);
    for (int s = 0; s < scenario->strategies; s++) {
        const struct strategy *strategy = &scenario->strategy[s];
        PROMISE(strategy->name && strategy->stages >= 1 && strategy->stages <= STAGES_MAX);
        PROMISE(strategy->rounds >= 0 && strategy->rounds <= ROUNDS_MAX);
        PROMISE(!strategy->has_board || (strategy->rounds > 0 && strategy->stage_name[STAGES_MAX]));
        for (int column = 0; column < PARAMETER_COLUMNS; column++)
            check_value(&strategy->assumptions[column], column);
    }
    for (int i = 0; i < scenario->events; i++) {
        const struct event *event = &scenario->event[i];
        PROMISE(event->label && event->first_month >= 0);
        PROMISE(event->first_month <= event->last_month && event->last_month < scenario->horizon);
        PROMISE(event->strategy >= -1 && event->strategy < scenario->strategies);
        PROMISE(event->column >= -1 && event->column < PARAMETER_COLUMNS);
    }
}

/* What is written out is the same scenario. */
static void check_round_trip(const struct scenario *scenario)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    scenario_write(scenario, out, false);
    fclose(out);
    struct complaints *complaints = complaints_create();
    struct scenario *again = scenario_load_text(file, text, size, NULL, 0, complaints);
    if (!again) {
        fputs(text, stderr);
        complaints_print(complaints, stderr, false);
    }
    PROMISE(again && again->hash == scenario->hash);
    scenario_destroy(again);
    complaints_destroy(complaints);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *settings[SETTINGS_MAX];
    char *text = malloc(size + 1);
    memcpy(text, data, size);
    text[size] = '\0';
    const int count = find_settings(text, settings);

    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load_text(file, text, size, (const char *const *)settings,
                                                   count, complaints);
    PROMISE((scenario == NULL) == (complaints_count(complaints) > 0));
    promise_clean(complaints);
    if (scenario) {
        check_scenario(scenario);
        check_round_trip(scenario);
    }
    scenario_destroy(scenario);
    complaints_destroy(complaints);
    for (int i = 0; i < count; i++)
        free(settings[i]);
    free(text);
    return 0;
}
