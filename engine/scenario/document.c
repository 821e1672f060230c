#include "scenario/document.h"

#include "scenario/encoding.h"

#include <limits.h>
#include <string.h>
#include <yaml.h>

struct anchor {
    const char *name;
    const struct node *node;
};

struct document {
    struct arena *arena;
    struct complaints *complaints;
    struct place origin;
    const char *text; /* to look at what libyaml stumbled over */
    size_t length;
    yaml_parser_t parser;
    int nodes;
    int anchors;
    struct anchor anchor[DOCUMENT_ANCHORS_MAX];
    bool given_up; /* after a mistake that hides everything behind it */
};

static struct place place_of(const struct document *document, yaml_mark_t mark)
{
    /* A file has at most DOCUMENT_BYTES_MAX lines, so the marks fit an int. */
    const int line = (int)mark.line, column = (int)mark.column;
    return (struct place){
        .file = document->origin.file,
        .line = document->origin.line + line,
        .column = line == 0 ? document->origin.column + column : column + 1,
    };
}

static const struct node *give_up(struct document *document, struct place place)
{
    document->given_up = true;
    return node_mistake(document->arena, place);
}

/* The byte at a mark; libyaml counts characters. */
static char byte_at(const struct document *document, yaml_mark_t mark)
{
    size_t at = 0;
    for (size_t characters = 0; at < document->length; at++) {
        const bool begins = ((unsigned char)document->text[at] & 0xc0) != 0x80;
        if (begins && characters++ == mark.index)
            return document->text[at];
    }
    return '\0';
}

/* libyaml's own words, which name the construct it was reading. */
static void complain_syntax(struct document *document)
{
    const yaml_parser_t *parser = &document->parser;
    if (parser->error == YAML_MEMORY_ERROR || document->given_up)
        return;
    const struct place place = place_of(document, parser->problem_mark);
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    if (byte_at(document, parser->problem_mark) == '\t')
        complaints_add(document->complaints, place,
                       "a tab cannot indent or separate here; use spaces");
    else if (parser->context)
        complaints_add(document->complaints, place,
                       "this is not YAML: %s, %s that began in line %d", problem, parser->context,
                       place_of(document, parser->context_mark).line);
    else
        complaints_add(document->complaints, place, "this is not YAML: %s", problem);
}

/* The next event, owned by the caller when true. */
static bool next(struct document *document, yaml_event_t *event)
{
    if (document->given_up)
        return false;
    if (yaml_parser_parse(&document->parser, event))
        return true;
    complain_syntax(document);
    document->given_up = true;
    return false;
}

static bool count_nodes(struct document *document, int more, struct place place, const char *alias)
{
    if (document->given_up)
        return false;
    if (more <= DOCUMENT_NODES_MAX - document->nodes) {
        document->nodes += more;
        return true;
    }
    if (alias)
        complaints_add(document->complaints, place,
                       "alias '*%.60s' makes this text larger than %d values", alias,
                       DOCUMENT_NODES_MAX);
    else
        complaints_add(document->complaints, place, "this text holds more than %d values",
                       DOCUMENT_NODES_MAX);
    document->given_up = true;
    return false;
}

static void refuse_tag(struct document *document, const yaml_char_t *tag, struct place place)
{
    if (tag)
        complaints_add(document->complaints, place, "tag '%.60s': tags have no meaning here",
                       (const char *)tag);
}

static void keep_anchor(struct document *document, const char *name, const struct node *node)
{
    if (!name || !node)
        return;
    if (document->anchors == DOCUMENT_ANCHORS_MAX) {
        complaints_add(document->complaints, node->place, "more than %d anchors",
                       DOCUMENT_ANCHORS_MAX);
        document->given_up = true;
        return;
    }
    document->anchor[document->anchors++] = (struct anchor){name, node};
}

static const char *anchor_name(struct document *document, const yaml_char_t *anchor)
{
    const char *name = (const char *)anchor;
    return name ? arena_copy(document->arena, name, strlen(name)) : NULL;
}

/* An anchor is known once its value is complete, so nothing can contain itself. */
static const struct node *read_alias(struct document *document, const char *name,
                                     struct place place, int depth)
{
    for (int i = document->anchors - 1; i >= 0; i--) {
        const struct node *node = document->anchor[i].node;
        if (strcmp(document->anchor[i].name, name) != 0)
            continue;
        if (depth + node->height > DOCUMENT_DEPTH_MAX) {
            complaints_add(document->complaints, place,
                           "alias '*%.60s' nests deeper than %d levels", name, DOCUMENT_DEPTH_MAX);
            return give_up(document, place);
        }
        if (!count_nodes(document, node->size, place, name))
            return node_mistake(document->arena, place);
        return node;
    }
    complaints_add(document->complaints, place, "alias '*%.60s' has no anchor before it", name);
    return node_mistake(document->arena, place);
}

static bool has_control(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char letter = (unsigned char)text[i];
        if ((letter < 0x20 && letter != '\n' && letter != '\t') || letter == 0x7f)
            return true;
    }
    return false;
}

static const struct node *read_scalar(struct document *document, const yaml_event_t *event,
                                      struct place place)
{
    const char *text = (const char *)event->data.scalar.value;
    const size_t length = event->data.scalar.length;
    if (has_control(text, length)) { /* escapes such as "\0" or "\e" */
        complaints_add(document->complaints, place, "an escaped control character is not allowed");
        return node_mistake(document->arena, place);
    }
    struct node *node = node_create(document->arena, NODE_SCALAR, place);
    const char *copy = arena_copy(document->arena, text, length);
    if (!node || !copy)
        return NULL;
    node->text = copy;
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    return node;
}

static const struct node *read_node(struct document *document, const yaml_event_t *event,
                                    int depth);

/* Entries of a list or mapping while it grows. */
struct growth {
    struct entry *entries;
    int count, room;
    int size, height;
    bool flawed;
};

static bool append(struct document *document, struct growth *growth, struct entry entry)
{
    if (!entry.value)
        return false;
    if (growth->count == growth->room) {
        const int room = growth->room ? 2 * growth->room : 8;
        struct entry *larger = arena_grow(document->arena, growth->entries, (size_t)growth->count,
                                          (size_t)room, sizeof *larger);
        if (!larger)
            return false;
        growth->entries = larger;
        growth->room = room;
    }
    growth->entries[growth->count++] = entry;
    growth->size += entry.value->size;
    if (entry.value->height > growth->height)
        growth->height = entry.value->height;
    return true;
}

static const struct node *grown(struct document *document, const struct growth *growth,
                                enum node_kind kind, struct place place)
{
    struct node *node = node_create(document->arena, kind, place);
    if (!node)
        return NULL;
    node->count = growth->count;
    node->entries = growth->entries;
    node->size = growth->size + 1;
    node->height = growth->height + 1;
    node->flawed = growth->flawed;
    return node;
}

static const struct node *read_list(struct document *document, struct place place, int depth)
{
    struct growth growth = {0};
    yaml_event_t event;
    while (next(document, &event)) {
        const bool end = event.type == YAML_SEQUENCE_END_EVENT;
        const struct place at = place_of(document, event.start_mark);
        const struct node *value = end ? NULL : read_node(document, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            break;
        append(document, &growth, (struct entry){.place = at, .value = value});
    }
    return grown(document, &growth, NODE_LIST, place);
}

/* The text of a key, NULL after a complaint. */
static const char *accept_key(struct document *document, const struct growth *growth,
                              const struct node *key)
{
    if (!key || node_is_mistake(key))
        return NULL;
    if (key->kind != NODE_SCALAR) {
        complaints_add(document->complaints, key->place, "a key must be a word");
        return NULL;
    }
    if (node_is_null(key)) {
        complaints_add(document->complaints, key->place, "a key is missing before the colon");
        return NULL;
    }
    if (key->plain && strcmp(key->text, "<<") == 0) {
        complaints_add(document->complaints, key->place,
                       "'<<' does not merge here; write 'extends: file' to inherit");
        return NULL;
    }
    for (int i = 0; i < growth->count; i++)
        if (strcmp(growth->entries[i].key, key->text) == 0) {
            complaints_add(document->complaints, key->place,
                           "'%.60s' is given twice; the first stands in line %d", key->text,
                           growth->entries[i].place.line);
            return NULL;
        }
    if (growth->count == DOCUMENT_KEYS_MAX) {
        complaints_add(document->complaints, key->place, "more than %d keys in one mapping",
                       DOCUMENT_KEYS_MAX);
        document->given_up = true;
        return NULL;
    }
    return key->text;
}

static const struct node *read_mapping(struct document *document, struct place place, int depth)
{
    struct growth growth = {0};
    yaml_event_t event;
    while (next(document, &event)) {
        const bool end = event.type == YAML_MAPPING_END_EVENT;
        const struct place at = place_of(document, event.start_mark);
        const struct node *key = end ? NULL : read_node(document, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            break;
        if (!next(document, &event))
            break;
        const struct node *value = read_node(document, &event, depth + 1);
        yaml_event_delete(&event);
        const char *word = accept_key(document, &growth, key);
        if (word)
            append(document, &growth, (struct entry){.place = at, .key = word, .value = value});
        else
            growth.flawed = true;
    }
    return grown(document, &growth, NODE_MAPPING, place);
}

/* Reads the node that begins with `event`, which stays the caller's. */
static const struct node *read_node(struct document *document, const yaml_event_t *event,
                                    int depth)
{
    const struct place place = place_of(document, event->start_mark);
    if (event->type == YAML_ALIAS_EVENT)
        return read_alias(document, (const char *)event->data.alias.anchor, place, depth);
    if (!count_nodes(document, 1, place, NULL))
        return node_mistake(document->arena, place);
    if (depth >= DOCUMENT_DEPTH_MAX) {
        complaints_add(document->complaints, place, "nested deeper than %d levels",
                       DOCUMENT_DEPTH_MAX);
        return give_up(document, place);
    }
    const struct node *node = NULL;
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
        node = read_scalar(document, event, place);
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
        node = read_list(document, place, depth);
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
        node = read_mapping(document, place, depth);
        break;
    default: /* the grammar of events allows nothing else */
        break;
    }
    refuse_tag(document, tag, place);
    keep_anchor(document, anchor_name(document, anchor), node);
    return node;
}

/* Stream start, one document, stream end. */
static const struct node *read_stream(struct document *document)
{
    const struct node *root = NULL;
    bool ended = false;
    yaml_event_t event;
    while (!ended && next(document, &event)) {
        const struct place place = place_of(document, event.start_mark);
        if (event.type == YAML_DOCUMENT_START_EVENT && root) {
            complaints_add(document->complaints, place,
                           "a second document begins here; a file holds one");
            document->given_up = true;
        } else if (event.type == YAML_DOCUMENT_START_EVENT &&
                   event.data.document_start.tag_directives.start !=
                       event.data.document_start.tag_directives.end) {
            complaints_add(document->complaints, place, "%%TAG: tags have no meaning here");
        } else if (event.type == YAML_STREAM_END_EVENT) {
            ended = true;
        } else if (event.type != YAML_STREAM_START_EVENT &&
                   event.type != YAML_DOCUMENT_START_EVENT &&
                   event.type != YAML_DOCUMENT_END_EVENT) {
            root = read_node(document, &event, 0);
        }
        yaml_event_delete(&event);
    }
    if (ended && (!root || node_is_null(root))) {
        complaints_add(document->complaints, document->origin, "nothing is written here");
        return NULL;
    }
    return document->given_up ? NULL : root;
}

const struct node *document_read(struct arena *arena, struct complaints *complaints,
                                 struct place origin, const char *text, size_t length)
{
    struct document *document = arena_allocate(arena, 1, sizeof *document);
    if (!document)
        return NULL;
    if (length > DOCUMENT_BYTES_MAX) {
        complaints_add(complaints, origin, "larger than %d MB", DOCUMENT_BYTES_MAX >> 20);
        return node_mistake(arena, origin);
    }
    if (!encoding_check(origin, text, length, complaints))
        return node_mistake(arena, origin);
    const size_t mark = encoding_mark(text, length);
    *document = (struct document){
        .arena = arena,
        .complaints = complaints,
        .origin = origin,
        .text = text + mark,
        .length = length - mark,
    };
    if (!yaml_parser_initialize(&document->parser))
        return NULL;
    yaml_parser_set_encoding(&document->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&document->parser, (const unsigned char *)document->text,
                                 document->length);
    const struct node *root = read_stream(document);
    yaml_parser_delete(&document->parser);
    return root ? root : node_mistake(arena, origin);
}
