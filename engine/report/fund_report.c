#include "report/fund_report.h"
int fund_report_check(const char *path, FILE *talk) { (void)path; (void)talk; return 0; }
int fund_report_write(const struct fund_figures *figures, const char *path, bool charts,
                      volatile sig_atomic_t *interrupted, FILE *talk)
{ (void)figures; (void)path; (void)charts; (void)interrupted; (void)talk; return 0; }
