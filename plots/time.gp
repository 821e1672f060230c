# The axis of time: years of the calendar, or months when there are few.
set xrange [0:horizon]
set xtics ()
do for [i = 1:time_ticks] {
    set xtics add (value(sprintf('time_tick_%d', i)) value(sprintf('time_tick_%d_month', i)))
}
