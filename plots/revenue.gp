# Yearly revenue over time: bands of one strategy, lines of the others. Reads data/revenue.tsv.
CHART = 'revenue'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'
load 'time.gp'
load 'labels.gp'

DATA = '../data/revenue.tsv'
SUBJECT = revenue_strategy
month(k) = column('strategy') == k ? column('month') : NaN
clip(x) = x > revenue_top ? revenue_top : x

set yrange [0:revenue_top]
set ytics ()
do for [i = 0:revenue_ticks] { set ytics add (tick_money(i * revenue_step) i * revenue_step) }

# Above two strategies the lines of the luckiest would only cross.
TAILS = strategies == 2
plot DATA using (month(SUBJECT)):(clip(column('p5'))):(clip(column('p95'))) with filledcurves \
        fillcolor rgb MARK(SUBJECT) fillstyle transparent solid 0.14 noborder, \
    DATA using (month(SUBJECT)):(clip(column('p25'))):(clip(column('p75'))) with filledcurves \
        fillcolor rgb MARK(SUBJECT) fillstyle transparent solid 0.26 noborder, \
    for [k = 1:TAILS ? 2 : 0] DATA using (k == SUBJECT ? NaN : month(k)):'p95' with lines \
        linecolor rgb MARK(k) linewidth 1 dashtype (4, 3), \
    for [k = 1:strategies] DATA using (k == SUBJECT ? NaN : month(k)):'median' with lines \
        linecolor rgb MARK(k) linewidth 2, \
    DATA using (month(SUBJECT)):'median' with lines linecolor rgb MARK(SUBJECT) linewidth 2.5
