#include "analysis/footing.h"

#include "analysis/ranks.h"
#include "montecarlo/inputs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- Which assumptions matter --------------------------------------------------------------- */

/* What a strategy lacks, it lives without. */
static bool is_used(const struct strategy *strategy, enum section section, int repeat)
{
    switch (section) {
    case SECTION_FUNDING:
        return strategy->rounds > 0;
    case SECTION_BOARD:
        return strategy->has_board;
    case SECTION_STAGE:
        return repeat < strategy->stages || (repeat == STAGES_MAX && strategy->has_board);
    case SECTION_ROUND:
        return repeat < strategy->rounds;
    default:
        return true;
    }
}

static bool same_origin(const struct assumption *a, const struct assumption *b)
{
    if (a->set != b->set || a->value.shape != b->value.shape || a->value.a != b->value.a)
        return false;
    const char *one = a->place.file ? a->place.file : "", *other = b->place.file ? b->place.file : "";
    return !a->set || (strcmp(one, other) == 0 && a->place.line == b->place.line &&
                       a->place.column == b->place.column);
}

/* The row of a key that a strategy shares with an earlier one, or a new one. */
static struct footing_row *row_of(struct footing *footing, int first, const struct assumption *assumption)
{
    for (int r = first; r < footing->count; r++)
        if (same_origin(footing->row[r].assumption, assumption))
            return &footing->row[r];
    return &footing->row[footing->count++];
}

static void list_key(struct footing *footing, const struct scenario *scenario, enum section section, int number,
                     int repeat, struct provenance_files *files)
{
    const struct field *field = &field_tables[section].fields[number];
    const int column = fields_column(section, number, repeat), first = footing->count;
    for (int s = 0; s < scenario->strategies; s++) {
        const struct assumption *assumption = &scenario->strategy[s].assumptions[column];
        if (!is_used(&scenario->strategy[s], section, repeat) ||
            (!assumption->set && field->grade == DEFINITION))
            continue;
        struct footing_row *row = row_of(footing, first, assumption);
        if (row->strategies == 0)
            *row = (struct footing_row){
                .section = section, .repeat = repeat, .column = column, .field = field, .assumption = assumption,
                .uncertain = field->drawn == DRAWN_PATH && assumption->value.shape != SHAPE_CONSTANT,
                .provenance = provenance_of(files, assumption, field), .first = {NAN, NAN}};
        row->strategies |= 1u << s;
    }
}

static bool list_all(struct footing *footing, const struct scenario *scenario)
{
    int most = 0;
    for (int section = 0; section < SECTIONS; section++)
        most += field_tables[section].count * field_tables[section].repeats * scenario->strategies;
    footing->row = calloc((size_t)most, sizeof *footing->row);
    struct provenance_files *files = provenance_open();
    for (int section = 0; footing->row && files && section < SECTIONS; section++)
        for (int repeat = 0; repeat < field_tables[section].repeats; repeat++)
            for (int number = 0; number < field_tables[section].count; number++)
                list_key(footing, scenario, (enum section)section, number, repeat, files);
    const bool listed = footing->row && files;
    provenance_close(files);
    return listed;
}

/* --- How much of the result each explains --------------------------------------------------- */

/* Room of one explanation. */
struct desk {
    double *outcome, *work, *influence; /* influence: [PROVENANCE_GRADES][n], what each world adds */
    uint32_t *order;
    uint64_t *room;
    struct inputs *inputs;
};

static void close_desk(struct desk *desk)
{
    free(desk->outcome);
    free(desk->work);
    free(desk->influence);
    free(desk->order);
    free(desk->room);
    inputs_destroy(desk->inputs);
}

static bool open_desk(struct desk *desk, const struct batch *batch, const struct footing *footing)
{
    const size_t n = (size_t)footing->worlds;
    desk->outcome = malloc(n * sizeof *desk->outcome);
    desk->work = malloc((2 * n + 1) * sizeof *desk->work);
    desk->influence = calloc(n * PROVENANCE_GRADES, sizeof *desk->influence);
    desk->order = malloc(n * sizeof *desk->order);
    desk->room = malloc(2 * n * sizeof *desk->room);
    desk->inputs = inputs_create(batch, footing->subject, footing->worlds);
    return desk->outcome && desk->work && desk->influence && desk->order && desk->room && desk->inputs;
}

static struct footing_row *row_of_column(struct footing *footing, int column)
{
    for (int r = 0; r < footing->count; r++)
        if (footing->row[r].column == column && footing->row[r].strategies & 1u << footing->subject)
            return &footing->row[r];
    return NULL;
}

/* Standard error of a mean of what the worlds add: `part` less `share` of `whole`. */
static double error_of(const double *part, const double *whole, double share, int64_t n)
{
    double sum = 0.0, squares = 0.0;
    for (int64_t i = 0; i < n; i++) {
        const double added = part[i] - share * (whole ? whole[i] : 0.0);
        sum += added;
        squares += added * added;
    }
    const double mean = sum / (double)n;
    return sqrt(fmax(squares / (double)n - mean * mean, 0.0) / (double)n);
}

static void sum_up(struct footing *footing, struct desk *desk)
{
    const int64_t n = footing->worlds;
    double *whole = desk->work;
    memset(whole, 0, (size_t)n * sizeof *whole);
    for (int g = 0; g < PROVENANCE_GRADES; g++) {
        footing->sum.value += footing->grade_sum[g].value;
        for (int64_t i = 0; i < n; i++)
            whole[i] += desk->influence[g * n + i];
    }
    footing->sum.error = error_of(whole, NULL, 0.0, n);
    for (int g = 0; g < PROVENANCE_GRADES; g++) {
        const double *part = desk->influence + g * n;
        const double share = footing->grade_sum[g].value / footing->sum.value;
        footing->grade_sum[g].error = error_of(part, NULL, 0.0, n);
        footing->grade_share[g] =
            (struct figure){share, error_of(part, whole, share, n) / fabs(footing->sum.value)};
    }
}

static bool explain(struct footing *footing, const struct batch *batch)
{
    const int64_t n = footing->worlds;
    struct desk desk = {0};
    if (!open_desk(&desk, batch, footing)) {
        close_desk(&desk);
        return false;
    }
    for (int64_t i = 0; i < n; i++)
        desk.outcome[i] = batch->result[footing->subject][i].founder_present;
    ranks_scores(desk.outcome, n, desk.order, desk.room);
    footing->spread = ranks_standardise(desk.outcome, n);
    footing->uncertain = desk.inputs->count;
    for (int c = 0; footing->spread && c < desk.inputs->count; c++) {
        struct footing_row *row = row_of_column(footing, desk.inputs->column[c]);
        if (!row) /* of a stage or round that nobody reaches */
            continue;
        const int grade = row->provenance.grade;
        ranks_order(desk.inputs->value[c], n, desk.order, desk.room);
        row->first = ranks_first(desk.order, desk.outcome, n, desk.influence + grade * n, desk.work);
        footing->grade_sum[grade].value += row->first.value;
    }
    for (int r = 0; r < footing->count; r++)
        footing->judged += !footing->row[r].uncertain && footing->row[r].strategies & 1u << footing->subject &&
                           footing->row[r].provenance.grade == JUDGEMENT &&
                           footing->row[r].assumption->value.shape == SHAPE_CONSTANT;
    sum_up(footing, &desk);
    close_desk(&desk);
    return true;
}

struct footing *footing_create(const struct batch *batch, int subject)
{
    struct footing *footing = calloc(1, sizeof *footing);
    if (!footing)
        return NULL;
    footing->subject = subject;
    footing->worlds = batch->paths < FOOTING_WORLDS_MAX ? batch->paths : FOOTING_WORLDS_MAX;
    if (list_all(footing, batch->scenario) && explain(footing, batch))
        return footing;
    footing_destroy(footing);
    return NULL;
}

void footing_destroy(struct footing *footing)
{
    if (!footing)
        return;
    free(footing->row);
    free(footing);
}
