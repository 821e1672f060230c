#!/usr/bin/env bash
# The manual page has every verb and every option that the program has, and no other options, and
# every variable of the environment that it asks for; the completion for bash finds them.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
program=${PLAYBOOK:-build/test/playbook}
page=engine/commands/playbook.1
failed=0

fail() {
    echo "$1"
    failed=1
}

# The text between the heading of a verb and the next heading, without markup.
section() {
    awk -v verb="$1" '/^\.S[SH]/ { inside = ($1 == ".SS" && $2 == verb) } inside' "$page" |
        sed -e 's/\\f[A-Z]//g' -e 's/\\-/-/g'
}

verbs=$("$program" help | sed -n 's/^  \([a-z]\{1,\}\)  *[a-z].*/\1/p' | grep -v '^playbook$')
for verb in $verbs; do
    text=$(section "$verb")
    [[ -n $text ]] || fail "$page: no section about $verb"
    options=$("$program" help "$verb" | grep -o '^  --[a-z-]*' | tr -d ' ')
    for option in $options; do
        grep -q -- "$option" <<<"$text" || fail "$page: $verb lacks $option"
    done
    while read -r option; do
        grep -qx -- "$option" <<<"$options"$'\n'--help ||
            fail "$page: $verb has $option, which the program has not"
    done < <(grep -o -- '^\.B[I]* .*' <<<"$text" | grep -o -- '--[a-z-]*')
done

for variable in $(grep -rhoE '"(PLAYBOOK_[A-Z]+|NO_COLOR)"' engine --include='*.c' | tr -d '"' | sort -u); do
    grep -qx -- ".B $variable" "$page" || fail "$page: the environment lacks $variable"
done

# Completes a command line; the words are the arguments.
complete_line() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _playbook
    echo "${COMPREPLY[*]}"
}
# shellcheck source=/dev/null
source engine/commands/playbook.bash
expect() {
    local wanted=$1
    shift
    local answer
    answer=$(complete_line "$@")
    [[ $answer == "$wanted" ]] || fail "completion of '${*:2}': '$answer', not '$wanted'"
}
compopt() { :; }
expect 'check' "$program" ch
expect 'explain' "$program" help exp
expect '--kind' "$program" new --k
expect 'innovation' "$program" new x.yaml --kind inn
expect 'market.accounts' "$program" explain market.acc
expect 'market.accounts=' "$program" run plan.yaml --set market.acc
expect 'tests/golden/plan.yaml' "$program" check tests/golden/plan

exit $failed
