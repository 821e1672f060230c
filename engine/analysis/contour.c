#include "analysis/contour.h"

#include <stdbool.h>

void contour_smooth(const double *value, const double *weight, int n, double *smooth)
{
    for (int y = 0; y < n; y++)
        for (int x = 0; x < n; x++) {
            double sum = 0.0, weights = 0.0;
            for (int v = y > 0 ? y - 1 : 0; v <= y + 1 && v < n; v++)
                for (int u = x > 0 ? x - 1 : 0; u <= x + 1 && u < n; u++) {
                    const double near = (u == x ? 2.0 : 1.0) * (v == y ? 2.0 : 1.0) * weight[v * n + u];
                    sum += near * value[v * n + u];
                    weights += near;
                }
            smooth[y * n + x] = weights > 0.0 ? sum / weights : value[y * n + x];
        }
}

/* Corners go round: lower left, lower right, upper right, upper left; edge e runs from corner e to the next. */
static void cross(const double corner[4], int edge, int x, int y, double *cx, double *cy)
{
    static const int across[] = {0, 1, 1, 0}, up[] = {0, 0, 1, 1};
    const int next = (edge + 1) % 4;
    const double share = corner[edge] / (corner[edge] - corner[next]);
    *cx = x + across[edge] + share * (across[next] - across[edge]);
    *cy = y + up[edge] + share * (up[next] - up[edge]);
}

static int trace_square(const double corner[4], int x, int y, struct contour_segment *segments)
{
    int edges[4], count = 0;
    for (int e = 0; e < 4; e++)
        if ((corner[e] < 0.0) != (corner[(e + 1) % 4] < 0.0))
            edges[count++] = e;
    /* A saddle: its middle says which corners belong together. */
    if (count == 4) {
        const bool middle = corner[0] + corner[1] + corner[2] + corner[3] < 0.0;
        if (middle == (corner[0] < 0.0)) { /* the lines cut off corners 1 and 3 */
            const int pairs[] = {0, 1, 2, 3};
            for (int i = 0; i < 4; i++)
                edges[i] = pairs[i];
        } else { /* corners 2 and 0 */
            const int pairs[] = {1, 2, 3, 0};
            for (int i = 0; i < 4; i++)
                edges[i] = pairs[i];
        }
    }
    for (int s = 0; s < count / 2; s++)
        for (int end = 0; end < 2; end++)
            cross(corner, edges[2 * s + end], x, y, &segments[s].x[end], &segments[s].y[end]);
    return count / 2;
}

int contour_trace(const double *value, int n, struct contour_segment *segments)
{
    int count = 0;
    for (int y = 0; y + 1 < n; y++)
        for (int x = 0; x + 1 < n; x++) {
            const double *at = value + y * n + x;
            const double corner[] = {at[0], at[1], at[n + 1], at[n]};
            count += trace_square(corner, x, y, segments + count);
        }
    return count;
}
