# Share of companies that return at least so many times the money, both in logs. Reads data/tail.tsv.
CHART = 'tail'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/tail.tsv'

set lmargin at screen X(LEFT + 52)
set rmargin at screen X(RIGHT - 24)
set logscale xy
set xrange [0.1:10**tail_decade]
set yrange [10**tail_low:1]
set xtics ()
do for [d = -1:int(tail_decade)] { set xtics add (sprintf('%g×', 10**d) 10**d) }
set ytics ()
do for [d = int(tail_low):0] { set ytics add (sprintf('%g%%%%', 100 * 10.0**d) 10.0**d) }
set grid xtics ytics back linestyle 100
least(s) = s > 10**tail_low ? s : 10**tail_low
low(s, e) = s > 0 ? least(s - 1.96 * e) : NaN
high(s, e) = s > 0 ? (s + 1.96 * e < 1 ? s + 1.96 * e : 1) : NaN
seen(s) = s > 0 ? s : NaN
do for [m = 1:tail_marks] {
    set label value(sprintf('tail_mark_%d_text', m)) at value(sprintf('tail_mark_%d', m)), value(sprintf('tail_mark_%d_share', m)) \
        offset screen X(12), screen 0.026 font bold(LABEL) textcolor rgb LETTER(1) front
    set label '' at value(sprintf('tail_mark_%d', m)), value(sprintf('tail_mark_%d_share', m)) \
        point pointtype 7 pointsize 1.6 * POINT linecolor rgb MARK(1) front
}
set arrow from 1, graph 0 to 1, graph 1 nohead back linecolor rgb AXIS linewidth 0.7 dashtype (8, 8)
set label 'loses money' at 1, graph 0.05 right offset screen -X(8), 0 font regular(SMALL) textcolor rgb MUTE
set label 'makes money' at 1, graph 0.05 offset screen X(8), 0 font regular(SMALL) textcolor rgb MUTE
set samples 60
law(x) = tail_exponent == tail_exponent && x >= tail_from / 1.3 && x <= tail_to * 1.6 \
    ? tail_from_share * (x / tail_from)**(-tail_exponent) : NaN
plot DATA using 'multiple':(low(column('share'), column('error'))):(high(column('share'), column('error'))) \
        with filledcurves fillcolor rgb MARK(1) fillstyle transparent solid 0.22 noborder, \
    DATA using 'multiple':(seen(column('share'))) with lines linecolor rgb MARK(1) linewidth 2.4, \
    law(x) with lines linecolor rgb MARK(2) linewidth 1.6 dashtype (7, 5)
