# What mechanisms bring to the difference of two strategies. Reads data/mechanisms.tsv.
CHART = 'mechanisms'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/mechanisms.tsv'
load 'bars.gp'
