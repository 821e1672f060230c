#include "report/output.h"

#include "report/meta.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <string.h>

enum { FONT_SIZE = 128 };

/* What every chart loads, and slides, and a word to who opens the folder. */
static const char *const shared_scripts[] = {"theme.gp", "draw.gp", "page.gp", "deck.gp", "README"};

int output_begin(struct output *output, const char *path, const char *const *names, FILE *talk)
{
    *output = (struct output){.nowhere = fopen("/dev/null", "w")};
    if (output->nowhere == NULL) {
        fprintf(talk, "playbook: cannot write '/dev/null': %s\n", strerror(errno));
        return -1;
    }
    if (folder_begin(&output->folder, path, names, talk) == 0)
        return 0;
    fclose(output->nowhere);
    return -1;
}

bool output_stands(struct output *output)
{
    if (output->file != NULL && folder_close(&output->folder, output->name, output->file) != 0)
        output->failed = true;
    output->file = NULL;
    return !output->failed;
}

FILE *output_file(struct output *output, const char *name, ...)
{
    if (!output_stands(output))
        return output->nowhere;
    va_list arguments;
    va_start(arguments, name);
    vsnprintf(output->name, sizeof output->name, name, arguments);
    va_end(arguments);
    output->file = folder_open(&output->folder, output->name);
    output->failed = output->file == NULL;
    return output->failed ? output->nowhere : output->file;
}

static void copy(struct output *output, const char *name)
{
    if (output_stands(output) && drawing_copy(&output->folder, name) != 0)
        output->failed = true;
}

/* The shared scripts come first: who lacks the program's plots/ is told of what all charts need. */
static void share(struct output *output)
{
    for (size_t i = 0; i < sizeof shared_scripts / sizeof *shared_scripts && !output->shares; i++)
        copy(output, shared_scripts[i]);
    output->shares = true;
}

void output_script(struct output *output, const char *name)
{
    share(output);
    copy(output, name);
}

void output_chart(struct output *output, const char *key)
{
    char name[OUTPUT_NAME_SIZE];
    snprintf(name, sizeof name, "%s.gp", key);
    output_script(output, name);
    assert(output->charts < DRAWING_CHARTS);
    output->chart[output->charts++] = key;
}

FILE *output_meta(struct output *output)
{
    share(output);
    if (output_stands(output) && folder_make(&output->folder, "charts") != 0)
        output->failed = true;
    char font[FONT_SIZE];
    if (!output->failed)
        drawing_font(font, sizeof font, output->folder.talk);
    FILE *meta = output_file(output, "plots/meta.gp");
    fputs("# Written by playbook: what the charts of this folder say and where.\n", meta);
    if (!output->failed)
        meta_text(meta, font, "font");
    return meta;
}

int output_end(struct output *output, bool draw, volatile sig_atomic_t *interrupted)
{
    bool stands = output_stands(output), drawn = true;
    fclose(output->nowhere);
    if (stands && draw && output->charts > 0)
        drawn = drawing_run(&output->folder, output->chart, output->charts, interrupted) == 0;
    const bool stopped = interrupted != NULL && *interrupted != 0;
    if (!stands || stopped || folder_publish(&output->folder) != 0) {
        folder_abandon(&output->folder);
        if (stopped)
            fprintf(output->folder.talk, "playbook: interrupted; '%s' is as it was\n", output->folder.path);
        return -1;
    }
    return drawn ? 0 : -1;
}
