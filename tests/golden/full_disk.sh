#!/usr/bin/env bash
# A full disk is told with its reason by every verb that prints an answer; a folder that cannot be made
# is told before anything plays.
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
plan=tests/golden/plan.yaml
failed=0

no() {
    echo "not so: $1"
    sed 's/^/    /' "$work/said"
    failed=1
}

full() {
    "$program" "$@" >/dev/full 2>"$work/said" </dev/null
    [[ $? == 1 ]] || no "'$*' ends with 1 on a full disk"
    grep -q 'cannot write .*: No space left on device' "$work/said" || no "'$*' says why"
}
if [[ -w /dev/full ]]; then
    full help
    full --version
    full check "$plan"
    full explain
    full explain "$plan"
    full explain --schema
    full new --names
    full run "$plan" --paths 20
    full run "$plan" --paths 20 --json
    full trace "$plan" --path 1
    full map "$plan" --x market.accounts --y market.differentiation --cells 5 --paths 50 --quiet
    full facts tests/scenarios/facts/small.yaml --paths 20 --quiet
fi

verbs=0
while read -r verb; do
    "$program" help "$verb" | grep -q -- '--out DIR' || continue
    ((++verbs))
    # None of these files exists: the folder is looked at first.
    more=()
    case $verb in
    map) more=(--x market.accounts --y company.skill) ;;
    calibrate) more=(--data nothing.yaml) ;;
    forecast) more=(--actuals nothing.yaml) ;;
    esac
    "$program" "$verb" nothing.yaml "${more[@]}" --out /proc/answers/out >"$work/said" 2>&1
    [[ $? == 2 ]] || no "'$verb' ends with 2 where it cannot write"
    [[ $(cat "$work/said") == "playbook: cannot make the folder '/proc/answers': No such file or directory" ]] ||
        no "'$verb' says so, and nothing else"
done < <("$program" help | sed -nE '/^  playbook/d; s|^  ([a-z]+) .*|\1|p')
((verbs >= 10)) || no "ten verbs and more write folders"
exit $failed
