# What each shock changes for every strategy, as dots with their intervals. Reads data/stress.tsv.
CHART = 'stress'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/stress.tsv'

PLOT_LEFT = LEFT + 218.0; PLOT_RIGHT = RIGHT - 232.0
LEGENDS = (stress_strategies + 4) / 5 # lines
HEAD = TOP + 8 + 18 * LEGENDS
ROW = (BOTTOM + 8 - HEAD) / stress_rows
if (ROW > 60) { ROW = 60.0 }
FOOT = HEAD + ROW * stress_rows
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_RIGHT)
set tmargin at screen Y(HEAD)
set bmargin at screen Y(FOOT)
set xrange [stress_low:stress_top]
set yrange [stress_rows + 0.5:0.5]
unset ytics
set xtics ()
do for [i = 0:floor((stress_top - stress_low) / stress_step + 0.5)] {
    share = stress_low + i * stress_step
    if (abs(share) < stress_step / 1e6) { share = 0 }
    set xtics add (sprintf('%s%.3g', share < 0 ? '−' : share > 0 ? '+' : '', 100 * abs(share)).(stress_points ? '' : '%%') share) # a tic's label is a format
}
set border 0
set grid xtics noytics back linestyle 100
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb INK linewidth 0.9 front
columns = stress_strategies > 4 ? 5 : stress_strategies
do for [k = 1:stress_strategies] {
    number = of_part('number', k)
    left = LEFT + (RIGHT - LEFT) / columns * ((k - 1) % columns)
    top = TOP + 2 + 18 * ((k - 1) / columns)
    set object 100 + k circle at screen X(left + 5), Y(top) size screen 0.0035 fillcolor rgb MARK(number) \
        fillstyle solid noborder front
    set label of_part('legend', k) at screen X(left + 14), Y(top) font bold(TICK) textcolor rgb LETTER(number)
}
set label (stress_strategies > 1 ? 'bears it best' : '') at screen X(PLOT_RIGHT + 16), Y(HEAD - 8) font bold(SMALL) textcolor rgb MUTE
do for [k = 1:stress_rows] {
    middle = HEAD + (k - 0.5) * ROW
    both = ROW >= 25
    set arrow from screen X(LEFT), Y(middle - ROW / 2) to screen X(RIGHT), Y(middle - ROW / 2) nohead \
        linecolor rgb GRID linewidth 0.8 back
    set label of_part('name', k) at screen X(LEFT), Y(middle - (both ? 6 : 0)) font bold(TICK) textcolor rgb INK
    if (both) { set label of_part('when', k) at screen X(LEFT), Y(middle + 7) font regular(NOTE) textcolor rgb MUTE }
    best = of_part('best_strategy', k)
    set label of_part('best', k) at screen X(PLOT_RIGHT + 16), Y(middle) font (best ? bold(SMALL) : regular(SMALL)) \
        textcolor rgb (best ? LETTER(best) : MUTE)
}

# A slot for each strategy within a row.
slot(k) = (k - 0.5 * (stress_strategies + 1)) * 0.74 / stress_strategies
mine(k) = column('strategy') == of_part('number', k) && column('row') <= stress_rows
# What is not to be drawn stands far below: gnuplot complains of a strategy of which nothing is left.
set datafile missing
FAR = 1e6
known(name) = column(name) == column(name)
place(k) = mine(k) && known('kept') ? column('row') + slot(k) : FAR
whiskers(k) = mine(k) && known('kept_low') ? column('row') + slot(k) : FAR
hollow(k) = mine(k) && known('kept') && column('clear') == 0 ? column('row') + slot(k) : FAR
at(name) = known(name) ? column(name) : 0
SIZE = stress_strategies > 5 ? 1.0 : 1.35
plot for [k = 1:stress_strategies] DATA using (at('kept_low')):(whiskers(k)):(at('kept_high') - at('kept_low')):(0) \
        with vectors nohead linecolor rgb MARK(of_part('number', k)) linewidth 1.8, \
    for [k = 1:stress_strategies] DATA using (at('kept')):(place(k)) with points pointtype 7 pointsize SIZE * POINT \
        linecolor rgb MARK(of_part('number', k)), \
    for [k = 1:stress_strategies] DATA using (at('kept')):(hollow(k)) with points pointtype 7 pointsize 0.6 * SIZE * POINT \
        linecolor rgb PAPER
