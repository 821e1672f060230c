#!/usr/bin/env bash
# The charts of 'why' and 'optimise' are drawn without a word from gnuplot: parts and mechanisms, a single
# part, shares and numbers; a frontier, one with a limit, one where nothing is better.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# draw NAME CHARTS ARGUMENTS...
draw() {
    local name=$1 charts=$2 chart
    shift 2
    if ! "$program" "$@" --quiet --out "$work/$name" >"$work/$name.txt" 2>"$work/$name.talk"; then
        echo "$name: not drawn"
        failed=1
    fi
    if [[ -s $work/$name.talk ]]; then
        cat "$work/$name.talk"
        failed=1
    fi
    for chart in $charts; do
        [[ -s $work/$name/charts/$chart.png && -s $work/$name/charts/$chart.svg ]] ||
            { echo "$name: no $chart"; failed=1; }
    done
    [[ -s $work/$name/deck.pdf ]] || { echo "$name: no slides"; failed=1; }
    if grep -qw nan "$work/$name.txt"; then
        echo "$name: the table has nan"
        failed=1
    fi
}

market=scenarios/openstack-2011.yaml
draw parts 'why' why $market --strategies 1,2 --paths 100
draw one-part 'why' why $market --strategies 3,1 --of closed --paths 100
draw mechanisms 'why mechanisms' why $market --strategies 1,2 --of 'users@3 years' --paths 100 --mechanisms \
    --set capability.intelligence=0% --set capability.listening=0% --set capability.commons=0 \
    --set community.contribution=0% --set sales.own_proof=0%
draw frontier 'frontier' optimise $market --lever playbook.marketing=0%..10% --maximise certain --tries 20 --paths 100
draw limit 'frontier' optimise $market --lever playbook.marketing=0%..10% --maximise closed --at-most 'nothing<=1%' \
    --tries 20 --paths 100
draw nothing 'frontier' optimise $market --lever 'stages.1.pilot_price=$0..$90k' --tries 20 --paths 100
exit $failed
