# What funds of one kind of company return, beside the mix. Reads data/kinds.tsv.
CHART = 'kinds'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/kinds.tsv'

PLOT_LEFT = LEFT + 192.0; PLOT_RIGHT = RIGHT - 334.0
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_RIGHT)
set tmargin at screen Y(TOP + 34)
set bmargin at screen Y(BOTTOM - 2)
set xrange [0:kinds_top]
set yrange [kinds_rows - 0.5:-0.5]
unset ytics
set xtics ()
do for [i = 0:kinds_ticks] { set xtics add (sprintf('%g×', i * kinds_step) i * kinds_step) }
set border 0
set grid xtics noytics back linestyle 100
ROW = (BOTTOM - 2 - TOP - 34) / kinds_rows
HALF = kinds_rows > 5 ? 0.3 : 0.26
COLUMN(c) = PLOT_RIGHT + 46 + 66.0 * c
array heads = ['the middle', 'lose', '3× or', 'companies', 'of these']
array unders = ['fund', 'money', 'more', 'entered', 'below 1×']
do for [c = 1:5] {
    set label heads[c] at screen X(COLUMN(c - 1)), Y(TOP + 2) center font bold(SMALL) textcolor rgb MUTE
    set label unders[c] at screen X(COLUMN(c - 1)), Y(TOP + 16) center font bold(SMALL) textcolor rgb MUTE
}
colour(k) = k == 0 ? INK : MARK(k)
letter(k) = k == 0 ? INK : LETTER(k)
do for [k = 0:kinds_rows - 1] {
    middle = TOP + 34 + (k + 0.5) * ROW
    lines = value(sprintf('kinds_name_%d_lines', k + 1))
    first = middle - (lines - 0.25) * LINE / 2
    do for [j = 1:lines] {
        set label value(sprintf('kinds_name_%d_%d', k + 1, j)) at screen X(LEFT), Y(first + (j - 1) * LINE) \
            font bold(LABEL) textcolor rgb letter(k)
    }
    set label value(sprintf('kinds_market_%d', k + 1)) at screen X(LEFT), Y(first + lines * LINE) \
        font regular(TICK) textcolor rgb TEXT
    set label value(sprintf('kinds_median_%d', k + 1)) at screen X(COLUMN(0)), Y(middle) center font bold(LABEL) textcolor rgb letter(k)
    set label value(sprintf('kinds_loses_%d', k + 1)) at screen X(COLUMN(1)), Y(middle) center font regular(LABEL) textcolor rgb TEXT
    set label value(sprintf('kinds_triples_%d', k + 1)) at screen X(COLUMN(2)), Y(middle) center font regular(LABEL) textcolor rgb TEXT
    set label value(sprintf('kinds_below_%d', k + 1)) at screen X(COLUMN(4)), Y(middle) center font regular(LABEL) textcolor rgb TEXT
    set label value(sprintf('kinds_entered_%d', k + 1)) at screen X(COLUMN(3)), Y(middle) center font regular(LABEL) textcolor rgb TEXT
}
set arrow from 1, graph 0 to 1, graph 1 nohead linecolor rgb INK linewidth 0.9 dashtype (8, 8) front
of(k) = column('kind') == k ? k : NaN
plot for [k = 0:kinds_rows - 1] DATA using 'median':(of(k)):'p10':'p90':(of(k) - HALF):(of(k) + HALF) with boxxyerror \
        fillcolor rgb colour(k) fillstyle transparent solid 0.22 noborder, \
    for [k = 0:kinds_rows - 1] DATA using 'median':(of(k)):'p25':'p75':(of(k) - HALF):(of(k) + HALF) with boxxyerror \
        fillcolor rgb colour(k) fillstyle transparent solid 0.42 noborder, \
    for [k = 0:kinds_rows - 1] DATA using 'median':(of(k) - HALF):(0):(2 * HALF) with vectors nohead linecolor rgb colour(k) linewidth 2.6
