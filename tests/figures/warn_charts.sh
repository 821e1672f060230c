#!/usr/bin/env bash
# The charts of 'warn' are drawn without a word from gnuplot: of two strategies, one with a hostile name; of one with
# too few to tell, none.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# draw NAME CHARTS ARGUMENTS...
draw() {
    local name=$1 charts=$2 chart count=0
    shift 2
    if ! "$program" warn scenarios/openstack-2011.yaml "$@" --quiet --out "$work/$name" >"$work/$name.txt" \
        2>"$work/$name.talk" || [[ -s $work/$name.talk ]]; then
        echo "$name: not drawn"
        cat "$work/$name.talk"
        failed=1
    fi
    for chart in $charts; do
        [[ -s $work/$name/charts/$chart.png && -s $work/$name/charts/$chart.svg ]] || { echo "$name: no $chart"; failed=1; }
        count=$((count + 2))
    done
    if [[ $(find "$work/$name" -path '*/charts/*' | wc -l) -ne $count ]]; then
        echo "$name: has other charts"
        failed=1
    fi
    if [[ -n $charts && ! -s $work/$name/deck.pdf ]]; then
        echo "$name: no slides"
        failed=1
    fi
    if grep -qw nan "$work/$name.txt" "$work/$name/warning.json"; then
        echo "$name: has nan"
        failed=1
    fi
}

draw several 'warning_death tenths_death warning_exit tenths_exit' --strategy 1,3 --paths 900 --of sold --by 120 --at 24 \
    --set 'strategies.1.name=It`s "50%" {/Symbol a}'
draw none '' --strategy 2 --paths 200 --at 24 --by 26
exit $failed
