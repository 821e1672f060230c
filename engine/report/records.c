#include "report/records.h"

#include "model/field.h"
#include "montecarlo/sampler.h"
#include "scenario/key_name.h"
#include "report/glossary.h"
#include "report/loss.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const outcomes[OUTCOMES] = {"shut_down", "private", "acquihired", "acquired", "ipo"};

static void write_header(const struct batch *batch, FILE *out)
{
    fprintf(out, "# %lld worlds, seed %llu, scenario hash %016llx, playbook %s\n",
            (long long)batch->paths, (unsigned long long)batch->seed,
            (unsigned long long)batch->scenario->hash, PLAYBOOK_VERSION);
    fputs("# one row per world and strategy; dollars, months, shares; then what was drawn once per "
          "world, in the engine's units (rates and prices per month)\n", out);
    fputs("world\tstrategy\toutcome\tcause\tmonth\ttake_home\tproceeds\tfounder_proceeds\t"
          "pool_proceeds\tlender_proceeds\tinvestor_proceeds\tinvested\tfounders_share\trevenue\trounds\tstage", out);
    for (int d = 0; d < sampler_dimensions(batch->sampler); d++)
        fprintf(out, "\t%s", key_name(sampler_column(batch->sampler, d)).text);
    fputc('\n', out);
}

static void write_row(const struct batch *batch, int strategy, int64_t path, int lane,
                      const struct parameters *given, FILE *out)
{
    const struct result *result = &batch->result[strategy][path];
    fprintf(out, "%lld\t%d\t%s\t%s\t%d\t%.10g\t%.10g\t%.10g\t%.10g\t%.10g\t%.10g\t%.10g\t%.6g\t%.6g\t%d\t%d",
            (long long)path, strategy + 1, outcomes[result->outcome], glossary_cause_key[result->cause],
            result->month, result->founder_present, result->proceeds, result->founder_proceeds,
            result->pool_proceeds, result->lender_proceeds, result->investor_proceeds, result->invested,
            (double)result->founders_share, (double)result->revenue, result->rounds,
            result->stage + 1);
    for (int d = 0; d < sampler_dimensions(batch->sampler); d++) {
        const double *column = (const double *)given + (size_t)sampler_column(batch->sampler, d) * STRIDE;
        fprintf(out, "\t%.7g", column[lane]);
    }
    fputc('\n', out);
}

static bool write_rows(const struct batch *batch, FILE *out)
{
    struct parameters *given[STRATEGIES_MAX] = {0};
    struct sampler_workspace *workspace = sampler_workspace_create(batch->sampler);
    bool ready = workspace != NULL;
    for (int s = 0; s < batch->scenario->strategies; s++)
        ready = (given[s] = malloc(sizeof *given[s])) && ready;
    for (int64_t first = 0; first < batch->paths && ready; first += LANES) {
        int n = batch->paths - first < LANES ? (int)(batch->paths - first) : LANES;
        for (int s = 0; s < batch->scenario->strategies; s++)
            sampler_fill(batch->sampler, workspace, s, first, n, given[s]);
        for (int lane = 0; lane < n; lane++)
            for (int s = 0; s < batch->scenario->strategies; s++)
                write_row(batch, s, first + lane, lane, given[s], out);
        ready = !ferror(out);
    }
    sampler_workspace_destroy(workspace);
    for (int s = 0; s < STRATEGIES_MAX; s++)
        free(given[s]);
    return ready;
}

int records_write(const struct batch *batch, const char *path, FILE *talk)
{
    FILE *out = fopen(path, "w");
    int reason = out ? 0 : errno;
    if (out) {
        write_header(batch, out);
        const bool complete = write_rows(batch, out);
        reason = loss_of(out);
        if (fclose(out) != 0 && reason == 0)
            reason = errno;
        if (!complete && reason == 0)
            reason = ENOMEM;
    }
    if (reason != 0)
        fprintf(talk, "playbook: cannot write '%s': %s\n", path, strerror(reason));
    return reason == 0 ? 0 : -1;
}
