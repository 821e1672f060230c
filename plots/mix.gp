# Revenue by stream, stacked. Reads data/mix.tsv.
CHART = 'mix'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
load 'time.gp'
ENDS = 'stream'
load 'labels.gp'

DATA = '../data/mix.tsv'
STREAMS = 'services training support subscription value_added licences advertising'
month(k) = column('strategy') == k ? column('month') : NaN
up_to(n) = n == 0 ? 0 : up_to(n - 1) + column(word(STREAMS, n))

set yrange [0:mix_top]
set ytics ()
do for [i = 0:mix_ticks] { set ytics add (tick_money(i * mix_step) i * mix_step) }

if (quarters > 1) {
    plot for [n = 1:words(STREAMS)] DATA using (month(mix_strategy)):(up_to(n - 1)):(up_to(n)) \
            with filledcurves fillcolor rgb STREAM(n) fillstyle solid noborder, \
        for [n = 1:words(STREAMS)] DATA using (month(mix_strategy)):(up_to(n)) \
            with lines linecolor rgb PAPER linewidth 0.8
} else {
    # One quarter is all there is.
    plot for [n = 1:words(STREAMS)] DATA \
        using (month(mix_strategy)):(0):(0):(horizon):(up_to(n - 1)):(up_to(n)) with boxxyerror \
        fillcolor rgb STREAM(n) fillstyle solid border linecolor rgb PAPER linewidth 0.8
}
