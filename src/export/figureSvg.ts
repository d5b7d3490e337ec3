/** The spectrum as a standalone SVG at the width of a journal's column: curves, bands, data with errors, residuals. */
import { energyPixels, linePath, valuePixels } from '../plot/curvePath.ts';
import { dataPoints } from '../plot/dataPoints.ts';
import type { Rectangle } from '../plot/geometry.ts';
import { QUANTITIES, type Quantity, weightSpectrum } from '../plot/quantity.ts';
import { seriesOf } from '../plot/series.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext, SpectrumBand } from './exportTypes.ts';
import { axisMarks } from './figureAxes.ts';
import { type FigureContent, figureContext } from './figureContent.ts';
import { type FigureLayout, figureLayout } from './figureLayout.ts';
import { legendEntries, legendMarks } from './figureLegend.ts';
import { type DrawnData, pointMarks, residualPanel } from './figurePoints.ts';
import {
  BAND_OPACITY,
  FONT_TEXT,
  INK,
  type Look,
  looksOf,
  PAPER,
  POINT_LOOKS,
  totalLook,
  WEIGHTS,
} from './figureStyle.ts';
import { resultLines, scenarioBlock } from './provenance.ts';
import { labelText, round, strokeOf, xmlText } from './svgText.ts';

const TITLE = 'positron spectrum';

interface DrawnCurve {
  readonly name: string;
  readonly look: Look;
  readonly weight: number;
  readonly path: string;
}

function drawnData(data: FigureContent['data'], quantity: Quantity): DrawnData[] {
  return data
    .filter(({ dataset }) => dataset.quantity === 'positron-flux')
    .map(({ dataset, comparison }, index) => {
      const points = dataPoints(dataset, quantity);
      return {
        dataset,
        points,
        pulls: comparison === null ? [] : Array.from(comparison.pull),
        inFit: comparison?.inFit ?? points.map(() => true),
        look: POINT_LOOKS[index % POINT_LOOKS.length] as DrawnData['look'],
      };
    });
}

function curvesOf({ curve }: FigureContent, quantity: Quantity, { energyAxis, fluxAxis }: FigureLayout): DrawnCurve[] {
  const x = energyPixels(curve.energies_GeV, energyAxis);
  const pathOf = (flux: Float64Array) =>
    linePath({ x, y: valuePixels(weightSpectrum(quantity, curve.energies_GeV, flux), fluxAxis) });
  const looks = looksOf(seriesOf(curve.components));
  return [
    ...curve.components.map(({ name, flux }, index) => ({
      name,
      look: looks[index] as Look,
      weight: WEIGHTS.component,
      path: pathOf(flux),
    })),
    { name: 'total', look: totalLook(), weight: WEIGHTS.total, path: pathOf(curve.total) },
  ];
}

/** The outline of a band: along the lower edge and back along the upper one, where both are on the paper. */
function bandPath(curve: PredictedSpectrum, band: SpectrumBand, quantity: Quantity, layout: FigureLayout): string {
  const { energyAxis, fluxAxis } = layout;
  const x = energyPixels(curve.energies_GeV, energyAxis);
  const pixels = (flux: Float64Array) => valuePixels(weightSpectrum(quantity, curve.energies_GeV, flux), fluxAxis);
  const [lower, upper] = [pixels(band.lower), pixels(band.upper)];
  const bottom = fluxAxis.minPixel;
  const shown = Array.from(x.keys()).filter((index) => Number.isFinite(upper[index]));
  const point = (index: number, y: number) => `${round(x[index] as number)} ${round(y)}`;
  const there = shown.map((index) => point(index, Number.isFinite(lower[index]) ? (lower[index] as number) : bottom));
  const back = shown.map((index) => point(index, upper[index] as number)).reverse();
  return there.length < 2 ? '' : `M${[...there, ...back].join('L')}Z`;
}

const clip = (id: string, { x, y, width, height }: Rectangle) =>
  `<clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`;

function titles(quantity: Quantity, { main, residual, height, fontSize }: FigureLayout): string[] {
  const { factor, unit } = QUANTITIES[quantity];
  const upright = (x: number, middle: number, label: string) =>
    `<text transform="translate(${round(x)} ${round(middle)}) rotate(-90)" text-anchor="middle">${label}</text>`;
  const flux = [{ text: `${factor}${factor && ' '}Φ`, isSymbol: true }, { text: '(e⁺)' }, { text: ` [${unit}]` }];
  const energy = [{ text: 'kinetic energy ' }, { text: 'E', isSymbol: true }, { text: ' [GeV]' }];
  const left = 0.95 * fontSize;
  return [
    upright(left, main.y + main.height / 2, labelText(flux, fontSize)),
    ...(residual === null
      ? []
      : [
          upright(
            left,
            residual.y + residual.height / 2,
            labelText([{ text: 'residual / ' }, { text: 'σ', isSymbol: true }], fontSize),
          ),
        ]),
    `<text x="${round((main.x + main.x + main.width) / 2)}" y="${round(height - 0.55 * fontSize)}" text-anchor="middle">${labelText(energy, fontSize)}</text>`,
  ];
}

/** What a person reads who has only the figure, and the scenario for opening it again. */
export function figureText(content: FigureContent, context: ExportContext, escaped?: RegExp): string[] {
  const { scenario } = content;
  return [
    ...resultLines(TITLE, scenario, figureContext(content, context)),
    ...scenarioBlock(scenario, context, escaped),
  ];
}

function metadata(content: FigureContent, quantity: Quantity, context: ExportContext): string[] {
  const { scenario } = content;
  const lines = resultLines(TITLE, scenario, figureContext(content, context));
  // The scenario's JSON must survive unchanged: what XML takes for markup stands in it as \uXXXX.
  const all = figureText(content, context, /[^\x20-\x7e]|[&<>]/g);
  return [
    `<title>${xmlText(`${scenario.name}: ${QUANTITIES[quantity].words}`)}</title>`,
    `<desc>${xmlText(lines.join('; '))}</desc>`,
    `<metadata>\n${all.map(xmlText).join('\n')}\n</metadata>`,
  ];
}

/**
 * The figure as an SVG document, 86 or 178 mm wide, light, with its own fonts; it says what it shows and holds the scenario.
 *
 * Data, model and residuals are those of `content`; the axes follow from the data as on the page.
 */
export function figureSvg(content: FigureContent, context: ExportContext = {}): string {
  const { curve, bands = [], quantity = 'E3', width_mm = 86 } = content;
  const data = drawnData(content.data, quantity);
  const entries = legendEntries(content.curve, bands, data);
  const layout = figureLayout({
    width_mm,
    quantity,
    points: data.flatMap(({ points }) => points),
    curve: { energies_GeV: curve.energies_GeV, values: weightSpectrum(quantity, curve.energies_GeV, curve.total) },
    pulls: data.flatMap(({ pulls }) => pulls),
    inFit: data.flatMap(({ pulls, inFit }) => inFit.slice(0, pulls.length)),
    legend: entries,
  });
  const { width, height, fontSize, main, residual } = layout;
  const curves = curvesOf(content, quantity, layout);
  const body = [
    ...metadata(content, quantity, context),
    `<defs>${clip('geminga-main', main)}${residual === null ? '' : clip('geminga-residual', residual)}</defs>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<g clip-path="url(#geminga-main)" stroke-linejoin="round">`,
    ...bands.map(
      (band) =>
        `<path fill="${totalLook().color}" fill-opacity="${BAND_OPACITY}" d="${bandPath(curve, band, quantity, layout)}"/>`,
    ),
    ...curves.map(({ look, weight, path }) => `<path ${strokeOf(look, weight, fontSize)} d="${path}"/>`),
    ...data.flatMap((one) => pointMarks(one, quantity, layout)),
    '</g>',
    ...(residual === null
      ? []
      : [
          '<g clip-path="url(#geminga-residual)">',
          ...residualPanel(data, layout, strokeOf(totalLook(), WEIGHTS.component, fontSize)),
          '</g>',
        ]),
    ...axisMarks(layout),
    `<g fill="${INK}" font-family="${FONT_TEXT}" font-size="${round(fontSize)}">`,
    ...legendMarks(entries, layout),
    ...titles(quantity, layout),
    '</g>',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width_mm}mm" height="${round(height / 10)}mm" viewBox="0 0 ${width} ${height}" role="img">`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** The figure as a file. */
export function exportFigureSvg(content: FigureContent, context: ExportContext = {}): ExportedFile {
  const { scenario, width_mm = 86 } = content;
  return textFile(exportStem(scenario, `figure-${width_mm}mm`, context.date), 'svg', figureSvg(content, context));
}
