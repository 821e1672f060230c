# What an observable depends on, year by year. Reads data/years.tsv.
CHART = 'years'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
load 'labels.gp'

DATA = '../data/years.tsv'
set xrange [1:years_last]
set yrange [0:years_top]
set xtics ()
do for [i = 1:years_ticks] { set xtics add (sprintf(i == 1 ? 'year %d' : '%d', of_part('tick', i)) of_part('tick', i)) }
set ytics ()
do for [i = 0:years_steps] { set ytics add (sprintf('%g%%%%', 100 * i * years_step) i * years_step) }
year(l) = column('factor') == value(sprintf('years_factor_%d', l)) ? column('year') : NaN
within(share) = share < 0 ? 0 : share > years_top ? years_top : share
plot for [l = 1:years_lines] DATA \
        using (year(l)):(within(column('index') - 1.96 * column('error'))):(within(column('index') + 1.96 * column('error'))) \
        with filledcurves fillcolor rgb MARK(l) fillstyle transparent solid 0.16 noborder, \
    for [l = 1:years_lines] DATA using (year(l)):(within(column('index'))) with linespoints \
        linecolor rgb MARK(l) linewidth 2.2 pointtype 7 pointsize POINT
