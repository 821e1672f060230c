# Everything that was tried: what it brings against the chance of nothing. Reads data/frontier.tsv.
CHART = 'frontier'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/frontier.tsv'

set lmargin at screen X(LEFT + 56)
set rmargin at screen X(RIGHT - 24)
set tmargin at screen Y(TOP + 30)
set bmargin at screen Y(BOTTOM - 14)
set xrange [frontier_x_low:frontier_x_high]
set yrange [frontier_y_low:frontier_y_high]
set xtics ()
do for [i = 1:frontier_x_ticks] { set xtics add (of_part('x_tick', i) value(sprintf('frontier_x_tick_%d_at', i))) }
set ytics ()
do for [i = 1:frontier_y_ticks] { set ytics add (of_part('y_tick', i) value(sprintf('frontier_y_tick_%d_at', i))) }
set grid xtics ytics back linestyle 100
k = frontier_strategy
set label frontier_objective at screen X(LEFT), Y(TOP + 10) font bold(SMALL) textcolor rgb MUTE
set label 'chance of nothing for the founders →' at screen X(RIGHT - 24), Y(BOTTOM + 22) right font bold(SMALL) textcolor rgb MUTE
beside(x) = x > frontier_x_low + 0.7 * (frontier_x_high - frontier_x_low)
if (beside(frontier_now_x)) {
    set label frontier_now at frontier_now_x, frontier_now_y right offset screen -X(10), screen -0.03 font bold(LABEL) textcolor rgb INK boxed front
} else {
    set label frontier_now at frontier_now_x, frontier_now_y offset screen X(10), screen -0.03 font bold(LABEL) textcolor rgb INK boxed front
}
if (frontier_found && beside(frontier_best_x)) {
    set label frontier_best at frontier_best_x, frontier_best_y right offset screen -X(10), screen -0.03 font bold(LABEL) textcolor rgb LETTER(k) boxed front
}
if (frontier_found && !beside(frontier_best_x)) {
    set label frontier_best at frontier_best_x, frontier_best_y offset screen X(10), screen -0.03 font bold(LABEL) textcolor rgb LETTER(k) boxed front
}
set label '' at frontier_now_x, frontier_now_y point pointtype 7 pointsize 2.2 * POINT linecolor rgb INK front
if (frontier_found) {
    set label '' at frontier_best_x, frontier_best_y point pointtype 7 pointsize 2.6 * POINT linecolor rgb MARK(k) front
}
of(kind) = column('kind') == kind ? column('aim') : NaN
colour(kind) = kind == 1 ? 0xB8BEC4 : 0xE4E7EA # tries that break a limit are paler
plot DATA using 'nothing':'aim':(colour(column('kind'))) with points pointtype 7 pointsize 0.9 * POINT linecolor rgb variable, \
    DATA using 'nothing':(of(2)) with linespoints pointtype 7 pointsize 1.2 * POINT linecolor rgb MARK(k) linewidth 1.4
