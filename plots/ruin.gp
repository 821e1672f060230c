# The box in which companies are ruined, as intervals over each assumption's range. Reads data/ruin.tsv.
CHART = 'ruin'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/ruin.tsv'

PLOT_LEFT = LEFT; PLOT_RIGHT = RIGHT
HEAD = TOP + 10
ROW = (BOTTOM + 20 - HEAD) / ruin_rows
if (ROW > 84) { ROW = 84.0 }
FOOT = HEAD + ROW * ruin_rows
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_RIGHT)
set tmargin at screen Y(HEAD)
set bmargin at screen Y(FOOT)
set xrange [0:1]
set yrange [ruin_rows + 0.5:0.5]
unset xtics; unset ytics; unset grid
set border 0
do for [k = 1:ruin_rows] {
    top = HEAD + (k - 1) * ROW
    set label of_part('name', k) at screen X(LEFT), Y(top + 10) font bold(LABEL) textcolor rgb INK
    set label of_part('box', k) at screen X(RIGHT), Y(top + 10) right font bold(LABEL) textcolor rgb LETTER(ruin_strategy)
    set label of_part('least', k) at screen X(LEFT), Y(top + 0.5 * ROW + 21) font regular(SMALL) textcolor rgb MUTE
    set label of_part('most', k) at screen X(RIGHT), Y(top + 0.5 * ROW + 21) right font regular(SMALL) textcolor rgb MUTE
}
HALF = 8.0 / ROW
plot DATA using (0.5):'row':(0):(1):(column('row') - HALF):(column('row') + HALF) with boxxyerror \
        fillcolor rgb GRID fillstyle solid noborder, \
    DATA using (0.5):'row':'below':'upto':(column('row') - HALF):(column('row') + HALF) with boxxyerror \
        fillcolor rgb MARK(ruin_strategy) fillstyle solid noborder
