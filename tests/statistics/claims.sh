#!/usr/bin/env bash
# What became of the shipped claims, from a fixed seed, is what tests/statistics/claims.expected says;
# at least twenty are measured. A claim that holds without its mechanism, too, is noted as such.
#
# UPDATE_GOLDEN=1 rewrites the expectation.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PLAYBOOK_LIBRARY=scenarios
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" claims --json --quiet --paths 4000 >"$work/claims.json"
"$program" claims --json --quiet --threads 1 scenarios/claims/101* >"$work/one"
"$program" claims --json --quiet --threads 3 scenarios/claims/101* >"$work/three"
cmp "$work/one" "$work/three"

python3 - "$work/claims.json" >"$work/found" <<'PYTHON'
import json, sys
claims = json.load(open(sys.argv[1]))["claims"]
if len(claims) < 20:
    sys.exit(f"only {len(claims)} claims")
for claim in claims:
    more = claim["verdict"] == "holds" and not claim["vanishes"]
    print(f"{claim['verdict']}{', but not by that alone' if more else ''}: {claim['claim']}")
PYTHON
if [[ ${UPDATE_GOLDEN:-} ]]; then
    cp "$work/found" tests/statistics/claims.expected
fi
diff tests/statistics/claims.expected "$work/found"
