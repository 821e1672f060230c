/* A scenario to start from. The templates are ordinary scenarios in the library's folder
 * `templates`, so that the checks that hold for every shipped scenario hold for them too. */
#include "commands/command.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct new_settings {
    int kind;
};

static const char *const kinds[] = {"open-source-ecosystem", "innovation", "community",
                                    "consumer-internet", NULL};

const struct option new_options[] = {
    {"kind", "KIND", "open-source-ecosystem (the usual), innovation, community, consumer-internet",
     OPTION_WORD, offsetof(struct new_settings, kind), 0, 0, kinds},
    {0}};

static int complain(const char *what, const char *file)
{
    fprintf(stderr, "new: cannot %s %s: %s\n", what, file, strerror(errno));
    return COMMAND_WORLD_FAILED;
}

static int copy(FILE *from, FILE *to, const char *file)
{
    char block[4096];
    size_t length;
    while ((length = fread(block, 1, sizeof block, from)) > 0)
        if (fwrite(block, 1, length, to) < length)
            break;
    bool failed = ferror(from) || ferror(to);
    if (fclose(to) != 0 || failed) {
        int code = complain("write", file);
        remove(file); /* half a scenario would be worse than none */
        return code;
    }
    return COMMAND_DONE;
}

static int write_template(FILE *template, const char *file)
{
    FILE *out = fopen(file, "wx");
    if (!out && errno == EEXIST) {
        fprintf(stderr, "new: %s exists already, and is left as it is\n", file);
        return COMMAND_INPUT_WRONG;
    }
    if (!out) { /* no such folder, or not ours to write in: another name helps */
        complain("create", file);
        return COMMAND_INPUT_WRONG;
    }
    return copy(template, out, file);
}

int new_command(int argc, char **argv)
{
    (void)argc;
    struct new_settings settings = {0};
    const char *file = NULL;
    int count = option_parse(new_options, &settings, argv, &file, 1);
    if (count < 0)
        return COMMAND_INPUT_WRONG;
    if (count == 0 || !*file) {
        fputs("new: needs the name of the file to write, as in 'playbook new plan.yaml'\n", stderr);
        return COMMAND_INPUT_WRONG;
    }
    char path[PATH_MAX];
    const char *library = getenv("PLAYBOOK_LIBRARY");
    snprintf(path, sizeof path, "%s/templates/%s.yaml",
             library && *library ? library : PLAYBOOK_LIBRARY_DIR, kinds[settings.kind]);
    FILE *template = fopen(path, "r");
    if (!template)
        return complain("read", path);
    int code = write_template(template, file);
    fclose(template);
    if (code == COMMAND_DONE)
        fprintf(stderr, "new: wrote %s; edit it, then: playbook run %s\n", file, file);
    return code;
}
