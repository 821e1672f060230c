# How the companies stand at the end, as bars of 100%. Reads data/outcomes.tsv.
CHART = 'outcomes'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/outcomes.tsv'
KEY_WIDTHS = '57 69 69 54 24'
KEYS = "'Shut down' 'Still private' 'Acqui-hired' 'Acquired' 'IPO'"
row(k) = strategies + 1 - k
HALF = 0.34 # of a bar's height
ROW = (BOTTOM - TOP - 30) / strategies > 124 ? 124.0 : (BOTTOM - TOP - 30) / strategies

set lmargin at screen X(LEFT + 190)
set rmargin at screen X(RIGHT)
set tmargin at screen Y(TOP + 34)
set bmargin at screen Y(TOP + 34 + ROW * strategies)
unset border; unset grid; unset xtics; unset ytics
set xrange [0:1.13]
set yrange [0.5:strategies + 0.5]

key_x = LEFT + 190.0
do for [i = 1:5] {
    set object 20 + i rectangle from screen X(key_x), Y(TOP + 4) to screen X(key_x + 11), Y(TOP + 15) \
        fillcolor rgb OUTCOME(i) fillstyle solid noborder
    set label 20 + i word(KEYS, i) at screen X(key_x + 17), Y(TOP + 9.5) font regular(TICK) textcolor rgb TEXT
    key_x = key_x + 17 + word(KEY_WIDTHS, i) + 22
}
do for [k = 1:strategies] {
    lines = of_name(k, 'lines')
    do for [j = 1:lines] {
        set label of_name(k, sprintf('%d', j)) at graph 0, first row(k) right \
            offset screen -X(12), screen ((lines - 1) / 2.0 - (j - 1)) * LINE / 540 \
            font bold(LABEL) textcolor rgb LETTER(k)
    }
}

box(k, n) = column('number') == n ? row(column('strategy')) : NaN
fits(w) = column('share') >= w && column('number') < 5
LABELLED = 0.045
plot for [n = 1:5] DATA using (column('from')):(box(0, n)):(column('from')):(column('to')): \
        (box(0, n) - HALF):(box(0, n) + HALF) with boxxyerror \
        fillcolor rgb OUTCOME(n) fillstyle solid border linecolor rgb PAPER linewidth 1, \
    for [n = 1:4] DATA using ((column('from') + column('to')) / 2): \
        (fits(LABELLED) ? box(0, n) : -9):(percent(column('share'))) with labels \
        font bold(TICK) textcolor rgb ON_OUTCOME(n), \
    DATA using (1.01):(column('number') == 5 && column('share') > 0 ? row(column('strategy')) : -9): \
        ('IPO '.percent(column('share'))) with labels left font bold(TICK) textcolor rgb OUTCOME(5)
