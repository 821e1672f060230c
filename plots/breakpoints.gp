# What each would get if the company were sold for another price. Reads data/breakpoints.tsv.
CHART = 'breakpoints'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
ENDS = 'round'
load 'labels.gp'
DATA = '../data/breakpoints.tsv'
SUBJECT = breakpoints_strategy

# From the bottom, last paid first.
BANDS = 'founders former employees warrants round1 round2 round3 round4 round5 round6 lenders'
up_to(n) = n == 0 ? 0 : up_to(n - 1) + column(word(BANDS, n))
paint(n) = n == 1 ? MARK(SUBJECT) : n == 2 || n == 3 ? TINT(SUBJECT) : n == 4 || n == 11 ? LENDERS : ROUND(n - 4)
on_colour(c) = c == 1 ? ON_MARK(SUBJECT) : c < 3 ? INK : ON_ROUND(c - 2)
price(dummy) = column('strategy') == SUBJECT ? column('price') : NaN

set tmargin at screen Y(TOP + 16)
set logscale x
set xrange [breakpoints_low:breakpoints_high]
set yrange [0:1]
set ytics ()
do for [i = 0:4] { set ytics add (sprintf('%d%%%%', 25 * i) 0.25 * i) }
set xtics ()
do for [d = floor(log10(breakpoints_low) + 0.5):floor(log10(breakpoints_high) + 0.5)] { set xtics add (tick_money(10.0**d) 10.0**d) }
set label 'price of the company, its cash included' at screen X(LEFT + 42), Y(BOTTOM + 32) font regular(SMALL) textcolor rgb MUTE
do for [i = 1:breakpoints_insides] {
    set label of_part('inside', i) at of_part('inside_price', i), of_part('inside_y', i) center \
        font bold(TICK) textcolor rgb on_colour(of_part('inside_colour', i)) front
}
# Leaves its words where there is room.
late = log10(breakpoints_price / breakpoints_low) > 0.7 * log10(breakpoints_high / breakpoints_low)
set arrow from breakpoints_price, 0 to breakpoints_price, graph 1.02 nohead front linecolor rgb INK linewidth 1 dashtype (5, 4)
if (late) {
    set label breakpoints_price_text at breakpoints_price, graph 1.035 right offset screen -X(4), 0 font bold(SMALL) textcolor rgb INK
} else {
    set label breakpoints_price_text at breakpoints_price, graph 1.035 offset screen X(4), 0 font bold(SMALL) textcolor rgb INK
}
plot for [n = 1:words(BANDS)] DATA using (price(0)):(up_to(n - 1)):(up_to(n)) \
        with filledcurves fillcolor rgb paint(n) fillstyle solid noborder, \
    for [n = 1:words(BANDS) - 1] DATA using (price(0)):(up_to(n)) with lines linecolor rgb PAPER linewidth 0.8
