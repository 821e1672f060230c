# Small pictures side by side, placed in points of the slide: the left edge of the p-th from START on,
# and its top. A chart sets START, HEAD, FOOT and the gap between rows before.
COLUMNS = of_chart('columns'); ROWS = of_chart('rows'); WIDE = of_chart('width')
HIGH = (FOOT - HEAD - ROW_GAP * (ROWS - 1)) / ROWS
left_of(p) = START + ((p - 1) % COLUMNS) * (WIDE + 26)
top_of(p) = HEAD + ((p - 1) / COLUMNS) * (HIGH + ROW_GAP)
of_two(name, p, k) = value(sprintf("%s_%s_%d_%d", CHART, name, p, k))
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics
