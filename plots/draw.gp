# Draws the chart named CHART into ../charts, as PNG and as SVG.
DEVICE = 'png'
load CHART.'.gp'
unset output
DEVICE = 'svg'
load CHART.'.gp'
unset output
