# What the parts of two strategies bring to their difference. Reads data/why.tsv.
CHART = 'why'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/why.tsv'
load 'bars.gp'
