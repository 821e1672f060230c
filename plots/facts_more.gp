# Facts, the second half. Reads data/facts.tsv.
CHART = 'facts_more'
if (!exists('DEVICE')) { load 'draw.gp'; exit }
load 'theme.gp'; load 'page.gp'; load 'bands.gp'
