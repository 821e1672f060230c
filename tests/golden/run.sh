#!/usr/bin/env bash
# 'run' as a user meets it: the answer, the folder, and what goes wrong. Figures change with every
# standard value, so this holds only their shape.
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
pairs=$((strategies * (strategies - 1) / 2))
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
    "$program" run "${@:2}" >"$work/stdout" 2>"$work/stderr" </dev/null
    code=$?
    if ((code != $1)); then
        echo "not so: 'run ${*:2}' ends with $1, not $code"
        sed 's/^/    /' "$work/stderr"
        failed=1
    fi
}
says() { grep -qE -- "$2" "$work/$1"; }
silent() { [[ ! -s $work/$1 ]]; }

# The answer: a verdict, a table, where figures have their errors.
ends_with 0 "$scenario" --paths 300 --threads 1
cp "$work/stdout" "$work/answer"
expect "nothing but the answer is said" silent stderr
expect "a verdict is given" says stdout \
    '(beats .* for the founders in|no clear difference for the founders between|leave the founders with the same)'
text=$(tr -s ' \n' ' ' <"$work/stdout")
for name in "${names[@]}"; do
    expect "$name takes something home" [ -n "$(grep -oE -- "$name: (the median team of founders|the founders) takes? home" <<<"$text")" ]
done
expect "there is a word on investors" says stdout '^(Investors, over all|Nobody raises)'
expect "the number of worlds is told" says stdout '300 worlds'
# Many strategies stand in several tables, one below the other.
figures_of() {
    grep -E "^  $1(  +[^ ]+( \([^)]*\))?)+\$" "$work/stdout" | sed -E "s/^  $1 +//" |
        awk -F '  +' '{ count += NF } END { print count + 0 }'
}
while read -r row; do
    expect "the row '$row' has $strategies figures" [ "$(figures_of "$row")" = "$strategies" ]
done <<'ROWS'
median
worst tenth below
best tenth above
best hundredth above
mean
of it from the best 1% of worlds
nothing \(less than \$1,000\)
\$1M or more
\$10M or more
founders' share at the end
shut down
acqui-hired
still private
acquired
listed \(IPO\)
failed within five years
median yearly revenue \(gone: 0\)
companies that raised
ROWS
expect "every pair is compared" \
    [ "$(sed -n '/^In the same worlds/,/^$/p' "$work/stdout" | grep -c ' against ')" = "$pairs" ]
expect "so are founders and investors in them" \
    [ "$(sed -n '/^Founders and investors/,/^$/p' "$work/stdout" | grep -c ' against ')" = "$pairs" ]
expect "brackets are explained" says stdout '^In brackets: standard errors'

# The folder.
out=$work/new/out
ends_with 0 "$scenario" --paths 300 --no-charts --records --out "$out"
expect "the same is printed" cmp -s "$work/answer" "$work/stdout"
expect "the folder is named" says stderr "$out"
for file in summary.json verdict.txt data/revenue.tsv data/records.tsv; do
    expect "$file is written" [ -s "$out/$file" ]
done
expect "no pictures are drawn" [ -z "$(find "$out" -name '*.pdf' -o -name '*.png' -o -name '*.svg')" ]
expect "the answer is in verdict.txt" [ "$(tail -n +3 "$out/verdict.txt")" = "$(cat "$work/stdout")" ]
records=$out/data/records.tsv
expect "a record for every world and strategy" \
    [ "$(grep -vc '^#' "$records")" = $((300 * strategies + 1)) ]
expect "records have as many columns as their heading" \
    [ "$(grep -v '^#' "$records" | awk -F '\t' '{ print NF }' | sort -u | wc -l)" = 1 ]
expect "each world once for each strategy" \
    [ "$(grep -v '^#' "$records" | tail -n +2 | cut -f 1,2 | sort -u | wc -l)" = $((300 * strategies)) ]
expect "shares are the counts of records" python3 - "$out" "$strategies" <<'PYTHON'
import csv, json, sys
summary = json.load(open(sys.argv[1] + "/summary.json"))
with open(sys.argv[1] + "/data/records.tsv") as file:
    rows = list(csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t"))
strategies = int(sys.argv[2])
assert summary["paths"] == 300 and len(summary["strategies"]) == strategies
assert len(summary["pairs"]) == strategies * (strategies - 1) // 2
for number, strategy in enumerate(summary["strategies"], start=1):
    own = [row for row in rows if row["strategy"] == str(number)]
    assert len(own) == 300
    take_home = [float(row["take_home"]) for row in own]
    founders = strategy["founders"]
    assert abs(founders["mean"]["value"] - sum(take_home) / 300) <= 1e-6 * sum(take_home) / 300
    nothing = sum(value < 1000 for value in take_home) / 300
    assert abs(founders["chance_nothing"]["value"] - nothing) < 1e-9
    raised = sum(row["rounds"] != "0" for row in own) / 300
    assert abs(strategy["investors"]["raised"]["value"] - raised) < 1e-9
PYTHON

# --json prints what the folder holds.
ends_with 0 "$scenario" --paths 300 --json --no-charts --out "$out"
expect "it is JSON" python3 -m json.tool "$work/stdout" /dev/null
expect "it is summary.json" cmp -s "$work/stdout" "$out/summary.json"
expect "nothing else is said" silent stderr
expect "records that were not asked for are gone" [ ! -e "$records" ]
cp "$work/stdout" "$work/standard.json"
ends_with 0 "$scenario" --paths 300 --quiet --no-charts --out "$out"
expect "--quiet says only the result" silent stderr
expect "and it is the same" cmp -s "$work/answer" "$work/stdout"

# What the answer depends on.
hash_of() { grep -o '"hash": *"[0-9a-f]*"' "$1"; }
ends_with 0 "$scenario" --paths 300 --json --set company.cash='$700k'
expect "--set changes the hash" [ "$(hash_of "$work/stdout")" != "$(hash_of "$work/standard.json")" ]
ends_with 0 "$scenario" --paths 300 --json --seed 5
expect "a seed does not" [ "$(hash_of "$work/stdout")" = "$(hash_of "$work/standard.json")" ]
expect "but it changes the worlds" [ "$(cat "$work/stdout")" != "$(cat "$work/standard.json")" ]
ends_with 0 "$scenario" --paths 300 --json --threads 3
expect "threads change nothing" cmp -s "$work/stdout" "$work/standard.json"

# --target-error stops when it may, or when it must.
worlds() { grep -o '"paths": *[0-9]*' "$work/stdout" | grep -o '[0-9]*'; }
ends_with 0 "$scenario" --json --target-error 2%
expect "2,000 worlds are enough for 2%" [ "$(worlds)" = 2000 ]
expect "nothing is said of it" silent stderr
ends_with 0 "$scenario" --json --target-error 0.1% --paths 5
expect "a hundred times the plan is the most" [ "$(worlds)" = 500 ]
expect "a target that was missed is told" says stderr '^stopped at 500 worlds with an error of .*target was'
ends_with 2 "$scenario" --paths 300 --target-error 2% --set sampling=latin-hypercube
expect "a hypercube cannot be extended" says stderr 'cannot extend a Latin hypercube'
expect "so it answers nothing" silent stdout

# Mistakes of the user.
wrong() { # what is said, then arguments
    ends_with 2 "${@:2}"
    expect "'run ${*:2}' says $1" says stderr "$1"
    expect "'run ${*:2}' answers nothing" silent stdout
}
wrong 'needs a scenario'
wrong 'cannot be opened' "$work/absent.yaml"
wrong 'is too many' "$scenario" "$scenario"
wrong '--records needs --out' "$scenario" --paths 300 --records
wrong 'whole number between 1 and' "$scenario" --paths 0
wrong 'whole number between 1 and' "$scenario" --threads 1000
wrong 'share above 0%' "$scenario" --target-error 0
wrong "unknown key 'csh'" "$scenario" --paths 300 --set company.csh='$5'
wrong 'did you mean --paths' "$scenario" --path 300
wrong 'unknown key' tests/golden/mistakes.yaml
ends_with 2 "$scenario" --paths 300 --out "$work/never" --set company.cash=5
expect "a mistake makes no folder" [ ! -e "$work/never" ]

# The world fails.
if [[ -c /dev/full ]]; then
    for options in '' --json; do
        # shellcheck disable=SC2086
        "$program" run "$scenario" --paths 300 $options >/dev/full 2>"$work/stderr"
        expect "a full device is a failure ($options)" [ $? = 1 ]
        expect "and is told" says stderr 'standard output'
    done
fi
"$program" run "$scenario" --paths 300 2>"$work/stderr" | head -0
expect "a reader who leaves is a failure" [ "${PIPESTATUS[0]}" = 1 ]
expect "and no news" silent stderr
touch "$work/file"
for place in "$work/file" "$work/file/below"; do
    "$program" run "$scenario" --paths 300 --no-charts --out "$place" >"$work/stdout" 2>"$work/stderr"
    code=$?
    expect "no folder can be made at a file" [ $code = 1 -o $code = 2 ]
    expect "and that is told" says stderr '^playbook: '
done
expect "the file is still there" [ -f "$work/file" ]

# Interrupted: nothing is left behind, and what was there stays. (A shell starts what runs beside it
# deaf to INT.)
interrupt() { # signal, output folder
    env --default-signal=INT "$program" run "$scenario" --paths 3000000 --no-charts --out "$2" \
        >"$work/stdout" 2>"$work/stderr" &
    local process=$!
    sleep 0.7
    kill -s "$1" "$process"
    wait "$process"
}
cp -r "$out" "$work/before"
for signal in INT TERM; do
    interrupt $signal "$work/parent/out"
    expect "$signal ends it with 1" [ $? = 1 ]
    expect "and is told" says stderr 'interrupted; nothing was written'
    expect "nothing is answered" silent stdout
    expect "no folder is left" [ ! -e "$work/parent" ]
done
interrupt INT "$out"
expect "a folder that was there is as it was" diff -r "$work/before" "$out"
expect "nothing half-made is left" [ -z "$(find "$work" -name '*partial*' -o -name '*.old-*')" ]

((failed == 0)) && echo "run: in order"
exit $failed
