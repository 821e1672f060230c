#!/usr/bin/env bash
# An installed program lives from what was installed beside it, wherever that is moved: it is told
# apart from the source tree by what only the one or the other has.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

program=$(readlink -f "${PLAYBOOK:-build/test/playbook}")
if [[ ! -x $program ]]; then
    echo "$program is no program; build it, or name another in \$PLAYBOOK"
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PLAYBOOK PLAYBOOK_LIBRARY PLAYBOOK_PLOTS
export NO_COLOR=1 LC_ALL=C

failed=0
expect() { # what, then a command
    local what=$1
    shift
    if ! "$@" >"$work/said" 2>&1; then
        echo "not so: $what"
        cat "$work/said"
        failed=1
    fi
}

if ! cmake --install "$(dirname "$program")" --prefix "$work/first" >"$work/said" 2>&1; then
    cat "$work/said"
    exit 1
fi
mv "$work/first" "$work/moved"
share=$work/moved/share/playbook
moved=$work/moved/bin/playbook
cd "$work" || exit 1

# What only the installed folder has.
echo '# Only here.' >>"$share/scenarios/templates/open-source-ecosystem.yaml"
mv "$share/scenarios/playbooks/services-first.yaml" "$share/scenarios/playbooks/only-here.yaml"
sed -i 's|playbooks/services-first|playbooks/only-here|' \
    "$share/scenarios/templates/open-source-ecosystem.yaml"
echo '# Only here.' >>"$share/plots/theme.gp"

expect "new copies the installed template" "$moved" new plan.yaml
expect "the copy is the installed one" grep -q '^# Only here.' plan.yaml
expect "check finds the installed building blocks" "$moved" check plan.yaml
expect "run finds them and the chart templates" \
    "$moved" run plan.yaml --paths 20 --no-charts --quiet --out installed
expect "the chart templates are the installed ones" grep -q '^# Only here.' installed/plots/theme.gp

# The environment comes first, one folder at a time.
mkdir -p other/templates
cp "$share/scenarios/templates/usual" other/templates
echo '# From elsewhere.' >other/templates/open-source-ecosystem.yaml
expect "PLAYBOOK_LIBRARY comes first" env PLAYBOOK_LIBRARY="$work/other" "$moved" new elsewhere.yaml
expect "what it names is used" grep -q '^# From elsewhere.' elsewhere.yaml
cp -r "$share/plots" drawn
echo '# From elsewhere.' >>drawn/theme.gp
expect "PLAYBOOK_PLOTS comes first" env PLAYBOOK_PLOTS="$work/drawn" \
    "$moved" run plan.yaml --paths 20 --no-charts --quiet --out elsewhere
expect "what it names is used" grep -q '^# From elsewhere.' elsewhere/plots/theme.gp

# A link to the program leads to the program's folder.
ln -s "$moved" linked
expect "a link leads to the same scenarios" ./linked check plan.yaml

# Without anything beside it, the source tree that it was built from still serves.
rm -r "$share"
expect "the source tree comes last" "$moved" new source.yaml
expect "its template is complete" "$moved" check source.yaml

exit $failed
