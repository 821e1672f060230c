/* Statistics of what companies live from: services and subscriptions, margins, users and payers. */
#ifndef ANALYSIS_TRADE_H
#define ANALYSIS_TRADE_H

#include "analysis/sample.h"

/* Services and training as a share of revenue, of companies that are still open. */
struct sample trade_services_share_falls(const struct sample_of *of);
struct sample trade_services_share_pace(const struct sample_of *of); /* a year */
struct sample trade_services_share(const struct sample_of *of);
struct sample trade_margin_gap(const struct sample_of *of);

struct sample trade_customers_per_user(const struct sample_of *of);
struct sample trade_customers_per_business_user(const struct sample_of *of);
struct sample trade_running_share(const struct sample_of *of); /* observed every month */
struct sample trade_revenue_per_user(const struct sample_of *of);
struct sample trade_revenue_per_user_ratio(const struct sample_of *of);

struct sample trade_net_retention(const struct sample_of *of);
struct sample trade_net_retention_survivors(const struct sample_of *of);
struct sample trade_recovery(const struct sample_of *of); /* observed every month; who never recovers
                                                             counts with TRADE_NEVER months */
enum { TRADE_NEVER = 1200 };

#endif
