#!/usr/bin/env bash
# A map that was interrupted goes on to the same bytes, on any number of threads; an unfinished one of
# another request is refused; turning points are the same on any number of threads.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

map() {
    "$program" map tests/golden/plan.yaml --x market.accounts --y market.differentiation --cells 20 \
        --paths 300 --no-charts --quiet "$@"
}

map --out "$work/whole" --threads 1 >"$work/whole.txt"
times=0
code=1
patience=20 # hundredths of a second; more each time, so that slow builds come to an end, too
while ((code != 0 && times < 12)); do
    code=0
    timeout -s INT "$((patience / 100)).$(printf %02d $((patience % 100)))" \
        "$program" map tests/golden/plan.yaml --x market.accounts --y market.differentiation \
        --cells 20 --paths 300 --no-charts --quiet --threads 3 --out "$work/parts" >"$work/parts.txt" \
        2>"$work/why" || code=$?
    ((++times))
    patience=$((patience * 3 / 2))
    if ((code != 0)) && [[ -e $work/parts/unfinished.tsv && ! -e $work/refused ]]; then
        touch "$work/refused"
        if map --seed 99 --out "$work/parts" >/dev/null 2>"$work/why"; then
            echo "an unfinished map of another seed was taken"
            exit 1
        fi
        grep -q "another map" "$work/why"
    fi
done
((code == 0)) || map --threads 2 --out "$work/parts" >"$work/parts.txt"
cmp "$work/whole.txt" "$work/parts.txt"
cmp "$work/whole/map.json" "$work/parts/map.json"
diff -r "$work/whole/data" "$work/parts/data"
[[ ! -e $work/parts/unfinished.tsv ]]

for threads in 1 2 3; do
    "$program" flip tests/golden/plan.yaml --paths 150 --threads $threads --json --quiet >"$work/flip.$threads"
done
cmp "$work/flip.1" "$work/flip.2"
cmp "$work/flip.1" "$work/flip.3"
echo "the map is the same after $times parts, turning points with 1, 2, 3 threads"
