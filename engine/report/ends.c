#include "report/ends.h"

#include "report/lettering.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

/* As in plots/theme.gp, in points. */
static const double PLOT_HEIGHT = 308, STRONG_LINE = 16, LINE = 14, GAP = 6;

struct end *ends_add(struct ends *ends, const char *name, int name_lines, int colour, double y)
{
    assert(ends->count < LAYOUT_LABELS_MAX && name_lines < ENDS_LINES);
    struct end *end = &ends->end[ends->count++];
    *end = (struct end){.colour = colour, .y = fmin(fmax(isnan(y) ? 0 : y, 0), 1)};
    if (name != NULL) {
        end->lines = lettering_balance(end->line[0], ENDS_LINE_SIZE, name_lines, name, ENDS_EMS);
        end->strong = true;
    }
    return end;
}

void ends_line(struct end *end, const char *format, ...)
{
    assert(end->lines < ENDS_LINES);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(end->line[end->lines++], ENDS_LINE_SIZE, format, arguments);
    va_end(arguments);
}

void ends_write(struct ends *ends, FILE *meta, const char *key)
{
    double centre[LAYOUT_LABELS_MAX], height[LAYOUT_LABELS_MAX];
    for (int i = 0; i < ends->count; i++) {
        const struct end *end = &ends->end[i];
        centre[i] = end->y;
        height[i] = (end->lines * (end->strong ? STRONG_LINE : LINE) + GAP) / PLOT_HEIGHT;
    }
    /* There is a little free space beyond the top and the foot of the plot. */
    layout_spread(centre, height, ends->count, -0.03, 1.03);
    meta_number(meta, ends->count, "%s_ends", key);
    for (int i = 0; i < ends->count; i++) {
        const struct end *end = &ends->end[i];
        meta_number(meta, centre[i], "%s_end_y_%d", key, i + 1);
        meta_number(meta, end->colour, "%s_end_colour_%d", key, i + 1);
        meta_number(meta, end->strong, "%s_end_strong_%d", key, i + 1);
        meta_number(meta, end->lines, "%s_end_lines_%d", key, i + 1);
        for (int line = 0; line < end->lines; line++)
            meta_text(meta, end->line[line], "%s_end_%d_%d", key, i + 1, line + 1);
    }
}
