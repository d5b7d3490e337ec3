import type { PlotData } from 'plotly.js';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { pixelOf } from '../../src/plot/axis.ts';
import { binRow } from '../../src/plot/binTable.ts';
import { comparisonWith, dataPoints } from '../../src/plot/dataPoints.ts';
import { measurementText, signedText, significantText, timeText } from '../../src/plot/numberText.ts';
import { residualMarks } from '../../src/plot/residualMarks.ts';
import { spectrumAxes } from '../../src/plot/spectrumAxes.ts';
import { type FigureStyle, skippedPointsText, spectrumFigure } from '../../src/plot/spectrumFigure.ts';
import { spectrumSummary, spectrumTitle } from '../../src/plot/spectrumSummary.ts';
import { tableLook } from '../../src/plot/tableShapes.ts';
import { sixBins, smallEvaluation } from './fixtures.ts';

const style: FigureStyle = {
  fontFamily: 'sans-serif',
  fontSize: 11,
  tickColor: 'rgb(1, 1, 1)',
  frameColor: 'rgb(2, 2, 2)',
  dataColor: 'rgb(3, 3, 3)',
  quietColor: 'rgb(4, 4, 4)',
  outsideColor: 'rgb(5, 5, 5)',
  totalColor: 'rgb(6, 6, 6)',
  furtherColors: ['rgb(7, 7, 7)', 'rgb(8, 8, 8)', 'rgb(9, 9, 9)'],
  frameWidth: 1,
  errorWidth: 1.1,
  pointRadius: 2.4,
  totalWidth: 2.4,
};

function figureOf(dataset: Dataset, scale: 'log' | 'linear' = 'log', showData = true) {
  const points = dataPoints(dataset, 'E3');
  const size = { width: 700, height: 600, fontSize: 11 };
  const fluxRange = scale === 'log' ? ([0.3, 60] as const) : ([0, 15] as const);
  const axes = spectrumAxes({ points, quantity: 'E3', scale, ...size, fluxRange, residualLimit: 3.6 });
  const { inFit } = smallEvaluation().comparison;
  const figure = spectrumFigure({ ...axes, points, inFit, label: dataset.label, showData }, style, axes.geometry);
  const [zeroLine, outside, inside] = figure.data as [PlotData, PlotData, PlotData];
  return { axes, points, figure, zeroLine, outside, inside };
}

describe('the Plotly figure', () => {
  it('shows points of the fit solid, others hollow, each with statistical and systematic error in quadrature', () => {
    const { inside, outside } = figureOf(sixBins());
    expect(inside.x).toEqual([15, 50, 150, 500]);
    expect(outside.x).toEqual([1.5, 5]);
    expect(inside.marker.color).toBe(style.dataColor);
    expect(outside.marker.color).toBe(style.outsideColor);
    const bars = (inside.error_y as unknown as { array: number[] }).array;
    for (const bar of bars) expect(bar).toBeCloseTo(Math.sqrt(5), 10);
  });

  it('puts further tables behind the first one, each with its own shape and tone', () => {
    const { axes, points } = figureOf(sixBins());
    const all = points.map(() => true);
    const table = (place: number) => ({
      points,
      inFit: all,
      label: `${place}`,
      showData: true,
      look: tableLook(place),
    });
    const content = { ...axes, points, inFit: all, label: 'first', showData: true, further: [table(1), table(2)] };
    const traces = spectrumFigure(content, style, axes.geometry).data.slice(1) as PlotData[];
    const inFit = traces.filter(({ x }) => x.length > 0);
    expect(inFit.map(({ marker }) => marker.symbol)).toEqual(['square', 'diamond', 'circle']);
    expect(inFit.map(({ marker }) => marker.color)).toEqual(['rgb(7, 7, 7)', 'rgb(8, 8, 8)', style.dataColor]);
  });

  it('leaves points at or below zero out of a log axis and says so; a linear axis shows them', () => {
    const negative = sixBins({
      flux: sixBins().flux.map((value, index) => (index === 3 ? -value : index === 0 ? 0 : value)),
    });
    const { inside, outside, axes, points } = figureOf(negative);
    expect([...outside.x, ...inside.x]).toEqual([5, 15, 150, 500]);
    expect(skippedPointsText(points, axes.fluxAxis)).toBe('2 points at or below zero have no place on the log axis');
    const linear = figureOf(negative, 'linear');
    expect(linear.inside.x.length + linear.outside.x.length).toBe(6);
    expect(skippedPointsText(linear.points, linear.axes.fluxAxis)).toBeNull();
  });

  it('ends an error bar that reaches zero above zero on a log axis, where it can be drawn', () => {
    const wide = sixBins({ statError: sixBins().flux.map((value) => 2 * value) });
    const { inside } = figureOf(wide);
    const bars = (inside.error_y as unknown as { arrayminus: number[] }).arrayminus;
    inside.y.forEach((value, index) => {
      const end = Number(value) - (bars[index] ?? Number.NaN);
      expect(end).toBeGreaterThan(0);
      expect(end).toBeLessThan(0.3);
    });
  });

  it('puts panels and ticks where our own paths expect them', () => {
    const { axes, figure } = figureOf(sixBins());
    const { margin, height, yaxis, yaxis2, xaxis } = figure.layout;
    const inside = (height ?? 0) - (margin?.t ?? 0) - (margin?.b ?? 0);
    expect(inside * (1 - (yaxis?.domain?.[0] ?? 0))).toBeCloseTo(axes.geometry.main.height, 9);
    expect(inside * (yaxis2?.domain?.[1] ?? 0)).toBeCloseTo(axes.geometry.residual.height, 9);
    expect(xaxis?.range).toEqual([Math.log10(0.5), Math.log10(2000)]);
    expect(pixelOf(axes.energyAxis, 0.5)).toBe(margin?.l);
  });

  it('offers no zoom, no mode bar and no colour that a stylesheet would have to resolve', () => {
    const { figure } = figureOf(sixBins());
    expect(figure.config.staticPlot).toBe(true);
    expect(figure.config.displayModeBar).toBe(false);
    expect(JSON.stringify(figure)).not.toMatch(/var\(|light-dark/);
  });

  it('hides the points without dropping the axes', () => {
    const { inside, outside, zeroLine } = figureOf(sixBins(), 'log', false);
    expect([inside.visible, outside.visible]).toEqual([false, false]);
    expect(zeroLine.visible).toBeUndefined();
  });
});

describe('the residuals', () => {
  const { points, axes } = figureOf(sixBins());
  const marks = (pulls: number[]) =>
    residualMarks(points, pulls, smallEvaluation().comparison.inFit, axes.energyAxis, axes.pullAxis, 2);
  const shapes = (path: string) => path.split('M').length - 1;

  it('are one bar and one point per bin, hollow ones apart', () => {
    const drawn = marks([0, 1, 2, 3, -1, -2]);
    expect([drawn.bars, drawn.pointsInFit, drawn.pointsOutside].map(shapes)).toEqual([6, 4, 2]);
  });

  it('become triangles at the edge beyond the axis, so that none vanishes', () => {
    const drawn = marks([40, 0, -40, 40, 0, Number.NaN]);
    expect([drawn.pointsInFit, drawn.pointsOutside].map(shapes)).toEqual([1, 1]);
    expect([drawn.edgesInFit, drawn.edgesOutside].map(shapes)).toEqual([2, 1]);
  });
});

describe('the bin in words', () => {
  const evaluation = smallEvaluation();

  it('gives data with both errors, total, components and pull in the units of the axis', () => {
    const points = dataPoints(sixBins(), 'E3');
    expect(binRow(points[3] as (typeof points)[0], 3, 'E3', evaluation.comparison)).toEqual({
      bin: '30–100 GeV',
      meanEnergy_GeV: '50',
      data: '10.0 ± 1.0 ± 2.0',
      total: '9.00',
      components: ['8.00', '1.00'],
      pull: '−1.2',
      isInFit: true,
    });
  });

  it('leaves the model out while it belongs to other points', () => {
    const other = sixBins({ id: 'ams02-positrons-2021' });
    expect(comparisonWith(evaluation, other)).toBeNull();
    expect(comparisonWith(evaluation, sixBins({ flux: new Float64Array(3) }))).toBeNull();
    const points = dataPoints(other, 'E3');
    expect(binRow(points[0] as (typeof points)[0], 0, 'E3', null)).toMatchObject({
      total: null,
      pull: null,
      components: [],
    });
  });

  it('describes the picture from its numbers', () => {
    expect(spectrumTitle(sixBins(), 'E3')).toBe('Positron flux times energy cubed, Six bins and model');
    expect(spectrumSummary(evaluation, sixBins())).toBe(
      '6 points from 1 to 1000 GeV with error bars. The total curve passes within two standard deviations of 3 of the 4 ' +
        'points in the fit range, 10 to 1000 GeV; chi squared is 7.94 for 2 degrees of freedom. ' +
        'Geminga carries 89 percent at 100 GeV. The data table gives every number.',
    );
    expect(spectrumSummary(null, sixBins())).toContain('No model curve yet');
  });
});

describe('numbers', () => {
  it('keep two digits of the largest error and share one power of ten', () => {
    expect(measurementText(18.93, [1.13, 0.42])).toBe('18.9 ± 1.1 ± 0.4');
    expect(measurementText(12.254, [0.041, 0.112])).toBe('12.25 ± 0.04 ± 0.11');
    expect(measurementText(1.93e-6, [1.1e-7, 4e-8])).toBe('(1.93 ± 0.11 ± 0.04) × 10⁻⁶');
    expect(measurementText(-2.5, [1, 1])).toBe('−2.5 ± 1.0 ± 1.0');
    expect(measurementText(0, [0, 0])).toBe('0 ± 0 ± 0');
  });

  it('carry signs, powers and units as people write them', () => {
    expect([signedText(0.04, 1), signedText(-0.04, 1), signedText(1.25, 1)]).toEqual(['0.0', '0.0', '+1.3']);
    expect(significantText(1.594e49, 2)).toBe('1.6 × 10⁴⁹');
    expect(significantText(99.96, 3)).toBe('100');
    expect([342, 2440, 999.9, 1e6, 0.5].map((time) => Object.values(timeText(time, 3)).join(' '))).toEqual([
      '342 kyr',
      '2.44 Myr',
      '1 Myr',
      '1 Gyr',
      '500 yr',
    ]);
  });
});
