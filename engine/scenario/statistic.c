#include "scenario/statistic.h"

const struct argument_row statistic_argument[ARGUMENTS] = {
    [ARGUMENT_MULTIPLE] = {"multiple", UNIT_MULTIPLE},
    [ARGUMENT_ROUND] = {"round", UNIT_COUNT},
    [ARGUMENT_WITHIN] = {"within", UNIT_MONTHS},
    [ARGUMENT_AT] = {"at", UNIT_MONTHS},
    [ARGUMENT_UNTIL] = {"until", UNIT_MONTHS},
    [ARGUMENT_LENGTH] = {"length", UNIT_MONTHS},
    [ARGUMENT_VALUE] = {"value", UNIT_DOLLARS},
    [ARGUMENT_REVENUE] = {"revenue", UNIT_DOLLARS},
    [ARGUMENT_USERS] = {"users", UNIT_COUNT},
    [ARGUMENT_FLAT] = {"flat", UNIT_SHARE},
    [ARGUMENT_LOW] = {"low", UNIT_SHARE},
    [ARGUMENT_HIGH] = {"high", UNIT_SHARE},
    [ARGUMENT_SERVICES_MARGIN] = {"services_margin", UNIT_SHARE},
    [ARGUMENT_PRODUCT_MARGIN] = {"product_margin", UNIT_SHARE},
};

#define ARG(name) (1u << ARGUMENT_##name)
#define STATISTIC(name, key, unit, arguments, against, meaning) {key, UNIT_##unit, arguments, against, meaning},
const struct statistic_row statistic_table[STATISTICS] = {
#include "scenario/statistic.def"
};
#undef STATISTIC
#undef ARG
