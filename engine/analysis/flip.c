#include "analysis/flip.h"

#include "analysis/simultaneous.h"
#include "analysis/use.h"
#include "analysis/variants.h"
#include "model/field.h"
#include "montecarlo/inputs.h"
#include "numerics/elementary.h"
#include "numerics/normal.h"

#include <math.h>
#include <stdlib.h>

enum { STEPS_OUTWARD = 9, PAIR_STEPS = 7 };

/* A pair is followed to one world in 740 on either side. */
static const double PAIR_FURTHEST = 3.0;

/* --- What is asked -------------------------------------------------------------------------- */

/* Two strategies have two playbooks, two plans, two boards: a number of the one is not the other's. */
static bool is_of_one_strategy(int column)
{
    enum section section;
    int repeat, spread;
    fields_of_column(column, &section, &repeat, &spread);
    return section == SECTION_PLAYBOOK || section == SECTION_FUNDING || section == SECTION_BOARD || section == SECTION_STAGE ||
           section == SECTION_ROUND;
}

static bool is_asked(const struct flip *flip, int column, unsigned of, bool all, struct flip_assumption *assumption)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    *assumption = (struct flip_assumption){.column = column, .chance = NAN};
    if (spread || use_bound_to_others(column))
        return false;
    assumption->low = field->low;
    assumption->high = field->high;
    for (int i = 0; i < 2; i++) {
        assumption->base[i] = NAN;
        if (use_objection(flip->scenario, flip->strategy[i], column))
            continue;
        if (!(of & 1u << i)) {
            assumption->alone = true;
            continue;
        }
        const bool uncertain = use_is_uncertain(flip->scenario, flip->strategy[i], column);
        if (!assumption->strategies || (uncertain && !assumption->uncertain))
            assumption->subject = i;
        assumption->strategies |= 1u << i;
        assumption->uncertain |= uncertain;
    }
    return assumption->strategies != 0 && (all || assumption->uncertain);
}

struct flip *flip_create(const struct scenario *scenario, const struct contest *contest, int a, int b, bool all)
{
    struct flip *flip = calloc(1, sizeof *flip);
    if (!flip)
        return NULL;
    flip->scenario = scenario;
    flip->contest = *contest;
    flip->strategy[0] = a;
    flip->strategy[1] = b;
    flip->assumption = calloc(2 * PARAMETER_COLUMNS, sizeof *flip->assumption);
    if (!flip->assumption) {
        flip_destroy(flip);
        return NULL;
    }
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        const bool one = is_of_one_strategy(column);
        for (unsigned of = one ? 1 : 3; of <= (one ? 2u : 3u); of++)
            flip->count += is_asked(flip, column, of, all, &flip->assumption[flip->count]);
    }
    return flip;
}

void flip_destroy(struct flip *flip)
{
    if (!flip)
        return;
    free(flip->assumption);
    free(flip);
}

/* --- Playing one variant -------------------------------------------------------------------- */

static void fix(struct batch *batch, const struct flip *flip, const struct flip_assumption *assumption, double value)
{
    for (int i = 0; i < 2; i++)
        if (assumption->strategies & 1u << i)
            batch_fix(batch, flip->strategy[i], assumption->column, value);
}

static enum batch_end compare(struct variants_bench *bench, const struct flip *flip, struct contest_sums *sums)
{
    const enum batch_end end = variants_play(bench, flip->paths);
    if (end == BATCH_DONE)
        *sums = variants_compare(bench, flip->strategy[0], flip->strategy[1], 0);
    return end;
}

/* One search on one bench. */
struct seeker {
    struct flip *flip;
    struct variants_bench *bench;
    struct flip_assumption *assumption;
    const struct flip_pair *pair;
    enum batch_end end;
};

static double lead_of(struct seeker *seeker, struct figure *figure)
{
    struct contest_sums sums = {.worlds = 0};
    seeker->end = compare(seeker->bench, seeker->flip, &sums);
    if (seeker->end != BATCH_DONE)
        return NAN;
    *figure = contest_figure(&sums);
    return contest_z(&sums);
}

static double lead_alone(double x, void *context)
{
    struct seeker *seeker = context;
    struct flip_assumption *assumption = seeker->assumption;
    struct figure figure = {NAN, NAN};
    batch_restart(seeker->bench->batch, 0);
    fix(seeker->bench->batch, seeker->flip, assumption, x);
    const double lead = lead_of(seeker, &figure);
    if (assumption->uncertain && x == assumption->p5)
        assumption->at[0] = figure;
    if (assumption->uncertain && x == assumption->p95)
        assumption->at[1] = figure;
    return lead;
}

/* --- One assumption ------------------------------------------------------------------------- */

/* Distances are those of the logarithm, from a hundredth of the base upwards. */
struct scale {
    double low, foot;
};

static double scaled(double x, const void *of)
{
    const struct scale *scale = of;
    return log(x - scale->low + scale->foot);
}

static double unscaled(double s, const void *of)
{
    const struct scale *scale = of;
    return exp(s) - scale->foot + scale->low;
}

static void add(struct crossing_search *search, double x)
{
    if (search->count == 0 || x > search->x[search->count - 1])
        search->x[search->count++] = x;
}

/* From the legal range's low end through what the scenario thinks likely to its high end. */
static void lay_out(const struct flip_assumption *assumption, const double *likely, int count, double base,
                    const struct scale *scale, struct crossing_search *search)
{
    const double s_low = scaled(assumption->low, scale), s_high = scaled(assumption->high, scale);
    const double s_first = scaled(likely[0], scale), s_last = scaled(likely[count - 1], scale);
    add(search, assumption->low);
    for (int i = 1; i < STEPS_OUTWARD; i++)
        add(search, unscaled(s_low + (s_first - s_low) * i / STEPS_OUTWARD, scale));
    for (int i = 0; i < count; i++)
        add(search, fmin(fmax(likely[i], assumption->low), assumption->high));
    for (int i = 1; i < STEPS_OUTWARD; i++)
        add(search, fmin(unscaled(s_last + (s_high - s_last) * i / STEPS_OUTWARD, scale), assumption->high));
    add(search, assumption->high);
    for (int i = 0; i < search->count; i++)
        if (search->x[i] <= base)
            search->base = i;
}

static void describe(const struct flip *flip, struct flip_assumption *assumption, double *likely, double *base)
{
    static const double levels[] = {0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99};
    struct use_limits limits = {assumption->low, assumption->high, -1, -1};
    for (int i = 1; i >= 0; i--) {
        if (!(assumption->strategies & 1u << i))
            continue;
        const int strategy = flip->strategy[i];
        assumption->base[i] = use_median(flip->scenario, strategy, assumption->column);
        use_narrow(flip->scenario, strategy, assumption->column, &limits);
    }
    for (int q = 0; q < 7; q++)
        likely[q] = use_quantile(flip->scenario, flip->strategy[assumption->subject], assumption->column, levels[q]);
    *base = assumption->base[assumption->subject];
    assumption->p5 = likely[1];
    assumption->p95 = likely[5];
    assumption->low = fmin(limits.low, likely[0]);
    assumption->high = fmax(limits.high, likely[6]);
    assumption->at[0] = assumption->at[1] = (struct figure){NAN, NAN};
}

static enum batch_end seek_alone(int number, struct variants_bench *bench, void *context)
{
    struct flip *flip = context;
    struct flip_assumption *assumption = &flip->assumption[number];
    struct seeker seeker = {.flip = flip, .bench = bench, .assumption = assumption};
    double likely[7], base;
    describe(flip, assumption, likely, &base);
    if (!(assumption->low < assumption->high)) {
        assumption->crossing = (struct crossing){.end = CROSSING_NOTHING, .x = NAN, .low = NAN, .high = NAN};
        return BATCH_DONE;
    }
    const double above = base - assumption->low;
    const struct scale scale = {assumption->low,
                                above > 0.0 ? above / 100.0 : (assumption->high - assumption->low) / 1e4};
    struct crossing_search search = {.first_leads = flip->leader == 0, .scale = scaled, .unscale = unscaled, .of = &scale};
    lay_out(assumption, likely, 7, base, &scale, &search);
    search.width = simultaneous_width(search.count * flip->count);
    assumption->crossing = crossing_find(&search, lead_alone, &seeker);
    return seeker.end;
}

/* --- Pairs ---------------------------------------------------------------------------------- */

static double upper_tail(double z) { return 0.5 * erfc(z / sqrt(2.0)); }

static double value_at(const struct flip *flip, const struct flip_pair *pair, int which, double z)
{
    const struct flip_assumption *assumption = &flip->assumption[pair->assumption[which]];
    return use_quantile(flip->scenario, flip->strategy[assumption->subject], assumption->column,
                        upper_tail(-pair->sign[which] * z));
}

static double lead_together(double z, void *context)
{
    struct seeker *seeker = context;
    const struct flip *flip = seeker->flip;
    struct figure figure;
    batch_restart(seeker->bench->batch, 0);
    for (int w = 0; w < 2; w++)
        fix(seeker->bench->batch, flip, &flip->assumption[seeker->pair->assumption[w]],
            value_at(flip, seeker->pair, w, z));
    return lead_of(seeker, &figure);
}

static enum batch_end seek_together(int number, struct variants_bench *bench, void *context)
{
    struct flip *flip = context;
    struct flip_pair *pair = &flip->pair[number];
    struct seeker seeker = {.flip = flip, .bench = bench, .pair = pair};
    struct crossing_search search = {.count = PAIR_STEPS, .first_leads = flip->leader == 0,
                                     .width = simultaneous_width(PAIR_STEPS * flip->pairs)};
    for (int i = 0; i < PAIR_STEPS; i++)
        search.x[i] = PAIR_FURTHEST * i / (PAIR_STEPS - 1);
    pair->crossing = crossing_find(&search, lead_together, &seeker);
    pair->tail = upper_tail(pair->crossing.x);
    for (int w = 0; w < 2; w++)
        pair->value[w] = isnan(pair->crossing.x) ? NAN : value_at(flip, pair, w, pair->crossing.x);
    return seeker.end;
}

static double swing_of(const struct flip_assumption *assumption)
{
    return assumption->uncertain ? assumption->at[1].value - assumption->at[0].value : NAN;
}

/* Those that move the difference most between the ends of nine worlds in ten. */
static void choose_pairs(struct flip *flip)
{
    int powerful[FLIP_POWERFUL], count = 0;
    for (int a = 0; a < flip->count; a++) {
        const double swing = fabs(swing_of(&flip->assumption[a]));
        if (!(swing > 0.0))
            continue;
        int place = count;
        while (place > 0 && fabs(swing_of(&flip->assumption[powerful[place - 1]])) < swing)
            place--;
        if (place == FLIP_POWERFUL)
            continue;
        for (int p = count < FLIP_POWERFUL ? count++ : FLIP_POWERFUL - 1; p > place; p--)
            powerful[p] = powerful[p - 1];
        powerful[place] = a;
    }
    flip->pairs = 0;
    const double towards = flip->leader == 0 ? -1.0 : 1.0; /* where the one behind gains */
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++) {
            struct flip_pair *pair = &flip->pair[flip->pairs++];
            *pair = (struct flip_pair){.assumption = {powerful[i], powerful[j]}};
            for (int w = 0; w < 2; w++)
                pair->sign[w] = towards * swing_of(&flip->assumption[pair->assumption[w]]) > 0.0 ? 1.0 : -1.0;
        }
}

/* --- All ------------------------------------------------------------------------------------ */

/* What the scenario draws, to say how likely a value beyond a crossing is. */
struct base_task {
    struct flip *flip;
    struct inputs *inputs[2];
};

static enum batch_end play_base(int number, struct variants_bench *bench, void *context)
{
    struct base_task *task = context;
    struct flip *flip = task->flip;
    (void)number;
    batch_restart(bench->batch, 0);
    const enum batch_end end = compare(bench, flip, &flip->base);
    if (end != BATCH_DONE)
        return end;
    for (int i = 0; i < 2; i++)
        if (!(task->inputs[i] = inputs_create(bench->batch, flip->strategy[i], flip->paths)))
            return BATCH_NO_MEMORY;
    return BATCH_DONE;
}

static double share_beyond(const double *value, int64_t paths, const struct crossing *crossing)
{
    int64_t beyond = 0;
    for (int64_t p = 0; p < paths; p++)
        beyond += crossing->above ? value[p] > crossing->x : value[p] < crossing->x;
    return (double)beyond / (double)paths;
}

static void find_chances(struct flip *flip, struct inputs *const inputs[2])
{
    for (int a = 0; a < flip->count; a++) {
        struct flip_assumption *assumption = &flip->assumption[a];
        for (int i = 1; i >= 0 && assumption->crossing.end == CROSSING_FOUND; i--)
            for (int c = 0; c < inputs[i]->count; c++)
                if (assumption->strategies & 1u << i && inputs[i]->column[c] == assumption->column)
                    assumption->chance = share_beyond(inputs[i]->value[c], flip->paths, &assumption->crossing);
    }
}

/* The three parts of the work as one progress, in thousandths. */
struct parts {
    const struct batch_options *options;
    int begins, ends;
};

static void tell_part(int64_t done, int64_t all, void *data)
{
    const struct parts *parts = data;
    if (parts->options->progress)
        parts->options->progress(parts->begins + (parts->ends - parts->begins) * done / (all > 0 ? all : 1), 1000,
                                 parts->options->data);
}

static enum batch_end search_all(struct flip *flip, struct variants *variants, struct parts *parts,
                                 struct base_task *base, struct complaints *complaints)
{
    enum batch_end end = variants_run(variants, 1, play_base, base, complaints);
    if (end != BATCH_DONE)
        return end;
    const double z = contest_z(&flip->base);
    flip->leader = z < 0.0 ? 1 : 0;
    flip->clear = fabs(z) > NORMAL_95;
    *parts = (struct parts){parts->options, 10, 850};
    end = variants_run(variants, flip->count, seek_alone, flip, complaints);
    if (end != BATCH_DONE)
        return end;
    find_chances(flip, base->inputs);
    choose_pairs(flip);
    *parts = (struct parts){parts->options, 850, 1000};
    return variants_run(variants, flip->pairs, seek_together, flip, complaints);
}

static unsigned both(const struct flip *flip) { return 1u << flip->strategy[0] | 1u << flip->strategy[1]; }

enum batch_end flip_run(struct flip *flip, uint64_t seed, int64_t paths, const struct batch_options *options,
                        struct complaints *complaints)
{
    struct parts parts = {options, 0, 10};
    struct batch_options of_variants = *options;
    of_variants.strategies = both(flip);
    of_variants.progress = tell_part;
    of_variants.data = &parts;
    struct variants variants = {flip->scenario, seed, paths, &flip->contest, &of_variants};
    struct base_task base = {.flip = flip};
    flip->seed = seed;
    flip->paths = paths;
    const enum batch_end end = search_all(flip, &variants, &parts, &base, complaints);
    inputs_destroy(base.inputs[0]);
    inputs_destroy(base.inputs[1]);
    return end;
}

struct one_value {
    const struct flip *flip;
    int assumption;
    double value;
    struct contest_sums *sums;
};

static enum batch_end measure_one(int number, struct variants_bench *bench, void *context)
{
    const struct one_value *one = context;
    (void)number;
    batch_restart(bench->batch, 0);
    fix(bench->batch, one->flip, &one->flip->assumption[one->assumption], one->value);
    return compare(bench, one->flip, one->sums);
}

enum batch_end flip_measure(const struct flip *flip, int assumption, double value,
                            const struct batch_options *options, struct contest_sums *sums,
                            struct complaints *complaints)
{
    struct batch_options of_variants = *options;
    of_variants.strategies = both(flip);
    const struct variants variants = {flip->scenario, flip->seed, flip->paths, &flip->contest, &of_variants};
    struct one_value one = {flip, assumption, value, sums};
    return variants_run(&variants, 1, measure_one, &one, complaints);
}
