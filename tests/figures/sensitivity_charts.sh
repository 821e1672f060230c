#!/usr/bin/env bash
# The charts of a sensitivity analysis are drawn without a word from gnuplot: of one strategy, of a
# difference, of a chance, of an outcome that nothing moves, and of one that never changes.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
sed '/^events:/,$d' tests/golden/plan.yaml >"$work/plan.yaml"

# draw NAME CHARTS [OPTION...]
draw() {
    local name=$1 charts=$2
    shift 2
    if ! "$program" sensitivity "$work/plan.yaml" --paths 200 --quiet --out "$work/$name" "$@" \
        >"$work/$name.txt" 2>"$work/$name.talk"; then
        cat "$work/$name.talk"
        echo "$name: not drawn"
        failed=1
    fi
    for chart in $charts; do
        for kind in png svg; do
            [[ -s $work/$name/charts/$chart.$kind ]] || { echo "$name: no $chart.$kind"; failed=1; }
        done
    done
    [[ -s $work/$name/deck.pdf ]] || { echo "$name: no slides"; failed=1; }
    [[ $(find "$work/$name/charts" -type f | wc -l) -eq $(($(wc -w <<<"$charts") * 2)) ]] ||
        { echo "$name: other charts than $charts"; failed=1; }
    if grep -qw nan "$work/$name.txt"; then
        echo "$name: the table has nan"
        failed=1
    fi
}

draw one 'tornado spread years'
draw difference 'tornado spread years' --strategy Product --against Experts --over headcount
draw chance 'tornado spread years' --of 'take_home>=$1M' --set 'company.skill=0.5 to 2'
draw unmoved 'tornado spread years' --of lifetime --set market.accounts=4000
draw constant 'tornado' --of 'rounds@6 months' --over rounds
draw month 'tornado spread' --set horizon='18 months' --of cash@1\ month
exit $failed
