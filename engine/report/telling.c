#include "report/telling.h"

#include "report/sentences.h"

#include <stdarg.h>

void telling_title(const struct telling *tell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(tell->caption->title, CAPTION_SIZE, format, arguments);
    va_end(arguments);
}

void telling_subtitle(const struct telling *tell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(tell->caption->subtitle, CAPTION_SIZE, format, arguments);
    va_end(arguments);
}

void telling_note(const struct telling *tell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(tell->caption->note, CAPTION_SIZE, format, arguments);
    va_end(arguments);
}

struct words telling_so_many(double share)
{
    struct words words = words_chance(share);
    if (share <= 0 || share >= 1)
        snprintf(words.text, sizeof words.text, "%s", share <= 0 ? "no" : "every");
    return words;
}

const char *telling_companies(double share)
{
    return share <= 0 || share >= 1 ? "company" : "companies";
}

const char *telling_teams(double share)
{
    return share <= 0 || share >= 1 ? "team" : "teams";
}

struct words telling_alone(double share)
{
    struct words words = words_chance(share);
    if (share <= 0 || share >= 1)
        snprintf(words.text, sizeof words.text, "%s", share <= 0 ? "none" : "all");
    return words;
}

bool telling_few_worlds(const struct telling *tell)
{
    if (tell->summary->paths >= SENTENCES_FEW_WORLDS)
        return false;
    telling_title(tell, "Only %s world%s: too few to say whether %s or %s is ahead",
                  words_count(tell->summary->paths).text, tell->summary->paths == 1 ? "" : "s",
                  tell->subject, tell->rival);
    return true;
}
