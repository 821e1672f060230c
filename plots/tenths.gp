# What share of each tenth meets with the event; dark where the rule warns. A chart sets CHART and DATA and
# loads this file.
N = of_chart('strategy')
ROWS = of_chart('rows')
HEAD = TOP + 22
set lmargin at screen X(LEFT + 42)
set rmargin at screen X(RIGHT - 62)
set tmargin at screen Y(HEAD)
set bmargin at screen Y(BOTTOM - 12)
TOPMOST = of_chart('step') * of_chart('steps')
THRESHOLD = of_chart('threshold')
set xrange [0:1]
set yrange [0:TOPMOST]
unset xtics
set ytics ()
do for [i = 0:of_chart('steps')] {
    set ytics add (sprintf('%.3g%%%%', 100 * i * of_chart('step')) i * of_chart('step')) # a tic's label is a format
}
do for [i = 1:ROWS] {
    set label of_part('from', i) at of_part('middle', i), screen Y(BOTTOM - 1) center font regular(SMALL) textcolor rgb MUTE
    if (strlen(of_part('to', i))) {
        set label 'to '.of_part('to', i) at of_part('middle', i), screen Y(BOTTOM + 13) center font regular(SMALL) \
            textcolor rgb MUTE
    }
    set label of_part('share', i) at of_part('middle', i), of_part('top', i) center offset 0, 0.6 font bold(SMALL) \
        textcolor rgb INK front boxed
}
set arrow from 0, of_chart('base') to 1, of_chart('base') nohead front linecolor rgb INK linewidth 1 dashtype 2
LOW = of_chart('low_warns')
set arrow from THRESHOLD, graph 0 to THRESHOLD, screen Y(HEAD - 22) nohead back linecolor rgb LETTER(N) linewidth 1.6
if (THRESHOLD < 0.5) {
    set label of_chart('rule') at THRESHOLD, screen Y(HEAD - 16) left offset 0.8, 0 font bold(LABEL) textcolor rgb LETTER(N)
} else {
    set label of_chart('rule') at THRESHOLD, screen Y(HEAD - 16) right offset -0.8, 0 font bold(LABEL) textcolor rgb LETTER(N)
}
set label of_chart('base_text') at screen X(RIGHT - 56), first of_chart('base') left font bold(SMALL) textcolor rgb INK front
GAP = 0.003
least(a, b) = a < b ? a : b
most(a, b) = a > b ? a : b
# The part of a tenth that is warned; none has no width.
from(d) = LOW ? column('from') + GAP : most(column('from') + GAP, THRESHOLD)
to(d) = LOW ? least(column('to') - GAP, THRESHOLD) : column('to') - GAP
dark(d) = column('strategy') == N && to(0) > from(0) ? 0 : NaN
mine(d) = column('strategy') == N ? 0 : NaN
middle(d) = 0.5 * (column('from') + column('to'))
plot DATA using (middle(0)):(mine(0)):(column('from') + GAP):(column('to') - GAP):(0):'share' with boxxyerror \
        fillcolor rgb TINT(N) fillstyle solid noborder, \
    DATA using (middle(0)):(dark(0)):(from(0)):(to(0)):(0):'share' with boxxyerror \
        fillcolor rgb MARK(N) fillstyle solid noborder, \
    DATA using (middle(0)):(mine(0) + column('share_low')):(0):(column('share_high') - column('share_low')) \
        with vectors nohead linecolor rgb INK linewidth 1.2
