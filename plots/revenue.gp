# Yearly revenue over time: bands of one strategy, lines of the others. Reads data/revenue.tsv.
CHART = 'revenue'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
load 'time.gp'
load 'labels.gp'

DATA = '../data/revenue.tsv'
SUBJECT = revenue_strategy
month(k) = column('strategy') == k ? column('month') : NaN
clip(x) = x > revenue_top ? revenue_top : x

set yrange [0:revenue_top]
set ytics ()
do for [i = 0:revenue_ticks] { set ytics add (tick_money(i * revenue_step) i * revenue_step) }

# With three strategies or more the lines of the luckiest would only cross.
others = ''; tails = ''
do for [k = 1:strategies] {
    if (k != SUBJECT) {
        others = others.sprintf(' %d', k)
        if (strategies == 2) { tails = others }
    }
}
nth(list, i) = i > words(list) ? 1 : word(list, i) + 0 # an empty loop is still parsed
if (quarters > 1) {
    plot DATA using (month(SUBJECT)):(clip(column('p5'))):(clip(column('p95'))) with filledcurves \
            fillcolor rgb MARK(SUBJECT) fillstyle transparent solid 0.14 noborder, \
        DATA using (month(SUBJECT)):(clip(column('p25'))):(clip(column('p75'))) with filledcurves \
            fillcolor rgb MARK(SUBJECT) fillstyle transparent solid 0.26 noborder, \
        for [i = 1:words(tails)] DATA using (month(nth(tails, i))):(column('p95')) with lines \
            linecolor rgb MARK(nth(tails, i)) linewidth 1.4 dashtype (5, 3), \
        for [i = 1:words(others)] DATA using (month(nth(others, i))):(column('median')) with lines \
            linecolor rgb MARK(nth(others, i)) linewidth 2, \
        DATA using (month(SUBJECT)):(column('median')) with lines \
            linecolor rgb MARK(SUBJECT) linewidth 2.5
} else {
    # One quarter is all there is.
    plot DATA using (month(SUBJECT)):(0):(0):(horizon):(clip(column('p5'))):(clip(column('p95'))) \
            with boxxyerror fillcolor rgb MARK(SUBJECT) fillstyle transparent solid 0.14 noborder, \
        DATA using (month(SUBJECT)):(0):(0):(horizon):(clip(column('p25'))):(clip(column('p75'))) \
            with boxxyerror fillcolor rgb MARK(SUBJECT) fillstyle transparent solid 0.26 noborder, \
        for [k = 1:strategies] DATA using (month(k)):(column('median')):(horizon):(0) with vectors \
            nohead linecolor rgb MARK(k) linewidth 2
}
