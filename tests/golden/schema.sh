#!/usr/bin/env bash
# The JSON schema is JSON; and if there is a validator, the shipped files are valid by it.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PLAYBOOK:-build/test/playbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for part in scenario strategy market company sales playbook stage funding round board; do
    "$program" explain --schema $part >"$work/$part.json"
    python3 -m json.tool "$work/$part.json" >/dev/null
done
if "$program" explain --schema xyzzy 2>/dev/null; then
    echo "there is no schema of xyzzy"
    exit 1
fi
cmp "$work/scenario.json" <("$program" explain --schema)

python3 - "$work" <<'PYTHON'
import glob, json, re, sys
try:
    import jsonschema, yaml
except ImportError:
    sys.exit(0)

class Loader(yaml.SafeLoader):
    """YAML 1.2: yes, no and dates are words."""

Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not re.search("bool|timestamp", tag)]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}

def as_json(node):
    if isinstance(node, dict):
        return {str(key): as_json(value) for key, value in node.items()}
    return [as_json(item) for item in node] if isinstance(node, list) else node

validators = {}
for part in "scenario", "market", "playbook", "funding", "board", "sales":
    schema = json.load(open(f"{sys.argv[1]}/{part}.json"))
    validators[part] = jsonschema.Draft202012Validator(schema)
jsonschema.Draft202012Validator.check_schema(schema) # all have the same definitions

def errors(part, text):
    document = as_json(yaml.load(text, Loader))
    return [error.message for error in validators[part].iter_errors(document)]

folders = {"markets": "market", "playbooks": "playbook", "funding": "funding", "boards": "board",
           "sales": "sales"}
failed = 0
for path in sorted(glob.glob("scenarios/**/*.yaml", recursive=True)) + ["tests/golden/plan.yaml"]:
    if path.startswith(("scenarios/choices/", "scenarios/shocks/", "scenarios/claims/", "scenarios/histories/", "scenarios/terms/")) or \
            path in ("scenarios/fund.yaml", "scenarios/facts.yaml", "scenarios/base-rates.yaml") or \
            path.startswith("scenarios/companies/") and "/worlds/" not in path:
        continue # they speak of scenarios and are none
    part = folders.get(path.split("/")[1], "scenario")
    for message in errors(part, open(path).read()):
        print(f"{path}: {message[:300]}")
        failed = 1

plan = open("tests/golden/plan.yaml").read()
for right, wrong in [("accounts:", "acounts:"), ("$400k", "400k"), ("5 years", "5"),
                     ("2024-01", "January"), ("[services]", "[servces]"), ("mode: 20%", "mod: 20%"),
                     ("5 years", "5 yers"), ("amount:", "amont:"), ("2000 to 8000", "2000 till 8000")]:
    if not errors("scenario", plan.replace(right, wrong, 1)):
        print(f"{wrong} in place of {right} is valid")
        failed = 1
sys.exit(failed)
PYTHON
