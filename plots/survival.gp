# Share of companies alive, month by month, with its interval. Reads data/survival.tsv.
CHART = 'survival'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
load 'time.gp'
load 'labels.gp'

DATA = '../data/survival.tsv'
month(k) = column('strategy') == k ? column('month') : NaN
low(s, e) = s - 1.96 * e < 0 ? 0 : s - 1.96 * e
high(s, e) = s + 1.96 * e > 1 ? 1 : s + 1.96 * e

set yrange [0:1]
set ytics ()
do for [i = 0:4] { set ytics add (sprintf('%d%%%%', 25 * i) i / 4.0) }

plot for [k = 1:strategies] DATA \
        using (month(k)):(low(column('open'), column('error'))):(high(column('open'), column('error'))) \
        with filledcurves fillcolor rgb MARK(k) fillstyle transparent solid 0.22 noborder, \
    for [k = 1:strategies] DATA using (month(k)):(column('open')) with lines \
        linecolor rgb MARK(k) linewidth 2.2
