#!/usr/bin/env bash
# A fund is the same to the last digit on any number of threads, on every level of x86-64, and played
# by the program of one lane.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fund=tests/scenarios/funds/small.yaml

tell() {
    "$@" fund "$fund" --funds 300 --json --quiet "${more[@]}"
}

same() {
    cmp "$work/one" "$work/other" || { echo "$1: another fund"; exit 1; }
}

more=(--threads 1)
tell "$program" >"$work/one"
for threads in 2 3; do
    more=(--threads "$threads")
    tell "$program" >"$work/other"
    same "$threads threads"
done
for level in v2 v3 v4; do
    more=()
    if PLAYBOOK_ISA=$level tell "$program" >"$work/other" 2>"$work/why"; then
        same "$level"
    else
        grep -q "processor lacks" "$work/why"
    fi
done
if [[ -n ${PLAYBOOK_ONE_LANE:-} ]]; then
    more=()
    tell "$PLAYBOOK_ONE_LANE" >"$work/other"
    same "one lane"
fi
echo "the fund is the same with 1, 2, 3 threads, on every level, and in one lane"
