#!/usr/bin/env bash
# What 'why', 'sensitivity', 'flip', 'map', 'optimise', 'stress' and 'ruin' answer does not depend on the threads, nor
# on the processor: to the last digit of their JSON.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
export PLAYBOOK_LIBRARY=scenarios
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
plan=tests/golden/plan.yaml
flips=tests/scenarios/flips/known.yaml
market=scenarios/openstack-2011.yaml

# Where it is cheap more than one block of lanes, and a last one that is not full.
declare -A asked=(
    [why]="why $plan --strategies 1,2 --paths 100"
    [sensitivity]="sensitivity $plan --paths 260"
    [flip]="flip $flips --of cash@1_month --by mean --paths 100"
    [map]="map $flips --of cash@1_month --by mean --paths 90 --cells 4 --x people.cost_engineer=\$100k..\$200k/year --y people.cost_community=\$100k..\$200k/year"
    [optimise]="optimise $plan --lever playbook.marketing=0%..10% --tries 20 --paths 100"
    [regret]="optimise $plan --choices $work/choices.yaml --paths 100"
    [stress]="stress $plan --paths 260 --shock price-war"
    [ruin]="ruin $market --paths 1500 --seed 3 --by 60 --set people.break_up=0_per_year --set people.founder_pay=60% --set horizon=5_years"
)
printf '%s\n' choices: '  - {name: As it is}' '  - {name: Poor, set: {company.cash: $100k}}' >"$work/choices.yaml"

# play WHAT VARIANT THREADS
play() {
    local words
    read -ra words <<<"${asked[$1]}"
    words=("${words[@]//_month/ month}")
    words=("${words[@]/0_per_year/0% per year}")
    words=("${words[@]/5_years/5 years}")
    if ! "$program" "${words[@]}" --threads "$3" --quiet --json >"$work/$1-$2"; then
        echo "$1, $2: it failed"
        failed=1
    fi
}

# Levels and threads vary together: whatever differs shows.
levels=()
for level in v2 v3 v4; do
    PLAYBOOK_ISA=$level "$program" ruin $plan --paths 100 --quiet >"$work/probe" 2>&1
    grep -q "processor lacks" "$work/probe" || levels+=("$level")
done
for what in "${!asked[@]}"; do
    play "$what" one 1
    for l in "${!levels[@]}"; do
        PLAYBOOK_ISA=${levels[l]} play "$what" "${levels[l]}" $((l + 2))
        cmp "$work/$what-one" "$work/$what-${levels[l]}" || { echo "$what, ${levels[l]}: another answer"; failed=1; }
    done
done
exit $failed
