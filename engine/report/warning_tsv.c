#include "report/warning_tsv.h"

#include "report/tsv.h"

enum { ALONE_MOST = 8, EACH_MOST = 5, LINES_MOST = 16 };

/* Rows of one strategy that the chart has room for. */
static int room(const struct warning *warning)
{
    if (warning->strategies <= 1)
        return ALONE_MOST;
    const int each = LINES_MOST / warning->strategies - 1; /* without the line of its name */
    return each > EACH_MOST ? EACH_MOST : each > 1 ? each : 1;
}

static int tried(const struct screening *screening)
{
    int rows = 0;
    while (rows < screening->rows && screening->row[rows].state == SCREENING_TRIED)
        rows++;
    return rows;
}

static int shown(const struct warning *warning, int k, enum warning_event event)
{
    const int rows = tried(&warning->strategy[k].event[event]), most = room(warning);
    return rows < most ? rows : most;
}

int warning_tsv_place(const struct warning *warning, int k, enum warning_event event, int row)
{
    const int heads = warning->strategies > 1;
    int place = 0;
    for (int before = 0; before < k; before++)
        place += shown(warning, before, event) + heads;
    return row < 0 ? heads * (place + 1) : row < shown(warning, k, event) ? place + heads + row + 1 : 0;
}

int warning_tsv_places(const struct warning *warning, enum warning_event event)
{
    int places = 0;
    for (int k = 0; k < warning->strategies; k++)
        places += shown(warning, k, event) + (warning->strategies > 1);
    return places;
}

static void write_share(FILE *out, const struct proportion *proportion)
{
    tsv_number(out, proportion->value);
    tsv_number(out, proportion->low);
    tsv_number(out, proportion->high);
}

static void write_row(const struct warning *warning, int k, enum warning_event event, int r, FILE *out)
{
    char name[256];
    const struct warning_strategy *of = &warning->strategy[k];
    const struct screening_row *row = &of->event[event].row[r];
    const double numbers[] = {row->threshold, row->area, row->low, row->high, row->area_learned, row->corrected, row->youden.value,
                              row->youden.error, row->youden_learned};
    const int place = warning_tsv_place(warning, k, event, r);
    fprintf(out, "%d\t", of->strategy + 1);
    if (place > 0)
        fprintf(out, "%d\t", place);
    else
        fputs("NaN\t", out);
    if (row->state == SCREENING_TRIED) {
        fprintf(out, "%d\t%d\t%d\t", row->claimed, row->clear, row->low_warns);
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            tsv_number(out, numbers[i]);
        write_share(out, &row->struck);
        write_share(out, &row->caught);
        write_share(out, &row->alarmed);
    } else {
        fputs("0\t0\tNaN\t", out);
        for (int i = 0; i < 18; i++)
            fputs("NaN\t", out);
    }
    tsv_number(out, of->event[event].base.value);
    tsv_clean(name, sizeof name, warning->scenario->strategy[of->strategy].name);
    fprintf(out, "%s\t%s\n", warning->indicators.item[row->number].key, name);
}

void warning_tsv_write(const struct warning *warning, enum warning_event event, FILE *out)
{
    fputs("# figures of the early month, those that are constant with NaN; dollars, months, shares 0..1, counted in the held-out\n"
          "# half: area under the curve with its 95% interval, its chance if the figure tells nothing, corrected for all figures;\n"
          "# struck: share of the warned with the event (precision); caught: of the events that were warned (sensitivity); alarmed:\n"
          "# of the others (1 less specificity); base: of all with the event; place: line of the chart\n"
          "strategy\tplace\tclaimed\tclear\tlow_warns\tthreshold\tarea\tarea_low\tarea_high\tarea_learned\tcorrected\tyouden\tyouden_error\t"
          "youden_learned\tstruck\tstruck_low\tstruck_high\tcaught\tcaught_low\tcaught_high\talarmed\talarmed_low\t"
          "alarmed_high\tbase\tfigure\tname\n", out);
    for (int k = 0; k < warning->strategies; k++)
        for (int r = 0; r < warning->strategy[k].event[event].rows; r++)
            write_row(warning, k, event, r, out);
}

void warning_tsv_tenths(const struct warning *warning, enum warning_event event, FILE *out)
{
    fputs("# held-out companies in tenths of their best claimed figure: the least and the largest value, the share of companies\n"
          "# below and with it, how many they are, and the share with the event\n"
          "strategy\ttenth\tlow\thigh\tfrom\tto\tcompanies\tshare\tshare_low\tshare_high\tfigure\n", out);
    for (int k = 0; k < warning->strategies; k++) {
        const struct warning_strategy *of = &warning->strategy[k];
        for (int t = 0; t < of->tenths[event].count; t++) {
            const struct tenth *tenth = &of->tenths[event].tenth[t];
            fprintf(out, "%d\t%d\t", of->strategy + 1, t + 1);
            tsv_number(out, tenth->low);
            tsv_number(out, tenth->high);
            tsv_number(out, tenth->from);
            tsv_number(out, tenth->to);
            fprintf(out, "%lld\t", (long long)tenth->struck.all);
            write_share(out, &tenth->struck);
            fprintf(out, "%s\n", warning->indicators.item[screening_best(&of->event[event])->number].key);
        }
    }
}
