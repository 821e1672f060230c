#include "report/calibration_pages.h"

#include "report/heading.h"
#include "report/lettering.h"
#include "report/magnitude.h"
#include "report/meta.h"
#include "scenario/key_name.h"

#include <inttypes.h>

enum { ROWS_MAX = 10, NAME_SIZE = 256 };

const char *const calibration_pages_key = "learned";

/* --- Data ----------------------------------------------------------------------------------- */

void calibration_pages_data(const struct calibration *calibration, FILE *out)
{
    fputs("# numbers before and after, in the engine's units; the scores are where the latter stand on the scale of\n"
          "# the normal distribution that the former make; narrowed is a share, moved is in standard deviations\n"
          "row\tprior_p5\tprior_median\tprior_p95\tp5\tmedian\tp95\tscore_p5\tscore_median\tscore_p95\tnarrowed\t"
          "moved\tidentified\tkey\n", out);
    for (int n = 0; n < calibration->numbers; n++) {
        const struct calibration_number *number = &calibration->number[n];
        fprintf(out, "%d", n + 1);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            fprintf(out, "\t%.10g", number->prior[q]);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            fprintf(out, "\t%.10g", number->posterior[q]);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            fprintf(out, "\t%.10g", number->score[q]);
        fprintf(out, "\t%.6g\t%.6g\t%d\t%s\n", number->narrowed, number->moved, number->identified,
                key_name(number->column).text);
    }
}

/* --- Words ---------------------------------------------------------------------------------- */

static int count_identified(const struct calibration *calibration)
{
    int count = 0;
    while (count < calibration->numbers && calibration->number[count].identified)
        count++;
    return count;
}

static void write_title(const struct calibration *calibration, char title[CAPTION_SIZE])
{
    const int count = count_identified(calibration);
    const struct calibration_number *first = &calibration->number[0];
    if (count == 0)
        snprintf(title, CAPTION_SIZE, "The history says hardly anything of any of the %s uncertain numbers",
                 words_small_count(calibration->numbers).text);
    else if (count == calibration->numbers)
        snprintf(title, CAPTION_SIZE, "The history speaks of all %s numbers, most of %s: now %s",
                 words_small_count(count).text,
                 key_name(first->column).text,
                 magnitude_interval(first->posterior[0], first->posterior[2], first->field->unit).text);
    else
        snprintf(title, CAPTION_SIZE, "The history speaks of %s of %s uncertain numbers, most of %s: now %s",
                 words_small_count(count).text, words_small_count(calibration->numbers).text, key_name(first->column).text,
                 magnitude_interval(first->posterior[0], first->posterior[2], first->field->unit).text);
}

static void write_caption(const struct calibration *calibration, FILE *meta)
{
    const struct scenario *scenario = calibration->company->scenario;
    struct caption caption = {.strategy = 0};
    char name[NAME_SIZE], strategy[NAME_SIZE], source[2 * NAME_SIZE];
    write_title(calibration, caption.title);
    snprintf(caption.subtitle, CAPTION_SIZE,
             "Nine in ten of what was held possible (light), and of what still is (dark; grey: not identified)");
    snprintf(caption.note, CAPTION_SIZE, "as much as %s worlds of equal weight%s%s",
             words_round_count(calibration->effective).text,
             calibration->widening > 1.0 ? ", errors widened" : "",
             calibration->numbers > ROWS_MAX ? "; the numbers that narrowed most" : "");
    lettering_shorten(name, sizeof name, calibration->history->name, 24);
    lettering_shorten(strategy, sizeof strategy, scenario->strategy[calibration->company->strategy].name, 24);
    snprintf(source, sizeof source, "%.200s · %.200s · seed %" PRIu64 " · %s worlds", name, strategy,
             calibration->seed, words_count(calibration->paths).text);
    heading_write(&caption, calibration_pages_key, source, meta);
}

void calibration_pages_write(const struct calibration *calibration, FILE *meta)
{
    const int rows = calibration->numbers < ROWS_MAX ? calibration->numbers : ROWS_MAX;
    write_caption(calibration, meta);
    for (int n = 0; n < rows; n++) {
        const struct calibration_number *number = &calibration->number[n];
        const enum unit unit = number->field->unit;
        meta_text(meta, key_name(number->column).text, "learned_key_%d", n + 1);
        meta_text(meta, magnitude_interval(number->prior[0], number->prior[2], unit).text, "learned_before_%d", n + 1);
        meta_text(meta, magnitude_interval(number->posterior[0], number->posterior[2], unit).text, "learned_after_%d",
                  n + 1);
        meta_number(meta, number->identified, "learned_identified_%d", n + 1);
        for (int q = 0; q < CALIBRATION_QUANTILES; q++)
            meta_number(meta, number->score[q], "learned_score%d_%d", q + 1, n + 1);
    }
    meta_number(meta, rows, "learned_rows");
    meta_text(meta, calibration_pages_key, "deck_pages");
}
