# The cover of the deck: what was compared.
CHART = 'cover'
load 'theme.gp'
set object 1 rectangle from screen 0, 0 to screen 1, 1 fillcolor rgb NIGHT fillstyle solid noborder behind
# As low as a pleasant third, as high as it must be.
lowest = 470 - 24 * strategies - 48 * cover_title_lines - 23 * cover_description_lines - 64
bar = lowest < 190 ? lowest : 190
do for [k = 1:strategies] {
    set object 1 + k rectangle from screen X(LEFT + (k - 1) * 60), Y(bar) to screen X(LEFT + k * 60 - 4), Y(bar + 7) \
        fillcolor rgb ON_NIGHT(k) fillstyle solid noborder front
}
y = bar + 50
do for [i = 1:cover_title_lines] {
    set label value(sprintf('cover_title_%d', i)) at screen X(LEFT), Y(y) font bold(40) textcolor rgb PAPER
    y = y + 48
}
y = y + 6
do for [i = 1:cover_description_lines] {
    set label value(sprintf('cover_description_%d', i)) at screen X(LEFT), Y(y) font regular(16) textcolor rgb '#C9CED4'
    y = y + 23
}
y = 486 - 24 * strategies
do for [k = 1:strategies] {
    set label value(sprintf('cover_strategy_%d', k)) at screen X(LEFT), Y(y) font bold(15) textcolor rgb ON_NIGHT(k)
    y = y + 24
}
set label cover_facts at screen X(LEFT), Y(505) font regular(12) textcolor rgb '#9AA3AC'
load 'blank.gp'
