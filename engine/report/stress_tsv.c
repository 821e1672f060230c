#include "report/stress_tsv.h"

#include "report/tab.h"
#include "report/tsv.h"

static void write_line(const struct stress *stress, int r, int k, FILE *out)
{
    char name[256];
    const struct stress_row *row = &stress->row[r];
    const struct stress_effect *effect = &row->effect[k];
    const struct paired *paired[] = {&effect->kept,   &effect->measure, &effect->mean,
                                     &effect->median, &effect->nothing, &effect->closed};
    fprintf(out, "%d\t%d\t%d\t%d", r + 1, stress->strategy[k] + 1, paired_is_clear(&effect->kept), row->best == k);
    for (int p = 0; p < 6; p++)
        tab_paired(paired[p], out);
    tsv_clean(name, sizeof name, row->shock ? row->shock->title : "All of them together");
    fprintf(out, "\t%s", name);
    tsv_clean(name, sizeof name, stress->scenario->strategy[stress->strategy[k]].name);
    fprintf(out, "\t%s\n", name);
}

void stress_tsv_write(const struct stress *stress, FILE *out)
{
    fputs("# each strategy with the shock less without it, in the same worlds, and the ends of its interval (all hold together in 95% of cases). kept:\n"
          "# the measure's change, as a share of its mean without the shock, or in shares 0..1 if it is a chance; clear 1: that\n"
          "# interval excludes zero; best 1: this strategy bears the shock clearly better than every other\n"
          "row\tstrategy\tclear\tbest\tkept\tkept_low\tkept_high\tmeasure\tmeasure_low\tmeasure_high\tmean\tmean_low\tmean_high\t"
          "median\tmedian_low\tmedian_high\tnothing\tnothing_low\tnothing_high\tclosed\tclosed_low\tclosed_high\t"
          "shock\tname\n", out);
    for (int r = 0; r < stress->rows; r++)
        for (int k = 0; k < stress->strategies; k++)
            write_line(stress, r, k, out);
}
