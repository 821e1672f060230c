# Chance that the founders take home at least so much. Reads data/at_least.tsv.
CHART = 'at_least'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
SIDE = 'left'
load 'labels.gp'

DATA = '../data/at_least.tsv'
amount(k) = column('strategy') == k ? column('amount') : NaN

set lmargin at screen X(LEFT + 190)
set rmargin at screen X(RIGHT - 44)
set logscale x
set xrange [0.99e4:10**at_least_decade * 1.01]
set yrange [0:at_least_top]
set xtics ()
do for [d = 4:at_least_decade] { set xtics add (tick_money(10**d) 10**d) }
# The curves begin at the left, and so do their names; the scale stands at the right.
unset ytics
set y2range [0:at_least_top]
set y2tics () textcolor rgb MUTE font TICK_FONT scale 0 offset -0.6, 0
do for [i = 0:at_least_ticks] { set y2tics add (sprintf('%g%%%%', 100 * i * at_least_step) i * at_least_step) }
set grid noxtics noytics y2tics back linestyle 100

do for [m = 1:2] {
    at = value(sprintf('at_least_mark_%d', m))
    set arrow from at, 0 to at, at_least_top nohead back linecolor rgb AXIS linewidth 0.7 dashtype (8, 8)
    do for [k = 1:strategies] {
        set label value(sprintf('at_least_mark_%d_text_%d', m, k)) \
            at at, value(sprintf('at_least_mark_%d_y_%d', m, k)) offset screen X(7), 0 \
            font bold(TICK) textcolor rgb LETTER(k) front
        set label '' at at, value(sprintf('at_least_mark_%d_chance_%d', m, k)) \
            point pointtype 7 pointsize 1.4 * POINT linecolor rgb MARK(k) front
    }
}
plot for [k = 1:strategies] DATA using (amount(k)):(column('chance')) with lines \
    linecolor rgb MARK(k) linewidth 2.4
