# What 100 equally likely founding teams take home, a dot each. Reads data/take_home.tsv.
CHART = 'take_home'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/take_home.tsv'
FIRST = take_home_first_decade; LAST = take_home_last_decade
DOTS_PER_DECADE = 10.0

# Rows one above the other, each with its floor; 'nothing' stands apart at the left.
FOOT = BOTTOM - 4.0
ROW = (FOOT - TOP) / strategies
DEEP = strategies > 2 ? 5 : 10 # dots above each other that stand for nothing
WIDEST = strategies > 2 ? 9.5 : 13.0
HIGH = ROW - (strategies > 3 ? 10.0 : 30.0)
PITCH = HIGH / DEEP > 13 ? 13.0 : HIGH / DEEP
STACK = HIGH / take_home_tallest > PITCH ? PITCH : HIGH / take_home_tallest
WIDE = PITCH < WIDEST ? PITCH : WIDEST
NOTHING = LEFT + 160; SCALE = NOTHING + 100 / DEEP * WIDEST + 34; END = RIGHT - 8
floor_of(k) = FOOT - (strategies - k) * ROW - PITCH / 2 - 2
money_x(amount) = SCALE + (END - SCALE) * (log10(amount) - FIRST) / (LAST - FIRST)
STEP = (END - SCALE) / (LAST - FIRST) / DOTS_PER_DECADE
DIAMETER = 0.86 * (STEP < PITCH ? (STEP < WIDE ? STEP : WIDE) : (PITCH < WIDE ? PITCH : WIDE))
SIZE = POINT * DIAMETER / 4.5

# Everything is placed in points of the slide.
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics

set object 20 rectangle from NOTHING - 12, TOP - 6 to NOTHING + 100 / DEEP * WIDE + 4, FOOT + 4 \
    fillcolor rgb PANEL fillstyle solid noborder behind
set label 20 'nothing' at NOTHING + 50 / DEEP * WIDE - 4, FOOT + 18 center font regular(TICK) textcolor rgb MUTE
do for [d = ceil(FIRST):floor(LAST)] {
    set arrow from SCALE + (END - SCALE) * (d - FIRST) / (LAST - FIRST), TOP - 6 rto 0, FOOT + 10 - TOP \
        nohead back linecolor rgb GRID linewidth 0.6
    set label tick_money(10**d) at SCALE + (END - SCALE) * (d - FIRST) / (LAST - FIRST), FOOT + 18 center \
        font regular(TICK) textcolor rgb MUTE
}
do for [k = 1:strategies] {
    lines = of_name(k, 'lines')
    middle = floor_of(k) - DEEP / 2.0 * PITCH + PITCH / 2
    do for [j = 1:lines] {
        set label of_name(k, sprintf('%d', j)) \
            at LEFT, middle + (j - 1 - lines / 2.0) * LINE font bold(strategies > 4 ? TICK : LABEL) textcolor rgb LETTER(k)
    }
    set label of_part('nothing', k) at LEFT, middle + (lines / 2.0) * LINE \
        font regular(strategies > 4 ? SMALL : TICK) textcolor rgb TEXT
    if (of_part('mark', k) > 0 && strategies < 4) {
        mark = money_x(of_part('mark', k))
        set arrow from mark, floor_of(k) + PITCH / 2 to mark, floor_of(k) - ROW + 32 nohead back linecolor rgb LETTER(k) linewidth 0.8
        set label of_part('mark_text', k) at mark, floor_of(k) - ROW + 24 center font bold(SMALL) textcolor rgb LETTER(k) boxed front
    }
}

taken(k) = column('strategy') == k
column_of(level) = int((level - 1) / DEEP)
place_x(k) = !taken(k) ? NaN : column('place') > 0 ? money_x(column('place')) : NOTHING + WIDE * column_of(column('level'))
place_y(k) = floor_of(k) - (column('place') > 0 ? STACK * (column('level') - 1) \
    : PITCH * (column('level') - 1 - DEEP * column_of(column('level'))))
plot for [k = 1:strategies] DATA using (place_x(k)):(place_y(k)) with points \
    pointtype 7 pointsize SIZE linecolor rgb MARK(k)
