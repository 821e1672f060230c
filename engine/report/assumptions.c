#include "report/assumptions.h"

#include "analysis/footing.h"
#include "report/effect.h"
#include "report/lettering.h"
#include "report/meta.h"
#include "report/sentences.h"
#include "report/tab.h"
#include "report/tsv.h"
#include "scenario/key_name.h"
#include "scenario/notation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 1024 };

static const char *const unit_words[] = {
    [UNIT_COUNT] = "count",   [UNIT_SHARE] = "share",   [UNIT_DOLLARS] = "dollars",
    [UNIT_DOLLARS_MONTH] = "dollars per time", [UNIT_MONTHS] = "time", [UNIT_RATE] = "rate",
    [UNIT_PEOPLE] = "people", [UNIT_MULTIPLE] = "multiple", [UNIT_NUMBER] = "number", [UNIT_WORD] = "word"};

/* Whether so much is explained that shares of it can be told from chance. */
static bool is_measured(const struct footing *footing)
{
    return footing && footing->spread && footing->uncertain > 0 &&
           footing->sum.value - words_margin(footing->sum.error) > 0.02;
}

/* --- A sentence ----------------------------------------------------------------------------- */

static void say_grades(const struct footing *footing, FILE *out)
{
    static const struct {
        int grade;
        const char *words;
    } others[] = {{PROVENANCE_UNGRADED, "on what the scenario sets without a source"},
                  {RECALLED, "on figures recalled from a source"},
                  {VERIFIED, "on verified figures"},
                  {DEFINITION, "on definitions"}};
    const struct figure judged = footing->grade_share[JUDGEMENT];
    if (judged.error < 1e-6)
        fprintf(out, " %s of that part rests on numbers of judgement grade", judged.value > 0.5 ? "All" : "None");
    else if (judged.value <= words_margin(judged.error))
        fprintf(out, " No clear part of that rests on numbers of judgement grade");
    else
        fprintf(out, " %s of that part rests on numbers of judgement grade",
                words_percent_about(judged.value, judged.error).text);
    for (size_t o = 0; o < sizeof others / sizeof *others; o++) {
        const struct figure share = footing->grade_share[others[o].grade];
        if (share.error < 1e-6 && share.value > 0.5)
            fprintf(out, ", all %s", others[o].words);
        else if (share.value - words_margin(share.error) > 0.005)
            fprintf(out, ", %s %s", words_percent_about(share.value, share.error).text, others[o].words);
    }
    if (footing->judged > 0)
        fprintf(out, "; %d further number%s of judgement grade %s held constant and so explain%s nothing here", footing->judged,
                footing->judged == 1 ? "" : "s", footing->judged == 1 ? "is" : "are", footing->judged == 1 ? "s" : "");
    fprintf(out, ".\n");
}

void assumptions_say(const struct summary *summary, FILE *out)
{
    const struct footing *footing = summary->footing;
    if (!footing || summary->paths < SENTENCES_FEW_WORLDS || !footing->spread)
        return;
    char name[TEXT_SIZE];
    lettering_plain(name, sizeof name, summary->strategy[footing->subject].name);
    if (footing->uncertain == 0) {
        fprintf(out, "No assumption of %s is uncertain: all spread of its founders' result is luck.\n", name);
        return;
    }
    if (!is_measured(footing)) {
        fprintf(out, "What single assumptions explain of the founders' result under %s cannot be told from "
                     "chance in so many worlds.\n", name);
        return;
    }
    fprintf(out, "Single assumptions explain %s of the spread of the founders' result under %s (its rank); the "
                 "rest is luck and how assumptions act together.",
            words_percent_about(footing->sum.value, footing->sum.error).text, name);
    say_grades(footing, out);
}

/* --- A table -------------------------------------------------------------------------------- */

static int by_index(const void *a, const void *b)
{
    const struct footing_row *one = *(const struct footing_row *const *)a;
    const struct footing_row *other = *(const struct footing_row *const *)b;
    const bool first = isfinite(one->first.value), second = isfinite(other->first.value);
    if (first != second)
        return first ? -1 : 1;
    if (first && one->first.value != other->first.value)
        return one->first.value > other->first.value ? -1 : 1;
    return one < other ? -1 : 1;
}

/* The rows, the largest index first; to be freed. NULL when memory ran out. */
static const struct footing_row **sort_rows(const struct footing *footing)
{
    const struct footing_row **sorted = malloc(((size_t)footing->count + 1) * sizeof *sorted);
    for (int r = 0; sorted && r < footing->count; r++)
        sorted[r] = &footing->row[r];
    if (sorted)
        qsort(sorted, (size_t)footing->count, sizeof *sorted, by_index);
    return sorted;
}

/* What a writer writes, in one clean line. */
static void spell(char text[TEXT_SIZE], const struct footing_row *row, bool origin)
{
    char *written = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&written, &length);
    text[0] = '\0';
    if (!stream)
        return;
    if (origin)
        notation_write_origin(row->assumption, stream);
    else if (row->provenance.written[0])
        fputs(row->provenance.written, stream);
    else
        notation_write(row->assumption, row->field, stream);
    if (fclose(stream) == 0)
        tsv_clean(text, TEXT_SIZE, written);
    free(written);
}

static void list_strategies(const struct summary *summary, unsigned strategies, FILE *out)
{
    if (strategies == (1u << summary->strategies) - 1) {
        fputs("all", out);
        return;
    }
    const char *comma = "";
    for (int s = 0; s < summary->strategies; s++)
        if (strategies & 1u << s) {
            fprintf(out, "%s%d", comma, s + 1);
            comma = ",";
        }
}

void assumptions_list(const struct summary *summary, FILE *out)
{
    fputs("place\tkey\tvalue\tunit\tdecided_by\tstrategies\tset_by\tgrade\tindex\terror\tsource\tmeaning\n", out);
    const struct footing *footing = summary->footing;
    const struct footing_row **rows = footing ? sort_rows(footing) : NULL;
    for (int r = 0; rows && r < footing->count; r++) {
        const struct footing_row *row = rows[r];
        char value[TEXT_SIZE], origin[TEXT_SIZE], source[TEXT_SIZE], meaning[TEXT_SIZE];
        spell(value, row, false);
        spell(origin, row, true);
        tsv_clean(source, sizeof source, row->provenance.source);
        tsv_clean(meaning, sizeof meaning, row->field->meaning);
        fprintf(out, "%d\t%s\t%s\t%s\t%s\t", r + 1, key_name(row->column).text, value, unit_words[row->field->unit],
                row->field->owner == LEVER ? "lever" : "uncertainty");
        list_strategies(summary, row->strategies, out);
        fprintf(out, "\t%s\t%s", origin, provenance_word[row->provenance.grade]);
        tab_figure(row->first, out);
        fprintf(out, "\t%s\t%s\n", source[0] ? source : "-", meaning);
    }
    free(rows);
}

/* --- A page --------------------------------------------------------------------------------- */

static void tell_share(const struct telling *tell, const struct footing *footing)
{
    const struct words sum = words_percent(footing->sum.value);
    const double judged = footing->grade_share[JUDGEMENT].value;
    if (judged > 0.995)
        telling_title(tell, "Single assumptions explain %s of the spread, and all of that rests on judgement", sum.text);
    else
        telling_title(tell, "Single assumptions explain %s of the spread; %s of that part rests on judgement", sum.text,
                      words_percent(fmax(judged, 0)).text);
}

bool assumptions_caption(const struct telling *tell)
{
    const struct footing *footing = tell->summary->footing;
    if (!is_measured(footing))
        return false;
    tell->caption->strategy = footing->subject;
    if (tell->other == NULL || !telling_few_worlds(tell))
        tell_share(tell, footing);
    telling_subtitle(tell, "What one assumption explains of the spread of founders\u2019 take-home (in ranks) under %s; "
                           "95%% intervals", tell->subject);
    telling_note(tell, "values as written; the rest is luck and what assumptions do together");
    return true;
}

void assumptions_page(const struct summary *summary, FILE *meta)
{
    const struct footing *footing = summary->footing;
    const struct footing_row **rows = sort_rows(footing);
    int shown = 0;
    double most = 0;
    for (; rows && shown < ASSUMPTIONS_ROWS && shown < footing->count; shown++) {
        const struct footing_row *row = rows[shown];
        if (!(row->first.value > 0))
            break;
        char text[TEXT_SIZE], line[TEXT_SIZE];
        effect_meaning(row->section, row->field, row->repeat, text, sizeof text);
        lettering_shorten(line, sizeof line, text, 25.5);
        meta_text(meta, line, "assumptions_label_%d", shown + 1);
        spell(text, row, false);
        lettering_shorten(line, sizeof line, text, 13.5);
        meta_text(meta, line, "assumptions_value_%d", shown + 1);
        meta_text(meta, provenance_word[row->provenance.grade], "assumptions_grade_%d", shown + 1);
        most = fmax(most, row->first.value + words_margin(row->first.error));
    }
    free(rows);
    meta_number(meta, shown, "assumptions_rows");
    meta_number(meta, most > 0 ? most : 1, "assumptions_most");
}
