/** Where panels, axes and legend of a printed figure stand, in tenths of a millimetre. */
import { type Axis, pixelOf, pixelsPerDecade } from '../plot/axis.ts';
import { energyRange, fluxRange, residualLimit, SMALLEST_RESIDUAL_LIMIT, stretchRange } from '../plot/axisRange.ts';
import type { DataPoint } from '../plot/dataPoints.ts';
import type { Rectangle } from '../plot/geometry.ts';
import type { Quantity } from '../plot/quantity.ts';
import { type AxisTicks, logTicks, residualTicks } from '../plot/ticks.ts';
import { textWidth } from './svgText.ts';

/** Widths of one and of two columns of a journal, mm. */
export const JOURNAL_WIDTHS_mm = [86, 178] as const;
export type JournalWidth = (typeof JOURNAL_WIDTHS_mm)[number];

/** One point of print, 1/72 inch, in tenths of a millimetre. */
const POINT = 3.52778;
/** Size of the letters in points; print must not shrink them. */
const FONT_POINTS: Readonly<Record<JournalWidth, number>> = { 86: 8, 178: 9 };
/** Height of both panels together over the width of the figure. */
const PANELS_PER_WIDTH: Readonly<Record<JournalWidth, number>> = { 86: 0.82, 178: 0.52 };
const RESIDUAL_SHARE = 0.27;
/** Room between a sample and its text, sizes of the text. */
export const TEXT_AFTER_SAMPLE = 0.4;

/** What a legend has to find room for: a text, and before it a sample in sizes of the text. */
export interface LegendRequest {
  readonly text: string;
  readonly sampleEms: number;
}

/** Where an entry of the legend stands: the left end of its sample, the line of its text. */
export interface LegendPlace {
  readonly x: number;
  readonly y: number;
  readonly sampleWidth: number;
}

/** Less room than this for a decade leaves no place for its single steps, tenths of a millimetre. */
const LEAST_DECADE = 65;

export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly main: Rectangle;
  /** Null without residuals. */
  readonly residual: Rectangle | null;
  readonly energyAxis: Axis;
  readonly fluxAxis: Axis;
  readonly pullAxis: Axis;
  readonly energyTicks: AxisTicks;
  readonly fluxTicks: AxisTicks;
  readonly pullTicks: AxisTicks;
  readonly legend: readonly LegendPlace[];
}

/** What a layout depends on. */
export interface LayoutRequest {
  readonly width_mm: JournalWidth;
  readonly quantity: Quantity;
  readonly points: readonly DataPoint[];
  readonly curve: { readonly energies_GeV: Float64Array; readonly values: Float64Array };
  readonly pulls: readonly number[];
  readonly inFit: readonly boolean[];
  readonly legend: readonly LegendRequest[];
}

/** Rows of the legend from left to right, each as full as it can be. */
function placeLegend(requests: readonly LegendRequest[], left: number, right: number, fontSize: number) {
  const rowHeight = 1.45 * fontSize;
  let x = left;
  let row = 0;
  const places = requests.map(({ text, sampleEms }) => {
    const sampleWidth = sampleEms * fontSize;
    const wide = sampleWidth + TEXT_AFTER_SAMPLE * fontSize + textWidth(text, fontSize);
    if (x > left && x + wide > right) {
      x = left;
      row += 1;
    }
    const place = { x, y: (row + 0.85) * rowHeight, sampleWidth };
    x += wide + 0.9 * fontSize;
    return place;
  });
  return { places, height: places.length === 0 ? 0 : (row + 1) * rowHeight };
}

/** Ticks of a flux, without the single steps of decades that are too short for them. */
function fluxTicksOf(axis: Axis, fontSize: number): AxisTicks {
  const { major, minor } = logTicks(axis, 1.5 * fontSize);
  const isShort = pixelsPerDecade(axis) < LEAST_DECADE;
  return { major, minor: isShort ? minor.filter((value) => value.toExponential().startsWith('1e')) : minor };
}

function axisEnds({ points, quantity, curve }: LayoutRequest) {
  const energies = points.length > 0 ? energyRange(points, false) : rangeOf(curve.energies_GeV);
  const shown = Array.from(curve.values).filter((value, index) => {
    const energy = curve.energies_GeV[index] as number;
    return energy >= energies[0] && energy <= energies[1] && value > 0;
  });
  const highest = shown.reduce((most, value) => Math.max(most, value), 0);
  if (points.length > 0) {
    return { energies, fluxes: stretchRange(fluxRange(points, quantity, 'log', energies), 'log', highest) };
  }
  return { energies, fluxes: highest > 0 ? ([highest / 1e3, highest * 3] as const) : ([0.1, 10] as const) };
}

function rangeOf(energies_GeV: Float64Array): readonly [number, number] {
  const low = energies_GeV.reduce((least, energy) => Math.min(least, energy), Number.POSITIVE_INFINITY);
  const high = energies_GeV.reduce((most, energy) => Math.max(most, energy), 0);
  return high > low ? [low, high] : [low / 2, low * 2];
}

/** A horizontal axis that ends where its last label still fits on the paper. */
function placeEnergyAxis(energies: readonly [number, number], left: number, width: number, fontSize: number) {
  const until = (right: number): Axis => ({
    scale: 'log',
    min: energies[0],
    max: energies[1],
    minPixel: left,
    maxPixel: Math.round(width - right),
  });
  const margin = 0.7 * fontSize;
  const axis = until(margin);
  const last = logTicks(axis, 3.2 * fontSize).major.at(-1);
  const beyond = last ? pixelOf(axis, last.value) + textWidth(last.label, fontSize) / 2 - (width - margin / 2) : 0;
  return beyond > 0 ? until(margin + beyond) : axis;
}

/** Everything that places a value on the paper. */
export function figureLayout(request: LayoutRequest): FigureLayout {
  const { width_mm, pulls, inFit } = request;
  const width = width_mm * 10;
  const fontSize = FONT_POINTS[width_mm] * POINT;
  const hasResiduals = pulls.length > 0;
  const { energies, fluxes } = axisEnds(request);
  const gap = 0.45 * fontSize;
  const panels = PANELS_PER_WIDTH[width_mm] * width * (hasResiduals ? 1 : 1 - RESIDUAL_SHARE);
  const residualHeight = hasResiduals ? Math.round(panels * RESIDUAL_SHARE) : 0;
  const mainHeight = Math.round(panels - residualHeight - (hasResiduals ? gap : 0));
  const limit = residualLimit(pulls, inFit, SMALLEST_RESIDUAL_LIMIT);
  const pullScale = { scale: 'linear', min: -limit, max: limit } as const;
  const fluxScale = { scale: 'log', min: fluxes[0], max: fluxes[1] } as const;
  // The labels decide the left margin, and the height alone decides the labels.
  const fluxTicks = fluxTicksOf({ ...fluxScale, minPixel: mainHeight, maxPixel: 0 }, fontSize);
  const pullTicks = residualTicks({ ...pullScale, minPixel: residualHeight, maxPixel: 0 }, 0.95 * fontSize);
  const labels = [...fluxTicks.major, ...pullTicks.major].map(({ label }) => textWidth(label, fontSize));
  const left = Math.round(Math.max(...labels, fontSize) + 2.1 * fontSize);
  const energyAxis = placeEnergyAxis(energies, left, width, fontSize);
  const legend = placeLegend(request.legend, 0.5 * fontSize, width - 0.3 * fontSize, fontSize);
  const top = Math.round(legend.height + 0.5 * fontSize);
  const panelWidth = energyAxis.maxPixel - left;
  const main = { x: left, y: top, width: panelWidth, height: mainHeight };
  const residualTop = Math.round(top + mainHeight + gap);
  const residual = hasResiduals ? { x: left, y: residualTop, width: panelWidth, height: residualHeight } : null;
  const bottom = residual ?? main;
  return {
    width,
    height: Math.round(bottom.y + bottom.height + 2.9 * fontSize),
    fontSize,
    main,
    residual,
    energyAxis,
    fluxAxis: { ...fluxScale, minPixel: top + mainHeight, maxPixel: top },
    pullAxis: { ...pullScale, minPixel: residualTop + residualHeight, maxPixel: residualTop },
    energyTicks: logTicks(energyAxis, 3.2 * fontSize),
    fluxTicks,
    pullTicks,
    legend: legend.places,
  };
}
