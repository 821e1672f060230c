#include "report/warning_table.h"

#include "report/lettering.h"
#include "report/warning_words.h"

#include <ctype.h>
#include <inttypes.h>

enum { WIDTH = 100, NAME_SIZE = 512, ROWS_SHOWN = 8, LABEL = 31, RULE = 15, AREA = 20, SHARE = 19, CAUGHT = 7 };

static void plain(FILE *out, const char *text)
{
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, text);
    fputs(name, out);
}

/* Left-aligned in so many columns. */
static void put(FILE *out, const char *text, int columns)
{
    const int width = lettering_columns(text);
    fprintf(out, "%s%*s", text, columns > width ? columns - width : 1, "");
}

static void write_row(const struct warning *warning, const struct screening_row *row, FILE *out)
{
    fputs("  ", out);
    put(out, warning->indicators.item[row->number].label, LABEL);
    put(out, row->claimed ? warning_words_rule(warning, row).text : "not clear", RULE);
    if (!row->claimed)
        fputs(warning_words_area(row).text, out);
    if (row->claimed) {
        put(out, warning_words_area(row).text, AREA);
        put(out, warning_words_share(&row->struck).text, SHARE);
        put(out, words_percent(row->caught.value).text, CAUGHT);
        fputs(words_percent(row->alarmed.value).text, out);
    }
    fputc('\n', out);
}

static int count_constant(const struct screening *screening)
{
    int constant = 0;
    for (int r = 0; r < screening->rows; r++)
        constant += screening->row[r].state == SCREENING_CONSTANT;
    return constant;
}

static void write_rows(const struct warning *warning, const struct screening *screening, FILE *out)
{
    int tried = 0;
    fputs("  ", out);
    put(out, "figure", LABEL);
    put(out, "sign", RULE);
    put(out, "AUC", AREA);
    put(out, "of those", SHARE);
    put(out, "caught", CAUGHT);
    fputs("alarms\n", out);
    for (int r = 0; r < screening->rows; r++) {
        if (screening->row[r].state == SCREENING_TRIED && tried++ < ROWS_SHOWN)
            write_row(warning, &screening->row[r], out);
    }
    fprintf(out, "  %d of %d figures are claimed", screening->claims, tried);
    if (count_constant(screening) > 0)
        fprintf(out, "; %d more are constant", count_constant(screening));
    fputs(".\n", out);
}

static void write_pair(const struct warning *warning, enum warning_event event, const struct warning_strategy *of, FILE *out)
{
    char text[WARNING_WORDS_SIZE];
    if (!of->pairing[event].better)
        return;
    warning_words_pair(warning, event, &of->event[event], &of->pairing[event], text, sizeof text);
    fputs("  ", out);
    lettering_print(out, text, WIDTH - 2, 2);
    fputc('\n', out);
}

static void write_event(const struct warning *warning, const struct warning_strategy *of, enum warning_event event,
                        FILE *out)
{
    char text[WARNING_WORDS_SIZE];
    const struct screening *screening = &of->event[event];
    const char *silence = warning_words_silence(screening);
    warning_words_happens(warning, event, text, sizeof text);
    text[0] = (char)toupper((unsigned char)text[0]);
    fprintf(out, "\n%s: %s\n", text, warning_words_share(&screening->base).text);
    if (!silence)
        warning_words_claim(warning, event, screening, screening_best(screening), text, sizeof text);
    fputs("  ", out);
    lettering_print(out, silence ? silence : text, WIDTH - 2, 2);
    fputc('\n', out);
    write_pair(warning, event, of, out);
    if (screening->enough)
        write_rows(warning, screening, out);
}

static void write_strategy(const struct warning *warning, const struct warning_strategy *of, FILE *out)
{
    fputc('\n', out);
    plain(out, warning->scenario->strategy[of->strategy].name);
    fprintf(out, ": %s of %s companies go on after month %d\n", words_count(of->going).text,
            words_count(warning->paths).text, warning->at);
    if (of->going == 0) {
        fputs("  None is left to be warned.\n", out);
        return;
    }
    for (int e = 0; e < WARNING_EVENTS; e++)
        write_event(warning, of, (enum warning_event)e, out);
}

void warning_table_write(const struct warning *warning, FILE *out)
{
    plain(out, warning->scenario->name);
    fprintf(out, "\n%s worlds, seed %" PRIu64 ": what month %d tells of month %d.\n", words_count(warning->paths).text,
            warning->seed, warning->at, warning->by);
    for (int k = 0; k < warning->strategies; k++)
        write_strategy(warning, &warning->strategy[k], out);
    fputc('\n', out);
    lettering_print(out,
                    "Directions and thresholds (the largest share of events warned less share of others warned: Youden's J) are "
                    "learned from one half of the worlds, and every number here is counted in the other; the sentence is of the figure that told best in the first. AUC: the chance that of "
                    "two companies the one that meets with the event is the one with the worse sign; 0.5 tells nothing. Of those: share of "
                    "the warned that meet with the event (precision). Caught: share of the events that were warned "
                    "(sensitivity, hit rate). Alarms: share of the others that were warned, falsely (1 less specificity). In brackets 95% intervals.\n",
                    WIDTH, 0);
    lettering_print(out,
                    "A figure is claimed when its AUC is clear of 0.5 after Holm's correction for all figures and both events of its "
                    "strategy (5%), and its rule beats chance. Where intervals overlap, no figure is clearly better than another; many say nearly the same. A sign goes "
                    "before an end; it need not cause it.\n", WIDTH, 0);
}
