#include "montecarlo/regression.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>
#include <math.h>
#include <stdlib.h>

struct regression {
    gsl_matrix *rows; /* times the roots of the weights */
    gsl_vector *response, *slopes;
    gsl_multifit_linear_workspace *workspace;
    double *root;
    int64_t count;
    int terms;
};

static bool fill(struct regression *regression, const double *regressors, const double *weight)
{
    for (int64_t i = 0; i < regression->count; i++) {
        const double root = sqrt(weight[i]);
        regression->root[i] = root;
        gsl_matrix_set(regression->rows, (size_t)i, 0, root);
        for (int t = 0; t < regression->terms; t++)
            gsl_matrix_set(regression->rows, (size_t)i, (size_t)t + 1, root * regressors[i * regression->terms + t]);
    }
    return gsl_multifit_linear_svd(regression->rows, regression->workspace) == GSL_SUCCESS;
}

struct regression *regression_create(const double *regressors, const double *weight, int64_t count, int terms)
{
    gsl_set_error_handler_off();
    struct regression *regression = calloc(1, sizeof *regression);
    if (!regression || count < terms + 1) {
        free(regression);
        return NULL;
    }
    const size_t n = (size_t)count, p = (size_t)terms + 1;
    regression->count = count;
    regression->terms = terms;
    regression->rows = gsl_matrix_alloc(n, p);
    regression->response = gsl_vector_alloc(n);
    regression->slopes = gsl_vector_alloc(p);
    regression->workspace = gsl_multifit_linear_alloc(n, p);
    regression->root = malloc(n * sizeof(double));
    if (regression->rows && regression->response && regression->slopes && regression->workspace &&
        regression->root && fill(regression, regressors, weight))
        return regression;
    regression_destroy(regression);
    return NULL;
}

void regression_destroy(struct regression *regression)
{
    if (!regression)
        return;
    if (regression->rows)
        gsl_matrix_free(regression->rows);
    if (regression->response)
        gsl_vector_free(regression->response);
    if (regression->slopes)
        gsl_vector_free(regression->slopes);
    if (regression->workspace)
        gsl_multifit_linear_free(regression->workspace);
    free(regression->root);
    free(regression);
}

bool regression_slopes(struct regression *regression, const double *response, double *slopes)
{
    double residual, norm;
    for (int64_t i = 0; i < regression->count; i++)
        gsl_vector_set(regression->response, (size_t)i, regression->root[i] * response[i]);
    if (gsl_multifit_linear_solve(0.0, regression->rows, regression->response, regression->slopes, &residual, &norm,
                                  regression->workspace) != GSL_SUCCESS)
        return false;
    for (int t = 0; t < regression->terms; t++)
        slopes[t] = gsl_vector_get(regression->slopes, (size_t)t + 1);
    return true;
}
