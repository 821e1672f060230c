# Cash of a typical company under each strategy, with the money that came. Reads data/cash.tsv.
CHART = 'cash'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/cash.tsv'
START = LEFT + 42; HEAD = TOP - 8; FOOT = BOTTOM + 18; ROW_GAP = 30
load 'panels.gp'
PANELS = cash_panels
of_panel(p) = of_part('panel_strategy', p)
NEXT = cash_size + 3                     # from line to line of a label
TALL = NEXT * cash_lines + 4             # of a level of labels
UPPER = 36 + (cash_name_lines - 1) * 13 + TALL * cash_levels # of a panel, above its plot

# Amounts on a plain scale from $0 or by decades; what is below the floor stands on it.
above(x) = x > cash_low ? x : cash_low
part(x) = cash_decades ? log10(above(x) / cash_low) / log10(cash_high / cash_low) : 1.0 * above(x) / cash_high
foot_of(p) = top_of(p) + HIGH
y_of(p, x) = foot_of(p) - (HIGH - UPPER) * part(x)
x_of(p, month) = left_of(p) + 1.0 * WIDE * month / cash_months

EVERY = COLUMNS > 2 ? 2 : 1
TICK_EVERY = (HIGH - UPPER) / cash_ticks < 13 ? 2 : 1
do for [p = 1:PANELS] {
    k = of_panel(p)
    do for [j = 1:cash_name_lines] {
        set label of_two('panel_name', p, j) at left_of(p), top_of(p) + 6 + (j - 1) * 13 font bold(cash_name_size) textcolor rgb LETTER(k) front
    }
    set label of_part('panel_line', p) at left_of(p), top_of(p) + 21 + (cash_name_lines - 1) * 13 font regular(NOTE) textcolor rgb MUTE front
    do for [t = 1:cash_ticks] {
        y = y_of(p, of_part('tick', t))
        set arrow from left_of(p), y to left_of(p) + WIDE, y nohead back linecolor rgb (t == 1 ? AXIS : GRID) linewidth (t == 1 ? 0.8 : 0.6)
        if ((p - 1) % COLUMNS == 0 && (t - 1) % TICK_EVERY == 0) {
            set label (cash_decades && t == 1 ? '≤' : '').tick_money(of_part('tick', t)) at left_of(p) - 6, y right font regular(COLUMNS > 2 ? SMALL : TICK) textcolor rgb MUTE
        }
    }
    do for [i = 1:time_ticks] {
        month = value(sprintf('time_tick_%d_month', i))
        if (month <= cash_months && (COLUMNS == 1 || i > 1) && (EVERY == 1 || i % 2 == 0)) {
            set label value(sprintf('time_tick_%d', i)) at x_of(p, month), foot_of(p) + 13 center font regular(COLUMNS > 2 ? NOTE : TICK) textcolor rgb MUTE
        }
    }
    do for [i = 1:of_part('labels', p)] {
        month = of_two('label_month', p, i); end = of_two('label_end', p, i)
        x = left_of(p) + of_two('label_x', p, i)
        y = top_of(p) + UPPER - TALL * (of_two('label_level', p, i) + 1)
        set arrow from x_of(p, month), y_of(p, of_two('label_cash', p, i)) to x_of(p, month), y + TALL - 2 nohead \
            linecolor rgb AXIS linewidth 0.6
        first = of_two('label_first', p, i); second = of_two('label_second', p, i)
        face = cash_lines > 1 ? bold(cash_size) : regular(cash_size)
        colour = end ? TEXT : LETTER(k)
        if (of_two('label_flipped', p, i)) {
            if (cash_loose) { set label first at x, y + NEXT / 2 right font face textcolor rgb colour front boxed } \
            else { set label first at x, y + NEXT / 2 right font face textcolor rgb colour front }
            if (cash_lines > 1) { set label second at x, y + NEXT * 1.5 right font regular(10) textcolor rgb MUTE front }
        } else {
            if (cash_loose) { set label first at x, y + NEXT / 2 font face textcolor rgb colour front boxed } \
            else { set label first at x, y + NEXT / 2 font face textcolor rgb colour front }
            if (cash_lines > 1) { set label second at x, y + NEXT * 1.5 font regular(10) textcolor rgb MUTE front }
        }
    }
}
month(p) = column('strategy') == of_panel(p) ? x_of(p, column('month')) : NaN
last(p) = of_part('labels', p)
plot for [p = 1:PANELS] DATA using (month(p)):(y_of(p, cash_low)):(y_of(p, column('cash'))) with filledcurves \
        fillcolor rgb MARK(of_panel(p)) fillstyle transparent solid (cash_decades ? 0 : 0.14) noborder, \
    for [p = 1:PANELS] DATA using (month(p)):(y_of(p, column('cash'))) with lines \
        linecolor rgb MARK(of_panel(p)) linewidth (COLUMNS > 2 ? 1.5 : 2), \
    for [p = 1:PANELS] DATA using (column('came') > 0 ? month(p) : -99):(y_of(p, column('cash'))) with points \
        pointtype 7 pointsize POINT * (COLUMNS > 2 ? 1.1 : 1.5) linecolor rgb MARK(of_panel(p)), \
    for [p = 1:PANELS] '+' using (x_of(p, of_two('label_month', p, last(p)))):(y_of(p, of_two('label_cash', p, last(p)))) \
        with points pointtype 7 pointsize POINT * (COLUMNS > 2 ? 1.0 : 1.4) linecolor rgb INK
