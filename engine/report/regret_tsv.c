#include "report/regret_tsv.h"

#include "report/regret_words.h"
#include "report/tsv.h"

#include <math.h>

double regret_tsv_most(const struct regret *regret)
{
    double most = 0.0;
    for (int c = 0; c < regret->choices->count; c++)
        for (int s = 0; s < regret->choices->scenarios; s++)
            if (paired_is_clear(&regret->cell[c][s].behind))
                most = fmax(most, regret->cell[c][s].behind.value);
    return most;
}

enum regret_shade regret_tsv_shade(const struct regret *regret, int c, int s)
{
    const struct paired *behind = &regret->cell[c][s].behind;
    const double share = behind->value / regret_tsv_most(regret);
    if (c == regret->leader[s] && regret->clear[s])
        return REGRET_BEST;
    if (!paired_is_clear(behind))
        return REGRET_UNCLEAR;
    return share <= 0.25 ? REGRET_LITTLE : share <= 0.5 ? REGRET_MORE : REGRET_MOST;
}

void regret_tsv_write(const struct regret *regret, FILE *out)
{
    char name[256];
    fputs("# what each choice brings in each scenario, and what it lacks to the one with the most there, in the same worlds, with the\n"
          "# ends of an interval: all intervals hold together in 95% of cases. shade 0: not clear, 1: clearly the best, 2 to 4:\n"
          "# clearly behind, by up to a quarter, a half, all of the most in this table. regret: what it lacks on average to what would\n"
          "# have been best in each world; best_in: share of worlds in which no choice has more\n"
          "row\tcolumn\tshade\toutcome\toutcome_error\tbehind\tbehind_low\tbehind_high\tmost\tregret\tregret_error\tbest_in\tchoice\tscenario\n", out);
    for (int s = 0; s < regret->choices->scenarios; s++)
        for (int c = 0; c < regret->choices->count; c++) {
            const struct regret_cell *cell = &regret->cell[c][s];
            const double numbers[] = {cell->outcome.value, cell->outcome.error, cell->behind.value, cell->behind.low, cell->behind.high,
                                      cell->most, cell->regret.value, cell->regret.error, cell->best};
            fprintf(out, "%d\t%d\t%d\t", c + 1, s + 1, (int)regret_tsv_shade(regret, c, s));
            for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
                tsv_number(out, numbers[i]);
            tsv_clean(name, sizeof name, regret->choices->name[c]);
            fprintf(out, "%s\t", name);
            tsv_clean(name, sizeof name, regret_words_scenario(regret, s));
            fprintf(out, "%s\n", name);
        }
}
