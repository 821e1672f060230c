#!/usr/bin/env bash
# The chart in README.md is what the program draws today. To draw 20,000 worlds takes long, so the mark
# of a few is kept beside it: their data and words, and the scripts that make a chart of them.
#
# UPDATE_GOLDEN=1 draws the chart anew and keeps the mark.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PLAYBOOK:-build/test/playbook}
export LC_ALL=C PLAYBOOK_LIBRARY=scenarios
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chart=plots/example.png
kept=tests/golden/example.mark

"$program" run scenarios/openstack-2011.yaml --paths 100 --no-charts --quiet --out "$work/few" >"$work/said"
cd "$work/few"
grep -v '^#' data/take_home.tsv >"$work/drawn"
# Where the words stand depends on the fonts that there are; what they say does not.
grep -E '^take_home_(title|subtitle|note)' plots/meta.gp >>"$work/drawn"
cat plots/take_home.gp plots/theme.gp plots/draw.gp plots/page.gp >>"$work/drawn"
cd "$OLDPWD"
mark=$(sha256sum <"$work/drawn" | cut -d ' ' -f 1)

if [[ -n ${UPDATE_GOLDEN:-} ]]; then
    "$program" run scenarios/openstack-2011.yaml --quiet --out "$work/all" >"$work/said"
    cp "$work/all/charts/take_home.png" "$chart"
    echo "$mark" >"$kept"
elif [[ $mark != "$(cat "$kept")" ]]; then
    echo "$chart is not what is drawn today; draw it anew, look at it, and look at what README.md says of it:"
    echo "    UPDATE_GOLDEN=1 PLAYBOOK=build/release/playbook bash tests/golden/example.sh"
    exit 1
fi
