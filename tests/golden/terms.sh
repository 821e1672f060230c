#!/usr/bin/env bash
# Terms are worth the same to the last digit on any number of threads, on every level of x86-64, and
# played by the program of one lane.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

tell() {
    "$@" terms scenarios/openstack-2011.yaml --paths 400 --json --quiet --term scenarios/terms/01-participating.yaml \
        --term scenarios/terms/10-valuation.yaml --term scenarios/terms/12-board.yaml "${more[@]}"
}

same() {
    cmp "$work/one" "$work/other" || { echo "$1: other worths"; exit 1; }
}

more=(--threads 1)
tell "$program" >"$work/one"
more=(--threads 3)
tell "$program" >"$work/other"
same "3 threads"
more=()
for level in v2 v3 v4; do
    if PLAYBOOK_ISA=$level tell "$program" >"$work/other" 2>"$work/why"; then
        same "$level"
    else
        grep -q "processor lacks" "$work/why"
    fi
done
if [[ -n ${PLAYBOOK_ONE_LANE:-} ]]; then
    tell "$PLAYBOOK_ONE_LANE" >"$work/other"
    same "one lane"
fi
echo "terms are worth the same with 1 and 3 threads, on every level, and in one lane"
