# Where truths stood in their forecasts, and how often intervals held them. Reads data/places.tsv and
# coverage.tsv.
CHART = 'calibration'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
PLACES = '../data/places.tsv'

MIDDLE = 560.0
set lmargin at screen X(LEFT + 36); set rmargin at screen X(MIDDLE)
set tmargin at screen Y(TOP + 30); set bmargin at screen Y(BOTTOM - 8)
set xrange [0:10]
set yrange [0:calibration_top]
set xtics ()
do for [i = 0:10:2] { set xtics add (sprintf('%.1f', i / 10.0) i) }
set ytics ()
do for [i = 0:int(calibration_top * 10 + 0.5):(calibration_top > 0.55 ? 2 : 1)] { set ytics add (sprintf('%d%%%%', i * 10) i / 10.0) }
set label 'Share of truths by their place' at screen X(LEFT), Y(TOP + 8) font bold(LABEL) textcolor rgb INK
set label 'share of worlds below the truth' at screen X(MIDDLE), Y(BOTTOM + 22) right font regular(SMALL) textcolor rgb MUTE
set arrow from 0, 0.1 to 10, 0.1 nohead linecolor rgb INK linewidth 0.9 dashtype (8, 8) front
set label 'a tenth in each would be right' at 0.1, 0.1 offset 0, 0.6 font regular(SMALL) textcolor rgb TEXT front
set style fill solid noborder

# Beside it, the intervals: a bar of what is held, a mark of what should be.
START = MIDDLE + 70.0; LONG = RIGHT - START
set label 'Truths inside the interval that holds' at screen X(MIDDLE + 40), Y(TOP + 8) font bold(LABEL) textcolor rgb INK
do for [l = 1:3] {
    row = TOP + 34 + (l - 1) * 96.0
    share = calibration_truths > 0 ? value(sprintf('calibration_share_%d', l)) : 0
    want = value(sprintf('calibration_want_%d', l))
    set label value(sprintf('calibration_level_%d', l)).' of worlds' at screen X(MIDDLE + 40), Y(row + 12) font bold(TICK) textcolor rgb TEXT
    set object 10 + 2 * l rectangle from screen X(MIDDLE + 40), Y(row + 28) to screen X(RIGHT), Y(row + 46) fillcolor rgb PANEL fillstyle solid noborder behind
    set object 11 + 2 * l rectangle from screen X(MIDDLE + 40), Y(row + 28) to screen X(MIDDLE + 40 + (RIGHT - MIDDLE - 40) * share), Y(row + 46) fillcolor rgb MARK(1) fillstyle solid noborder behind
    set arrow from screen X(MIDDLE + 40 + (RIGHT - MIDDLE - 40) * want), Y(row + 24) to screen X(MIDDLE + 40 + (RIGHT - MIDDLE - 40) * want), Y(row + 50) nohead linecolor rgb INK linewidth 2 front
    set label value(sprintf('calibration_inside_%d', l)).'; each case once: '.value(sprintf('calibration_by_case_%d', l)) at screen X(MIDDLE + 40), Y(row + 62) font regular(SMALL) textcolor rgb TEXT
}
plot PLACES using (column('bin') - 0.5):'share':(0.9) with boxes fillcolor rgb MARK(1)
