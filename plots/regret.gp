# What each choice lacks in each scenario. Reads data/regret.tsv.
CHART = 'regret'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/regret.tsv'

WIDE = (RIGHT - LEFT - 214.0) / (regret_columns + 1)
PLOT_LEFT = LEFT + 214.0
HEAD = TOP + 32
HIGH = (BOTTOM - 10 - HEAD) / regret_rows
if (HIGH > 58) { HIGH = 58.0 }
FOOT = HEAD + HIGH * regret_rows
set lmargin at screen X(PLOT_LEFT)
set rmargin at screen X(PLOT_LEFT + WIDE * regret_columns)
set tmargin at screen Y(HEAD)
set bmargin at screen Y(FOOT)
set xrange [0.5:regret_columns + 0.5]
set yrange [regret_rows + 0.5:0.5]
set border 0
unset grid; unset xtics; unset ytics

# Not clear, clearly the best, clearly behind by little to most; and the letters on them.
SHADE(i) = word('#D5D9DD #00708C #FBE3D3 #EFA778 #B8470A', i + 1)
ON_SHADE(i) = word('#3C434B #FFFFFF #1B1F24 #1B1F24 #FFFFFF', i + 1)

do for [s = 1:regret_columns] {
    lines = value(sprintf('regret_head_%d_lines', s))
    do for [l = 1:lines] {
        set label value(sprintf('regret_head_%d_%d', s, l)) at screen X(PLOT_LEFT + WIDE * (s - 0.5)), Y(HEAD - 8 - 14 * (lines - l)) \
            center font bold(SMALL) textcolor rgb INK
    }
}
set label 'at worst' at screen X(RIGHT - 4), Y(HEAD - 8) right font bold(SMALL) textcolor rgb MUTE
do for [c = 1:regret_rows] {
    middle = HEAD + HIGH * (c - 0.5)
    lines = value(sprintf('regret_name_%d_lines', c))
    do for [l = 1:lines] {
        set label value(sprintf('regret_name_%d_%d', c, l)) at screen X(LEFT), Y(middle + 15 * (l - 0.5 * (lines + 1))) \
            font bold(TICK) textcolor rgb INK
    }
    both = HIGH >= 30 && strlen(of_part('most', c))
    set label of_part('worst', c) at screen X(RIGHT - 4), Y(middle - (both ? 7 : 0)) right font bold(LABEL) textcolor rgb TEXT
    if (both) { set label of_part('most', c) at screen X(RIGHT - 4), Y(middle + 9) right font regular(NOTE) textcolor rgb MUTE }
    do for [s = 1:regret_columns] {
        i = value(sprintf('regret_shade_%d_%d', c, s))
        below = value(sprintf('regret_below_%d_%d', c, s))
        both = HIGH >= 30 && strlen(below)
        set label value(sprintf('regret_cell_%d_%d', c, s)) at screen X(PLOT_LEFT + WIDE * (s - 0.5)), Y(middle - (both ? 7 : 0)) \
            center font bold(LABEL) textcolor rgb ON_SHADE(i) front
        if (both) {
            set label below at screen X(PLOT_LEFT + WIDE * (s - 0.5)), Y(middle + 9) center font regular(NOTE) textcolor rgb ON_SHADE(i) front
        }
    }
}

# What the shades say, below.
line = FOOT + 18
left = PLOT_LEFT
do for [i = 0:1 + regret_bands] {
    what = i == 0 ? 'not clear' : i == 1 ? 'clearly the best' : value(sprintf('regret_band_%d', i - 1))
    set object rectangle from screen X(left), Y(line - 6) to screen X(left + 12), Y(line + 6) fillcolor rgb SHADE(i) fillstyle solid noborder front
    set label what at screen X(left + 17), Y(line) font regular(SMALL) textcolor rgb MUTE front
    left = left + 30 + 5.5 * strlen(what)
}
colour(i) = i == 0 ? 0xD5D9DD : i == 1 ? 0x00708C : i == 2 ? 0xFBE3D3 : i == 3 ? 0xEFA778 : 0xB8470A
plot DATA using 'column':'row':(0.485):(0.47):(colour(column('shade'))) with boxxyerror fillcolor rgb variable fillstyle solid noborder
