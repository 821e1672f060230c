# How well early figures tell, as dots with their intervals; at the right what the rule is and what it
# brings. A chart sets CHART and DATA and loads this file.
ROWS = of_chart('rows')
PLOT_LEFT = LEFT + 232.0; PLOT_RIGHT = LEFT + 488.0
HEAD = TOP + 26
ROW = (BOTTOM + 8 - HEAD) / ROWS
if (ROW > 36) { ROW = 36.0 }
NAMES = ROW < 18 ? SMALL : TICK
FOOT = HEAD + ROW * ROWS
RULE = PLOT_RIGHT + 20; STRUCK = RIGHT - 240; CAUGHT = RIGHT - 92; ALARMED = RIGHT
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_RIGHT)
set tmargin at screen Y(HEAD)
set bmargin at screen Y(FOOT)
set xrange [of_chart('low'):of_chart('high')]
set yrange [ROWS + 0.5:0.5]
unset ytics
set border 0
set xtics 0.1 format '%.1f'
set grid xtics noytics back linestyle 100
set arrow from 0.5, graph 0 to 0.5, graph 1 nohead linecolor rgb INK linewidth 0.9 front
set label 'how well it tells (AUC)' at screen X(PLOT_LEFT), Y(HEAD - 12) font bold(SMALL) textcolor rgb MUTE
set label 'sign' at screen X(RULE), Y(HEAD - 12) font bold(SMALL) textcolor rgb MUTE
set label 'of those' at screen X(STRUCK), Y(HEAD - 12) font bold(SMALL) textcolor rgb MUTE
set label 'caught' at screen X(CAUGHT), Y(HEAD - 12) right font bold(SMALL) textcolor rgb MUTE
set label 'false alarms' at screen X(ALARMED), Y(HEAD - 12) right font bold(SMALL) textcolor rgb MUTE
do for [i = 1:ROWS] {
    y = HEAD + (i - 0.5) * ROW
    head = of_part('head', i)
    claimed = head || strlen(of_part('struck', i)) > 0
    set label of_part('name', i) at screen X(LEFT), Y(y) font (head ? bold(NAMES) : regular(NAMES)) \
        textcolor rgb (head ? LETTER(head) : claimed ? INK : MUTE)
    set label of_part('rule', i) at screen X(RULE), Y(y) font (head || !claimed ? regular(SMALL) : bold(SMALL)) \
        textcolor rgb (head || !claimed ? MUTE : INK)
    set label of_part('struck', i) at screen X(STRUCK), Y(y) font (head ? regular(SMALL) : bold(SMALL)) \
        textcolor rgb (head ? MUTE : INK)
    if (!head) {
        set label of_part('caught', i) at screen X(CAUGHT), Y(y) right font regular(SMALL) textcolor rgb INK
        set label of_part('alarmed', i) at screen X(ALARMED), Y(y) right font regular(SMALL) textcolor rgb INK
    }
    if (head || i == 1) {
        set arrow from screen X(LEFT), Y(y - ROW / 2) to screen X(RIGHT), Y(y - ROW / 2) nohead linecolor rgb GRID \
            linewidth 0.8 back
    }
}
GREY = '#B8BEC4'
# Kinds: the strategies with something that is claimed, and 0 for all that is not.
mine(n) = (column('claimed') == 1 ? column('strategy') : 0) == int(n) ? column('place') : NaN
shade(n) = int(n) ? MARK(int(n)) : GREY
plot for [n in of_chart('kinds')] DATA using 'area_low':(mine(n)):(column('area_high') - column('area_low')):(0) \
        with vectors nohead linecolor rgb shade(n) linewidth 1.8, \
    for [n in of_chart('kinds')] DATA using 'area':(mine(n)) with points pointtype 7 pointsize 1.35 * POINT \
        linecolor rgb shade(n), \
    for [n in of_chart('kinds')] DATA using 'area':(mine(n)) with points pointtype 7 pointsize 0.8 * POINT \
        linecolor rgb (int(n) ? MARK(int(n)) : PAPER)
