#!/usr/bin/env bash
# The model's reference (engine/model/README.md) says what the code says: its tables are the
# program's, its equations name every field that their file reads, every column and every draw, and
# nothing that does not exist; and it tells the steps in the order in which a month calls them, as
# the README does. Of a text that is wrong, each of these is noticed.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

failed=0
.ci/reference --check || failed=1

# In a copy, a mistake at a time.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$(readlink -f "${PLAYBOOK:-build/test/playbook}")
how=--text
noticed() { # what is said, file, sed expression
    local said
    rm -rf "$work/engine" "$work/.ci"
    mkdir -p "$work/engine/model"
    cp -r .ci README.md "$work"
    cp engine/model/*.c engine/model/*.h engine/model/*.def engine/model/README.md "$work/engine/model"
    sed -i "$3" "$work/$2"
    if cmp -s "$2" "$work/$2"; then
        echo "'$3' changes nothing in $2"
        failed=1
        return
    fi
    said=$(PLAYBOOK=$program "$work/.ci/reference" $how)
    if ! grep -qF -- "$1" <<<"$said"; then
        printf 'not noticed: %s\n%s\n' "$1" "$said"
        failed=1
    fi
}
page=engine/model/README.md
how=--check
noticed "the table 'market' is not the program's at \`market.accounts\`; run .ci/reference" \
    $page '/^| `market.accounts`/s/4000/4001/'
how=--text
noticed "sales.c uses sales.queue, but no equation or text of section 'sales' has it" \
    $page '/^|/!s/sales\.queue/sales.effort/g'
noticed "it names sales.effort, which does not exist" $page '/^|/!s/sales\.queue/sales.effort/g'
noticed "block.h has the column 'sorrow', which no equation has" \
    engine/model/block.h 's/double mood\[STRIDE\];/& double sorrow[STRIDE];/'
noticed "block.h has the draw DRAW_SORROW, which no equation has" \
    engine/model/block.h 's/DRAW_CLIMATE,/& DRAW_SORROW,/'
noticed "'temperature' in an equation is neither a column of block.h nor defined there" \
    $page 's/appeal \* temper,/appeal * temperature,/'
noticed "month.c calls market, playbook, capability, community, sales, people, delivery" \
    engine/model/month.c '/^    delivery_step/d;s/^    people_step.*/&\n    delivery_step(block);/'
noticed "'How the model works' in README.md lists" README.md '/^| `cash` |/d'
noticed "it does not name the file kernel.c" $page 's/`kernel` is/it is/'
noticed "can be set, but no file of the model reads it" engine/model/sales.c 's/sales->order_limit/sales->queue/'

exit $failed
