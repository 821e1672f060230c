/* What every fuzzer holds the loaders to. */
#ifndef TESTS_FUZZ_PROMISE_H
#define TESTS_FUZZ_PROMISE_H

#include "scenario/complaint.h"
#include "scenario/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PROMISE(condition) ((condition) ? (void)0 : promise_broken(#condition, __LINE__))

static inline void promise_broken(const char *promise, int line)
{
    fprintf(stderr, "line %d: broken promise: %s\n", line, promise);
    abort();
}

/* Whatever a file holds, what is printed about it is clean text. */
static inline void promise_clean(const struct complaints *complaints)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    complaints_print(complaints, out, false);
    fclose(out);
    for (size_t i = 0; i < size;) {
        uint32_t code = 0;
        const size_t bytes = utf8_character(text + i, size - i, &code);
        PROMISE(bytes > 0);
        PROMISE(code == '\n' || code == '\t' || (code >= 0x20 && code != 0x7f));
        i += bytes;
    }
    free(text);
}

#endif
