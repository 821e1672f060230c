# What a strategy is worth to one founder, against what investors get back. Reads data/parties.tsv.
CHART = 'parties'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/parties.tsv'

# Everything is placed in points of the slide: at the left a strip for those without investors.
HEAD = TOP + 26; FOOT = BOTTOM - 12
STRIP = LEFT + 64; STRIP_WIDE = parties_without ? 84.0 : 0
START = STRIP + STRIP_WIDE + (parties_without ? 14 : 0); END = RIGHT - 300
x_of(multiple) = START + (END - START) * multiple / parties_most
y_of(dollars) = FOOT - (FOOT - HEAD) * (dollars - parties_low) / (parties_high - parties_low)
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics

# Where both gain, and the lines that part gain from loss.
set object 20 rectangle from x_of(1), HEAD to END, y_of(0) fillcolor rgb '#E9F2F3' fillstyle solid noborder behind
set object 21 rectangle from START, y_of(0) to x_of(1), FOOT fillcolor rgb '#F9EFE8' fillstyle solid noborder behind
if (parties_without) {
    set object 22 rectangle from STRIP, HEAD to STRIP + STRIP_WIDE, FOOT fillcolor rgb PANEL fillstyle solid noborder behind
    set label 'no investors' at STRIP + STRIP_WIDE / 2, FOOT + 14 center font regular(TICK) textcolor rgb MUTE
}
do for [i = 0:floor((parties_high - parties_low) / parties_step + 0.5)] {
    dollars = parties_low + i * parties_step
    if (abs(dollars) < parties_step / 1e6) { dollars = 0 }
    set arrow from STRIP, y_of(dollars) to END, y_of(dollars) nohead back linecolor rgb GRID linewidth 0.6
    set label dollars > 0 ? '+'.tick_money(dollars) : dollars < 0 ? tick_money(dollars) : 'a job' at STRIP - 8, y_of(dollars) right \
        font (dollars == 0 ? bold(TICK) : regular(TICK)) textcolor rgb (dollars == 0 ? INK : MUTE)
}
do for [i = 0:floor(parties_most / parties_multiple_step + 0.5)] {
    multiple = i * parties_multiple_step
    set label sprintf('%g×', multiple) at x_of(multiple), FOOT + 14 center font regular(TICK) textcolor rgb MUTE
}
set arrow from STRIP, y_of(0) to END, y_of(0) nohead linecolor rgb AXIS linewidth 1
set arrow from x_of(1), HEAD to x_of(1), FOOT nohead linecolor rgb AXIS linewidth 1 dashtype (8, 8)
set label 'Worth to one founder, against a job' at LEFT, TOP + 6 font bold(LABEL) textcolor rgb INK
set label 'What investors get back of all their money' at END, FOOT + 32 right font bold(LABEL) textcolor rgb INK
set label 'both gain' at END - 6, HEAD + 11 right font regular(SMALL) textcolor rgb MUTE
set label 'only the founder gains' at START + 6, HEAD + 11 font regular(SMALL) textcolor rgb MUTE
set label 'neither gains' at START + 6, FOOT - 10 font regular(SMALL) textcolor rgb MUTE
set label 'only investors gain' at END - 6, FOOT - 10 right font regular(SMALL) textcolor rgb MUTE

# The strategies by number, at the right in words.
COLUMN = RIGHT - 262.0
HIGH = (BOTTOM - TOP - 4) / strategies > 76 ? 76.0 : (BOTTOM - TOP - 4) / strategies
NEXT = HIGH < 58 ? 15.0 : 17.0
do for [k = 1:strategies] {
    y = TOP + 6 + (k - 1) * HIGH
    set object 30 + k circle at COLUMN - 18, y size 9 fillcolor rgb MARK(k) fillstyle solid noborder
    set label sprintf('%d', k) at COLUMN - 18, y + 0.5 center font bold(SMALL) textcolor rgb ON_MARK(k) front
    set label of_part('name', k) at COLUMN, y font bold(LABEL) textcolor rgb LETTER(k)
    set label of_part('founder', k) at COLUMN, y + NEXT + 1 font regular(SMALL) textcolor rgb TEXT
    if (HIGH > 46) { set label of_part('investor', k) at COLUMN, y + 2 * NEXT font regular(SMALL) textcolor rgb TEXT }
}
set label parties_torn at COLUMN - 27, BOTTOM + 20 font regular(SMALL) textcolor rgb TEXT

middle = STRIP + STRIP_WIDE / 2
point_x(k) = column('strategy') != k ? NaN : column('multiple') == column('multiple') ? x_of(column('multiple')) : middle
margin(name) = column(name) == column(name) ? 1.96 * column(name) : 0
reach(k) = column('multiple') == column('multiple') ? (x_of(margin('multiple_error')) - x_of(0)) : 0
plot for [k = 1:strategies] DATA using (point_x(k)):(y_of(column('certain'))): \
        (point_x(k) - reach(k)):(point_x(k) + reach(k)): \
        (y_of(column('certain') - margin('certain_error'))):(y_of(column('certain') + margin('certain_error'))) \
        with xyerrorbars pointtype 7 pointsize 0 linecolor rgb MARK(k) linewidth 1.5, \
    for [k = 1:strategies] DATA using (point_x(k)):(y_of(column('certain'))) with points \
        pointtype 7 pointsize POINT * 4.4 linecolor rgb PAPER, \
    for [k = 1:strategies] DATA using (point_x(k)):(y_of(column('certain'))) with points \
        pointtype 7 pointsize POINT * 4 linecolor rgb MARK(k), \
    for [k = 1:strategies] DATA using (point_x(k)):(y_of(column('certain')) + 0.5):(sprintf('%d', k)) with labels \
        center font bold(SMALL) textcolor rgb ON_MARK(k)
