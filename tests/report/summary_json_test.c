/* summary.json is JSON to the letter, whatever a scenario is called. */
#include "report/files.h"
#include "report/fixture.h"
#include "report/json.h"
#include "report/runner.h"
#include "report/summary_json.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A reader that accepts JSON (RFC 8259) and nothing else. Returns where a value ends, or NULL. */
static const char *value(const char *at);

static const char *space(const char *at)
{
    return at + strspn(at, " \n");
}

static const char *string(const char *at)
{
    if (*at++ != '"')
        return NULL;
    for (; *at != '"'; at++) {
        if ((unsigned char)*at < 0x20)
            return NULL;
        if (*at != '\\')
            continue;
        at++;
        if (*at == 'u') {
            for (int i = 0; i < 4; i++)
                if (!isxdigit((unsigned char)*++at))
                    return NULL;
        } else if (*at == '\0' || strchr("\"\\/bfnrt", *at) == NULL) {
            return NULL;
        }
    }
    return at + 1;
}

static const char *digits(const char *at)
{
    if (!isdigit((unsigned char)*at))
        return NULL;
    return at + strspn(at, "0123456789");
}

static const char *number(const char *at)
{
    at += *at == '-';
    if (*at == '0' && isdigit((unsigned char)at[1]))
        return NULL;
    at = digits(at);
    if (at != NULL && *at == '.')
        at = digits(at + 1);
    if (at != NULL && (*at == 'e' || *at == 'E')) {
        at++;
        at = digits(at + (*at == '+' || *at == '-'));
    }
    return at;
}

/* The members of an object or the elements of an array, and the closing bracket. */
static const char *members(const char *at, char close)
{
    at = space(at);
    if (*at == close)
        return at + 1;
    for (;;) {
        if (close == '}') {
            at = string(space(at));
            if (at == NULL || *(at = space(at)) != ':')
                return NULL;
            at++;
        }
        at = value(space(at));
        if (at == NULL)
            return NULL;
        at = space(at);
        if (*at == close)
            return at + 1;
        if (*at++ != ',')
            return NULL;
    }
}

static const char *value(const char *at)
{
    static const char *const words[] = {"true", "false", "null"};
    if (*at == '{')
        return members(at + 1, '}');
    if (*at == '[')
        return members(at + 1, ']');
    if (*at == '"')
        return string(at);
    for (int i = 0; i < 3; i++)
        if (strncmp(at, words[i], strlen(words[i])) == 0)
            return at + strlen(words[i]);
    return number(at);
}

static bool is_json(const char *text)
{
    const char *end = value(text);
    return end != NULL && strcmp(end, "\n") == 0;
}

START_TEST(the_reader_of_this_test_is_strict)
{
    ck_assert(is_json("{\"a\": [1, -2.5e-3, true, null, \"\\u00e9\\\"\"]}\n"));
    static const char *const bad[] = {
        "{\"a\": nan}\n", "{\"a\": 01}\n", "{\"a\": 1,}\n", "[1 2]\n", "{\"a\" 1}\n",  "\"\\x\"\n",
        "\"a\tb\"\n",     "{\"a\": .5}\n", "{}{}\n",        "[1.]\n",  "{\"a\": +1}\n"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!is_json(bad[i]), "%s", bad[i]);
}
END_TEST

START_TEST(every_summary_is_json)
{
    for (int fixture = 0; fixture < FIXTURES; fixture++) {
        struct summary *summary = fixture_create((enum fixture)fixture);
        char *text = files_text(summary, summary_json_write);
        ck_assert_msg(is_json(text), "%s", fixture_name((enum fixture)fixture));
        free(text);
        fixture_destroy(summary);
    }
}
END_TEST

START_TEST(the_same_summary_has_the_same_bytes)
{
    struct summary *summary = fixture_create(FIXTURE_SIX);
    char *one = files_text(summary, summary_json_write);
    char *other = files_text(summary, summary_json_write);
    ck_assert_str_eq(one, other);
    free(one);
    free(other);
    fixture_destroy(summary);
}
END_TEST

START_TEST(it_says_what_it_was_made_from)
{
    struct summary *summary = fixture_create(FIXTURE_TWO);
    char *text = files_text(summary, summary_json_write);
    static const char *const parts[] = {"\"scenario\": \"OpenStack 2011\"",
                                        "\"file\": \"openstack-2011.yaml\"",
                                        "\"hash\": \"3f9c21aa0b5d7e86\"",
                                        "\"version\": \"0.1.0\"",
                                        "\"seed\": 2011",
                                        "\"paths\": 20000",
                                        "\"start\": \"2011-07\"",
                                        "\"horizon_months\": 120",
                                        "\"clear\": true",
                                        "\"name\": \"Seed\""};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        ck_assert_msg(strstr(text, parts[i]) != NULL, "%s", parts[i]);
    ck_assert_ptr_null(strstr(text, "scenarios/")); /* no folder of the machine */
    free(text);
    fixture_destroy(summary);
}
END_TEST

START_TEST(names_that_are_programs_stay_names)
{
    struct summary *summary = fixture_create(FIXTURE_HOSTILE);
    char *text = files_text(summary, summary_json_write);
    ck_assert_ptr_nonnull(
        strstr(text, "\"< \\\"x\\\" | \u6f22\u5b57 \U0001f680 \u00e9 @y\\u000aexit\""));
    free(text);
    fixture_destroy(summary);
}
END_TEST

static char *one_number(double number_)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct json json;
    json_begin(&json, out);
    json_number(&json, "x", number_);
    json_end(&json);
    fclose(out);
    return text;
}

START_TEST(numbers_have_ten_digits_and_no_strange_forms)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{NAN, "null"},   {INFINITY, "null"},
                 {-0.0, "0"},     {1.0 / 3, "0.3333333333"},
                 {1e20, "1e+20"}, {123456789012.0, "1.23456789e+11"},
                 {20000, "20000"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char expected[64], *text = one_number(cases[i].number);
        snprintf(expected, sizeof expected, "{\n  \"x\": %s\n}\n", cases[i].text);
        ck_assert_str_eq(text, expected);
        free(text);
    }
}
END_TEST

START_TEST(what_is_not_utf8_becomes_utf8)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    struct json json;
    json_begin(&json, out);
    json_text(&json, "x", "a\xff\xc3");
    json_text(&json, "y", NULL);
    json_open_array(&json, "z");
    json_close_array(&json);
    json_end(&json);
    fclose(out);
    ck_assert_str_eq(text, "{\n  \"x\": \"a\ufffd\ufffd\",\n  \"y\": null,\n  \"z\": []\n}\n");
    free(text);
}
END_TEST

RUNNER_MAIN("summary_json", the_reader_of_this_test_is_strict, every_summary_is_json,
            the_same_summary_has_the_same_bytes, it_says_what_it_was_made_from,
            names_that_are_programs_stay_names, numbers_have_ten_digits_and_no_strange_forms,
            what_is_not_utf8_becomes_utf8)
