# Where the verdict turns, one assumption a row. Reads data/flip.tsv.
CHART = 'flip'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/flip.tsv'

set lmargin at screen X(LEFT + 210)
set rmargin at screen X(RIGHT - 190)
set tmargin at screen Y(TOP + 14)
set bmargin at screen Y(BOTTOM + 8)
set border 0
set xrange [-flip_edge - 0.15:flip_edge + 0.15]
set yrange [(flip_rows > 5 ? flip_rows : 5) + 0.6:0.4]
unset xtics; unset ytics
unset grid
set arrow from 0, graph 0 to 0, graph 1 nohead back linecolor rgb AXIS linewidth 0.8
set label 'in the middle' at 0, graph 1 center offset 0, screen 0.022 font regular(SMALL) textcolor rgb MUTE
set label 'turns' at screen X(RIGHT - 172), graph 1 offset 0, screen 0.022 font regular(SMALL) textcolor rgb MUTE
set label 'worlds beyond' at screen X(RIGHT), graph 1 right offset 0, screen 0.022 font regular(SMALL) textcolor rgb MUTE
do for [i = 1:flip_rows] {
    set label of_part('name', i) at screen X(LEFT), first i font regular(TICK) textcolor rgb INK front
    set label of_part('turn', i) at screen X(RIGHT - 172), first i font (of_part('found', i) ? bold(TICK) : regular(TICK)) \
        textcolor rgb (of_part('found', i) ? LETTER(flip_strategy) : MUTE) front
    set label of_part('chance', i) at screen X(RIGHT), first i right font regular(TICK) textcolor rgb TEXT front
    if (of_part('uncertain', i)) {
        set object rectangle from -1, first i + 0.02 to 1, first i + 0.3 fillcolor rgb GRID fillstyle solid noborder behind
        set label of_part('p5', i) at -1, first i - 0.2 center font regular(NOTE) textcolor rgb MUTE front
        set label of_part('p95', i) at 1, first i - 0.2 center font regular(NOTE) textcolor rgb MUTE front
    }
    set label of_part('here', i) at 0, first i - 0.2 center font regular(NOTE) textcolor rgb TEXT boxed front
}
# Intervals, turning points, and arrows for those that lie outside. gnuplot complains of marks that are nowhere.
is_drawn(x) = column('row') > 0 ? x : NaN
MARKS = 0.16 # below the middle of the row; the range's ends stand above
within(x) = abs(x) < flip_edge ? x : NaN
beyond(x) = x >= flip_edge ? flip_edge - 0.25 : x <= -flip_edge ? 0.25 - flip_edge : NaN
INTERVALS = "DATA using (is_drawn(column('position_low'))):(column('row') + MARKS):(column('position_high') - column('position_low')):(0) ".\
    "with vectors nohead linecolor rgb MARK(flip_strategy) linewidth 2.4"
DOTS = "DATA using (is_drawn(within(column('position')))):(column('row') + MARKS) with points pointtype 7 pointsize 1.9 * POINT linecolor rgb MARK(flip_strategy)"
ARROWS = "DATA using (is_drawn(beyond(column('position')))):(column('row') + MARKS):(column('position') > 0 ? 0.25 : -0.25):(0) ".\
    "with vectors head filled linecolor rgb MARK(flip_strategy) linewidth 1.6"
if (flip_inside && flip_outside) {
    plot @INTERVALS, @DOTS, @ARROWS
} else { if (flip_inside) {
    plot @INTERVALS, @DOTS
} else { if (flip_outside) {
    plot @INTERVALS, @ARROWS
} else {
    plot -1 notitle with lines linecolor rgb PAPER
} } }
