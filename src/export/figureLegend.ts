/** The legend above a printed figure: data sets, curves, bands, each with a sample of how it is drawn. */
import { seriesOf } from '../plot/series.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { SpectrumBand } from './exportTypes.ts';
import { type FigureLayout, type LegendRequest, TEXT_AFTER_SAMPLE } from './figureLayout.ts';
import type { DrawnData } from './figurePoints.ts';
import { BAND_OPACITY, type Look, looksOf, PAPER, QUIET_INK, totalLook, WEIGHTS } from './figureStyle.ts';
import { markerPath } from './markers.ts';
import { round, strokeOf, xmlText } from './svgText.ts';

/** A line of the legend: its text, and how its sample is drawn around a point. */
export interface LegendEntry extends LegendRequest {
  readonly sample: (x: number, y: number, width: number, fontSize: number) => string;
}

/** Lengths of the samples of curves and of points, sizes of the text. */
const LINE_EMS = 2.4;
const POINT_EMS = 0.6;

function curveEntry(text: string, look: Look, weight: number): LegendEntry {
  const sample = (x: number, y: number, width: number, fontSize: number) =>
    `<path ${strokeOf(look, weight, fontSize)} d="M${round(x)} ${round(y)}H${round(x + width)}"/>`;
  return { text, sampleEms: LINE_EMS, sample };
}

function bandEntry(probability: number): LegendEntry {
  const sample = (x: number, y: number, width: number, fontSize: number) =>
    `<rect fill="${totalLook().color}" fill-opacity="${BAND_OPACITY}" x="${round(x)}" y="${round(y - 0.3 * fontSize)}" width="${round(width)}" height="${round(0.6 * fontSize)}"/>`;
  return { text: `${Math.round(probability * 100)} % band`, sampleEms: LINE_EMS, sample };
}

function pointEntry(text: string, look: DrawnData['look'], isIn: boolean): LegendEntry {
  const sample = (x: number, y: number, width: number, fontSize: number) => {
    const middle = x + width / 2;
    const bar = `M${round(middle)} ${round(y - 0.5 * fontSize)}V${round(y + 0.5 * fontSize)}`;
    const marker = markerPath(look.shape, middle, y, WEIGHTS.pointRadius * fontSize);
    const error = round(WEIGHTS.error * fontSize);
    return (
      `<path fill="none" stroke="${isIn ? look.color : QUIET_INK}" stroke-width="${error}" d="${bar}"/>` +
      `<path fill="${isIn ? look.color : PAPER}" stroke="${isIn ? look.color : QUIET_INK}" stroke-width="${error}" d="${marker}"/>`
    );
  };
  return { text, sampleEms: POINT_EMS, sample };
}

/** What a figure shows, in the order of reading. */
export function legendEntries(
  curve: PredictedSpectrum,
  bands: readonly SpectrumBand[],
  data: readonly DrawnData[],
): LegendEntry[] {
  const looks = looksOf(seriesOf(curve.components));
  const outside = data.find(({ inFit }) => inFit.includes(false));
  return [
    ...data.map(({ dataset, look }) => pointEntry(dataset.label, look, true)),
    ...(outside === undefined ? [] : [pointEntry('not in the fit', outside.look, false)]),
    curveEntry('total', totalLook(), WEIGHTS.total),
    ...curve.components.map(({ name }, index) => curveEntry(name, looks[index] as Look, WEIGHTS.component)),
    ...bands.map(({ probability }) => bandEntry(probability)),
  ];
}

/** The legend where the layout has put it. */
export function legendMarks(entries: readonly LegendEntry[], { legend, fontSize }: FigureLayout): string[] {
  return entries.map(({ text, sample }, index) => {
    const { x, y, sampleWidth } = legend[index] as FigureLayout['legend'][number];
    const textX = x + sampleWidth + TEXT_AFTER_SAMPLE * fontSize;
    return `${sample(x, y - 0.33 * fontSize, sampleWidth, fontSize)}<text x="${round(textX)}" y="${round(y)}">${xmlText(text)}</text>`;
  });
}
