#!/usr/bin/env bash
# Holds the program against written sessions, tests/golden/*.transcript:
#
#     # a comment; an empty line stands above it
#     $ playbook check plan.yaml      a command, run by this shell in the project's folder
#       plan.yaml: in order ...       its standard output, indented by two spaces
#     ! warning ...                   its standard error
#     = 2                             its exit code, if that is not 0
#
#     tests/golden/transcripts.sh [NAME...]
#
# UPDATE_GOLDEN=1 rewrites the sessions to what happens now. $TMP is an empty folder for each
# session.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

program=${PLAYBOOK:-build/test/playbook}
if [[ ! -x $program ]]; then
    echo "$program is no program; build it, or name another in \$PLAYBOOK"
    exit 1
fi
playbook() { "$program" "$@"; }
export -n PLAYBOOK
export NO_COLOR=1 LC_ALL=C TERM=dumb PLAYBOOK_LIBRARY=scenarios

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() {
    local code
    (set +o pipefail; eval "$1") >"$work/stdout" 2>"$work/stderr" </dev/null
    code=$?
    sed -e "s|$TMP|\$TMP|g" -e 's/^/  /' -e 's/ *$//' "$work/stdout"
    sed -e "s|$TMP|\$TMP|g" -e 's/^/! /' -e 's/ *$//' "$work/stderr"
    if ((code != 0)); then
        echo "= $code"
    fi
}

replay() {
    local line before='#'
    while IFS= read -r line; do
        case $line in
        '$ '*)
            echo "$line"
            run "${line#\$ }"
            ;;
        '#'*)
            [[ $before == '#'* ]] || echo
            echo "$line"
            ;;
        *) continue ;;
        esac
        before=$line
    done <"$1"
}

if (($# > 0)); then
    transcripts=("${@/%/.transcript}")
    transcripts=("${transcripts[@]/#/tests/golden/}")
else
    transcripts=(tests/golden/*.transcript)
fi

failed=0
for transcript in "${transcripts[@]}"; do
    TMP=$(mktemp -d "$work/session.XXXX")
    export TMP
    replay "$transcript" >"$work/actual"
    if [[ -n ${UPDATE_GOLDEN:-} ]]; then
        cp "$work/actual" "$transcript"
    elif ! diff -u "$transcript" "$work/actual"; then
        failed=1
    fi
done
exit $failed
