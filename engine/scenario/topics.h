/* The keys of the scenario language that are not fields: what stands at the top of a scenario and
 * around the numbers. One table yields their help and their descriptions in the JSON schema. */
#ifndef SCENARIO_TOPICS_H
#define SCENARIO_TOPICS_H

struct topic {
    const char *key;      /* NULL ends the table */
    const char *form;     /* how its value is written */
    const char *standard; /* what holds without it, or NULL: must be said or may be left out */
    const char *meaning;
    const char *example;  /* lines of YAML */
};

/* What may stand at the top of a scenario, beside the sections of fields. */
extern const struct topic topics_top_level[];

/* What explains the rest of the language: values, strategies' parts. */
extern const struct topic topics_further[];

/* The topic of this name, or NULL. */
const struct topic *topics_find(const char *key);

#endif
