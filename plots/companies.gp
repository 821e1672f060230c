# What funds return by how many companies they hold, in one world and apart. Reads data/companies.tsv.
CHART = 'companies'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/companies.tsv'

set lmargin at screen X(LEFT + 150)
set rmargin at screen X(RIGHT - 12)
set tmargin at screen Y(TOP + 22)
set bmargin at screen Y(BOTTOM - 62)
set xrange [0.45:companies_sizes + 0.55]
set yrange [0:companies_top]
set ytics ()
do for [i = 0:companies_ticks] { set ytics add (sprintf('%g×', i * companies_step) i * companies_step) }
unset xtics
GREY = '#8A939C'
HALF = 0.15; SHIFT = 0.19
PLOT_LEFT = LEFT + 150.0; PLOT_WIDE = RIGHT - 12 - PLOT_LEFT
at_x(i) = PLOT_LEFT + PLOT_WIDE * (i - 0.45) / (companies_sizes + 0.1)
UNIT = PLOT_WIDE / (companies_sizes + 0.1)
set label 'Companies of one world' at screen X(PLOT_LEFT), Y(TOP + 2) font bold(LABEL) textcolor rgb LETTER(1)
set label 'the same, each from another world' at screen X(PLOT_LEFT + 174), Y(TOP + 2) font bold(LABEL) textcolor rgb '#5F6770'
set arrow from graph 0, first 1 to graph 1, first 1 nohead linecolor rgb INK linewidth 0.9 dashtype (8, 8) front
set label 'lose money' at screen X(LEFT), Y(BOTTOM - 21) font bold(TICK) textcolor rgb TEXT
set label 'return 3× or more' at screen X(LEFT), Y(BOTTOM + 1) font bold(TICK) textcolor rgb TEXT
set label 'companies' at screen X(LEFT), Y(BOTTOM - 44) font bold(TICK) textcolor rgb TEXT
do for [i = 1:companies_sizes] {
    set label value(sprintf('companies_name_%d', i)) at screen X(at_x(i)), Y(BOTTOM - 44) center font bold(LABEL) textcolor rgb INK
    do for [m = 1:2] {
        if (m == 1 || i > 1) {
            x = at_x(i) + (i > 1 ? (m == 1 ? -1 : 1) * SHIFT * UNIT : 0)
            set label value(sprintf('companies_loses_%d_%d', i, m)) at screen X(x), Y(BOTTOM - 21) center \
                font regular(TICK) textcolor rgb (m == 1 ? LETTER(1) : '#5F6770')
            set label value(sprintf('companies_triples_%d_%d', i, m)) at screen X(x), Y(BOTTOM + 1) center \
                font regular(TICK) textcolor rgb (m == 1 ? LETTER(1) : '#5F6770')
        }
    }
}
# A single company has no neighbour to share a world with.
place(m) = column('apart') != m || (m == 1 && column('companies') == 1) ? NaN \
    : column('place') + (column('companies') == 1 ? 0 : (m == 0 ? -SHIFT : SHIFT))
left(m) = place(m) - HALF; right(m) = place(m) + HALF
colour(m) = m == 0 ? MARK(1) : GREY
plot for [m = 0:1] DATA using (place(m)):(0):(left(m)):(right(m)):'p10':'p90' with boxxyerror \
        fillcolor rgb colour(m) fillstyle transparent solid 0.22 noborder, \
    for [m = 0:1] DATA using (place(m)):(0):(left(m)):(right(m)):'p25':'p75' with boxxyerror \
        fillcolor rgb colour(m) fillstyle transparent solid 0.42 noborder, \
    for [m = 0:1] DATA using (left(m)):'median':(2 * HALF):(0) with vectors nohead linecolor rgb colour(m) linewidth 2.6, \
    for [m = 0:1] DATA using (place(m)):'median':(sprintf('%.1f×', column('median'))) with labels \
        offset 0, 0.65 font bold(SMALL) textcolor rgb (m == 0 ? LETTER(1) : '#5F6770')
