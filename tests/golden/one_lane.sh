#!/usr/bin/env bash
# The model compiled for one lane, that is as a plain scalar program, against the model in lanes: the
# same text must give the same bits.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/golden/same_run.bash
mapfile -t scenarios < <(grep -lE '^(scenario|extends):' scenarios/*.yaml) # not the fund

for scenario in "${scenarios[@]}"; do
    name=$(basename "$scenario" .yaml)
    play "$PLAYBOOK" "$scenario" "$work/$name-lanes"
    play "$PLAYBOOK_ONE_LANE" "$scenario" "$work/$name-one"
    same "$name, one lane" "$work/$name-lanes" "$work/$name-one"
    echo "$name: the same in lanes and alone"
done
