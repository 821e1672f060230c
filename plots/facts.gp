# Facts, the first half. Reads data/facts.tsv.
CHART = 'facts'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'; load 'bands.gp'
