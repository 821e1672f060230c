#include "report/terms_tsv.h"

#include "report/tab.h"
#include "report/tsv.h"

void terms_tsv_write(const struct terms *terms, FILE *out)
{
    char name[256];
    fputs("# with each term less without it, in the same worlds, and the ends of its interval (all hold together in 95% of cases); terms that do not\n"
          "# apply are left out. Dollars, shares 0..1, multiples. clear 1: the worth's interval excludes zero\n"
          "row\tclear\tcertain\tcertain_low\tcertain_high\tnothing\tnothing_low\tnothing_high\t"
          "median\tmedian_low\tmedian_high\tmean\tmean_low\tmean_high\tmultiple\tmultiple_low\tmultiple_high\t"
          "loss_ratio\tloss_ratio_low\tloss_ratio_high\tworlds\tterm\tagainst\n", out);
    for (int e = 0; e < terms->apply; e++) {
        const struct terms_effect *effect = &terms->effect[e];
        const struct paired *paired[] = {&effect->certain, &effect->nothing,  &effect->median,
                                         &effect->mean,    &effect->multiple, &effect->loss_ratio};
        fprintf(out, "%d\t%d", e + 1, paired_is_clear(&effect->certain));
        for (int p = 0; p < 6; p++)
            tab_paired(paired[p], out);
        fprintf(out, "\t%lld", (long long)effect->certain.worlds);
        tsv_clean(name, sizeof name, effect->term->title);
        fprintf(out, "\t%s", name);
        tsv_clean(name, sizeof name, effect->term->against);
        fprintf(out, "\t%s\n", name);
    }
}
