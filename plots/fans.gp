# Revenue that was foretold and that came, a panel per company. Reads data/fans.tsv and points.tsv.
CHART = 'fans'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
FANS = '../data/fans.tsv'
POINTS = '../data/points.tsv'

# Panels are parts of one plot whose axes are points of the slide.
COLUMNS = fans_panels < 4 ? fans_panels : fans_panels == 5 || fans_panels == 6 ? 3 : 4
ROWS = ceil(fans_panels / (1.0 * COLUMNS))
GAP = 16.0; HEAD = 22.0; FOOT = 16.0; AXIS_WIDE = 40.0
FIRST = LEFT + AXIS_WIDE
WIDE = (RIGHT - FIRST - (COLUMNS - 1) * GAP) / COLUMNS
HIGH = (488.0 - TOP) / ROWS
LOW_DECADE = 4
left(p) = FIRST + ((p - 1) % COLUMNS) * (WIDE + GAP)
foot(p) = TOP + (int((p - 1) / COLUMNS) + 1) * HIGH - FOOT
UNIT = (HIGH - HEAD - FOOT) / (fans_decade - LOW_DECADE)
at_x(p, month) = left(p) + WIDE * month / (12.0 * fans_years)
over(x) = x < 10.0**LOW_DECADE ? 0 : log10(x) - LOW_DECADE
at_y(p, dollars) = foot(p) - UNIT * over(dollars)

set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]
set yrange [540:0]
unset xtics; unset ytics; unset grid
set border 0
DECADES = fans_decade - LOW_DECADE > 5 ? 2 : 1
YEARS = fans_years > 12 ? 5 : fans_years > 5 ? 2 : 1
do for [p = 1:fans_panels] {
    set label value(sprintf('fans_name_%d', p)) at left(p), foot(p) - UNIT * (fans_decade - LOW_DECADE) - 12 font bold(TICK) textcolor rgb INK
    do for [d = LOW_DECADE:int(fans_decade):DECADES] {
        set arrow from left(p), at_y(p, 10.0**d) to left(p) + WIDE, at_y(p, 10.0**d) nohead linecolor rgb (d == LOW_DECADE ? AXIS : GRID) linewidth 0.7 back
        if ((p - 1) % COLUMNS == 0) {
            set label (d == LOW_DECADE ? 'less' : tick_money(10.0**d)) at left(p) - 6, at_y(p, 10.0**d) right font regular(NOTE) textcolor rgb MUTE
        }
    }
    do for [y = 0:int(fans_years):YEARS] {
        set label sprintf('%d', value(sprintf('fans_year_%d', p)) + y) at at_x(p, 12 * y), foot(p) + 8 center font regular(NOTE) textcolor rgb MUTE
    }
}
mine(p) = column('panel') == p
x(p) = mine(p) ? at_x(p, column('month')) : NaN
y(p, name) = at_y(p, column(name))
plot for [p = 1:fans_panels] FANS using (x(p)):(y(p, 'p5')):(y(p, 'p95')) with filledcurves \
        fillcolor rgb MARK(1) fillstyle transparent solid 0.14 noborder, \
    for [p = 1:fans_panels] FANS using (x(p)):(y(p, 'p25')):(y(p, 'p75')) with filledcurves \
        fillcolor rgb MARK(1) fillstyle transparent solid 0.26 noborder, \
    for [p = 1:fans_panels] FANS using (x(p)):(y(p, 'median')) with lines linecolor rgb MARK(1) linewidth 2, \
    for [p = 1:fans_panels] POINTS using (x(p)):(y(p, 'truth')) with points pointtype 7 pointsize 0.8 * POINT linecolor rgb PAPER, \
    for [p = 1:fans_panels] POINTS using (x(p)):(y(p, 'truth')) with points pointtype 7 pointsize 0.6 * POINT linecolor rgb MARK(2)
