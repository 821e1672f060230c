#include "montecarlo/sampler.h"

#include "model/field.h"
#include "montecarlo/copula.h"
#include "montecarlo/design.h"
#include "montecarlo/margin.h"
#include "montecarlo/quantile.h"
#include "montecarlo/wide.h"
#include "numerics/elementary.h"

#include <assert.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A truncation that leaves less than this of a distribution is taken for a mistake. It also is
 * where rounding of the shares at its ends begins to show in the quantiles. */
static const double LEAST_MASS = 1e-9;

/* Where a column of a strategy comes from: a margin, or a constant when margin is -1. */
struct source {
    int margin;
    double constant;
};

/* Whose address a dimension is drawn from. */
enum address { ADDRESS_COMPANY, ADDRESS_MARKET, ADDRESS_CLIMATE, ADDRESSES };

struct sampler {
    int strategies, dimensions, margins;
    int column[PARAMETER_COLUMNS];           /* of each dimension */
    enum address address[PARAMETER_COLUMNS]; /* of each dimension */
    int first_margin[PARAMETER_COLUMNS + 1]; /* of each dimension; its margins are consecutive */
    struct margin **margin;                  /* strategies that are written alike share one */
    struct source *source;                   /* strategies x PARAMETER_COLUMNS */
    struct design *design;
    struct copula *copula;
};

/* The values of all margins for one block, so that a block costs the same for one strategy or
 * six. */
struct sampler_workspace {
    struct sampler_paths first;
    int n; /* 0: nothing drawn yet */
    struct design_cursor *cursor[ADDRESSES];
    double (*value)[LANES];   /* of each margin */
    double (*coupled)[LANES]; /* normal scores of the coupled dimensions */
};

/* --- Creation ------------------------------------------------------------------------------- */

static const struct field *field_of(int column, int *spread)
{
    enum section section;
    int repeat;
    return fields_of_column(column, &section, &repeat, spread);
}

/* The world is its own two sections, and what model/market.c reads of others. */
static enum address address_of(int column)
{
    static const int borrowed[] = {
        PARAMETER_COLUMN(community.visits),           PARAMETER_COLUMN(community.activation_floor),
        PARAMETER_COLUMN(community.activation_value), PARAMETER_COLUMN(community.loss),
        PARAMETER_COLUMN(community.stickiness),       PARAMETER_COLUMN(capability.commit_decay)};
    enum section section;
    int repeat, spread;
    fields_of_column(column, &section, &repeat, &spread);
    for (size_t b = 0; b < sizeof borrowed / sizeof *borrowed; b++)
        if (column == borrowed[b])
            return ADDRESS_MARKET;
    return section == SECTION_CLIMATE  ? ADDRESS_CLIMATE
           : section == SECTION_MARKET ? ADDRESS_MARKET
                                       : ADDRESS_COMPANY;
}

static void find_dimensions(struct sampler *sampler, const struct scenario *scenario)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        int spread, uncertain = 0;
        if (field_of(column, &spread)->drawn != DRAWN_PATH)
            continue;
        for (int s = 0; s < scenario->strategies; s++)
            uncertain |= scenario->strategy[s].assumptions[column].value.shape != SHAPE_CONSTANT;
        if (!uncertain)
            continue;
        sampler->address[sampler->dimensions] = address_of(column);
        sampler->column[sampler->dimensions++] = column;
    }
}

/* The loader cannot know where a distribution has its mass; GSL can. */
static bool has_mass(const struct scenario *scenario, const struct assumption *assumption,
                     struct complaints *complaints)
{
    const struct distribution *value = &assumption->value;
    double below, upto;
    quantile_window(value, &below, &upto);
    if (upto - below >= LEAST_MASS)
        return true;
    struct place place = assumption->place;
    if (!place.file)
        place = (struct place){scenario->file, 1, 1};
    complaints_add(complaints, place,
                   "the bounds leave nothing of the distribution: practically all of it lies "
                   "outside %g to %g",
                   value->low, value->high);
    return false;
}

static bool have_mass(const struct sampler *sampler, const struct scenario *scenario,
                      struct complaints *complaints)
{
    bool all = true;
    for (int i = 0; i < sampler->dimensions; i++)
        for (int s = 0; s < scenario->strategies; s++)
            all &= has_mass(scenario, &scenario->strategy[s].assumptions[sampler->column[i]],
                            complaints);
    return all;
}

/* The margin of one dimension in strategy s: that of an earlier strategy that is written alike, or
 * a new one, or -1 for a constant. False when memory runs out. */
static bool find_margin(struct sampler *sampler, const struct scenario *scenario, int column, int s)
{
    const struct distribution *value = &scenario->strategy[s].assumptions[column].value;
    struct source *source = &sampler->source[s * PARAMETER_COLUMNS + column];
    if (value->shape == SHAPE_CONSTANT)
        return true;
    for (int t = 0; t < s; t++)
        if (distribution_alike(value, &scenario->strategy[t].assumptions[column].value)) {
            *source = sampler->source[t * PARAMETER_COLUMNS + column];
            return true;
        }
    int spread;
    const struct field *field = field_of(column, &spread);
    struct margin *margin = margin_create(value, field->low, field->high);
    if (!margin)
        return false;
    source->margin = sampler->margins;
    sampler->margin[sampler->margins++] = margin;
    return true;
}

static bool find_margins(struct sampler *sampler, const struct scenario *scenario)
{
    for (int i = 0; i < sampler->dimensions; i++) {
        sampler->first_margin[i] = sampler->margins;
        for (int s = 0; s < scenario->strategies; s++)
            if (!find_margin(sampler, scenario, sampler->column[i], s))
                return false;
    }
    sampler->first_margin[sampler->dimensions] = sampler->margins;
    return true;
}

/* What a column holds when it is not drawn once per path. A monthly field takes two columns: its
 * median, and the standard deviation of the logarithm of what a month draws. */
static double constant_of(const struct strategy *strategy, int column)
{
    int spread;
    const struct field *field = field_of(column, &spread);
    const struct distribution *value = &strategy->assumptions[column - spread].value;
    if (spread)
        return value->shape == SHAPE_LOGNORMAL ? fmax(value->b, 0.0) : 0.0;
    double median = value->shape == SHAPE_LOGNORMAL ? value->a : quantile_of(value, 0.5);
    return fmin(fmax(median, field->low), field->high);
}

static void find_constants(struct sampler *sampler, const struct scenario *scenario)
{
    for (int s = 0; s < scenario->strategies; s++)
        for (int column = 0; column < PARAMETER_COLUMNS; column++)
            sampler->source[s * PARAMETER_COLUMNS + column] =
                (struct source){-1, constant_of(&scenario->strategy[s], column)};
}

static bool prepare(struct sampler *sampler, const struct scenario *scenario, uint64_t seed,
                    int64_t paths, struct complaints *complaints)
{
    sampler->strategies = scenario->strategies;
    find_dimensions(sampler, scenario);
    if (!have_mass(sampler, scenario, complaints))
        return false;
    size_t strategies = (size_t)scenario->strategies;
    sampler->source = malloc(sizeof(struct source) * PARAMETER_COLUMNS * strategies);
    sampler->margin =
        malloc(sizeof(struct margin *) * ((size_t)sampler->dimensions * strategies + 1));
    if (!sampler->source || !sampler->margin)
        return false;
    find_constants(sampler, scenario);
    sampler->copula = copula_create(scenario, sampler->column, sampler->dimensions, complaints);
    sampler->design =
        design_create(scenario->sampling, seed, paths, sampler->dimensions, sampler->column);
    return sampler->copula && sampler->design && find_margins(sampler, scenario);
}

struct sampler *sampler_create(const struct scenario *scenario, uint64_t seed, int64_t paths,
                               struct complaints *complaints)
{
    gsl_set_error_handler_off();
    struct sampler *sampler = calloc(1, sizeof *sampler);
    if (sampler && !prepare(sampler, scenario, seed, paths, complaints)) {
        sampler_destroy(sampler);
        sampler = NULL;
    }
    return sampler;
}

void sampler_destroy(struct sampler *sampler)
{
    if (!sampler)
        return;
    for (int i = 0; i < sampler->margins; i++)
        margin_destroy(sampler->margin[i]);
    free(sampler->margin);
    free(sampler->source);
    copula_destroy(sampler->copula);
    design_destroy(sampler->design);
    free(sampler);
}

int sampler_dimensions(const struct sampler *sampler) { return sampler->dimensions; }

int sampler_column(const struct sampler *sampler, int dimension)
{
    assert(dimension >= 0 && dimension < sampler->dimensions);
    return sampler->column[dimension];
}

struct sampler_workspace *sampler_workspace_create(const struct sampler *sampler)
{
    struct sampler_workspace *workspace = calloc(1, sizeof *workspace);
    if (!workspace)
        return NULL;
    size_t coupled = (size_t)copula_size(sampler->copula);
    bool ready = true;
    for (int a = 0; a < ADDRESSES; a++)
        ready = (workspace->cursor[a] = design_cursor_create(sampler->design)) && ready;
    workspace->value = malloc(sizeof *workspace->value * ((size_t)sampler->margins + 1));
    workspace->coupled = malloc(sizeof *workspace->coupled * (coupled + 1));
    if (!ready || !workspace->value || !workspace->coupled) {
        sampler_workspace_destroy(workspace);
        return NULL;
    }
    return workspace;
}

void sampler_workspace_destroy(struct sampler_workspace *workspace)
{
    if (!workspace)
        return;
    for (int a = 0; a < ADDRESSES; a++)
        design_cursor_destroy(workspace->cursor[a]);
    free(workspace->value);
    free(workspace->coupled);
    free(workspace);
}

/* --- Drawing -------------------------------------------------------------------------------- */

WIDE static void fill_scores(const double *restrict u, int n, double *restrict z)
{
    for (int i = 0; i < n; i++)
        z[i] = elementary_normal_quantile(u[i]);
}

/* All margins of a dimension see the same world: the same u, or the same z. */
static void draw_margins(const struct sampler *sampler, struct sampler_workspace *workspace,
                         int dimension, const double *u, const double *z)
{
    for (int m = sampler->first_margin[dimension]; m < sampler->first_margin[dimension + 1]; m++)
        margin_fill(sampler->margin[m], u, z, workspace->n, workspace->value[m]);
}

static bool reads_scores(const struct sampler *sampler, int dimension)
{
    bool any = false;
    for (int m = sampler->first_margin[dimension]; m < sampler->first_margin[dimension + 1]; m++)
        any |= margin_reads_scores(sampler->margin[m]);
    return any;
}

static void draw_coupled(const struct sampler *sampler, struct sampler_workspace *workspace)
{
    double u[LANES];
    copula_couple(sampler->copula, workspace->n, workspace->coupled);
    for (int i = 0; i < sampler->dimensions; i++) {
        int place = copula_place(sampler->copula, i);
        if (place < 0)
            continue;
        copula_uniforms(workspace->coupled[place], workspace->n, u);
        draw_margins(sampler, workspace, i, u, workspace->coupled[place]);
    }
}

/* One cursor for every address that begins elsewhere. */
static void seek(const struct sampler *sampler, struct sampler_workspace *workspace,
                 struct sampler_paths first, int n, struct design_cursor *cursor[ADDRESSES])
{
    const int64_t at[ADDRESSES] = {first.company, first.market, first.climate};
    workspace->first = first;
    workspace->n = n;
    for (int a = 0; a < ADDRESSES; a++) {
        int same = 0;
        while (at[same] != at[a])
            same++;
        cursor[a] = workspace->cursor[same];
        if (same == a)
            design_seek(sampler->design, cursor[a], at[a], n);
    }
}

static void draw(const struct sampler *sampler, struct sampler_workspace *workspace,
                 struct sampler_paths first, int n)
{
    double u[LANES], z[LANES];
    struct design_cursor *cursor[ADDRESSES];
    seek(sampler, workspace, first, n, cursor);
    for (int i = 0; i < sampler->dimensions; i++) {
        int place = copula_place(sampler->copula, i);
        design_uniforms(sampler->design, cursor[sampler->address[i]], i, u);
        if (place >= 0) {
            fill_scores(u, n, workspace->coupled[place]);
            continue;
        }
        if (reads_scores(sampler, i))
            fill_scores(u, n, z);
        draw_margins(sampler, workspace, i, u, z);
    }
    if (copula_size(sampler->copula) > 0)
        draw_coupled(sampler, workspace);
}

WIDE static void fill_constant(double constant, double *lanes)
{
    for (int i = 0; i < STRIDE; i++)
        lanes[i] = constant;
}

static void fill_values(const double *value, int n, double *lanes)
{
    memcpy(lanes, value, sizeof(double) * (size_t)n);
    for (int i = n; i < STRIDE; i++)
        lanes[i] = value[0];
}

static bool same_paths(struct sampler_paths a, struct sampler_paths b)
{
    return a.company == b.company && a.market == b.market && a.climate == b.climate;
}

void sampler_fill(const struct sampler *sampler, struct sampler_workspace *workspace, int strategy,
                  int64_t first, int n, struct parameters *parameters)
{
    struct sampler_paths paths = {first, first, first};
    sampler_fill_apart(sampler, workspace, strategy, paths, n, parameters);
}

void sampler_fill_apart(const struct sampler *sampler, struct sampler_workspace *workspace,
                        int strategy, struct sampler_paths first, int n,
                        struct parameters *parameters)
{
    assert(strategy >= 0 && strategy < sampler->strategies && n >= 1 && n <= LANES);
    if (workspace->n != n || !same_paths(workspace->first, first))
        draw(sampler, workspace, first, n);
    const struct source *source = sampler->source + (size_t)strategy * PARAMETER_COLUMNS;
    double(*column)[STRIDE] = (void *)parameters;
    for (int i = 0; i < PARAMETER_COLUMNS; i++)
        if (source[i].margin < 0)
            fill_constant(source[i].constant, column[i]);
        else
            fill_values(workspace->value[source[i].margin], n, column[i]);
}
