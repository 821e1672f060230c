# Who is ahead over two numbers. Reads data/map.tsv and data/indifference.tsv.
CHART = 'map'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/map.tsv'

SIDE_X = RIGHT - 206
set lmargin at screen X(LEFT + 92)
set rmargin at screen X(SIDE_X - 28)
set tmargin at screen Y(TOP + 16)
set bmargin at screen Y(BOTTOM - 8)
set border 0
set xrange [-0.5:map_cells - 0.5]
set yrange [-0.5:map_cells - 0.5]
unset grid
set xtics ()
do for [i = 1:map_x_ticks] { set xtics add (value(sprintf('map_x_tick_%d', i)) value(sprintf('map_x_tick_%d_place', i))) }
set ytics ()
do for [i = 1:map_y_ticks] { set ytics add (value(sprintf('map_y_tick_%d', i)) value(sprintf('map_y_tick_%d_place', i))) }
set label map_y_name at graph 0, graph 1 offset 0, screen 0.022 font regular(TICK) textcolor rgb TEXT front
set label map_x_name at graph 1, graph 0 right offset 0, screen -0.072 font regular(TICK) textcolor rgb TEXT front

# Beside the map: whose colour is whose, and how much its shades say.
DENSITY(b) = word('0.28 0.5 0.75 1', b)
UNCLEAR = '#D5D9DD'
line = TOP + 24
do for [k = 1:map_strategies] {
    set object rectangle from screen X(SIDE_X), Y(line - 6) to screen X(SIDE_X + 12), Y(line + 6) \
        fillcolor rgb MARK(value(sprintf('map_colour_%d', k))) fillstyle solid noborder front
    lines = value(sprintf('map_name_%d_lines', k))
    do for [j = 1:lines] {
        set label of_name(k, sprintf('%d', j)).(j == lines && map_strategies > 4 ? ', '.of_part('share', k) : '') \
            at screen X(SIDE_X + 20), Y(line + (j - 1) * LINE) font bold(TICK) textcolor rgb LETTER(value(sprintf('map_colour_%d', k))) front
    }
    if (map_strategies <= 4) {
        set label of_part('share', k).' of the map' at screen X(SIDE_X + 20), Y(line + lines * LINE) font regular(SMALL) textcolor rgb MUTE front
        line = line + (lines + 1) * LINE + 8
    } else {
        line = line + lines * LINE + 5
    }
}
set object rectangle from screen X(SIDE_X), Y(line - 6) to screen X(SIDE_X + 12), Y(line + 6) fillcolor rgb UNCLEAR fillstyle solid noborder front
set label 'not clear, '.map_unresolved at screen X(SIDE_X + 20), Y(line) font regular(SMALL) textcolor rgb MUTE front
line = line + LINE + 10
set label 'ahead' at screen X(SIDE_X), Y(line) font regular(SMALL) textcolor rgb MUTE front
do for [b = map_bands:1:-1] {
    line = line + LINE
    set object rectangle from screen X(SIDE_X), Y(line - 6) to screen X(SIDE_X + 12), Y(line + 6) \
        fillcolor rgb MARK(map_strategy) fillstyle solid DENSITY(b) noborder front
    set label value(sprintf('map_band_%d', b)) at screen X(SIDE_X + 20), Y(line) font regular(SMALL) textcolor rgb MUTE front
}
if (map_here) {
    set label '' at map_here_x, map_here_y point pointtype 7 pointsize 2.4 * POINT linecolor rgb PAPER front
    set label '' at map_here_x, map_here_y point pointtype 7 pointsize 1.6 * POINT linecolor rgb INK front
    if (map_here_x < 0.7 * map_cells) {
        set label 'you are here' at map_here_x, map_here_y offset screen X(9), 0 font bold(TICK) textcolor rgb INK boxed front
    } else {
        set label 'you are here' at map_here_x, map_here_y right offset screen -X(9), 0 font bold(TICK) textcolor rgb INK boxed front
    }
}
# Cells overlap by a hair, so that no paper shows between them. A layer is one strategy's shade, or what is not clear.
HALF = 0.54
layer(i, what) = value(sprintf('map_layer_%d_%s', i, what))
shown(i) = layer(i, 'band') == 0 ? (column('resolved') == 0 ? column('column') : NaN) \
    : column('resolved') == 1 && column('best') == layer(i, 'best') && column('band') == layer(i, 'band') ? column('column') : NaN
LAYERS = "for [i = 1:map_layers] DATA using (shown(i)):'row':(HALF):(HALF) with boxxyerror ".\
    "fillcolor rgb (layer(i, 'band') == 0 ? UNCLEAR : MARK(layer(i, 'best'))) ".\
    "fillstyle solid (layer(i, 'band') == 0 ? 1 : DENSITY(layer(i, 'band')) + 0) noborder"
LINE_OF = "'../data/indifference.tsv' using 'column':'row' with lines linecolor rgb"
if (map_line) {
    plot @LAYERS, @LINE_OF PAPER linewidth 4, @LINE_OF INK linewidth 1.6
} else {
    plot @LAYERS
}
