/* An unfinished map is kept to the last bit, and nobody else's is taken for it. */
#include "report/phase_kept.h"

#include "runner.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct strategy strategies[2] = {{.name = "A"}, {.name = "B"}};
static struct scenario scenario = {.strategies = 2, .strategy = strategies, .hash = 77};
static char folder[64];
static FILE *talk;

static void begin(void)
{
    snprintf(folder, sizeof folder, "/tmp/phase_kept_%ld", (long)getpid());
    talk = fopen("/dev/null", "w");
    ck_assert_ptr_nonnull(talk);
}

static void end(void)
{
    phase_kept_remove(folder);
    rmdir(folder);
    fclose(talk);
}

static struct phase *make(uint64_t seed, double high)
{
    const struct roster roster = {2, {0, 1}};
    const struct contest contest = {.by = CONTEST_MEAN, .measure = {.name = "take_home", .observable = -1}};
    const struct phase_axis axis[2] = {{.key = {.column = 1}, .low = 1, .high = high}, {.key = {.column = 2}, .low = 1, .high = 2}};
    return phase_create(&scenario, &roster, &contest, axis, 4, seed, 100);
}

static struct phase *filled(void)
{
    struct phase *phase = make(5, 9);
    for (int c = 0; c < 16; c++) {
        phase->cell[c].worlds = c < 9 ? 100 : 0;
        phase->sums[c] = (struct contest_sums){phase->cell[c].worlds, c < 9 ? 60 + c : 0, c < 9 ? -1.0 / (3 + c) : 0.0,
                                               c < 9 ? 1e17 / (7 + c) : 0.0};
    }
    return phase;
}

START_TEST(kept_to_the_last_bit)
{
    begin();
    struct phase *phase = filled(), *again = make(5, 9);
    ck_assert_int_eq(phase_kept_read(again, folder, talk), PHASE_KEPT_NONE);
    ck_assert_int_eq(phase_kept_write(phase, folder, talk), 0);
    ck_assert_int_eq(phase_kept_read(again, folder, talk), PHASE_KEPT_TAKEN);
    for (int c = 0; c < 16; c++) {
        ck_assert_int_eq(again->cell[c].worlds, phase->cell[c].worlds);
        ck_assert_int_eq(again->cell[c].target, phase->cell[c].target);
        ck_assert_int_eq(again->sums[c].worlds, phase->sums[c].worlds);
        ck_assert_int_eq(again->sums[c].differ, phase->sums[c].differ);
        ck_assert(again->sums[c].sum == phase->sums[c].sum && again->sums[c].squares == phase->sums[c].squares);
    }
    phase_destroy(phase);
    phase_destroy(again);
    end();
}
END_TEST

START_TEST(another_request_is_refused)
{
    begin();
    struct phase *phase = filled(), *seed = make(6, 9), *range = make(5, 8), *other = make(5, 9);
    ck_assert_int_eq(phase_kept_write(phase, folder, talk), 0);
    ck_assert_int_eq(phase_kept_read(seed, folder, talk), PHASE_KEPT_FOREIGN);
    ck_assert_int_eq(phase_kept_read(range, folder, talk), PHASE_KEPT_FOREIGN);
    scenario.hash = 78;
    ck_assert_int_eq(phase_kept_read(other, folder, talk), PHASE_KEPT_FOREIGN);
    scenario.hash = 77;
    phase_destroy(phase);
    phase_destroy(seed);
    phase_destroy(range);
    phase_destroy(other);
    end();
}
END_TEST

/* Cut off anywhere, or with a digit that cannot be, it is refused. */
START_TEST(damage_is_noticed)
{
    begin();
    char path[128], text[8192];
    struct phase *phase = filled();
    ck_assert_int_eq(phase_kept_write(phase, folder, talk), 0);
    snprintf(path, sizeof path, "%s/%s", folder, PHASE_KEPT_NAME);
    FILE *file = fopen(path, "r");
    const size_t size = fread(text, 1, sizeof text, file);
    fclose(file);
    ck_assert(size > 500 && size < sizeof text);
    for (size_t cut = 0; cut + 1 < size; cut += 7) {
        struct phase *again = make(5, 9);
        file = fopen(path, "w");
        fwrite(text, 1, cut, file);
        fclose(file);
        ck_assert_int_eq(phase_kept_read(again, folder, talk), PHASE_KEPT_FOREIGN);
        phase_destroy(again);
    }
    phase_destroy(phase);
    end();
}
END_TEST

RUNNER_MAIN("phase_kept", kept_to_the_last_bit, another_request_is_refused, damage_is_noticed)
