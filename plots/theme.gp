# The look of every chart: colours, type, where things stand on a slide of 960 x 540 points.
# A chart sets CHART to its own name and loads this file; meta.gp holds what the engine says.
reset
set encoding utf8
load 'meta.gp'
if (!exists('SUFFIX')) { SUFFIX = '' }

# --- Colours -------------------------------------------------------------------------------------
INK = '#1B1F24'; TEXT = '#3C434B'; MUTE = '#68707A'
AXIS = '#9AA3AC'; GRID = '#E4E7EA'; PANEL = '#F4F5F6'; PAPER = '#FFFFFF'; NIGHT = '#1B1F24'

# By strategy: its marks, its letters (dark enough to read), letters on its marks, paler marks, and
# all on a dark page. Every letter stands out at least 4.5 to 1.
MARK(k) = word('#00708C #C8500A #4A3F9A #8A939C #6DB7C8 #EBA36F #A83A5C #5B7F2B #B48A00 #7A5C44', k)
LETTER(k) = word('#00708C #C8500A #4A3F9A #5F6770 #1F7F93 #AD5F24 #A83A5C #4C6B22 #846500 #7A5C44', k)
ON_MARK(k) = word('#FFFFFF #FFFFFF #FFFFFF #1B1F24 #1B1F24 #1B1F24 #FFFFFF #FFFFFF #1B1F24 #FFFFFF', k)
TINT(k) = word('#66A9BA #E6A07A #9189C4 #B8BEC4 #A3D1DC #F3C7A6 #D693A7 #A9BF8A #DCC687 #BCA797', k)
ON_NIGHT(k) = word('#4FB3C8 #F28C4E #A79DF0 #B4BBC2 #9AD3E0 #F6C29C #E58CA6 #A9CC73 #E0BC4A #C4A48C', k)

# Services, training, support, subscription, value-added parts, licences, advertising.
STREAM(k) = word('#1F4E6B #7FB0CF #A9D8CC #0A8A7A #EDB548 #8E5A8C #C9C4BC', k)
STREAM_LETTER(k) = word('#1F4E6B #3F7BA3 #2B8272 #0A7C6E #8A5F00 #7B4B7A #68707A', k)

# Shut down, private, acqui-hired, acquired, IPO; and the letters on them.
OUTCOME(k) = word('#A8452F #E6E1D8 #8CC8CE #287E8B #0B5563', k)
ON_OUTCOME(k) = word('#FFFFFF #3C434B #1B1F24 #FFFFFF #FFFFFF', k)

# Investors of the first, second, … round, and the letters on them.
ROUND(k) = word('#4B5661 #67727D #8F99A4 #AEB6BF #C9CFD5 #DDE1E5', k)
ON_ROUND(k) = word('#FFFFFF #FFFFFF #1B1F24 #1B1F24 #1B1F24 #1B1F24', k)
LENDERS = '#D6CFC3'
ROUND_LETTER(k) = word('#3C434B #4B5661 #5F6770 #68707A #68707A #68707A', k)

# --- Devices -------------------------------------------------------------------------------------
# By hand a chart draws itself as PNG and as SVG (draw.gp); deck.gp has its own device open.
if (DEVICE eq 'png') {
    POINT = 1.5 # gives round points of size 1 the same 4.5 points across on every device
    set terminal pngcairo noenhanced size 1920,1080 font font.',12' fontscale 1.5 linewidth 2
    set output '../charts/'.CHART.'.png'.SUFFIX
}
if (DEVICE eq 'svg') {
    POINT = 0.5
    # The fonts of a browser that lacks the first, with commas that gnuplot passes on.
    font = font.'&#44; Helvetica Neue&#44; Arial&#44; sans-serif'
    set terminal svg noenhanced size 960,540 dynamic font font.',12' linewidth 1 background PAPER
    set output '../charts/'.CHART.'.svg'.SUFFIX
}
if (DEVICE eq 'deck') { POINT = 0.75 }

# --- Type ----------------------------------------------------------------------------------------
regular(size) = sprintf('%s,%g', font, size)
bold(size) = sprintf('%s Bold,%g', font, size)
TICK_FONT = regular(12)
TITLE = 24; SUBTITLE = 14; LABEL = 13; TICK = 12; SMALL = 11; NOTE = 9.5
LINE = 16.0 # points between the lines of a label

# Points from the left and from the top of the slide.
X(x) = x / 960.0
Y(y) = 1 - y / 540.0
LEFT = 48.0; RIGHT = 912.0; TOP = 154.0; BOTTOM = 462.0
title_lines = CHART eq 'cover' ? 0 : strlen(value(CHART.'_title_2')) ? 2 : 1
if (title_lines == 1) { TOP = 130.0 }

# --- Numbers in words, as in the engine's words.c ------------------------------------------------
scale(x) = x < 999.5 ? 0 : x < 999.5e3 ? 1 : x < 999.5e6 ? 2 : x < 999.5e9 ? 3 : 4
unit(n) = word("'' k M B T", n + 1)
suffix(n) = n == 0 ? '' : unit(n)
tick_money(x) = x < 0 ? '−'.tick_money(-x) : sprintf('$%.3g%s', x / 1000.0**scale(x), suffix(scale(x)))
percent(s) = s <= 0 ? '0%' : s < 0.0001 ? 'under 0.01%' : s < 0.00995 ? sprintf('%.2f%%', 100 * s) \
    : s < 0.0995 ? sprintf('%.1f%%', 100 * s) : s > 0.9995 && s < 1 ? 'over 99.9%' \
    : s >= 0.995 && s < 1 ? sprintf('%.1f%%', 100 * s) : sprintf('%.0f%%', 100 * s)

# What meta.gp says of this chart, or of its i-th part.
of_chart(name) = value(CHART.'_'.name)
of_part(name, i) = value(sprintf("%s_%s_%d", CHART, name, i))

of_name(k, line) = value(sprintf("%s_name_%d_%s", CHART, k, line))

# --- Axes without a frame, a grid without noise --------------------------------------------------
unset key
set border 1 linecolor rgb AXIS linewidth 0.8
set tics nomirror scale 0 textcolor rgb MUTE font TICK_FONT
set xtics offset 0, -0.1
set ytics offset 0.6, 0
set style line 100 linecolor rgb GRID linewidth 0.6 dashtype 1
set grid noxtics ytics back linestyle 100
set style textbox opaque noborder fillcolor rgb PAPER margins 0.4, 0.2
set datafile separator tab
set datafile missing 'NaN'
set samples 2
set lmargin at screen X(LEFT + 42)
set rmargin at screen X(RIGHT - 180)
set tmargin at screen Y(TOP)
set bmargin at screen Y(BOTTOM)
