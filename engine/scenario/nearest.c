#include "scenario/nearest.h"

#include <ctype.h>
#include <string.h>

enum {
    LONGEST = 64, /* no key is as long; longer words get no suggestion */
    SLIPS_MAX = 2 /* more make another word */
};

static int least(int a, int b) { return a < b ? a : b; }

/* Capitals, hyphens and underscores are the commonest slips, and cost nothing. */
static int folded(char letter) { return letter == '-' ? '_' : tolower((unsigned char)letter); }

/* Damerau's distance in the 'optimal string alignment' form: rows of the usual table, of which
 * three are enough. */
static int slips(const char *a, const char *b)
{
    const int rows = (int)strlen(a), columns = (int)strlen(b);
    int table[3][LONGEST + 1];
    int *before = table[0], *above = table[1], *row = table[2];
    for (int j = 0; j <= columns; j++)
        above[j] = j;
    for (int i = 1; i <= rows; i++) {
        row[0] = i;
        for (int j = 1; j <= columns; j++) {
            const int wrong = folded(a[i - 1]) != folded(b[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + wrong);
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
                folded(a[i - 2]) == folded(b[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
        int *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return above[columns];
}

const char *nearest_word(const char *word, const char *const *candidates)
{
    const size_t length = strlen(word);
    if (length == 0 || length > LONGEST || !candidates)
        return NULL;
    const char *nearest = NULL;
    int fewest = least(((int)length + 2) / 4, SLIPS_MAX);
    for (; *candidates; candidates++) {
        if (strlen(*candidates) > LONGEST)
            continue;
        const int count = slips(word, *candidates);
        if (count < fewest || (count == fewest && !nearest)) {
            fewest = count;
            nearest = *candidates;
        }
    }
    return nearest;
}
