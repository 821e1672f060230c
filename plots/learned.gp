# What a history taught of uncertain numbers, before and after. The numbers are in data/learned.tsv.
CHART = 'learned'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

# Everything is placed in points of the slide.
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics

START = LEFT + 210; END = RIGHT - 290
FAR = 2.2 # scores at the ends of the axis
x_of(score) = START + (END - START) * ((score < -FAR ? -FAR : score > FAR ? FAR : score) + FAR) / (2 * FAR)
HEAD = TOP + 26
HIGH = (BOTTOM - HEAD) / learned_rows > 44 ? 44.0 : (BOTTOM - HEAD) / real(learned_rows)
FOOT = HEAD + HIGH * learned_rows
set label 'before' at END + 130, TOP + 8 right font bold(SMALL) textcolor rgb MUTE
set label 'after' at RIGHT, TOP + 8 right font bold(SMALL) textcolor rgb INK
do for [i = 1:3] {
    score = word('-1.645 0 1.645', i) + 0.0
    set arrow from x_of(score), HEAD - 4 to x_of(score), FOOT nohead back linecolor rgb GRID linewidth 0.8
}
set label '1 in 20 below' at x_of(-1.645), TOP + 8 center font regular(SMALL) textcolor rgb MUTE
set label 'middle' at x_of(0), TOP + 8 center font regular(SMALL) textcolor rgb MUTE
set label '1 in 20 above' at x_of(1.645), TOP + 8 center font regular(SMALL) textcolor rgb MUTE
do for [k = 1:learned_rows] {
    y = HEAD + (k - 0.5) * HIGH
    known = of_part('identified', k)
    set label of_part('key', k) at LEFT, y font (known ? bold(LABEL) : regular(LABEL)) textcolor rgb (known ? INK : MUTE)
    set object 100 + 3 * k rectangle from x_of(-1.645), y - 9 to x_of(1.645), y + 9 behind \
        fillcolor rgb '#E4EEF1' fillstyle solid noborder
    set object 101 + 3 * k rectangle from x_of(of_part('score1', k)), y - 4 to x_of(of_part('score3', k)), y + 4 front \
        fillcolor rgb (known ? MARK(1) : AXIS) fillstyle solid noborder
    set object 102 + 3 * k circle at x_of(of_part('score2', k)), y size 5 front fillcolor rgb PAPER fillstyle solid \
        border linecolor rgb (known ? MARK(1) : AXIS)
    set label of_part('before', k) at END + 130, y right font regular(SMALL) textcolor rgb MUTE
    set label of_part('after', k) at RIGHT, y right font (known ? bold(SMALL) : regular(SMALL)) textcolor rgb (known ? INK : MUTE)
}
plot NaN notitle
