#!/usr/bin/env bash
# A calibration and a forecast are the same to the last digit on any number of threads, on every level of
# x86-64, and played by the program of one lane.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scenario=scenarios/openstack-2011.yaml
history=tests/scenarios/histories/small.yaml

tell() {
    local to=$1
    shift
    rm -rf "$work/$to"
    mkdir "$work/$to"
    "$@" calibrate "$scenario" --data "$history" --set 'horizon=3 years' --paths 3000 --effective 100 --quiet \
        --no-charts --out "$work/$to/calibration" "${more[@]}" >"$work/$to/calibration.txt" &&
        "$@" forecast "$scenario" --actuals "$history" --set 'horizon=3 years' --paths 3000 --effective 100 --quiet \
            --no-charts --out "$work/$to/forecast" "${more[@]}" >"$work/$to/forecast.txt"
}

same() {
    diff -r "$work/one" "$work/other" >"$work/difference" || { echo "$1: another answer"; head -5 "$work/difference"; exit 1; }
}

more=(--threads 1)
tell one "$program"
grep -q "quantiles:" "$work/one/calibration/calibrated.yaml"
for threads in 2 3; do
    more=(--threads "$threads")
    tell other "$program"
    same "$threads threads"
done
for level in v2 v3 v4; do
    more=()
    export PLAYBOOK_ISA=$level
    if tell other "$program" 2>"$work/why"; then
        same "$level"
    else
        grep -q "processor lacks" "$work/why"
    fi
    unset PLAYBOOK_ISA
done
if [[ -n ${PLAYBOOK_ONE_LANE:-} ]]; then
    more=()
    tell other "$PLAYBOOK_ONE_LANE"
    same "one lane"
fi
echo "calibration and forecast are the same with 1, 2, 3 threads, on every level, and in one lane"
