#include "report/panels.h"

#include "report/captions.h"
#include "report/lettering.h"
#include "report/meta.h"

enum { NAME_SIZE = 256 };

void panels_add(struct panels *panels, int strategy) { panels->strategy[panels->count++] = strategy; }

void panels_arrange(struct panels *panels, double points)
{
    static const int columns[STRATEGIES_MAX + 1] = {1, 1, 2, 3, 2, 3, 3, 4, 4, 5, 5};
    panels->columns = columns[panels->count];
    panels->rows = panels->count > 0 ? (panels->count + panels->columns - 1) / panels->columns : 1;
    panels->width = (points - PANELS_GAP * (panels->columns - 1)) / panels->columns;
}

void panels_write(const struct panels *panels, const struct summary *summary, FILE *meta, const char *key)
{
    meta_number(meta, panels->count, "%s_panels", key);
    meta_number(meta, panels->columns, "%s_columns", key);
    meta_number(meta, panels->rows, "%s_rows", key);
    meta_number(meta, panels->width, "%s_width", key);
    /* Names on one line in smaller letters, else on two. */
    const double size = panels->columns > 3 ? 11 : 12;
    int most = 1;
    for (int p = 0; p < panels->count; p++) {
        char name[2 * NAME_SIZE], lines[2][NAME_SIZE];
        captions_name(name, sizeof name, summary, panels->strategy[p], 1.9 * panels->width / size);
        int count = lettering_balance(lines[0], NAME_SIZE, 2, name, panels->width / size);
        meta_number(meta, panels->strategy[p] + 1, "%s_panel_strategy_%d", key, p + 1);
        for (int line = 0; line < 2; line++)
            meta_text(meta, lines[line], "%s_panel_name_%d_%d", key, p + 1, line + 1);
        most = count > most ? count : most;
    }
    meta_number(meta, most, "%s_name_lines", key);
    meta_number(meta, size, "%s_name_size", key);
}
