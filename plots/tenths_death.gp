# The best early figure of who will close, tenth by tenth. Reads data/tenths_death.tsv.
CHART = 'tenths_death'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'
DATA = '../data/tenths_death.tsv'
load 'tenths.gp'
