# All pages into ../deck.pdf.
DEVICE = 'deck'
SUFFIX = exists('SUFFIX') ? SUFFIX : ''
load 'meta.gp'
set encoding utf8
set terminal pdfcairo noenhanced size 13.333in,7.5in font font.',12' fontscale 0.75 linewidth 2
set output '../deck.pdf'.SUFFIX
do for [page in deck_pages] { load page.'.gp' }
unset output
