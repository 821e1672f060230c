#include "report/panels.h"

#include "report/captions.h"
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
    for (int p = 0; p < panels->count; p++) {
        char name[NAME_SIZE];
        captions_name(name, sizeof name, summary, panels->strategy[p], panels->width / 12);
        meta_number(meta, panels->strategy[p] + 1, "%s_panel_strategy_%d", key, p + 1);
        meta_text(meta, name, "%s_panel_name_%d", key, p + 1);
    }
}
