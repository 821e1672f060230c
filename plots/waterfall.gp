# Who gets what at the median exit, in the order of payment. Reads data/waterfall.tsv.
CHART = 'waterfall'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/waterfall.tsv'
BARS = waterfall_bars
SUBJECT = waterfall_strategy
HALF = 0.36 # of a bar
unset border; unset grid; unset xtics; unset ytics
set lmargin at screen X(LEFT)
# Few parties make a narrow picture, not fat columns.
set rmargin at screen X(BARS < 6 ? LEFT + 150 * BARS : RIGHT)
set tmargin at screen Y(TOP + 22)
set bmargin at screen Y(BOTTOM - 22)
set xrange [0.5:BARS + 0.5]
set yrange [0:waterfall_price]
paint(c) = c < 0 ? INK : c == 0 ? LENDERS : c == 1 ? MARK(SUBJECT) : c == 2 ? TINT(SUBJECT) : ROUND(c - 2)
ink(c) = c == 1 ? LETTER(SUBJECT) : INK
SIZE = BARS > 9 ? SMALL : LABEL

set arrow from 0.5, 0 to BARS + 0.5, 0 nohead linecolor rgb AXIS linewidth 0.8
do for [b = 1:BARS] {
    set label of_part('name', b) at b, 0 center offset screen 0, screen -15.0 / 540 font bold(BARS > 9 ? SMALL : TICK) \
        textcolor rgb (of_part('colour', b) == 1 ? LETTER(SUBJECT) : TEXT)
    set label of_part('kind', b) at b, 0 center offset screen 0, screen -30.0 / 540 font regular(BARS > 9 ? 10 : SMALL) textcolor rgb MUTE
    set label of_part('share', b) at b, 0 center offset screen 0, screen -45.0 / 540 font regular(BARS > 9 ? 10 : SMALL) textcolor rgb MUTE
}
bar(b) = column('strategy') == SUBJECT && column('step') == b - 1 ? b : NaN
set style fill solid noborder
plot for [b = 1:BARS] DATA using (bar(b)):(column('from')):(b - HALF):(b + HALF):(column('to')):(column('from')) \
        with boxxyerror fillcolor rgb paint(of_part('colour', b)) linewidth 0.01, \
    for [b = 1:BARS - 1] DATA using (bar(b) - HALF):(b == 1 ? column('from') : column('to')):(1):(0) \
        with vectors nohead linecolor rgb AXIS linewidth 0.7 dashtype (4, 4), \
    for [b = 1:BARS] DATA using (bar(b)):(column('from')):(of_part('amount', b)) with labels \
        offset 0, 0.75 font bold(SIZE) textcolor rgb ink(of_part('colour', b))
