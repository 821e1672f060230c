#include "scenario/samples.h"

#include "scenario/encoding.h"
#include "scenario/quantity.h"
#include "scenario/value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A wrong file has as many mistakes as lines; these are enough to see what is wrong. */
enum { MISTAKES_MAX = 10 };

struct pair {
    double point, weight;
};

static int by_point(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    return (a->point > b->point) - (a->point < b->point);
}

static int by_weight(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    return (a->weight > b->weight) - (a->weight < b->weight);
}

static int by_value(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static bool refuse(const struct loading *loading, struct place place, const char *objection)
{
    complaints_add(loading->complaints, place, "%s", objection);
    return false;
}

/* The key of a mapping, read like a value. */
static bool read_key(const struct loading *loading, const struct entry *entry, enum unit unit,
                     double *value)
{
    struct node key = {.kind = NODE_SCALAR, .place = entry->place, .text = entry->key};
    return value_read_quantity(loading, &key, unit, value);
}

static bool keep(const struct loading *loading, enum shape shape, const struct pair *pairs,
                 int count, struct distribution *value)
{
    value->shape = shape;
    value->count = count;
    value->points = arena_allocate(loading->arena, (size_t)count, sizeof *value->points);
    value->weights = arena_allocate(loading->arena, (size_t)count, sizeof *value->weights);
    if (!value->points || !value->weights)
        return false;
    for (int i = 0; i < count; i++) {
        value->points[i] = pairs[i].point;
        value->weights[i] = pairs[i].weight;
    }
    return true;
}

/* --- Choice --------------------------------------------------------------------------------- */

/* One item of the list form: {value: 2, weight: 50%}. */
static bool read_option(const struct loading *loading, const struct field *field,
                        const struct node *item, struct pair *pair)
{
    const struct node *value = node_find(item, "value"), *weight = node_find(item, "weight");
    if (node_is_mistake(item))
        return false;
    if (!value || !weight || item->count != 2)
        return refuse(loading, item->place, "each choice takes {value: ..., weight: ...}");
    const bool good = value_read_quantity(loading, value, field->unit, &pair->point);
    return value_read_quantity(loading, weight, UNIT_SHARE, &pair->weight) && good;
}

static bool read_options(const struct loading *loading, const struct field *field,
                         const struct node *node, struct pair *pairs)
{
    bool good = true;
    for (int i = 0; i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        bool read;
        if (node->kind == NODE_LIST) {
            read = read_option(loading, field, entry->value, &pairs[i]);
        } else {
            read = read_key(loading, entry, field->unit, &pairs[i].point);
            read = value_read_quantity(loading, entry->value, UNIT_SHARE, &pairs[i].weight) && read;
        }
        if (read && !(pairs[i].weight > 0))
            read = refuse(loading, entry->place, "the weight of a choice must be above 0");
        good = good && read;
    }
    return good;
}

/* Scales the weights to a sum of 1, unless they have it already: what was written out exactly is
 * read back exactly. */
static void normalise(struct pair *pairs, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += pairs[i].weight;
    for (int i = 0; fabs(sum - 1) > 1e-9 && i < count; i++)
        pairs[i].weight /= sum;
}

bool samples_read_choice(const struct loading *loading, const struct field *field,
                         const struct node *node, struct distribution *value)
{
    if (node->kind == NODE_SCALAR || node->count < 2)
        return refuse(loading, node->place,
                      "choice takes at least two values, {value: weight, value: weight}");
    struct pair *pairs = arena_allocate(loading->arena, (size_t)node->count, sizeof *pairs);
    if (!pairs || !read_options(loading, field, node, pairs))
        return false;
    qsort(pairs, (size_t)node->count, sizeof *pairs, by_point);
    for (int i = 1; i < node->count; i++)
        if (pairs[i].point == pairs[i - 1].point)
            return refuse(loading, node->place, "a value is given twice in this choice");
    normalise(pairs, node->count);
    return keep(loading, SHAPE_CHOICE, pairs, node->count, value);
}

/* --- Quantiles ------------------------------------------------------------------------------ */

bool samples_read_quantiles(const struct loading *loading, const struct field *field,
                            const struct node *node, struct distribution *value)
{
    if (node->kind != NODE_MAPPING || node->count < 2)
        return refuse(loading, node->place,
                      "quantiles take at least two values, such as {10%: 2, 50%: 5, 90%: 9}");
    struct pair *pairs = arena_allocate(loading->arena, (size_t)node->count, sizeof *pairs);
    bool good = pairs != NULL;
    for (int i = 0; pairs && i < node->count; i++) {
        const struct entry *entry = &node->entries[i];
        bool read = read_key(loading, entry, UNIT_SHARE, &pairs[i].weight);
        if (read && !(pairs[i].weight >= 0 && pairs[i].weight <= 1))
            read = refuse(loading, entry->place, "a quantile lies between 0% and 100%");
        good = value_read_quantity(loading, entry->value, field->unit, &pairs[i].point) && read &&
               good;
    }
    if (!good)
        return false;
    const int last = node->count - 1;
    qsort(pairs, (size_t)node->count, sizeof *pairs, by_weight);
    for (int i = 1; i <= last; i++)
        if (pairs[i].weight == pairs[i - 1].weight || pairs[i].point < pairs[i - 1].point)
            return refuse(loading, node->place, "the values must rise with their quantiles");
    if (pairs[0].point == pairs[last].point)
        return refuse(loading, node->place, "all quantiles are the same; write one number");
    return keep(loading, SHAPE_QUANTILES, pairs, node->count, value);
}

/* --- Data ----------------------------------------------------------------------------------- */

enum { REASON = 256 };

/* Data are often bare numbers; they count in the engine's unit. */
static bool read_number(const char *text, size_t length, enum unit unit, double *value,
                        char why[REASON])
{
    char other[REASON];
    return quantity_read(text, length, unit, value, why, REASON) ||
           quantity_read(text, length, UNIT_NUMBER, value, other, REASON);
}

static bool keep_data(const struct loading *loading, struct place place, double *points, int count,
                      struct distribution *value)
{
    if (count < 2)
        return refuse(loading, place, "data need at least two values");
    qsort(points, (size_t)count, sizeof *points, by_value);
    value->shape = SHAPE_DATA;
    value->points = points;
    value->weights = NULL;
    value->count = count;
    return true;
}

static bool read_list(const struct loading *loading, const struct field *field,
                      const struct node *list, struct distribution *value)
{
    double *points = arena_allocate(loading->arena, (size_t)list->count, sizeof *points);
    bool good = points != NULL;
    for (int i = 0; points && i < list->count; i++) {
        const struct node *item = list->entries[i].value;
        char why[REASON];
        if (node_is_mistake(item)) {
            good = false;
        } else if (item->kind != NODE_SCALAR) {
            good = refuse(loading, item->place, "expected a number");
        } else if (!read_number(item->text, strlen(item->text), field->unit, &points[i], why)) {
            good = refuse(loading, item->place, why);
        }
    }
    return good && keep_data(loading, list->place, points, list->count, value);
}

/* The first column of a line, without blanks and quotes around it. */
static const char *first_column(const char *line, size_t *length)
{
    size_t count = strcspn(line, ",;\t\r\n#");
    while (count > 0 && (*line == ' ' || *line == '"')) {
        line++;
        count--;
    }
    while (count > 0 && (line[count - 1] == ' ' || line[count - 1] == '"'))
        count--;
    *length = count;
    return line;
}

static bool is_heading(const char *text) { return !strchr("0123456789+-.$", *text); }

/* The values of a file while it is read. */
struct column {
    enum unit unit;
    const char *path;
    double *points;
    int count, room;
    bool started; /* a line that may be a heading has been seen */
};

/* Reads the value of one line, if it has any. False after a complaint. */
static bool read_line(const struct loading *loading, struct column *column, const char *line,
                      int number)
{
    char why[REASON];
    size_t length;
    const char *text = first_column(line, &length);
    const struct place place = {column->path, number, (int)(text - line) + 1};
    const bool heading = !column->started && is_heading(text);
    column->started = column->started || length > 0;
    if (length == 0 || heading)
        return true;
    if (column->count == column->room) {
        complaints_add(loading->complaints, place, "more than %d values", SAMPLES_LINES_MAX);
        return false;
    }
    if (!read_number(text, length, column->unit, &column->points[column->count], why))
        return refuse(loading, place, why);
    column->count++;
    return true;
}

static bool read_lines(const struct loading *loading, struct column *column, const char *text)
{
    int mistakes = 0;
    for (int number = 1; *text && mistakes < MISTAKES_MAX; number++) {
        if (!read_line(loading, column, text, number))
            mistakes = column->count == column->room ? MISTAKES_MAX : mistakes + 1;
        text += strcspn(text, "\r\n");
        text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';
    }
    return mistakes == 0;
}

static bool read_file(const struct loading *loading, const struct field *field,
                      const struct node *reference, struct distribution *value)
{
    const char *path = NULL;
    size_t length = 0;
    const char *text =
        library_data(loading->library, reference, SAMPLES_BYTES_MAX, &length, &path);
    if (!text)
        return false;
    const struct place top = {.file = path, .line = 1, .column = 1};
    if (!encoding_check(top, text, length, loading->complaints))
        return false;
    text += encoding_mark(text, length);
    const size_t most = length / 2 + 1; /* a value takes a character and a line break */
    const int room = most < SAMPLES_LINES_MAX ? (int)most : SAMPLES_LINES_MAX;
    double *points = arena_allocate(loading->arena, (size_t)room, sizeof *points);
    struct column column = {.unit = field->unit, .path = path, .points = points, .room = room};
    return points && read_lines(loading, &column, text) &&
           keep_data(loading, reference->place, points, column.count, value);
}

bool samples_read_data(const struct loading *loading, const struct field *field,
                       const struct node *node, struct distribution *value)
{
    if (node->kind == NODE_LIST)
        return read_list(loading, field, node, value);
    if (node->kind == NODE_MAPPING)
        return refuse(loading, node->place, "data takes the name of a file, or a list of numbers");
    return read_file(loading, field, node, value);
}
