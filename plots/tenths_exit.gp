# The best early figure of who will be sold or listed, tenth by tenth. Reads data/tenths_exit.tsv.
CHART = 'tenths_exit'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/tenths_exit.tsv'
load 'tenths.gp'
