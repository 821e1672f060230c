# What a credible forecast says, and what was foretold. Reads data/bands.tsv.
CHART = 'acceptance'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/bands.tsv'

COLOUR(a) = word('#00708C #C8500A #8A939C', a)
LETTERS(a) = word('#00708C #C8500A #5F6770', a)
set lmargin at screen X(LEFT + 410); set rmargin at screen X(RIGHT - 128)
set tmargin at screen Y(TOP + 4); set bmargin at screen Y(BOTTOM + 14)
set xrange [0:1]
set yrange [bands_rows + 0.5:0.5]
unset ytics
set grid xtics noytics
set border 0
set xtics ('0.01%%' 0, '0.1%%' 0.25, '1%%' 0.5, '10%%' 0.75, '100%%' 1)
do for [r = 1:bands_rows] {
    a = value(sprintf('bands_acceptance_%d', r))
    set label value(sprintf('bands_name_%d', r)) at graph 0, first r right offset screen -X(10), 0 font regular(SMALL) textcolor rgb TEXT
    set label value(sprintf('bands_told_%d', r)) at graph 1, first r offset screen X(12), 0 font bold(SMALL) textcolor rgb LETTERS(a)
    set label value(sprintf('bands_word_%d', r)) at graph 1, first r right offset screen X(126), 0 font regular(SMALL) textcolor rgb LETTERS(a)
    set label value(sprintf('bands_low_%d', r)) at value(sprintf('bands_at_low_%d', r)), r right offset screen -X(3), 0 font regular(NOTE) textcolor rgb MUTE
    set label value(sprintf('bands_high_%d', r)) at value(sprintf('bands_at_high_%d', r)), r offset screen X(3), 0 font regular(NOTE) textcolor rgb MUTE
}
HALF = 0.26
of(a, x) = column('row') <= bands_rows && column('acceptance') == a ? x : NaN
low(x) = x ne 'NaN' && strlen(x) ? real(x) : 0
high(x) = x ne 'NaN' && strlen(x) ? real(x) : 1
plot DATA using (column('row') > bands_rows ? NaN : 0.5):'row':(low(strcol('at_low'))):(high(strcol('at_high'))):(column('row') - HALF):(column('row') + HALF) \
        with boxxyerror fillcolor rgb '#D5DADF' fillstyle solid noborder, \
    for [a in bands_kinds] DATA using (of(a + 0, column('at_least'))):'row':(of(a + 0, column('at_most') - column('at_least'))):(0) with vectors nohead linecolor rgb COLOUR(a + 0) linewidth 2.4, \
    for [a in bands_kinds] DATA using (of(a + 0, column('at'))):'row' with points pointtype 7 pointsize 1.1 * POINT linecolor rgb COLOUR(a + 0)
