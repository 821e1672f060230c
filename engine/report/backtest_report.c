#include "report/backtest_report.h"

int backtest_report_check(const char *path, FILE *talk) { (void)path; (void)talk; return 0; }
int backtest_report_write(const struct backtest *backtest, const char *path, bool charts,
                          volatile sig_atomic_t *interrupted, FILE *talk)
{
    (void)backtest; (void)path; (void)charts; (void)interrupted; (void)talk;
    return 0;
}
