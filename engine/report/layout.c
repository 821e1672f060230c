#include "report/layout.h"

#include <assert.h>
#include <math.h>

struct layout_axis layout_axis(double most, int most_steps)
{
    if (!(most > 0) || !isfinite(most))
        return (struct layout_axis){1, 1};
    static const double round_step[] = {1, 2, 2.5, 5};
    for (double decade = pow(10, floor(log10(most / most_steps)));; decade *= 10)
        for (int i = 0; i < 4; i++) {
            double step = round_step[i] * decade;
            int steps = (int)ceil(most / step - 1e-9);
            if (steps <= most_steps)
                return (struct layout_axis){step, steps};
        }
}

void layout_spread(double *centre, const double *height, int count, double low, double high)
{
    assert(count <= LAYOUT_LABELS_MAX);
    int order[LAYOUT_LABELS_MAX];
    double total = 0;
    for (int i = 0; i < count; i++) {
        int at = i;
        for (; at > 0 && centre[order[at - 1]] >= centre[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
        total += height[i];
    }
    /* Labels that touch form a block, which stands where its members would on average. */
    double shrink = total > high - low ? (high - low) / total : 1;
    double block_low[LAYOUT_LABELS_MAX], block_height[LAYOUT_LABELS_MAX];
    int block_first[LAYOUT_LABELS_MAX], blocks = 0;
    for (int i = 0; i < count; i++) {
        double tall = height[order[i]] * shrink;
        block_first[blocks] = i;
        block_height[blocks] = tall;
        block_low[blocks] = centre[order[i]] - tall / 2;
        blocks++;
        for (;;) {
            int last = blocks - 1;
            block_low[last] = fmin(fmax(block_low[last], low), high - block_height[last]);
            if (last == 0 || block_low[last - 1] + block_height[last - 1] <= block_low[last])
                break;
            /* Join with the block below: the mean of where its members want to begin. */
            int members = 0;
            double sum = 0, above = 0;
            for (int k = block_first[last - 1]; k <= i; k++) {
                sum += centre[order[k]] - height[order[k]] * shrink / 2 - above;
                above += height[order[k]] * shrink;
                members++;
            }
            blocks--;
            block_low[last - 1] = sum / members;
            block_height[last - 1] = above;
        }
    }
    for (int block = 0; block < blocks; block++) {
        int end = block + 1 < blocks ? block_first[block + 1] : count;
        double at = block_low[block];
        for (int k = block_first[block]; k < end; k++) {
            double tall = height[order[k]] * shrink;
            centre[order[k]] = at + tall / 2;
            at += tall;
        }
    }
}
