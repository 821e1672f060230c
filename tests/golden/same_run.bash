# Sourced by the scripts beside it: runs of the shipped scenarios whose results must not differ.
# shellcheck shell=bash

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# More than two blocks of lanes, and a last block that is not full.
paths=600

# play PROGRAM SCENARIO FOLDER [OPTION...]
play() {
    local program=$1 scenario=$2 folder=$3
    shift 3
    if ! "$program" run "$scenario" --out "$folder" --paths "$paths" --records --no-charts --quiet \
        "$@" >"$folder.txt"; then
        echo "$program run $scenario $* failed"
        exit 1
    fi
}

# same WHAT FOLDER FOLDER: summary, data and what was printed, to the last byte
same() {
    if ! { cmp "$2/summary.json" "$3/summary.json" && cmp "$2.txt" "$3.txt" &&
        diff -rq "$2/data" "$3/data"; }; then
        echo "$1: the results differ"
        exit 1
    fi
}
