# Revenue of one company, given its history so far. Reads data/forecast.tsv.
CHART = 'forecast'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
load 'time.gp'
load 'labels.gp'
DATA = '../data/forecast.tsv'

set yrange [0:forecast_top]
set ytics ()
do for [i = 0:forecast_ticks] { set ytics add (tick_money(i * forecast_step) i * forecast_step) }
set arrow from forecast_now, graph 0 to forecast_now, graph 1 nohead linecolor rgb AXIS linewidth 1
set label sprintf('month %d, now', forecast_now) at forecast_now, graph 0.97 offset screen X(6), 0 font bold(SMALL) textcolor rgb INK front
BANDS = "DATA using 'month':'p5':'p95' with filledcurves fillcolor rgb MARK(1) fillstyle transparent solid 0.14 noborder, \
    DATA using 'month':'p25':'p75' with filledcurves fillcolor rgb MARK(1) fillstyle transparent solid 0.26 noborder, \
    DATA using 'month':'before_p95' with lines linecolor rgb MUTE linewidth 1 dashtype (6, 6), \
    DATA using 'month':'before_p5' with lines linecolor rgb MUTE linewidth 1 dashtype (6, 6), \
    DATA using 'month':'median' with lines linecolor rgb MARK(1) linewidth 2.5"
SEEN = "DATA using 'month':'seen':'low':'high' with yerrorbars pointtype 7 pointsize 0 linecolor rgb INK linewidth 1.2, \
    DATA using 'month':'seen' with points pointtype 7 pointsize POINT * 2 linecolor rgb PAPER, \
    DATA using 'month':'seen' with points pointtype 7 pointsize POINT * 1.5 linecolor rgb INK"
if (forecast_seen) {
    plot @BANDS, @SEEN
} else {
    plot @BANDS
}
