#include "report/money_tsv.h"

#include "analysis/payout.h"
#include "analysis/typical.h"
#include "report/tsv.h"

#include <inttypes.h>

enum { NAME_SIZE = 512 };

static const char *const kind_key[PAYOUT_KINDS] = {
    "fees",       "lenders",  "money_back", "preference", "participation",
    "conversion", "warrants", "employees",  "former",     "founders"};
static const char *const mark_key[] = {"round", "bridge", "advance"};

/* The round's name, which is empty for none, and the strategy's; they end a line. */
static void names(const struct summary *summary, int strategy, int round, FILE *out)
{
    const struct strategy *plan = &summary->scenario->strategy[strategy];
    char clean[NAME_SIZE];
    tsv_clean(clean, sizeof clean, round >= 0 && round < plan->rounds ? plan->round_name[round] : "");
    fprintf(out, "%s\t", clean);
    tsv_clean(clean, sizeof clean, summary->strategy[strategy].name);
    fprintf(out, "%s\n", clean);
}

void money_tsv_waterfall(const struct summary *summary, FILE *out)
{
    fputs("strategy\tpath\tmonth\tstep\tkind\tround\tamount\towed\tfrom\tto\tround_name\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct payout *payout = summary->strategy[i].payout;
        if (payout == NULL)
            continue;
        double left = payout->price;
        for (int k = -1; k < payout->steps; k++) {
            const struct payout_step all = {.round = -1, .amount = left, .owed = left};
            const struct payout_step *step = k < 0 ? &all : &payout->step[k];
            double to = k < 0 ? 0 : left - step->amount;
            fprintf(out, "%d\t%" PRId64 "\t%d\t%d\t%s\t%d\t", i + 1, payout->path, payout->month, k + 1,
                    k < 0 ? "price" : kind_key[step->kind], step->round + 1);
            tsv_number(out, step->amount);
            tsv_number(out, step->owed);
            tsv_number(out, left);
            tsv_number(out, to);
            names(summary, i, step->round, out);
            left = k < 0 ? left : to;
        }
    }
}

void money_tsv_breakpoints(const struct summary *summary, FILE *out)
{
    fputs("strategy\tpoint\tprice\tfounders\tformer\temployees\twarrants\t", out);
    for (int r = 0; r < ROUNDS_MAX; r++)
        fprintf(out, "round%d\t", r + 1);
    fputs("lenders\tname\n", out);
    for (int i = 0; i < summary->strategies; i++)
        for (int p = 0; summary->strategy[i].payout != NULL && p < PAYOUT_POINTS; p++) {
            const struct payout_shares *point = &summary->strategy[i].payout->point[p];
            fprintf(out, "%d\t%d\t", i + 1, p + 1);
            tsv_number(out, point->price);
            tsv_number(out, point->founders);
            tsv_number(out, point->former);
            tsv_number(out, point->staff);
            tsv_number(out, point->warrants);
            for (int r = 0; r < ROUNDS_MAX; r++)
                tsv_number(out, point->round[r]);
            tsv_number(out, point->fees + point->lenders);
            char clean[NAME_SIZE];
            tsv_clean(clean, sizeof clean, summary->strategy[i].name);
            fprintf(out, "%s\n", clean);
        }
}

void money_tsv_cash(const struct summary *summary, FILE *out)
{
    fputs("strategy\tpath\tmonth\tcash\tcame\tkind\tround\tlent\trunway\tround_name\tname\n", out);
    for (int i = 0; i < summary->strategies; i++) {
        const struct typical *typical = summary->strategy[i].typical;
        int next = 0;
        for (int m = 0; typical != NULL && m <= typical->months; m++) {
            /* An advance and a round may come in one month: a row each. */
            do {
                const struct typical_mark nothing = {.round = -1}, *mark = &nothing;
                bool came = next < typical->marks && typical->mark[next].month == m;
                if (came)
                    mark = &typical->mark[next++];
                fprintf(out, "%d\t%" PRId64 "\t%d\t", i + 1, typical->path, m);
                tsv_number(out, typical->cash[m]);
                tsv_number(out, mark->amount);
                fprintf(out, "%s\t%d\t", came ? mark_key[mark->kind] : "", mark->round + 1);
                tsv_number(out, mark->lent);
                tsv_number(out, came ? mark->runway : 0);
                names(summary, i, mark->round, out);
            } while (next < typical->marks && typical->mark[next].month == m);
        }
    }
}
