# Which early figures tell who will be sold or listed, and how well. Reads data/warning_exit.tsv.
CHART = 'warning_exit'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/warning_exit.tsv'
load 'warning.gp'
