#!/usr/bin/env bash
# The charts of funds are drawn without a word from gnuplot: of a small fund, of one company, of one
# kind of company, and of one that loses everything.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
small=tests/scenarios/funds/small.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"; rm -f tests/scenarios/funds/drawn.yaml' EXIT
failed=0

# draw NAME CHARTS [SED EXPRESSION]: draws a fund that differs from the small one
draw() {
    sed "${3:-}" "$small" >tests/scenarios/funds/drawn.yaml
    if ! "$program" fund tests/scenarios/funds/drawn.yaml --funds 60 --quiet --out "$work/$1" \
        >"$work/$1.txt" 2>"$work/$1.talk"; then
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
    if grep -qw nan "$work/$1.txt"; then
        echo "$1: the table has nan"
        failed=1
    fi
}

all='j_curve tail companies kinds'
draw small "$all"
draw one-company "$all" 's/^companies: .*/companies: 1/'
draw many "$all" 's/^companies: .*/companies: 120/'
draw one-kind 'j_curve tail companies' '/Product/d'
draw late "$all" 's/^pacing: .*/pacing: 59 months/; s/^fees_for.*/fees_for: 1 month/'
draw nothing "$all" 's/^cheque: .*/cheque: $1/; s/^carry.*/carry: 0%/'
exit $failed
