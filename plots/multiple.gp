# Investors' multiple: share of companies beside share of proceeds. Reads data/multiple.tsv.
CHART = 'multiple'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/multiple.tsv'

if (multiple_raiser > 0) {
    bucket(shift) = column('strategy') == multiple_raiser ? column('bucket') + shift : NaN
    WIDE = 0.38
    short(share) = share < 0.005 ? '<1%' : sprintf('%.0f%%', 100 * share)
    shown(share) = share > 0 ? share : -1 # below the plot
    set lmargin at screen X(LEFT + 36)
    set rmargin at screen X(RIGHT - 300)
    set tmargin at screen Y(TOP + 40)
    set xrange [0.4:8.6]
    set yrange [0:multiple_top]
    set ytics ()
    do for [i = 0:multiple_ticks] { set ytics add (sprintf('%g%%%%', 100 * i * multiple_step) i * multiple_step) }
    set xtics ()
    do for [b = 1:8] { set xtics add (of_part('bucket', b) b) }
    set label 'Share of companies' at screen X(LEFT + 36), Y(TOP + 4) font bold(LABEL) textcolor rgb MUTE
    set label 'and of all proceeds' at screen X(LEFT + 176), Y(TOP + 4) font bold(LABEL) textcolor rgb LETTER(multiple_raiser)
    set arrow from 3.5, 0 to 3.5, graph 1.04 nohead linecolor rgb AXIS linewidth 0.7 dashtype (8, 8)
    set label '← loses money' at 3.42, graph 1.05 right font regular(SMALL) textcolor rgb MUTE
    set label 'makes money →' at 3.58, graph 1.05 font regular(SMALL) textcolor rgb MUTE
    set boxwidth WIDE
    set style fill solid noborder

    # The raising strategies beside each other.
    COLUMN = RIGHT - 250.0
    set label 'All their money together' at screen X(COLUMN), Y(TOP + 4) font bold(LABEL) textcolor rgb INK
    HIGH = multiple_rows < 4 ? 84.0 : 50.0
    do for [r = 1:multiple_rows] {
        k = of_part('row_strategy', r)
        y = TOP + 36 + (r - 1) * HIGH
        set label of_part('row_name', r) at screen X(COLUMN), Y(y) font bold(TICK) textcolor rgb LETTER(k)
        if (multiple_rows < 4) {
            set label of_part('row_all', r) at screen X(COLUMN), Y(y + 32) font bold(28) textcolor rgb LETTER(k)
            set label of_part('row_irr', r).', '.of_part('row_loss', r).' lose money' at screen X(COLUMN + 92), Y(y + 23) font regular(SMALL) textcolor rgb TEXT
            set label 'median '.of_part('row_median', r).', best '.of_part('row_best', r) at screen X(COLUMN + 92), Y(y + 40) font regular(SMALL) textcolor rgb TEXT
        } else {
            set label of_part('row_all', r).', '.of_part('row_irr', r).', '.of_part('row_loss', r).' lose money' at screen X(COLUMN), Y(y + 18) font regular(SMALL) textcolor rgb TEXT
        }
    }
    plot DATA using (bucket(-WIDE / 2 - 0.01)):(column('companies')) with boxes fillcolor rgb '#B8BEC4', \
        DATA using (bucket(WIDE / 2 + 0.01)):(column('proceeds')) with boxes fillcolor rgb MARK(multiple_raiser), \
        DATA using (bucket(-WIDE / 2 - 0.01)):(shown(column('companies'))):(short(column('companies'))) with labels \
            offset 0, 0.6 font regular(SMALL) textcolor rgb MUTE, \
        DATA using (bucket(WIDE / 2 + 0.01)):(shown(column('proceeds'))):(short(column('proceeds'))) with labels \
            offset 0, 0.6 font regular(SMALL) textcolor rgb LETTER(multiple_raiser)
} else {
    set object 20 rectangle from screen X(LEFT), Y(TOP) to screen X(RIGHT), Y(BOTTOM) fillcolor rgb PANEL fillstyle solid noborder behind
    set label 'No strategy takes money from investors in any world.' at screen 0.5, Y((TOP + BOTTOM) / 2) center font regular(16) textcolor rgb TEXT
    load 'blank.gp'
}
