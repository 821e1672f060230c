#!/usr/bin/env bash
# The program as a user meets it: an output folder with pictures, from a scenario whose names are
# programs to somebody; without gnuplot; and in the way of somebody's files.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

program=$(readlink -f "${PLAYBOOK:-build/test/playbook}")
if [[ ! -x $program ]]; then
    echo "$program is no program; build it, or name another in \$PLAYBOOK"
    exit 1
fi
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PLAYBOOK_LIBRARY=$here/scenarios

failed=0
expect() { # what, then a command
    local what=$1
    shift
    if ! "$@"; then
        echo "not so: $what"
        failed=1
    fi
}
code_of() {
    "$@" >"$work/stdout" 2>"$work/stderr"
    echo $?
}

cat >"$work/hostile.yaml" <<'YAML'
scenario: "'; system('touch canary') # \" `touch canary` $(touch canary)"
description: "!touch canary | tee canary < canary @x %s %d {/=40 x}_y^z \\n"
start: 2011-07
horizon: 4 years
paths: 60
seed: 1
market:
  extends: markets/ecosystem
company:
  cash: $600k
  people: 5
strategies:
  - name: "`touch canary`"
    playbook: playbooks/services-first
  - name: "'.system('touch canary').' 漢字"
    playbook: playbooks/ip
    funding: funding/venture
YAML

cd "$work" || exit 1
expect "a hostile scenario is drawn" \
    [ "$(code_of "$program" run hostile.yaml --out out)" = 0 ]
expect "its pictures are whole" \
    python3 "$here/tests/figures/pictures.py" out 11 '`touch canary`' '’.system(’touch canary’).’ ??'
expect "no command of it was run" [ -z "$(find "$work" -name 'canary*')" ]
expect "nothing is left beside it" [ "$(find "$work" -name '*partial*' -o -name '*.old-*')" = "" ]
expect "its summary is JSON" python3 -m json.tool out/summary.json /dev/null

cp -r out before
expect "it is drawn again in its place" \
    [ "$(code_of "$program" run hostile.yaml --out out)" = 0 ]
for same in summary.json verdict.txt data plots charts; do
    expect "$same is the same again" diff -r "before/$same" "out/$same"
done

mkdir no-gnuplot
expect "a missing gnuplot is a failure of the world" \
    [ "$(PATH=$work/no-gnuplot code_of "$program" run hostile.yaml --out plain)" = 1 ]
expect "and is named" grep -q 'gnuplot is not installed' stderr
expect "the data is there all the same" [ -s plain/summary.json -a -s plain/data/revenue.tsv ]
expect "without charts" [ ! -e plain/deck.pdf ]

mkdir thesis
echo years >thesis/chapter
expect "a folder of somebody's is refused" \
    [ "$(code_of "$program" run hostile.yaml --out thesis --no-charts)" = 2 ]
expect "and stays as it was" [ "$(ls thesis)" = chapter ]

echo notes >out/notes.txt
expect "so is one of ours in which somebody keeps a file" \
    [ "$(code_of "$program" run hostile.yaml --out out --no-charts)" = 2 ]
expect "which is named" grep -q 'notes.txt' stderr
expect "and stays" [ -s out/notes.txt ]
rm out/notes.txt
echo notes >out/data/notes.tsv
expect "so is one that keeps it deeper" \
    [ "$(code_of "$program" run hostile.yaml --out out --no-charts)" = 2 ]
expect "which is named, too" grep -q "holds 'data/notes.tsv'" stderr
expect "and stays there" [ -s out/data/notes.tsv ]
rm out/data/notes.tsv

mkdir other && echo '{}' >other/summary.json
expect "and one with a summary of something else" \
    [ "$(code_of "$program" run hostile.yaml --out other --no-charts)" = 2 ]

expect "charts need no locale" \
    [ "$(LC_ALL=C code_of "$program" run hostile.yaml --out plainly)" = 0 ]

((failed == 0)) && echo "output folder: in order"
exit $failed
