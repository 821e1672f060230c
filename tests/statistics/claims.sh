#!/usr/bin/env bash
# What became of the shipped claims, from a fixed seed, is what tests/statistics/claims.expected says;
# at least twenty are measured; and whatever holds, holds by its mechanism: without it the effect is
# gone, at the confidence that the table states (99%).
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
    if claim["verdict"] == "holds" and not claim["vanishes"]:
        sys.exit(f"holds without its mechanism, too: {claim['claim']}")
    print(f"{claim['verdict']}: {claim['claim']}")
PYTHON
if [[ ${UPDATE_GOLDEN:-} ]]; then
    cp "$work/found" tests/statistics/claims.expected
fi
diff tests/statistics/claims.expected "$work/found"
