# A page without axes: its labels and rectangles are all there is.
unset border; unset grid; unset xtics; unset ytics
set lmargin at screen 0; set rmargin at screen 1; set tmargin at screen 1; set bmargin at screen 0
set xrange [0:1]
set yrange [0:1]
plot -1 notitle
