/* Every playbook in every market keeps the books, at the ends of what is believed and of what is
 * legal; and a playbook is its content: its name changes nothing.
 *
 * Playbooks and markets are whatever files there are, so a new one is tested without a word here. */
#include "laws/fixture.h"
#include "laws/soundness.h"
#include "model/field.h"
#include "montecarlo/batch.h"
#include "montecarlo/machine.h"
#include "montecarlo/quantile.h"
#include "numerics/draws.h"
#include "scenario/quantity.h"

#include <dirent.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FILES_MAX = 40, SETTINGS_MAX = 6, SETTING_BYTES = 120 };

/* Sanitizers and busy machines play fewer variants than all of each pair. */
enum { PATHS = 48, VARIANTS = 60, FEWEST = 4 };
static const double seconds_in_all = 30.0;

/* For the test of names. */
enum { LABEL_PATHS = 1000 };

struct file_list {
    char name[FILES_MAX][64];
    int count;
};

static struct file_list playbooks, markets;

static int compare_names(const void *a, const void *b) { return strcmp(a, b); }

static void list_files(const char *folder, struct file_list *files)
{
    DIR *stream = opendir(folder);
    const struct dirent *item;
    while (stream && files->count < FILES_MAX && (item = readdir(stream)) != NULL) {
        size_t length = strlen(item->d_name);
        if (length > 5 && length < 64 && strcmp(item->d_name + length - 5, ".yaml") == 0)
            memcpy(files->name[files->count++], item->d_name, length - 5);
    }
    if (stream)
        closedir(stream);
    qsort(files->name, (size_t)files->count, sizeof files->name[0], compare_names);
}

/* --- The ends of what is believed and of what is legal ---------------------------------------- */

/* A playbook in a market, bent. */
struct variant {
    int number;
    uint64_t seed, thrown;
    const char *playbook, *market;
    char bend[SETTING_BYTES]; /* what one strategy changes in the playbook */
    char setting[SETTINGS_MAX][SETTING_BYTES];
    int settings;
};

/* For the message before an abort. */
static const struct variant *playing;

/* The breach was told just before, and the process is about to end: nothing here needs to be safe
 * against interruption. */
static void tell_variant(int number)
{
    (void)number;
    fprintf(stderr, "playbook %s in market %s, variant %d", playing->playbook, playing->market,
            playing->number);
    fputs(playing->bend, stderr);
    for (int i = 0; i < playing->settings; i++)
        fprintf(stderr, " --set '%s'", playing->setting[i]);
    fputc('\n', stderr);
    fflush(stderr);
}

static double throw_uniform(struct variant *variant)
{
    return draws_uniform(draws_threefry(variant->seed, DRAWS_OTHER, variant->thrown++).first);
}

static int throw_below(struct variant *variant, int n) { return (int)(throw_uniform(variant) * n); }

/* One number of a section at one end of its legal range. */
static const char *throw_end(struct variant *variant, int section, char *written, size_t size)
{
    const struct field_table *table = &field_tables[section];
    const struct field *field = &table->fields[throw_below(variant, table->count)];
    double value = throw_below(variant, 2) ? field->high : field->low;
    if (field->unit == UNIT_WORD)
        snprintf(written, size, "%s", field->words[(int)value]);
    else
        quantity_write(value, field->unit, written, size);
    return field->key;
}

/* The playbook with one of its own numbers at an end. */
static void throw_bend(struct variant *variant)
{
    char written[64];
    const char *key = throw_end(variant, SECTION_PLAYBOOK, written, sizeof written);
    snprintf(variant->bend, sizeof variant->bend, ", %s: %s", key, written);
}

/* The same as the command line would set it. */
static void throw_setting(struct variant *variant)
{
    char written[64], *setting = variant->setting[variant->settings];
    int section = throw_below(variant, SECTION_EXIT + 1);
    const char *name = throw_end(variant, section, written, sizeof written);
    snprintf(setting, SETTING_BYTES, "%s.%s=%s", field_tables[section].name, name, written);
    size_t key = strcspn(setting, "=");
    for (int i = 0; i < variant->settings; i++)
        if (strncmp(variant->setting[i], setting, key + 1) == 0)
            return; /* nothing is set twice */
    variant->settings++;
}

/* The playbook alone, with money, and bent, with investors who may impose their own stage. NULL where the
 * settings contradict each other or the market, as more adopters than accounts do. */
static struct scenario *load_variant(const struct variant *variant)
{
    char text[1024];
    int length = snprintf(text, sizeof text,
                          "scenario: pair\nhorizon: 10 years\npaths: %d\nseed: %d\n"
                          "market: {extends: markets/%s}\n"
                          "company: {skill: 0.3 to 3, expertise: 1 to 300, users: 10 to 9000}\n"
                          "strategies:\n"
                          "  - {name: Alone, playbook: playbooks/%s}\n"
                          "  - {name: Money, playbook: playbooks/%s, funding: funding/venture}\n"
                          "  - {name: Bent, playbook: {extends: playbooks/%s%s},\n"
                          "     funding: funding/growth, board: boards/insists-on-product}\n",
                          PATHS, (int)variant->seed, variant->market, variant->playbook,
                          variant->playbook, variant->playbook, variant->bend);
    const char *settings[SETTINGS_MAX];
    for (int i = 0; i < variant->settings; i++)
        settings[i] = variant->setting[i];
    struct complaints *complaints = complaints_create();
    struct scenario *scenario = scenario_load_text("scenarios/pair.yaml", text, (size_t)length,
                                                   settings, variant->settings, complaints);
    if (!scenario && variant->number < 2)
        complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    return scenario;
}

/* Every distribution becomes one of its own ends: all the low ones, all the high ones, or any. */
static void go_to_ends(struct variant *variant, struct scenario *scenario)
{
    for (int column = 0; column < PARAMETER_COLUMNS; column++) {
        enum section section;
        int repeat, spread;
        const struct field *field = fields_of_column(column, &section, &repeat, &spread);
        int high = variant->number < 2 ? variant->number : throw_below(variant, 2);
        for (int s = 0; s < scenario->strategies; s++) {
            struct distribution *value = &scenario->strategy[s].assumptions[column].value;
            if (field->drawn != DRAWN_PATH || value->shape == SHAPE_CONSTANT)
                continue;
            double end = quantile_of(value, high ? 0.9999 : 0.0001);
            *value = (struct distribution){.shape = SHAPE_CONSTANT,
                                           .a = fmin(fmax(end, field->low), field->high),
                                           .low = -INFINITY,
                                           .high = INFINITY};
        }
    }
}

static struct batch *play(const struct scenario *scenario)
{
    const char *why;
    struct complaints *complaints = complaints_create();
    struct batch *batch = batch_create(scenario, scenario->seed, scenario->paths, complaints);
    complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    soundness_expect(batch, "the scenario can be played");
    struct batch_options options = {.threads = 1, .kernel = machine_kernel(&why)};
    soundness_expect(batch_play(batch, scenario->paths, &options) == BATCH_DONE,
                     "the batch ends well");
    return batch;
}

/* Variants 0 and 1 are all the low and all the high ends; from 2 on, settings go to the ends of the
 * legal ranges too. False when the settings contradict each other. */
static bool check_variant(int pair, int number)
{
    struct variant variant = {.number = number,
                              .seed = (uint64_t)(pair * VARIANTS + number),
                              .playbook = playbooks.name[pair / markets.count],
                              .market = markets.name[pair % markets.count]};
    int wanted = number < 2 ? 0 : throw_below(&variant, SETTINGS_MAX + 1);
    if (number >= 2)
        throw_bend(&variant);
    for (int i = 0; i < wanted; i++)
        throw_setting(&variant);
    playing = &variant;
    signal(SIGABRT, tell_variant);
    struct scenario *scenario = load_variant(&variant);
    soundness_expect(scenario || number >= 2, "a shipped playbook fits a shipped market");
    if (!scenario)
        return false;
    go_to_ends(&variant, scenario);
    struct batch *batch = play(scenario);
    soundness_check(batch);
    batch_destroy(batch);
    scenario_destroy(scenario);
    return true;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

START_TEST(every_playbook_bears_every_market)
{
    const double seconds = seconds_in_all / (playbooks.count * markets.count);
    const double start = now();
    int played = 0, tried = 0;
    gsl_set_error_handler_off();
    for (; tried < VARIANTS; tried++) {
        if (tried >= FEWEST && now() - start > seconds)
            break;
        played += check_variant(_i, tried);
    }
    ck_assert_msg(2 * played > tried, "%s in %s: only %d of %d variants could be played",
                  playbooks.name[_i / markets.count], markets.name[_i % markets.count], played,
                  tried);
}
END_TEST

/* --- Names ------------------------------------------------------------------------------------ */

static char folder[] = "/tmp/playbook-names-XXXXXX"; /* of a copy under another name */

static void copy_file(const char *from, const char *to)
{
    char block[4096];
    size_t length;
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    ck_assert(in && out);
    while ((length = fread(block, 1, sizeof block, in)) > 0)
        ck_assert_uint_eq(fwrite(block, 1, length, out), length);
    fclose(in);
    ck_assert_int_eq(fclose(out), 0);
}

struct played {
    struct scenario *scenario;
    struct batch *batch;
};

static struct played play_strategies(const char *strategies, uint64_t seed)
{
    char text[2048], file[64];
    snprintf(text, sizeof text,
             "scenario: names\nhorizon: 10 years\nmarket: {extends: markets/ecosystem}\n"
             "company: {cash: $600k, expertise: 10 to 150, commits: 10 to 60, users: 1000 to 9000}\n"
             "strategies:\n%s",
             strategies);
    snprintf(file, sizeof file, "%s/plan.yaml", folder);
    struct complaints *complaints = complaints_create();
    struct scenario *scenario =
        scenario_load_text(file, text, strlen(text), NULL, 0, complaints);
    complaints_print(complaints, stderr, false);
    complaints_destroy(complaints);
    ck_assert_ptr_nonnull(scenario);
    scenario->paths = LABEL_PATHS;
    scenario->seed = seed;
    return (struct played){scenario, play(scenario)};
}

static void forget(struct played *played)
{
    batch_destroy(played->batch);
    scenario_destroy(played->scenario);
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void sort_take_home(const struct batch *batch, int strategy, double *sorted)
{
    for (int64_t path = 0; path < LABEL_PATHS; path++)
        sorted[path] = batch->result[strategy][path].founder_present;
    qsort(sorted, LABEL_PATHS, sizeof *sorted, compare_doubles);
}

/* Kolmogorov and Smirnov: how likely two samples of one distribution lie at least as far apart. The
 * distance is the largest between their empirical distribution functions; where many values are the
 * same (nothing at all, say), the answer errs towards likely. */
static double ks_chance(const double *a, const double *b, int n)
{
    double distance = 0.0;
    for (int i = 0, j = 0; i < n && j < n;) {
        double x = fmin(a[i], b[j]);
        while (i < n && a[i] <= x)
            i++;
        while (j < n && b[j] <= x)
            j++;
        distance = fmax(distance, fabs((double)i / n - (double)j / n));
    }
    double lambda = distance * sqrt(n / 2.0), sum = 0.0;
    if (lambda < 0.2)
        return 1.0; /* the series converges no more, and its sum is 1 */
    for (int k = 1; k <= 100; k++)
        sum += (k % 2 ? 2.0 : -2.0) * exp(-2.0 * k * k * lambda * lambda);
    return sum;
}

/* How likely two strategies have the same distribution of what founders take home. */
static double alike(const struct batch *a, int s, const struct batch *b, int t)
{
    static double first[LABEL_PATHS], second[LABEL_PATHS];
    sort_take_home(a, s, first);
    sort_take_home(b, t, second);
    return ks_chance(first, second, LABEL_PATHS);
}

static void make_folder(const char *playbook)
{
    char path[128], original[128];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(original, sizeof original, "scenarios/playbooks/%s.yaml", playbook);
    snprintf(path, sizeof path, "%s/a-name-nobody-knows.yaml", folder);
    copy_file(original, path);
}

static void remove_folder(void)
{
    char path[128];
    snprintf(path, sizeof path, "%s/a-name-nobody-knows.yaml", folder);
    remove(path);
    rmdir(folder);
}

START_TEST(a_name_changes_nothing)
{
    const char *playbook = playbooks.name[_i];
    char both[512], renamed[256];
    make_folder(playbook);
    snprintf(renamed, sizeof renamed,
             "  - {name: Zero, playbook: a-name-nobody-knows, funding: funding/venture}\n");
    snprintf(both, sizeof both, "  - {name: %s, playbook: playbooks/%s, funding: funding/venture}\n%s",
             playbook, playbook, renamed);
    struct played together = play_strategies(both, 1);
    for (int64_t path = 0; path < LABEL_PATHS; path++)
        ck_assert_msg(fixture_same(&together.batch->result[0][path],
                                   &together.batch->result[1][path]),
                      "%s: world %d differs under another name", playbook, (int)path);
    /* In worlds of its own the same strategy has the same chances. */
    struct played elsewhere = play_strategies(renamed, 1000 + (uint64_t)_i);
    double chance = alike(together.batch, 0, elsewhere.batch, 0);
    ck_assert_msg(chance > 0.01, "%s: under another name, take-home is as likely as %g", playbook,
                  chance);
    forget(&together);
    forget(&elsewhere);
    remove_folder();
}
END_TEST

/* Otherwise the test above would be about nothing. */
START_TEST(other_content_is_told_apart)
{
    struct played played =
        play_strategies("  - {name: A, playbook: playbooks/ip, funding: funding/venture}\n"
                        "  - {name: B, playbook: playbooks/services-first}\n",
                        1);
    ck_assert_double_lt(alike(played.batch, 0, played.batch, 1), 1e-6);
    ck_assert_double_ge(alike(played.batch, 0, played.batch, 0), 1.0);
    forget(&played);
}
END_TEST

/* Against a table: two samples of 100 lie 0.19 apart or more in 5.4% of cases; two that do not overlap
 * are as far apart as can be. */
START_TEST(kolmogorov_and_smirnov)
{
    double a[100], b[100];
    for (int i = 0; i < 100; i++) {
        a[i] = i;
        b[i] = i < 19 ? -1.0 : i; /* 19 of them below all of the others */
    }
    ck_assert_double_eq_tol(ks_chance(a, b, 100), 0.0541, 0.0002);
    for (int i = 0; i < 100; i++)
        b[i] = i + 1000.0;
    ck_assert_double_lt(ks_chance(a, b, 100), 1e-40);
}
END_TEST

int main(void)
{
    setenv("PLAYBOOK_LIBRARY", "scenarios", 1);
    list_files("scenarios/playbooks", &playbooks);
    list_files("scenarios/markets", &markets);
    Suite *suite = suite_create("playbooks");
    TCase *list = tcase_create("playbooks");
    suite_add_tcase(suite, list);
    tcase_add_loop_test(list, every_playbook_bears_every_market, 0,
                        playbooks.count * markets.count);
    tcase_add_loop_test(list, a_name_changes_nothing, 0, playbooks.count);
    tcase_add_test(list, other_content_is_told_apart);
    tcase_add_test(list, kolmogorov_and_smirnov);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner) > 0 || playbooks.count < 4 || markets.count < 4;
    srunner_free(runner);
    return failed;
}
