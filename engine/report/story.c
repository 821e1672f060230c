#include "report/story.h"

#include "report/epilogue.h"
#include "report/happening.h"
#include "report/words.h"

#include <math.h>

static void date(const struct scenario *scenario, int month, FILE *out)
{
    int since = scenario->start_year * 12 + scenario->start_month - 1 + month;
    fprintf(out, "  %04d-%02d  ", since / 12, since % 12 + 1);
}

static int whole(double people) { return (int)(people + 0.5); }

static void tell_plan(const struct scenario *scenario, const struct strategy *strategy,
                      const struct chronicle_event *event, FILE *out)
{
    const double *number = event->number;
    switch (event->what) {
    case HAPPENED_START:
        fprintf(out, "Starts with %d people and %s; the funding climate is %s.", whole(number[0]),
                words_money(number[1]).text, number[2] > 0.0 ? "open" : "shut");
        if (number[3] >= 100.0)
            fprintf(out, " Its product has %s users already.", words_round_count(number[3]).text);
        fputc('\n', out);
        break;
    case HAPPENED_EVENT:
        fprintf(out, "%s.\n", scenario->event[(int)number[0]].label);
        break;
    case HAPPENED_STAGE:
        fprintf(out, "Stage: %s", strategy->stage_name[(int)number[0]]);
        if (number[1] > 0.75)
            fprintf(out, "; a release every %s", number[1] < 1.5 ? "month" : words_duration(number[1]).text);
        else if (number[1] > 0.0)
            fprintf(out, "; %s releases a month", words_small_count(whole(1.0 / number[1])).text);
        fputs(".\n", out);
        break;
    case HAPPENED_BOARD:
        fprintf(out, "The investors, with %s, take over: %s.", words_percent(number[0]).text,
                strategy->stage_name[(int)number[1]]);
        if (number[2] >= 100e3)
            fprintf(out, " Services bring %s of its %s a year.", words_money(number[2]).text,
                    words_money(number[3]).text);
        fputc('\n', out);
        break;
    case HAPPENED_ROUND:
        fprintf(out, "%s: %s", strategy->round_name[(int)number[0]], words_money(number[1]).text);
        if (number[2] > 0.0)
            fprintf(out, " at %s before the money", words_money(number[2]).text);
        fprintf(out, "; the founders keep %s", words_percent(number[3]).text);
        if (number[4] > 0.0)
            fprintf(out, ". A bank lends %s beside it", words_money(number[4]).text);
        fputs(".\n", out);
        break;
    case HAPPENED_SEARCH:
        fprintf(out, "The founders begin to look for the %s; the cash lasts %s.\n",
                strategy->round_name[(int)number[0]],
                number[1] < 1.0 ? "less than a month" : words_duration(floor(number[1])).text);
        break;
    case HAPPENED_TERM_SHEET:
        fprintf(out, "A term sheet for the %s, in month %d of the search; the money is to come in %s.\n",
                strategy->round_name[(int)number[0]], whole(number[1]), words_duration(ceil(number[2])).text);
        break;
    case HAPPENED_BRIDGE:
        fprintf(out, "After %s the search for the %s has failed; insiders bridge with %s.\n",
                words_duration(number[2]).text, strategy->round_name[(int)number[0]], words_money(number[1]).text);
        break;
    case HAPPENED_DOWN:
        fprintf(out, "After %s the search for the %s has failed; the company offers %s of its last price.\n",
                words_duration(number[2]).text, strategy->round_name[(int)number[0]], words_percent(number[1]).text);
        break;
    case HAPPENED_SEARCH_FAILS:
        fprintf(out, "After %s the search for the %s has failed", words_duration(number[1]).text,
                strategy->round_name[(int)number[0]]);
        if (number[2] > 0.5)
            fprintf(out, "; for %s the company spends only what customers pay", words_duration(rint(number[2])).text);
        fputs(".\n", out);
        break;
    case HAPPENED_SEARCH_ENDS:
        fprintf(out, "The cash lasts again; after %s the search for the %s is called off.\n",
                words_duration(number[1]).text, strategy->round_name[(int)number[0]]);
        break;
    case HAPPENED_ADVANCE:
        fprintf(out, "A lender advances %s on its revenue, of which a share goes to him until %s is repaid.\n",
                words_money(number[0]).text, words_money(number[1]).text);
        break;
    case HAPPENED_ADVANCE_REPAID:
        fprintf(out, "The advance is repaid, after %s.\n", words_duration(number[0]).text);
        break;
    case HAPPENED_DEBT_REPAID:
        fprintf(out, "The bank's last loan is repaid, after %s.\n", words_duration(number[0]).text);
        break;
    default:
        break;
    }
}

void story_tell(const struct scenario *scenario, int strategy, const struct chronicle *chronicle,
                const char *who, FILE *out)
{
    const struct strategy *plan = &scenario->strategy[strategy];
    fprintf(out, "%s\n", who);
    for (int e = 0; e < chronicle->events; e++) {
        const struct chronicle_event *event = &chronicle->event[e];
        date(scenario, event->month, out);
        if (event->what == HAPPENED_END)
            epilogue_end(chronicle, out);
        else if (event->what == HAPPENED_START ||
                 (event->what >= HAPPENED_EVENT && event->what <= HAPPENED_DEBT_REPAID))
            tell_plan(scenario, plan, event, out);
        else
            happening_tell(event, out);
    }
    epilogue_tell(plan, chronicle, out);
}
