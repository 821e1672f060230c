/* Whatever legal scenario is played, the books balance, nothing is ever infinite or undefined, and
 * every kernel and number of threads gives the same bits.
 *
 * PLAYBOOK_RANDOM_SEED=n plays the one scenario n; PLAYBOOK_RANDOM_COUNT=n the first n of them. */
#include "laws/fixture.h"
#include "laws/random_scenario.h"
#include "laws/soundness.h"
#include "montecarlo/batch.h"
#include "montecarlo/machine.h"

#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Sanitizers and busy machines play fewer than all. */
enum { PROCESSES = 2, SCENARIOS = 4000, SECONDS = 25, FEWEST = 200 };

/* For the message before an abort. */
static const struct scenario *playing;

/* The breach was told just before, and the process is about to end: nothing here needs to be safe
 * against interruption. */
static void tell_scenario(int number)
{
    (void)number;
    fprintf(stderr, "random scenario: PLAYBOOK_RANDOM_SEED=%" PRIu64 "\n", playing->seed);
    scenario_write(playing, stderr, false);
    fflush(stderr);
}

static struct batch *play(const struct scenario *scenario, const struct kernel *kernel)
{
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, scenario->seed, scenario->paths, complaints);
    complaints_print(complaints, stderr, false);
    soundness_expect(batch && complaints_count(complaints) == 0, "the scenario can be played");
    complaints_destroy(complaints);
    struct batch_options options = {.threads = 1, .kernel = kernel};
    soundness_expect(batch_play(batch, scenario->paths, &options) == BATCH_DONE, "the batch ends well");
    return batch;
}

static void check_scenario(const struct scenario *scenario)
{
    const char *why;
    const struct kernel *best = machine_kernel(&why);
    soundness_expect(best, "the machine runs one of the kernels");
    struct batch *batch = play(scenario, best), *again = play(scenario, &kernel_v2);
    soundness_check(batch);
    for (int s = 0; s < scenario->strategies; s++)
        for (int64_t path = 0; path < scenario->paths; path++)
            soundness_expect(fixture_same(&batch->result[s][path], &again->result[s][path]),
                             "both kernels give the same bits");
    batch_destroy(batch);
    batch_destroy(again);
}

/* The scenario after it was written as a file and loaded from that. */
static struct scenario *reload(const struct scenario *scenario)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    soundness_expect(file, "there is memory for a file");
    scenario_write(scenario, file, false);
    fclose(file);
    struct complaints *complaints = complaints_create();
    struct scenario *loaded = scenario_load_text("random.yaml", text, length, NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    soundness_expect(loaded, "what was written can be loaded");
    complaints_destroy(complaints);
    free(text);
    return loaded;
}

/* Written down and read back, it is the same scenario: it plays the same lives. */
static void check_reloaded(const struct scenario *scenario)
{
    struct scenario *loaded = reload(scenario), *again = reload(loaded);
    soundness_expect(loaded->hash == again->hash, "a second reading changes nothing");
    struct batch *batch = play(scenario, &kernel_v2), *copy = play(loaded, &kernel_v2);
    for (int s = 0; s < scenario->strategies; s++)
        for (int64_t path = 0; path < scenario->paths; path++)
            soundness_expect(fixture_same(&batch->result[s][path], &copy->result[s][path]),
                   "the scenario that was loaded plays the same bits");
    batch_destroy(batch);
    batch_destroy(copy);
    scenario_destroy(loaded);
    scenario_destroy(again);
}

/* Every fourth scenario is made plausible, so that the loader takes it. */
static void check_seed(uint64_t seed)
{
    struct scenario *scenario = random_scenario_create(seed);
    playing = scenario;
    signal(SIGABRT, tell_scenario);
    if (seed % 4 == 3) {
        random_scenario_mend(scenario);
        check_reloaded(scenario);
    } else {
        check_scenario(scenario);
    }
    scenario_destroy(scenario);
}

/* In a process of its own, because a breach ends the process that finds it. */
static pid_t check_seeds(uint64_t first, uint64_t end, uint64_t step)
{
    pid_t process = fork();
    if (process != 0)
        return process;
    time_t start = time(NULL);
    for (uint64_t seed = first; seed < end; seed += step)
        if (seed < FEWEST || time(NULL) - start < SECONDS)
            check_seed(seed);
    _exit(0);
}

START_TEST(any_legal_scenario_keeps_the_books)
{
    const char *one = getenv("PLAYBOOK_RANDOM_SEED"), *count = getenv("PLAYBOOK_RANDOM_COUNT");
    if (one) {
        check_seed(strtoull(one, NULL, 10));
        return;
    }
    pid_t process[PROCESSES];
    uint64_t end = count ? strtoull(count, NULL, 10) : SCENARIOS;
    for (int p = 0; p < PROCESSES; p++) {
        process[p] = check_seeds((uint64_t)p, end, PROCESSES);
        ck_assert_int_gt(process[p], 0);
    }
    for (int p = 0; p < PROCESSES; p++) {
        int status;
        ck_assert_int_eq(waitpid(process[p], &status, 0), process[p]);
        ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "a scenario failed");
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {any_legal_scenario_keeps_the_books, NULL};
    return fixture_run("random scenarios", tests);
}
