# What each part brings to a difference: a bar a row, with its interval, in the colour of the strategy that
# it speaks for. A chart sets CHART and DATA and loads this file.
ROWS = of_chart('rows')
set lmargin at screen X(LEFT + 236)
set rmargin at screen X(RIGHT - 110)
set tmargin at screen Y(TOP + 22)
set bmargin at screen Y(BOTTOM)
set border 0
set xrange [of_chart('low'):of_chart('high')]
set yrange [ROWS + 0.6:0.4]
unset ytics
set xtics ()
do for [i = 1:of_chart('ticks')] { set xtics add (of_part('tick', i) value(sprintf('%s_tick_%d_at', CHART, i))) }
set grid xtics noytics back linestyle 100
set arrow from 0, graph 0 to 0, graph 1 nohead front linecolor rgb INK linewidth 0.9
set label '← more with '.of_part('for', 2) at screen X(LEFT + 236), Y(TOP + 4) font bold(SMALL) \
    textcolor rgb LETTER(value(CHART.'_for_2_strategy'))
set label 'more with '.of_part('for', 1).' →' at screen X(RIGHT - 110), Y(TOP + 4) right font bold(SMALL) \
    textcolor rgb LETTER(value(CHART.'_for_1_strategy'))
bar(i) = of_part('clear', i) ? MARK(of_part('side', i)) : TINT(of_part('side', i))
letter(i) = of_part('clear', i) ? LETTER(of_part('side', i)) : MUTE
do for [i = 1:ROWS] {
    set label of_part('name', i) at screen X(LEFT), first i font (of_part('strong', i) ? bold(LABEL) : regular(LABEL)) \
        textcolor rgb (of_part('strong', i) ? INK : TEXT) front
    set label of_part('gain', i) at screen X(RIGHT), first i right font bold(LABEL) textcolor rgb letter(i) front
}
THICK = ROWS > 6 ? 0.32 : 0.28
set arrow from screen X(LEFT), first ROWS - 0.5 to screen X(RIGHT), first ROWS - 0.5 nohead back linecolor rgb AXIS linewidth 0.8
at(i) = column('row') == i ? column('row') : NaN
plot for [i = 1:ROWS] DATA using (0):(at(i)):(0):'gain':(at(i) - THICK):(at(i) + THICK) with boxxyerror \
        fillcolor rgb bar(i) fillstyle solid noborder, \
    DATA using 'gain':'row':(column('gain') - of_chart('width') * column('gain_error')):(column('gain') + of_chart('width') * column('gain_error')) \
        with xerrorbars pointtype -1 linecolor rgb INK linewidth 1.2
