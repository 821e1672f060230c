#include "scenario/notation.h"

#include "scenario/quantity.h"

#include <math.h>
#include <string.h>

/* A parameter of a shape: what it is called, and whether it is a plain number whatever the unit of
 * the field. */
struct parameter {
    const char *name;
    double value;
    bool plain;
};

static void write_number(double value, enum unit unit, FILE *out)
{
    char text[64];
    quantity_write(value, unit, text, sizeof text);
    fputs(text, out);
}

static void write_constant(double value, const struct field *field, FILE *out)
{
    if (field->unit == UNIT_WORD)
        fputs(field->words[(int)value], out);
    else
        write_number(value, field->unit, out);
}

static void write_mapping(const char *shape, const struct parameter *parameters, int count,
                          enum unit unit, FILE *out)
{
    fprintf(out, "%s: {", shape);
    for (int i = 0; i < count; i++) {
        fprintf(out, "%s%s: ", i ? ", " : "", parameters[i].name);
        write_number(parameters[i].value, parameters[i].plain ? UNIT_NUMBER : unit, out);
    }
    fputc('}', out);
}

static void write_uniform(double low, double high, enum unit unit, FILE *out)
{
    fputs("uniform: [", out);
    write_number(low, unit, out);
    fputs(", ", out);
    write_number(high, unit, out);
    fputc(']', out);
}

static void write_choice(const struct distribution *value, enum unit unit, FILE *out)
{
    fputs("choice: {", out);
    for (int i = 0; i < value->count; i++) {
        fputs(i ? ", " : "", out);
        write_number(value->points[i], unit, out);
        fputs(": ", out);
        write_number(value->weights[i], UNIT_SHARE, out);
    }
    fputc('}', out);
}

static void write_quantiles(const struct distribution *value, enum unit unit, FILE *out)
{
    fputs("quantiles: {", out);
    for (int i = 0; i < value->count; i++) {
        fputs(i ? ", " : "", out);
        write_number(value->weights[i], UNIT_SHARE, out);
        fputs(": ", out);
        write_number(value->points[i], unit, out);
    }
    fputc('}', out);
}

static void write_data(const struct distribution *value, enum unit unit, FILE *out)
{
    fputs("data: [", out);
    for (int i = 0; i < value->count; i++) {
        fputs(i ? ", " : "", out);
        write_number(value->points[i], unit, out);
    }
    fputc(']', out);
}

/* The shapes that are a mapping of at most four parameters. */
static void write_parameters(const struct distribution *value, enum unit unit, FILE *out)
{
    const double a = value->a, b = value->b, c = value->c, d = value->d;
    const struct parameter normal[] = {{"mean", a, false}, {"sd", b, false}};
    const struct parameter lognormal[] = {{"median", a, false}, {"sd_log", b, true}};
    const struct parameter peak[] = {{"low", a, false}, {"mode", b, false}, {"high", c, false}};
    const struct parameter beta[] = {
        {"alpha", a, true}, {"beta", b, true}, {"low", c, false}, {"high", d, false}};
    const struct parameter gamma[] = {{"shape", a, true}, {"scale", b, false}};
    const struct parameter poisson[] = {{"mean", a, false}};
    if (value->shape == SHAPE_NORMAL)
        write_mapping("normal", normal, 2, unit, out);
    else if (value->shape == SHAPE_LOGNORMAL)
        write_mapping("lognormal", lognormal, 2, unit, out);
    else if (value->shape == SHAPE_TRIANGULAR)
        write_mapping("triangular", peak, 3, unit, out);
    else if (value->shape == SHAPE_PERT)
        write_mapping("pert", peak, 3, unit, out);
    else if (value->shape == SHAPE_BETA)
        write_mapping("beta", beta, 4, unit, out);
    else if (value->shape == SHAPE_GAMMA)
        write_mapping("gamma", gamma, 2, unit, out);
    else if (value->shape == SHAPE_POISSON)
        write_mapping("poisson", poisson, 1, unit, out);
}

static void write_shape(const struct distribution *value, enum unit unit, FILE *out)
{
    switch (value->shape) {
    case SHAPE_UNIFORM:
        write_uniform(value->a, value->b, unit, out);
        break;
    case SHAPE_CHOICE:
        write_choice(value, unit, out);
        break;
    case SHAPE_QUANTILES:
        write_quantiles(value, unit, out);
        break;
    case SHAPE_DATA:
        write_data(value, unit, out);
        break;
    default:
        write_parameters(value, unit, out);
    }
}

static void write_truncation(const struct distribution *value, enum unit unit, FILE *out)
{
    const bool low = isfinite(value->low), high = isfinite(value->high);
    fprintf(out, ", truncate: {%s", low ? "low: " : "");
    if (low)
        write_number(value->low, unit, out);
    fprintf(out, "%s%s", low && high ? ", " : "", high ? "high: " : "");
    if (high)
        write_number(value->high, unit, out);
    fputc('}', out);
}

void notation_write(const struct assumption *assumption, const struct field *field, FILE *out)
{
    const struct distribution *value = &assumption->value;
    if (value->shape == SHAPE_CONSTANT) {
        write_constant(value->a, field, out);
    } else {
        fputc('{', out);
        write_shape(value, field->unit, out);
        if (value->truncated)
            write_truncation(value, field->unit, out);
        fputc('}', out);
    }
}

void notation_write_origin(const struct assumption *assumption, FILE *out)
{
    if (!assumption->set)
        fputs("standard value", out);
    else if (!assumption->place.file)
        fputs("command line", out);
    else if (assumption->place.line > 0 && strncmp(assumption->place.file, "--", 2) != 0)
        fprintf(out, "%s:%d", assumption->place.file, assumption->place.line);
    else
        fputs(assumption->place.file, out);
}

void notation_quote(const char *text, FILE *out)
{
    fputc('"', out);
    for (; *text; text++) {
        const unsigned char letter = (unsigned char)*text;
        if (letter == '"' || letter == '\\')
            fprintf(out, "\\%c", letter);
        else if (letter == '\n')
            fputs("\\n", out);
        else if (letter == '\t')
            fputs("\\t", out);
        else if (letter < ' ' || letter == 0x7f)
            fprintf(out, "\\x%02x", letter);
        else
            fputc(letter, out);
    }
    fputc('"', out);
}
