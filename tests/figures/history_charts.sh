#!/usr/bin/env bash
# The charts of calibrations and forecasts are drawn without a word from gnuplot, and the calibrated scenario
# can be run.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scenario=scenarios/openstack-2011.yaml
small=tests/scenarios/histories/small.yaml
failed=0

# draw NAME CHART COMMAND...: the command draws this one chart
draw() {
    local name=$1 chart=$2
    shift 2
    if ! "$program" "$@" --paths 3000 --effective 100 --quiet --out "$work/$name" >"$work/$name.txt" 2>"$work/$name.talk"; then
        cat "$work/$name.talk"
        echo "$name: not drawn"
        failed=1
    fi
    for file in "charts/$chart.png" "charts/$chart.svg" deck.pdf "data/$chart.tsv"; do
        [[ -s $work/$name/$file ]] || { echo "$name: no $file"; failed=1; }
    done
    if grep -qw nan "$work/$name.txt"; then
        echo "$name: the table has nan"
        failed=1
    fi
}

sed '/^fit:/,$d' "$small" >"$work/all.yaml"
sed '/^fit:/,$d; /revenue/d' "$small" >"$work/people.yaml"
draw few learned calibrate "$scenario" --data "$small" --set 'horizon=3 years'
draw all learned calibrate "$scenario" --data "$work/all.yaml" --set 'horizon=3 years'
draw one learned calibrate "$scenario" --data "$small" --of market.accounts --set 'horizon=2 years'
draw years forecast forecast "$scenario" --actuals "$small"
draw end forecast forecast "$scenario" --actuals "$small" --set 'horizon=2 years'
draw people forecast forecast "$scenario" --actuals "$work/people.yaml" --set 'horizon=4 years'
"$program" run "$work/all/calibrated.yaml" --paths 500 --quiet >/dev/null || { echo "calibrated.yaml does not run"; failed=1; }
exit $failed
