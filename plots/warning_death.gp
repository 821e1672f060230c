# Which early figures tell who will close, and how well. Reads data/warning_death.tsv.
CHART = 'warning_death'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/warning_death.tsv'
load 'warning.gp'
