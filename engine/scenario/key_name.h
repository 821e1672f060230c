/* The key of a column, as key.h reads it: 'market.accounts', 'stages.2.people.sales'. */
#ifndef SCENARIO_KEY_NAME_H
#define SCENARIO_KEY_NAME_H

enum { KEY_NAME_SIZE = 96 };

struct key_name {
    char text[KEY_NAME_SIZE];
};

struct key_name key_name(int column);

#endif
