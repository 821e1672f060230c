# Labels beside the ends of the marks, in their colours. The engine says what they say and, so that
# they do not overlap, how high they stand. A chart whose labels are not of strategies sets ENDS,
# one whose marks begin rather than end at their labels sets SIDE.
if (!exists('ENDS')) { ENDS = 'strategy' }
if (!exists('SIDE')) { SIDE = 'right' }
end_colour(k) = k < 1 ? MUTE : ENDS eq 'stream' ? STREAM_LETTER(k) : ENDS eq 'round' ? (k == 1 ? LETTER(of_chart('strategy')) : k == 2 ? TEXT : ROUND_LETTER(k - 2)) : LETTER(k)
end_font(strong) = strong ? bold(LABEL) : regular(SMALL)
do for [i = 1:of_chart('ends')] {
    lines = of_part('end_lines', i)
    high = of_part('end_strong', i) ? LINE : 14.0
    do for [j = 1:lines] {
        dy = ((lines - 1) / 2.0 - (j - 1)) * high / 540
        if (SIDE eq 'right') {
            set label value(sprintf('%s_end_%d_%d', CHART, i, j)) at graph 1, graph of_part('end_y', i) \
                offset screen X(8), screen dy font end_font(of_part('end_strong', i)) \
                textcolor rgb end_colour(of_part('end_colour', i)) front
        } else {
            set label value(sprintf('%s_end_%d_%d', CHART, i, j)) at graph 0, graph of_part('end_y', i) right \
                offset screen -X(8), screen dy font end_font(of_part('end_strong', i)) \
                textcolor rgb end_colour(of_part('end_colour', i)) front
        }
    }
}
undefine ENDS SIDE
