#!/usr/bin/env bash
# Results depend on the scenario, the seed and the number of paths, and on nothing else: not on the
# threads, not on the processor.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/golden/same_run.bash
mapfile -t scenarios < <(grep -lE '^(scenario|extends):' scenarios/*.yaml) # not the fund

# Status 0 where this processor can run that level.
supports() {
    PLAYBOOK_ISA=$1 "$PLAYBOOK" run "${scenarios[0]}" --paths 1 --quiet >"$work/probe" 2>&1 ||
        ! grep -q "processor lacks" "$work/probe"
}

for scenario in "${scenarios[@]}"; do
    name=$(basename "$scenario" .yaml)
    play "$PLAYBOOK" "$scenario" "$work/$name" --threads 1
    for threads in 2 3; do
        play "$PLAYBOOK" "$scenario" "$work/$name-$threads" --threads "$threads"
        same "$name, $threads threads" "$work/$name" "$work/$name-$threads"
    done
    for level in v2 v3 v4; do
        if ! supports "$level"; then
            echo "$name: this processor has no x86-64-$level"
            continue
        fi
        PLAYBOOK_ISA=$level play "$PLAYBOOK" "$scenario" "$work/$name-$level"
        same "$name, $level" "$work/$name" "$work/$name-$level"
    done
    echo "$name: the same with 1, 2, 3 threads and on every x86-64 level"
done
