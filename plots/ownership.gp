# Who owns the company after each round and at the exit, for every strategy that raises. Reads
# data/cap_table.tsv.
CHART = 'ownership'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/cap_table.tsv'
START = LEFT; HEAD = TOP + 24; FOOT = BOTTOM + 20; ROW_GAP = 20
load 'panels.gp'
PANELS = ownership_panels
MOST = ownership_events_most
UPPER = 22 + (ownership_name_lines - 1) * 13 # of a panel, above its bars
PITCH = (HIGH - UPPER) / MOST > 54 ? 54.0 : (HIGH - UPPER) / MOST
HALF = PITCH * 0.39
TYPE = PITCH < 17 ? NOTE : PITCH < 22 ? 10.5 : PITCH < 40 ? TICK : LABEL
BAR = WIDE - ownership_label_width - (TYPE < 10 ? 34 : 40) # points of a whole company
from_of(p) = left_of(p) + ownership_label_width
y_of(p, event) = top_of(p) + UPPER + (event - 0.5) * PITCH

# Founders, employees, and the investors of one round after the other.
part(n) = n == 0 ? 'founders' : n == 1 ? 'pool' : sprintf('round%d', n - 1)
up_to(n) = n < 0 ? 0 : up_to(n - 1) + column(part(n))
paint(k, n) = n == 0 ? MARK(k) : n == 1 ? TINT(k) : ROUND(n - 1)
of_panel(p) = of_part('panel_strategy', p)
row(p) = column('strategy') != of_panel(p) ? NaN : column('event') == of_part('exit', p) ? of_part('events', p) : \
    column('event') <= of_part('rounds', p) ? column('event') + 1 : NaN
at(p, n) = from_of(p) + BAR * up_to(n)

key_x = LEFT
do for [n = 0:ownership_rounds_most + 1] {
    set object 20 + n rectangle from key_x, TOP - 2 to key_x + 11, TOP + 9 \
        fillcolor rgb paint(of_chart('strategy'), n) fillstyle solid noborder
    key_x = key_x + (n < 2 ? 17 : 14)
    if (n < 2) {
        set label (n == 0 ? 'Founders' : 'Employees') at key_x, TOP + 3.5 font regular(TICK) textcolor rgb TEXT
        key_x = key_x + 58 + 22
    }
}
set label 'Investors, of the first round to the last' at key_x + 3, TOP + 3.5 font regular(TICK) textcolor rgb TEXT
set label 'at the right: how many get there' at RIGHT, TOP + 3.5 right font regular(TICK) textcolor rgb MUTE

do for [p = 1:PANELS] {
    do for [j = 1:ownership_name_lines] {
        set label of_two('panel_name', p, j) at left_of(p), top_of(p) + 10 + (j - 1) * 13 font bold(ownership_name_size) \
            textcolor rgb LETTER(of_panel(p)) front
    }
    do for [e = 1:of_part('events', p)] {
        set label of_two('label', p, e) at from_of(p) - 6, y_of(p, e) right font regular(TYPE) textcolor rgb TEXT
        set label of_two('reached', p, e) at left_of(p) + WIDE, y_of(p, e) right font regular(TYPE) textcolor rgb MUTE
    }
}
set style fill solid border linecolor rgb PAPER
roomy(p) = column('founders') * BAR > 28
plot for [p = 1:PANELS] for [n = 0:ownership_rounds_most + 1] DATA \
        using (at(p, n)):(y_of(p, row(p))):(at(p, n - 1)):(at(p, n)):(y_of(p, row(p)) - HALF):(y_of(p, row(p)) + HALF) \
        with boxxyerror fillcolor rgb paint(of_panel(p), n) linewidth 0.6, \
    for [p = 1:PANELS] DATA using (from_of(p) + 4):(roomy(p) ? y_of(p, row(p)) + 0.5 : -99):(percent(column('founders'))) \
        with labels left font bold(TYPE) textcolor rgb ON_MARK(of_panel(p)), \
    for [p = 1:PANELS] DATA using (at(p, 0) + 4):(roomy(p) ? -99 : y_of(p, row(p)) + 0.5):(percent(column('founders'))) \
        with labels boxed left font bold(TYPE) textcolor rgb LETTER(of_panel(p))
