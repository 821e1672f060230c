# What moves the mean: every assumption from low to high in the same worlds. Reads data/tornado.tsv.
CHART = 'tornado'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/tornado.tsv'
GREY = '#C3C9CF'
HEAD = TOP + 24.0; FOOT = BOTTOM + 8.0
ROW = (FOOT - HEAD) / tornado_rows > 34 ? 34.0 : (FOOT - HEAD) / tornado_rows
RANGES = 336.0; BAR = 490.0; END = RIGHT - 64 # where the columns begin, and where bars end
y_of(i) = HEAD + (i - 0.5) * ROW
x_of(value) = BAR + (END - BAR) * (value - tornado_low) / (tornado_high - tornado_low)
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics

set label 'Assumption' at LEFT, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'From → to' at RANGES, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'Difference' at RIGHT, TOP + 8 right font regular(SMALL) textcolor rgb MUTE
LAST = HEAD + tornado_rows * ROW
do for [i = 1:tornado_ticks] {
    x = x_of(value(sprintf('tornado_tick_%d_at', i)))
    set arrow from x, HEAD to x, LAST nohead back linecolor rgb GRID linewidth 0.6
    set label of_part('tick', i) at x, LAST + 12 center font regular(SMALL) textcolor rgb MUTE
}
set arrow from x_of(tornado_mean), HEAD to x_of(tornado_mean), LAST nohead front linecolor rgb INK linewidth 0.9 dashtype (8, 8)
set label 'mean '.tornado_mean_text at x_of(tornado_mean), TOP + 8 center font bold(SMALL) textcolor rgb INK
do for [i = 1:tornado_rows] {
    set arrow from LEFT, y_of(i) - ROW / 2 to RIGHT, y_of(i) - ROW / 2 nohead back linecolor rgb GRID linewidth 0.8
    set label of_part('label', i) at LEFT, y_of(i) font regular(SMALL) textcolor rgb INK
    set label of_part('range', i) at RANGES, y_of(i) font regular(SMALL) textcolor rgb TEXT
    set label of_part('swing', i) at RIGHT, y_of(i) right font bold(SMALL) textcolor rgb LETTER(of_chart('strategy'))
}
# A bar from one end to the mean, another from there to the other end.
row(i) = i <= tornado_rows ? y_of(i) : NaN
clear(yes) = column('clear') == int(yes) ? row(column('place')) : NaN
HALF = ROW * 0.3
plot for [yes in tornado_kinds] DATA using (BAR):(clear(yes)):(x_of(tornado_mean)):(x_of(column('mean_low'))): \
        (clear(yes) - HALF):(clear(yes) + HALF) with boxxyerror \
        fillcolor rgb (int(yes) ? TINT(of_chart('strategy')) : GREY) fillstyle solid noborder, \
    for [yes in tornado_kinds] DATA using (BAR):(clear(yes)):(x_of(tornado_mean)):(x_of(column('mean_high'))): \
        (clear(yes) - HALF):(clear(yes) + HALF) with boxxyerror \
        fillcolor rgb (int(yes) ? MARK(of_chart('strategy')) : GREY) fillstyle solid noborder
