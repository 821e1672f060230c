/* Keys of data files and words of charts for the model's enumerations: one table for all. */
#ifndef REPORT_GLOSSARY_H
#define REPORT_GLOSSARY_H

#include "analysis/summary.h"

extern const char *const glossary_outcome_key[OUTCOMES];  /* shut_down */
extern const char *const glossary_outcome_word[OUTCOMES]; /* Shut down */
extern const char *const glossary_cause_key[CAUSES];      /* out_of_cash */
extern const char *const glossary_stream_key[STREAMS];    /* value_added */
extern const char *const glossary_stream_word[STREAMS];   /* Value-added parts */
extern const char *const glossary_bucket_word[BUCKETS];   /* 2–5× */

/* The last part of the scenario's file name: nothing that leaves a machine names its folders. */
const char *glossary_file(const struct summary *summary);

#endif
