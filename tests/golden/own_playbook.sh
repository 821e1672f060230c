#!/usr/bin/env bash
# A playbook that no line of C knows is checked, played and told like any other: writing one takes a
# YAML file, and nothing else.
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

scenario=tests/scenarios/good/guild.yaml
failed=0
expect() { # what, then a command
    local what=$1
    shift
    if ! "$@"; then
        echo "not so: $what"
        failed=1
    fi
}
does() { # verb, then its arguments
    "$program" "$@" >"$work/stdout" 2>"$work/stderr" </dev/null
}
nowhere() { ! grep -rqiw guild engine scenarios; }

expect "neither the engine nor the library knows it" nowhere
expect "it is in order" does check "$scenario"
expect "it is run" does run "$scenario" --json --quiet
expect "nothing is complained about" [ ! -s "$work/stderr" ]
expect "its results are there, and make sense" python3 - "$work/stdout" <<'PYTHON'
import json, sys
strategies = json.load(open(sys.argv[1]))["strategies"]
assert [each["name"] for each in strategies] == ["Guild", "Guild without a toolbox", "Steady"]
for each in strategies:
    assert abs(sum(end["value"] for end in each["outcomes"].values()) - 1) < 1e-9
    assert each["founders"]["mean"]["value"] >= 0
guild, bare = strategies[0], strategies[1]
assert guild["founders"]["chance_nothing"]["value"] < 1
assert 0 < strategies[2]["founders"]["chance_nothing"]["value"] < 1
assert guild["founders"]["mean"]["value"] > 1000
# The override of one stage makes another company of it.
assert guild["founders"]["mean"] != bare["founders"]["mean"]
PYTHON
expect "it is told" does trace "$scenario" --which best --strategy Guild
expect "with its own stages" grep -q 'Stage: The toolbox' "$work/stdout"

# The same playbook in the library's own folder, under another name, beside a shipped one.
mkdir -p "$work/library"
cp -R scenarios/. "$work/library/"
cp tests/scenarios/good/playbooks/guild.yaml "$work/library/playbooks/brotherhood.yaml"
cat >"$work/plan.yaml" <<'PLAN'
scenario: Plan
paths: 200
market: {extends: markets/ecosystem}
strategies:
  - {name: Brotherhood, playbook: playbooks/brotherhood}
  - {name: Services first, playbook: playbooks/services-first}
PLAN
expect "a library may hold more playbooks" env PLAYBOOK_LIBRARY="$work/library" \
    "$program" run "$work/plan.yaml" --quiet --out "$work/answer" --no-charts >"$work/stdout"
expect "they are compared" grep -q 'Brotherhood' "$work/answer/verdict.txt"
expect "but not where it is missing" [ "$("$program" check "$work/plan.yaml" >/dev/null 2>&1; echo $?)" = 2 ]

exit $failed
