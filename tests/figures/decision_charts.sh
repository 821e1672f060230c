#!/usr/bin/env bash
# The charts of 'stress', 'ruin', 'flip', 'map' and of the choices of 'optimise' are whole pictures that say what
# the tables say: with a finding each, and without one.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# draw NAME TEXT COMMAND...: one chart, on which TEXT stands
draw() {
    local name=$1 text=$2
    shift 2
    if ! "$program" "$@" --quiet --out "$work/$name" >"$work/$name.txt" 2>"$work/$name.talk"; then
        echo "$name: not drawn"
        failed=1
    fi
    if [[ -s $work/$name.talk ]]; then
        cat "$work/$name.talk"
        failed=1
    fi
    if grep -qw nan "$work/$name.txt"; then
        echo "$name: the table has nan"
        failed=1
    fi
    [[ -s $work/$name/deck.pdf ]] || { failed=1; return; }
    python3 tests/figures/pictures.py "$work/$name" 1+0 "$text" >"$work/wrong" || { sed "s/^/$name: /" "$work/wrong"; failed=1; }
}

market=scenarios/openstack-2011.yaml
known=tests/scenarios/flips/known.yaml
twins=tests/scenarios/flips/twins.yaml
cat >"$work/twins.yaml" <<'CHOICES'
choices:
  - {name: '`touch canary` $(touch canary) 50%'}
  - {name: The same}
CHOICES

draw stress 'Price war' stress $market --paths 300 --shock price-war --shock funding-winter
draw stress-of 'not clear' stress $twins --paths 200 --shock price-war --of closed
draw ruin 'market.rival_services' ruin $market --paths 3000 --seed 3 --by 60 \
    --set 'people.break_up=0% per year' --set people.founder_pay=60% --set 'horizon=5 years'
draw flip 'people.cost_engineer' flip $known --of 'cash@1 month' --by mean --paths 200
draw map 'Friends' map $known --of 'cash@1 month' --by mean --paths 64 --cells 9 \
    --x 'people.cost_engineer=$100k..$200k/year' --y 'people.cost_community=$100k..$200k/year'
draw map-unclear 'not clear, 100%' map $twins --x market.accounts --y market.differentiation --cells 4 --paths 32
draw regret 'at worst' optimise $market --choices scenarios/choices/raise-or-stay.yaml --paths 100
draw regret-twins '`touch canary`' optimise $market --choices "$work/twins.yaml" --paths 100
[[ ! -e canary ]] || { echo "a name was run"; failed=1; }
exit $failed
