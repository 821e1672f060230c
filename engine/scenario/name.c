#include "scenario/name.h"

#include <string.h>

static const char *objection(const struct node *node)
{
    if (node->kind != NODE_SCALAR)
        return "expected a name";
    if (node->text[strspn(node->text, " ")] == '\0')
        return "this name is empty";
    if (strpbrk(node->text, "\n\t"))
        return "a name is one line";
    if (strlen(node->text) > NAME_BYTES_MAX)
        return "this name is too long";
    return NULL;
}

const char *name_read(const struct loading *loading, const struct node *mapping, const char *key,
                      const char *noun)
{
    const struct node *node = node_find(mapping, key);
    if (node_is_mistake(mapping) || node_is_mistake(node))
        return NULL;
    if (!node) {
        if (!mapping->flawed)
            complaints_add(loading->complaints, mapping->place,
                           "%s needs a name: write '%s: ...'", noun, key);
        return NULL;
    }
    const char *trouble = objection(node);
    if (trouble)
        complaints_add(loading->complaints, node->place, "%s", trouble);
    return trouble ? NULL : node->text;
}

void name_check_unique(const struct loading *loading, const struct node *list, const char *noun)
{
    for (int i = 0; i < list->count; i++)
        for (int k = 0; k < i; k++) {
            const struct node *one = node_find(list->entries[k].value, "name");
            const struct node *other = node_find(list->entries[i].value, "name");
            if (one && other && one->kind == NODE_SCALAR && other->kind == NODE_SCALAR &&
                strcmp(one->text, other->text) == 0) {
                complaints_add(loading->complaints, other->place,
                               "two %s are called '%.60s'; the first stands in line %d", noun,
                               other->text, one->place.line);
                break;
            }
        }
}
