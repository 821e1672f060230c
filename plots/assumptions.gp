# What the result stands on: the assumptions that explain most of it. Reads data/assumptions.tsv.
CHART = 'assumptions'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/assumptions.tsv'
HEAD = TOP + 22.0
ROW = (BOTTOM + 18 - HEAD) / assumptions_rows > 34 ? 34.0 : (BOTTOM + 18 - HEAD) / assumptions_rows
BAR = 624.0; END = RIGHT - 52 # where bars begin and end
y_of(i) = HEAD + (i - 0.5) * ROW
x_of(share) = BAR + (END - BAR) * (share < 0 ? 0 : share) / assumptions_most
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics

set label 'Assumption' at LEFT, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'As written' at 340, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'Grade' at 496, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'Share that it explains by itself' at BAR, TOP + 8 font regular(SMALL) textcolor rgb MUTE
do for [i = 1:assumptions_rows] {
    set arrow from LEFT, y_of(i) - ROW / 2 to RIGHT, y_of(i) - ROW / 2 nohead linecolor rgb GRID linewidth 0.8
    set label of_part('label', i) at LEFT, y_of(i) font regular(SMALL) textcolor rgb INK
    set label of_part('value', i) at 340, y_of(i) font regular(SMALL) textcolor rgb TEXT
    set label of_part('grade', i) at 496, y_of(i) font regular(SMALL) textcolor rgb MUTE
}
shown(i) = i <= assumptions_rows ? y_of(i) : NaN
low(x, e) = x - 1.96 * e
high(x, e) = x + 1.96 * e
plot DATA using (BAR):(shown(column('place'))):(BAR):(x_of(column('index'))): \
        (shown(column('place')) - ROW * 0.3):(shown(column('place')) + ROW * 0.3) with boxxyerror \
        fillcolor rgb TINT(of_chart('strategy')) fillstyle solid noborder, \
    DATA using (x_of(column('index'))):(shown(column('place'))): \
        (x_of(low(column('index'), column('error')))):(x_of(high(column('index'), column('error')))) \
        with xerrorbars pointtype 7 pointsize 0 linecolor rgb MARK(of_chart('strategy')) linewidth 1.5, \
    DATA using (x_of(high(column('index'), column('error'))) + 8):(shown(column('place'))):(percent(column('index'))) \
        with labels left font bold(SMALL) textcolor rgb LETTER(of_chart('strategy'))
