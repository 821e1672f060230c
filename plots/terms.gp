# What terms are worth to one founder, with their intervals. Reads data/terms.tsv.
CHART = 'terms'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/terms.tsv'

PLOT_LEFT = LEFT + 292.0; PLOT_RIGHT = RIGHT - 278.0
HEAD = TOP + 30
ROW = (BOTTOM + 8 - HEAD) / terms_rows
if (ROW > 44) { ROW = 44.0 }
FOOT = HEAD + ROW * terms_rows
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_RIGHT)
set tmargin at screen Y(HEAD)
set bmargin at screen Y(FOOT)
set xrange [terms_low:terms_top]
set yrange [terms_rows + 0.5:0.5]
unset ytics
set xtics ()
do for [i = 0:floor((terms_top - terms_low) / terms_step + 0.5)] {
    dollars = terms_low + i * terms_step
    if (abs(dollars) < terms_step / 1e6) { dollars = 0 }
    set xtics add ((dollars > 0 ? '+' : '').tick_money(dollars) dollars)
}
set border 0
set grid xtics noytics back linestyle 100
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb INK linewidth 0.9 front
set arrow from screen X(LEFT), Y(HEAD - 3) to screen X(RIGHT), Y(HEAD - 3) nohead linecolor rgb GRID linewidth 0.8

COLUMN(c) = PLOT_RIGHT + 66 + 70.0 * c
array heads = ['worth', 'take-home,', 'chance of', 'investors’']
array unders = ['', 'mean', 'nothing', 'multiple']
do for [c = 1:4] {
    set label heads[c] at screen X(COLUMN(c - 1)), Y(TOP + 2) right font bold(SMALL) textcolor rgb MUTE
    set label unders[c] at screen X(COLUMN(c - 1)), Y(TOP + 16) right font bold(SMALL) textcolor rgb MUTE
}
do for [k = 1:terms_rows] {
    middle = HEAD + (k - 0.5) * ROW
    both = ROW >= 23
    letters = of_part('clear', k) ? INK : MUTE
    set label of_part('name', k) at screen X(LEFT), Y(middle - (both ? 5.5 : 0)) font bold(SMALL) textcolor rgb letters
    if (both) { set label of_part('against', k) at screen X(LEFT), Y(middle + 6.5) font regular(NOTE) textcolor rgb MUTE }
    set label of_part('worth', k) at screen X(COLUMN(0)), Y(middle) right font bold(TICK) textcolor rgb letters
    set label of_part('mean', k) at screen X(COLUMN(1)), Y(middle) right font regular(TICK) textcolor rgb TEXT
    set label of_part('nothing', k) at screen X(COLUMN(2)), Y(middle) right font regular(TICK) textcolor rgb TEXT
    set label of_part('multiple', k) at screen X(COLUMN(3)), Y(middle) right font regular(TICK) textcolor rgb TEXT
}

# A slot for each row of the data that is shown.
slot(n) = sum [k = 1:terms_rows] (of_part('row', k) == n ? k : 0)
place(wanted) = slot(column('row')) > 0 && column('clear') == wanted ? slot(column('row')) : NaN
ink(c) = c + 0 ? INK : MUTE
plot for [c in terms_bars] DATA using (column('certain') / 2):(place(c + 0)):(0):(column('certain')): \
        (place(c + 0) - 0.27):(place(c + 0) + 0.27) with boxxyerror \
        fillcolor rgb (c + 0 ? MARK(terms_strategy) : '#DDE1E5') fillstyle solid noborder, \
    for [c in terms_lines] DATA using 'certain_low':(place(c + 0)):(column('certain_high') - column('certain_low')):(0) \
        with vectors nohead linecolor rgb ink(c) linewidth 1.4, \
    for [c in terms_lines] DATA using 'certain_low':(place(c + 0) - 0.12):(0):(0.24) with vectors nohead \
        linecolor rgb ink(c) linewidth 1.4, \
    for [c in terms_lines] DATA using 'certain_high':(place(c + 0) - 0.12):(0):(0.24) with vectors nohead \
        linecolor rgb ink(c) linewidth 1.4
