/* Any bytes at all in a file that is no scenario: its loader either says what is wrong or makes
 * something. The first byte says which loader; the rest is the file, or what stands on a command line. */
#include "fuzz/promise.h"
#include "scenario/base_rates.h"
#include "scenario/choices.h"
#include "scenario/claim.h"
#include "scenario/facts.h"
#include "scenario/fund.h"
#include "scenario/history.h"
#include "scenario/measure.h"
#include "scenario/precedent.h"
#include "scenario/shock.h"
#include "scenario/span.h"
#include "scenario/term.h"

#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Readers want a file; it lies outside of the source tree, and references are looked up on the shelf. */
static char file[100];

static void remove_file(void) { remove(file); }

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count;
    (void)arguments;
    snprintf(file, sizeof file, "/tmp/playbook-fuzz-%ld.yaml", (long)getpid());
    atexit(remove_file);
    return setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
}

static void write_file(const uint8_t *data, size_t size)
{
    FILE *out = fopen(file, "w");
    PROMISE(out != NULL);
    PROMISE(fwrite(data, 1, size, out) == size);
    PROMISE(fclose(out) == 0);
}

/* Loads and destroys; whether something was made. */
#define MAKES(kind)                                                                                \
    static bool make_##kind(struct complaints *complaints)                                         \
    {                                                                                              \
        struct kind *made = kind##_load(file, complaints);                                         \
        const bool there = made != NULL;                                                           \
        kind##_destroy(made);                                                                      \
        return there;                                                                              \
    }
MAKES(base_rates)
MAKES(claim)
MAKES(facts)
MAKES(fund)
MAKES(history)
MAKES(precedent)
MAKES(shock)
MAKES(term)
#undef MAKES

static bool make_choices(struct complaints *complaints)
{
    struct choices *made = choices_load(file, "openstack-2011.yaml", complaints);
    const bool there = made != NULL;
    choices_destroy(made);
    return there;
}

static const struct {
    char letter;
    bool (*make)(struct complaints *complaints);
} loaders[] = {{'a', make_facts},   {'b', make_base_rates}, {'c', make_claim}, {'f', make_fund}, {'h', make_history},
               {'o', make_choices}, {'p', make_precedent},  {'s', make_shock}, {'t', make_term}};

static bool parse_measure(const char *text, struct complaints *complaints)
{
    struct measure measure;
    return measure_parse("--of", text, complaints, &measure);
}

static bool parse_span(const char *text, struct complaints *complaints)
{
    char name[SPAN_NAME_SIZE];
    struct span span;
    return span_parse("--x", text, complaints, name, &span);
}

static bool parse(char letter, const uint8_t *data, size_t size, struct complaints *complaints)
{
    char *text = strndup((const char *)data, size);
    const bool made = letter == 'm' ? parse_measure(text, complaints) : parse_span(text, complaints);
    free(text);
    return made;
}

static bool load(char letter, const uint8_t *data, size_t size, struct complaints *complaints)
{
    for (size_t l = 0; l < sizeof loaders / sizeof *loaders; l++)
        if (loaders[l].letter == letter) {
            write_file(data, size);
            return loaders[l].make(complaints);
        }
    return parse(letter, data, size, complaints);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char letters[] = "abcfhopstmx";
    if (size == 0 || !memchr(letters, data[0], sizeof letters - 1))
        return -1; /* not worth keeping */
    struct complaints *complaints = complaints_create();
    const bool made = load((char)data[0], data + 1, size - 1, complaints);
    PROMISE(made == (complaints_count(complaints) == 0));
    promise_clean(complaints);
    complaints_destroy(complaints);
    return 0;
}
