#!/usr/bin/env bash
# The charts of a back-test are drawn without a word from gnuplot: of a small case, of several with the
# same, of one without revenue, of one without bands, of one of which nothing but a fan is known.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
small=tests/scenarios/companies/small.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/cases" "$work/cases/worlds"
cp tests/scenarios/companies/worlds/world.yaml "$work/cases/worlds"
failed=0

# draw NAME CHARTS: draws the cases of $work/cases
draw() {
    if ! "$program" backtest "$work/cases" --paths 200 --quiet --out "$work/$1" >"$work/$1.txt" 2>"$work/$1.talk"; then
        cat "$work/$1.talk"
        echo "$1: not drawn"
        failed=1
    fi
    for chart in $2; do
        for kind in png svg; do
            [[ -s $work/$1/charts/$chart.$kind ]] || { echo "$1: no $chart.$kind"; failed=1; }
        done
    done
    [[ $(find "$work/$1/charts" -type f | wc -l) -eq $(($(wc -w <<<"$2") * 2)) ]] ||
        { echo "$1: other charts than $2"; failed=1; }
    [[ $(find "$work/$1/data" -type f | wc -l) -eq 8 ]] || { echo "$1: not eight tables"; failed=1; }
    if grep -qwi nan "$work/$1.txt"; then
        echo "$1: the table has nan"
        failed=1
    fi
}

cp "$small" "$work/cases/a.yaml"
draw small 'fans calibration acceptance'
for case in {01..13}; do
    sed "s/^case: .*/case: 'It''s \`odd\` <b>case<\/b> $case with a name that goes on and on'/" "$small" >"$work/cases/$case.yaml"
done
draw many 'fans calibration acceptance'
rm "$work"/cases/*.yaml
sed '/^  revenue:/d; /^  services_share:/d; /says: earns/d' "$small" >"$work/cases/a.yaml"
draw no-revenue 'calibration acceptance'
sed '/^accept:/,$d' "$small" >"$work/cases/a.yaml"
draw no-bands 'fans calibration'
sed '/^accept:/,$d; /^  outcome:/d; /^  at:/d; /^  value:/d; /^  raised:/d; /^  grades:/d' "$small" >"$work/cases/a.yaml"
draw fan-alone 'fans calibration'
exit $failed
