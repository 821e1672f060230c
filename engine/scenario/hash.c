#include "scenario/hash.h"

#include <string.h>

/* FNV-1a, 64 bits (Fowler, Noll, Vo): simple, and the same on every machine. */
static const uint64_t BASIS = 0xcbf29ce484222325u, PRIME = 0x100000001b3u;

static void add_byte(uint64_t *hash, unsigned char byte) { *hash = (*hash ^ byte) * PRIME; }

static void add_integer(uint64_t *hash, uint64_t value)
{
    for (int shift = 0; shift < 64; shift += 8)
        add_byte(hash, (unsigned char)(value >> shift));
}

static void add_number(uint64_t *hash, double value)
{
    uint64_t bits;
    const double positive = value + 0.0; /* one zero */
    memcpy(&bits, &positive, sizeof bits);
    add_integer(hash, bits);
}

static void add_text(uint64_t *hash, const char *text)
{
    const size_t length = text ? strlen(text) : 0;
    add_integer(hash, length);
    for (size_t i = 0; i < length; i++)
        add_byte(hash, (unsigned char)text[i]);
}

static void add_distribution(uint64_t *hash, const struct distribution *value)
{
    add_integer(hash, value->shape);
    add_number(hash, value->a);
    add_number(hash, value->b);
    add_number(hash, value->c);
    add_number(hash, value->d);
    add_integer(hash, value->truncated);
    if (value->truncated) {
        add_number(hash, value->low);
        add_number(hash, value->high);
    }
    add_integer(hash, (uint64_t)value->count);
    for (int i = 0; i < value->count; i++) {
        add_number(hash, value->points[i]);
        add_number(hash, value->weights ? value->weights[i] : 0);
    }
}

static void add_strategy(uint64_t *hash, const struct strategy *strategy)
{
    add_text(hash, strategy->name);
    add_integer(hash, (uint64_t)strategy->stages);
    for (int i = 0; i < strategy->stages; i++)
        add_text(hash, strategy->stage_name[i]);
    add_integer(hash, (uint64_t)strategy->rounds);
    for (int i = 0; i < strategy->rounds; i++)
        add_text(hash, strategy->round_name[i]);
    add_integer(hash, strategy->has_board);
    add_text(hash, strategy->has_board ? strategy->stage_name[STAGES_MAX] : NULL);
    for (int column = 0; column < PARAMETER_COLUMNS; column++)
        add_distribution(hash, &strategy->assumptions[column].value);
}

static void add_event(uint64_t *hash, const struct event *event)
{
    add_integer(hash, (uint64_t)event->first_month);
    add_integer(hash, (uint64_t)event->last_month);
    add_integer(hash, (uint64_t)event->strategy);
    add_integer(hash, (uint64_t)event->column);
    add_integer(hash, (uint64_t)event->stage);
    add_integer(hash, event->multiply);
    add_number(hash, event->value);
    add_text(hash, event->label);
}

uint64_t hash_scenario(const struct scenario *scenario)
{
    uint64_t hash = BASIS;
    add_text(&hash, scenario->name);
    add_integer(&hash, (uint64_t)scenario->start_year);
    add_integer(&hash, (uint64_t)scenario->start_month);
    add_integer(&hash, (uint64_t)scenario->horizon);
    add_integer(&hash, scenario->sampling);
    for (int s = 0; s < scenario->strategies; s++)
        add_strategy(&hash, &scenario->strategy[s]);
    for (int i = 0; i < scenario->events; i++)
        add_event(&hash, &scenario->event[i]);
    for (int i = 0; i < scenario->correlations; i++) {
        add_integer(&hash, (uint64_t)scenario->correlation[i].column[0]);
        add_integer(&hash, (uint64_t)scenario->correlation[i].column[1]);
        add_number(&hash, scenario->correlation[i].rank);
    }
    return hash;
}
