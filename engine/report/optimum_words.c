#include "report/optimum_words.h"

#include "report/amount.h"
#include "report/gain.h"
#include "report/lettering.h"

#include <math.h>

enum { NAME_SIZE = 400 };

struct words optimum_words_aim(const struct optimum *optimum, double aim)
{
    return gain_level(&optimum->task.objective.measure, aim);
}

struct words optimum_words_objective(const struct optimum *optimum)
{
    const struct objective *objective = &optimum->task.objective;
    struct words words;
    if (objective->by == OBJECTIVE_CERTAIN)
        snprintf(words.text, sizeof words.text, "one founder's certainty equivalent");
    else
        snprintf(words.text, sizeof words.text, "the %s of %.40s", objective->by == OBJECTIVE_MEAN ? "mean" : "median",
                 objective->measure.name);
    return words;
}

struct optimum_sentence optimum_words_levers(const struct optimum *optimum, int t)
{
    struct optimum_sentence said = {""};
    size_t length = 0;
    for (int l = 0; l < optimum->task.levers && length < 1200; l++) {
        const struct lever *lever = &optimum->task.lever[l];
        const struct field *field = lever->key.field;
        const double value = optimum->try[t].value[l];
        const char *word = field->unit == UNIT_WORD && isfinite(value) ? field->words[(int)value] : NULL;
        length += (size_t)snprintf(said.text + length, sizeof said.text - length, "%s%s %s", l ? ", " : "", lever->name,
                                   word ? word : amount_words(value, field->unit).text);
    }
    return said;
}

struct optimum_sentence optimum_words_verdict(const struct optimum *optimum)
{
    struct optimum_sentence said;
    const struct measure *measure = &optimum->task.objective.measure;
    const struct optimum_check *fresh = &optimum->fresh;
    char name[NAME_SIZE];
    lettering_plain(name, sizeof name, optimum->task.scenario->strategy[optimum->task.strategy].name);
    if (optimum->best < 0)
        snprintf(said.text, sizeof said.text, "Nothing that was tried keeps the limits");
    else if (optimum->best == 0)
        snprintf(said.text, sizeof said.text, "No improvement: of %d tries none is better than %s as it is",
                 optimum->tried - 1, name);
    else if (!optimum->keeps_limits)
        snprintf(said.text, sizeof said.text, "The best of %d tries breaks a limit in fresh worlds: it is no answer",
                 optimum->tried - 1);
    else if (!optimum->clear)
        snprintf(said.text, sizeof said.text,
                 "No clear improvement: in fresh worlds the best of %d tries changes %s of %s by %s (95%%: %s)",
                 optimum->tried - 1, optimum_words_objective(optimum).text, name, gain_words(measure, fresh->gain.value).text,
                 gain_interval(measure, fresh->gain).text);
    else
        snprintf(said.text, sizeof said.text, "%s: %s goes from %s to %s in fresh worlds, with %.600s", name,
                 optimum_words_objective(optimum).text, optimum_words_aim(optimum, fresh->base.value).text,
                 optimum_words_aim(optimum, fresh->best.value).text, optimum_words_levers(optimum, optimum->best).text);
    return said;
}
