/* Finds every mistake, and for a scenario without any says how much of it rests on what. */
#include "analysis/cautions.h"
#include "commands/command.h"
#include "commands/play.h"
#include "commands/terminal.h"
#include "commands/valuation.h"
#include "model/field.h"
#include "scenario/scenario.h"

enum { FILES_MAX = 1024, PROBE_PATHS = 128 };

const struct option check_options[] = {
    {"set", "KEY=VALUE", "overrides a value of the scenario, as in --set market.accounts=9000",
     OPTION_LIST, 0, 0, 0, NULL},
    {0}};

struct basis {
    int uncertain; /* numbers that differ from world to world */
    int judged;    /* fields left at a standard value that has no source */
};

/* Counts one field over all strategies. What strategies share is counted once. */
static void count_field(const struct scenario *scenario, enum section section, int row,
                        struct basis *basis)
{
    const struct field *field = &field_tables[section].fields[row];
    bool shared = section < SECTION_PLAYBOOK, judged = false;
    int uncertain = 0;
    for (int s = 0; s < scenario->strategies; s++) {
        const struct strategy *strategy = &scenario->strategy[s];
        for (int repeat = 0; repeat < valuation_repetitions(strategy, section); repeat++) {
            const struct assumption *assumption =
                &strategy->assumptions[fields_column(section, row, repeat)];
            uncertain += assumption->value.shape != SHAPE_CONSTANT;
            judged |= !assumption->set && field->grade == JUDGEMENT;
        }
    }
    basis->uncertain += shared && uncertain > 1 ? 1 : uncertain;
    basis->judged += judged;
}

static struct basis count_all(const struct scenario *scenario)
{
    struct basis basis = {0};
    for (int section = 0; section < SECTIONS; section++)
        for (int row = 0; row < field_tables[section].count; row++)
            count_field(scenario, (enum section)section, row, &basis);
    return basis;
}

static const char *plural(int count) { return count == 1 ? "" : "s"; }

static void praise(const char *file, const struct scenario *scenario)
{
    struct basis basis = count_all(scenario);
    printf("%s: in order: %d strateg%s, %d uncertain parameter%s, %d standard value%s judged "
           "rather than sourced",
           file, scenario->strategies, scenario->strategies == 1 ? "y" : "ies", basis.uncertain,
           plural(basis.uncertain), basis.judged, plural(basis.judged));
    if (scenario->events)
        printf(", %d event%s", scenario->events, plural(scenario->events));
    putchar('\n');
}

/* What the mistakes of a design are: correlations that contradict each other, too many points. */
static bool may_be_sampled(const struct scenario *scenario, int *code)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = complaints ? batch_create(scenario, scenario->seed, PROBE_PATHS, complaints) : NULL;
    const bool sampled = batch != NULL;
    if (!sampled && complaints && complaints_count(complaints) > 0) {
        complaints_print(complaints, stderr, terminal_shows_colour(stderr));
        *code = COMMAND_INPUT_WRONG;
    } else if (!sampled) {
        fputs("check: out of memory\n", stderr);
        *code = COMMAND_WORLD_FAILED;
    }
    batch_destroy(batch);
    complaints_destroy(complaints);
    return sampled;
}

static void caution(const char *file, const struct scenario *scenario)
{
    struct caution list[CAUTIONS_MAX];
    const int count = cautions_find(scenario, list);
    for (int c = 0; c < count; c++) {
        const struct place place = list[c].place;
        if (place.file)
            printf("%s:%d:%d: note: ", place.file, place.line, place.column);
        else
            printf("%s: note: ", file);
        printf("%s (%s)\n", list[c].text, scenario->strategy[list[c].strategy].name);
    }
}

static int check_file(const char *file, const struct option_list *set)
{
    int code = COMMAND_DONE;
    struct scenario *scenario = play_load(file, set, &code);
    if (scenario && may_be_sampled(scenario, &code)) {
        praise(file, scenario);
        caution(file, scenario);
    }
    scenario_destroy(scenario);
    return code;
}

int check_command(int argc, char **argv)
{
    (void)argc;
    struct option_list set = {.count = 0};
    const char *files[FILES_MAX];
    int count = option_parse(check_options, &set, argv, files, FILES_MAX);
    if (count < 0)
        return COMMAND_INPUT_WRONG;
    if (count == 0) {
        fputs("check: needs a scenario, as in 'playbook check plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    int worst = COMMAND_DONE;
    for (int i = 0; i < count; i++) {
        int code = check_file(files[i], &set);
        worst = code > worst ? code : worst;
    }
    return worst;
}
