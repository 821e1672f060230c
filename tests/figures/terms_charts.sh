#!/usr/bin/env bash
# The chart of terms is drawn without a word from gnuplot: of the shipped terms, of one, of one that makes
# no difference, of more than a slide holds, with hostile names; and none when no term applies.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
sure=tests/scenarios/terms/sure.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"; rm -f tests/scenarios/terms/drawn-*.yaml' EXIT
failed=0

# draw NAME CHARTS ARGUMENT...: how many files with charts there must be
draw() {
    local name=$1 charts=$2
    shift 2
    if ! "$program" terms "$@" --quiet --out "$work/$name" >"$work/$name.txt" 2>"$work/$name.talk"; then
        cat "$work/$name.talk"
        echo "$name: not drawn"
        failed=1
    fi
    [[ $(find "$work/$name" -path '*/charts/terms.*' -size +0 | wc -l) -eq $charts ]] ||
        { echo "$name: not $charts charts"; failed=1; }
    if grep -qw nan "$work/$name.txt"; then
        echo "$name: the table has nan"
        failed=1
    fi
}

draw shipped 2 "$sure" --paths 300
draw few-worlds 2 "$sure" --paths 100
draw luck 2 scenarios/openstack-2011.yaml --paths 1000
draw one 2 "$sure" --paths 300 --term scenarios/terms/01-participating.yaml
draw no-difference 2 "$sure" --paths 300 --term scenarios/terms/08-pro-rata.yaml
draw no-rounds 0 "$sure" --paths 300 --strategy Bootstrapped

many=()
for number in {1..16}; do
    file=tests/scenarios/terms/drawn-$number.yaml
    cat >"$file" <<TERM
term: "'Quoted' \`term\` %s {/Bold ${number}} \\\\n 起 with a name that goes on and on and is not over"
against: "a pool of none, \$(nothing) @x"
rounds: priced
set: {rounds.*.pool: $number%}
base: {rounds.*.pool: 0%}
TERM
    many+=(--term "$file")
done
draw many 2 "$sure" --paths 300 "${many[@]}"
grep -q 'left out: 3 terms' "$work/many/plots/meta.gp" || { echo "many: does not say what is left out"; failed=1; }
exit $failed
