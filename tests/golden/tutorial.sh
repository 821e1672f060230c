#!/usr/bin/env bash
# The tutorial is true: what scenarios/README.md has its reader save is saved, and every command that it
# shows is run in that folder and ends well.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

program=$(readlink -f "${PLAYBOOK:-build/test/playbook}")
if [[ ! -x $program ]]; then
    echo "$program is no program; build it, or name another in \$PLAYBOOK"
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PLAYBOOK_LIBRARY=$(readlink -f scenarios)
export PLAYBOOK_LIBRARY NO_COLOR=1 LC_ALL=C TERM=dumb
playbook() { "$program" "$@"; }

python3 - scenarios/README.md "$work" <<'PYTHON' || exit 1
import pathlib, re, sys
text, folder = open(sys.argv[1]).read(), pathlib.Path(sys.argv[2])
saved = re.findall(r"Save this as `([^`]+)`.*?```yaml\n(.*?)```", text, re.DOTALL)
assert len(saved) == text.count("```yaml") >= 2
for name, content in saved:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(content)
commands = "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
(folder / "commands").write_text(commands)
for link in re.findall(r"\]\(([^)]+)\)", text):
    assert (pathlib.Path(sys.argv[1]).parent / link).is_file(), link
PYTHON

failed=0
cd "$work" || exit 1
while IFS= read -r line; do
    if ! eval "$line" >stdout 2>stderr </dev/null || [[ ! -s stdout && ! -s stderr ]]; then
        echo "scenarios/README.md: this does not work: $line"
        sed 's/^/    /' stderr
        failed=1
    fi
done <commands
exit $failed
