#include "report/glossary.h"

#include <stddef.h>
#include <string.h>

const char *const glossary_outcome_key[OUTCOMES] = {
    [OUTCOME_SHUT_DOWN] = "shut_down",
    [OUTCOME_PRIVATE] = "private",
    [OUTCOME_ACQUIHIRED] = "acquihired",
    [OUTCOME_ACQUIRED] = "acquired",
    [OUTCOME_IPO] = "ipo",
};

const char *const glossary_outcome_word[OUTCOMES] = {
    [OUTCOME_SHUT_DOWN] = "Shut down",
    [OUTCOME_PRIVATE] = "Still private",
    [OUTCOME_ACQUIHIRED] = "Acqui-hired",
    [OUTCOME_ACQUIRED] = "Acquired",
    [OUTCOME_IPO] = "IPO",
};

const char *const glossary_cause_key[CAUSES] = {
    [CAUSE_NONE] = "none",
    [CAUSE_OUT_OF_CASH] = "out_of_cash",
    [CAUSE_GAVE_UP] = "gave_up",
    [CAUSE_WRITTEN_OFF] = "written_off",
    [CAUSE_OFFER] = "offer",
    [CAUSE_DISTRESS_OFFER] = "distress_offer",
    [CAUSE_LISTED] = "listed",
};

const char *const glossary_stream_key[STREAMS] = {
    [STREAM_SERVICES] = "services",       [STREAM_TRAINING] = "training",
    [STREAM_SUPPORT] = "support",         [STREAM_SUBSCRIPTION] = "subscription",
    [STREAM_VALUE_ADDED] = "value_added", [STREAM_LICENCES] = "licences",
    [STREAM_ADVERTISING] = "advertising",
};

const char *const glossary_stream_word[STREAMS] = {
    [STREAM_SERVICES] = "Services",
    [STREAM_TRAINING] = "Training",
    [STREAM_SUPPORT] = "Support",
    [STREAM_SUBSCRIPTION] = "Subscription",
    [STREAM_VALUE_ADDED] = "Value-added parts",
    [STREAM_LICENCES] = "Licences",
    [STREAM_ADVERTISING] = "Advertising",
};

/* As in summary_bucket_floor: 0, more, 0.5, 1, 2, 5, 10, 20 and up. */
const char *const glossary_bucket_word[BUCKETS] = {
    "0", "<0.5×", "0.5–1×", "1–2×", "2–5×", "5–10×", "10–20×", "20×+",
};

const char *glossary_file(const struct summary *summary)
{
    const char *file = summary->scenario->file;
    if (file == NULL)
        return "";
    const char *slash = strrchr(file, '/');
    return slash != NULL ? slash + 1 : file;
}
