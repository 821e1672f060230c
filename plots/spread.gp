# What the spread of the outcome comes from, luck among it. Reads data/spread.tsv.
CHART = 'spread'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'

DATA = '../data/spread.tsv'
HEAD = TOP + 24.0
ROW = (BOTTOM + 16 - HEAD) / spread_rows > 34 ? 34.0 : (BOTTOM + 16 - HEAD) / spread_rows
OWNER = 372.0; BAR = 440.0; END = RIGHT - 96
y_of(i) = HEAD + (i - 0.5) * ROW
x_of(share) = BAR + (END - BAR) * (share < 0 ? 0 : share > spread_most ? spread_most : share) / spread_most
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:960]; set yrange [540:0]
unset border; unset grid; unset xtics; unset ytics

set label 'Source' at LEFT, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'Chosen by' at OWNER, TOP + 8 font regular(SMALL) textcolor rgb MUTE
set label 'by itself, with all' at RIGHT, TOP + 8 right font regular(SMALL) textcolor rgb MUTE
do for [i = 1:spread_rows] {
    set arrow from LEFT, y_of(i) - ROW / 2 to RIGHT, y_of(i) - ROW / 2 nohead linecolor rgb GRID linewidth 0.8
    luck = of_part('owner', i) eq ''
    set label of_part('label', i) at LEFT, y_of(i) font (luck ? bold(SMALL) : regular(SMALL)) textcolor rgb INK
    set label of_part('owner', i) at OWNER, y_of(i) font regular(SMALL) textcolor rgb MUTE
    set label of_part('text', i) at RIGHT, y_of(i) right font bold(SMALL) \
        textcolor rgb (luck ? TEXT : LETTER(of_chart('strategy')))
}
row(i) = i <= spread_rows ? y_of(i) : NaN
# Luck is grey, assumptions bear the strategy's colour.
source(lucky) = (strcol('decided_by') eq 'luck') == int(lucky) ? row(column('place')) : NaN
pale(lucky) = int(lucky) ? '#C3C9CF' : TINT(of_chart('strategy'))
dark(lucky) = int(lucky) ? '#68707A' : MARK(of_chart('strategy'))
HALF = ROW * 0.3
plot for [lucky in spread_kinds] DATA using (BAR):(source(lucky)):(BAR):(x_of(column('total'))): \
        (source(lucky) - HALF):(source(lucky) + HALF) with boxxyerror \
        fillcolor rgb pale(lucky) fillstyle solid noborder, \
    for [lucky in spread_kinds] DATA using (BAR):(source(lucky)):(BAR):(x_of(column('first'))): \
        (source(lucky) - HALF):(source(lucky) + HALF) with boxxyerror \
        fillcolor rgb dark(lucky) fillstyle solid noborder, \
    DATA using (x_of(column('total'))):(row(column('place'))):(x_of(column('total_low'))):(x_of(column('total_high'))) \
        with xerrorbars pointtype 7 pointsize 0 linecolor rgb INK linewidth 1.2
