#!/usr/bin/env bash
# 'trace' as a user meets it: one world, told as a dated story for every strategy. What happens in
# it changes with every standard value, so this holds only the shape.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

program=$(readlink -f "${PLAYBOOK:-build/test/playbook}")
if [[ ! -x $program ]]; then
    echo "$program is no program; build it, or name another in \$PLAYBOOK"
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NO_COLOR=1 LC_ALL=C TERM=dumb PLAYBOOK_LIBRARY=scenarios

scenario=scenarios/openstack-2011.yaml
mapfile -t names < <(sed -n 's/^  - name: //p' "$scenario")
strategies=${#names[@]}
failed=0
expect() { # what, then a command
    local what=$1
    shift
    if ! "$@"; then
        echo "not so: $what"
        failed=1
    fi
}
# Runs the program, its output in $work/stdout and $work/stderr, and expects an exit code.
ends_with() {
    local code
    "$program" trace "${@:2}" >"$work/stdout" 2>"$work/stderr" </dev/null
    code=$?
    if ((code != $1)); then
        echo "not so: 'trace ${*:2}' ends with $1, not $code"
        sed 's/^/    /' "$work/stderr"
        failed=1
    fi
}
says() { grep -qE -- "$2" "$work/$1"; }
silent() { [[ ! -s $work/$1 ]]; }

end='Goes public;|Is acquired|the company is shut down|a buyer takes people|Still private at the horizon'

# Every strategy starts, ends once, and leaves its founders something or nothing.
is_a_story() { # what
    expect "$1: nothing else is said" silent stderr
    for name in "${names[@]}"; do
        expect "$1: $name is told" [ "$(grep -c "^$name, in world " "$work/stdout")" = 1 ]
    done
    expect "$1: as many starts as strategies" [ "$(grep -cE '^  2011-07  Starts with ' "$work/stdout")" = "$strategies" ]
    expect "$1: as many ends as strategies" [ "$(grep -cE "^  [0-9]{4}-[0-9]{2}  .*($end)" "$work/stdout")" = "$strategies" ]
    expect "$1: as many sums as strategies" [ "$(grep -cE '^ +Founders: .* \(today.s value .*\)' "$work/stdout")" = "$strategies" ]
    expect "$1: dates ascend within a story" awk '
        /^[^ ]/ { last = "" }
        /^  [0-9][0-9][0-9][0-9]-/ { if ($1 < last) exit 1; last = $1 }' "$work/stdout"
    expect "$1: within the horizon" awk '
        /^  [0-9][0-9][0-9][0-9]-/ && ($1 < "2011-07" || $1 > "2021-06") { exit 1 }' "$work/stdout"
    expect "$1: nothing is nan, inf or unnamed" [ "$(grep -ciwE 'nan|inf|\(null\)' "$work/stdout")" = 0 ]
}

ends_with 0 "$scenario" --paths 300
is_a_story "the median world"
expect "it is the median for the first strategy" says stdout \
    "^${names[0]}, in world [0-9]+, the median of 300 for its founders\$"
expect "and for no other" [ "$(grep -c 'for its founders$' "$work/stdout")" = 1 ]
cp "$work/stdout" "$work/median"
ends_with 0 "$scenario" --paths 300 --which median
expect "which is the standard" cmp -s "$work/stdout" "$work/median"

for which in best worst; do
    ends_with 0 "$scenario" --paths 300 --which $which --strategy "${names[1]}"
    is_a_story "the $which world"
    expect "it is the $which for the strategy that was named" says stdout \
        "^${names[1]}, in world [0-9]+, the $which of 300 for its founders\$"
    cp "$work/stdout" "$work/$which"
done
world=$(sed -nE "s/^${names[1]}, in world ([0-9]+), .*/\1/p" "$work/best")
"$program" run "$scenario" --paths 300 --no-charts --records --out "$work/out" --quiet >"$work/answer"
best=$(grep -v '^#' "$work/out/data/records.tsv" | awk -F '\t' 'NR > 1 && $2 == 2' |
    sort -t $'\t' -k 6,6g | tail -1 | cut -f 1)
expect "the best world is the best of the records" [ "$world" = "$best" ]

# The number of a world is enough to tell it, whatever the number of paths.
ends_with 0 "$scenario" --path "$world"
is_a_story "a world by its number"
expect "it is the same world" \
    [ "$(cat "$work/stdout")" = "$(sed 's/, the best of 300 for its founders$//' "$work/best")" ]
ends_with 0 "$scenario" --path 0
is_a_story "the first world"
ends_with 0 "$scenario" --path 99999999
is_a_story "a distant world"
ends_with 0 "$scenario" --path 3 --seed 9
is_a_story "a world of another seed"
cp "$work/stdout" "$work/seed"
ends_with 0 "$scenario" --path 3
expect "seeds are different worlds" [ "$(cat "$work/stdout")" != "$(cat "$work/seed")" ]

# What is set is told.
ends_with 0 tests/golden/plan.yaml --path 1 --set company.people=4
expect "the start is as it was set" says stdout '^  2024-01  Starts with 4 people'
expect "a label stands at its date" \
    [ "$(grep -c '^  2025-06  funding winter\.' "$work/stdout")" -le 2 ]

# Mistakes of the user.
wrong() { # what is said, then arguments
    ends_with 2 "${@:2}"
    expect "'trace ${*:2}' says $1" says stderr "$1"
    expect "'trace ${*:2}' tells nothing" silent stdout
}
wrong 'needs a scenario'
wrong 'cannot be opened' "$work/absent.yaml"
wrong "no strategy 'Nobody'; it has 1 '${names[0]}', 2 '${names[1]}'" "$scenario" --paths 300 --strategy Nobody
wrong "did you mean 'worst'" "$scenario" --which worse
wrong 'whole number between 0 and' "$scenario" --path -1
wrong 'did you mean --path' "$scenario" --pth 1
wrong 'unknown key' tests/golden/mistakes.yaml

# The world fails.
if [[ -c /dev/full ]]; then
    "$program" trace "$scenario" --path 1 >/dev/full 2>"$work/stderr"
    expect "a full device is a failure" [ $? = 1 ]
    expect "and is told" says stderr 'standard output'
fi
env --default-signal=INT "$program" trace "$scenario" --paths 3000000 >"$work/stdout" 2>"$work/stderr" &
process=$!
sleep 0.7
kill -s INT $process
wait $process
expect "an interruption ends it with 1" [ $? = 1 ]
expect "and tells nothing" silent stdout

((failed == 0)) && echo "trace: in order"
exit $failed
