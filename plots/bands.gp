# One row for each part of a fact: its band, what was published, what the simulation gives.
DATA = '../data/facts.tsv'
ROWS = of_chart('rows')
TOP = TOP - 8; BOTTOM = 496
PLOT_LEFT = LEFT + 326.0; PLOT_RIGHT = RIGHT - 292.0
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_RIGHT)
set tmargin at screen Y(TOP + 14)
set bmargin at screen Y(BOTTOM)
set xrange [-1.2:2.2]
set yrange [ROWS + 0.5:0.5]
unset xtics; unset ytics
set border 0
ROW = (BOTTOM - TOP - 14) / ROWS
SIZE = ROW < 15.2 ? 9.5 : ROW < 17 ? 10.5 : SMALL
# Inside, outside, cannot tell, not modelled.
STANDING_LETTER(s) = word('#00708C #C8500A #5F6770 #68707A', s + 1)
array heads = ['accepted', 'simulated', '']
array columns = [PLOT_RIGHT + 118, PLOT_RIGHT + 204, PLOT_RIGHT + 218]
do for [c = 1:2] {
    set label heads[c] at screen X(columns[c]), Y(TOP + 5) right font bold(SMALL) textcolor rgb MUTE
}
do for [i = 1:ROWS] {
    y = TOP + 14 + (i - 0.5) * ROW
    s = of_part('code', i)
    if (strlen(of_part('id', i)) && i > 1) {
        set arrow from screen X(LEFT), Y(y - ROW / 2) to screen X(RIGHT), Y(y - ROW / 2) nohead linecolor rgb GRID linewidth 0.6 back
    }
    set label of_part('id', i) at screen X(LEFT), Y(y) font bold(SIZE) textcolor rgb INK
    set label of_part('name', i) at screen X(LEFT + 30), Y(y) font regular(SIZE) textcolor rgb TEXT
    set label of_part('band', i) at screen X(columns[1]), Y(y) right font regular(SIZE) textcolor rgb TEXT
    set label of_part('value', i) at screen X(columns[2]), Y(y) right font bold(SIZE) textcolor rgb STANDING_LETTER(s)
    set label of_part('standing', i) at screen X(columns[3]), Y(y) font regular(SIZE) textcolor rgb STANDING_LETTER(s)
}
# What is not there, and rows of another page, lie outside of the plot.
set datafile missing
AWAY = -9
seen(name) = column('page') == of_chart('page') && column(name) == column(name) ? column(name) : AWAY
wide(from, to) = seen(from) == AWAY ? 0 : column(to) - column(from)
colour(s) = s == 0 ? 0x00708C : s == 1 ? 0xC8500A : 0x8A939C
plot DATA using (seen('band_from')):(column('row')):(seen('band_from')):(seen('band_to')):(column('row') - 0.32):(column('row') + 0.32) \
        with boxxyerror fillcolor rgb '#DDE1E5' fillstyle solid noborder, \
    DATA using (seen('mark')):(column('row') - 0.4):(0):(0.8) with vectors nohead linecolor rgb INK linewidth 1.2, \
    DATA using (seen('from')):(column('row')):(wide('from', 'to')):(0):(colour(column('standing'))) with vectors nohead \
        linewidth 2.2 linecolor rgb variable, \
    DATA using (seen('at')):(column('row')):(colour(column('standing'))) with points pointtype 7 pointsize 0.85 * POINT \
        linecolor rgb variable
