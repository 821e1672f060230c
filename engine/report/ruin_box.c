#include "report/ruin_box.h"

#include "report/ruin_words.h"
#include "report/words.h"

void ruin_box_write(const struct ruin *ruin, FILE *out)
{
    fprintf(out, "# The worlds in which this company is ruined: %s. Cut to the box, nothing else changed:\n",
            ruin_words_failure(ruin).text);
    for (int s = 0; s < ruin->box.sides; s++)
        fprintf(out, "#   %s: %s\n", ruin->side[s].key, ruin_words_side(&ruin->side[s]).text);
    scenario_write(&ruin->boxed, out, false);
}
