/* Where a difference that is known with an error turns from one side of zero to the other, as one
 * number is moved. */
#ifndef ANALYSIS_CROSSING_H
#define ANALYSIS_CROSSING_H

#include <stdbool.h>

enum { CROSSING_SCAN_MAX = 40 };

/* The difference at x, in standard errors: above 0 the first is ahead. NaN: it could not be measured,
 * and the search ends. Must give the same for the same x. */
typedef double crossing_at(double x, void *context);

/* Where to look: values in ascending order, and a measure of distance in which to halve. */
struct crossing_search {
    int count;                       /* 2..CROSSING_SCAN_MAX */
    double x[CROSSING_SCAN_MAX];     /* ascending */
    int base;                        /* of x: where things stand; the crossing nearest to it is sought */
    bool first_leads;                /* at the base: who must lose its lead */
    double width;                    /* standard errors beyond which a lead somewhere in the scan is no chance;
                                        simultaneous_width(count), of all searches */
    double (*scale)(double x, const void *of);   /* ascending; NULL: x itself */
    double (*unscale)(double s, const void *of); /* its inverse */
    const void *of;
};

enum crossing_end {
    CROSSING_FOUND,
    CROSSING_NEVER,   /* the other is nowhere ahead in the scan */
    CROSSING_UNCLEAR, /* it is ahead somewhere, but nowhere is it beyond chance that the lead changes hands */
    CROSSING_NOTHING, /* the differences at both ends and at the base are the same to the last bit */
    CROSSING_FAILED   /* not measured */
};

struct crossing {
    enum crossing_end end;
    double x;         /* where the difference is nothing */
    double low, high; /* 95%: in between it is not distinguishable from nothing. -INFINITY, INFINITY when
                         that reaches the end of the scan */
    bool above;       /* the other leads above x, else below */
    double lead;      /* of the other: the most that the scan saw, standard errors */
    int looks;        /* how often it was measured */
};

struct crossing crossing_find(const struct crossing_search *search, crossing_at *at, void *context);

#endif
