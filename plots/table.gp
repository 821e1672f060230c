# The figures of all strategies side by side, for the deck.
CHART = 'table'
load 'theme.gp'; load 'page.gp'
FIRST = title_lines == 2 ? 196.0 : 172.0 # the foot of the names
ROW = (486 - FIRST) / table_rows > 36 ? 36.0 : (486 - FIRST) / table_rows
NAMES = LEFT + 244
WIDTH = (RIGHT - NAMES) / strategies > 230 ? 230.0 : (RIGHT - NAMES) / strategies
BIG = strategies > 4 ? 13 : 17
cell_x(k) = RIGHT - (strategies - k) * WIDTH - (strategies > 4 ? 0 : 44)
do for [k = 1:strategies] {
    lines = value(sprintf('table_name_lines_%d', k))
    do for [j = 1:lines] {
        set label value(sprintf('table_name_%d_%d', k, j)) at screen X(cell_x(k)), Y(FIRST - 12 - (lines - j) * 15) right \
            font bold(12) textcolor rgb LETTER(k)
    }
}
do for [r = 1:table_rows] {
    y = FIRST + (r - 0.5) * ROW
    set arrow from screen X(LEFT), Y(y - ROW / 2) to screen X(RIGHT), Y(y - ROW / 2) nohead linecolor rgb GRID linewidth 0.8
    set label value(sprintf('table_label_%d', r)) at screen X(LEFT), Y(y) font regular(14) textcolor rgb INK
    do for [k = 1:strategies] {
        set label value(sprintf('table_cell_%d_%d', r, k)) at screen X(cell_x(k)), Y(y) right font bold(BIG) textcolor rgb LETTER(k)
        if (strategies < 5) {
            set label value(sprintf('table_margin_%d_%d', r, k)) at screen X(cell_x(k) + 6), Y(y + 2) font regular(NOTE) textcolor rgb MUTE
        }
    }
}
load 'blank.gp'
