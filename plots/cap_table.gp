# Who owns the company after each round and at the exit. Reads data/cap_table.tsv.
CHART = 'cap_table'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
ENDS = 'round'
load 'labels.gp'
DATA = '../data/cap_table.tsv'
unset border; unset grid; unset xtics; unset ytics
set style fill solid border linecolor rgb PAPER
HALF = 0.36 # of a bar

if (cap_table_raiser > 0) {
    # A column for every event; investors of the first round above the employees, the last on top.
    ROUNDS = cap_table_closings
    EXIT = cap_table_closings + 1
    part(n) = n == 0 ? 'founders' : n == 1 ? 'pool' : sprintf('round%d', n - 1)
    up_to(n) = n < 0 ? 0 : up_to(n - 1) + column(part(n))
    event(dummy) = column('strategy') != cap_table_raiser ? NaN : column('event') == EXIT ? cap_table_events : \
        column('event') <= cap_table_rounds ? column('event') + 1 : NaN
    middle(n) = column(part(n)) < 0.035 ? -9 : up_to(n - 1) + column(part(n)) / 2
    paint(n) = n == 0 ? MARK(cap_table_raiser) : n == 1 ? TINT(cap_table_raiser) : ROUND(n - 1)
    ink(n) = n == 0 ? ON_MARK(cap_table_raiser) : n == 1 ? INK : ON_ROUND(n - 1)
    set lmargin at screen X(LEFT)
    # Few events make a narrow picture, not fat columns.
    set rmargin at screen X(cap_table_events < 5 ? LEFT + 152 * cap_table_events : RIGHT - 120)
    set bmargin at screen Y(BOTTOM - 34)
    set xrange [1 - HALF:cap_table_events + HALF + 0.04]
    set yrange [0:1]
    do for [e = 1:cap_table_events] {
        set label of_part('event', e) at e, 0 center offset screen 0, screen -14.0 / 540 font bold(TICK) textcolor rgb TEXT
        set label of_part('amount', e) at e, 0 center offset screen 0, screen -29.0 / 540 font regular(SMALL) textcolor rgb MUTE
        set label of_part('reached', e) at e, 0 center offset screen 0, screen -43.0 / 540 font regular(SMALL) textcolor rgb MUTE
    }
    plot for [n = 0:ROUNDS + 1] DATA using (event(0)):(up_to(n)):(event(0) - HALF):(event(0) + HALF):(up_to(n - 1)):(up_to(n)) \
            with boxxyerror fillcolor rgb paint(n) linewidth 0.8, \
        for [n = 0:ROUNDS + 1] DATA using (event(0)):(middle(n)):(percent(column(part(n)))) with labels \
            font bold(TICK) textcolor rgb ink(n)
} else {
    # Nobody raises: a bar for every strategy.
    ROW = (BOTTOM - TOP - 10) / strategies > 124 ? 124.0 : (BOTTOM - TOP - 10) / strategies
    set lmargin at screen X(LEFT + 190)
    set rmargin at screen X(RIGHT - 90)
    set tmargin at screen Y(TOP + 14)
    set bmargin at screen Y(TOP + 14 + ROW * strategies)
    set xrange [0:1]
    set yrange [strategies + 0.5:0.5]
    do for [k = 1:strategies] {
        share = of_part('founders', k)
        set object 100 + k rectangle from 0, k - HALF to share, k + HALF fillcolor rgb MARK(k) fillstyle solid noborder
        set object 200 + k rectangle from share, k - HALF to 1, k + HALF fillcolor rgb TINT(k) fillstyle solid noborder
        set label 'Founders '.percent(share) at 0.015, k font bold(LABEL) textcolor rgb ON_MARK(k) front
        set label 'Employees '.percent(1 - share) at graph 1.012, first k font regular(TICK) textcolor rgb TEXT
        lines = of_name(k, 'lines')
        do for [j = 1:lines] {
            set label of_name(k, sprintf('%d', j)) at graph 0, first k right \
                offset screen -X(12), screen ((lines - 1) / 2.0 - (j - 1)) * LINE / 540 \
                font bold(LABEL) textcolor rgb LETTER(k)
        }
    }
    plot -1 notitle
}
