/* The plain program as one unit, so that the compiler may inline across its files: no advantage of
 * the lanes shall come from how it happens to be cut into files. */
#include "statistics/plain.c"
#include "statistics/plain_capital.c"
#include "statistics/plain_exit.c"
#include "statistics/plain_luck.c"
#include "statistics/plain_money.c"
#include "statistics/plain_owners.c"
#include "statistics/plain_product.c"
#include "statistics/plain_trade.c"
#include "statistics/plain_world.c"
#include "statistics/trial.c"
