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
set arrow from 0, 0 to 0, graph 1.1 nohead front linecolor rgb INK linewidth 0.9
set label difference_right_text at screen X(0.5 * (LEFT + 42 + RIGHT)), Y(TOP + 6) offset screen X(14), 0 font bold(LABEL) textcolor rgb LETTER(difference_right)
set label difference_left_text at screen X(0.5 * (LEFT + 42 + RIGHT)), Y(TOP + 6) right offset screen -X(14), 0 font bold(LABEL) textcolor rgb LETTER(difference_left)
set style fill solid noborder
set boxwidth 0.86
plot for [side in '-1 1'] DATA using (bin(side + 0)):(column('share')) with boxes \
    fillcolor rgb MARK(side + 0 > 0 ? difference_right : difference_left)
