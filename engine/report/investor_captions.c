#include "report/investor_captions.h"

#include "report/lettering.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

void investor_captions_cap_table(const struct telling *tell)
{
    const struct summary *summary = tell->summary;
    int raiser = tell->reading.raiser;
    if (raiser < 0) {
        telling_title(tell, "Nobody raises money: the founders share only with their employees");
        telling_subtitle(tell, "Fully diluted ownership after %s, mean over all companies",
                         tell->span.text);
        return;
    }
    tell->caption->strategy = raiser;
    const struct strategy_summary *one = &summary->strategy[raiser];
    const struct strategy *plan = &summary->scenario->strategy[raiser];
    int rounds = reading_rounds(one), costliest = 0;
    double before = one->founding_share, dearest = 0;
    for (int r = 0; r < rounds; r++) {
        if (before - one->cap_table[r].founders > dearest) {
            dearest = before - one->cap_table[r].founders;
            costliest = r;
        }
        before = one->cap_table[r].founders;
    }
    char round[TELLING_NAME_SIZE], clean[TELLING_NAME_SIZE];
    lettering_clean(clean, sizeof clean,
                    costliest < plan->rounds ? plan->round_name[costliest] : "first");
    lettering_shorten(round, sizeof round, clean, 14);
    size_t length = strlen(round);
    const char *kind = length >= 5 && strcasecmp(round + length - 5, "round") == 0 ? "" : " round"; /* it may say so itself */
    const struct words all = words_percent(one->founding_share);
    struct words count = words_small_count(rounds);
    count.text[0] = (char)(count.text[0] & ~0x20);
    if (rounds == 1)
        telling_title(tell, "The %s%s takes the founders from %s to %s", round, kind, all.text,
                      words_percent(before).text);
    else
        telling_title(tell,
                      "%s rounds take the founders from %s to %s; the %s%s alone costs %.0f points",
                      count.text, all.text, words_percent(before).text, round, kind, 100 * dearest);
    bool exits = one->exit.reached > 0;
    telling_note(tell, "%s%s%s", exits ? "exits come after any number of rounds" : "",
                 exits && rounds < one->closings ? "; " : "",
                 rounds < one->closings ? "left out: later rounds, which fewer than 1 in 100 companies reach" : "");
    telling_subtitle(tell, "Fully diluted ownership right after each round%s, %s; mean over the companies that get "
                           "there", exits ? " and at the exit" : "", tell->raiser);
}

void investor_captions_multiple(const struct telling *tell)
{
    int raiser = tell->reading.raiser;
    if (raiser < 0) {
        telling_title(tell, "Nobody raises money: there is no investor\u2019s multiple");
        telling_subtitle(
            tell, "Investors\u2019 multiple of the money they put in, over companies that raised");
        return;
    }
    tell->caption->strategy = raiser;
    const struct strategy_summary *one = &tell->summary->strategy[raiser];
    struct words lose = telling_so_many(one->loss_ratio.value);
    const char *investments = one->loss_ratio.value >= 1 || one->loss_ratio.value <= 0
                                  ? "investment loses"
                                  : "investments lose";
    lose.text[0] =
        lose.text[0] == 'n' || lose.text[0] == 'e' ? (char)(lose.text[0] & ~0x20) : lose.text[0];
    double companies = 0, proceeds = 0;
    int bucket = BUCKETS - 1;
    for (; bucket > 3; bucket--) { /* not below 2x */
        companies += one->bucket_companies[bucket];
        proceeds += one->bucket_proceeds[bucket];
        if (companies >= 0.001)
            break;
    }
    if (companies >= 0.001 && proceeds > 0)
        telling_title(tell, "%s %s money; the %s above %.0f× %s %s of all proceeds", lose.text,
                      investments, words_chance(companies).text, summary_bucket_floor[bucket],
                      words_one(companies) ? "earns" : "earn", words_percent(proceeds).text);
    else
        telling_title(tell, "%s %s money", lose.text, investments);
    telling_subtitle(
        tell, "Investors\u2019 multiple of the money they put in, %s, over companies that raised",
        tell->raiser);
}
