# The frame of a page: the colour of its subject, the title, what is drawn, the note.
subtitle_y = title_lines == 2 ? 114 : 86
set object 1 rectangle from screen X(LEFT), Y(19) to screen X(LEFT + 40), Y(24) \
    fillcolor rgb MARK(of_chart('strategy')) fillstyle solid noborder behind
set label 1 of_chart('title_1') at screen X(LEFT), Y(51) font bold(TITLE) textcolor rgb INK front
set label 2 of_chart('title_2') at screen X(LEFT), Y(82) font bold(TITLE) textcolor rgb INK front
set label 3 of_chart('subtitle_1') at screen X(LEFT), Y(subtitle_y) font regular(SUBTITLE) \
    textcolor rgb TEXT front
set label 4 of_chart('subtitle_2') at screen X(LEFT), Y(subtitle_y + 18) font regular(SUBTITLE) \
    textcolor rgb TEXT front
set label 5 of_chart('note_1') at screen X(LEFT), Y(510) font regular(NOTE) textcolor rgb MUTE front
set label 6 of_chart('note_2') at screen X(LEFT), Y(523) font regular(NOTE) textcolor rgb MUTE front
