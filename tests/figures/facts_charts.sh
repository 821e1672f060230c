#!/usr/bin/env bash
# The charts of facts are drawn without a word from gnuplot: of a few facts on one page, and of the shipped
# ones on two.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
export PLAYBOOK_LIBRARY=scenarios
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# draw NAME CHARTS ARGUMENTS...
draw() {
    if ! "$program" facts "${@:3}" --quiet --out "$work/$1" >"$work/$1.txt" 2>"$work/$1.talk"; then
        cat "$work/$1.talk"
        echo "$1: not drawn"
        failed=1
    fi
    for chart in $2 ; do
        for kind in png svg; do
            [[ -s $work/$1/charts/$chart.$kind ]] || { echo "$1: no $chart.$kind"; failed=1; }
        done
    done
    [[ -s $work/$1/deck.pdf ]] || { echo "$1: no slides"; failed=1; }
    [[ $(find "$work/$1/charts" -type f | wc -l) -eq $(($(wc -w <<<"$2") * 2)) ]] ||
        { echo "$1: other charts than $2"; failed=1; }
    cmp "$work/$1.txt" "$work/$1/facts.txt" || failed=1
    if grep -qw nan "$work/$1.txt"; then
        echo "$1: the table has nan"
        failed=1
    fi
}

if ! "$program" facts tests/scenarios/facts/small.yaml --no-charts --quiet --out "$work/bare" >/dev/null ||
    [[ -e $work/bare/deck.pdf || ! -s $work/bare/data/facts.tsv || ! -s $work/bare/plots/facts.gp ]]; then
    echo "bare: --no-charts writes data and scripts, and draws nothing"
    failed=1
fi
draw small facts tests/scenarios/facts/small.yaml
draw shipped 'facts facts_more' --paths 40 # too few to conclude anything
exit $failed
