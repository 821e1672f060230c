# Net cash of a fund's investors over time. Reads data/j_curve.tsv.
CHART = 'j_curve'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
load 'time.gp'
load 'labels.gp'
DATA = '../data/j_curve.tsv'

set yrange [j_curve_low:j_curve_top]
set ytics ()
do for [i = 0:int((j_curve_top - j_curve_low) / j_curve_step + 0.5)] {
    y = j_curve_low + i * j_curve_step
    set ytics add (sprintf('%s%.0f%%%%', y < 0 ? '−' : y > 0 ? '+' : '', 100 * abs(y)) y)
}
set border 0
set arrow from graph 0, first 0 to graph 1, first 0 nohead linecolor rgb AXIS linewidth 1
plot DATA using 'month':'p10':'p90' with filledcurves fillcolor rgb MARK(1) fillstyle transparent solid 0.14 noborder, \
    DATA using 'month':'p25':'p75' with filledcurves fillcolor rgb MARK(1) fillstyle transparent solid 0.26 noborder, \
    DATA using 'month':'median' with lines linecolor rgb MARK(1) linewidth 2.5
