/** Measured points of a printed figure, and their residuals. */
import type { Dataset } from '../data/datasetTypes.ts';
import { type Axis, isOnAxis, pixelOf } from '../plot/axis.ts';
import type { DataPoint } from '../plot/dataPoints.ts';
import { type Quantity, weightFlux } from '../plot/quantity.ts';
import { residualMarks } from '../plot/residualMarks.ts';
import type { FigureLayout } from './figureLayout.ts';
import { PAPER, type PointLook, QUIET_INK, WEIGHTS } from './figureStyle.ts';
import { markerPath } from './markers.ts';
import { round } from './svgText.ts';

/** A data set in the figure. */
export interface DrawnData {
  readonly dataset: Dataset;
  readonly points: readonly DataPoint[];
  /** (data - model) / sigma, or none. */
  readonly pulls: readonly number[];
  readonly inFit: readonly boolean[];
  readonly look: PointLook;
}

/** Lower and upper error in the unit of the axis, statistical and systematic in quadrature. */
function sides(
  { asymmetric }: Dataset,
  point: DataPoint,
  index: number,
  quantity: Quantity,
): readonly [number, number] {
  if (asymmetric === null) return [point.error, point.error];
  const total = (stat: Float64Array, syst: Float64Array) =>
    weightFlux(quantity, point.energy_GeV, Math.hypot(stat[index] ?? 0, syst[index] ?? 0));
  return [total(asymmetric.statLower, asymmetric.systLower), total(asymmetric.statUpper, asymmetric.systUpper)];
}

/** Pixel of a value; what a logarithmic axis cannot show goes below its end, where the frame cuts it. */
function pixelOrBelow(axis: Axis, value: number): number {
  return value > 0 ? pixelOf(axis, value) : axis.minPixel + 100;
}

/** An arrow that points down from an upper limit. */
function arrow(x: number, y: number, fontSize: number): string {
  const [length, head] = [1.3 * fontSize, 0.25 * fontSize];
  const end = y + length;
  return `M${round(x)} ${round(y)}V${round(end)}M${round(x - head)} ${round(end - head)}L${round(x)} ${round(end)}L${round(x + head)} ${round(end - head)}`;
}

function marks(color: string, fill: string, weight: number, bars: string, markers: string): string[] {
  return [
    ...(bars === '' ? [] : [`<path fill="none" stroke="${color}" stroke-width="${round(weight)}" d="${bars}"/>`]),
    ...(markers === ''
      ? []
      : [`<path fill="${fill}" stroke="${color}" stroke-width="${round(weight)}" d="${markers}"/>`]),
  ];
}

/** Points with their bars; those that take no part in the fit are open. */
export function pointMarks(data: DrawnData, quantity: Quantity, layout: FigureLayout): string[] {
  const { dataset, points, inFit, look } = data;
  const { energyAxis, fluxAxis, fontSize } = layout;
  const paths = { bars: '', barsOutside: '', markers: '', markersOutside: '' };
  points.forEach((point, index) => {
    if (!isOnAxis(energyAxis, point.energy_GeV) || !(point.value > 0)) return;
    const isIn = inFit[index] === true;
    const x = pixelOf(energyAxis, point.energy_GeV);
    const y = pixelOf(fluxAxis, point.value);
    const [lower, upper] = sides(dataset, point, index, quantity);
    const isLimit = dataset.upperLimits?.[index] === true;
    const bar = isLimit
      ? arrow(x, y, fontSize)
      : `M${round(x)} ${round(pixelOrBelow(fluxAxis, point.value - lower))}V${round(pixelOf(fluxAxis, point.value + upper))}`;
    paths[isIn ? 'bars' : 'barsOutside'] += bar;
    paths[isIn ? 'markers' : 'markersOutside'] += markerPath(look.shape, x, y, WEIGHTS.pointRadius * fontSize);
  });
  const weight = WEIGHTS.error * fontSize;
  return [
    ...marks(QUIET_INK, PAPER, weight, paths.barsOutside, paths.markersOutside),
    ...marks(look.color, look.color, weight, paths.bars, paths.markers),
  ];
}

/** Residuals of all data sets around the line of the model. */
export function residualPanel(data: readonly DrawnData[], layout: FigureLayout, zeroLine: string): string[] {
  const { residual, energyAxis, pullAxis, fontSize } = layout;
  if (residual === null) return [];
  const radius = WEIGHTS.pointRadius * fontSize;
  const weight = WEIGHTS.error * fontSize;
  const zero = `<path ${zeroLine} d="M${residual.x} ${round(pixelOf(pullAxis, 0))}h${residual.width}"/>`;
  const drawn = data.flatMap(({ points, pulls, inFit, look }) => {
    if (pulls.length === 0) return [];
    const { bars, edgesInFit, edgesOutside } = residualMarks(points, pulls, inFit, energyAxis, pullAxis, radius);
    const markers = (isIn: boolean) =>
      points
        .flatMap(({ energy_GeV }, index) => {
          const pull = pulls[index] ?? Number.NaN;
          const isShown = isOnAxis(energyAxis, energy_GeV) && isOnAxis(pullAxis, pull);
          if (!isShown || (inFit[index] === true) !== isIn) return [];
          return [markerPath(look.shape, pixelOf(energyAxis, energy_GeV), pixelOf(pullAxis, pull), radius)];
        })
        .join('');
    return [
      ...marks(QUIET_INK, PAPER, weight, bars, ''),
      ...marks(QUIET_INK, PAPER, weight, '', markers(false) + edgesOutside),
      ...marks(look.color, look.color, weight, '', markers(true) + edgesInFit),
    ];
  });
  return [zero, ...drawn];
}
