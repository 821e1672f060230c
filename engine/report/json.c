#include "report/json.h"

#include "report/lettering.h"

#include <inttypes.h>
#include <math.h>

static void write_string(FILE *out, const char *text)
{
    fputc('"', out);
    while (*text != '\0') {
        const char *start = text;
        unsigned character = lettering_next(&text);
        if (character == '"' || character == '\\')
            fprintf(out, "\\%c", (int)character);
        else if (character < 0x20 || character == 0x7f)
            fprintf(out, "\\u%04x", character);
        else if (character == 0xfffd)
            fputs("\ufffd", out); /* also in place of what is not UTF-8 */
        else
            fwrite(start, 1, (size_t)(text - start), out);
    }
    fputc('"', out);
}

static void begin_value(struct json *json, const char *key)
{
    fprintf(json->out, "%s\n%*s", json->empty ? "" : ",", 2 * json->depth, "");
    json->empty = false;
    if (key != NULL) {
        write_string(json->out, key);
        fputs(": ", json->out);
    }
}

static void open_level(struct json *json, char bracket)
{
    fputc(bracket, json->out);
    json->depth++;
    json->empty = true;
}

static void close_level(struct json *json, char bracket)
{
    json->depth--;
    if (!json->empty)
        fprintf(json->out, "\n%*s", 2 * json->depth, "");
    fputc(bracket, json->out);
    json->empty = false;
}

void json_begin(struct json *json, FILE *out)
{
    *json = (struct json){.out = out};
    open_level(json, '{');
}

void json_end(struct json *json)
{
    close_level(json, '}');
    fputc('\n', json->out);
}

void json_open_object(struct json *json, const char *key)
{
    begin_value(json, key);
    open_level(json, '{');
}

void json_close_object(struct json *json)
{
    close_level(json, '}');
}

void json_open_array(struct json *json, const char *key)
{
    begin_value(json, key);
    open_level(json, '[');
}

void json_close_array(struct json *json)
{
    close_level(json, ']');
}

void json_text(struct json *json, const char *key, const char *text)
{
    begin_value(json, key);
    if (text == NULL)
        fputs("null", json->out);
    else
        write_string(json->out, text);
}

void json_number(struct json *json, const char *key, double number)
{
    begin_value(json, key);
    if (!isfinite(number))
        fputs("null", json->out);
    else
        fprintf(json->out, "%.10g", number == 0 ? 0.0 : number); /* never '-0' */
}

void json_integer(struct json *json, const char *key, int64_t number)
{
    begin_value(json, key);
    fprintf(json->out, "%" PRId64, number);
}

void json_natural(struct json *json, const char *key, uint64_t number)
{
    begin_value(json, key);
    fprintf(json->out, "%" PRIu64, number);
}

void json_boolean(struct json *json, const char *key, bool value)
{
    begin_value(json, key);
    fputs(value ? "true" : "false", json->out);
}

void json_figure(struct json *json, const char *key, struct figure figure)
{
    json_open_object(json, key);
    json_number(json, "value", figure.value);
    json_number(json, "error", figure.error);
    json_close_object(json);
}

void json_paired(struct json *json, const char *key, const struct paired *paired)
{
    json_open_object(json, key);
    json_number(json, "value", paired->value);
    json_number(json, "error", paired->error);
    json_number(json, "low", paired->low);
    json_number(json, "high", paired->high);
    json_boolean(json, "clear", paired_is_clear(paired));
    json_integer(json, "worlds", paired->worlds);
    json_close_object(json);
}
