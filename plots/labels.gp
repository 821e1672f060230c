# Labels at the right end of the marks, in their colours. The engine says what they say and, so that
# they do not overlap, how high they stand. Charts whose labels are not of strategies set ENDS.
if (!exists('ENDS')) ENDS = 'strategy'
end_colour(k) = k < 1 ? MUTE : ENDS eq 'stream' ? STREAM_LETTER(k) : ENDS eq 'round' ? ROUND_LETTER(k) : LETTER(k)
end_font(i) = of_part('end_strong', i) ? bold(LABEL) : regular(SMALL)
do for [i = 1:of_chart('ends')] {
    do for [j = 1:of_part('end_lines', i)] {
        set label value(sprintf('%s_end_%d_%d', CHART, i, j)) \
            at graph 1, graph of_part('end_y', i) \
            offset screen X(8), screen X(0) + ((of_part('end_lines', i) - 1) / 2.0 - (j - 1)) * LINE / 540 \
            font end_font(i) textcolor rgb end_colour(of_part('end_colour', i)) front
    }
}
undefine ENDS
