# The founders' take-home of one strategy less that of another in the same world. Reads
# data/difference.tsv.
CHART = 'difference'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/difference.tsv'
# Bins are of equal width in the logarithm, on both sides of a middle that is not drawn.
bin(side) = column('pair') == difference_pair && side * difference_sign * column('bin') > 0 \
    ? difference_sign * column('bin') : NaN
bin_of(dollars) = dollars < 0 ? -bin_of(-dollars) : dollars < 1e4 ? 0 \
    : 0.5 + difference_per_decade * log10(dollars / 1e4)

set lmargin at screen X(LEFT + 42)
set rmargin at screen X(RIGHT)
set tmargin at screen Y(TOP + 44)
set xrange [-difference_reach - 0.7:difference_reach + 0.7]
set yrange [0:difference_top]
set ytics ()
do for [i = 0:difference_ticks] { set ytics add (sprintf('%g%%%%', 100 * i * difference_step) i * difference_step) }
set xtics ()
do for [d = 5:9] {
    if (bin_of(10**d) <= difference_reach) {
        set xtics add ('+'.tick_money(10**d) bin_of(10**d))
        set xtics add ('−'.tick_money(10**d) -bin_of(10**d))
    }
}
set xtics add ('same' 0)
set arrow from 0, 0 to 0, graph 1.06 nohead front linecolor rgb INK linewidth 0.9
CENTRE = (LEFT + 42 + RIGHT) / 2; ASIDE = strlen(difference_level_text) ? 54.0 : 14.0
set label difference_right_text at screen X(CENTRE + ASIDE), Y(TOP + 6) font bold(LABEL) textcolor rgb LETTER(difference_right)
set label difference_left_text at screen X(CENTRE - ASIDE), Y(TOP + 6) right font bold(LABEL) textcolor rgb LETTER(difference_left)
set label difference_level_text at screen X(CENTRE), Y(TOP + 6) center font regular(TICK) textcolor rgb MUTE
median_bin = bin_of(difference_median)
if (abs(median_bin) > 0.5) {
    k = median_bin > 0 ? difference_right : difference_left
    set arrow from median_bin, 0 to median_bin, graph 0.99 nohead front linecolor rgb LETTER(k) linewidth 0.8 dashtype (6, 6)
    # On the side where there is room.
    if (median_bin > -0.6 * difference_reach && (median_bin < 0 || median_bin < 0.6 * difference_reach)) {
        set label difference_median_text at median_bin, graph 0.97 offset screen X(8), 0 font regular(TICK) textcolor rgb LETTER(k) boxed front
    } else {
        set label difference_median_text at median_bin, graph 0.97 right offset screen -X(8), 0 font regular(TICK) textcolor rgb LETTER(k) boxed front
    }
}
set style fill solid noborder
set boxwidth 0.86
plot for [side in '-1 1'] DATA using (bin(side + 0)):(column('share')) with boxes \
    fillcolor rgb MARK(side + 0 > 0 ? difference_right : difference_left)
