#include "scenario/key_name.h"

#include "model/field.h"
#include "model/parameters.h"

#include <stdio.h>

struct key_name key_name(int column)
{
    enum section section;
    int repeat, spread;
    const struct field *field = fields_of_column(column, &section, &repeat, &spread);
    const struct field_table *table = &field_tables[section];
    struct key_name name;
    if (table->repeats == 1)
        snprintf(name.text, sizeof name.text, "%s.%s", table->name, field->key);
    else if (section == SECTION_STAGE && repeat == STAGES_MAX)
        snprintf(name.text, sizeof name.text, "board.stage.%s", field->key);
    else
        snprintf(name.text, sizeof name.text, "%ss.%d.%s", table->name, repeat + 1, field->key);
    return name;
}
